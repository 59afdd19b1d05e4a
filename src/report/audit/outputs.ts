// The outputs of an audit, a merge and a plan, for later steps and jobs.
import { type AuditPlan, toMatrix } from '../../audit/audit-plan.js'
import type { AuditReport } from '../../audit/audit-report.js'

export function toAuditOutputs(report: AuditReport, files: readonly string[]): Record<string, string> {
  const { alarm, error, warning, note } = report.counts.findings
  const json = files.find((file) => file.endsWith('report.json'))
  return {
    outcome: report.outcome,
    version: report.releases.map(({ version }) => version).join(','),
    findings: String(alarm + error + warning + note),
    ...(report.sample && { seed: report.sample.seed }),
    ...(json !== undefined && { report: json }),
  }
}

export function toPlanOutputs(plan: AuditPlan, path: string): Record<string, string> {
  return {
    version: plan.releases.map(({ version }) => version).join(','),
    matrix: toMatrix(plan),
    plan: path,
    ...(plan.sample && { seed: plan.sample.seed }),
  }
}
