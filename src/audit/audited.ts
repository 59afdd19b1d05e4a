// Verification results → the compact form of an audit's report, with what the
// release engineers should know of them.
import type { CheckId } from '../verify/check.js'
import type { JudgedCheck, Outcome, VerificationResult } from '../verify/verification-result.js'
import { worstOutcome } from '../verify/verification-result.js'
import type { AuditReport, AuditedArtifact, AuditedRelease } from './audit-report.js'
import { type Finding, type FindingCode, SEVERITIES, severityOf } from './finding.js'
import type { Paper, ScopedArtifact } from './scope.js'

type Statuses = AuditedArtifact['checks']

/**
 * The values that ten thousands of artifacts of one audit have in common: lists of statuses, signers, logs. Each is
 * kept once; JSON writes them out.
 */
export class SharedValues {
  readonly #values = new Map<string, unknown>()

  /** @returns the first value of those that are the same in JSON */
  share<T>(value: T): T {
    const key = JSON.stringify(value)
    if (!this.#values.has(key)) this.#values.set(key, value)
    return this.#values.get(key) as T
  }
}

/** In the report's words no text is longer: a detail may repeat what somebody else wrote. */
const MAX_TEXT_LENGTH = 2000

export interface AuditedParts {
  readonly path: string
  readonly name: string
  readonly kind: AuditedArtifact['kind']
  readonly platform: string | undefined
  readonly size?: number | undefined
  readonly findings: readonly Finding[]
  readonly values: SharedValues
}

/** The compact form of a result, as an audit's report keeps it. */
export function toAudited(
  result: VerificationResult,
  { path, name, kind, platform, size, findings, values }: AuditedParts,
): AuditedArtifact {
  const { depth, outcome, digest, checks, signer, logEntry } = result
  const problems = checks.filter(isProblem).map(toProblem)
  return {
    path: toOwnText(path),
    name,
    kind,
    ...(platform !== undefined && { platform }),
    depth,
    outcome,
    ...(digest && { digest: digest.toString() }),
    ...(size !== undefined && { size }),
    checks: values.share(toStatuses(checks)),
    ...(problems.length > 0 && { problems }),
    ...(findings.length > 0 && { findings: [...findings] }),
    ...(signer && { signer: values.share(signer) }),
    ...(logEntry && { logEntry: { ...logEntry, logId: values.share(logEntry.logId) } }),
  }
}

/** Cut out of a paper of its release, it would keep that paper in memory with it. */
function toOwnText(text: string): string {
  return Buffer.from(text).toString()
}

/** A finding, with the severity of its code. */
export function toFinding(
  code: FindingCode,
  message: string,
  { expected, actual }: { readonly expected?: string | undefined; readonly actual?: string | undefined } = {},
): Finding {
  return {
    code,
    severity: severityOf(code),
    message: cut(message),
    ...(expected !== undefined && { expected: cut(expected) }),
    ...(actual !== undefined && { actual: cut(actual) }),
  }
}

/** What the papers and the catalogue say of an artifact, where they differ. */
export function listingFindings(
  title: string,
  { isInCatalogue, listedBy, missingFrom }: ScopedArtifact,
): Finding[] {
  const name = (papers: readonly Paper[]): string => papers.join(', ') || 'no paper'
  const isUnlisted = missingFrom.length > 0
  return [
    ...(isUnlisted
      ? [
          toFinding(
            'ARTIFACT_UNLISTED',
            listedBy.length === 0
              ? `${title}: no paper of the release lists it, though the catalogue expects it`
              : `${title}: listed by ${name(listedBy)}, and not by ${name(missingFrom)}`,
            { expected: 'listed by every paper', actual: `listed by ${name(listedBy)}` },
          ),
        ]
      : []),
    ...(isInCatalogue
      ? []
      : [
          toFinding(
            'ARTIFACT_UNEXPECTED',
            `${title}: listed by ${name(listedBy)}, and unknown to the catalogue`,
          ),
        ]),
  ]
}

/** Sorted, and with the outcome of the worst. */
export function toAuditedRelease(
  release: Omit<AuditedRelease, 'outcome' | 'artifacts'>,
  artifacts: readonly AuditedArtifact[],
): AuditedRelease {
  const sorted = [...artifacts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const outcome = worstOutcome(sorted.map((each) => each.outcome))
  const { version, source, notes, releasedAt, findings } = release
  // In the order of the schema.
  return {
    version,
    source,
    notes,
    ...(releasedAt !== undefined && { releasedAt }),
    outcome,
    findings,
    artifacts: sorted,
  }
}

/** Every finding of a release, those of its artifacts included. */
export function findingsOf({ findings, artifacts }: AuditedRelease): Finding[] {
  return [...findings, ...artifacts.flatMap((artifact) => artifact.findings ?? [])]
}

/** Counts outcomes and findings over all releases. */
export function countAll(releases: readonly AuditedRelease[]): AuditReport['counts'] {
  const artifacts = releases.flatMap((release) => release.artifacts)
  const findings = releases.flatMap(findingsOf)
  const ofOutcome = (outcome: Outcome): number => artifacts.filter((each) => each.outcome === outcome).length
  const bySeverity = SEVERITIES.map(
    (severity) => [severity, findings.filter((each) => each.severity === severity).length] as const,
  )
  return {
    artifacts: artifacts.length,
    verified: ofOutcome('verified'),
    rejected: ofOutcome('rejected'),
    unverifiable: ofOutcome('unverifiable'),
    findings: Object.fromEntries(bySeverity) as AuditReport['counts']['findings'],
  }
}

/** A failed check, or one that keeps the outcome from being verified. */
function isProblem({ status, required }: JudgedCheck): boolean {
  return status === 'failed' || (required && status === 'not-run')
}

function toProblem({ id, status, code, detail, expected, actual }: JudgedCheck) {
  return {
    id,
    status,
    ...(code !== undefined && { code }),
    detail: cut(detail),
    ...(expected !== undefined && { expected: cut(expected) }),
    ...(actual !== undefined && { actual: cut(actual) }),
  }
}

function toStatuses(checks: readonly JudgedCheck[]): Statuses {
  return Object.fromEntries(checks.map(({ id, status }): [CheckId, JudgedCheck['status']] => [id, status]))
}

function cut(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text
}
