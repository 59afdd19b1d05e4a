// ECDSA over a digest, against Node's own over the message.
import { type KeyObject, generateKeyPairSync, sign } from 'node:crypto'
import { digestOf } from '../../src/digest.js'
import { curveOf, verifyEcdsa } from '../../src/evidence/ecdsa.js'

const keysOf = (namedCurve: string): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('ec', { namedCurve })
const message = (text: string): Buffer => Buffer.from(text)

test.each(['P-256', 'P-384'])(
  '%s: the key, the digest and the signature decide, whatever was asked before',
  (curve) => {
    const ours = keysOf(curve)
    const others = keysOf(curve)
    const texts = ['one', 'other']
    const cases = [ours, others].flatMap((signer) =>
      texts.flatMap((signed) => {
        const signature = sign('sha256', message(signed), signer.privateKey)
        return [ours, others].flatMap((asked) =>
          texts.map((text) => ({ signer, signed, asked, text, signature })),
        )
      }),
    )
    // There and back, each of them twice: no answer is that of the question before.
    for (const { signer, signed, asked, text, signature } of [...cases, ...cases.toReversed()].flatMap(
      (each) => [each, each],
    )) {
      const isMade = verifyEcdsa(
        asked.publicKey,
        { algorithm: 'sha256', bytes: digestOf(message(text)).bytes },
        signature,
      )
      expect(isMade).toBe(signer === asked && signed === text)
    }
  },
)

test('an answer belongs to bytes, not to the buffer that held them', () => {
  const { publicKey, privateKey } = keysOf('P-256')
  const signature = sign('sha256', message('one'), privateKey)
  const bytes = Buffer.from(digestOf(message('one')).bytes)
  expect(verifyEcdsa(publicKey, { algorithm: 'sha256', bytes }, signature)).toBe(true)
  bytes[0] = (bytes[0] ?? 0) ^ 1
  expect(verifyEcdsa(publicKey, { algorithm: 'sha256', bytes }, signature)).toBe(false)
  bytes[0] ^= 1
  signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
  expect(verifyEcdsa(publicKey, { algorithm: 'sha256', bytes }, signature)).toBe(false)
})

test('a byte that moves from the digest to the signature makes another question', () => {
  const { publicKey, privateKey } = keysOf('P-256')
  const { bytes } = digestOf(message('one'))
  const signature = sign('sha256', message('one'), privateKey)
  expect(verifyEcdsa(publicKey, { algorithm: 'sha256', bytes }, signature)).toBe(true)
  const shorter = { algorithm: 'sha256' as const, bytes: bytes.subarray(0, 31) }
  expect(verifyEcdsa(publicKey, shorter, Buffer.concat([bytes.subarray(31), signature]))).toBe(false)
})

test('a signature of numbers out of range, none at all, and a key of another kind', () => {
  const { publicKey } = keysOf('P-256')
  const { bytes } = digestOf(message('one'))
  for (const signature of [Buffer.alloc(0), Buffer.from('3006020100020100', 'hex'), Buffer.alloc(72, 0xff)])
    expect(verifyEcdsa(publicKey, { algorithm: 'sha256', bytes }, signature)).toBe(false)
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  expect(curveOf(rsa)).toBeUndefined()
  expect(verifyEcdsa(rsa, { algorithm: 'sha256', bytes }, Buffer.alloc(8))).toBe(false)
})
