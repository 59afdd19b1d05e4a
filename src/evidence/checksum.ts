// A `.sha256` or `.sha512` file. Kubernetes publishes the bare hex digest,
// without a name and without a newline; the tools of others write one line of
// a sums file:
//   924eb507…                        bare
//   924eb507…  kubectl               sha256sum(1); a star before the name for binary mode
//   SHA256 (kubectl) = 924eb507…     sha256sum --tag, shasum(1) of BSD, openssl dgst
// A name has to be the artifact's. The file is unsigned and from the same
// server as the artifact: agreement is integrity, not authenticity. It tells
// which digest to look up in the log while the artifact is still being
// downloaded.
import { Digest } from '../digest.js'
import { EvidenceError } from '../errors.js'
import { describeText } from './describe.js'
import { toText } from './text.js'

/** A file of sums under one artifact's name has some hundred. */
const MAX_LINES = 1000
const MAX_LINE_LENGTH = 4096

const ALGORITHMS = {
  sha256: { ending: '.sha256', length: 64, tags: ['SHA256', 'SHA2-256'] },
  sha512: { ending: '.sha512', length: 128, tags: ['SHA512', 'SHA2-512'] },
} as const
type Algorithm = keyof typeof ALGORITHMS

/**
 * Reads a `.sha256` file.
 * @param name the artifact's file name; a line for another file is passed over
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseChecksum(file: Uint8Array, name?: string): Digest {
  return new Digest(Buffer.from(parseHex(file, 'sha256', name), 'hex'))
}

/**
 * Reads a `.sha512` file.
 * @returns lower-case hex
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseChecksumSha512(file: Uint8Array, name?: string): string {
  return parseHex(file, 'sha512', name)
}

interface Sum {
  readonly hex: string
  readonly name: string | undefined
}

function parseHex(file: Uint8Array, algorithm: Algorithm, name: string | undefined): string {
  const { ending, length } = ALGORITHMS[algorithm]
  const text = toText(file)
  const lines = text.split(/\r?\n/, MAX_LINES + 1).filter((line) => line.trim() !== '')
  const sums = lines.length > MAX_LINES ? [undefined] : lines.map((line) => parseLine(line, algorithm))
  const read = sums.filter((sum) => sum !== undefined)
  if (read.length === 0 || read.length < sums.length) {
    throw new EvidenceError('EVIDENCE_UNREADABLE', `the ${ending} file is ${describeText(text)}`, {
      expected: `${length} hex characters, alone or with the file's name`,
      actual: describeText(text),
    })
  }
  const own = read.filter((sum) => isOf(sum, name))
  const digests = new Set(own.map(({ hex }) => hex))
  const [digest] = digests
  if (digest !== undefined && digests.size === 1) return digest
  const names = read.flatMap((sum) => sum.name ?? []).slice(0, 3)
  const message =
    digests.size > 1
      ? `the ${ending} file names ${digests.size} digests`
      : `the ${ending} file is about another file`
  throw new EvidenceError('EVIDENCE_UNREADABLE', message, {
    expected: digests.size > 1 ? 'one digest' : name,
    actual: digests.size > 1 ? `${digests.size} digests` : names.join(', '),
  })
}

/** A name may have the path of the folder that it was made in. */
function isOf(sum: Sum, name: string | undefined): boolean {
  return sum.name === undefined || name === undefined || sum.name.split(/[\\/]/).at(-1) === name
}

function parseLine(line: string, algorithm: Algorithm): Sum | undefined {
  if (line.length > MAX_LINE_LENGTH) return undefined
  const { length, tags } = ALGORITHMS[algorithm]
  const isHex = (text: string): boolean => text.length === length && /^[0-9a-f]+$/i.test(text)
  const trimmed = line.trim()
  if (isHex(trimmed)) return { hex: trimmed.toLowerCase(), name: undefined }
  const [, tag = '', tagged = '', after = ''] =
    /^([A-Z0-9-]+) ?\((.+)\) ?= ?([0-9A-Fa-f]+)$/.exec(trimmed) ?? []
  if (isHex(after) && tags.some((each) => each === tag)) return { hex: after.toLowerCase(), name: tagged }
  const [, before = '', name = ''] = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/.exec(trimmed) ?? []
  return isHex(before) ? { hex: before.toLowerCase(), name } : undefined
}
