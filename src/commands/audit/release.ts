// One release of an audit: what is looked at in it, by a plan or by its papers,
// each artifact and image once, and what comes of them.
import type { LimitFunction } from 'p-limit'
import type { AuditPlan } from '../../audit/audit-plan.js'
import type { AuditReport, AuditedArtifact, AuditedRelease } from '../../audit/audit-report.js'
import { type SharedValues, toAudited, toAuditedRelease, toFinding } from '../../audit/audited.js'
import { drawSample } from '../../audit/sample.js'
import { type ScopedArtifact, isAskedFor, joinLists } from '../../audit/scope.js'
import { withSharedDigests } from '../../audit/shared-digests.js'
import { NO_FACTS } from '../../diagnose/facts.js'
import { noticesOfImage } from '../../diagnose/image-notices.js'
import { ERRORS, type ErrorCode } from '../../error-codes.js'
import { InputError } from '../../errors.js'
import { boundYoungGeneration } from '../../files/young-generation.js'
import { type ReleasePlan, type ResolvedVersion, planPapers, planRequest, dayOf } from '../../plan/plan.js'
import type { Ports } from '../../ports.js'
import { toFailures } from '../../prove/audit-findings.js'
import { AuditProver } from '../../prove/audit-prover.js'
import { proveImage } from '../../prove/image-prover.js'
import type { SbomsAtHand } from '../../prove/sboms-at-hand.js'
import type { Depth } from '../../request/audit-inputs.js'
import type { AuditRequest } from '../../request/audit-request.js'
import type { ImageReference } from '../../request/image-reference.js'
import type { SeenLogs } from './logs.js'
import { type Result, unwrap } from '../../result.js'
import type { TrustedRoot } from '../../trust/trusted-root.js'

const IMAGE_PREFIX = 'image:'

/** What an audit may go on from. */
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

/** What all releases of one audit share. */
export interface AuditContext {
  readonly request: AuditRequest
  readonly ports: Ports
  readonly options: AuditOptions
  readonly loadingRoot: Promise<Result<TrustedRoot>>
  readonly limit: LimitFunction
  readonly limitFiles: LimitFunction
  readonly warnings: string[]
  readonly progress: { audited: number; known: number }
  readonly values: SharedValues
  readonly sbomsAtHand: SbomsAtHand
  /** What was seen of transparency logs. */
  readonly logs: SeenLogs
  /** Keeps the first of what stops a part of the audit. */
  readonly fail: (thrown: unknown) => undefined
}

/** Audits one release; what a service left open is looked at once more. */
export async function auditRelease(
  resolved: ResolvedVersion,
  context: AuditContext,
): Promise<AuditedRelease> {
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
  context: AuditContext,
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
      boundYoungGeneration()
      options.onProgress?.(progress)
      return artifact
    })
  const artifacts = await Promise.all([
    ...items.map(({ scoped, depth }) => {
      const look = () => audit(scoped.path, () => prover.audit(scoped, depth))
      return depth === 'full' ? limitFiles(look) : look()
    }),
    ...images.map(({ path, image }) => audit(path, () => auditImage({ path, image, version }, context))),
  ])
  return artifacts.filter((artifact) => artifact !== undefined)
}

/** Whether a service that did not answer might have proven it. */
function isUnanswered({ outcome, problems = [] }: AuditedArtifact): boolean {
  if (outcome !== 'unverifiable') return false
  return problems.some(({ code }) => isErrorCode(code) && ERRORS[code].reason === 'network')
}

/** Whether a service left it open: by itself, or since the release's SBOM is unproven. */
export function isOpen(artifact: AuditedArtifact): boolean {
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

export interface ScopedRelease {
  readonly release: ReleasePlan
  readonly prover: AuditProver
  readonly items: readonly { readonly scoped: ScopedArtifact; readonly depth: Depth }[]
  readonly images: readonly { readonly path: string; readonly image: ImageReference }[]
}

/** What is looked at in a release: by the plan, or by the request and the release's papers. */
export async function scopeRelease(resolved: ResolvedVersion, context: AuditContext): Promise<ScopedRelease> {
  const { request, ports, loadingRoot, warnings, options } = context
  const { scope, searchesAll, sample } = request
  const today = dayOf(ports.now())
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
    sbomsAtHand: context.sbomsAtHand,
    onProof: (proof) => {
      context.logs.add(resolved.version, proof)
    },
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

interface ScopedImage {
  readonly path: string
  readonly image: ImageReference
  /** The release that it is of. */
  readonly version: string
}

async function auditImage(
  { path, image, version }: ScopedImage,
  { request, ports, loadingRoot, values, logs }: AuditContext,
): Promise<AuditedArtifact> {
  const signer = request.scope.imageSigner
  const proof = await proveImage(image, { ports, trustedRoot: unwrap(await loadingRoot), signer })
  logs.add(version, proof)
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
