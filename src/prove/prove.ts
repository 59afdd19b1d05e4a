// From candidates to a proof: the same for every command. Each candidate is
// judged in its turn. Where the log's copy of an entry is no proof, every
// shard is asked for its own, and the earliest that verifies counts. Once one
// candidate is verified, nothing more is asked for, and the others are judged
// by what is at hand.
import { setImmediate } from 'node:timers/promises'
import { type Absence, type Candidate, toNoEvidence } from '../evidence/candidate.js'
import { toUnansweredError, withEntry, withEveryCopy, withLateEntry } from '../gather/lookup.js'
import { withProof } from '../gather/promise.js'
import type { TransparencyLog } from '../ports.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import type { CheckId } from '../verify/check.js'
import { type JudgedCandidate, type Proof, chooseCandidate } from '../verify/proof.js'
import { type VerificationResult, didPass } from '../verify/verification-result.js'
import { type ImageSubject, type Subject, judge } from './judge.js'
import { selfTested } from './self-tested.js'

export interface Judging {
  readonly log: Pick<TransparencyLog, 'fetchEntry' | 'fetchCopies'>
  readonly trustedRoot: TrustedRoot
  /** Whether the log is asked for every candidate's entry, even when there is a proof already. */
  readonly asksForAll?: boolean
}

export interface Gathering {
  /** In the order in which they count. */
  readonly candidates: readonly Candidate[]
  readonly absent: readonly Absence[]
}

/** What only a log entry, or the time that it proves, can have wrong. */
const OF_THE_ENTRY: readonly CheckId[] = [
  'certificate-chain',
  'signed-certificate-timestamp',
  'log-entry-binding',
  'inclusion-proof',
  'checkpoint',
  'signed-entry-timestamp',
  'log-time-within-certificate',
]

/**
 * Judges all candidates for one subject, and chooses.
 * @throws InternalError when the self-test fails: then no proof counts
 */
export async function prove(
  subject: Subject | ImageSubject,
  { candidates, absent }: Gathering,
  judging: Judging,
): Promise<Proof> {
  await selfTested()
  const judged: JudgedCandidate[] = []
  let isProven = false
  for (const candidate of candidates) {
    const mayAsk = !isProven || judging.asksForAll === true
    const end = await judgeCandidate(subject, candidate, { ...judging, mayAsk })
    isProven ||= end.result.outcome === 'verified'
    judged.push(end)
  }
  const chosen = chooseCandidate(judged)
  // What a service did not give might have proven it: nothing is rejected for what others put beside it.
  const cutOff = absent.find(({ error }) => error.retryable)
  if (chosen?.result.outcome === 'rejected' && cutOff !== undefined) {
    const { payload } = chosen.candidate
    const manifest = { error: cutOff.error }
    const nothing = { ...toNothing([cutOff]), ...(payload && { payload: { ...payload, manifest } }) }
    const result = judge(subject, nothing, judging.trustedRoot)
    return { result, chosen: undefined, judged, absent }
  }
  if (chosen !== undefined) return { result: chosen.result, chosen: chosen.candidate, judged, absent }
  return { result: judge(subject, toNothing(absent), judging.trustedRoot), chosen: undefined, judged, absent }
}

/** Where the release's SBOM stands for the artifact, there is no evidence to judge. */
export async function proveBySbom(subject: Subject, { trustedRoot }: Judging): Promise<Proof> {
  await selfTested()
  return { result: judge(subject, undefined, trustedRoot), chosen: undefined, judged: [], absent: [] }
}

async function judgeCandidate(
  subject: Subject | ImageSubject,
  given: Candidate,
  { log, trustedRoot, mayAsk }: Judging & { readonly mayAsk: boolean },
): Promise<JudgedCandidate> {
  const asked = mayAsk ? await withEntry(given, log) : given
  const early = await judgeAlternatives(subject, asked, trustedRoot)
  if (!mayAsk) return early
  if (restsOnPromise(early))
    return judgeAlternatives(subject, await withProof(early.candidate, log), trustedRoot)
  // Where the signature is over this digest, somebody logged it: its entry is late rather than absent.
  const isSigned = didPass(early.result.checks, 'signature')
  const candidate = isSigned ? await withLateEntry(asked, log) : asked
  const first = candidate === asked ? early : await judgeAlternatives(subject, candidate, trustedRoot)
  if (candidate.lookup?.state !== 'some' || !couldOtherCopyHelp(first)) return first
  const complete = await withEveryCopy(candidate, log)
  const second = await judgeAlternatives(subject, complete, trustedRoot)
  const unanswered = toUnansweredError(complete)
  if (second.result.outcome === 'verified' || unanswered === undefined) return second
  const evidence = { ...complete.evidence, logEntry: { error: unanswered } }
  return judgeAlternatives(subject, { ...complete, evidence, alternatives: [] }, trustedRoot)
}

/** The log would have the proof. */
function restsOnPromise({ result: { outcome, checks } }: JudgedCandidate): boolean {
  return outcome === 'verified' && !didPass(checks, 'inclusion-proof')
}

/** In turn, until one is verified. */
async function judgeAlternatives(
  subject: Subject | ImageSubject,
  candidate: Candidate,
  trustedRoot: TrustedRoot,
): Promise<JudgedCandidate> {
  const judged: JudgedCandidate[] = []
  for (const evidence of [candidate.evidence, ...candidate.alternatives]) {
    // Verification holds the processor for milliseconds: what the network has for us goes first.
    await setImmediate()
    const one = { ...candidate, evidence }
    const end = { candidate: one, result: judge(subject, one, trustedRoot) }
    if (end.result.outcome === 'verified') return end
    judged.push(end)
  }
  return chooseCandidate(judged) as JudgedCandidate
}

/** Not where something else is wrong, which every copy would share. */
function couldOtherCopyHelp({ result }: JudgedCandidate): boolean {
  if (result.outcome === 'verified' || !didPass(result.checks, 'signature')) return false
  return result.checks.some((check) => OF_THE_ENTRY.includes(check.id) && isAgainst(check))
}

function isAgainst({ status, required }: VerificationResult['checks'][number]): boolean {
  return status === 'failed' || (required && status === 'not-run')
}

function toNothing(absent: readonly Absence[]): Candidate {
  const [first] = absent
  if (first === undefined) throw new RangeError('nothing was looked for')
  const { source, error } = first
  return { source, evidence: toNoEvidence(error), alternatives: [] }
}
