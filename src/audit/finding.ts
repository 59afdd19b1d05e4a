// What an audit has to say about a release beside its verdicts. A finding's
// code is an API like an error's: people filter on it.
import { ERRORS, type ErrorCode } from '../errors.js'

/** From the loudest to the softest. */
export const SEVERITIES = ['alarm', 'error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

interface FindingEntry {
  readonly severity: Severity
  readonly meaning: string
}

/** What only an audit finds; the codes of failed checks are findings, too. */
export const AUDIT_FINDINGS = {
  DIGEST_MOVED: {
    severity: 'alarm',
    meaning: 'The digest is another than in the baseline, while the version stood still.',
  },
  ARTIFACT_ABSENT: {
    severity: 'error',
    meaning: 'An artifact that the release must have is not published.',
  },
  ARTIFACT_UNSIGNED: {
    severity: 'error',
    meaning: 'The artifact is published, but has neither signature nor certificate.',
  },
  SIDECAR_MISSING: {
    severity: 'error',
    meaning: 'One of the files beside the artifact is not published.',
  },
  ARTIFACT_UNLISTED: {
    severity: 'warning',
    meaning: "Some of the release's papers list the artifact, others do not.",
  },
  ARTIFACT_UNEXPECTED: {
    severity: 'note',
    meaning: "The release's papers list an artifact that the catalogue does not know.",
  },
  PAPER_MISSING: {
    severity: 'error',
    meaning: 'A paper of the release is not published, or cannot be read.',
  },
  SIGNED_AGAIN: {
    severity: 'note',
    meaning: 'The log has several valid entries of the expected signer for this digest.',
  },
  LOG_TIME_FAR: {
    severity: 'warning',
    meaning: 'The log took the entry at a time that is far from the date of the release.',
  },
} as const satisfies Record<string, FindingEntry>

export type AuditCode = keyof typeof AUDIT_FINDINGS
export type FindingCode = AuditCode | ErrorCode

export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** One sentence to paste into an issue: the cause. May hold text from outside. */
  readonly message: string
  readonly expected?: string
  readonly actual?: string
  /** Set where there is a baseline to compare with. */
  readonly since?: 'new' | 'standing'
}

/** Every code that a finding may have. */
export const FINDING_CODES: readonly FindingCode[] = [
  ...(Object.keys(AUDIT_FINDINGS) as AuditCode[]),
  ...(Object.keys(ERRORS) as ErrorCode[]),
]

/** Wrong evidence is an error; what could not be decided is a warning. */
export function severityOf(code: FindingCode): Severity {
  if (code in AUDIT_FINDINGS) return AUDIT_FINDINGS[code as AuditCode].severity
  return ERRORS[code as ErrorCode].exit === 1 ? 'error' : 'warning'
}

/** What the code says in general. */
export function meaningOf(code: FindingCode): string {
  return code in AUDIT_FINDINGS
    ? AUDIT_FINDINGS[code as AuditCode].meaning
    : ERRORS[code as ErrorCode].meaning
}
