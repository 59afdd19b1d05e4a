// An audit against a former one.
import type { AuditReport, AuditedArtifact } from '../../src/audit/audit-report.js'
import { compareWith } from '../../src/audit/compare.js'
import { type Fault, auditReport } from '../support/audit-reports.js'

const reportWith = (...faults: Fault[]): AuditReport =>
  auditReport({
    releases: 1,
    artifactsPerRelease: 8,
    faultAt: (_, artifact) => faults[artifact - 5] ?? 'none',
    // Marks of a former comparison count for nothing.
    change: {},
  })
const withDigest = (report: AuditReport, index: number, digest: string): AuditReport => ({
  ...report,
  releases: report.releases.map((release) => ({
    ...release,
    artifacts: release.artifacts.map((artifact, at) => (at === index ? { ...artifact, digest } : artifact)),
  })),
})
const marks = (report: { releases: AuditReport['releases'] }): string[] =>
  report.releases.flatMap(({ artifacts }) =>
    artifacts.flatMap(({ findings = [] }: AuditedArtifact) =>
      findings.map(({ code, since = '' }) => `${code} ${since}`),
    ),
  )

test('what was there before stands, what was not is new, and what is gone is fixed', () => {
  const compared = compareWith(reportWith('rejected', 'absent'), reportWith('rejected', 'none', 'note'))
  expect(marks(compared).sort()).toEqual(['SIGNATURE_INVALID standing', 'SIGNED_AGAIN new'])
  expect(compared.comparison).toMatchObject({ new: 1, standing: 1, moved: [] })
  expect(compared.comparison?.fixed.map(({ code }) => code)).toEqual(['ARTIFACT_ABSENT'])
})

test('a finding is known by what is wrong and where; its words may change', () => {
  const before = reportWith('rejected')
  const now = structuredClone(before)
  for (const { findings = [] } of now.releases[0]?.artifacts ?? [])
    for (const finding of findings) finding.message = 'in other words'
  expect(marks(compareWith(before, now))).toEqual(['SIGNATURE_INVALID standing'])
})

test('a digest that moved while the version stood still is an alarm, and is not undone by standing still since', () => {
  const digest = `sha256:${'7'.repeat(64)}`
  const before = reportWith()
  const moved = compareWith(before, withDigest(before, 3, digest))
  const [from = '', path = ''] = [
    before.releases[0]?.artifacts[3]?.digest,
    before.releases[0]?.artifacts[3]?.path,
  ]
  expect(moved.comparison?.moved).toEqual([{ version: 'v1.35.0', path, from, to: digest }])
  expect(marks(moved)).toEqual(['DIGEST_MOVED new'])
  const [finding] = moved.releases[0]?.artifacts[3]?.findings ?? []
  expect(finding).toMatchObject({ severity: 'alarm', expected: from, actual: digest })
  const after = compareWith({ ...before, ...moved }, withDigest(before, 3, digest))
  expect([after.comparison?.moved, after.comparison?.fixed]).toEqual([[], []])
})

test('what was not looked at is not fixed', () => {
  const before = reportWith('rejected')
  const less = { ...before, releases: before.releases.map((release) => ({ ...release, artifacts: [] })) }
  expect(compareWith(before, less).comparison?.fixed).toEqual([])
  expect(compareWith(before, { ...before, releases: [] }).comparison?.fixed).toEqual([])
})

test('an artifact without a digest has not moved', () => {
  const before = reportWith()
  const now = structuredClone(before)
  delete now.releases[0]?.artifacts[3]?.digest
  expect(compareWith(before, now).comparison?.moved).toEqual([])
  expect(compareWith(now, before).comparison?.moved).toEqual([])
})
