// For a digest with nothing beside it: what the log's search knows. Anybody can
// log anything about any digest, and the search is best effort, so what is
// found is a hint like any other: signature and certificate are taken from the
// entry, and go through every check.
import type { Digest } from '../digest.js'
import { type CodedError, EvidenceError } from '../errors.js'
import type { Candidate } from '../evidence/candidate.js'
import { parseCertificate } from '../evidence/certificate.js'
import type { Evidence } from '../evidence/evidence.js'
import { readSidecars } from '../evidence/log-body.js'
import type { LogEntry } from '../evidence/log-entry.js'
import { parseSignature } from '../evidence/signature.js'
import type { Signer } from '../kubernetes/signer.js'
import type { TransparencyLog } from '../ports.js'
import { type Result, toResult, toResultAsync } from '../result.js'
import { toBatches } from './batches.js'
import { readEntries } from './lookup.js'

/** Entries of the expected signer that are judged: to sign again is rare. */
const MAX_CANDIDATES = 20
/** Entries that are looked at, whoever made them. */
const MAX_ENTRIES = 200

export interface Searched {
  /** One for each signature, all copies of its entry included. */
  readonly candidates: readonly Candidate[]
  /** Why there may be more than was looked at: too many, or some that could not be read. */
  readonly incomplete?: EvidenceError
}

/** What a search needs of the log. */
export type SearchedLog = Pick<TransparencyLog, 'search' | 'fetchBatch'>

/** The log where a search is made for a hint alone: it is not waited for. */
export function asHint(log: SearchedLog): SearchedLog {
  return {
    search: (digest) => log.search(digest, { isHint: true }),
    fetchBatch: (ids) => log.fetchBatch(ids, { isHint: true }),
  }
}

/**
 * Everything that the log's search finds about a digest and that could prove it. The expected signer's come first, and
 * only they are bounded; where there is none of theirs, some of the others', which say who signed.
 * @param signer undefined for a managed key, which no certificate names
 * @throws CodedError when the log cannot be searched
 */
export async function searchCandidates(
  digest: Digest,
  signer: Signer | undefined,
  log: SearchedLog,
): Promise<Searched> {
  const uuids = [...new Set(await log.search(digest))].sort()
  const found = await Promise.all(
    toBatches(uuids.slice(0, MAX_ENTRIES)).map((batch) => fetchBatch(batch, log)),
  )
  const entries = found.flat()
  const candidates = toCandidates(entries.flatMap(({ value }) => value ?? []))
  const expected = signer === undefined ? candidates : candidates.filter((each) => isBy(each, signer))
  const chosen = (expected.length > 0 ? expected : candidates).slice(0, MAX_CANDIDATES)
  const error =
    toUnbounded(uuids.length, expected.length, digest) ??
    toUnread(entries.find((entry) => entry.error !== undefined)?.error)
  return { candidates: chosen, ...(error && { incomplete: error }) }
}

function toUnbounded(found: number, expected: number, digest: Digest): EvidenceError | undefined {
  if (found <= MAX_ENTRIES && expected <= MAX_CANDIDATES) return undefined
  const message = `the log's search names more entries about ${digest.toString()} than are looked at`
  return new EvidenceError('EVIDENCE_SIGNATURE_MISSING', message, {
    expected: `at most ${MAX_ENTRIES}, and ${MAX_CANDIDATES} of the expected signer`,
    actual: `${found}, and ${expected} of the expected signer`,
  })
}

function toUnread(cause: CodedError | undefined): EvidenceError | undefined {
  if (cause === undefined) return undefined
  const message = `not every entry that the log's search names could be read: ${cause.message}`
  return new EvidenceError('EVIDENCE_SIGNATURE_MISSING', message, { cause })
}

/** The evidence that an entry of the log is by itself; undefined for an entry of another kind. */
function toEvidence(entry: LogEntry): Evidence | undefined {
  const sidecars = readSidecars(entry.body)
  if (sidecars === undefined) return undefined
  const signature = toResult(() => parseSignature(sidecars.signature))
  const certificate = toResult(() => parseCertificate(sidecars.certificate))
  return { signature, certificate, logEntry: { value: entry } }
}

async function fetchBatch(ids: readonly string[], log: SearchedLog): Promise<Result<LogEntry>[]> {
  const batch = await toResultAsync(log.fetchBatch(ids))
  if (batch.error !== undefined) return [batch]
  return batch.value.flatMap((copies): Result<LogEntry>[] =>
    copies.error === undefined ? readEntries(copies.value) : [copies],
  )
}

/** Copies of one entry, in one shard and another, are one candidate. The search names them in no order. */
function toCandidates(entries: readonly LogEntry[]): Candidate[] {
  const byLeaf = Map.groupBy(
    [...entries].sort((a, b) => a.logIndex - b.logIndex),
    ({ leafHash }) => leafHash.hex,
  )
  return [...byLeaf.values()].flatMap((copies): Candidate[] => {
    const [first, ...alternatives] = copies.flatMap((entry) => toEvidence(entry) ?? [])
    const leafHash = copies[0]?.leafHash
    if (first === undefined || leafHash === undefined) return []
    return [{ source: 'search', evidence: first, alternatives, lookup: { leafHash, state: 'some' } }]
  })
}

function isBy({ evidence: { certificate } }: Candidate, signer: Signer): boolean {
  const { identity, oidcIssuer } = certificate.value ?? {}
  return identity === signer.certificateIdentity && oidcIssuer === signer.oidcIssuer
}
