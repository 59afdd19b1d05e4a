// Cases in the manner of sigstore-conformance that ../shared/conformance does not hold, made in the lab: each against
// the built command line in the suite's own protocol, with the file and with its digest.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKeyPair } from '../src/lab/authority.js'
import { bundleV1, bundleV2 } from '../src/lab/bundles.js'
import { toContent } from '../src/lab/content.js'
import { type Lab, startLab } from '../src/lab/lab.js'
import {
  RELEASE_ISSUER,
  RELEASE_SIGNER,
  type SignOptions,
  type SignedArtifact,
  signArtifact,
} from '../src/lab/release.js'
import { runProgram } from '../src/lab/runner.js'
import { createTimestampAuthority } from '../src/lab/timestamp-authority.js'
import { DIST } from './support/folders.js'

const CONTENT = Buffer.from('an artifact')
const SECOND = 1000
const MINUTE = 60 * SECOND

let lab: Lab
let folder: string
let root: string
let signed: SignedArtifact
let other: SignedArtifact

/** As far as the cases change it. */
interface Entry {
  logIndex: string
  integratedTime?: string
  kindVersion: { kind: string; version: string }
  inclusionPromise?: object
  inclusionProof?: {
    logIndex: string
    treeSize: string
    rootHash: string
    hashes: string[]
    checkpoint?: { envelope: string }
  }
  canonicalizedBody: string
}
interface Bundle {
  mediaType?: string
  verificationMaterial: {
    certificate?: { rawBytes: string }
    x509CertificateChain?: { certificates: { rawBytes: string }[] }
    publicKey?: { hint: string }
    tlogEntries: Entry[]
    timestampVerificationData?: { rfc3161Timestamps: { signedTimestamp: string }[] }
  }
  messageSignature?: { messageDigest: { algorithm: string; digest: string }; signature: string }
  dsseEnvelope?: { payloadType: string; payload: string; signatures: { sig: string; keyid?: string }[] }
}

beforeAll(async () => {
  lab = await startLab()
  folder = await mkdtemp(join(tmpdir(), 'conformance-'))
  root = await lab.writeTrustedRoot(folder)
  await writeFile(join(folder, 'artifact'), CONTENT)
  signed = await sign()
  other = await signArtifact(toContent(Buffer.from('another artifact')), lab.signing)
})
afterAll(async () => {
  await lab.close()
  await rm(folder, { recursive: true })
})

const sign = (options: Partial<SignOptions> = {}): Promise<SignedArtifact> =>
  signArtifact(toContent(CONTENT), { ...lab.signing, ...options })
const v1 = (artifact = signed): Bundle => structuredClone(bundleV1(lab, artifact)) as Bundle
const v2 = async (options: Parameters<typeof bundleV2>[2] = {}): Promise<Bundle> =>
  (await bundleV2(lab, CONTENT, options)) as Bundle

/** A bundle after a change. */
function changed(bundle: Bundle, change: (bundle: Bundle, entry: Entry) => void): Bundle {
  const [entry] = bundle.verificationMaterial.tlogEntries
  if (entry === undefined) throw new Error('the lab logs what it signs')
  change(bundle, entry)
  return bundle
}
const proofOf = (entry: Entry): NonNullable<Entry['inclusionProof']> => {
  if (entry.inclusionProof === undefined) throw new Error('the lab gives a proof')
  return entry.inclusionProof
}

/** Media types and shapes of before v0.3. */
function older(bundle: Bundle, version: '0.1' | '0.2', extra: readonly Buffer[] = []): Bundle {
  const { certificate, ...material } = bundle.verificationMaterial
  const certificates = [
    ...(certificate ? [certificate] : []),
    ...extra.map((der) => ({ rawBytes: der.toString('base64') })),
  ]
  return {
    ...bundle,
    mediaType: `application/vnd.dev.sigstore.bundle+json;version=${version}`,
    verificationMaterial: { ...material, x509CertificateChain: { certificates } },
  }
}

