// The report of an audit is read back as it was written, and strictly.
import {
  type AuditReport,
  formatAuditReport,
  parseAuditReport,
  toAuditReportPieces,
} from '../../src/audit/audit-report.js'
import { auditReport, variedFaults } from '../support/audit-reports.js'

test.each<[string, AuditReport]>([
  ['with nothing in it', auditReport({ releases: 0 })],
  ['of a release without artifacts', auditReport({ releases: 1, artifactsPerRelease: 0 })],
  ['of several releases', auditReport({ releases: 3, faultAt: variedFaults, baseline: true })],
])('a report %s is read back as it was written', (_, report) => {
  expect(parseAuditReport(formatAuditReport(report), 'baseline', 'report.json')).toEqual(report)
})

test('it stands on a line for each artifact, so that two reports can be compared line by line', () => {
  const report = auditReport({ releases: 2, artifactsPerRelease: 7 })
  const lines = [...toAuditReportPieces(report)].join('').split('\n')
  expect(lines.filter((line) => line.trimStart().startsWith('{"path":'))).toHaveLength(14)
})

type Change = (
  report: { releases: { artifacts: Record<string, unknown>[] }[] } & Record<string, unknown>,
) => void
const changed = (change: Change): string => {
  const copy = JSON.parse(formatAuditReport(auditReport({ releases: 1 }))) as Parameters<Change>[0]
  change(copy)
  return JSON.stringify(copy)
}
const inArtifact =
  (name: string, value: unknown): Change =>
  ({ releases }) =>
    ((releases[0]?.artifacts[0] as Record<string, unknown>)[name] = value)

test.each<[string, string, string]>([
  ['no JSON', '{', 'it is not JSON'],
  ['another kind', changed((report) => (report['kind'] = 'get')), 'kind is not "audit"'],
  ['a version to come', changed((report) => (report['schemaVersion'] = 2)), 'schemaVersion is not 1'],
  ['a field less', changed((report) => delete report['depth']), 'depth is missing'],
  ['a field too many', changed((report) => (report['x'] = 1)), 'x is not never'],
  ['another outcome', changed(inArtifact('outcome', 'fine')), 'releases.0.artifacts.0.outcome is not '],
  [
    'a check that there is not',
    changed(inArtifact('checks', { luck: 'passed' })),
    'releases.0.artifacts.0.checks',
  ],
  ['no digest', changed(inArtifact('digest', 'sha1:x')), 'releases.0.artifacts.0.digest is not '],
  ['a path upwards', changed(inArtifact('path', '../x')), 'releases.0.artifacts.0.path is not '],
])('%s is refused with its path', (_, text, sentence) => {
  expect(() => parseAuditReport(text, 'baseline', 'report.json')).toThrow(
    `"report.json" is not the report of an audit: ${sentence}`,
  )
})
