// Certificates as the field reads them (RFC 5280, Go's crypto/x509), under authorities of one's own.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseBundle } from '../../src/evidence/bundle.js'
import { bundleV1 } from '../../src/lab/bundles.js'
import { toContent } from '../../src/lab/content.js'
import { type ExtraExtension, createAuthority } from '../../src/lab/authority.js'
import { der, explicit, integer, oid, sequence } from '../../src/lab/der.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { RELEASE_ISSUER, RELEASE_SIGNER, type SignOptions, signArtifact } from '../../src/lab/release.js'
import { createTrustedRoot } from '../../src/lab/trusted-root.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { createPolicy } from '../../src/verify/policy.js'
import { decisiveCheck } from '../../src/verify/verification-result.js'
import { verifyArtifact } from '../../src/verify/verify.js'
import { ROOT } from '../support/folders.js'

interface Verdict {
  readonly outcome: string
  readonly code: string | undefined
  readonly detail: string | undefined
}

function judge(bundle: string, root: TrustedRoot, certificateIdentity: string, oidcIssuer: string): Verdict {
  const { digest, evidence } = parseBundle(bundle)
  const result = verifyArtifact({
    artifact: { name: 'tool' },
    measured: undefined,
    claims: digest ? [{ source: 'the bundle', digest: { value: digest } }] : [],
    evidence,
    releaseBinding: { kind: 'not-applicable', reason: 'a lone digest' },
    trustedRoot: root,
    policy: createPolicy({
      signer: { certificateIdentity, oidcIssuer },
      compareDigest: false,
      bindRelease: false,
    }),
  })
  const check = result.outcome === 'verified' ? undefined : decisiveCheck(result)
  return { outcome: result.outcome, code: check?.code, detail: check?.detail }
}

describe('cases that other readers of X.509 refuse', () => {
  const at = (name: string): Promise<string> =>
    readFile(join(ROOT, '__tests__/fixtures/certificates', name), 'utf8')
  const refused = (code: string, detail: string) => ({
    outcome: 'rejected',
    code,
    detail: expect.stringContaining(detail) as string,
  })
  const verified = { outcome: 'verified' }

  test.each([
    ['control', verified],
    ['root-log-upper-case-url', verified],
    ['sct-two', refused('CERTIFICATE_TIMESTAMP_INVALID', 'two signed certificate timestamps of one log')],
    ['tsa-two-same-second', refused('SIGNED_TIMESTAMP_INVALID', 'gave two timestamps at')],
    ['issuer-name-case', refused('CERTIFICATE_UNTRUSTED', 'no certificate authority')],
    ['critical-unknown', refused('CERTIFICATE_UNTRUSTED', 'the critical extension 1.2.3.4.5')],
    [
      'ca-nc-excluded',
      refused('CERTIFICATE_UNTRUSTED', 'do not allow the e-mail address signer@lab.example'),
    ],
    ['ca-eku-server', refused('CERTIFICATE_UNTRUSTED', 'restricted to other purposes')],
  ])('%s', async (name, expected) => {
    const root = parseTrustedRoot(await at(`${name}.trusted_root.json`), name)
    const verdict = judge(
      await at(`${name}.sigstore.json`),
      root,
      'signer@lab.example',
      'https://issuer.lab.example',
    )
    expect(verdict).toMatchObject(expected)
  })

  test('san-latin1: an e-mail name that is no IA5String names nobody', async () => {
    const root = parseTrustedRoot(await at('san-latin1.trusted_root.json'), 'lab')
    const bundle = await at('san-latin1.sigstore.json')
    for (const identity of ['sign\u00fcr@lab.example', 'sign\u007cr@lab.example'])
      expect(judge(bundle, root, identity, 'https://issuer.lab.example')).toMatchObject({
        outcome: 'rejected',
        code: 'IDENTITY_MISMATCH',
      })
  })

  test('damaged-int-bc-0: an authority that cannot be read is none, and without one nothing is judged', async () => {
    const text = await at('damaged-int-bc-0.trusted_root.json')
    expect(() => parseTrustedRoot(text, 'lab')).toThrow(
      expect.objectContaining({
        code: 'TRUSTED_ROOT_MALFORMED',
        message: expect.stringMatching(
          /certificateAuthorities\[0\].*extension 2\.5\.29\.19 cannot be read/,
        ) as string,
      }) as Error,
    )
    // A managed key needs none.
    expect(parseTrustedRoot(text, 'lab', { certificates: false }).leftOut).toHaveLength(1)
  })
})

