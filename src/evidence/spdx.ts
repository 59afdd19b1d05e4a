// `kubernetes-release.spdx`: the SBOM of a release in SPDX 2 tag-value form
// (https://spdx.github.io/spdx-spec/v2.3/), the one signed paper that names
// version, path and digest together:
//   SPDXVersion: SPDX-2.3
//   DocumentNamespace: https://sbom.k8s.io/v1.35.2/release
//   FileName: bin/linux/amd64/kubectl
//   FileChecksum: SHA256: 924eb507…
// No SPDX library for tag-value exists on npm, so this is a small reader of
// the tags that decide: it takes any order and any other tag, and is
// strict in these. Values may span lines as <text>…</text>; what stands in
// there is never a tag.
import { Digest } from '../digest.js'
import { EvidenceError } from '../errors.js'

/** Real ones have 0.2 MB; whoever fetches or reads one goes no further. */
export const MAX_SBOM_BYTES = 32 * 1024 * 1024
/** A release has some hundred files, and some thousand lines. */
const MAX_FILES = 100_000
const MAX_LINES = 500_000

const TEXT_START = '<text>'
const TEXT_END = '</text>'
/** SPDX 2.3 §6.9: ISO 8601, UTC, in seconds. */
const CREATED = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/
const CHECKSUM = /^(SHA256|SHA512):\s*(?:([0-9a-fA-F]{64})|([0-9a-fA-F]{128}))$/

/** What a release's SBOM says, as far as it decides anything. */
export interface ReleaseSbom {
  /** `https://sbom.k8s.io/<version>/release` */
  readonly namespace: string
  /** When the document was made; undefined when it does not say so in the standard's form. */
  readonly created: Date | undefined
  /** Every path that the document lists as a file. */
  readonly paths: readonly string[]
  /**
   * The distinct SHA-256 digests that the document lists for a path. The Windows
   * kubectl files are listed twice in real releases; two equal blocks are one digest here.
   */
  digestsOf(path: string): readonly Digest[]
  /** The distinct SHA-512 digests, as lower-case hex. */
  sha512Of(path: string): readonly string[]
}

/**
 * Reads an SBOM, in one pass. Call it on verified bytes only.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseReleaseSbom(text: string): ReleaseSbom {
  if (text.length > MAX_SBOM_BYTES) throw malformed(`has more than ${MAX_SBOM_BYTES} bytes`)
  const namespaces: string[] = []
  let created: Date | undefined
  const files = new Map<string, ListedFile>()
  let file: ListedFile | undefined

  for (const { tag, value } of readTags(text)) {
    if (tag === 'DocumentNamespace') {
      if (namespaces.length > 0) throw malformed('has more than one DocumentNamespace')
      namespaces.push(value)
    } else if (tag === 'Created') {
      created ??= CREATED.test(value) ? new Date(value) : undefined
    } else if (tag === 'FileName') {
      const path = value.replace(/^\.\//, '')
      file = files.get(path) ?? { sha256: new Set(), sha512: new Set() }
      files.set(path, file)
      if (files.size > MAX_FILES) throw malformed(`lists more than ${MAX_FILES} files`)
    } else if (tag === 'PackageName' || tag === 'SnippetSPDXID') {
      file = undefined
    } else if (tag === 'FileChecksum' && /^SHA(?:256|512):/.test(value)) {
      const [, algorithm, sha256, sha512] = CHECKSUM.exec(value) ?? []
      const hex = algorithm === 'SHA256' ? sha256 : sha512
      if (file === undefined || hex === undefined)
        throw malformed('has a FileChecksum that belongs to no file, or is none')
      file[algorithm === 'SHA256' ? 'sha256' : 'sha512'].add(hex.toLowerCase())
    }
  }

  const [namespace] = namespaces
  if (namespace === undefined) throw malformed('has no DocumentNamespace')
  return {
    namespace,
    created,
    paths: [...files.keys()],
    digestsOf: (path) =>
      [...(files.get(path)?.sha256 ?? [])].map((hex) => new Digest(Buffer.from(hex, 'hex'))),
    sha512Of: (path) => [...(files.get(path)?.sha512 ?? [])],
  }
}

/** Hex digests of one file, by algorithm; more than one when the document contradicts itself. */
interface ListedFile {
  readonly sha256: Set<string>
  readonly sha512: Set<string>
}

/** Each tag with its value. No character is looked at more often than a fixed number of times. */
function* readTags(text: string): Generator<{ tag: string; value: string }> {
  let lines = 0
  let end: number
  for (let start = 0; start < text.length; start = end + 1) {
    if (++lines > MAX_LINES) throw malformed(`has more than ${MAX_LINES} lines`)
    end = endOfLine(text, start)
    const line = text.slice(start, end)
    const colon = line.indexOf(':')
    if (colon < 0 || line.startsWith('#')) continue
    const tag = line.slice(0, colon).trim()
    let value = line.slice(colon + 1).trim()
    if (value.startsWith(TEXT_START)) {
      const from = text.indexOf(TEXT_START, start + colon) + TEXT_START.length
      const to = text.indexOf(TEXT_END, from)
      if (to < 0) throw malformed('has a <text> that does not end')
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

function malformed(what: string): EvidenceError {
  return new EvidenceError('EVIDENCE_UNREADABLE', `the SBOM ${what}`)
}
