// A `.sha256` file: the bare hex digest, without a name and without a newline.
// It is unsigned and from the same server as the artifact: agreement is
// integrity, not authenticity. It tells which digest to look up in the log
// while the artifact is still being downloaded.
import { type Digest, parseDigest } from '../digest.js'
import { EvidenceError } from '../errors.js'
import { describeText } from './describe.js'

/**
 * Reads the text of a `.sha256` file.
 * @throws EvidenceError EVIDENCE_MALFORMED
 */
export function parseChecksum(file: Uint8Array): Digest {
  const text = Buffer.from(file).toString('latin1').trim()
  const digest = /^[0-9a-f]{64}$/i.test(text) ? parseDigest(text) : undefined
  if (digest === undefined) {
    throw new EvidenceError('EVIDENCE_MALFORMED', `the .sha256 file is ${describeText(text)}`, {
      expected: '64 hex characters',
      actual: describeText(text),
    })
  }
  return digest
}
