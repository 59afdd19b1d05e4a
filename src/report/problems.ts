// What went wrong, once per artifact: for annotations in a workflow, the
// summary, and the end of a terminal's output.
import type { Diagnosis } from '../diagnose/diagnose.js'
import { type ErrorCode, type Reason, remedyOf, unjudgedReason } from '../errors.js'
import { type JudgedCheck, type VerificationResult, decisiveCheck } from '../verify/verification-result.js'
import { escapeText } from './escape.js'
import type { Report, ReportedError } from './report.js'
import { formatSubject } from './text.js'

export interface Problem {
  readonly code: ErrorCode
  readonly reason: Reason
  /** The artifact; undefined for what stopped the run as a whole. May hold text from outside, as the next three do. */
  readonly subject?: string
  readonly detail: string
  readonly expected?: string
  readonly actual?: string
  /** One printable line that is safe to print: the artifact, what is wrong, expected and actual. */
  readonly message: string
  /** Safe to print. */
  readonly remedy: string
}

/** Names of artifacts that share a cause; the report has them all. */
const MAX_SUBJECTS = 5

/** What stopped the run, and what decided against each artifact; a cause that stops several is told once. */
export function toProblems({ artifacts, error }: Report): Problem[] {
  const undecided = artifacts
    .map(({ verification, diagnosis }) => ({
      verification,
      check: decisiveCheck(verification),
      diagnosis,
    }))
    .filter(({ verification }) => verification.outcome !== 'verified')
  const causes = Map.groupBy(undecided, ({ verification, check }) =>
    // What contradicts is each artifact's own; what could not be had is often the same for many.
    JSON.stringify(check?.status === 'failed' ? verification.artifact : [check?.code, check?.detail]),
  )
  const problems = [...causes.values()].map(toProblem)
  return error === undefined ? problems : [toErrorProblem(error), ...problems]
}

/** What an error says that is of no artifact. */
export function toErrorProblem({ code, reason, message, hint }: ReportedError): Problem {
  return { code, reason, detail: message, message: escapeText(message), remedy: escapeText(hint) }
}

interface Undecided {
  readonly verification: VerificationResult
  readonly check: JudgedCheck | undefined
  readonly diagnosis: Diagnosis | undefined
}

function toProblem(sharing: readonly Undecided[]): Problem {
  const [first] = sharing
  const { diagnosis } = first ?? {}
  const { id = '', code = 'INTERNAL', reason, detail = '', expected, actual, remedy } = first?.check ?? {}
  const subjects = [...new Set(sharing.map(({ verification }) => formatSubject(verification)))]
  const left = subjects.length - MAX_SUBJECTS
  const subject = subjects.slice(0, MAX_SUBJECTS).join(', ') + (left > 0 ? ` and ${left} more` : '')
  const comparison = [
    expected === undefined ? '' : `expected ${escapeText(expected)}`,
    actual === undefined ? '' : `actual ${escapeText(actual)}`,
  ].filter(Boolean)
  const why = withId(id, diagnosis?.message ?? detail)
  const what = `${subject}: ${first?.verification.outcome ?? ''}: ${escapeText(why)}`
  return {
    code,
    reason: reason ?? unjudgedReason(code),
    subject,
    detail,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    message: [what, ...(comparison.length === 0 ? [] : [comparison.join(', ')])].join('; '),
    remedy: escapeText(diagnosis?.remedy ?? remedy ?? remedyOf(code, reason)),
  }
}

/** The check comes first, said once. */
function withId(id: string, message: string): string {
  return message.startsWith(`${id}: `) ? message : `${id}: ${message}`
}
