// The audit, straight: request → releases → papers → artifacts → evidence →
// verify → findings → report. Release by release: what is done is kept in its
// compact form alone, so that memory does not grow with what was looked at.
import packageJson from '../../../package.json' with { type: 'json' }
import pLimit, { type LimitFunction } from 'p-limit'
import { type AuditPlan, type UnassignedRelease, assignShards, digestOfPlan } from '../../audit/audit-plan.js'
import type { AuditFacts, AuditReport, AuditedArtifact, AuditedRelease } from '../../audit/audit-report.js'
import { SharedValues, toAudited, toAuditedRelease, toFinding } from '../../audit/audited.js'
import { compareWith } from '../../audit/compare.js'
import { drawSample } from '../../audit/sample.js'
import { type ScopedArtifact, isAskedFor, joinLists } from '../../audit/scope.js'
import { withSharedDigests } from '../../audit/shared-digests.js'
import { conclude } from '../../audit/verdict.js'
import { NO_FACTS } from '../../diagnose/facts.js'
import { noticesOfImage } from '../../diagnose/image-notices.js'
import { ERRORS, type ErrorCode } from '../../error-codes.js'
import { type CodedError, InputError, toCodedError } from '../../errors.js'
import { type Result, toResultAsync, unwrap } from '../../result.js'
import { IMAGE_SIGNER } from '../../kubernetes/signer.js'
import {
  type ReleasePlan,
  type ResolvedVersion,
  planPapers,
  planPlaced,
  planRequest,
} from '../../plan/plan.js'
import type { Ports } from '../../ports.js'
import { toFailures } from '../../prove/audit-findings.js'
import { AuditProver } from '../../prove/audit-prover.js'
import { proveImage } from '../../prove/image-prover.js'
import type { Depth } from '../../request/audit-inputs.js'
import type { AuditRequest, AuditScope, PlanShardsRequest } from '../../request/audit-request.js'
import type { ImageReference } from '../../request/image-reference.js'
import { resolveVersions } from '../../prove/resolve-versions.js'
import type { TrustedRoot } from '../../trust/trusted-root.js'

/** Artifacts in flight at once; each has four small requests, and a connection pool per host bounds those. */
const CONCURRENT_ARTIFACTS = 32
/** Those of them whose bytes lie on the disk meanwhile: tarballs of a release have some hundred megabytes. */
const CONCURRENT_FILES = 6
/** The papers of the next release come while the artifacts of this one do. */
const CONCURRENT_RELEASES = 2
const IMAGE_PREFIX = 'image:'

export interface AuditOptions {
  readonly plan?: AuditPlan | undefined
  readonly baseline?: AuditReport | undefined
  /** What a run before this one came to, by `<version> <path>`. */
  readonly done?: ReadonlyMap<string, AuditedArtifact>
  readonly onAudited?: (version: string, artifact: AuditedArtifact) => void
  readonly onProgress?: (progress: AuditProgress) => void
}

interface AuditProgress {
  readonly audited: number
  /** Of the releases that have been looked into so far. */
  readonly known: number
}

interface Context {
  readonly request: AuditRequest
  readonly ports: Ports
  readonly options: AuditOptions
  readonly loadingRoot: Promise<Result<TrustedRoot>>
  readonly limit: LimitFunction
  readonly limitFiles: LimitFunction
  readonly warnings: string[]
  readonly progress: { audited: number; known: number }
  readonly values: SharedValues
  /** Keeps the first of what stops a part of the audit. */
  readonly fail: (thrown: unknown) => undefined
}

/** Never rejects: what went wrong is in the report. */
export async function runAudit(
  request: AuditRequest,
  ports: Ports,
  options: AuditOptions = {},
): Promise<AuditReport> {
  const startedAt = ports.now()
  const warnings: string[] = []
  let error: CodedError | undefined
  const fail = (thrown: unknown): undefined => {
    error ??= toCodedError(thrown)
    return undefined
  }
  const loadingRoot = toResultAsync(ports.loadTrustedRoot((message) => void warnings.push(message)))
  const context = createContext(request, ports, { options, loadingRoot, warnings, fail })
  const releases = await auditReleases(context).catch(fail)
  const root = await loadingRoot
  if (root.error !== undefined) fail(root.error)
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
    releases: releases ?? [],
    warnings: [...new Set(warnings)],
    startedAt: new Date(startedAt).toISOString(),
    durationMs: ports.now() - startedAt,
  }
  return conclude(withBaseline(facts, options.baseline), request.failOn, error)
}

