// A report that says more than its own checks.
import type { AuditedArtifact } from '../../src/audit/audit-report.js'
import { recomputeOutcome } from '../../src/audit/recompute.js'
import { CHECK_IDS, CROSS_CHECK_IDS, type CheckId, IMAGE_CHECK_IDS } from '../../src/verify/check.js'
import { auditedArtifact } from '../support/audit-reports.js'

type Statuses = AuditedArtifact['checks']
const made = auditedArtifact(0, 7)
const passed = (ids: readonly CheckId[]): Statuses => Object.fromEntries(ids.map((id) => [id, 'passed']))
const outcomeOf = (checks: Statuses, change: Partial<AuditedArtifact> = {}) =>
  recomputeOutcome({ ...made, checks, ...change })
const without = (...ids: CheckId[]): Statuses => ({
  ...passed(CHECK_IDS),
  ...Object.fromEntries(ids.map((id) => [id, 'not-run'])),
})

test.each<[string, readonly CheckId[], Partial<AuditedArtifact>]>([
  ['of an artifact', CHECK_IDS, {}],
  ['with what the papers say', [...CHECK_IDS, ...CROSS_CHECK_IDS], {}],
  ['of an image', [...CHECK_IDS, ...IMAGE_CHECK_IDS], { kind: 'image' }],
])('the whole list %s passed: verified', (_, ids, change) => {
  expect(outcomeOf(passed(ids), change)).toBe('verified')
})

test.each<CheckId>([
  'signature',
  'certificate-chain',
  'certificate-identity',
  'oidc-issuer',
  'log-entry-binding',
])('no audit does without %s', (id) => {
  expect(outcomeOf(without(id))).toBe('unverifiable')
})

test('one proof of the time is enough, and so is one of the log; none is not', () => {
  expect(outcomeOf(without('signed-entry-timestamp'))).toBe('verified')
  expect(outcomeOf(without('signed-timestamp'))).toBe('verified')
  expect(outcomeOf(without('signed-entry-timestamp', 'signed-timestamp'))).toBe('unverifiable')
  expect(outcomeOf(without('checkpoint', 'inclusion-proof'))).toBe('verified')
  expect(outcomeOf(without('checkpoint', 'signed-entry-timestamp'))).toBe('unverifiable')
})

test('what failed rejects, and what is a problem is not verified', () => {
  expect(outcomeOf({ ...passed(CHECK_IDS), checkpoint: 'failed' })).toBe('rejected')
  const problems = [{ id: 'checkpoint' as const, status: 'not-run' as const, detail: '' }]
  expect(outcomeOf(passed(CHECK_IDS), { problems })).toBe('unverifiable')
})

test('a list that is not whole, and an image without its own checks, are not verified', () => {
  expect(outcomeOf(passed(CHECK_IDS.slice(1)))).toBe('unverifiable')
  expect(outcomeOf({})).toBe('unverifiable')
  expect(outcomeOf(passed(CHECK_IDS), { kind: 'image' })).toBe('unverifiable')
})
