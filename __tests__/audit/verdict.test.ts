// From what was found to the exit code, by `fail-on`.
import type { AuditFacts } from '../../src/audit/audit-report.js'
import { conclude } from '../../src/audit/verdict.js'
import { CodedError, FetchError, InputError, InternalError } from '../../src/errors.js'
import type { FailOn } from '../../src/request/audit-inputs.js'
import { type Fault, auditReport } from '../support/audit-reports.js'

const factsWith = (fault: Fault): AuditFacts =>
  auditReport({ releases: 1, artifactsPerRelease: 8, faultAt: (_, at) => (at === 6 ? fault : 'none') })

test.each<[Fault, string, Record<FailOn, number>]>([
  ['none', 'verified', { unverifiable: 0, rejected: 0, finding: 0, never: 0 }],
  ['note', 'verified', { unverifiable: 0, rejected: 0, finding: 1, never: 0 }],
  ['warning', 'verified', { unverifiable: 0, rejected: 0, finding: 1, never: 0 }],
  ['unverifiable', 'unverifiable', { unverifiable: 3, rejected: 0, finding: 3, never: 0 }],
  ['rejected', 'rejected', { unverifiable: 1, rejected: 1, finding: 1, never: 0 }],
  ['moved', 'verified', { unverifiable: 1, rejected: 1, finding: 1, never: 0 }],
])('%s: %s, and the exit code by fail-on', (fault, outcome, codes) => {
  for (const [failOn, code] of Object.entries(codes)) {
    const report = conclude(factsWith(fault), failOn as FailOn)
    expect([failOn, report.outcome, report.exitCode]).toEqual([failOn, outcome, code])
  }
})

test.each<[string, CodedError, string, number, number]>([
  [
    'a bad request',
    new InputError([{ code: 'INPUT_INVALID', field: 'x', message: 'x' }]),
    'unverifiable',
    2,
    2,
  ],
  ['our own bug', new InternalError('x'), 'unverifiable', 70, 70],
  ['a service that is away', new FetchError('FETCH_NETWORK', 'x'), 'unverifiable', 3, 0],
  ['what contradicts', new CodedError('RELEASE_SBOM_REJECTED', 'x'), 'rejected', 1, 0],
])('%s stops the audit', (_, error, outcome, code, never) => {
  const report = conclude(factsWith('none'), 'unverifiable', error)
  expect([report.outcome, report.exitCode, report.error?.code]).toEqual([outcome, code, error.code])
  expect(conclude(factsWith('none'), 'never', error).exitCode).toBe(never)
  // Of what is not rejected alone, `rejected` makes nothing.
  const expected = code === 3 ? 0 : code
  expect(conclude(factsWith('none'), 'rejected', error).exitCode).toBe(expected)
})

test('an audit of nothing is not verified', () => {
  const report = conclude({ ...factsWith('none'), releases: [] }, 'unverifiable')
  expect([report.outcome, report.exitCode]).toEqual(['unverifiable', 3])
})

test.each([
  ['LOG_INCONSISTENT', 'alarm', 'rejected', 1],
  ['LOG_CONSISTENCY_UNPROVEN', 'warning', 'unverifiable', 3],
] as const)('what is found about a log is about the whole: %s', (code, severity, outcome, exitCode) => {
  const { releases, ...facts } = factsWith('none')
  const findings = [{ code, severity, message: 'x' }]
  const report = conclude(
    { ...facts, releases: releases.map((each) => ({ ...each, findings })) },
    'unverifiable',
  )
  expect([report.outcome, report.exitCode]).toEqual([outcome, exitCode])
})
