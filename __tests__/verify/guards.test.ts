// Guards that a former suite would not have missed: each of these tests fails when the one line that it is about is
// taken out. Values of the lab, with real cryptography.
import { createPublicKey } from 'node:crypto'
import { digestOf } from '../../src/digest.js'
import { parseBundle } from '../../src/evidence/bundle.js'
import { parseCertificateDer } from '../../src/evidence/certificate.js'
import type { Evidence } from '../../src/evidence/evidence.js'
import { parseSignedTimestamp } from '../../src/evidence/signed-timestamp.js'
import { type ExtraExtension, createAuthority } from '../../src/lab/authority.js'
import { bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { toContent } from '../../src/lab/content.js'
import { der, oid, sequence } from '../../src/lab/der.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { RELEASE_ISSUER, RELEASE_SIGNER, type SignOptions, signArtifact } from '../../src/lab/release.js'
import { createTimestampAuthority } from '../../src/lab/timestamp-authority.js'
import { createTrustedRoot } from '../../src/lab/trusted-root.js'
import type { PlannedArtifact } from '../../src/plan/plan.js'
import { artifactUrls } from '../../src/plan/plan.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { CODE_SIGNING, findPathFault } from '../../src/verify/certificate-path.js'
import { CHECK_IDS, type CheckId } from '../../src/verify/check.js'
import { verifyEcdsa } from '../../src/evidence/ecdsa.js'
import { toRootHash } from '../../src/verify/merkle.js'
import { createPolicy } from '../../src/verify/policy.js'
import {
  type JudgedCheck,
  type VerificationResult,
  computeOutcome,
  decisiveCheck,
} from '../../src/verify/verification-result.js'
import { VerifiedArtifact } from '../../src/verify/verified-artifact.js'
import { verifyArtifact } from '../../src/verify/verify.js'

const CONTENT = Buffer.from('an artifact')
const YEAR_MS = 365 * 24 * 3600_000

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

type Document = Record<
  string,
  { validFor: { start: string; end?: string }; publicKey: { validFor: object } }[]
>

interface Given {
  readonly leaf?: Partial<SignOptions>
  readonly issuer?: readonly ExtraExtension[]
  /** When the authority was made. */
  readonly authorityNow?: Date
  readonly changeRoot?: (document: Document) => void
}

async function toEvidence({ leaf = {}, issuer = [], authorityNow, changeRoot }: Given) {
  const authority = await createAuthority({ now: authorityNow ?? lab.now, extensions: issuer })
  const signed = await signArtifact(toContent(CONTENT), { ...lab.signing, authority, ...leaf })
  const document = JSON.parse(JSON.stringify(createTrustedRoot({ ...lab, authority }))) as Document
  changeRoot?.(document)
  const { evidence } = parseBundle(JSON.stringify(bundleV1(lab, signed)))
  return { evidence, root: parseTrustedRoot(JSON.stringify(document), 'lab') }
}

function verify(evidence: Evidence, trustedRoot: TrustedRoot): VerificationResult {
  return verifyArtifact({
    artifact: { name: 'tool' },
    measured: { value: digestOf(CONTENT) },
    claims: [],
    evidence,
    releaseBinding: { kind: 'not-applicable', reason: 'a lone file' },
    trustedRoot,
    policy: createPolicy({
      signer: { certificateIdentity: RELEASE_SIGNER, oidcIssuer: RELEASE_ISSUER },
      compareDigest: false,
      bindRelease: false,
    }),
  })
}

const verdictOf = async (given: Given): Promise<string> => {
  const { evidence, root } = await toEvidence(given)
  const result = verify(evidence, root)
  return result.outcome === 'verified' ? 'verified' : (decisiveCheck(result)?.code ?? '')
}
const extra = (id: string, value: Buffer, isCritical = true): ExtraExtension => ({
  oid: id,
  isCritical,
  value,
})
const PURPOSES = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

describe('the certificate', () => {
  test('as it is: verified', async () => {
    expect(await verdictOf({})).toBe('verified')
  })

  test.each<[string, Given, string]>([
    [
      'is for another purpose than code signing',
      { leaf: { extensions: [extra(PURPOSES, sequence(oid(TIME_STAMPING)), false)] } },
      'CERTIFICATE_UNTRUSTED',
    ],
    [
      'names two signers',
      {
        leaf: {
          extensions: [
            extra(
              '2.5.29.17',
              sequence(...[RELEASE_SIGNER, 'b@x'].map((name) => der(0x81, Buffer.from(name)))),
            ),
          ],
        },
      },
      'IDENTITY_MISMATCH',
    ],
    [
      'names the key of another issuer',
      {
        leaf: { extensions: [extra('2.5.29.35', sequence(der(0x80, Buffer.alloc(20, 7))), false)] },
      },
      'CERTIFICATE_UNTRUSTED',
    ],
    [
      'is of an issuer that is no authority',
      { issuer: [extra('2.5.29.19', sequence())] },
      'CERTIFICATE_UNTRUSTED',
    ],
    [
      'is of an authority whose window was over',
      {
        changeRoot: ({ certificateAuthorities = [] }) => {
          for (const authority of certificateAuthorities)
            authority.validFor.end = new Date(lab.now.getTime() - YEAR_MS).toISOString()
        },
      },
      'CERTIFICATE_UNTRUSTED',
    ],
    [
      'is older than its issuer',
      {
        authorityNow: new Date(Date.now() + 5 * YEAR_MS),
        changeRoot: (document) => {
          const text = JSON.stringify(document)
          const since2000 = text.replace(/"start":"[^"]*"/g, '"start":"2000-01-01T00:00:00Z"')
          Object.assign(document, JSON.parse(since2000))
        },
      },
      'CERTIFICATE_UNTRUSTED',
    ],
    [
      'has a timestamp of a certificate log whose key was not in use any more',
      {
        changeRoot: ({ ctlogs = [] }) => {
          for (const log of ctlogs)
            Object.assign(log.publicKey.validFor, {
              end: new Date(lab.now.getTime() - YEAR_MS).toISOString(),
            })
        },
      },
      'CERTIFICATE_TIMESTAMP_INVALID',
    ],
  ])('%s: refused', async (_, given, code) => {
    expect(await verdictOf(given)).toBe(code)
  })

  test('an anchor that may not stand so far above a leaf', async () => {
    const { evidence, root } = await toEvidence({})
    const leaf = evidence.certificate.value
    const [intermediate, anchor] = root.certificateAuthorities[0]?.chain ?? []
    if (!leaf || !intermediate || !anchor) throw new Error('the lab has a chain of three')
    const at = { time: new Date(leaf.notBefore), purpose: CODE_SIGNING }
    const withLength = (pathLength: number) => ({
      ...anchor,
      extensions: { ...anchor.extensions, pathLength },
    })
    expect(findPathFault(leaf, [intermediate, withLength(1)], at)).toBeUndefined()
    expect(findPathFault(leaf, [intermediate, withLength(0)], at)?.detail).toContain('so far above')
  })

  test('bytes after it: it cannot be read', async () => {
    const { evidence } = await toEvidence({})
    const { der: bytes } = evidence.certificate.value ?? { der: Buffer.alloc(0) }
    expect(() => parseCertificateDer(Buffer.concat([bytes, Buffer.of(0)]))).toThrow(
      expect.objectContaining({ code: 'EVIDENCE_UNREADABLE' }) as Error,
    )
  })
})

describe('a signed timestamp, where it alone proves the time', () => {
  const verdict = async (change: (root: TrustedRoot) => TrustedRoot): Promise<string> => {
    const { evidence } = parseBundle(JSON.stringify(await bundleV2(lab, CONTENT)))
    const root = change(parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab'))
    const result = verify(evidence, root)
    return result.outcome === 'verified' ? 'verified' : (decisiveCheck(result)?.id ?? '')
  }
  const withSigner =
    (change: (signer: TrustedRoot['timestampAuthorities'][number]['chain'][number]) => object) =>
    (root: TrustedRoot): TrustedRoot => ({
      ...root,
      timestampAuthorities: root.timestampAuthorities.map((authority) => ({
        ...authority,
        chain: authority.chain.map((each, depth) => (depth === 0 ? { ...each, ...change(each) } : each)),
      })),
    })

  test('as it is: verified', async () => {
    expect(await verdict((root) => root)).toBe('verified')
  })

  test('of another serial number than it names', async () => {
    const other = withSigner(({ x509 }) => ({
      x509: new Proxy(x509, {
        get: (target, name) =>
          name === 'serialNumber' ? Buffer.of(0x7f) : (Reflect.get(target, name, target) as unknown),
      }),
    }))
    expect(await verdict(other)).toBe('signed-timestamp')
  })

  test('by a certificate for another purpose', async () => {
    const authority = await createTimestampAuthority(lab.authority.validFrom, lab.authority.validTo, {
      purpose: CODE_SIGNING,
    })
    const signedAt = lab.signing.signedAt
    const stamp = (bytes: Buffer): Buffer[] => [authority.stamp(bytes, new Date(signedAt.getTime() + 2000))]
    const { evidence } = parseBundle(JSON.stringify(await bundleV2(lab, CONTENT, { stamp })))
    expect(evidence.timestamps?.map(({ error }) => error)).toEqual([undefined])
    const document = createTrustedRoot({ ...lab, tsa: authority })
    const result = verify(evidence, parseTrustedRoot(JSON.stringify(document), 'lab'))
    expect([result.outcome, decisiveCheck(result)?.id]).not.toContain('verified')
    expect(decisiveCheck(result)?.id).toBe('signed-timestamp')
  })

  test('its parser wants a granted time', () => {
    expect(() => parseSignedTimestamp(Buffer.of(0x30, 0))).toThrow()
  })
})

test('a Merkle proof that is too short for its tree leads nowhere', () => {
  const leafHash = Buffer.alloc(32, 1)
  expect(toRootHash({ leafHash, index: 0, treeSize: 1, hashes: [] })).toEqual(leafHash)
  expect(toRootHash({ leafHash, index: 0, treeSize: 2, hashes: [] })).toBeUndefined()
  expect(toRootHash({ leafHash, index: 0, treeSize: 5, hashes: [leafHash, leafHash] })).toBeUndefined()
})

test.each(['signature', 'rawBytes', 'canonicalizedBody'])('loose base64 in a bundle’s %s', async (field) => {
  const signed = await signArtifact(toContent(CONTENT), lab.signing)
  const text = JSON.stringify(bundleV1(lab, signed))
  const loose = text.replace(new RegExp(`("${field}":"[^"]{8})`), '$1 ')
  expect(loose).not.toBe(text)
  expect(() => parseBundle(loose)).toThrow(expect.objectContaining({ code: 'EVIDENCE_UNREADABLE' }) as Error)
})

test('whether a signature holds is asked for this digest and this key, however often', async () => {
  const signed = await signArtifact(toContent(CONTENT), lab.signing)
  const other = await signArtifact(toContent(CONTENT), lab.signing)
  const keyOf = ({ key }: typeof signed) =>
    createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' })
  const digest = digestOf(CONTENT)
  const another = digestOf(Buffer.from('another'))
  expect(verifyEcdsa(keyOf(signed), digest, signed.signature)).toBe(true)
  expect(verifyEcdsa(keyOf(signed), another, signed.signature)).toBe(false)
  expect(verifyEcdsa(keyOf(signed), digest, signed.signature)).toBe(true)
  expect(verifyEcdsa(keyOf(other), digest, signed.signature)).toBe(false)
})

describe('the outcome', () => {
  const checks = (
    ids: readonly CheckId[],
    change: (check: JudgedCheck) => Partial<JudgedCheck> = () => ({}),
  ): JudgedCheck[] =>
    ids.map((id) => {
      const check = { id, status: 'passed', detail: '', required: true } as const
      return { ...check, ...change(check) }
    })

  test('the whole list passed: verified', () => {
    expect(computeOutcome(checks(CHECK_IDS))).toBe('verified')
  })

  test.each<[string, () => JudgedCheck[]]>([
    ['nothing', () => []],
    ...CHECK_IDS.map((missing): [string, () => JudgedCheck[]] => [
      `all but ${missing}`,
      () => checks(CHECK_IDS.filter((id) => id !== missing)),
    ]),
    ['the whole list in another order', () => checks([...CHECK_IDS].reverse())],
    ['the whole list, and none of it required', () => checks(CHECK_IDS, () => ({ required: false }))],
  ])('%s: unverifiable', (_, given) => {
    expect(computeOutcome(given())).toBe('unverifiable')
  })
})

describe('a verified artifact is made', () => {
  const planned: PlannedArtifact = {
    name: 'kubectl',
    kind: 'binary',
    version: 'v1.35.2',
    platform: undefined,
    path: 'bin/linux/amd64/kubectl',
    fileName: 'kubectl',
    urls: artifactUrls(new URL('https://lab.example'), 'v1.35.2', 'bin/linux/amd64/kubectl'),
    signatureSource: 'artifact',
  }
  const file = { path: '/nowhere', size: CONTENT.length, sha256: digestOf(CONTENT) }

  test('for these bytes, in full depth, and not else', async () => {
    const { evidence, root } = await toEvidence({})
    const result = verify(evidence, root)
    expect(result.outcome).toBe('verified')
    expect(VerifiedArtifact.from(planned, result, { file, evidence }).digest).toEqual(file.sha256)
    const other = { ...file, sha256: digestOf(Buffer.from('other bytes')) }
    const wrong: [typeof file, VerificationResult][] = [
      [other, result],
      [file, { ...result, depth: 'digest' }],
      [file, { ...result, outcome: 'rejected' }],
      [file, { ...result, signatureSource: 'release-sbom' }],
    ]
    for (const [bytes, of] of wrong)
      expect(() => VerifiedArtifact.from(planned, of, { file: bytes, evidence })).toThrow('is not verified')
  })
})

test('what every check accepts and the independent judge refuses is rejected', async () => {
  const { evidence, root } = await toEvidence({})
  const { root: stranger } = await toEvidence({})
  const result = verify(evidence, { ...root, document: stranger.document })
  expect([result.outcome, decisiveCheck(result)?.code]).toEqual(['rejected', 'INDEPENDENT_JUDGE_REFUSED'])
})
