// The one place where a policy is made: it follows from what was asked for and from where the evidence is from.
import { digestOf, parseDigest } from '../../src/digest.js'
import { EvidenceError } from '../../src/errors.js'
import { parseBundle } from '../../src/evidence/bundle.js'
import type { Candidate, CandidateSource } from '../../src/evidence/candidate.js'
import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import { bundleV1 } from '../../src/lab/bundles.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { type Subject, judge } from '../../src/prove/judge.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import type { CheckId } from '../../src/verify/check.js'
import { type VerificationResult, decisiveCheck } from '../../src/verify/verification-result.js'

const BYTES = Buffer.from('kubectl')
let lab: Lab
let root: TrustedRoot
let signed: SignedArtifact
beforeAll(async () => {
  lab = await startLab()
  root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  signed = await signArtifact(toContent(BYTES), lab.signing)
})
afterAll(() => lab.close())

interface BundleJson {
  mediaType: string
  verificationMaterial: { tlogEntries: { inclusionProof?: object }[] }
}
const V01 = 'application/vnd.dev.sigstore.bundle+json;version=0.1'
function candidate(
  source: CandidateSource,
  { promise = false, digest = undefined as Candidate['digest'] } = {},
): Candidate {
  const json = structuredClone(bundleV1(lab, signed)) as BundleJson
  if (promise) {
    json.mediaType = V01
    for (const entry of json.verificationMaterial.tlogEntries) delete entry.inclusionProof
  }
  const { evidence } = parseBundle(JSON.stringify(json))
  return { source, evidence, alternatives: [], ...(digest && { digest }) }
}
const subject = (change: Partial<Subject> = {}): Subject => ({
  artifact: { name: 'kubectl' },
  measured: { value: digestOf(BYTES) },
  claims: [],
  releaseBinding: { kind: 'not-applicable', reason: 'a lone file' },
  signer: RELEASE_SIGNER,
  ...change,
})
const required = ({ checks }: VerificationResult, id: CheckId): boolean | undefined =>
  checks.find((check) => check.id === id)?.required
const told = (result: VerificationResult): string =>
  result.outcome === 'verified' ? 'verified' : (decisiveCheck(result)?.code ?? result.outcome)

test('good evidence is enough, wherever it is from', () => {
  for (const source of ['bundle', 'pair', 'lock', 'cache', 'search', 'named-bundle', 'named-pair'] as const)
    expect([source, told(judge(subject(), candidate(source), root))]).toEqual([source, 'verified'])
})

test.each<[CandidateSource, string]>([
  ['named-bundle', 'verified'],
  ['bundle', 'LOG_INCLUSION_UNPROVEN'],
  ['cache', 'LOG_INCLUSION_UNPROVEN'],
  ['lock', 'LOG_INCLUSION_UNPROVEN'],
  ['pair', 'LOG_INCLUSION_UNPROVEN'],
])('a promise alone, from %s: %s', (source, end) => {
  expect(told(judge(subject(), candidate(source, { promise: true }), root))).toBe(end)
})

test('a digest that evidence names for itself binds it, and stands in for a .sha256 file that is not there', () => {
  const own = candidate('bundle', { digest: { value: parseDigest('0'.repeat(64)) ?? digestOf(BYTES) } })
  expect(told(judge(subject(), own, root))).toBe('DIGEST_MISMATCH')
  const missing = { error: new EvidenceError('EVIDENCE_CHECKSUM_MISSING', 'none') }
  const claims = [{ source: 'the .sha256 file', digest: missing }]
  expect(told(judge(subject({ claims }), candidate('bundle'), root))).toBe('EVIDENCE_CHECKSUM_MISSING')
  const named = candidate('bundle', { digest: { value: digestOf(BYTES) } })
  expect(told(judge(subject({ claims }), named, root))).toBe('verified')
})

test('a .sha256 file that can be read and contradicts has its say whatever the bundle names', () => {
  const claims = [{ source: 'the .sha256 file', digest: { value: digestOf(Buffer.from('other')) } }]
  const named = candidate('bundle', { digest: { value: digestOf(BYTES) } })
  expect(told(judge(subject({ claims }), named, root))).toBe('DIGEST_MISMATCH')
})

test('digest and release binding are required where there is something to compare', () => {
  const lone = judge(subject(), candidate('pair'), root)
  expect([required(lone, 'digest'), required(lone, 'release-binding')]).toEqual([false, false])
  const claims = [{ source: 'the pin', digest: { value: digestOf(BYTES) } }]
  const releaseBinding = { kind: 'unavailable', reason: 'no SBOM' } as const
  const bound = judge(subject({ claims, releaseBinding }), candidate('pair'), root)
  expect([required(bound, 'digest'), required(bound, 'release-binding')]).toEqual([true, true])
  expect(told(bound)).toBe('RELEASE_BINDING_UNAVAILABLE')
})

test('another signer is held to exactly', () => {
  const signer = { ...RELEASE_SIGNER, certificateIdentity: 'somebody@example.com' }
  expect(told(judge(subject({ signer }), candidate('pair'), root))).toBe('IDENTITY_MISMATCH')
})

test('without evidence the SBOM has to stand for it, and nothing else may', () => {
  const sbom = { error: new EvidenceError('EVIDENCE_UNREADABLE', 'x') }
  const releaseBinding = { kind: 'sbom', sbom, namespace: 'x', path: 'y' } as const
  const bySbom = judge(subject({ signatureSource: 'release-sbom', releaseBinding }), undefined, root)
  expect(bySbom.outcome).toBe('unverifiable')
  expect(() => judge(subject(), undefined, root)).toThrow('does not fit its policy')
})

test('an image without a payload is a mistake of ours', () => {
  const image = { artifact: { name: 'pause' }, manifest: undefined, names: ['pause'], signer: undefined }
  expect(() => judge(image, candidate('image-tag'), root)).toThrow('over a payload')
})
