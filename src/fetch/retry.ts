// Transport is tried again; a verdict never is.
import { setTimeout as delay } from 'node:timers/promises'
import pRetry from 'p-retry'
import { FetchError } from '../errors.js'

export interface RetryOptions {
  /** How often after the first try. */
  readonly retries: number
  readonly minDelayMs: number
  readonly maxDelayMs: number
  /** A server that asks for a longer wait than this is not waited for. */
  readonly maxRetryAfterMs: number
  readonly signal?: AbortSignal | undefined
}

/** A failure that the server said when to try again after. */
export class RetryAfterError extends FetchError {
  readonly retryAfterMs: number | undefined
  constructor(retryAfterMs: number | undefined, ...args: ConstructorParameters<typeof FetchError>) {
    super(...args)
    this.retryAfterMs = retryAfterMs
  }
}

/** Runs a try until it succeeds, fails for good, or has been run `retries + 1` times. */
export async function withRetries<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { retries, minDelayMs, maxDelayMs, maxRetryAfterMs, signal } = options
  let tries = 0
  try {
    return await pRetry(
      () => {
        tries++
        return attempt()
      },
      {
        retries,
        minTimeout: minDelayMs,
        maxTimeout: maxDelayMs,
        randomize: true,
        ...(signal && { signal }),
        shouldRetry: ({ error }) =>
          error instanceof FetchError && error.retryable && waitOf(error) <= maxRetryAfterMs,
        onFailedAttempt: async ({ error, retriesLeft, retryDelay }) => {
          const wait = waitOf(error)
          if (retriesLeft === 0 || wait <= retryDelay || wait > maxRetryAfterMs) return
          await delay(wait - retryDelay, undefined, signal && { signal })
        },
      },
    )
  } catch (thrown) {
    if (thrown instanceof FetchError) {
      if (waitOf(thrown) > maxRetryAfterMs) thrown.message += ', which is too long'
      if (tries > 1) thrown.message += ` (tried ${tries} times)`
    }
    throw thrown
  }
}

/**
 * Reads a Retry-After header (RFC 9110 §10.2.3): seconds, or a date.
 * @returns milliseconds from now; undefined when the header is absent or neither
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return isNaN(date) ? undefined : Math.max(0, date - nowMs)
}

function waitOf(error: Error): number {
  return error instanceof RetryAfterError ? (error.retryAfterMs ?? 0) : 0
}
