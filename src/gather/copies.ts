// Every copy of an entry, for whoever looks at the log itself. Anybody can log
// the same body again, and a leaf hash alone names them all.
import type { Digest } from '../digest.js'
import { type CodedError, EvidenceError } from '../errors.js'
import type { LogEntry } from '../evidence/log-entry.js'
import type { LoggedCopies, TransparencyLog } from '../ports.js'
import { type Result, toResultAsync } from '../result.js'
import { toBatches } from './batches.js'
import { byTime, isAbsence, isSameEntry, readCopies } from './lookup.js'

/** One entry with what the log answers for it: nothing of that is believed yet. */
export interface EntryCopies {
  /** The earliest first; one at least, or an error that says why there is none. */
  readonly copies: readonly Result<LogEntry>[]
  /** Why there may be an earlier copy; undefined where every shard answered. */
  readonly failure?: CodedError
}

type Log = Pick<TransparencyLog, 'fetchEntry' | 'fetchCopies' | 'fetchBatch'>

/** All copies of each entry, in the order of the leaf hashes, ten entries a request. Never rejects. */
export async function gatherCopies(leafHashes: readonly Digest[], log: Log): Promise<EntryCopies[]> {
  const found = await Promise.all(
    toBatches(leafHashes).map(async (batch) => {
      const answers = await toResultAsync(log.fetchBatch(batch.map(({ hex }) => hex)))
      return Promise.all(batch.map((leafHash, index) => complete(leafHash, at(answers, index), log)))
    }),
  )
  return found.flat()
}

/** One answer of a batch; the failure of the batch is that of each. */
function at({ value, error }: Result<Result<LoggedCopies>[]>, index: number): Result<LoggedCopies> {
  if (error !== undefined) return { error }
  return value[index] ?? { error: new EvidenceError('EVIDENCE_UNREADABLE', 'the log left out an entry') }
}

/** A log that has no batches, or did not answer one, is asked shard by shard, and by the leaf hash alone. */
async function complete(
  leafHash: Digest,
  batched: Result<LoggedCopies>,
  log: Pick<Log, 'fetchEntry' | 'fetchCopies'>,
): Promise<EntryCopies> {
  if (batched.error !== undefined && isAbsence(batched.error)) return { copies: [batched] }
  if (batched.value?.isComplete === true) return { copies: readCopies(batched.value, leafHash).sort(byTime) }
  const [one, every] = await Promise.all([
    batched.error === undefined ? batched : toResultAsync(log.fetchEntry(leafHash)),
    log.fetchCopies(leafHash),
  ])
  const answers = [...(one.value?.answers ?? []), ...every.answers]
  const { failure } = every
  if (answers.length === 0) return { copies: [{ error: one.error ?? failure ?? toAbsence(leafHash) }] }
  return {
    copies: distinct(readCopies({ answers }, leafHash)).sort(byTime),
    ...(failure && { failure }),
  }
}

/** The log signs its promise anew each time: one copy is told from another by where and when it was taken. */
function distinct(copies: readonly Result<LogEntry>[]): Result<LogEntry>[] {
  return copies.filter(
    ({ value }, index) =>
      value === undefined ||
      copies.findIndex((other) => other.value !== undefined && isSameEntry(other.value, value)) === index,
  )
}

function toAbsence({ hex }: Digest): EvidenceError {
  return new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', `no shard of the log has an entry ${hex}`)
}
