// The outputs of an audit, a merge and a plan, for later steps and jobs.
import { type AuditPlan, toMatrix } from '../../audit/audit-plan.js'
import type { AuditReport } from '../../audit/audit-report.js'
import { ERRORS, type ErrorCode, unjudgedReason } from '../../errors.js'

export function toAuditOutputs(report: AuditReport, files: readonly string[]): Record<string, string> {
  const { alarm, error, warning, note } = report.counts.findings
  const json = files.find((file) => file.endsWith('report.json'))
  return {
    outcome: report.outcome,
    ...toCause(report),
    version: report.releases.map(({ version }) => version).join(','),
    findings: String(alarm + error + warning + note),
    ...(report.sample && { seed: report.sample.seed }),
    ...(json !== undefined && { report: json }),
  }
}

/** The first thing that kept the audit from being verified, and of what kind that is. */
function toCause({ outcome, error, releases }: AuditReport): Record<string, string> {
  if (error !== undefined && error.code in ERRORS) return toCodeAndReason(error.code as ErrorCode, false)
  if (outcome === 'verified') return {}
  const first = releases.flatMap(({ artifacts }) => artifacts).find((each) => each.outcome === outcome)
  const problems = first?.problems ?? []
  const { code, status } = problems.find((each) => each.status === 'failed') ?? problems[0] ?? {}
  return code !== undefined && code in ERRORS ? toCodeAndReason(code as ErrorCode, status !== 'failed') : {}
}

function toCodeAndReason(code: ErrorCode, isUnjudged: boolean): Record<string, string> {
  return { code, reason: isUnjudged ? unjudgedReason(code) : ERRORS[code].reason }
}

export function toPlanOutputs(plan: AuditPlan, path: string): Record<string, string> {
  return {
    version: plan.releases.map(({ version }) => version).join(','),
    matrix: toMatrix(plan),
    plan: path,
    ...(plan.sample && { seed: plan.sample.seed }),
  }
}
