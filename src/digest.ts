// A digest is bytes with an algorithm, printed as `sha256:<64 lower-case hex>`.

import { createHash } from 'node:crypto'

/** Length of a SHA-256 digest in bytes. */
const SHA256_BYTES = 32
const SHA256_HEX = /^[0-9a-f]{64}$/

/** A SHA-256 digest. Kubernetes signs SHA-256 and nothing else. */
export class Digest {
  readonly algorithm = 'sha256'
  /** A character a byte: there may be hundreds of thousands, and a Buffer takes three times as much. */
  private readonly text: string

  constructor(bytes: Uint8Array) {
    if (bytes.length !== SHA256_BYTES)
      throw new RangeError(`a sha256 digest has ${SHA256_BYTES} bytes, not ${bytes.length}`)
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  }

  /** A copy, which is the caller's. */
  get bytes(): Buffer {
    return Buffer.from(this.text, 'latin1')
  }

  /** 64 lower-case hex characters. */
  get hex(): string {
    return this.bytes.toString('hex')
  }

  equals(other: Digest): boolean {
    return this.text === other.text
  }

  /** `sha256:<hex>`, the form of reports, locks and image references. */
  toString(): string {
    return `${this.algorithm}:${this.hex}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/**
 * Reads `<64 hex>` or `sha256:<64 hex>`, in either case, without surrounding space.
 * @returns the digest, or undefined when the text is anything else
 */
export function parseDigest(text: string): Digest | undefined {
  const hex = text.toLowerCase().replace(/^sha256:/, '')
  return SHA256_HEX.test(hex) ? new Digest(Buffer.from(hex, 'hex')) : undefined
}

/** The SHA-256 digest of bytes in memory. */
export function digestOf(bytes: Uint8Array): Digest {
  return new Digest(createHash('sha256').update(bytes).digest())
}

/** A file whose bytes were hashed, all in one pass. */
export interface MeasuredFile {
  readonly path: string
  /** In bytes. */
  readonly size: number
  readonly sha256: Digest
  /** Lower-case hex, where it was asked for. */
  readonly sha512?: string
}

/** What some signers hash by in SHA-256's place; Kubernetes does not. */
type FurtherAlgorithm = 'sha384' | 'sha512'

/** A digest by any algorithm that is known; a Digest is one. */
export interface Hash {
  readonly algorithm: Digest['algorithm'] | FurtherAlgorithm
  readonly bytes: Buffer
}

/** Of the bytes that a Digest is of, as far as they were asked for. */
export type FurtherDigests = Readonly<Partial<Record<FurtherAlgorithm, Buffer>>>
