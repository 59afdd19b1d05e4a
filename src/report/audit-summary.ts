import type { AuditReport } from '../audit/audit-report.js'
export function formatAuditSummary(report: AuditReport): string {
  return report.outcome
}