const statement = (digest: Record<string, string>): object => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'artifact', digest }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {},
})
const ABOUT = (): object => statement({ sha256: signed.sha256 })
const stampAt = (offsets: readonly number[]): Parameters<typeof v2>[0] => ({
  stamp: (bytes, signedAt) =>
    offsets.map((offset) => lab.tsa.stamp(bytes, new Date(signedAt.getTime() + offset))),
})

async function verify(
  bundle: unknown,
  ...flags: string[]
): Promise<{ codes: (number | null)[]; text: string }> {
  const path = join(folder, 'bundle.sigstore.json')
  await writeFile(path, typeof bundle === 'string' ? bundle : JSON.stringify(bundle))
  const signer = flags.includes('--key')
    ? []
    : ['--certificate-identity', RELEASE_SIGNER, '--certificate-oidc-issuer', RELEASE_ISSUER]
  const argv = ['verify-bundle', '--bundle', path, ...signer, '--trusted-root', root, ...flags]
  const subjects = [join(folder, 'artifact'), `sha256:${signed.sha256}`]
  const ends = await Promise.all(
    subjects.map((subject) => runProgram(join(DIST, 'cli.js'), [...argv, subject])),
  )
  return { codes: ends.map(({ code }) => code), text: ends.map((end) => end.stdout + end.stderr).join('') }
}

