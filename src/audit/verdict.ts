// From all that was found to the outcome and the exit code.
import type { CodedError } from '../errors.js'
import type { FailOn } from '../request/audit-inputs.js'
import { type Outcome, worstOutcome } from '../verify/verification-result.js'
import type { AuditFacts, AuditReport } from './audit-report.js'
import { countAll } from './audited.js'
import type { FindingCode } from './finding.js'

/** What is found about a log is about everything that rests on it, as when a single artifact is proven. */
const OF_LOGS: Readonly<Partial<Record<FindingCode, Outcome>>> = {
  LOG_INCONSISTENT: 'rejected',
  LOG_CONSISTENCY_UNPROVEN: 'unverifiable',
}
const EXIT_CODES: Readonly<Record<Outcome, 0 | 1 | 3>> = { verified: 0, rejected: 1, unverifiable: 3 }

/** The report with its outcome, counts and exit code, which follow from the rest. */
export function conclude(facts: AuditFacts, failOn: FailOn, error?: CodedError): AuditReport {
  const {
    depth,
    sample,
    shard,
    trustedRoot,
    signers,
    program,
    comparison,
    checkpoints,
    releases,
    hosts,
    warnings,
    startedAt,
    durationMs,
  } = facts
  const counts = countAll(releases)
  const outcome = worstOutcome([
    ...releases.map((release) => release.outcome),
    ...releases.flatMap(({ findings }) => findings.flatMap(({ code }) => OF_LOGS[code] ?? [])),
    ...(error === undefined
      ? []
      : [error.exitCode === 1 ? ('rejected' as const) : ('unverifiable' as const)]),
  ])
  // In the order of the schema, whichever way the facts came together.
  return {
    schemaVersion: 1,
    kind: 'audit',
    outcome,
    exitCode: toExitCode({ outcome, counts }, failOn, error),
    depth,
    ...(sample && { sample }),
    ...(shard && { shard }),
    ...(trustedRoot !== undefined && { trustedRoot }),
    signers,
    ...(program !== undefined && { program }),
    counts,
    ...(comparison && { comparison }),
    ...(checkpoints && { checkpoints }),
    releases,
    ...(hosts && { hosts }),
    warnings,
    ...(error && { error: { code: error.code, message: error.message, hint: error.hint } }),
    startedAt,
    durationMs,
  }
}

/** A bad request and our own bug fail the step whatever it is to fail on; an alarm does unless it is `never`. */
function toExitCode(
  { outcome, counts: { findings } }: Pick<AuditReport, 'outcome' | 'counts'>,
  failOn: FailOn,
  error: CodedError | undefined,
): AuditReport['exitCode'] {
  if (error !== undefined && (error.exitCode === 2 || error.exitCode === 70)) return error.exitCode
  if (failOn === 'never') return 0
  if (outcome === 'rejected' || findings.alarm > 0) return 1
  if (outcome !== 'verified' && failOn !== 'rejected') return EXIT_CODES[outcome]
  const isClean = findings.error + findings.warning + findings.note === 0
  return failOn === 'finding' && !isClean ? 1 : 0
}
