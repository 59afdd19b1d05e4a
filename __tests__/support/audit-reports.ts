// Reports of audits, made up: what a renderer or a reader of reports is tried
// with. The same options give the same report, on any machine.
import type {
  AuditReport,
  AuditedArtifact,
  AuditedRelease,
  Comparison,
} from '../../src/audit/audit-report.js'
import { type Finding, type FindingCode, severityOf } from '../../src/audit/finding.js'
import { CHECK_IDS, type CheckId } from '../../src/verify/check.js'

const PLATFORMS = [
  ...['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x'].map((arch) => `linux/${arch}`),
  ...['darwin/amd64', 'darwin/arm64', 'windows/amd64', 'windows/arm64'],
]
const NAMES = ['kubectl', 'kubectl-convert', 'kubeadm', 'kubelet', 'kube-proxy', 'kube-log-runner']
const IMAGES = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-proxy', 'conformance']
const OIDC_ISSUER = 'https://accounts.google.com'
const RELEASE_SIGNER = {
  certificateIdentity: 'krel-staging@k8s-releng-prod.iam.gserviceaccount.com',
  oidcIssuer: OIDC_ISSUER,
}
const IMAGE_SIGNER = {
  certificateIdentity: 'krel-trust@k8s-releng-prod.iam.gserviceaccount.com',
  oidcIssuer: OIDC_ISSUER,
}
const PUBLIC_LOG_ID = 'c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d'

/** What may befall the artifact at a place of the report. */
export type Fault = 'none' | 'rejected' | 'unverifiable' | 'absent' | 'moved' | 'note' | 'warning'

export interface ReportOptions {
  readonly releases?: number
  readonly artifactsPerRelease?: number
  readonly depth?: AuditReport['depth']
  /** By the number of the release and of the artifact in it. Without it nothing is wrong. */
  readonly faultAt?: (release: number, artifact: number) => Fault
  /** Stands wherever the report may hold text from outside. */
  readonly foreign?: string
  /** As if held against a baseline. */
  readonly baseline?: boolean
  readonly change?: Partial<AuditReport>
}

/** Faults of every kind, few in some releases and none in most. */
export const variedFaults = (release: number, artifact: number): Fault => {
  const faults: readonly Fault[] = ['rejected', 'unverifiable', 'absent', 'moved', 'note', 'warning']
  if (release % 3 === 0) return 'none'
  return artifact % 17 === release % 17 ? (faults[(release + artifact) % faults.length] ?? 'none') : 'none'
}

export function auditReport(options: ReportOptions = {}): AuditReport {
  const { releases: size = 3, depth = 'digest', foreign } = options
  const releases = Array.from({ length: size }, (_, index) => auditedRelease(index, options))
  const warnings = foreign === undefined ? [] : [foreign]
  return {
    schemaVersion: 1,
    kind: 'audit',
    outcome: worstOf(releases),
    exitCode: { verified: 0, rejected: 1, unverifiable: 3 }[worstOf(releases)] as 0 | 1 | 3,
    depth,
    trustedRoot: foreign ?? 'embedded, made 2026-11-01',
    signers: { release: RELEASE_SIGNER, image: IMAGE_SIGNER },
    counts: countsOf(releases),
    ...(options.baseline === true ? { comparison: comparisonOf(releases, foreign) } : {}),
    releases,
    warnings,
    ...(foreign === undefined ? {} : { error: { code: 'FETCH_NETWORK', message: foreign, hint: foreign } }),
    startedAt: '2026-11-24T09:30:00Z',
    durationMs: 83_000,
    ...options.change,
  }
}

