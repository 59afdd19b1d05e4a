// The audit, straight: request → releases → papers → artifacts → evidence →
// verify → findings → report. Release by release: what is done is kept in its
// compact form alone, so that memory does not grow with what was looked at.
import packageJson from '../../../package.json' with { type: 'json' }
import pLimit from 'p-limit'
import { type AuditPlan, type UnassignedRelease, assignShards, digestOfPlan } from '../../audit/audit-plan.js'
import type { AuditFacts, AuditReport, AuditedRelease } from '../../audit/audit-report.js'
import { SharedValues, toFinding } from '../../audit/audited.js'
import { compareWith } from '../../audit/compare.js'
import { conclude } from '../../audit/verdict.js'
import { type CodedError, InputError, toCodedError } from '../../errors.js'
import { toResultAsync } from '../../result.js'
import { IMAGE_SIGNER } from '../../kubernetes/signer.js'
import { type ResolvedVersion, planPlaced } from '../../plan/plan.js'
import type { Ports } from '../../ports.js'
import { listAdvice } from '../../request/advice.js'
import type { AuditRequest, AuditScope, PlanShardsRequest } from '../../request/audit-request.js'
import { boundSearch } from '../../prove/bounded-search.js'
import { resolveVersions } from '../../prove/resolve-versions.js'
import { SbomsAtHand } from '../../prove/sboms-at-hand.js'
import { reached } from '../reached.js'
import { SeenLogs, concludeLogs } from './logs.js'
import { type AuditContext, type AuditOptions, auditRelease, scopeRelease } from './release.js'

/** Artifacts in flight at once; each has four small requests, and a connection pool per host bounds those. */
const CONCURRENT_ARTIFACTS = 32
/** Those of them whose bytes lie on the disk meanwhile: tarballs of a release have some hundred megabytes. */
const CONCURRENT_FILES = 6
/** The papers of the next release come while the artifacts of this one do. */
const CONCURRENT_RELEASES = 2

/** Never rejects: what went wrong is in the report. */
export async function runAudit(
  request: AuditRequest,
  ports: Ports,
  options: AuditOptions = {},
): Promise<AuditReport> {
  const startedAt = ports.now()
  const warnings = listAdvice(request.scope)
  let error: CodedError | undefined
  const fail = (thrown: unknown): undefined => {
    error ??= toCodedError(thrown)
    return undefined
  }
  const loadingRoot = toResultAsync(ports.loadTrustedRoot((message) => void warnings.push(message)))
  const search = boundSearch(ports.transparencyLog)
  const bounded = { ...ports, transparencyLog: search.log }
  const context = createContext(request, bounded, { options, loadingRoot, warnings, fail })
  const releases = await auditReleases(context).catch(fail)
  const root = await loadingRoot
  if (root.error !== undefined) fail(root.error)
  const concluded =
    root.value === undefined
      ? undefined
      : await concludeLogs(releases ?? [], context.logs, {
          baseline: options.baseline,
          trustedRoot: root.value,
          log: ports.transparencyLog,
          warn: (message) => void warnings.push(message),
        }).catch(fail)
  const { plan } = options
  const sample = plan === undefined ? toSample(request) : plan.sample
  const facts: AuditFacts = {
    depth: plan?.depth ?? request.depth,
    ...(sample && { sample }),
    ...(plan &&
      request.shard !== undefined && {
        shard: { number: request.shard, of: plan.shards.length, plan: digestOfPlan(plan).toString() },
      }),
    ...(root.value && { trustedRoot: root.value.source }),
    signers: toSigners(request),
    program: packageJson.version,
    ...concluded,
    releases: withSearchFinding(concluded?.releases ?? releases ?? [], search.failure()),
    ...reached(ports),
    warnings: [...new Set(warnings)],
    startedAt: new Date(startedAt).toISOString(),
    durationMs: ports.now() - startedAt,
  }
  return conclude(withBaseline(facts, options.baseline), request.failOn, error)
}

function toSigners({ scope: { signer, imageSigner } }: AuditRequest): AuditReport['signers'] {
  return { release: { ...signer }, image: { ...(imageSigner ?? IMAGE_SIGNER) } }
}

/** One finding for the whole, however many digests were to be searched for; it stands with the first release. */
function withSearchFinding(
  [first, ...others]: readonly AuditedRelease[],
  failure: CodedError | undefined,
): AuditedRelease[] {
  if (first === undefined) return []
  if (failure === undefined) return [first, ...others]
  const message = `${first.version}: the log could not be searched: ${failure.message}`
  const finding = toFinding('LOG_SEARCH_UNAVAILABLE', message)
  return [{ ...first, findings: [...first.findings, finding] }, ...others]
}

