// What went wrong, once per artifact: for annotations in a workflow, the
// summary, and the end of a terminal's output.
import type { Diagnosis } from '../diagnose/diagnose.js'
import { type ErrorCode, type Reason, remedyOf, unjudgedReason } from '../errors.js'
import { type JudgedCheck, type VerificationResult, decisiveCheck } from '../verify/verification-result.js'
import { formatComparison } from './comparison.js'
import { escapeText } from './escape.js'
import { toInventoryProblems } from './inventory.js'
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
export function toProblems({ artifacts, error, inventory }: Report): Problem[] {
  const undecided = artifacts.flatMap(({ verification, diagnosis }): Undecided[] => {
    const check = decisiveCheck(verification)
    return verification.outcome === 'verified' || check === undefined
      ? []
      : [{ verification, check, diagnosis }]
  })
  const causes = Map.groupBy(undecided, ({ verification, check }) =>
    // What contradicts is each artifact's own; what could not be had is often the same for many.
    JSON.stringify(check.status === 'failed' ? verification.artifact : [check.code, toCause(check.detail)]),
  )
  const problems = [...causes.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [toProblem(first, others)],
  )
  const all = inventory === undefined ? problems : [...problems, ...toInventoryProblems(inventory)]
  return error === undefined ? all : [toErrorProblem(error), ...all]
}

/** What an error says that is of no artifact. */
export function toErrorProblem({ code, reason, message, hint }: ReportedError): Problem {
  return { code, reason, detail: message, message: escapeText(message), remedy: escapeText(hint) }
}

/** A host that is away is one cause, whatever it was asked for, and however often. */
function toCause(detail: string): string {
  return detail.replace(/(https?:\/\/[^\s/]+)\S*/g, '$1').replace(/ \(tried \d+ times\)/g, '')
}

interface Undecided {
  readonly verification: VerificationResult
  readonly check: JudgedCheck
  readonly diagnosis: Diagnosis | undefined
}

/** @param others that have the same cause */
function toProblem({ verification, check, diagnosis }: Undecided, others: readonly Undecided[]): Problem {
  const { id, code = 'INTERNAL', reason = unjudgedReason(code), detail, expected, actual } = check
  const subject = listSubjects([verification, ...others.map((each) => each.verification)])
  const why = withId(id, diagnosis?.message ?? detail)
  const what = `${subject}: ${verification.outcome}: ${escapeText(why)}`
  return {
    code,
    reason,
    subject,
    detail,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    message: [what, formatComparison({ expected, actual }, why)].filter(Boolean).join('; '),
    remedy: escapeText(diagnosis?.remedy ?? check.remedy ?? remedyOf(code, check.reason)),
  }
}

function listSubjects(results: readonly VerificationResult[]): string {
  const subjects = [...new Set(results.map(formatSubject))]
  const left = subjects.length - MAX_SUBJECTS
  return subjects.slice(0, MAX_SUBJECTS).join(', ') + (left > 0 ? ` and ${left} more` : '')
}

/** The check comes first, said once. */
function withId(id: string, message: string): string {
  return message.startsWith(`${id}: `) ? message : `${id}: ${message}`
}