function toSigners({ scope: { signer, imageSigner } }: AuditRequest): AuditReport['signers'] {
  return { release: { ...signer }, image: { ...(imageSigner ?? IMAGE_SIGNER) } }
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
  })
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
  further: Pick<Context, 'options' | 'loadingRoot' | 'warnings' | 'fail'>,
): Context {
  return {
    request,
    ports,
    ...further,
    limit: pLimit(CONCURRENT_ARTIFACTS),
    limitFiles: pLimit(CONCURRENT_FILES),
    progress: { audited: 0, known: 0 },
    values: new SharedValues(),
  }
}

async function resolveAll({
  request,
  ports,
  options: { plan },
}: Context): Promise<readonly ResolvedVersion[]> {
  if (plan === undefined) return (await resolveVersions(request.scope, ports)).versions
  const { shard } = request
  return plan.releases
    .filter(({ items }) => shard === undefined || items.some((item) => item.shard === shard))
    .map(({ version, source }) => ({ version: version as ResolvedVersion['version'], source }))
}

async function auditReleases(context: Context): Promise<AuditedRelease[]> {
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

async function auditRelease(resolved: ResolvedVersion, context: Context): Promise<AuditedRelease> {
  const first = await scopeRelease(resolved, context)
  context.progress.known += first.items.length + first.images.length
  const audited = await auditItems(first, context)
  if (!audited.some(isUnanswered)) return concludeRelease(first, audited)
  const decided = new Map(
    audited.filter((artifact) => !isOpen(artifact)).map((artifact) => [artifact.path, artifact]),
  )
  // A service was away in the middle. What it left open is looked at once more, papers included: it may be back.
  const second = await scopeRelease(resolved, context)
  return concludeRelease(second, await auditItems(second, context, decided))
}

/** @param decided what needs no look, by path; default: what a former run kept */
async function auditItems(
  { release: { version }, prover, items, images }: ScopedRelease,
  context: Context,
  decided?: ReadonlyMap<string, AuditedArtifact>,
): Promise<AuditedArtifact[]> {
  const { options, limit, limitFiles, progress } = context
  const audit = (path: string, run: () => Promise<AuditedArtifact>) =>
    limit(async () => {
      const known = decided?.get(path) ?? options.done?.get(`${version} ${path}`)
      const artifact = known ?? (await run().catch(context.fail))
      // What is not decided is not kept: who resumes looks at it again.
      if (artifact !== undefined && known === undefined && !isOpen(artifact))
        options.onAudited?.(version, artifact)
      if (decided === undefined) progress.audited++
      options.onProgress?.(progress)
      return artifact
    })
  const artifacts = await Promise.all([
    ...items.map(({ scoped, depth }) => {
      const look = () => audit(scoped.path, () => prover.audit(scoped, depth))
      return depth === 'full' ? limitFiles(look) : look()
    }),
    ...images.map(({ path, image }) => audit(path, () => auditImage(path, image, version, context))),
  ])
  return artifacts.filter((artifact) => artifact !== undefined)
}

/** Whether a service that did not answer might have proven it. */
function isUnanswered({ outcome, problems = [] }: AuditedArtifact): boolean {
  if (outcome !== 'unverifiable') return false
  return problems.some(({ code }) => isErrorCode(code) && ERRORS[code].reason === 'network')
}

/** Or it is unproven because the release's SBOM is. */
function isOpen(artifact: AuditedArtifact): boolean {
  const { outcome, problems = [] } = artifact
  const isUnbound = problems.some(({ code }) => code === 'RELEASE_BINDING_UNAVAILABLE')
  return outcome === 'unverifiable' && (isUnbound || isUnanswered(artifact))
}

function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(ERRORS, code)
}

