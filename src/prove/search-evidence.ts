// For a file that came alone: what the log's search knows about its digest.
// Anybody can log anything about any digest, and the search is best effort, so
// what is found is a hint like any other: signature and certificate are taken
// from the entry, and go through every check.
import type { Digest } from '../digest.js'
import { EvidenceError } from '../errors.js'
import { parseCertificate } from '../evidence/certificate.js'
import { toResult, toResultAsync } from '../result.js'
import type { Evidence } from '../evidence/evidence.js'
import { readSidecars } from '../evidence/log-body.js'
import { type LogEntry, parseLogEntry } from '../evidence/log-entry.js'
import { parseSignature } from '../evidence/signature.js'
import type { TransparencyLog } from '../ports.js'

/** Entries of one digest that are looked at: to sign again is rare. */
const MAX_ENTRIES = 20

/**
 * Everything that the log's search finds about a digest and that could prove it.
 * @returns one or more
 * @throws EvidenceError EVIDENCE_SIGNATURE_MISSING when it finds nothing of the kind
 */
export async function searchEvidence(
  digest: Digest,
  transparencyLog: Pick<TransparencyLog, 'search' | 'fetchEntryBy'>,
): Promise<readonly Evidence[]> {
  const uuids = (await transparencyLog.search(digest)).slice(0, MAX_ENTRIES)
  const entries = await Promise.all(
    uuids.map((uuid) => toResultAsync(transparencyLog.fetchEntryBy(uuid).then(parseLogEntry))),
  )
  const found = entries.flatMap(({ value }) => (value === undefined ? [] : (toEvidence(value) ?? [])))
  if (found.length > 0) return found
  const unreadable = entries.find(({ error }) => error !== undefined)?.error
  if (unreadable !== undefined) throw unreadable
  const message = `nothing lies beside it, and the log's search knows no signature of ${digest.toString()}`
  throw new EvidenceError('EVIDENCE_SIGNATURE_MISSING', message)
}

/**
 * The evidence that an entry of the log is by itself.
 * @returns undefined for an entry of another kind
 */
export function toEvidence(entry: LogEntry): Evidence | undefined {
  const sidecars = readSidecars(entry.body)
  if (sidecars === undefined) return undefined
  const signature = toResult(() => parseSignature(sidecars.signature))
  const certificate = toResult(() => parseCertificate(sidecars.certificate))
  return { signature, certificate, logEntry: { value: entry } }
}
