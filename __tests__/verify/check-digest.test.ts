// Which digest all evidence has to be about, and what it means that another is claimed.
import { digestOf } from '../../src/digest.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import { checkDigest, toDigest } from '../../src/verify/check-digest.js'

const [A, B] = [digestOf(Buffer.from('a')), digestOf(Buffer.from('b'))]
const claim = (digest: typeof A, source = 'the pin') => ({ source, digest: { value: digest } })
const unreadable = {
  source: 'the .sha256 file',
  digest: { error: new EvidenceError('EVIDENCE_UNREADABLE', 'x') },
}

test('the bytes say it; without them the first claim that can be read', () => {
  expect(toDigest({ measured: { value: A }, claims: [claim(B)] })).toBe(A)
  expect(toDigest({ measured: undefined, claims: [unreadable, claim(B)] })).toBe(B)
  expect(toDigest({ measured: undefined, claims: [unreadable] })).toBeUndefined()
})

test.each<[string, Parameters<typeof checkDigest>[0], string]>([
  ['equal', { measured: { value: A }, claims: [claim(A), claim(A)] }, 'passed'],
  ['another', { measured: { value: A }, claims: [claim(A), claim(B)] }, 'DIGEST_MISMATCH'],
  [
    'two claims that differ, without bytes',
    { measured: undefined, claims: [claim(A), claim(B)] },
    'DIGEST_MISMATCH',
  ],
  ['one claim, without bytes', { measured: undefined, claims: [claim(A)] }, 'not-run'],
  ['nothing claimed', { measured: { value: A }, claims: [] }, 'not-run'],
  ['a claim that cannot be read', { measured: { value: A }, claims: [unreadable] }, 'EVIDENCE_UNREADABLE'],
  [
    'bytes that were not fetched',
    { measured: { error: new FetchError('FETCH_NETWORK', 'x') }, claims: [claim(A)] },
    'FETCH_NETWORK',
  ],
  [
    'a lock file that says another',
    { measured: { value: A }, claims: [{ ...claim(B), code: 'LOCK_DIGEST_MOVED' }] },
    'LOCK_DIGEST_MOVED',
  ],
])('%s', (_, given, end) => {
  const { status, code } = checkDigest(given)
  expect(code ?? status).toBe(end)
})

test('what is expected is the claim, and what is there are the bytes', () => {
  expect(checkDigest({ measured: { value: A }, claims: [claim(B)] })).toMatchObject({
    detail: 'the bytes do not have the digest in the pin',
    expected: B.toString(),
    actual: A.toString(),
  })
})
