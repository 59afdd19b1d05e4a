// The pipeline, straight: request → plan → fetch → evidence → verify → install → report.
import pLimit from 'p-limit'
import { describeImages } from '../diagnose/image-notices.js'
import { type CodedError, toCodedError } from '../errors.js'
import { toResultAsync, unwrap } from '../result.js'
import { assertCovered } from '../lock/frozen.js'
import type { Lock } from '../lock/lock.js'
import { recordLock } from '../lock/record.js'
import {
  type Plan,
  type PlannedArtifact,
  type ReleasePlan,
  type ResolvedVersion,
  formatPlace,
  planRequest,
  dayOf,
} from '../plan/plan.js'
import type { InstalledArtifact, Ports } from '../ports.js'
import { proveImage } from '../prove/image-prover.js'
import { assertFitsCluster } from '../prove/fits-cluster.js'
import { readCheckpoints } from '../prove/log-consistency.js'
import { assertAge, createAgeChoice } from '../prove/old-enough.js'
import { type ArtifactProof, ReleaseProver } from '../prove/release-prover.js'
import {
  type ArtifactReport,
  type LogReport,
  type ReleaseReport,
  type Report,
  toImageReport,
  toReport,
  toArtifactReport,
} from '../report/report.js'
import { listAdvice } from '../request/advice.js'
import type { Request } from '../request/request.js'
import { listWeakerRequests } from '../verify/weaknesses.js'
import { provesTheSame } from '../prove/same-proof.js'
import type { CachedReleases } from '../prove/cached-releases.js'
import { toFiles } from './files.js'
import { readLock } from './read-lock.js'
import { reached } from './reached.js'
import { watch } from './watch-logs.js'
import { resolveVersions } from '../prove/resolve-versions.js'
import { lazyContext } from '../prove/proof-context.js'
import { warningsOf } from './report-run.js'
import { SbomsAtHand } from '../prove/sboms-at-hand.js'

/** Artifacts in flight at once; each has five requests, and a connection pool per host bounds those. */
const CONCURRENT_ARTIFACTS = 8

/** What is known so far; on failure the report says that much. */
interface Findings {
  trustedRoot?: string
  releases: readonly ReleaseReport[]
  artifacts: readonly ArtifactReport[]
  /** Not begun, because something had failed and the request is to fail fast. */
  skipped: readonly string[]
  warnings: string[]
  logs?: readonly LogReport[]
  error?: CodedError
}

/**
 * Proves and installs what was asked for, with the releases that need not be asked for. Never rejects: what went wrong is in the report. One that says `verified` was
 * written to the report's folder with what it is about; any other is the caller's to write.
 */
export async function run(request: Request, ports: Ports, cached?: CachedReleases): Promise<Report> {
  const startedAt = ports.now()
  const warnings = [...(cached?.warnings ?? [])]
  const findings: Findings = { releases: [], artifacts: [], skipped: [], warnings }
  const conclude = (facts: Findings): Report =>
    toReport({ ...facts, ...reached(ports), startedAt, endedAt: ports.now() })
  try {
    const written = await find(findings, { request, ports, cached, conclude })
    if (written !== undefined) return written
  } catch (thrown) {
    findings.error = toCodedError(thrown)
    // What is refused is not handed on by its digest either.
    findings.artifacts = findings.artifacts.map(withoutPin)
  }
  return conclude(findings)
}

/** What the request means, with nothing asked for but channel files. */
export async function plan(request: Request, ports: Ports, cached?: CachedReleases): Promise<Plan> {
  const lock = await readLock(request, ports)
  const warn = (): void => undefined
  const { choose } = createAgeChoice(request, () => ({
    request,
    ports,
    loadingRoot: toResultAsync(ports.loadTrustedRoot(warn)),
    lock,
    warn,
  }))
  const { versions } = await resolveVersions(request, ports, { lock, cached, choose })
  return planLocked(request, versions, { lock, ports })
}

function planLocked(
  request: Request,
  versions: readonly ResolvedVersion[],
  { lock, ports }: { readonly lock: Lock | undefined; readonly ports: Ports },
): Plan {
  const planned = planRequest(request, versions, dayOf(ports.now()))
  if (lock !== undefined && request.isFrozen) assertCovered(request, planned, lock)
  return planned
}

interface FindContext {
  readonly request: Request
  readonly ports: Ports
  readonly cached: CachedReleases | undefined
  readonly conclude: (facts: Findings) => Report
}

