// What went wrong, once per artifact: for annotations in a workflow, and the
// end of a terminal's output.
import { ERRORS, type ErrorCode } from '../errors.js'
import { type VerificationResult, decisiveCheck } from '../verify/verification-result.js'
import { escapeText } from './escape.js'
import type { Report } from './report.js'
import { formatSubject } from './text.js'

export interface Problem {
  readonly code: ErrorCode
  /** One line: the artifact, what is wrong, expected and actual. */
  readonly message: string
  readonly remedy: string
}

export function toProblems({ artifacts, error }: Report): Problem[] {
  const problems = artifacts.flatMap(({ verification }) => toProblem(verification) ?? [])
  if (error === undefined) return problems
  return [
    { code: error.code, message: escapeText(error.message), remedy: escapeText(error.hint) },
    ...problems,
  ]
}

function toProblem(result: VerificationResult): Problem | undefined {
  if (result.outcome === 'verified') return undefined
  const check = decisiveCheck(result)
  const code = check?.code ?? 'INTERNAL'
  const comparison = [
    check?.expected === undefined ? '' : `expected ${escapeText(check.expected)}`,
    check?.actual === undefined ? '' : `actual ${escapeText(check.actual)}`,
  ].filter(Boolean)
  const what = `${formatSubject(result)}: ${result.outcome}: ${check?.id ?? ''}: ${escapeText(check?.detail ?? '')}`
  return {
    code,
    message: comparison.length === 0 ? what : `${what}; ${comparison.join(', ')}`,
    remedy: ERRORS[code].remedy,
  }
}
