// What a verdict was made from: the evidence that counted, all the evidence
// that was judged, and what was not there. Audit, lock, report and diagnosis
// read it, and nobody gathers again.
import type { MeasuredFile } from '../digest.js'
import { type Absence, type Candidate, type CandidateSource, isNothing } from '../evidence/candidate.js'
import { type VerificationResult, didPass, isCutOff } from './verification-result.js'

/** A candidate with the result of judging it; of its alternatives, it holds the one that the result is of. */
export interface JudgedCandidate {
  readonly candidate: Candidate
  readonly result: VerificationResult
}

export interface Proof {
  /** That of the chosen candidate; where there was nothing to choose from, that of having none. */
  readonly result: VerificationResult
  readonly chosen: Candidate | undefined
  /** In the order in which they were judged, the chosen one included. */
  readonly judged: readonly JudgedCandidate[]
  readonly absent: readonly Absence[]
  /** The bytes; undefined where none were fetched. */
  readonly measured?: MeasuredFile
}

/**
 * The first that is verified, in the order given; else one that a service left unfinished, whatever others contradict,
 * since it might have proven it; else the one that says most.
 */
export function chooseCandidate(judged: readonly JudgedCandidate[]): JudgedCandidate | undefined {
  return judged.reduce<JudgedCandidate | undefined>(
    (best, each) => (best === undefined || weigh(each) > weigh(best) ? each : best),
    undefined,
  )
}

/** What lies beside an artifact. That others sign an image, too, is normal. */
const BESIDE: readonly CandidateSource[] = ['bundle', 'pair']

/** What lies beside a proof that holds and is none itself: said, and of no consequence. */
export function listDisregarded({ result, judged }: Pick<Proof, 'result' | 'judged'>): JudgedCandidate[] {
  if (result.outcome !== 'verified') return []
  return judged.filter(({ candidate, result: other }) => {
    if (other.outcome === 'verified' || isNothing(candidate)) return false
    if (!BESIDE.includes(candidate.source)) return false
    // Once there was a proof, the log was not asked for this one's entry: that is no fault of it.
    const isUnasked = candidate.lookup?.state === 'not-asked'
    return !isUnasked || other.outcome === 'rejected'
  })
}

/** That it was signed, and by whom it has to be. */
const OF_THE_SIGNER = ['signature', 'certificate-chain', 'certificate-identity', 'oidc-issuer'] as const

function isOfImage({ source }: Candidate): boolean {
  return source.startsWith('image-')
}

/** What was read and contradicts says more than what could not be read, and that more than what is not there. */
function weigh({ candidate, result }: JudgedCandidate): number {
  const { outcome, checks } = result
  if (outcome === 'verified') return Infinity
  if (isCutOff(result)) return 3 * checks.length
  const passed = checks.filter(({ status }) => status === 'passed').length
  if (outcome === 'rejected') return checks.length + passed
  // That others sign an image, too, contradicts nothing: what its own signer left unfinished says more.
  if (isOfImage(candidate) && didPass(checks, ...OF_THE_SIGNER)) return 2 * checks.length + passed
  return isNothing(candidate) ? -1 : passed
}
