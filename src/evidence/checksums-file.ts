// `SHA256SUMS` and `SHA512SUMS`: every file of a release with its digest, as
// sha256sum(1) writes it, without a newline at the end:
//   924eb507…  bin/linux/amd64/kubectl
// Until August 2023 the paths were those of the build machine
// (https://github.com/kubernetes/release/issues/3222):
//   924eb507…  /workspace/src/…/gcs-stage/v1.28.0/bin/linux/amd64/kubectl
// The file is unsigned and from the same server as the artifact: agreement is
// integrity, not authenticity.
import { EvidenceError } from '../errors.js'
import { describeText } from './describe.js'

const HEX_LENGTHS = { sha256: 64, sha512: 128 } as const
/** Digest, a space, a space or the star of binary mode, path. A name with line breaks is written otherwise. */
const LINE = /^([0-9a-fA-F]+) [ *](\P{Cc}+)$/u
/** A path is no longer than 4,096 bytes; a line of megabytes would overflow the stack that V8 has for such a pattern. */
const MAX_LINE_LENGTH = 8192
/** A release has some hundred files. */
const MAX_LINES = 100_000

type Algorithm = keyof typeof HEX_LENGTHS

export interface ChecksumsFile {
  /** Every path of this release that is listed. */
  pathsOf(version: string): readonly string[]
  /**
   * The distinct digests, lower-case hex, listed for this path of this release:
   * none when it is not listed, more than one when the file contradicts itself.
   * @param version as in `v1.35.2`
   * @param path relative to the release's folder, as in `bin/linux/amd64/kubectl`
   */
  digestsOf(version: string, path: string): readonly string[]
}

/**
 * Reads a sums file. Strict in every line, for a line that is passed over could
 * be the one that disagrees; only blank lines say nothing.
 * @param text whatever the release site served
 * @throws EvidenceError EVIDENCE_UNREADABLE, naming the line
 */
export function parseChecksumsFile(text: string, algorithm: Algorithm): ChecksumsFile {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/, MAX_LINES + 1)
  if (lines.length > MAX_LINES) {
    throw malformed(algorithm, 'is too long', { expected: `at most ${MAX_LINES} lines`, actual: 'more' })
  }
  const digests = new Map<string, Set<string>>()
  const releases = new Map<string, Map<string, Set<string>>>()
  const ofRelease = (version: string): Map<string, Set<string>> => {
    const known = releases.get(version) ?? byPath(digests, version)
    releases.set(version, known)
    return known
  }
  for (const [index, line] of lines.entries()) {
    if (/^[ \t]*$/.test(line)) continue
    const { hex, path } = parseLine(line, index + 1, algorithm)
    digests.set(path, (digests.get(path) ?? new Set()).add(hex))
  }
  if (digests.size === 0)
    throw malformed(algorithm, 'lists no file', { expected: 'one line or more', actual: describeText(text) })
  return {
    pathsOf: (version) => [...ofRelease(version).keys()],
    digestsOf: (version, path) => [...(ofRelease(version).get(path) ?? [])],
  }
}

function parseLine(line: string, number: number, algorithm: Algorithm): { hex: string; path: string } {
  const match = line.length > MAX_LINE_LENGTH ? null : LINE.exec(line)
  const [, hex = '', written = ''] = match ?? []
  const path = written.replace(/^\.\//, '')
  if (hex.length === HEX_LENGTHS[algorithm] && path.trim() !== '') return { hex: hex.toLowerCase(), path }
  const expected = `${HEX_LENGTHS[algorithm]} hex characters, two spaces and a path`
  throw malformed(algorithm, `is malformed in line ${number}`, { expected, actual: describeText(line) })
}

/** An absolute name says itself which release it is of; a relative one is of the folder the file lies in. */
function byPath(
  digests: ReadonlyMap<string, ReadonlySet<string>>,
  version: string,
): Map<string, Set<string>> {
  const paths = new Map<string, Set<string>>()
  for (const [name, hexes] of digests) {
    const folder = `/${version}/`
    const start = name.lastIndexOf(folder)
    if (name.startsWith('/') && start < 0) continue
    const path = name.startsWith('/') ? name.slice(start + folder.length) : name
    const found = paths.get(path) ?? new Set()
    for (const hex of hexes) found.add(hex)
    paths.set(path, found)
  }
  return paths
}

function malformed(
  algorithm: Algorithm,
  what: string,
  comparison: { readonly expected: string; readonly actual: string },
): EvidenceError {
  return new EvidenceError('EVIDENCE_UNREADABLE', `${algorithm.toUpperCase()}SUMS ${what}`, comparison)
}