/** @returns the report that was written, if all was verified and installed */
async function find(
  findings: Findings,
  { request, ports, cached, conclude }: FindContext,
): Promise<Report | undefined> {
  const warn = (message: string): void => void findings.warnings.push(message)
  for (const advice of listAdvice(request)) warn(advice)
  const lock = await readLock(request, ports)
  const kept = await readCheckpoints(ports.checkpointFile)
  const sbomsAtHand = new SbomsAtHand()
  const toContext = lazyContext({ request, ports, lock, sbomsAtHand, warn })
  const { choose, sbomOf } = createAgeChoice(request, toContext)
  const { versions, bySpec } = await resolveVersions(request, ports, { lock, cached, choose })
  findings.releases = versions.map(({ version, source }) => ({ version, source, notes: [] }))
  const { releases, byUrl } = planLocked(request, versions, { lock, ports })
  const groups = [...releases, byUrl]
  findings.releases = releases.map(toReleaseReport)
  if (request.releaseBinding === 'off')
    warn('release-binding is off: nothing proves which version, platform and file this is')
  for (const warning of listWeakerRequests({ ...request, isOfNoRelease: request.urls.length > 0 }))
    warn(warning)
  if (request.signatureSource === 'release-sbom')
    warn("signature-source is release-sbom: artifacts are proven by their release's signed SBOM alone")

  // Bytes and evidence are fetched while the trusted root is: none of them needs it.
  const context = toContext()
  const { loadingRoot } = context
  const provers = [
    ...releases.map((release) => new ReleaseProver(release, context, sbomOf(release.version))),
    new ReleaseProver(byUrl, context),
  ]
  const limit = pLimit(CONCURRENT_ARTIFACTS)
  const stop = new AbortController()
  const proving = groups.flatMap(({ artifacts }, index) =>
    artifacts.map((planned) =>
      limit(async () => {
        if (stop.signal.aborted) return planned
        const proof = await (provers[index] as ReleaseProver).artifact(planned)
        if (request.failFast && proof.result.outcome !== 'verified') stop.abort()
        return proof
      }),
    ),
  )
  const provingImages = releases.flatMap(({ images }) =>
    images.map((image) =>
      limit(async () =>
        proveImage(image, { ports, trustedRoot: unwrap(await loadingRoot), signer: request.imageSigner }),
      ),
    ),
  )
  const [ends, images] = await Promise.all([Promise.all(proving), Promise.all(provingImages)])
  const proofs = ends.filter((end): end is ArtifactProof => 'result' in end)
  findings.skipped = ends.filter((end): end is PlannedArtifact => !('result' in end)).map(formatPlace)
  findings.trustedRoot = (await loadingRoot).value?.source ?? ''
  const sboms = await Promise.all(provers.map(async (prover) => prover.sbom()))
  const judged = new Set([...proofs, ...sboms.flatMap((sbom) => sbom ?? []), ...images])
  for (const warning of warningsOf([...judged])) warn(warning)
  for (const warning of describeImages(images)) warn(warning)
  findings.releases = releases.map((release, index) => {
    const sbom = sboms[index]
    return { ...toReleaseReport(release), ...(sbom && { sbom: sbom.result }) }
  })
  const ofImages = images.map(toImageReport)
  findings.artifacts = [...proofs.map((proof) => toInstalledReport(proof, [])), ...ofImages]
  const verified = proofs.flatMap((proof) => proof.verified ?? [])
  const areImagesVerified = images.every(({ pinned }) => pinned !== undefined)
  const { value: root } = await loadingRoot
  const settleLogs = await watch([...judged], { facts: findings, trustedRoot: root, kept, ports, warn })
  if (verified.length < ends.length || !areImagesVerified) return undefined
  const planned = proofs.map((proof) => proof.planned)
  const fits = assertFitsCluster(planned, request.skewOf)
  findings.releases = findings.releases.map((release, index) =>
    index === 0 ? { ...release, notes: [...release.notes, ...fits] } : release,
  )
  await assertAge(
    [...judged].map(({ result }) => result),
    context,
  )
  const bound = sboms.flatMap((sbom) => sbom?.verified ?? [])
  const papers = bound.filter((paper) => !verified.includes(paper))
  const fetched = [...proofs, ...sboms.flatMap((sbom) => sbom ?? [])].filter(
    ({ isFromCache }) => isFromCache !== true,
  )
  // Before they are moved away.
  await ports.sharedCache?.save([...new Set(fetched.flatMap((proof) => proof.verified ?? []))])
  const trustedRoot = unwrap(await loadingRoot)
  const lockText = request.isFrozen ? undefined : recordLock(request, bySpec, [...verified, ...papers])
  let report: Report | undefined
  await ports.installer.install(verified, papers, {
    extract: request.extract,
    trustedRoot,
    provesTheSame: (artifact, bundle) =>
      provesTheSame(artifact, bundle, { signer: request.signer, trustedRoot }),
    alongside: async (installed) => {
      const artifacts = [...proofs.map((proof) => toInstalledReport(proof, installed)), ...ofImages]
      report = conclude({ ...findings, artifacts })
      const placed = verified.filter(({ planned }) => installed.some((each) => each.planned === planned))
      const formerLock = await ports.lockFile?.read()
      const checkpointText = await settleLogs?.()
      return toFiles(request, { report, placed, papers: bound, lockText, formerLock, checkpointText })
    },
  })
  return report
}

function toReleaseReport({ version, source, notes, leftOut }: ReleasePlan): ReleaseReport {
  return { version, source, notes: [...notes, ...leftOut] }
}

function withoutPin(artifact: ArtifactReport): ArtifactReport {
  const { pinned, ...others } = artifact
  return pinned === undefined ? artifact : others
}

function toInstalledReport(proof: ArtifactProof, installed: readonly InstalledArtifact[]): ArtifactReport {
  const { planned, measured, isFromCache = false } = proof
  const place = installed.find((each) => each.planned === planned)
  return {
    ...toArtifactReport(planned.kind, proof),
    isFromCache,
    ...(measured && { size: measured.size }),
    ...(place && { path: place.path, bundlePath: place.bundlePath }),
  }
}