/** The release of this number: v1.35.0, v1.35.1, …; ten to a minor, the minors going down. */
export function auditedRelease(index: number, options: ReportOptions = {}): AuditedRelease {
  const { artifactsPerRelease = 40, foreign } = options
  const artifacts = Array.from({ length: artifactsPerRelease }, (_, at) =>
    auditedArtifact(index, at, options),
  )
  return {
    version: `v1.${35 - Math.floor(index / 10)}.${index % 10}`,
    source: foreign ?? 'input',
    notes: foreign === undefined ? [] : [foreign],
    releasedAt: '2026-01-15T12:00:00Z',
    outcome: worstOf(artifacts),
    findings: foreign === undefined ? [] : [findingOf('PAPER_MISSING', foreign, { expected: foreign })],
    artifacts: artifacts.sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** The first artifacts of a release are its images, the others files: a name on all platforms, then the next. */
export function auditedArtifact(
  release: number,
  index: number,
  options: ReportOptions = {},
): AuditedArtifact {
  const { depth = 'digest', foreign, faultAt = (): Fault => 'none' } = options
  const fault = faultAt(release, index)
  const image = IMAGES[index]
  const [name, platform] = nameAt(index - IMAGES.length)
  const exe = platform.startsWith('windows/') ? '.exe' : ''
  const digest = digestOf(`${release} ${index}`)
  const checks = Object.fromEntries(
    CHECK_IDS.map((id) => [id, id === 'signed-timestamp' ? 'not-run' : 'passed']),
  ) as Record<CheckId, 'passed' | 'failed' | 'not-run'>
  const artifact: AuditedArtifact = {
    path: image === undefined ? `bin/${platform}/${name}${exe}` : `image:${image}`,
    name: foreign ?? image ?? name,
    kind: image === undefined ? 'binary' : 'image',
    ...(image === undefined ? { platform: foreign === undefined ? platform : `${foreign} ${platform}` } : {}),
    depth,
    outcome: 'verified',
    digest,
    ...(depth === 'full' ? { size: 58_601_656 + index } : {}),
    checks,
    signer: {
      certificateIdentity:
        foreign ?? (image === undefined ? RELEASE_SIGNER : IMAGE_SIGNER).certificateIdentity,
      oidcIssuer: foreign ?? OIDC_ISSUER,
    },
    logEntry: {
      uuid: foreign ?? `24296fb24b8ad77a${digest.slice('sha256:'.length)}`,
      logId: foreign ?? PUBLIC_LOG_ID,
      logIndex: 3_000_000_000 + release * 1000 + index,
      integratedTime: '2026-01-15T12:34:56Z',
    },
  }
  return { ...artifact, ...damage(fault, artifact, foreign) }
}

function damage(fault: Fault, artifact: AuditedArtifact, foreign?: string): Partial<AuditedArtifact> {
  const { path, checks, digest = '' } = artifact
  const withFinding = (code: FindingCode, message: string, compared: Compared = {}) => ({
    findings: [findingOf(code, foreign ?? message, compared)],
  })
  switch (fault) {
    case 'none':
      return {}
    case 'rejected': {
      const detail = foreign ?? 'the key in the certificate did not make this signature over this digest'
      return {
        outcome: 'rejected',
        checks: { ...checks, signature: 'failed', 'certificate-chain': 'not-run' },
        problems: [{ id: 'signature', status: 'failed', code: 'SIGNATURE_INVALID', detail, actual: digest }],
        ...withFinding('SIGNATURE_INVALID', `${path}: ${detail}`, { actual: digest }),
      }
    }
    case 'unverifiable':
    case 'absent': {
      const code = fault === 'absent' ? 'ARTIFACT_ABSENT' : 'EVIDENCE_SIGNATURE_MISSING'
      const detail = foreign ?? `${path} is not published, though the release must have it`
      return {
        outcome: 'unverifiable',
        checks: { ...checks, signature: 'not-run' },
        problems: [{ id: 'signature', status: 'not-run', code, detail }],
        ...withFinding(code, detail, { expected: `${path}.sig` }),
      }
    }
    case 'moved':
      return withFinding('DIGEST_MOVED', `${path} has another digest than in the baseline`, {
        expected: digestOf(path),
        actual: digest,
      })
    case 'note':
      return withFinding('SIGNED_AGAIN', `the log has 2 valid entries of the expected signer for ${path}`)
    case 'warning':
      return withFinding('LOG_TIME_FAR', `the log took the entry of ${path} 41 days after the release`)
  }
}

type Compared = Pick<Finding, 'expected' | 'actual'>

function findingOf(code: FindingCode, message: string, compared: Compared = {}) {
  return { code, severity: severityOf(code), message, ...compared, since: 'new' as const }
}

function comparisonOf(releases: readonly AuditedRelease[], foreign?: string): Comparison {
  const moved = releases.flatMap(({ version, artifacts }) =>
    artifacts
      .filter(({ findings = [] }) => findings.some(({ code }) => code === 'DIGEST_MOVED'))
      .map(({ path, digest = '' }) => ({ version, path, from: digestOf(path), to: digest })),
  )
  const version = releases[0]?.version ?? 'v1.35.0'
  return {
    baselineStartedAt: '2026-11-17T09:30:00Z',
    new: releases.flatMap(findingsOf).length,
    standing: 2,
    fixed: [{ version, code: 'SIDECAR_MISSING', message: foreign ?? 'kubectl.sig is not published' }],
    moved,
  }
}

/** Of the release itself and of its artifacts. */
function findingsOf({ findings, artifacts }: AuditedRelease): Finding[] {
  return [...findings, ...artifacts.flatMap((each) => each.findings ?? [])]
}

function countsOf(releases: readonly AuditedRelease[]): AuditReport['counts'] {
  const artifacts = releases.flatMap((each) => each.artifacts)
  const findings = releases.flatMap(findingsOf)
  const withOutcome = (outcome: AuditReport['outcome']) =>
    artifacts.filter((each) => each.outcome === outcome).length
  const withSeverity = (severity: Finding['severity']) =>
    findings.filter((each) => each.severity === severity).length
  return {
    artifacts: artifacts.length,
    verified: withOutcome('verified'),
    rejected: withOutcome('rejected'),
    unverifiable: withOutcome('unverifiable'),
    findings: {
      alarm: withSeverity('alarm'),
      error: withSeverity('error'),
      warning: withSeverity('warning'),
      note: withSeverity('note'),
    },
  }
}

function worstOf(parts: readonly { outcome: AuditReport['outcome'] }[]): AuditReport['outcome'] {
  const has = (outcome: AuditReport['outcome']) => parts.some((each) => each.outcome === outcome)
  return has('rejected') ? 'rejected' : has('unverifiable') ? 'unverifiable' : 'verified'
}

/** A name on all platforms, then the next name. */
function nameAt(index: number): [name: string, platform: string] {
  const at = Math.max(index, 0)
  const [row, column] = [Math.floor(at / PLATFORMS.length), at % PLATFORMS.length]
  const name = NAMES[row] ?? `kube-tool-${String(row).padStart(3, '0')}`
  return [name, PLATFORMS[column] ?? 'linux/amd64']
}

/** Looks like a digest and is none: only the same for the same text. */
function digestOf(text: string): string {
  let state = 0x811c9dc5
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  const words = Array.from({ length: 8 }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return (state >>> 0).toString(16).padStart(8, '0')
  })
  return `sha256:${words.join('')}`
}
