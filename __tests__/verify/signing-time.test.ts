// When something was signed, as far as anybody vouches for it.
import { EvidenceError } from '../../src/errors.js'
import { type TimeClaims, formatTime, toSigningTime } from '../../src/verify/signing-time.js'

const [LOGGED, STAMPED, ISSUED] = [
  '2026-01-02T00:00:00Z',
  '2026-01-03T00:00:00Z',
  '2026-01-01T00:00:00Z',
].map((text) => new Date(text)) as [Date, Date, Date]
const error = new EvidenceError('EVIDENCE_UNREADABLE', 'x')
const claims = (change: Partial<TimeClaims> = {}): TimeClaims => ({
  logEntry: { value: { integratedTime: LOGGED } } as TimeClaims['logEntry'],
  certificate: { value: { notBefore: ISSUED } } as TimeClaims['certificate'],
  isEntryTimeProven: false,
  signedTimes: [],
  ...change,
})

test('every time that is proven counts', () => {
  expect(toSigningTime(claims({ isEntryTimeProven: true }))).toMatchObject({
    times: [LOGGED],
    isProven: true,
  })
  expect(toSigningTime(claims({ signedTimes: [STAMPED] }))).toMatchObject({
    times: [STAMPED],
    isProven: true,
  })
  expect(toSigningTime(claims({ isEntryTimeProven: true, signedTimes: [STAMPED] })).times).toEqual([
    LOGGED,
    STAMPED,
  ])
})

test('where none is, the certificate’s own start, and what the entry claims contradicts nothing', () => {
  expect(toSigningTime(claims())).toEqual({
    times: [ISSUED],
    claimed: LOGGED,
    isProven: false,
    formatted: '2026-01-01T00:00:00Z (the certificate’s own time, unproven)',
  })
  expect(toSigningTime(claims({ certificate: { error } })).times).toEqual([LOGGED])
  const nothing = toSigningTime(claims({ certificate: { error }, logEntry: { error } }))
  expect([nothing.isProven, nothing.formatted]).toEqual([
    false,
    'an unknown time (integrated time, unproven)',
  ])
})

test('times are in UTC, to the second', () => {
  expect(formatTime(new Date('2026-01-01T00:00:00.750Z'))).toBe('2026-01-01T00:00:00Z')
  expect(formatTime(new Date(NaN))).toBe('an unknown time')
})
