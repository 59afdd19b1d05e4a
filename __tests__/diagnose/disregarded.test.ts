// What lies beside a proof and is none.
import { describeAll, describeDisregarded } from '../../src/diagnose/disregarded.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import { type CandidateSource, toNoEvidence } from '../../src/evidence/candidate.js'
import { openFor, rejectedFor, resultOf } from '../support/results.js'

const error = new EvidenceError('EVIDENCE_UNREADABLE', 'an HTML page')
const judged = (source: CandidateSource, result = rejectedFor('signature', 'SIGNATURE_INVALID')) => ({
  candidate: { source, evidence: toNoEvidence(error), alternatives: [] },
  result,
})
const proof = (...others: ReturnType<typeof judged>[]) => ({
  result: resultOf('verified'),
  judged: others,
  absent: [],
})

test('each is named with what is wrong with it', () => {
  expect(describeAll(proof(judged('bundle'), judged('pair')))).toEqual([
    'the bundle beside it proves nothing: signature: as it was',
    'the .sig and the .cert beside it prove nothing: signature: as it was',
  ])
  expect(describeDisregarded(proof(judged('bundle')))).toEqual([
    'kubectl v1.35.2 is proven; the bundle beside it proves nothing: signature: as it was',
  ])
})

test('what a server sends in the place of evidence is said; what is not there is not', () => {
  const sent = new FetchError('FETCH_ANSWER_UNEXPECTED', 'an HTML page')
  const missing = new EvidenceError('EVIDENCE_BUNDLE_MISSING', 'none')
  const absent = [
    { source: 'bundle', error: sent },
    { source: 'bundle', error: missing },
  ] as const
  expect(describeAll({ ...proof(), absent })).toEqual(['the bundle beside it proves nothing: an HTML page'])
})

test('where nothing holds, nothing is disregarded', () => {
  expect(describeAll({ ...proof(judged('bundle')), result: openFor('signature', 'FETCH_NETWORK') })).toEqual(
    [],
  )
})
