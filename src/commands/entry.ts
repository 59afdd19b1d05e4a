// The short line for looking at the log: a name → entries → the log's own proofs → what they say.
import { EvidenceError } from '../errors.js'
import { parseCertificate } from '../evidence/certificate.js'
import { type Result, toResultAsync, unwrap } from '../result.js'
import { toHashedrekordBody, toLeafHash } from '../evidence/log-body.js'
import { type LogEntry, parseLogEntry } from '../evidence/log-entry.js'
import { parseSignature } from '../evidence/signature.js'
import type { LocalPorts } from '../ports.js'
import type { EntryReport } from '../report/entry-text.js'
import type { EntryName, EntryRequest } from '../request/entry-request.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { type EntryResult, verifyLogEntry } from '../verify/verify-log-entry.js'

/** Entries of one digest that are looked at: to sign again is rare. */
const MAX_ENTRIES = 20

type EntryPorts = Pick<LocalPorts, 'transparencyLog' | 'loadTrustedRoot' | 'readEvidence'>

/** @throws CodedError when there is no entry to look at */
export async function runEntry({ name }: EntryRequest, ports: EntryPorts): Promise<EntryReport> {
  const warnings: string[] = []
  const loadingRoot = toResultAsync(ports.loadTrustedRoot((message) => void warnings.push(message)))
  const ids = await resolveIds(name, ports)
  const found = await Promise.all(ids.map((id) => toResultAsync(fetchEntry(id, ports))))
  const root = unwrap(await loadingRoot)
  return { warnings, entries: found.map((entry) => judge(entry, root)) }
}

async function resolveIds(name: EntryName, ports: EntryPorts): Promise<readonly (string | number)[]> {
  if (name.kind === 'id') return [name.id]
  const { digest, evidence } = name
  if (evidence === undefined) {
    const uuids = await ports.transparencyLog.search(digest)
    if (uuids.length > 0) return uuids.slice(0, MAX_ENTRIES)
    const message = `the log's search knows no entry about ${digest.toString()}`
    throw new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', message)
  }
  const read = (path: string, missing: Parameters<LocalPorts['readEvidence']>[1]): Promise<Buffer> =>
    ports.readEvidence({ kind: 'file', path }, missing)
  const signature = parseSignature(await read(evidence.signature, 'EVIDENCE_SIGNATURE_MISSING'))
  const { der } = parseCertificate(await read(evidence.certificate, 'EVIDENCE_CERTIFICATE_MISSING'))
  return [toLeafHash(toHashedrekordBody({ digest, signature, verifier: { kind: 'certificate', der } })).hex]
}

/** The answer has to be the entry that was asked for: the leaf hash tells, and of an index the log's own promise. */
async function fetchEntry(id: string | number, { transparencyLog }: EntryPorts): Promise<LogEntry> {
  const entry = parseLogEntry(await transparencyLog.fetchEntryBy(id))
  const isAsked = typeof id === 'number' ? entry.logIndex === id : id.endsWith(entry.leafHash.hex)
  if (isAsked) return entry
  throw new EvidenceError(
    'EVIDENCE_UNREADABLE',
    'the log answered with another entry than it was asked for',
    {
      expected: String(id),
      actual: typeof id === 'number' ? String(entry.logIndex) : entry.uuid,
    },
  )
}

function judge({ value, error }: Result<LogEntry>, root: TrustedRoot): EntryResult {
  if (error === undefined) return verifyLogEntry(value, root)
  const { code, message, exitCode } = error
  return { outcome: exitCode === 1 ? 'rejected' : 'unverifiable', checks: [], error: { code, message } }
}
