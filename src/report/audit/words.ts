// How the parts of an audit are called wherever people read of them. At depth
// `digest` nobody saw bytes, and the words must not say so.
import type { AuditReport, AuditedArtifact, AuditedRelease } from '../../audit/audit-report.js'
import { type Finding, type FindingCode, SEVERITIES, type Severity } from '../../audit/finding.js'

const VERIFIED = { digest: 'signed digest', full: 'verified bytes' } as const
const ABSENT: readonly FindingCode[] = [
  'ARTIFACT_ABSENT',
  'RELEASE_ARTIFACT_NOT_PUBLISHED',
  'IMAGE_NOT_FOUND',
]
const OUTCOME_ORDER = ['rejected', 'unverifiable', 'verified'] as const

/** What was proven of an artifact, or that it was not. */
export function wordOf({ outcome, depth, kind }: AuditedArtifact): string {
  if (outcome !== 'verified') return outcome
  return kind === 'image' ? 'signed image' : VERIFIED[depth]
}

/** What was done about an artifact, and what it came to, in one sentence about this one alone. */
export function toSentence(artifact: AuditedArtifact): string {
  const { outcome, depth, kind, digest, size, findings = [] } = artifact
  if (kind === 'image')
    return outcome === 'verified'
      ? "a signature of its manifest's digest is verified; its layers were not downloaded"
      : `no signature of its manifest is verified: ${outcome}`
  if (outcome === 'verified')
    return depth === 'full'
      ? 'downloaded, hashed and verified'
      : 'its published digest is validly signed and logged; it was not downloaded'
  if (findings.some(({ code }) => ABSENT.includes(code))) return `not published: ${outcome}`
  if (depth === 'full')
    return size === undefined ? `could not be downloaded: ${outcome}` : `downloaded and hashed: ${outcome}`
  return digest === undefined
    ? `no digest of it could be had: ${outcome}`
    : `the signature of its published digest is not verified: ${outcome}`
}

/** A finding with where it is. */
export interface LocatedFinding extends Finding {
  readonly version: string
  /** Undefined when it is about the release as a whole. */
  readonly artifact: AuditedArtifact | undefined
}

/** Everything found in a release, worst first; of equal ones in the report's order. */
export function locateFindings({ version, findings, artifacts }: AuditedRelease): LocatedFinding[] {
  const located = [
    ...findings.map((finding) => ({ ...finding, version, artifact: undefined })),
    ...artifacts.flatMap((artifact) =>
      (artifact.findings ?? []).map((finding) => ({ ...finding, version, artifact })),
    ),
  ]
  return located.sort(byWeight)
}

/** What was found under one code, everywhere. */
export interface FindingGroup {
  readonly code: FindingCode
  /** Of the loudest of them. */
  readonly severity: Severity
  readonly findings: readonly LocatedFinding[]
}

/** Everything found in an audit by its code: the worst first, and what contradicts before what is merely absent. */
export function groupFindings(report: AuditReport): FindingGroup[] {
  return groupByCode(worstFirst(report).flatMap(locateFindings).sort(byWeight))
}

/** Findings by their code, in the order in which the codes come. */
export function groupByCode(findings: readonly LocatedFinding[]): FindingGroup[] {
  return [...Map.groupBy(findings, ({ code }) => code)].flatMap(([code, alike]) => {
    const [first] = alike
    return first === undefined ? [] : [{ code, severity: first.severity, findings: alike }]
  })
}

/** From the loudest to the softest; of equally loud ones what contradicts first. */
function byWeight(a: LocatedFinding, b: LocatedFinding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(contradicts(b)) - Number(contradicts(a))
  )
}

/** Whether it is about an artifact that something contradicts, and not about what is merely absent. */
function contradicts({ artifact }: Pick<LocatedFinding, 'artifact'>): boolean {
  return artifact?.outcome === 'rejected'
}

/** The releases, worst first. */
export function worstFirst({ releases }: AuditReport): AuditedRelease[] {
  const loudest = (release: AuditedRelease): number => {
    const [first] = locateFindings(release)
    return first === undefined ? SEVERITIES.length : SEVERITIES.indexOf(first.severity)
  }
  return [...releases].sort(
    (a, b) => OUTCOME_ORDER.indexOf(a.outcome) - OUTCOME_ORDER.indexOf(b.outcome) || loudest(a) - loudest(b),
  )
}

/** `101 artifacts, of which 6 are rejected and 6 unverifiable; 18 findings` */
export function outcomesInWords(release: AuditedRelease): string {
  const { artifacts } = release
  const count = (outcome: AuditedArtifact['outcome']): number =>
    artifacts.filter((artifact) => artifact.outcome === outcome).length
  const parts = OUTCOME_ORDER.filter((outcome) => outcome !== 'verified' && count(outcome) > 0).map(
    (outcome) => `${count(outcome)} ${outcome}`,
  )
  const found = locateFindings(release).length
  const all = parts.length === 0 ? '' : `, of which ${parts.join(' and ')}`
  const findings = found === 0 ? 'no findings' : `${found} finding${found === 1 ? '' : 's'}`
  return `${artifacts.length} artifact${artifacts.length === 1 ? '' : 's'}${all}; ${findings}`
}

/** `398 verified, 1 rejected, 1 unverifiable; 3 findings` */
export function countInWords({
  counts: { artifacts, verified, rejected, unverifiable, findings },
}: AuditReport): string {
  const { alarm, error, warning, note } = findings
  const total = alarm + error + warning + note
  const bySeverity = SEVERITIES.filter((severity) => findings[severity] > 0).map(
    (severity) => `${findings[severity]} ${severity}${findings[severity] === 1 ? '' : 's'}`,
  )
  const found = total === 0 ? 'no findings' : bySeverity.join(', ')
  return `${artifacts} looked at: ${verified} verified, ${rejected} rejected, ${unverifiable} unverifiable; ${found}`
}

/** What the depth proved, in one sentence that is true of this very report. */
export function depthInWords({ depth, sample, releases }: AuditReport): string {
  const files = releases.flatMap(({ artifacts }) => artifacts).filter(({ kind }) => kind !== 'image')
  const verified = files.filter(({ outcome }) => outcome === 'verified').length
  const others = files.length - verified
  if (depth === 'full') {
    const proven = `${countOf(verified)} downloaded, hashed and verified`
    return `Depth full: ${proven}${others === 0 ? '' : `; ${others} ${others === 1 ? 'is' : 'are'} not verified`}.`
  }
  const sampled =
    sample === undefined
      ? ''
      : ` Of each release ${sample.perRelease} artifacts were taken in full, drawn by the seed ${sample.seed}.`
  return `Depth digest: the published digests are validly signed and logged where it says so; the artifacts themselves were not downloaded.${sampled}`
}

function countOf(artifacts: number): string {
  return artifacts === 0
    ? 'no artifact was'
    : artifacts === 1
      ? '1 artifact was'
      : `${artifacts} artifacts were`
}
