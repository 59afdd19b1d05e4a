// What lies beside a proof and is none: said, since somebody should mend it,
// and of no consequence.
import { SOURCE_NAMES } from '../evidence/candidate.js'
import { type JudgedCandidate, type Proof, listDisregarded } from '../verify/proof.js'
import { decisiveCheck } from '../verify/verification-result.js'

/** One sentence for each piece of evidence that was not needed and does not hold. */
export function describeDisregarded(proof: Pick<Proof, 'result' | 'judged'>): string[] {
  const { name, version } = proof.result.artifact
  const title = [name, version].filter(Boolean).join(' ')
  return listDisregarded(proof).map((each) => `${title} is proven; ${describeOne(each)}`)
}

/** `the bundle beside it proves nothing: signature: …` */
export function describeOne({ candidate, result }: JudgedCandidate): string {
  const check = decisiveCheck(result)
  return `${SOURCE_NAMES[candidate.source]} beside it ${PLURAL.includes(candidate.source) ? 'prove' : 'proves'} nothing: ${check?.id ?? 'no check'}: ${check?.detail ?? 'nothing was checked'}`
}

const PLURAL: readonly string[] = ['pair', 'named-pair']
