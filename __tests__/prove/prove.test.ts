// From candidates to a proof: what the log is asked, when, and which candidate counts.
import { digestOf, parseDigest } from '../../src/digest.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import { type Candidate, toNoEvidence } from '../../src/evidence/candidate.js'
import { parseCertificateDer } from '../../src/evidence/certificate.js'
import { toBundleCandidate } from '../../src/gather/bundle.js'
import { toPairCandidate } from '../../src/gather/lookup.js'
import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import { bundleV1 } from '../../src/lab/bundles.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import type { TransparencyLog } from '../../src/ports.js'
import type { Subject } from '../../src/prove/judge.js'
import { prove, proveBySbom } from '../../src/prove/prove.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { type VerificationResult, decisiveCheck } from '../../src/verify/verification-result.js'
import { logOf, withFailure } from '../support/memory.js'

const BYTES = Buffer.from('kubectl')
let lab: Lab
let root: TrustedRoot
let signed: SignedArtifact
let again: SignedArtifact
beforeAll(async () => {
  lab = await startLab()
  root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  signed = await signArtifact(toContent(BYTES), lab.signing)
  again = await signArtifact(toContent(BYTES), lab.signing)
})
afterEach(() => {
  lab.reset()
})
afterAll(() => lab.close())

const subject: Subject = {
  artifact: { name: 'kubectl' },
  measured: { value: digestOf(BYTES) },
  claims: [],
  releaseBinding: { kind: 'not-applicable', reason: 'a lone file' },
  signer: RELEASE_SIGNER,
}
const pair = (signature = signed, certificate = signed): Candidate =>
  toPairCandidate(
    'pair',
    {
      signature: { value: signature.signature },
      certificate: { value: parseCertificateDer(certificate.certificate) },
    },
    parseDigest(signed.sha256),
  )
const bundle = (): Candidate => toBundleCandidate('bundle', { value: JSON.stringify(bundleV1(lab, signed)) })
const junk = (): Candidate => toBundleCandidate('bundle', { value: '<html>' })
const told = (result: VerificationResult): string =>
  result.outcome === 'verified' ? 'verified' : `${result.outcome} ${decisiveCheck(result)?.code ?? ''}`
const logAgain = (artifact = signed): void => {
  for (const tree of [lab.nextTree, lab.activeTree]) tree.logAgain(artifact.entry, lab.now)
}
const kinds = ({ asked }: { readonly asked: readonly string[] }): string[] =>
  asked.map((each) => each.slice(0, each.lastIndexOf(' ')))

async function run(
  candidates: readonly Candidate[],
  log: TransparencyLog = logOf(lab.log),
  asksForAll = false,
) {
  const proof = await prove(subject, { candidates, absent: [] }, { log, trustedRoot: root, asksForAll })
  return {
    ...proof,
    told: told(proof.result),
    sources: proof.judged.map(({ candidate }) => candidate.source),
  }
}

test('the first that is verified counts; once there is one, the log is not asked for the others', async () => {
  const log = logOf(lab.log)
  const proof = await run([bundle(), pair()], log)
  expect([proof.told, proof.chosen?.source, proof.sources, log.asked]).toEqual([
    'verified',
    'bundle',
    ['bundle', 'pair'],
    [],
  ])
})

test('for an audit it is asked for every form', async () => {
  const log = logOf(lab.log)
  const proof = await run([bundle(), pair()], log, true)
  expect([proof.judged.map(({ result }) => result.outcome), kinds(log)]).toEqual([
    ['verified', 'verified'],
    ['entry'],
  ])
})

test.each<[string, () => Candidate[], string]>([
  ['junk before a good pair', () => [junk(), pair()], 'pair'],
  ['junk after it', () => [pair(), junk()], 'pair'],
  ['a pair of two runs beside a good bundle', () => [pair(again, signed), bundle()], 'bundle'],
])('%s takes nothing away', async (_, candidates, source) => {
  const proof = await run(candidates())
  expect([proof.told, proof.chosen?.source]).toEqual(['verified', source])
})

