// One try of a GET under all its clocks: until the head, between chunks, and
// in all.
import type { IncomingMessage } from 'node:http'
import { FetchError } from '../errors.js'
import type { FetchBytesOptions, FetchFileOptions } from '../ports.js'
import { reasonOf } from './cancellation.js'
import { type Connections, openExchange } from './exchange.js'
import type { TakeChunk } from '../files/write-file.js'
import { readBody } from './read-body.js'
import { formatUrl } from './url-policy.js'

export interface ReceiveOptions extends FetchBytesOptions {
  readonly connectTimeoutMs: number
  readonly idleTimeoutMs: number
  readonly totalTimeoutMs: number
  /** Aborted by the caller, or by the end of the run. */
  readonly signal: AbortSignal
  readonly onChunk: TakeChunk
  readonly onProgress?: FetchFileOptions['onProgress']
  readonly isHead?: boolean
  readonly etag?: string | undefined
  /** Told the head of the answer, before its body is read. */
  readonly onHead?: (message: IncomingMessage) => void
}

/**
 * @returns the number of bytes
 * @throws CodedError; one of `onChunk` included
 */
export async function receive(connections: Connections, url: URL, options: ReceiveOptions): Promise<number> {
  const {
    connectTimeoutMs,
    idleTimeoutMs,
    totalTimeoutMs,
    accept,
    authorization,
    json,
    maxBytes,
    onChunk,
    onProgress,
    isHead = false,
    etag,
    onHead,
  } = options
  if (options.signal.aborted) throw reasonOf(options.signal, url)
  const controller = new AbortController()
  const { signal } = controller
  const startClock = (what: string, milliseconds: number): NodeJS.Timeout =>
    setTimeout(() => {
      const message = `${formatUrl(url)} did not answer in time (${what}: ${milliseconds} ms)`
      controller.abort(new FetchError('FETCH_TIMEOUT', message, { url: formatUrl(url), retryable: true }))
    }, milliseconds)
  const onAbort = (): void => {
    controller.abort(reasonOf(options.signal, url))
  }
  options.signal.addEventListener('abort', onAbort, { once: true })
  const total = startClock('in all', totalTimeoutMs)
  const connect = startClock('until its head', connectTimeoutMs)
  let idle: NodeJS.Timeout | undefined
  try {
    const message = await openExchange(connections, url, {
      accept,
      authorization,
      json,
      isHead,
      etag,
      signal,
    })
    clearTimeout(connect)
    onHead?.(message)
    // Neither has a body, whatever its Content-Length says.
    if (isHead || message.statusCode === 304) {
      message.resume()
      return 0
    }
    const running = startClock('between chunks', idleTimeoutMs)
    idle = running
    return await readBody(message, {
      url,
      maxBytes,
      signal,
      onProgress,
      onChunk: (chunk) => {
        running.refresh()
        return onChunk(chunk)
      },
    })
  } finally {
    for (const timer of [total, connect, idle]) clearTimeout(timer)
    options.signal.removeEventListener('abort', onAbort)
  }
}
