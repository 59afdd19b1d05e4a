// The pipeline, straight: request → plan → fetch → evidence → verify → install → report.
import pLimit from 'p-limit'
import { describeDisregarded } from '../diagnose/disregarded.js'
import { type CodedError, LockError, toCodedError } from '../errors.js'
import { toResultAsync, unwrap } from '../result.js'
import { assertCovered } from '../lock/frozen.js'
import { type Lock, parseLock } from '../lock/lock.js'
import { recordLock } from '../lock/record.js'
import {
  type Plan,
  type PlannedArtifact,
  type ReleasePlan,
  type ResolvedVersion,
  formatPlace,
  planRequest,
} from '../plan/plan.js'
import type { InstalledArtifact, Ports } from '../ports.js'
import { proveImage } from '../prove/image-prover.js'
import { type ArtifactProof, ReleaseProver } from '../prove/release-prover.js'
import {
  type ArtifactReport,
  type ReleaseReport,
  type Report,
  toImageReport,
  toReport,
} from '../report/report.js'
import type { Request } from '../request/request.js'
import { resolveVersions } from '../prove/resolve-versions.js'

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
  error?: CodedError
}

/** Proves and installs what was asked for. Never rejects: what went wrong is in the report. */
export async function run(request: Request, ports: Ports): Promise<Report> {
  const startedAt = ports.now()
  const findings: Findings = { releases: [], artifacts: [], skipped: [], warnings: [] }
  try {
    await find(findings, request, ports)
  } catch (thrown) {
    findings.error = toCodedError(thrown)
  }
  return toReport({ ...findings, startedAt, endedAt: ports.now() })
}

/** What the request means, with nothing asked for but channel files. */
export async function plan(request: Request, ports: Ports): Promise<Plan> {
  const lock = await readLock(request, ports)
  const { versions } = await resolveVersions(request, ports, lock)
  return planLocked(request, versions, lock, ports)
}

function planLocked(
  request: Request,
  versions: readonly ResolvedVersion[],
  lock: Lock | undefined,
  ports: Ports,
): Plan {
  const planned = planRequest(request, versions, today(ports))
  if (lock !== undefined && request.isFrozen) assertCovered(request, planned, lock)
  return planned
}

async function readLock({ isFrozen, lockFile }: Request, ports: Ports): Promise<Lock | undefined> {
  const text = await ports.lockFile?.read()
  if (text !== undefined) return parseLock(text)
  if (isFrozen) throw new LockError('LOCK_MISSING', `there is no lock file "${lockFile ?? ''}"`)
  return undefined
}

async function find(findings: Findings, request: Request, ports: Ports): Promise<void> {
  const warn = (message: string): void => void findings.warnings.push(message)
  const lock = await readLock(request, ports)
  const { versions, bySpec } = await resolveVersions(request, ports, lock)
  findings.releases = versions.map((resolved) => ({ ...resolved, notes: [] }))
  const { releases, byUrl } = planLocked(request, versions, lock, ports)
  const groups = [...releases, byUrl]
  findings.releases = releases.map(toReleaseReport)
  if (request.releaseBinding === 'off')
    warn('release-binding is off: nothing proves which version, platform and file this is')
  if (request.signatureSource === 'release-sbom')
    warn("signature-source is release-sbom: artifacts are proven by their release's signed SBOM alone")

  // Bytes and evidence are fetched while the trusted root is: none of them needs it.
  const loadingRoot = toResultAsync(ports.loadTrustedRoot(warn))
  const provers = groups.map((group) => new ReleaseProver(group, { request, ports, loadingRoot, lock, warn }))
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
  for (const proof of judged) for (const warning of describeDisregarded(proof)) warn(warning)
  findings.releases = releases.map((release, index) => {
    const sbom = sboms[index]
    return { ...toReleaseReport(release), ...(sbom && { sbom: sbom.result }) }
  })
  const ofImages = images.map(toImageReport)
  findings.artifacts = [...proofs.map((proof) => toArtifactReport(proof, [])), ...ofImages]
  const verified = proofs.flatMap((proof) => proof.verified ?? [])
  const areImagesVerified = images.every(({ pinned }) => pinned !== undefined)
  if (verified.length < ends.length || !areImagesVerified) return
  const papers = sboms.flatMap((sbom) => sbom?.verified ?? []).filter((paper) => !verified.includes(paper))
  const fetched = [...proofs, ...sboms.flatMap((sbom) => sbom ?? [])].filter(
    ({ isFromCache }) => isFromCache !== true,
  )
  // Before they are moved away.
  await ports.sharedCache?.save([...new Set(fetched.flatMap((proof) => proof.verified ?? []))])
  const trustedRoot = unwrap(await loadingRoot)
  const installed = await ports.installer.install(verified, papers, { extract: request.extract, trustedRoot })
  if (!request.isFrozen) await ports.lockFile?.write(recordLock(request, bySpec, [...verified, ...papers]))
  findings.artifacts = [...proofs.map((proof) => toArtifactReport(proof, installed)), ...ofImages]
}

function toReleaseReport({ version, source, notes, leftOut }: ReleasePlan): ReleaseReport {
  return { version, source, notes: [...notes, ...leftOut] }
}

function toArtifactReport(
  { planned, result, measured, isFromCache = false }: ArtifactProof,
  installed: readonly InstalledArtifact[],
): ArtifactReport {
  const place = installed.find((each) => each.planned === planned)
  return {
    kind: planned.kind,
    verification: result,
    isFromCache,
    ...(measured && { size: measured.size }),
    ...(place && { path: place.path, bundlePath: place.bundlePath }),
  }
}

/** YYYY-MM-DD, UTC. */
function today(ports: Ports): string {
  return new Date(ports.now()).toISOString().slice(0, 10)
}
