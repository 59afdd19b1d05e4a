// Other entries of the log about the same digest, for the diagnosis.
import { digestOf } from '../../src/digest.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import { toNoEvidence } from '../../src/evidence/candidate.js'
import { parseCertificateDer } from '../../src/evidence/certificate.js'
import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { searchRelated } from '../../src/prove/related-entries.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import type { Proof } from '../../src/verify/proof.js'
import { logOf } from '../support/memory.js'
import { rejectedFor, resultOf } from '../support/results.js'

const DIGEST = digestOf(Buffer.from('kubectl'))
let lab: Lab
let root: TrustedRoot
let first: SignedArtifact
let second: SignedArtifact
beforeAll(async () => {
  lab = await startLab()
  root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  first = await signArtifact(toContent(Buffer.from('kubectl')), lab.signing)
  second = await signArtifact(toContent(Buffer.from('kubectl')), lab.signing)
  await signArtifact(toContent(Buffer.from('kubectl')), { ...lab.signing, identity: 'stranger@example.com' })
})
afterAll(() => lab.close())

const published = (
  signature: SignedArtifact,
  certificate: SignedArtifact,
): Pick<Proof, 'result' | 'chosen'> => ({
  result: rejectedFor('signature', 'SIGNATURE_INVALID'),
  chosen: {
    source: 'pair',
    alternatives: [],
    evidence: {
      ...toNoEvidence(new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', 'x')),
      signature: { value: signature.signature },
      certificate: { value: parseCertificateDer(certificate.certificate) },
    },
  },
})
const search = (proof: Pick<Proof, 'result' | 'chosen'>, log = logOf(lab.log)) =>
  searchRelated(proof, DIGEST, { signer: RELEASE_SIGNER, log, judging: { log, trustedRoot: root } })
const indexOf = ({ entry }: SignedArtifact): number => lab.log.answer(entry).logIndex

test('each valid entry of the expected signer, with what of it is published', async () => {
  expect(await search(published(first, second))).toEqual([
    expect.objectContaining({ logIndex: indexOf(first), hasSignature: true, hasCertificate: false }),
    expect.objectContaining({ logIndex: indexOf(second), hasSignature: false, hasCertificate: true }),
  ])
})

test('times are in UTC, to the second', async () => {
  const [entry] = (await search(published(first, first))) ?? []
  expect(entry?.integratedTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
})

test('that of the proof itself is named once', async () => {
  const logEntry = {
    uuid: lab.log.uuid(first.entry.leafHash),
    logId: lab.log.logId,
    logIndex: indexOf(first),
  }
  const proven = { result: resultOf('verified', {}, { logEntry }), chosen: undefined }
  const found = (await search(proven)) ?? []
  expect(found.map(({ logIndex }) => logIndex)).toEqual([indexOf(first), indexOf(second)])
})

test('a copy that was logged too late is no valid entry', async () => {
  const late = await signArtifact(toContent(Buffer.from('kubectl')), { ...lab.signing, log: lab.otherLog })
  lab.log.logAgain(late.entry, lab.now)
  const found = (await search(published(first, first))) ?? []
  expect(found.map(({ logIndex }) => logIndex)).toEqual([indexOf(first), indexOf(second)])
})

test('a log that cannot be searched leaves it open', async () => {
  const away = { ...logOf(lab.log), search: () => Promise.reject(new FetchError('FETCH_NETWORK', 'away')) }
  expect(await search(published(first, first), away)).toBeUndefined()
})
