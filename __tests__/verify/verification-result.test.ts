// What the checks come to, and which of them decided.
import type { ErrorCode } from '../../src/errors.js'
import { CHECK_IDS, CROSS_CHECK_IDS, type CheckId, IMAGE_CHECK_IDS } from '../../src/verify/check.js'
import {
  type JudgedCheck,
  computeOutcome,
  decisiveCheck,
  didPass,
  isCutOff,
  worstOutcome,
} from '../../src/verify/verification-result.js'
import { openFor, rejectedFor, resultOf } from '../support/results.js'

test('one check that failed rejects, required or not, whatever did not run', () => {
  const { checks } = resultOf('rejected', {
    digest: { status: 'not-run' },
    checkpoint: { status: 'failed', required: false },
  })
  expect(computeOutcome(checks)).toBe('rejected')
})

test('what is not required may stay open, and what is may not', () => {
  expect(
    computeOutcome(resultOf('verified', { digest: { status: 'not-run', required: false } }).checks),
  ).toBe('verified')
  expect(computeOutcome(openFor('digest', 'FETCH_NETWORK').checks)).toBe('unverifiable')
})

test('the list is whole with what papers say, or with what an image needs, and not with another check', () => {
  const listOf = (ids: readonly CheckId[]): JudgedCheck[] =>
    ids.map((id) => ({ id, status: 'passed', detail: '', required: true }))
  expect(computeOutcome(listOf([...CHECK_IDS, ...CROSS_CHECK_IDS]))).toBe('verified')
  expect(computeOutcome(listOf([...CHECK_IDS, ...IMAGE_CHECK_IDS]))).toBe('verified')
  expect(computeOutcome(listOf([...CHECK_IDS.slice(1), 'image-name']))).toBe('unverifiable')
  expect(computeOutcome(listOf([...CHECK_IDS.slice(0, -1), 'image-name']))).toBe('unverifiable')
})

test('the first that failed decides; else the first required one that says why, before one that does not', () => {
  const decided = (changes: Partial<Record<CheckId, Partial<JudgedCheck>>>): CheckId | undefined =>
    decisiveCheck(resultOf('rejected', changes))?.id
  const open = (code?: ErrorCode): Partial<JudgedCheck> => ({ status: 'not-run', ...(code && { code }) })
  expect(decided({ signature: open('FETCH_NETWORK'), checkpoint: { status: 'failed' } })).toBe('checkpoint')
  expect(decided({ digest: open(), signature: open('FETCH_NETWORK') })).toBe('signature')
  expect(decided({ digest: { ...open('FETCH_NETWORK'), required: false }, signature: open() })).toBe(
    'signature',
  )
  expect(decided({})).toBeUndefined()
})

test('cut off is what a service left unfinished', () => {
  const away = (change: Partial<JudgedCheck> = {}) =>
    resultOf('unverifiable', { signature: { status: 'not-run', reason: 'network', ...change } })
  expect(isCutOff(away())).toBe(true)
  expect(isCutOff(away({ required: false }))).toBe(false)
  expect(isCutOff(away({ reason: 'unreadable' }))).toBe(false)
  expect(isCutOff(rejectedFor('signature', 'SIGNATURE_INVALID'))).toBe(false)
  expect(isCutOff({ ...away(), outcome: 'rejected' })).toBe(false)
})

test('the worst of several', () => {
  expect(worstOutcome(['verified', 'unverifiable', 'rejected'])).toBe('rejected')
  expect(worstOutcome(['verified', 'unverifiable'])).toBe('unverifiable')
  expect(worstOutcome(['verified'])).toBe('verified')
  expect(worstOutcome([])).toBe('unverifiable')
})

test('passed is said of every one that is asked for', () => {
  const { checks } = rejectedFor('checkpoint', 'CHECKPOINT_INVALID')
  expect([didPass(checks, 'digest', 'signature'), didPass(checks, 'digest', 'checkpoint')]).toEqual([
    true,
    false,
  ])
  expect(didPass([], CHECK_IDS[0])).toBe(false)
})
