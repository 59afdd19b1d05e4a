import { type AuditReport, formatAuditReport } from '../audit/audit-report.js'
export function toAuditFiles(
  report: AuditReport,
  formats: readonly string[],
): { name: string; text: string }[] {
  return formats.includes('json') ? [{ name: 'report.json', text: formatAuditReport(report) }] : []
}
