// The pipeline, straight: request → plan → fetch → evidence → verify → install → report.
import pLimit from 'p-limit'
import { type CodedError, toCodedError } from './errors.js'
import { claimAsync } from './evidence/claim.js'
import type { ReleaseVersion } from './kubernetes/version.js'
import { channelUrl, parseChannel } from './plan/channel.js'
import { planRelease } from './plan/plan.js'
import type { InstalledArtifact, Ports } from './ports.js'
import { type PaperProof, type Proof, proveArtifact, provePaper } from './prove.js'
import { type ArtifactReport, type Report, toReport } from './report/report.js'
import type { Request } from './request/request.js'

/** Artifacts in flight at once; each has five requests. */
const CONCURRENT_ARTIFACTS = 4

/** What is known so far; on failure the report says that much. */
interface Findings {
  version?: ReleaseVersion
  versionSource?: string
  trustedRoot?: string
  sbom?: Proof
  proofs: readonly Proof[]
  installed: readonly InstalledArtifact[]
  warnings: string[]
  error?: CodedError
}

/** Proves and installs what was asked for. Never rejects: what went wrong is in the report. */
export async function run(request: Request, ports: Ports): Promise<Report> {
  const startedAt = ports.now()
  const findings: Findings = { proofs: [], installed: [], warnings: [] }
  try {
    await find(findings, request, ports)
  } catch (thrown) {
    findings.error = toCodedError(thrown)
  }
  const { sbom, proofs, ...rest } = findings
  return toReport({
    ...rest,
    ...(sbom && { sbom: sbom.result }),
    artifacts: proofs.map((proof) => toArtifactReport(proof, findings.installed)),
    startedAt,
    endedAt: ports.now(),
  })
}

async function find(findings: Findings, request: Request, ports: Ports): Promise<void> {
  const warn = (message: string): void => void findings.warnings.push(message)
  const loadingRoot = claimAsync(ports.loadTrustedRoot(warn))

  Object.assign(findings, await resolveVersion(request, ports))
  const plan = planRelease(request, findings.version as ReleaseVersion)
  if (plan.sbom === undefined)
    warn('release-binding is off: nothing proves which version, platform and file this is')

  // Bytes and evidence are fetched while the trusted root is: none of them needs it.
  const context = { request, ports, loadingRoot }
  let provingSbom: Promise<PaperProof> | undefined
  const proveSbom = (): typeof provingSbom => (provingSbom ??= plan.sbom && provePaper(plan.sbom, context))
  const limit = pLimit(CONCURRENT_ARTIFACTS)
  const proofs = await Promise.all(
    plan.artifacts.map((planned) => limit(() => proveArtifact(planned, { ...context, proveSbom }))),
  )
  const sbom = await proveSbom()

  findings.trustedRoot = (await loadingRoot).value?.source ?? ''
  if (sbom) findings.sbom = sbom
  findings.proofs = proofs
  const verified = proofs.flatMap((proof) => proof.verified ?? [])
  if (verified.length === proofs.length) findings.installed = await ports.installer.install(verified)
}

async function resolveVersion(
  { version, releaseUrl }: Request,
  { releaseSite }: Ports,
): Promise<{ version: ReleaseVersion; versionSource: string }> {
  if (version.kind === 'exact') return { version: version.version, versionSource: 'input' }
  const url = channelUrl(releaseUrl, version.channel)
  return {
    version: parseChannel(version.channel, await releaseSite.fetchChannel(url)),
    versionSource: url.href,
  }
}

function toArtifactReport(
  { planned, result, measured }: Proof,
  installed: readonly InstalledArtifact[],
): ArtifactReport {
  const place = installed.find(({ name }) => name === planned.name)
  return {
    verification: result,
    ...(measured && { size: measured.size }),
    ...(place && { path: place.path, bundlePath: place.bundlePath }),
  }
}
