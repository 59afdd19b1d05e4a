// What the forms of SPDX have in common: files, each with its digests.
import { Digest } from '../digest.js'
import { EvidenceError } from '../errors.js'

/** A release has some hundred files. */
const MAX_FILES = 100_000
/** SPDX 2.3 §6.9: ISO 8601, UTC, in seconds. */
const CREATED = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/
const HEX_LENGTHS = { SHA256: 64, SHA512: 128 } as const

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

/** Hex digests of one file, by algorithm; more than one when the document contradicts itself. */
export type ListedFile = Readonly<Record<keyof typeof HEX_LENGTHS, Set<string>>>

/** Gathers what a reader finds, in whatever order. */
export class SpdxFiles {
  readonly #files = new Map<string, ListedFile>()

  /** The file with a path, as it is listed: perhaps with `./` before it. */
  add(listed: string): ListedFile {
    const path = listed.replace(/^\.\//, '')
    const file = this.#files.get(path) ?? { SHA256: new Set(), SHA512: new Set() }
    this.#files.set(path, file)
    if (this.#files.size > MAX_FILES) throw malformedSbom(`lists more than ${MAX_FILES} files`)
    return file
  }

  toSbom(namespace: string, created: string | undefined): ReleaseSbom {
    const hexOf = (path: string, algorithm: keyof ListedFile): string[] => [
      ...(this.#files.get(path)?.[algorithm] ?? []),
    ]
    return {
      namespace,
      created: created !== undefined && CREATED.test(created) ? new Date(created) : undefined,
      paths: [...this.#files.keys()],
      digestsOf: (path) => hexOf(path, 'SHA256').map((hex) => new Digest(Buffer.from(hex, 'hex'))),
      sha512Of: (path) => hexOf(path, 'SHA512'),
    }
  }
}

/**
 * Notes a digest of a file; of other algorithms than SHA-256 and SHA-512 nothing is read.
 * @param algorithm in any spelling: `SHA256`, `sha256`
 * @throws EvidenceError EVIDENCE_UNREADABLE for a digest that is none
 */
export function addDigest(file: ListedFile | undefined, algorithm: string, hex: string): void {
  const name = algorithm.toUpperCase()
  if (name !== 'SHA256' && name !== 'SHA512') return
  if (file === undefined) throw malformedSbom(`has a checksum that belongs to no file`)
  if (hex.length !== HEX_LENGTHS[name] || !/^[0-9a-fA-F]+$/.test(hex))
    throw malformedSbom(`has a checksum of ${name} that is none`)
  file[name].add(hex.toLowerCase())
}

/** The error of a document that is no SBOM of a release. */
export function malformedSbom(
  what: string,
  context: { expected?: string; actual?: string } = {},
): EvidenceError {
  return new EvidenceError('EVIDENCE_UNREADABLE', `the SBOM ${what}`, context)
}
