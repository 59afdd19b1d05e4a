// The candidate that a bundle is, by where it is from, and that of a lock file's entry.
import { parseDigest } from '../../src/digest.js'
import { EvidenceError } from '../../src/errors.js'
import { toBundleCandidate, toLockCandidate } from '../../src/gather/bundle.js'
import { bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { RELEASE_ISSUER, RELEASE_SIGNER, type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import type { ProvenEntry } from '../../src/lock/lock.js'

let lab: Lab
let signed: SignedArtifact
let statement: string
beforeAll(async () => {
  lab = await startLab()
  signed = await signArtifact(toContent(Buffer.from('kubectl')), lab.signing)
  const about = { _type: 'https://in-toto.io/Statement/v1', predicateType: 'x', subject: [] }
  statement = JSON.stringify(await bundleV2(lab, Buffer.from('kubectl'), { statement: about }))
})
afterAll(() => lab.close())

test('it binds itself to the digest that it names, and nothing else to it', () => {
  const candidate = toBundleCandidate('bundle', { value: JSON.stringify(bundleV1(lab, signed)) })
  expect(candidate.digest?.value?.hex).toBe(signed.sha256)
  expect(candidate.evidence.signature.value).toEqual(signed.signature)
  expect([candidate.source, candidate.lookup]).toEqual(['bundle', undefined])
})

test('one that cannot be read is wrong in every piece, and says why', () => {
  const { evidence, digest } = toBundleCandidate('cache', { value: '<html>' })
  for (const piece of [evidence.signature, evidence.certificate, evidence.logEntry, digest])
    expect(piece?.error?.code).toBe('EVIDENCE_UNREADABLE')
})

test('one that is not there has the reason in every piece', () => {
  const error = new EvidenceError('EVIDENCE_BUNDLE_MISSING', 'none')
  expect(toBundleCandidate('named-bundle', { error }).evidence.signature.error).toBe(error)
})

test.each([
  ['named-bundle', undefined],
  ['bundle', 'EVIDENCE_UNREADABLE'],
  ['cache', 'EVIDENCE_UNREADABLE'],
  ['lock', 'EVIDENCE_UNREADABLE'],
] as const)('a statement about the artifact counts only where the user named it: %s', (source, code) => {
  expect(toBundleCandidate(source, { value: statement }).evidence.signature.error?.code).toBe(code)
})

const entry = (change: Partial<ProvenEntry> = {}): ProvenEntry =>
  ({
    digest: parseDigest(signed.sha256),
    signer: { certificateIdentity: RELEASE_SIGNER, oidcIssuer: RELEASE_ISSUER },
    logIndex: lab.log.answer(signed.entry).logIndex,
    bundle: bundleV1(lab, signed),
    ...change,
  }) as ProvenEntry

test('a lock file’s entry that says what its bundle says is that bundle', () => {
  const { source, evidence } = toLockCandidate(entry())
  expect([source, evidence.signature.value]).toEqual(['lock', signed.signature])
})

test.each<[string, () => Partial<ProvenEntry>]>([
  ['digest', () => ({ digest: parseDigest('0'.repeat(64)) }) as Partial<ProvenEntry>],
  [
    'signer.certificateIdentity',
    () => ({ signer: { certificateIdentity: 'x', oidcIssuer: RELEASE_ISSUER } }),
  ],
  ['signer.oidcIssuer', () => ({ signer: { certificateIdentity: RELEASE_SIGNER, oidcIssuer: 'x' } })],
  ['logIndex', () => ({ logIndex: 7 })],
])('a lock file whose %s is not that of its bundle', (name, change) => {
  const { evidence, digest } = toLockCandidate(entry(change()))
  expect(evidence.signature.error).toMatchObject({
    code: 'LOCK_ENTRY_MISMATCH',
    message: `the lock file's ${name} is not that of the bundle beside it`,
  })
  expect(digest?.error).toBe(evidence.signature.error)
})

test('a lock file’s bundle that cannot be read says so itself', () => {
  const { evidence } = toLockCandidate(entry({ bundle: {} }))
  expect(evidence.signature.error?.code).toBe('EVIDENCE_UNREADABLE')
})
