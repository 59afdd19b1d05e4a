// What an audit has to say about a release beside its verdicts. A finding's
// code is an API like an error's: people filter on it.
import { ERRORS, type ErrorCode } from '../errors.js'
import { AUDIT_FINDINGS, type Severity } from './finding-codes.js'

export { AUDIT_FINDINGS, SEVERITIES, type Severity } from './finding-codes.js'

type AuditCode = keyof typeof AUDIT_FINDINGS
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
  ...new Set<FindingCode>([
    ...(Object.keys(AUDIT_FINDINGS) as AuditCode[]),
    ...(Object.keys(ERRORS) as ErrorCode[]),
  ]),
]

/** Wrong evidence is an error; what could not be decided is a warning. */
export function severityOf(code: FindingCode): Severity {
  if (code in AUDIT_FINDINGS) return AUDIT_FINDINGS[code as AuditCode].severity
  return ERRORS[code as ErrorCode].exit === 1 ? 'error' : 'warning'
}

/** What to do about what has the code. */
export function remedyOf(code: FindingCode): string {
  return code in AUDIT_FINDINGS ? AUDIT_FINDINGS[code as AuditCode].remedy : ERRORS[code as ErrorCode].remedy
}

/** What the code says in general. */
export function meaningOf(code: FindingCode): string {
  return code in AUDIT_FINDINGS
    ? AUDIT_FINDINGS[code as AuditCode].meaning
    : ERRORS[code as ErrorCode].meaning
}