const HAPPY: [string, () => unknown][] = [
  ['v0.1 with promise and proof', () => older(v1(), '0.1')],
  [
    'v0.1 with the promise alone',
    () =>
      older(
        changed(v1(), (_, entry) => delete entry.inclusionProof),
        '0.1',
      ),
  ],
  ['v0.2', () => older(v1(), '0.2')],
  ['v0.2 with the intermediate in it', () => older(v1(), '0.2', lab.authority.chain.slice(0, 1))],
  ['v0.3', () => v1()],
  [
    'v0.3 in the older spelling',
    () => ({ ...v1(), mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.3' }),
  ],
  ['Rekor v2, hashedrekord', () => v2()],
  ['Rekor v2, P-384', () => v2({ curve: 'P-384' })],
  ['Rekor v2, a statement as hashedrekord', () => v2({ statement: ABOUT() })],
  ['Rekor v2, a statement as DSSE', () => v2({ statement: ABOUT(), asEnvelope: true })],
  [
    'Rekor v2, a statement as DSSE by P-384',
    () => v2({ statement: ABOUT(), asEnvelope: true, curve: 'P-384' }),
  ],
  ['Rekor v2, several timestamps', () => v2(stampAt([2 * SECOND, 3 * SECOND]))],
  ['Rekor v2, at the first moment of the certificate', () => v2(stampAt([0]))],
]

test.each(HAPPY)('verified: %s', async (_, toBundle) => {
  const { codes, text } = await verify(await toBundle())
  expect([codes, text]).toEqual([[0, 0], expect.anything()])
})

const FAIL: [string, () => unknown][] = [
  ['not JSON', () => 'bundle'],
  ['JSON that is no bundle', () => '[]'],
  ['no media type', () => changed(v1(), (bundle) => delete bundle.mediaType)],
  ['an unknown media type', () => ({ ...v1(), mediaType: 'application/vnd.dev.sigstore.bundle.v9.9+json' })],
  ['a media type with more behind it', () => ({ ...v1(), mediaType: `${String(v1().mediaType)}x` })],
  [
    'v0.2 without an inclusion proof',
    () =>
      older(
        changed(v1(), (_, entry) => delete entry.inclusionProof),
        '0.2',
      ),
  ],
  ['v0.3 without an inclusion proof', () => changed(v1(), (_, entry) => delete entry.inclusionProof)],
  [
    'v0.1 without promise and proof',
    () =>
      older(
        changed(v1(), (_, entry) => {
          delete entry.inclusionProof
          delete entry.inclusionPromise
        }),
        '0.1',
      ),
  ],
  ['v0.3 with a chain', () => ({ ...older(v1(), '0.2'), mediaType: v1().mediaType })],

  [
    'v0.2 with the certificate of another signature first',
    () =>
      older(
        changed(v1(), (bundle) => {
          bundle.verificationMaterial.certificate = { rawBytes: other.certificate.toString('base64') }
        }),
        '0.2',
        [signed.certificate],
      ),
  ],
  ['no log entry', () => changed(v1(), (bundle) => (bundle.verificationMaterial.tlogEntries = []))],
  [
    'the log entry twice',
    () => changed(v1(), (bundle, entry) => bundle.verificationMaterial.tlogEntries.push(entry)),
  ],
  ['the promise alone without its time', () => changed(v1(), (_, entry) => delete entry.integratedTime)],
  ['no promise and no timestamp', () => changed(v1(), (_, entry) => delete entry.inclusionPromise)],
  ['another SAN', async () => v1(await sign({ identity: `x${RELEASE_SIGNER}` }))],
  ['a SAN with more behind it', async () => v1(await sign({ identity: `${RELEASE_SIGNER}.evil.example` }))],
  ['another issuer', async () => v1(await sign({ issuer: `${RELEASE_ISSUER}.evil.example` }))],
  [
    'logged after the certificate expired',
    async () => v1(await sign({ loggedAt: new Date(lab.signing.signedAt.getTime() + 11 * MINUTE) })),
  ],
  [
    'logged before the certificate was valid',
    async () => v1(await sign({ loggedAt: new Date(lab.signing.signedAt.getTime() - MINUTE) })),
  ],
  [
    'a certificate without a signed certificate timestamp',
    async () => v1(await sign({ omitTimestamp: true })),
  ],
  ['a certificate timestamp by another key', async () => v1(await sign({ ctKey: await generateKeyPair() }))],
  [
    'a proof from another leaf',
    () =>
      changed(v1(), (_, entry) => {
        entry.inclusionProof = proofOf(v1(other).verificationMaterial.tlogEntries[0] as Entry)
      }),
  ],
  [
    'a proof from another log’s tree',
    async () => {
      const [foreign] = (await v2()).verificationMaterial.tlogEntries
      return changed(v1(), (_, entry) => (entry.inclusionProof = proofOf(foreign as Entry)))
    },
  ],
  [
    'another tree size',
    () =>
      changed(v1(), (_, entry) => {
        proofOf(entry).treeSize = String(Number(proofOf(entry).treeSize) + 1)
      }),
  ],
  [
    'another index in the tree',
    () =>
      changed(v1(), (_, entry) => {
        proofOf(entry).logIndex = String(Number(proofOf(entry).logIndex) - 1)
      }),
  ],
  [
    'an index beyond the tree',
    () => changed(v1(), (_, entry) => (proofOf(entry).logIndex = proofOf(entry).treeSize)),
  ],
  [
    'one hash too many',
    () => changed(v1(), (_, entry) => proofOf(entry).hashes.push(proofOf(entry).rootHash)),
  ],
  ['no hashes', () => changed(v1(), (_, entry) => (proofOf(entry).hashes = []))],
  [
    'another root hash',
    () => changed(v1(), (_, entry) => (proofOf(entry).rootHash = proofOf(entry).hashes[0] ?? '')),
  ],
  ['no checkpoint', () => changed(v1(), (_, entry) => delete proofOf(entry).checkpoint)],
  ['an empty checkpoint', () => changed(v1(), (_, entry) => (proofOf(entry).checkpoint = { envelope: '' }))],
  [
    'a checkpoint of another root hash',
    () =>
      changed(v1(), (_, entry) => {
        const size = Number(proofOf(entry).treeSize)
        proofOf(entry).checkpoint = { envelope: lab.log.checkpoint(size, Buffer.alloc(32)) }
      }),
  ],
  [
    'a checkpoint of another size',
    () =>
      changed(v1(), (_, entry) => {
        const { rootHash, treeSize } = proofOf(entry)
        const envelope = lab.log.checkpoint(Number(treeSize) + 1, Buffer.from(rootHash, 'base64'))
        proofOf(entry).checkpoint = { envelope }
      }),
  ],
  [
    'a checkpoint by another key',
    async () => {
      const key = await generateKeyPair()
      return changed(v1(), (_, entry) => {
        const { rootHash, treeSize } = proofOf(entry)
        proofOf(entry).checkpoint = {
          envelope: lab.log.checkpoint(Number(treeSize), Buffer.from(rootHash, 'base64'), key),
        }
      })
    },
  ],
  [
    'the entry of another artifact',
    () =>
      changed(v1(), (bundle) => {
        bundle.verificationMaterial.tlogEntries = v1(other).verificationMaterial.tlogEntries
      }),
  ],
  [
    'the entry of another signature over the same artifact',
    async () => {
      const again = v1(await sign())
      return changed(v1(), (bundle) => {
        bundle.verificationMaterial.tlogEntries = again.verificationMaterial.tlogEntries
      })
    },
  ],
  [
    'an entry of another kind than it says',
    () => changed(v1(), (_, entry) => (entry.kindVersion = { kind: 'dsse', version: '0.0.1' })),
  ],
  [
    'an entry of a kind that nobody knows',
    () => changed(v1(), (_, entry) => (entry.kindVersion = { kind: 'rpm', version: '0.0.1' })),
  ],
  [
    'another digest in the message',
    () =>
      changed(v1(), (bundle) => {
        const digest = Buffer.from(other.sha256, 'hex').toString('base64')
        if (bundle.messageSignature) bundle.messageSignature.messageDigest.digest = digest
      }),
  ],
  [
    'a digest of another algorithm',
    () =>
      changed(v1(), (bundle) => {
        if (bundle.messageSignature) bundle.messageSignature.messageDigest.algorithm = 'SHA2_512'
      }),
  ],
  [
    'no signature',
    () =>
      changed(v1(), (bundle) => {
        if (bundle.messageSignature) bundle.messageSignature.signature = ''
      }),
  ],
  [
    'signature and envelope at once',
    async () => ({ ...(await v2({ statement: ABOUT() })), messageSignature: v1().messageSignature }),
  ],
  ['Rekor v2 without a timestamp', () => v2({ stamp: () => [] })],
  ['a timestamp before the certificate', () => v2(stampAt([-SECOND]))],
  ['a timestamp after the certificate', () => v2(stampAt([10 * MINUTE + SECOND]))],
  ['two timestamps, one after the certificate', () => v2(stampAt([2 * SECOND, 11 * MINUTE]))],
  [
    'the same timestamp twice',
    () =>
      v2({
        stamp: (bytes, time) => {
          const one = lab.tsa.stamp(bytes, time)
          return [one, one]
        },
      }),
  ],
  [
    'a timestamp over something else',
    () => v2({ stamp: (_, time) => [lab.tsa.stamp(Buffer.from('else'), time)] }),
  ],
  ['a timestamp that is no timestamp', () => v2({ stamp: () => [Buffer.from('else')] })],
  [
    'a timestamp by a stranger',
    async () => {
      const stranger = await createTimestampAuthority(lab.authority.validFrom, lab.authority.validTo)
      return v2({ stamp: (bytes, time) => [stranger.stamp(bytes, time)] })
    },
  ],
  [
    'Rekor v2, the entry’s index not that of the proof',
    async () => changed(await v2(), (_, entry) => (entry.logIndex = '1')),
  ],
  ['a statement about something else', () => v2({ statement: statement({ sha256: other.sha256 }) })],
  [
    'a statement by an algorithm that nobody has',
    () => v2({ statement: statement({ 'sha3-256': signed.sha256 }) }),
  ],
  [
    'a statement of another type',
    () => v2({ statement: { ...ABOUT(), _type: 'https://example.com/Statement' } }),
  ],
  [
    'an envelope of another type',
    async () =>
      changed(await v2({ statement: ABOUT() }), (bundle) => {
        if (bundle.dsseEnvelope) bundle.dsseEnvelope.payloadType = 'application/json'
      }),
  ],
  [
    'an envelope without a signature',
    async () =>
      changed(await v2({ statement: ABOUT() }), (bundle) => {
        if (bundle.dsseEnvelope) bundle.dsseEnvelope.signatures = []
      }),
  ],
  [
    'an envelope with two signatures',
    async () =>
      changed(await v2({ statement: ABOUT() }), (bundle) => {
        bundle.dsseEnvelope?.signatures.push({ sig: other.signature.toString('base64') })
      }),
  ],
  [
    'an envelope with the payload of another',
    async () => {
      const another = await v2({ statement: { ...ABOUT(), predicateType: 'https://example.com/other' } })
      return changed(await v2({ statement: ABOUT() }), (bundle) => {
        if (bundle.dsseEnvelope) bundle.dsseEnvelope.payload = another.dsseEnvelope?.payload ?? ''
      })
    },
  ],
]

test.each(FAIL)('refused by a verdict: %s', async (_, toBundle) => {
  const { codes, text } = await verify(await toBundle())
  expect([codes.filter((code) => code !== 1 && code !== 3), text]).toEqual([[], expect.anything()])
  expect(text).not.toMatch(/INTERNAL|\n\s+at /)
})

describe('a managed key', () => {
  const toPem = (spki: Buffer): string =>
    `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END PUBLIC KEY-----\n`

  async function signWithKey(): Promise<{ bundle: Bundle; pem: string }> {
    const key = await generateKeyPair()
    const pem = toPem(key.spki)
    const signature = key.sign(CONTENT)
    const entry = lab.log.addHashedrekord({
      sha256Hex: signed.sha256,
      signature,
      certificatePem: pem,
      integratedTime: lab.signing.signedAt,
    })
    const bundle = v1({ ...signed, signature, entry })
    delete bundle.verificationMaterial.certificate
    bundle.verificationMaterial.publicKey = { hint: '' }
    return { bundle, pem }
  }

  test('its own verifies, another one’s and a certificate’s do not', async () => {
    const { bundle, pem } = await signWithKey()
    const path = join(folder, 'key.pub')
    await writeFile(path, pem)
    expect((await verify(bundle, '--key', path)).codes).toEqual([0, 0])
    expect((await verify(bundle)).codes).toEqual([3, 3])
    expect((await verify(v1(), '--key', path)).codes).toEqual([1, 1])
    // The key of the certificate itself: the entry holds the certificate.
    await writeFile(path, toPem(signed.key.spki))
    expect((await verify(v1(), '--key', path)).codes).toEqual([1, 1])
    await writeFile(path, toPem((await generateKeyPair('P-384')).spki))
    expect((await verify(bundle, '--key', path)).codes).toEqual([1, 1])
  })

  test('a file that is no key of ours is bad input', async () => {
    const path = join(folder, 'wrong.pub')
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const wrong = [
      'a key',
      '',
      rsa.publicKey.export({ type: 'spki', format: 'pem' }),
      ec.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }),
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey.export({
        type: 'spki',
        format: 'pem',
      }),
      toPem(Buffer.from('evil')),
      signed.certificatePem,
    ]
    for (const text of wrong) {
      await writeFile(path, text)
      const { codes, text: said } = await verify(v1(), '--key', path)
      expect([String(text).slice(0, 40), codes]).toEqual([String(text).slice(0, 40), [2, 2]])
      expect(said).toContain('error: INPUT_INVALID: --key')
    }
    expect((await verify(v1(), '--key', folder)).codes).toEqual([2, 2])
    expect((await verify(v1(), '--key', join(folder, 'missing'))).codes).toEqual([2, 2])
  })
})
