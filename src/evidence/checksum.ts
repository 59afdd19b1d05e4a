// A `.sha256` or `.sha512` file: the bare hex digest, without a name and without a newline.
// It is unsigned and from the same server as the artifact: agreement is
// integrity, not authenticity. It tells which digest to look up in the log
// while the artifact is still being downloaded.
import { Digest } from '../digest.js'
import { EvidenceError } from '../errors.js'
import { describeText } from './describe.js'

/**
 * Reads the text of a `.sha256` file.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseChecksum(file: Uint8Array): Digest {
  return new Digest(Buffer.from(parseHex(file, '.sha256', 64), 'hex'))
}

/**
 * Reads the text of a `.sha512` file.
 * @returns lower-case hex
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseChecksumSha512(file: Uint8Array): string {
  return parseHex(file, '.sha512', 128)
}

function parseHex(file: Uint8Array, ending: string, length: number): string {
  const text = Buffer.from(file).toString('latin1').trim()
  if (text.length === length && /^[0-9a-f]*$/i.test(text)) return text.toLowerCase()
  throw new EvidenceError('EVIDENCE_UNREADABLE', `the ${ending} file is ${describeText(text)}`, {
    expected: `${length} hex characters`,
    actual: describeText(text),
  })
}
