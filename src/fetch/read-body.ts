// A body, chunk by chunk, under a cap: exactly as long as its Content-Length
// says, or to the end of its last chunk.
import type { IncomingMessage } from 'node:http'
import { CodedError, FetchError } from '../errors.js'
import type { TakeChunk } from '../files/write-file.js'
import type { Progress } from '../ports.js'
import { reasonOf } from './cancellation.js'
import { lateErrorOf } from './exchange.js'
import { describeCause } from './network-error.js'
import { formatUrl } from './url-policy.js'

export interface ReadBodyOptions {
  readonly url: URL
  readonly maxBytes: number
  readonly signal: AbortSignal
  readonly onChunk: TakeChunk
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * @returns the number of bytes
 * @throws FetchError FETCH_TOO_LARGE, FETCH_TRUNCATED, or the reason that the signal aborts with
 */
export async function readBody(message: IncomingMessage, options: ReadBodyOptions): Promise<number> {
  const { url, maxBytes, signal, onChunk, onProgress } = options
  const header = message.headers['content-length']
  const totalBytes = header === undefined ? undefined : Number(header)
  let receivedBytes = 0
  try {
    if (totalBytes !== undefined && totalBytes > maxBytes) throw tooLarge(url, maxBytes, totalBytes)
    for await (const chunk of message as AsyncIterable<Buffer>) {
      receivedBytes += chunk.length
      if (receivedBytes > maxBytes) throw tooLarge(url, maxBytes, receivedBytes)
      const pending = onChunk(chunk)
      if (pending !== undefined) await pending
      onProgress?.({ receivedBytes, totalBytes })
    }
  } catch (cause) {
    if (signal.aborted) throw reasonOf(signal, url)
    if (cause instanceof CodedError) throw cause
    throw truncated(url, { totalBytes, receivedBytes }, cause)
  } finally {
    message.destroy()
  }
  // Node ends a body where its length says; what comes after is an error of the connection.
  const surplus = lateErrorOf(message)
  if (surplus !== undefined || (totalBytes !== undefined && receivedBytes !== totalBytes)) {
    throw truncated(url, { totalBytes, receivedBytes }, surplus)
  }
  return receivedBytes
}

function tooLarge(url: URL, maxBytes: number, actual: number): FetchError {
  return new FetchError('FETCH_TOO_LARGE', `${formatUrl(url)} is larger than such a file may be`, {
    url: formatUrl(url),
    expected: `at most ${maxBytes} bytes`,
    actual: `${actual} bytes or more`,
  })
}

function truncated(url: URL, { totalBytes, receivedBytes }: Progress, cause: unknown): FetchError {
  return new FetchError('FETCH_TRUNCATED', `the body of ${formatUrl(url)} does not end where it should`, {
    url: formatUrl(url),
    expected: totalBytes === undefined ? 'a last chunk' : `${totalBytes} bytes`,
    actual: `${receivedBytes} bytes${cause === undefined ? '' : `, then: ${describeCause(cause)}`}`,
    cause,
    retryable: true,
  })
}