/** The facts beside those of a former audit. */
export function withBaseline(facts: AuditFacts, baseline: AuditReport | undefined): AuditFacts {
  return baseline === undefined ? facts : compareWith(baseline, facts)
}

/** What an audit would look at, and which job would take which; sizes come from the release site, and only for what is taken in full. */
export async function planAudit(given: PlanShardsRequest, ports: Ports): Promise<AuditPlan> {
  const request: AuditRequest = { ...given, ...NOTHING_AUDITED }
  const warnings: string[] = []
  const loadingRoot = toResultAsync(ports.loadTrustedRoot((message) => void warnings.push(message)))
  const fail = (thrown: unknown): never => {
    throw toCodedError(thrown)
  }
  const context = createContext(request, ports, { options: {}, loadingRoot, warnings, fail })
  const releases = await inTurn(await resolveAll(context), async (resolved): Promise<UnassignedRelease> => {
    const { release, items, images } = await scopeRelease(resolved, context)
    const measured = await Promise.all(
      items.map(({ scoped, depth }) =>
        context.limit(async () => {
          const planned = planPlaced(request.scope, release.version, scoped.place)
          const size =
            depth === 'full' ? await toResultAsync(ports.releaseSite.fetchSize(planned.urls)) : undefined
          return { path: scoped.path, depth, bytes: size?.value ?? 0 }
        }),
      ),
    )
    const ofImages = images.map(({ path }) => ({ path, depth: 'digest' as const, bytes: 0 }))
    return { version: resolved.version, source: resolved.source, items: [...measured, ...ofImages] }
  })
  const sample = toSample(request)
  return assignShards(releases, {
    shards: given.shards,
    depth: request.depth,
    ...(sample && { sample }),
    createdAt: new Date(ports.now()).toISOString(),
    program: packageJson.version,
    signers: toSigners(request),
    trustedRoot: toChoice(request),
  })
}

function toChoice({ scope: { trustedRoot } }: AuditRequest): string {
  return trustedRoot.kind === 'file' ? `file ${trustedRoot.path}` : trustedRoot.kind
}

/** What a planner has no use for. */
const NOTHING_AUDITED = {
  baseline: undefined,
  failOn: 'never',
  formats: [],
  searchesAll: false,
  resumes: false,
  plan: undefined,
  shard: undefined,
} as const

function createContext(
  request: AuditRequest,
  ports: Ports,
  further: Pick<AuditContext, 'options' | 'loadingRoot' | 'warnings' | 'fail'>,
): AuditContext {
  return {
    request,
    ports,
    ...further,
    limit: pLimit(CONCURRENT_ARTIFACTS),
    limitFiles: pLimit(CONCURRENT_FILES),
    progress: { audited: 0, known: 0 },
    values: new SharedValues(),
    sbomsAtHand: new SbomsAtHand(),
    logs: new SeenLogs(),
  }
}

async function resolveAll({
  request,
  ports,
  options: { plan },
}: AuditContext): Promise<readonly ResolvedVersion[]> {
  if (plan === undefined) return (await resolveVersions(request.scope, ports)).versions
  const { shard } = request
  return plan.releases
    .filter(({ items }) => shard === undefined || items.some((item) => item.shard === shard))
    .map(({ version, source }) => ({ version: version as ResolvedVersion['version'], source }))
}

async function auditReleases(context: AuditContext): Promise<AuditedRelease[]> {
  const { plan } = context.options
  const { shard } = context.request
  if (plan && shard !== undefined && shard > plan.shards.length) {
    const message = `"${shard}" is not allowed; allowed: 1 to ${plan.shards.length}, the shards of the plan`
    throw new InputError([{ code: 'INPUT_INVALID', field: 'shard', message }])
  }
  const releases = await inTurn(await resolveAll(context), (resolved) =>
    auditRelease(resolved, context).catch(context.fail),
  )
  return releases.filter((release) => release !== undefined)
}

/** Two releases at a time, in the order given. */
function inTurn<T, U>(values: readonly T[], step: (value: T) => Promise<U>): Promise<U[]> {
  const limit = pLimit(CONCURRENT_RELEASES)
  return Promise.all(values.map((value) => limit(() => step(value))))
}

function toSample({ sample: { perRelease, seed = '' } }: AuditScope): AuditReport['sample'] {
  return perRelease === 0 ? undefined : { perRelease, seed }
}
