// What the files of evidence beside an artifact are called. Kubernetes and
// cosign have one name for each; other projects and tools have theirs.
import type { ErrorCode } from '../errors.js'
import { EvidenceError } from '../errors.js'
import { toResult, toResultAsync } from '../result.js'

/** In the order in which they are looked for: the first is Kubernetes' own. */
const USUAL_NAMES = {
  bundle: ['.sigstore.json', '.sigstore', '.bundle', '.cosign.bundle'],
  signature: ['.sig', '.signature'],
  certificate: ['.cert', '.pem', '.crt', '.certificate'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type EvidenceKind = keyof typeof USUAL_NAMES

/** Reads the file with an ending; rejects with its `EVIDENCE_…_MISSING` when there is none. */
export type ReadEnding = (kind: EvidenceKind, ending: string) => Promise<Buffer>

/** What each kind rejects with when there is none. */
export const MISSING_CODES = {
  bundle: 'EVIDENCE_BUNDLE_MISSING',
  signature: 'EVIDENCE_SIGNATURE_MISSING',
  certificate: 'EVIDENCE_CERTIFICATE_MISSING',
} as const satisfies Record<EvidenceKind, ErrorCode>

/**
 * The file of a kind that can be read as what it is to be; else the first that is there, which says what it is.
 * A name may be another tool's: `.sig` is OpenPGP's, too, and `.pem` anything's.
 */
export async function readFirst(
  kind: EvidenceKind,
  read: ReadEnding,
  parse: (file: Buffer) => unknown,
): Promise<Buffer> {
  const files = await readAll(kind, read)
  return (files.find((file) => toResult(() => parse(file)).error === undefined) ?? files[0]) as Buffer
}

/**
 * Every file of a kind, one or more: the others are asked for when the first name has none.
 * @throws EvidenceError when there is none, or another error when that could not be found out
 */
export async function readAll(kind: EvidenceKind, read: ReadEnding): Promise<Buffer[]> {
  const [usual, ...others] = USUAL_NAMES[kind]
  const first = await toResultAsync(read(kind, usual))
  if (first.error !== undefined && first.error.code !== MISSING_CODES[kind]) throw first.error
  const further = await Promise.all(others.map((ending) => toResultAsync(read(kind, ending))))
  const files = [first, ...further].flatMap(({ value }) => value ?? [])
  if (files.length > 0) return files
  throw first.error ?? new EvidenceError(MISSING_CODES[kind], 'there is none')
}
