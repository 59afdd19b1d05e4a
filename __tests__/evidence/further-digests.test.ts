// Which signatures may be over another digest than SHA-256 though nothing says so.
import { Digest } from '../../src/digest.js'
import { parseBundle } from '../../src/evidence/bundle.js'
import { verifyEcdsa } from '../../src/evidence/ecdsa.js'
import { mayBeOverSha384, mayNeedFurther } from '../../src/evidence/further-digests.js'
import { generateKeyPair } from '../../src/lab/authority.js'
import { bundleV2 } from '../../src/lab/bundles.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { createHash, createPublicKey } from 'node:crypto'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const CONTENT = Buffer.from('tool')
const evidenceOf = async (options: Parameters<typeof bundleV2>[2]) =>
  parseBundle(JSON.stringify(await bundleV2(lab, CONTENT, options))).evidence

test('a pair by a key on P-384 may be, and by one on P-256 not', async () => {
  const { certificate, signature, logEntry } = await evidenceOf({ curve: 'P-384' })
  expect(mayNeedFurther({ certificate, signature, logEntry })).toBe(true)
  const other = await evidenceOf({})
  expect(mayNeedFurther({ certificate: other.certificate, signature, logEntry })).toBe(false)
  expect(mayBeOverSha384({}, undefined)).toBe(false)
})

test('a bundle says by which it is: one by SHA-256 needs nothing more, whatever its key', async () => {
  expect(mayNeedFurther(await evidenceOf({ curve: 'P-384' }))).toBe(false)
  expect(mayNeedFurther(await evidenceOf({ curve: 'P-384', hash: 'sha384' }))).toBe(true)
})

test.each([
  [{ sha256: 'a'.repeat(64) }, false],
  [{ sha512: 'a'.repeat(128) }, true],
  [{ sha256: 'a'.repeat(64), sha512: 'a'.repeat(128) }, false],
])('a statement about %j', async (digest, isNeeded) => {
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'tool', digest }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
  }
  expect(mayNeedFurther(await evidenceOf({ statement }))).toBe(isNeeded)
})

test.each(['P-256', 'P-384'] as const)(
  'a signature by %s holds over its hash, and over no other',
  async (curve) => {
    const key = await generateKeyPair(curve)
    const publicKey = createPublicKey({ key: key.spki, format: 'der', type: 'spki' })
    const bytesBy = (algorithm: string): Buffer => createHash(algorithm).update(CONTENT).digest()
    const sha384 = { algorithm: 'sha384', bytes: bytesBy('sha384') } as const
    const sha256 = new Digest(bytesBy('sha256'))
    const signature = key.sign(CONTENT, 'sha384')
    expect(verifyEcdsa(publicKey, sha384, signature)).toBe(true)
    expect(verifyEcdsa(publicKey, sha256, signature)).toBe(false)
    expect(verifyEcdsa(publicKey, sha384, key.sign(CONTENT, 'sha256'))).toBe(false)
    expect(verifyEcdsa(publicKey, sha384, Buffer.from('no signature'))).toBe(false)
  },
)
