// The proof that cosign leaves out of its signatures: of an entry, they keep
// the log's promise alone. The log has the proof. Out of its reach the promise
// suffices, as cosign holds; where the log denies what it promised, it does not.
import type { Candidate } from '../evidence/candidate.js'
import type { LogEntry } from '../evidence/log-entry.js'
import type { LoggedCopies, TransparencyLog } from '../ports.js'
import { type Result, toResultAsync } from '../result.js'
import { isAbsence, isSameEntry, readEntries } from './lookup.js'

type Log = Pick<TransparencyLog, 'fetchEntry' | 'fetchCopies'>

/**
 * The candidate with what the log has to say of the entry that it promised: the proof, which counts for the very copy
 * that was promised (where the log answers with another, every shard is asked), or that there is none. As it is, where
 * the log says neither.
 */
export async function withProof(candidate: Candidate, log: Log): Promise<Candidate> {
  const { evidence } = candidate
  const own = evidence.logEntry.value
  if (own === undefined) return candidate
  const { value: copies, error } = await ask(own, log)
  if (error !== undefined && isAbsence(error))
    return { ...candidate, evidence: { ...evidence, logEntry: { error } }, alternatives: [] }
  if (copies === undefined) return candidate
  const isAnother = !copies.isComplete && findSame(copies, own) === undefined
  const same = findSame(isAnother ? await log.fetchCopies(own.leafHash) : copies, own)
  if (same?.inclusionProof === undefined) return candidate
  const proven = { ...own, uuid: same.uuid, inclusionProof: same.inclusionProof }
  // A proof that turns out to be none takes nothing away from the promise.
  return { ...candidate, evidence: { ...evidence, logEntry: { value: proven } }, alternatives: [evidence] }
}

function findSame(copies: LoggedCopies, own: LogEntry): LogEntry | undefined {
  return readEntries(copies).find(({ value }) => value !== undefined && isSameEntry(value, own))?.value
}

/** There is none is said once the log was asked again, and is the one that promised it. */
async function ask({ leafHash, logId }: LogEntry, log: Log): Promise<Result<LoggedCopies>> {
  const first = await toResultAsync(log.fetchEntry(leafHash))
  if (first.error === undefined || !isAbsence(first.error)) return first
  return toResultAsync(log.fetchEntry(leafHash, { isExpected: true, promisedBy: logId }))
}
