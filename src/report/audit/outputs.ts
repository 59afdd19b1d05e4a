// The outputs of an audit, a merge and a plan, for later steps and jobs.
import { type AuditPlan, toMatrix } from '../../audit/audit-plan.js'
import type { AuditReport } from '../../audit/audit-report.js'
import { type FindingCode, SEVERITIES } from '../../audit/finding.js'
import { ERRORS, type ErrorCode, type Reason, unjudgedReason } from '../../errors.js'

/** The outputs of an audit or a merge. */
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

interface Cause {
  readonly code: FindingCode | ''
  readonly reason: Reason | ''
}

/** The first thing that kept the audit from being verified, and of what kind that is; empty where nothing did. */
function toCause(report: AuditReport): Cause {
  const { outcome, error, exitCode, releases } = report
  if (error !== undefined) return toCodeAndReason(error.code, false)
  const first = releases.flatMap(({ artifacts }) => artifacts).find((each) => each.outcome === outcome)
  const problems = outcome === 'verified' ? [] : (first?.problems ?? [])
  const { code, status } = problems.find((each) => each.status === 'failed') ?? problems[0] ?? {}
  if (code !== undefined) return toCodeAndReason(code, status !== 'failed')
  const finding = exitCode === 0 ? undefined : findLoudest(report)
  return finding === undefined ? { code: '', reason: '' } : toCodeAndReason(finding.code, false)
}

/** What an audit failed by, though it verified everything. */
function findLoudest({ releases }: AuditReport): { readonly code: FindingCode } | undefined {
  const findings = releases.flatMap(({ findings: ofRelease, artifacts }) => [
    ...ofRelease,
    ...artifacts.flatMap((artifact) => artifact.findings ?? []),
  ])
  return SEVERITIES.map((loudest) => findings.find(({ severity }) => severity === loudest)).find(Boolean)
}

/** What only an audit finds contradicts what a release has to be. */
function toCodeAndReason(code: FindingCode, isUnjudged: boolean): Cause {
  if (!(code in ERRORS)) return { code, reason: 'contradiction' }
  const known = code as ErrorCode
  return { code, reason: isUnjudged ? unjudgedReason(known) : ERRORS[known].reason }
}

/** The outputs of an audit's planner. */
export function toPlanOutputs(plan: AuditPlan, path: string): Record<string, string> {
  return {
    code: '',
    reason: '',
    version: plan.releases.map(({ version }) => version).join(','),
    matrix: toMatrix(plan),
    plan: path,
    ...(plan.sample && { seed: plan.sample.seed }),
  }
}
