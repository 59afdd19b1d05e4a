// What lies beside a proof and is none: said, since somebody should mend it,
// and of no consequence.
import { type CandidateSource, SOURCE_NAMES } from '../evidence/candidate.js'
import { type JudgedCandidate, type Proof, listDisregarded } from '../verify/proof.js'
import { decisiveCheck } from '../verify/verification-result.js'

/** One sentence for each piece of evidence that was not needed and does not hold. */
export function describeDisregarded(proof: Pick<Proof, 'result' | 'judged' | 'absent'>): string[] {
  const { name, version } = proof.result.artifact
  const title = [name, version].filter(Boolean).join(' ')
  return describeAll(proof).map((each) => `${title} is proven; ${each}`)
}

/** The same without the artifact's name: what was judged, and what a server sent in the place of evidence. */
export function describeAll(proof: Pick<Proof, 'result' | 'judged' | 'absent'>): string[] {
  if (proof.result.outcome !== 'verified') return []
  const sent = proof.absent.filter(({ error }) => error.code === 'FETCH_ANSWER_UNEXPECTED')
  return [
    ...listDisregarded(proof).map(describeOne),
    ...sent.map(({ source, error }) => `${subjectOf(source)} nothing: ${error.message}`),
  ]
}

/** `the bundle beside it proves nothing: signature: …` */
function describeOne({ candidate, result }: JudgedCandidate): string {
  const check = decisiveCheck(result)
  return `${subjectOf(candidate.source)} nothing: ${check?.id ?? 'no check'}: ${check?.detail ?? 'nothing was checked'}`
}

const PLURAL: readonly string[] = ['pair', 'named-pair']

function subjectOf(source: CandidateSource): string {
  return `${SOURCE_NAMES[source]} beside it ${PLURAL.includes(source) ? 'prove' : 'proves'}`
}
