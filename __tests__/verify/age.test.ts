// How old something is, and whether that is old enough.
import { findTooNew, formatAge, provenTime } from '../../src/verify/age.js'

const HOUR = 3_600_000
const NOW = Date.parse('2026-06-10T12:00:00Z')
const at = (hoursAgo: number): Date => new Date(NOW - hoursAgo * HOUR)

test.each<[number, string]>([
  [0, '0 minutes'],
  [59_999, '0 minutes'],
  [60_000, '1 minute'],
  [2 * HOUR - 1, '119 minutes'],
  [2 * HOUR, '2 hours'],
  [48 * HOUR - 1, '47 hours'],
  [48 * HOUR, '2 days'],
  [730 * 24 * HOUR, '730 days'],
])('%d ms are %s', (ms, text) => {
  expect(formatAge(ms)).toBe(text)
})

test('an age that is reached to the millisecond is enough, and one short of it is not', () => {
  const rule = { minimumAge: 72 * HOUR, now: NOW }
  expect(findTooNew('kubectl', at(72), rule)).toBeUndefined()
  expect(findTooNew('kubectl', new Date(at(72).getTime() + 1), rule)).toMatchObject({
    code: 'RELEASE_TOO_NEW',
    exitCode: 3,
    reason: 'too-new',
    expected: 'at least 3 days',
    actual: '2 days',
  })
})

test('a clock before the log’s time is another error than a young release, by a single millisecond', () => {
  const rule = { minimumAge: 60_000, now: NOW }
  expect(findTooNew('kubectl', at(0), rule)).toMatchObject({ code: 'RELEASE_TOO_NEW' })
  expect(findTooNew('kubectl', new Date(NOW + 1), rule)).toMatchObject({
    code: 'CLOCK_BEFORE_LOG_TIME',
    exitCode: 3,
    reason: 'local',
  })
})

test('a time that nobody vouches for is no age', () => {
  const error = findTooNew('kubectl', undefined, { minimumAge: 60_000, now: NOW })
  expect(error).toMatchObject({ code: 'RELEASE_AGE_UNPROVEN', exitCode: 3 })
  expect(provenTime({})).toBeUndefined()
  // As of an entry of Rekor v2.
  expect(provenTime({ logEntry: { uuid: '', logId: '', logIndex: 1 } })).toBeUndefined()
})
