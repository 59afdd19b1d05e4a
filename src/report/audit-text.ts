import type { AuditReport } from '../audit/audit-report.js'
export function toAuditText(report: AuditReport): string[] {
  return [report.outcome, JSON.stringify(report.counts)]
}
