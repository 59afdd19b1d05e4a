// SPDX 2 in its tag-value form (https://spdx.github.io/spdx-spec/v2.3/):
//   SPDXVersion: SPDX-2.3
//   DocumentNamespace: https://sbom.k8s.io/v1.35.2/release
//   FileName: bin/linux/amd64/kubectl
//   FileChecksum: SHA256: 924eb507…
// No library for it exists on npm, so this is a small reader of the tags that
// decide: it takes any order and any other tag, and is strict in these. Values
// may span lines as <text>…</text>; what stands in there is never a tag.
import { type ListedFile, type ReleaseSbom, SpdxFiles, addDigest, malformedSbom } from './spdx-files.js'

/** A release has some thousand lines. */
const MAX_LINES = 500_000
const TEXT_START = '<text>'
const TEXT_END = '</text>'

/**
 * Reads a document, in one pass.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseTagValue(text: string): ReleaseSbom {
  const files = new SpdxFiles()
  let namespace: string | undefined
  let created: string | undefined
  let file: ListedFile | undefined
  for (const { tag, value } of readTags(text)) {
    if (tag === 'DocumentNamespace') {
      if (namespace !== undefined) throw malformedSbom('has more than one DocumentNamespace')
      namespace = value
    } else if (tag === 'Created') {
      created ??= value
    } else if (tag === 'FileName') {
      file = files.add(value)
    } else if (tag === 'PackageName' || tag === 'SnippetSPDXID') {
      file = undefined
    } else if (tag === 'FileChecksum') {
      const colon = value.indexOf(':')
      addDigest(file, value.slice(0, Math.max(colon, 0)), value.slice(colon + 1).trim())
    }
  }
  if (namespace === undefined) throw malformedSbom('has no DocumentNamespace')
  return files.toSbom(namespace, created)
}

/** Each tag with its value. No character is looked at more often than a fixed number of times. */
function* readTags(text: string): Generator<{ tag: string; value: string }> {
  let lines = 0
  let end: number
  for (let start = 0; start < text.length; start = end + 1) {
    if (++lines > MAX_LINES) throw malformedSbom(`has more than ${MAX_LINES} lines`)
    end = endOfLine(text, start)
    const line = text.slice(start, end)
    const colon = line.indexOf(':')
    if (colon < 0 || line.startsWith('#')) continue
    const tag = line.slice(0, colon).trim()
    let value = line.slice(colon + 1).trim()
    if (value.startsWith(TEXT_START)) {
      const from = text.indexOf(TEXT_START, start + colon) + TEXT_START.length
      const to = text.indexOf(TEXT_END, from)
      if (to < 0) throw malformedSbom('has a <text> that does not end')
      value = text.slice(from, to).replaceAll('\r\n', '\n')
      end = endOfLine(text, to)
    }
    yield { tag, value }
  }
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}
