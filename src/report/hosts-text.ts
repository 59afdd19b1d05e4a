// Hosts for people, for programs, and for a firewall.
import { formatJson } from '../json/format-json.js'
import type { PlannedHosts } from '../plan/hosts.js'

/** What is written wherever `schemaVersion` stands at the top of a list of hosts. */
const SCHEMA_VERSION = 1

/** The hosts of a plan; what cannot be known stands in the JSON alone, and is a note beside the others. */
export function formatHosts({ hosts, unknown }: PlannedHosts, form: 'text' | 'json' | 'allow-list'): string {
  if (form === 'json') return `${formatJson({ schemaVersion: SCHEMA_VERSION, hosts, unknown }, 2)}\n`
  const width = Math.max(0, ...hosts.map(({ endpoint }) => endpoint.length))
  const lines = hosts.map(({ endpoint, purposes }) =>
    form === 'allow-list' ? endpoint : `${endpoint.padEnd(width)}  ${purposes.join('; ')}`,
  )
  return lines.map((line) => `${line}\n`).join('')
}
