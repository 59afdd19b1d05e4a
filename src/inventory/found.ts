// What was found below the paths that were named, before anybody judges it.
import type { Digest } from '../digest.js'

/** Where something stands: the file on the disk, and then, within it, from archive to archive. */
export type Place = readonly string[]

export interface Measured {
  readonly sha256: Digest
  /** In bytes. */
  readonly size: number
}

/** A file that some release lists, or that is called like an artifact. */
export interface FoundFile extends Measured {
  readonly place: Place
  /** The artifact that it is called after: `kubectl`, `kubernetes-client-linux-amd64.tar.gz`. */
  readonly claim: string | undefined
}

/** Something that has to be looked at and could not be. */
export interface UnreadFile {
  readonly place: Place
  /** Goes on after its name: `it is a pipe`. May hold text from outside. */
  readonly why: string
}

export interface Findings {
  readonly files: readonly FoundFile[]
  readonly unread: readonly UnreadFile[]
  /** How many files were read that are neither listed nor called like an artifact. */
  readonly others: number
  /** What was passed over, each a sentence that may hold text from outside. */
  readonly notes: readonly string[]
}

/** How far it is looked. */
export interface Limits {
  /** Of files, folders, links and entries of archives, all together. */
  readonly maxEntries: number
  /** Of folders in folders. */
  readonly maxDepth: number
  /** Of archives and compressed streams in each other. */
  readonly maxLayers: number
  /** In bytes; a file that is larger, and no archive, is no artifact. */
  readonly maxFileBytes: number
  /** How many times its size may be read of a compressed stream, in every layer, once that is so many bytes. */
  readonly maxInflation: { readonly times: number; readonly from: number }
  /** In bytes, of all that is read of one file on the disk, decompressed and in every layer. */
  readonly maxBytes: number
}

/** The largest release artifact has 0.5 GB, and 2 GB unpacked. */
export const LIMITS: Limits = {
  maxEntries: 1_000_000,
  maxDepth: 64,
  maxLayers: 8,
  maxFileBytes: 4 * 1024 ** 3,
  // Programs come to three or four times their size.
  maxInflation: { times: 100, from: 1024 ** 3 },
  maxBytes: 32 * 1024 ** 3,
}
