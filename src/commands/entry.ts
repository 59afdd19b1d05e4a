// The short line for looking at the log: a name → entries, every copy of each → the log's own proofs → what they say.
import type { LocalPorts } from '../ports.js'
import { proveEntries } from '../prove/entry-prover.js'
import type { EntryReport } from '../report/entry-text.js'
import type { EntryRequest } from '../request/entry-request.js'
import { toResultAsync } from '../result.js'

type EntryPorts = Pick<LocalPorts, 'transparencyLog' | 'loadTrustedRoot' | 'readEvidence'>

/** @throws CodedError when there is no entry to look at */
export async function runEntry({ name }: EntryRequest, ports: EntryPorts): Promise<EntryReport> {
  const warnings: string[] = []
  const loadingRoot = toResultAsync(ports.loadTrustedRoot((message) => void warnings.push(message)))
  const proven = await proveEntries(name, ports, loadingRoot)
  return { entries: proven.entries, warnings: [...warnings, ...proven.warnings] }
}
