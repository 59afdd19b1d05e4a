// The log entry of a signature: its address follows from digest, signature and
// certificate, so that nobody has to be asked which entry it is. Anybody can
// log the same body again in a newer shard, and the log may answer with that
// copy: where it is no proof, every shard's copy is.
import type { Digest, FurtherDigests, Hash } from '../digest.js'
import { CodedError, EvidenceError } from '../errors.js'
import type { Candidate } from '../evidence/candidate.js'
import type { Evidence } from '../evidence/evidence.js'
import { mayBeOverSha384 } from '../evidence/further-digests.js'
import { verifyEcdsa } from '../evidence/ecdsa.js'
import { toHashedrekordBody, toLeafHash } from '../evidence/log-body.js'
import { type LogEntry, parseLogEntries } from '../evidence/log-entry.js'
import type { LoggedCopies, TransparencyLog } from '../ports.js'
import { type Result, toResult, toResultAsync } from '../result.js'

type Log = Pick<TransparencyLog, 'fetchEntry' | 'fetchCopies'>

/** Copies of one entry that are judged: one a shard, and Rekor has had three shards in five years. */
const MAX_COPIES = 32

type Pair = Pick<Evidence, 'signature' | 'certificate'>

/** How the artifact's bytes are hashed by other algorithms than SHA-256; undefined where there are none. */
export type MeasureFurther = () => Promise<FurtherDigests | undefined>

/**
 * The candidate that digest, signature and certificate make, before the log is asked for its entry.
 * @param digest undefined when nothing says it: then there is nothing to ask the log for
 */