const NAME_CONSTRAINTS = '2.5.29.30'
const POISON = '1.3.6.1.4.1.11129.2.4.3'
const NULL = Buffer.of(5, 0)
const email = (text: string): Buffer => der(0x81, Buffer.from(text))
const host = (text: string): Buffer => der(0x82, Buffer.from(text))
const uri = (text: string): Buffer => der(0x86, Buffer.from(text))
const permitting = (...bases: readonly Buffer[]): Buffer =>
  sequence(explicit(0, ...bases.map((base) => sequence(base))))
const excluding = (...bases: readonly Buffer[]): Buffer =>
  sequence(explicit(1, ...bases.map((base) => sequence(base))))
const extra = (id: string, value: Buffer, isCritical = true): ExtraExtension => ({
  oid: id,
  isCritical,
  value,
})

describe('what a certificate of one’s own authority may say', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await startLab()
  })
  afterAll(() => lab.close())

  const verdictOf = async (
    leaf: Partial<SignOptions>,
    issuer: readonly ExtraExtension[] = [],
  ): Promise<Verdict> => {
    const authority = await createAuthority({ now: lab.now, extensions: issuer })
    const signed = await signArtifact(toContent(Buffer.from('tool')), { ...lab.signing, authority, ...leaf })
    const root = parseTrustedRoot(JSON.stringify(createTrustedRoot({ ...lab, authority })), 'lab')
    return judge(JSON.stringify(bundleV1(lab, signed)), root, leaf.identity ?? RELEASE_SIGNER, RELEASE_ISSUER)
  }
  const ofIssuer = (...extensions: readonly ExtraExtension[]) => verdictOf({}, extensions)
  const ofLeaf = (...extensions: readonly ExtraExtension[]) => verdictOf({ extensions })

  test.each<[string, () => Promise<Verdict>]>([
    ['nothing more', () => verdictOf({})],
    ['an unknown extension that is not critical', () => ofLeaf(extra('1.2.3.4', NULL, false))],
    [
      'critical certificate policies',
      () => ofLeaf(extra('2.5.29.32', sequence(sequence(oid('2.5.29.32.0'))))),
    ],
    ['any purpose, of an issuer', () => ofIssuer(extra('2.5.29.37', sequence(oid('2.5.29.37.0')), false))],
    [
      'a domain that is permitted',
      () => ofIssuer(extra(NAME_CONSTRAINTS, permitting(email('.gserviceaccount.com')))),
    ],
    [
      'another kind of name that is restricted',
      () => ofIssuer(extra(NAME_CONSTRAINTS, permitting(host('a.example')))),
    ],
    [
      'a neighbour that is excluded',
      () => ofIssuer(extra(NAME_CONSTRAINTS, excluding(email('other.example')))),
    ],
    [
      'a URI under a domain that is permitted',
      () =>
        verdictOf({ identity: 'https://ci.lab.example/run' }, [
          extra(NAME_CONSTRAINTS, permitting(uri('.lab.example'))),
        ]),
    ],
  ])('%s: verified', async (_, verdict) => {
    expect(await verdict()).toEqual({ outcome: 'verified', code: undefined, detail: undefined })
  })

  test.each<[string, string, () => Promise<Verdict>]>([
    ['an unknown critical extension', 'critical extension 1.2.3.4', () => ofLeaf(extra('1.2.3.4', NULL))],
    ['one of its issuer', 'its issuer has the critical extension', () => ofIssuer(extra('1.2.3.4', NULL))],
    ['the CT poison', 'a precertificate', () => ofLeaf(extra(POISON, NULL))],
    ['the CT poison, not critical', 'a precertificate', () => ofLeaf(extra(POISON, NULL, false))],
    ['an issuer with the CT poison', 'a precertificate', () => ofIssuer(extra(POISON, NULL))],
    [
      'an issuer for servers',
      'restricted to other purposes',
      () => ofIssuer(extra('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1')), false)),
    ],
    [
      'a leaf for anything',
      'not issued for code signing',
      () => ofLeaf(extra('2.5.29.37', sequence(oid('2.5.29.37.0')), false)),
    ],
    [
      'a key that may only agree',
      'not be used for signatures',
      () => ofLeaf(extra('2.5.29.15', Buffer.of(3, 2, 3, 8))),
    ],
    [
      'an issuer that may not issue',
      'no certificate authority',
      () => ofIssuer(extra('2.5.29.15', Buffer.of(3, 2, 7, 0x80))),
    ],
    [
      'a domain that is excluded',
      'the e-mail address',
      () => ofIssuer(extra(NAME_CONSTRAINTS, excluding(email('gserviceaccount.com')))),
    ],
    [
      'not critical, but excluded',
      'the e-mail address',
      () => ofIssuer(extra(NAME_CONSTRAINTS, excluding(email('')), false)),
    ],
    [
      'another domain that is permitted',
      'the e-mail address',
      () => ofIssuer(extra(NAME_CONSTRAINTS, permitting(email('other.example')))),
    ],
    [
      'only its own subdomains',
      'the e-mail address',
      () => ofIssuer(extra(NAME_CONSTRAINTS, permitting(email('gserviceaccount.com')))),
    ],
    [
      'a URI elsewhere',
      'the URI',
      () =>
        verdictOf({ identity: 'https://ci.evil.example/run' }, [
          extra(NAME_CONSTRAINTS, permitting(uri('.lab.example'))),
        ]),
    ],
    [
      'a URI of an address',
      'the URI',
      () =>
        verdictOf({ identity: 'https://127.0.0.1/run' }, [
          extra(NAME_CONSTRAINTS, excluding(uri('.lab.example'))),
        ]),
    ],
    [
      'constraints of distinguished names',
      'distinguished names',
      () => ofIssuer(extra(NAME_CONSTRAINTS, excluding(der(0xa4, sequence())))),
    ],
  ])('%s: refused', async (_, detail, verdict) => {
    expect(await verdict()).toEqual({
      outcome: 'rejected',
      code: 'CERTIFICATE_UNTRUSTED',
      detail: expect.stringContaining(detail) as string,
    })
  })

  test('bytes after the list of certificate timestamps', async () => {
    expect(await verdictOf({ afterTimestamps: Buffer.of(0) })).toMatchObject({
      outcome: 'rejected',
      code: 'CERTIFICATE_TIMESTAMP_INVALID',
      detail: expect.stringContaining('has not the length that it names') as string,
    })
  })

  describe('under a root that names no certificate transparency log', () => {
    const verdict = async (isOwn: boolean, leaf: Partial<SignOptions>): Promise<Verdict> => {
      const signed = await signArtifact(toContent(Buffer.from('tool')), { ...lab.signing, ...leaf })
      const document = JSON.stringify({ ...createTrustedRoot(lab), ctlogs: [] })
      const root = parseTrustedRoot(document, 'lab', { isOwn })
      return judge(JSON.stringify(bundleV1(lab, signed)), root, RELEASE_SIGNER, RELEASE_ISSUER)
    }

    test.each([{ omitTimestamp: true }, {}])('the user’s own: judged without, %j', async (leaf) => {
      expect(await verdict(true, leaf)).toMatchObject({ outcome: 'verified' })
    })

    test('not the user’s own: it may be incomplete, and proves nothing', async () => {
      expect(await verdict(false, {})).toMatchObject({
        outcome: 'unverifiable',
        code: 'CERTIFICATE_TIMESTAMP_INVALID',
        detail: expect.stringContaining('names no ctlogs at all') as string,
      })
      expect(await verdict(false, { omitTimestamp: true })).toMatchObject({ outcome: 'rejected' })
    })
  })

  test.each<[string, readonly ExtraExtension[]]>([
    [
      'constraints with bounds',
      [extra(NAME_CONSTRAINTS, sequence(explicit(0, sequence(email('a'), der(0x80, Buffer.of(1))))))],
    ],
    ['constraints that are empty', [extra(NAME_CONSTRAINTS, sequence())]],
    ['bytes after an extension', [extra('2.5.29.37', Buffer.concat([sequence(), NULL]), false)]],
    ['a negative path length', [extra('2.5.29.19', sequence(der(1, Buffer.of(0xff)), integer(0x80)))]],
    ['an extension given twice', [extra('1.2.3', NULL, false), extra('1.2.3', NULL, false)]],
  ])('an issuer with %s cannot be read', async (_, extensions) => {
    await expect(verdictOf({}, extensions)).rejects.toMatchObject({ code: 'TRUSTED_ROOT_MALFORMED' })
  })
})
