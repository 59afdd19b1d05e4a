// Entries of the transparency log by themselves: from a name to every copy of
// the entry, and to the earliest of them that the log proves.
import { type Digest, parseDigest } from '../digest.js'
import { type CodedError, EvidenceError } from '../errors.js'
import { type LogEntry, parseLogEntry } from '../evidence/log-entry.js'
import { gatherPair } from '../gather/beside.js'
import { type EntryCopies, gatherCopies } from '../gather/copies.js'
import { toPairCandidate } from '../gather/lookup.js'
import type { LocalPorts, TransparencyLog } from '../ports.js'
import type { EntryName } from '../request/entry-request.js'
import { type Result, toResultAsync, unwrap } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { type EntryResult, verifyLogEntry } from '../verify/verify-log-entry.js'

/** Entries of one digest that are looked at: to sign again is rare. */
const MAX_ENTRIES = 20
/** Of a UUID; before it, there may be the ID of one tree. */
const LEAF_HASH_LENGTH = 64

/** What is found under a name. */
export interface NamedEntries {
  readonly entries: readonly EntryCopies[]
  readonly warnings: readonly string[]
}

/**
 * All entries that a name stands for, each with every copy of it; a UUID with its tree, or an index, names one copy.
 * @throws CodedError when the name leads to nothing
 */
export async function gatherEntries(
  name: EntryName,
  { transparencyLog: log, readEvidence }: Pick<LocalPorts, 'transparencyLog' | 'readEvidence'>,
): Promise<NamedEntries> {
  if (name.kind === 'id') {
    const { id } = name
    const leafHash = typeof id === 'string' ? parseDigest(id) : undefined
    const entries =
      leafHash === undefined
        ? [{ copies: [await toResultAsync(fetchOne(id, log))] }]
        : await gatherCopies([leafHash], log)
    return { entries, warnings: [] }
  }
  if (name.evidence === undefined) return searchEntries(name.digest, log)
  const { signature, certificate } = name.evidence
  const parts = await gatherPair({
    signature: () => readEvidence({ kind: 'file', path: signature }, 'EVIDENCE_SIGNATURE_MISSING'),
    certificate: () => readEvidence({ kind: 'file', path: certificate }, 'EVIDENCE_CERTIFICATE_MISSING'),
  })
  unwrap(parts.signature)
  unwrap(parts.certificate)
  const { lookup } = toPairCandidate('named-pair', parts, name.digest)
  return { entries: lookup ? await gatherCopies([lookup.leafHash], log) : [], warnings: [] }
}

async function searchEntries(digest: Digest, log: TransparencyLog): Promise<NamedEntries> {
  const uuids = await log.search(digest)
  const leafHashes = [...new Set(uuids.map((uuid) => uuid.slice(-LEAF_HASH_LENGTH)))].sort()
  if (leafHashes.length === 0) {
    const message = `the log's search knows no entry about ${digest.toString()}`
    throw new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', message)
  }
  const looked = leafHashes.slice(0, MAX_ENTRIES).flatMap((leafHash) => parseDigest(leafHash) ?? [])
  const more = `the log's search names ${leafHashes.length} entries about ${digest.toString()}, of which ${MAX_ENTRIES} are looked at`
  return {
    entries: await gatherCopies(looked, log),
    warnings: looked.length < leafHashes.length ? [more] : [],
  }
}

/** The answer has to be the entry that was asked for: the leaf hash tells, and of an index the log's own promise. */
async function fetchOne(id: string | number, log: TransparencyLog): Promise<LogEntry> {
  const entry = parseLogEntry(await log.fetchEntryBy(id))
  const isAsked = typeof id === 'number' ? entry.logIndex === id : id.endsWith(entry.leafHash.hex)
  if (isAsked) return entry
  const message = 'the log answered with another entry than it was asked for'
  const actual = typeof id === 'number' ? String(entry.logIndex) : entry.uuid
  throw new EvidenceError('EVIDENCE_UNREADABLE', message, { expected: String(id), actual })
}

export interface ProvenEntry {
  readonly result: EntryResult
  readonly warnings: readonly string[]
}

/**
 * Judges every copy of an entry. The earliest that the log proves counts, for it is the one that its signer logged.
 * Where none does and not every shard answered, nothing can be said.
 */
export function proveEntry({ copies, failure }: EntryCopies, root: TrustedRoot): ProvenEntry {
  const judged = copies.map((copy) => judgeCopy(copy, root))
  const [first, ...others] = judged.filter(({ outcome }) => outcome === 'verified')
  if (first !== undefined) return { result: first, warnings: listCopies(first, others, failure) }
  const chosen = judged.find(({ outcome }) => outcome === 'rejected') ?? judged[0]
  if (failure === undefined && chosen !== undefined) return { result: chosen, warnings: [] }
  const error = failure ?? new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', 'there is no such entry')
  return { result: toUnproven(error), warnings: [] }
}

function judgeCopy({ value, error }: Result<LogEntry>, root: TrustedRoot): EntryResult {
  return error === undefined ? verifyLogEntry(value, root) : toUnproven(error)
}

function toUnproven({ code, message, exitCode }: CodedError): EntryResult {
  return { outcome: exitCode === 1 ? 'rejected' : 'unverifiable', checks: [], error: { code, message } }
}

/** What is true of an entry that is proven, and easily overlooked. */
function listCopies(
  { entry }: EntryResult,
  others: readonly EntryResult[],
  failure: CodedError | undefined,
): string[] {
  const title = `log entry ${entry?.logIndex ?? ''}`
  const again = others.map((each) => `${each.entry?.logIndex ?? ''} of ${each.entry?.integratedTime ?? ''}`)
  return [
    ...(again.length > 0
      ? [`${title} is the earliest copy that the log proves; the same was logged again: ${again.join(', ')}`]
      : []),
    ...(failure
      ? [`${title}: whether another shard has an earlier copy is not known: ${failure.message}`]
      : []),
  ]
}

/**
 * Everything about a name: every entry, each by its earliest copy.
 * @throws CodedError when the name leads to nothing, or there is no trusted root
 */
export async function proveEntries(
  name: EntryName,
  ports: Pick<LocalPorts, 'transparencyLog' | 'readEvidence'>,
  loadingRoot: Promise<Result<TrustedRoot>>,
): Promise<{ readonly entries: readonly EntryResult[]; readonly warnings: readonly string[] }> {
  const { entries, warnings } = await gatherEntries(name, ports)
  const root = unwrap(await loadingRoot)
  const proven = entries.map((each) => proveEntry(each, root))
  return {
    entries: proven.map(({ result }) => result),
    warnings: [...warnings, ...proven.flatMap((each) => each.warnings)],
  }
}