test('a late copy is no proof: every shard is asked, and the earliest that verifies counts', async () => {
  logAgain()
  const log = logOf(lab.activeTree, lab.nextTree, lab.log)
  const proof = await run([pair()], log)
  expect([proof.told, kinds(log)]).toEqual(['verified', ['entry', 'copies']])
  expect(proof.result.logEntry?.logIndex).toBe(lab.log.answer(signed.entry).logIndex)
  expect(proof.chosen?.evidence.logEntry.value?.logId).toBe(lab.log.logId)
})

test('the late copy alone: rejected if all shards answered, else unverifiable', async () => {
  logAgain()
  const alone = logOf(lab.activeTree, lab.nextTree)
  expect((await run([pair()], alone)).told).toBe('rejected CERTIFICATE_NOT_VALID_AT_LOG_TIME')
  const cut = withFailure(
    logOf(lab.activeTree, lab.nextTree),
    new FetchError('FETCH_NETWORK', 'a shard is away'),
  )
  expect((await run([pair()], cut)).told).toBe('unverifiable FETCH_NETWORK')
})

test('what another copy could not mend is not asked for again', async () => {
  const log = logOf(lab.log)
  const proof = await run([pair(again, signed)], log)
  expect([proof.told, kinds(log)]).toEqual(['rejected SIGNATURE_INVALID', ['entry']])
})

test('where the signature holds, the entry is late rather than absent: it is asked for once more', async () => {
  const log = logOf()
  const proof = await run([pair()], log)
  expect([proof.told, kinds(log)]).toEqual([
    'unverifiable EVIDENCE_LOG_ENTRY_MISSING',
    ['entry', 'expected entry'],
  ])
})

test('nothing is rejected for what others put beside something that a service did not give', async () => {
  const away = new FetchError('FETCH_NETWORK', 'away', { retryable: true })
  const candidates = [pair(again, signed)]
  const absent = [{ source: 'bundle', error: away } as const]
  const proof = await prove(subject, { candidates, absent }, { log: logOf(lab.log), trustedRoot: root })
  expect([told(proof.result), proof.chosen?.source]).toEqual(['unverifiable FETCH_NETWORK', undefined])
  const missing = [{ source: 'bundle', error: new EvidenceError('EVIDENCE_BUNDLE_MISSING', 'none') } as const]
  const rejected = await prove(
    subject,
    { candidates, absent: missing },
    { log: logOf(lab.log), trustedRoot: root },
  )
  expect(told(rejected.result)).toBe('rejected SIGNATURE_INVALID')
})

test('without candidates the first absence says why', async () => {
  const error = new EvidenceError('EVIDENCE_SIGNATURE_MISSING', 'none')
  const judging = { log: logOf(lab.log), trustedRoot: root }
  const proof = await prove(subject, { candidates: [], absent: [{ source: 'pair', error }] }, judging)
  expect(told(proof.result)).toBe('unverifiable EVIDENCE_SIGNATURE_MISSING')
  await expect(prove(subject, { candidates: [], absent: [] }, judging)).rejects.toThrow(
    'nothing was looked for',
  )
})

test('alternatives are tried in turn, and the result is of the one that it is of', async () => {
  const { evidence } = bundle()
  const candidate: Candidate = {
    source: 'bundle',
    evidence: toNoEvidence(new EvidenceError('EVIDENCE_UNREADABLE', 'x')),
    alternatives: [evidence],
  }
  const proof = await run([candidate])
  expect([proof.told, proof.chosen?.evidence]).toEqual(['verified', evidence])
})

test('by the SBOM nothing is judged but what the SBOM says', async () => {
  const sbom = { error: new EvidenceError('EVIDENCE_UNREADABLE', 'x') }
  const bySbom: Subject = {
    ...subject,
    signatureSource: 'release-sbom',
    releaseBinding: { kind: 'sbom', sbom, namespace: 'x', path: 'y' },
  }
  const proof = await proveBySbom(bySbom, { log: logOf(), trustedRoot: root })
  expect([told(proof.result), proof.judged, proof.chosen]).toEqual([
    'unverifiable EVIDENCE_UNREADABLE',
    [],
    undefined,
  ])
})
