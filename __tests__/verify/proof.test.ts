// Which of several candidates counts, and which are said to lie beside it.
import { EvidenceError } from '../../src/errors.js'
import { type Candidate, type CandidateSource, toNoEvidence } from '../../src/evidence/candidate.js'
import { CHECK_IDS } from '../../src/verify/check.js'
import { type JudgedCandidate, chooseCandidate, listDisregarded } from '../../src/verify/proof.js'
import type { Outcome } from '../../src/verify/verification-result.js'

const unreadable = new EvidenceError('EVIDENCE_UNREADABLE', 'HTML')
const missing = new EvidenceError('EVIDENCE_SIGNATURE_MISSING', 'none')

function judged(
  source: CandidateSource,
  outcome: Outcome,
  {
    passed = 3,
    error = unreadable,
    ...rest
  }: Partial<Candidate> & { passed?: number; error?: EvidenceError } = {},
): JudgedCandidate {
  const candidate: Candidate = { source, evidence: toNoEvidence(error), alternatives: [], ...rest }
  const checks = CHECK_IDS.map((id, index) => ({
    id,
    status: index < passed ? ('passed' as const) : ('not-run' as const),
    detail: '',
    required: true,
  }))
  const result = {
    schemaVersion: 1,
    artifact: { name: 'kubectl' },
    depth: 'full',
    signatureSource: 'artifact',
    outcome,
    checks,
  } as const
  return { candidate, result }
}
const sources = (list: readonly JudgedCandidate[]): string[] => list.map(({ candidate }) => candidate.source)

test.each<[string, JudgedCandidate[], string | undefined]>([
  ['of nothing, none', [], undefined],
  [
    'the first that is verified',
    [judged('bundle', 'rejected', { passed: 9 }), judged('pair', 'verified'), judged('search', 'verified')],
    'pair',
  ],
  [
    'what contradicts, before what cannot be judged',
    [judged('bundle', 'unverifiable', { passed: 9 }), judged('pair', 'rejected')],
    'pair',
  ],
  [
    'what passed more',
    [judged('bundle', 'unverifiable'), judged('pair', 'unverifiable', { passed: 5 })],
    'pair',
  ],
  ['of equals the first', [judged('bundle', 'rejected'), judged('pair', 'rejected')], 'bundle'],
  [
    'what cannot be read, before what is not there',
    [
      judged('pair', 'unverifiable', { error: missing, passed: 5 }),
      judged('bundle', 'unverifiable', { passed: 0 }),
    ],
    'bundle',
  ],
  [
    'of an image what its own signer left unfinished, before what others signed',
    [judged('image-tag', 'rejected', { passed: 9 }), judged('image-referrer', 'unverifiable', { passed: 7 })],
    'image-referrer',
  ],
  [
    'but not what anybody may have left there',
    [judged('image-tag', 'rejected'), judged('image-referrer', 'unverifiable', { passed: 4 })],
    'image-tag',
  ],
])('%s', (_, list, source) => {
  expect(chooseCandidate(list)?.candidate.source).toBe(source)
})

const proof = (...list: JudgedCandidate[]) => {
  const chosen = chooseCandidate(list) as JudgedCandidate
  return { result: chosen.result, judged: list }
}
const lookup = { leafHash: undefined as never, state: 'not-asked' } as const

test.each<[string, JudgedCandidate[], string[]]>([
  ['a broken bundle', [judged('bundle', 'rejected'), judged('pair', 'verified')], ['bundle']],
  ['one that cannot be read', [judged('bundle', 'unverifiable'), judged('pair', 'verified')], ['bundle']],
  ['a broken pair', [judged('bundle', 'verified'), judged('pair', 'rejected')], ['pair']],
  ['no pair at all', [judged('bundle', 'verified'), judged('pair', 'unverifiable', { error: missing })], []],
  [
    'a pair whose entry nobody asked for',
    [judged('bundle', 'verified'), judged('pair', 'unverifiable', { lookup })],
    [],
  ],
  [
    'such a pair that is wrong in itself',
    [judged('bundle', 'verified'), judged('pair', 'rejected', { lookup })],
    ['pair'],
  ],
  ['another good one', [judged('bundle', 'verified'), judged('pair', 'verified')], []],
  [
    'signatures of others of an image',
    [judged('image-tag', 'rejected'), judged('image-tag', 'verified')],
    [],
  ],
  ['what strangers logged', [judged('search', 'rejected'), judged('search', 'verified')], []],
  ['where nothing holds', [judged('bundle', 'rejected'), judged('pair', 'rejected')], []],
])('beside a proof: %s', (_, list, expected) => {
  expect(sources(listDisregarded(proof(...list)))).toEqual(expected)
})
