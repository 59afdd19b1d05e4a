// `kubernetes-release.spdx`: the SBOM of a release, the one signed paper that
// names version, path and digest together. Kubernetes publishes the tag-value
// form of SPDX 2; its neighbours have moved to JSON, and so it may. Every form
// says the same three things, and gives the same document here.
import { describeText } from './describe.js'
import { type ReleaseSbom, malformedSbom } from './spdx-files.js'
import { parseSpdxJson } from './spdx-json.js'
import { parseTagValue } from './spdx-tag-value.js'

export type { ReleaseSbom } from './spdx-files.js'

/** Real ones have 0.2 MB; whoever fetches or reads one goes no further. */
export const MAX_SBOM_BYTES = 32 * 1024 * 1024

/**
 * Reads an SBOM. Call it on verified bytes only.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseReleaseSbom(text: string): ReleaseSbom {
  if (text.length > MAX_SBOM_BYTES) throw malformedSbom(`has more than ${MAX_SBOM_BYTES} bytes`)
  const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text
  if (/^\s{0,64}[[{]/.test(unmarked)) return parseSpdxJson(unmarked)
  if (/^\s{0,64}</.test(unmarked) || unmarked.trim() === '')
    throw malformedSbom(`is ${describeText(unmarked)}`, { expected: 'SPDX', actual: describeText(unmarked) })
  return parseTagValue(unmarked)
}