async function concludeRelease(
  { release, prover, items }: ScopedRelease,
  artifacts: readonly AuditedArtifact[],
): Promise<AuditedRelease> {
  const { version, source, notes } = release
  const releasedAt = items.length === 0 ? undefined : await prover.releasedAt()
  return toAuditedRelease(
    {
      version,
      source,
      notes: [...notes],
      ...(releasedAt && { releasedAt: releasedAt.toISOString() }),
      findings: items.length === 0 ? [] : await prover.paperFindings(),
    },
    withSharedDigests(version, artifacts),
  )
}

interface ScopedRelease {
  readonly release: ReleasePlan
  readonly prover: AuditProver
  readonly items: readonly { readonly scoped: ScopedArtifact; readonly depth: Depth }[]
  readonly images: readonly { readonly path: string; readonly image: ImageReference }[]
}

/** What is looked at in a release: by the plan, or by the request and the release's papers. */
async function scopeRelease(resolved: ResolvedVersion, context: Context): Promise<ScopedRelease> {
  const { request, ports, loadingRoot, warnings, options } = context
  const { scope, searchesAll, sample } = request
  const today = new Date(ports.now()).toISOString().slice(0, 10)
  const [planned] = planRequest(scope, [resolved], today).releases
  if (planned === undefined) throw new RangeError('a version was planned, and is no release')
  const release = { ...planned, papers: planPapers(scope, resolved.version) }
  const warn = (message: string): void => void warnings.push(message)
  const prover = new AuditProver(release, {
    request: scope,
    ports,
    loadingRoot,
    lock: undefined,
    warn,
    searchesAll,
    values: context.values,
  })
  const images = release.images.map((image) => ({
    path: `${IMAGE_PREFIX}${image.repository.split('/').at(-1) ?? ''}`,
    image,
  }))
  const ofPlan = options.plan?.releases.find(({ version }) => version === release.version)
  const isShared = (shard: number): boolean => request.shard === undefined || request.shard === shard
  const chosen = ofPlan?.items.filter(({ shard }) => isShared(shard))
  const hasArtifacts =
    chosen?.some(({ path }) => !path.startsWith(IMAGE_PREFIX)) ?? release.artifacts.length > 0
  const joined = hasArtifacts
    ? joinLists(release.version, await prover.lists())
    : new Map<string, ScopedArtifact>()
  if (chosen !== undefined) {
    const items = chosen
      .filter(({ path }) => !path.startsWith(IMAGE_PREFIX))
      .map(({ path, depth }) => {
        const scoped = joined.get(path)
        if (scoped !== undefined) return { scoped, depth }
        // The plan was made when a paper listed it.
        const message = `${release.version} ${path} is in the plan, but neither the catalogue nor any paper has it now`
        throw new InputError([{ code: 'INPUT_INVALID', field: 'plan', message }])
      })
    return {
      release,
      prover,
      items,
      images: images.filter(({ path }) => chosen.some((item) => item.path === path)),
    }
  }
  const scoped = [...joined.values()].filter((each) => isAskedFor(each, scope))
  const { seed = '', perRelease: size } = sample
  const drawn = drawSample(
    scoped.map(({ path }) => path),
    { version: release.version, seed, size },
  )
  const items = scoped.map((each) => ({ scoped: each, depth: drawn.has(each.path) ? 'full' : request.depth }))
  return { release, prover, items, images }
}

async function auditImage(
  path: string,
  image: ImageReference,
  version: string,
  { request, ports, loadingRoot, values }: Context,
): Promise<AuditedArtifact> {
  const signer = request.scope.imageSigner
  const proof = await proveImage(image, { ports, trustedRoot: unwrap(await loadingRoot), signer })
  const { result } = proof
  const title = `${version} ${path.replace(':', ' ')}`
  const notices = noticesOfImage(proof, title).map(({ code, message }) => toFinding(code, message))
  const findings = toFailures(title, proof, NO_FACTS).map((finding) =>
    finding.code === 'IMAGE_NOT_FOUND'
      ? toFinding('ARTIFACT_ABSENT', `${title}: the registry has no such image`, finding)
      : finding,
  )
  const name = path.slice(IMAGE_PREFIX.length)
  return toAudited(result, {
    path,
    name,
    kind: 'image',
    platform: undefined,
    findings: [...findings, ...notices],
    values,
  })
}

function toSample({ sample: { perRelease, seed = '' } }: AuditScope): AuditReport['sample'] {
  return perRelease === 0 ? undefined : { perRelease, seed }
}
