// One check's result: what contradicts fails, and what cannot be judged does not run.
import { CodedError, EvidenceError, FetchError } from '../../src/errors.js'
import { failed, fromError, notRun, passed } from '../../src/verify/check.js'

test('each says what it is, and nothing that it does not know', () => {
  expect(passed('digest', 'x')).toEqual({ id: 'digest', status: 'passed', detail: 'x' })
  expect(notRun('digest', 'x')).toEqual({ id: 'digest', status: 'not-run', detail: 'x' })
  expect(failed('digest', 'DIGEST_MISMATCH', 'x')).toEqual({
    id: 'digest',
    status: 'failed',
    code: 'DIGEST_MISMATCH',
    reason: 'contradiction',
    detail: 'x',
  })
  expect(failed('digest', 'DIGEST_MISMATCH', { detail: 'x', expected: 'a', actual: 'b' })).toMatchObject({
    expected: 'a',
    actual: 'b',
  })
})

test.each<[CodedError, 'failed' | 'not-run', string]>([
  [new CodedError('SIGNATURE_INVALID', 'x'), 'failed', 'contradiction'],
  [new EvidenceError('EVIDENCE_UNREADABLE', 'x'), 'not-run', 'unreadable'],
  [new FetchError('FETCH_NETWORK', 'x'), 'not-run', 'network'],
  [new EvidenceError('EVIDENCE_SIGNATURE_MISSING', 'x'), 'not-run', 'unsigned'],
])('%s', (error, status, reason) => {
  expect(fromError('signature', error)).toMatchObject({ status, reason, code: error.code, detail: 'x' })
})

test('a remedy of its own goes with it, the code’s is the code’s', () => {
  expect(fromError('digest', new CodedError('FETCH_NETWORK', 'x', { hint: 'Do this.' })).remedy).toBe(
    'Do this.',
  )
  expect(fromError('digest', new CodedError('FETCH_NETWORK', 'x')).remedy).toBeUndefined()
})