export function toPairCandidate(
  source: 'pair' | 'named-pair',
  { signature, certificate }: Pair,
  digest: Hash | undefined,
): Candidate {
  const message = 'the log was not asked: an entry’s address follows from digest, signature and certificate'
  const logEntry = { error: new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', message) }
  const isOther = digest !== undefined && digest.algorithm !== 'sha256'
  const evidence = { signature, certificate, logEntry, ...(isOther && { furtherDigest: digest }) }
  const candidate = { source, evidence, alternatives: [] }
  if (digest === undefined || !signature.value || !certificate.value) return candidate
  const body = toHashedrekordBody({
    digest,
    signature: signature.value,
    verifier: { kind: 'certificate', der: certificate.value.der },
  })
  return { ...candidate, lookup: { leafHash: toLeafHash(body), state: 'not-asked' } }
}

/**
 * The digest that a pair is over: SHA-256 as a rule, and by a key on P-384 perhaps SHA-384. Neither file says which,
 * but the signature itself does.
 */
export async function toSignedDigest(
  { signature, certificate }: Pair,
  digest: Digest | undefined,
  measure: MeasureFurther | undefined,
): Promise<Hash | undefined> {
  if (digest === undefined || !signature.value || !certificate.value) return digest
  const { publicKey } = certificate.value
  const isOver = (hash: Hash): boolean => verifyEcdsa(publicKey, hash, signature.value)
  if (!mayBeOverSha384({}, publicKey) || isOver(digest)) return digest
  const bytes = (await measure?.())?.sha384
  const other = bytes && ({ algorithm: 'sha384', bytes } as const)
  return other && isOver(other) ? other : digest
}

/** The candidate with the entry that the log answers with; as it is, where it brings its own. */
export async function withEntry(candidate: Candidate, log: Log): Promise<Candidate> {
  return candidate.lookup?.state === 'not-asked' ? ask(candidate, log, { isExpected: false }) : candidate
}

/** The candidate with the entry that has to be there, since all else about it verifies: as it is, where it has one. */
export async function withLateEntry(candidate: Candidate, log: Log): Promise<Candidate> {
  const { error } = candidate.evidence.logEntry
  const isLate = candidate.lookup !== undefined && error !== undefined && isAbsence(error)
  return isLate ? ask(candidate, log, { isExpected: true }) : candidate
}

async function ask(
  candidate: Candidate,
  log: Log,
  options: { readonly isExpected: boolean },
): Promise<Candidate> {
  const lookup = candidate.lookup as NonNullable<Candidate['lookup']>
  const copies = await toResultAsync(log.fetchEntry(lookup.leafHash, options))
  if (copies.error !== undefined) {
    const evidence = { ...candidate.evidence, logEntry: copies }
    return {
      ...candidate,
      evidence,
      lookup: { ...lookup, state: isNoAnswer(copies.error) ? 'some' : 'every' },
    }
  }
  return withCopies(candidate, readCopies(copies.value, lookup.leafHash), copies.value)
}

/** The candidate with every copy that any shard has, those at hand included. */
export async function withEveryCopy(candidate: Candidate, log: Log): Promise<Candidate> {
  const { lookup } = candidate
  if (lookup === undefined) return candidate
  const copies = await log.fetchCopies(lookup.leafHash)
  const known = [candidate.evidence, ...candidate.alternatives].map(({ logEntry }) => logEntry)
  const further = readCopies(copies, lookup.leafHash).filter(
    ({ value }) => value !== undefined && !known.some((each) => each.value && isSameEntry(each.value, value)),
  )
  return withCopies(candidate, [...known, ...further], copies)
}

/** Why nothing can be said of an entry of which not every copy is at hand; undefined when all are. */
export function toUnansweredError({ lookup, evidence }: Candidate): CodedError | undefined {
  const { failure } = lookup ?? {}
  if (failure === undefined) return undefined
  // There is no copy at all: it is the first way to ask that says why.
  if (evidence.logEntry.error !== undefined) return evidence.logEntry.error
  const message = `the log's copy of the entry does not verify, and whether another shard has an earlier one is not known: ${failure.message}`
  return new CodedError(failure.code, message, { cause: failure, hint: failure.hint })
}

/** Log, index and time tell one copy from another; the body is the same. */
export function isSameEntry(a: LogEntry, b: LogEntry): boolean {
  return (
    a.logId === b.logId &&
    a.logIndex === b.logIndex &&
    a.integratedTime?.getTime() === b.integratedTime?.getTime()
  )
}

/** Every entry in what the log answered. */
export function readEntries({ answers }: Pick<LoggedCopies, 'answers'>): Result<LogEntry>[] {
  return answers.flatMap((answer): Result<LogEntry>[] => {
    const read = toResult(() => parseLogEntries(answer))
    if (read.error !== undefined) return [read]
    if (read.value.length > 0) return read.value
    return [{ error: new EvidenceError('EVIDENCE_UNREADABLE', 'the log answered with no entry') }]
  })
}

/** What the log answered about a leaf; where that holds the leaf, nothing else of it counts. */
export function readCopies(copies: Pick<LoggedCopies, 'answers'>, leafHash: Digest): Result<LogEntry>[] {
  const entries = readEntries(copies)
  const asked = entries.filter(({ value }) => value?.leafHash.equals(leafHash) === true)
  return (asked.length > 0 ? asked : entries).slice(0, MAX_COPIES)
}

/** The earliest first: it is the one that its signer logged. */
function withCopies(
  candidate: Candidate,
  copies: readonly Result<LogEntry>[],
  { isComplete, failure }: LoggedCopies,
): Candidate {
  const sorted = [...copies].sort(byTime).slice(0, MAX_COPIES)
  const [first = candidate.evidence, ...alternatives] = sorted.map((logEntry) => ({
    ...candidate.evidence,
    logEntry,
  }))
  const { leafHash } = candidate.lookup as NonNullable<Candidate['lookup']>
  const state = isComplete ? 'every' : 'some'
  return {
    ...candidate,
    evidence: first,
    alternatives,
    lookup: { leafHash, state, ...(failure && { failure }) },
  }
}

/** For a list of copies from the earliest on; what cannot be read comes last. */
export function byTime(a: Result<LogEntry>, b: Result<LogEntry>): number {
  return timeOf(a) - timeOf(b)
}

function timeOf({ value }: Result<LogEntry>): number {
  return value?.integratedTime?.getTime() ?? Number.MAX_VALUE
}

/** Not in the log's form, which may be a fault of that one way to ask. */
function isNoAnswer({ code }: CodedError): boolean {
  return code === 'FETCH_ANSWER_UNEXPECTED' || code === 'EVIDENCE_UNREADABLE'
}

/** Whether the log denies the entry. */
export function isAbsence({ code }: CodedError): boolean {
  return code === 'EVIDENCE_LOG_ENTRY_MISSING'
}
