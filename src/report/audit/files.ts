// Which files an audit writes, in which formats.
import { type AuditReport, toAuditReportPieces } from '../../audit/audit-report.js'
import type { ReportFormat } from '../../request/audit-inputs.js'
import { toAuditHtmlPieces } from './html.js'
import { formatAuditSummary } from './summary.js'
import { toJUnitPieces } from './junit.js'
import { formatSarif } from './sarif.js'
import { toVerificationSummaries } from './vsa.js'

export interface ReportFile {
  /** Below the report folder. */
  readonly name: string
  /** Whole, or in pieces. */
  readonly text: string | Iterable<string>
}

type ToFiles = (report: AuditReport, formats: readonly ReportFormat[]) => readonly ReportFile[]

const FILES: Readonly<Record<ReportFormat, ToFiles>> = {
  json: (report) => [{ name: 'report.json', text: toAuditReportPieces(report) }],
  html: (report) => [{ name: 'report.html', text: toAuditHtmlPieces(report) }],
  junit: (report) => [{ name: 'junit.xml', text: toJUnitPieces(report) }],
  // The versions are of a form that names a file.
  vsa: (report) =>
    toVerificationSummaries(report).flatMap(({ version, statement, predicate, checksums }) => [
      { name: `vsa/${version}.intoto.json`, text: statement },
      { name: `vsa/${version}.predicate.json`, text: predicate },
      { name: `vsa/${version}.checksums.txt`, text: checksums },
    ]),
  markdown: (report, formats) => [{ name: 'summary.md', text: formatAuditSummary(report, formats) }],
  sarif: (report) => [{ name: 'report.sarif', text: formatSarif(report) }],
}

/** One after the other, so that one text at a time is in memory. */
export function* toAuditFiles(report: AuditReport, formats: readonly ReportFormat[]): Generator<ReportFile> {
  for (const format of formats) yield* FILES[format](report, formats)
}
