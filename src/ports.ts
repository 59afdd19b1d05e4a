// What the pipeline needs from the world: interfaces only. The edge rooms
// implement them; tests that run the pipeline in memory do too.
import type { Digest } from './digest.js'

/** Bytes so far of a transfer, and of how many, where the server said so. */
export interface Progress {
  readonly receivedBytes: number
  readonly totalBytes: number | undefined
}

/** A file that was streamed to disk and hashed on the way. */
export interface MeasuredFile {
  readonly path: string
  readonly size: number
  readonly sha256: Digest
}

export interface FetchBytesOptions {
  /** The answer's cap in bytes; one byte more is FETCH_TOO_LARGE. */
  readonly maxBytes: number
  readonly accept?: string
  readonly signal?: AbortSignal | undefined
}

export interface FetchFileOptions extends FetchBytesOptions {
  /** Where the bytes go. Created with mode 0600; removed when the fetch fails. */
  readonly path: string
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * GET over HTTP(S) with time-outs, retries of transport failures, size caps and bounded redirects.
 * Rejects with a FetchError and with nothing else; an HTTP status other than 200 has `status` set.
 */
export interface Http {
  fetchBytes(url: URL, options: FetchBytesOptions): Promise<Buffer>
  fetchFile(url: URL, options: FetchFileOptions): Promise<MeasuredFile>
}
