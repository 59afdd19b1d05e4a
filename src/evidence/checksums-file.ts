// `SHA256SUMS` and `SHA512SUMS`: every file of a release with its digest, as
// sha256sum writes it, without a newline at the end:
//   924eb507…  bin/linux/amd64/kubectl
// Until August 2023 the paths were those of the build machine
// (kubernetes/release#3222): /workspace/src/…/gcs-stage/v1.28.0/bin/linux/amd64/kubectl
// Unsigned: agreement is integrity, not authenticity.
import { EvidenceError } from '../errors.js'
import { describeText } from './describe.js'

const HEX_LENGTHS = { sha256: 64, sha512: 128 } as const
const LINE = /^([0-9a-fA-F]+) [ *](.+)$/
const MAX_LINES = 100_000

export interface ChecksumsFile {
  /** The distinct digests listed for this path of this release, as lower-case hex. */
  digestsOf(version: string, path: string): readonly string[]
}

/**
 * Reads a sums file.
 * @throws EvidenceError EVIDENCE_MALFORMED, naming the line
 */
export function parseChecksumsFile(text: string, algorithm: keyof typeof HEX_LENGTHS): ChecksumsFile {
  const lines = text.split(/\r?\n/, MAX_LINES + 1)
  const digests = new Map<string, Set<string>>()
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const [, hex = '', path = ''] = LINE.exec(line) ?? []
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    if (hex.length !== HEX_LENGTHS[algorithm] || path.trim() === '' || /[\u0000-\u001f\u007f]/.test(path)) {
      throw new EvidenceError('EVIDENCE_MALFORMED', `line ${index + 1} of the sums file is no checksum`, {
        expected: `${HEX_LENGTHS[algorithm]} hex characters, two spaces and a path`,
        actual: describeText(line),
      })
    }
    const name = path.replace(/^\.\//, '')
    digests.set(name, (digests.get(name) ?? new Set()).add(hex.toLowerCase()))
  }
  if (digests.size === 0 || lines.length > MAX_LINES) {
    throw new EvidenceError('EVIDENCE_MALFORMED', 'the sums file has no lines, or too many', {
      expected: `1 to ${MAX_LINES} lines`,
      actual: describeText(text),
    })
  }
  return {
    digestsOf: (version, path) => [
      ...new Set(
        [...digests].flatMap(([name, hexes]) =>
          name === path || (name.startsWith('/') && name.endsWith(`/${version}/${path}`)) ? [...hexes] : [],
        ),
      ),
    ],
  }
}
