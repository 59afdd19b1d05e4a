// One try of a GET under all its clocks: until the head, between chunks, for
// so many bytes a minute, and in all.
import type { IncomingMessage } from 'node:http'
import { FetchError } from '../errors.js'
import type { FetchBytesOptions, FetchFileOptions } from '../ports.js'
import { reasonOf } from './cancellation.js'
import type { Clock } from './clock.js'
import type { Connections } from './connections.js'
import { openExchange } from './exchange.js'
import type { TakeChunk } from '../files/write-file.js'
import { readBody } from './read-body.js'
import { formatUrl } from './url-policy.js'

/** A body that brings less than this in this time is given up. */
const SLOWEST_BYTES = 60 * 1024
const SLOWEST_WINDOW_MS = 60_000

export interface ReceiveOptions extends Omit<FetchBytesOptions, 'isExpected' | 'patienceMs'> {
  readonly clock: Clock
  readonly connectTimeoutMs: number
  readonly idleTimeoutMs: number
  readonly totalTimeoutMs: number
  /** Aborted by the caller, or by the end of the run. */
  readonly signal: AbortSignal
  readonly onChunk: TakeChunk
  readonly onProgress?: FetchFileOptions['onProgress']
  readonly isHead?: boolean
  readonly etag?: string | undefined
  /** Told the head of every answer, those of redirects included. */
  readonly onAnswer?: (url: URL, status: number) => void
  /** Told the head of the answer, before its body is read. */
  readonly onHead?: (message: IncomingMessage) => void
}

/**
 * @returns the number of bytes
 * @throws CodedError; one of `onChunk` included
 */
export async function receive(connections: Connections, url: URL, options: ReceiveOptions): Promise<number> {
  const { connectTimeoutMs, idleTimeoutMs, totalTimeoutMs, maxBytes, onChunk, onProgress } = options
  if (options.signal.aborted) throw reasonOf(options.signal, url)
  const clocks = new Clocks(url, options.clock)
  const { signal } = clocks
  const onAbort = (): void => {
    clocks.abort(reasonOf(options.signal, url))
  }
  options.signal.addEventListener('abort', onAbort, { once: true })
  try {
    // Who has had all this time is not given it again.
    clocks.start('in all', totalTimeoutMs, { retryable: false })
    const connect = clocks.start('until its head', connectTimeoutMs)
    const message = await openExchange(connections, url, { ...options, signal })
    connect.stop()
    options.onHead?.(message)
    options.onHeaders?.(message.headers)
    // Neither has a body, whatever its Content-Length says.
    if (options.isHead === true || message.statusCode === 304) {
      message.resume()
      return 0
    }
    const idle = clocks.start('between chunks', idleTimeoutMs)
    const pace = clocks.startPace()
    return await readBody(message, {
      url,
      maxBytes,
      signal,
      onProgress,
      onChunk: (chunk) => {
        idle.restart()
        pace.count(chunk.length)
        return onChunk(chunk)
      },
    })
  } finally {
    clocks.stop()
    options.signal.removeEventListener('abort', onAbort)
  }
}

/** The clocks of one try; whichever strikes first ends it. */
class Clocks {
  readonly #url: URL
  readonly #clock: Clock
  readonly #controller = new AbortController()
  readonly #running = new Set<() => void>()

  constructor(url: URL, clock: Clock) {
    this.#url = url
    this.#clock = clock
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  abort(reason: Error): void {
    this.#controller.abort(reason)
  }

  /** A restart only notes the time: there are many chunks, and setting a timer costs more. */
  start(
    what: string,
    milliseconds: number,
    { retryable = true } = {},
  ): { readonly stop: () => void; readonly restart: () => void } {
    let startedAt = this.#clock.now()
    const check = (): void => {
      const leftMs = startedAt + milliseconds - this.#clock.now()
      if (leftMs > 0) return again(leftMs)
      const message = `${formatUrl(this.#url)} did not answer in time (${what}: ${milliseconds} ms)`
      this.abort(new FetchError('FETCH_TIMEOUT', message, { url: formatUrl(this.#url), retryable }))
    }
    const again = this.#keep(check)
    again(milliseconds)
    return {
      stop: () => again(undefined),
      restart: () => {
        startedAt = this.#clock.now()
      },
    }
  }

  /** Ends a body that comes too slowly; it would not come faster from the start. */
  startPace(): { readonly count: (bytes: number) => void } {
    let bytes = 0
    const check = (): void => {
      if (bytes >= SLOWEST_BYTES) {
        bytes = 0
        return again(SLOWEST_WINDOW_MS)
      }
      const message = `the body of ${formatUrl(this.#url)} comes too slowly`
      const expected = `at least ${SLOWEST_BYTES} bytes in ${SLOWEST_WINDOW_MS / 1000} s`
      const context = { url: formatUrl(this.#url), expected, actual: `${bytes} bytes` }
      this.abort(new FetchError('FETCH_TIMEOUT', message, context))
    }
    const again = this.#keep(check)
    again(SLOWEST_WINDOW_MS)
    return {
      count: (more) => {
        bytes += more
      },
    }
  }

  stop(): void {
    for (const callOff of this.#running) callOff()
  }

  /** @returns what sets one timer anew, or, without a time, calls it off */
  #keep(callback: () => void): (milliseconds: number | undefined) => void {
    let callOff: (() => void) | undefined
    const end = (): void => callOff?.()
    this.#running.add(end)
    return (milliseconds) => {
      callOff?.()
      callOff = milliseconds === undefined ? undefined : this.#clock.after(milliseconds, callback)
    }
  }
}
