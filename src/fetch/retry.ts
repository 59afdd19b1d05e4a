// Transport is tried again, for as long as the run's patience lasts; a verdict never is.
import { CodedError, FetchError } from '../errors.js'
import { reasonOf, untilAborted } from './cancellation.js'
import { isUnknownHost } from './network-error.js'
import { isNotFound } from './not-found.js'
import type { Patience, Setback, Waiter } from './patience.js'

const SERVER_ERROR = 500
/** A name that nobody knows is asked for this often: resolvers stumble, too. */
const MAX_TRIES_OF_UNKNOWN_HOST = 4
/** Who answers with something else does so for longer than it is worth waiting. */
const MAX_TRIES_OF_OTHER_FORM = 3

/** A failure that the server said when to try again after. */
export class RetryAfterError extends FetchError {
  readonly retryAfterMs: number | undefined
  constructor(retryAfterMs: number | undefined, ...args: ConstructorParameters<typeof FetchError>) {
    super(...args)
    this.retryAfterMs = retryAfterMs
  }
}

export interface RetryOptions {
  readonly url: URL
  readonly patience: Patience
  readonly signal: AbortSignal
  /** Whether the object must be there, so that a 404 is one that passes. */
  readonly isExpected?: (() => Promise<boolean> | boolean) | undefined
  /** Less patience than the run's. */
  readonly limitMs?: number | undefined
}

/** What a try is told, and tells. */
export interface Attempt {
  readonly isFirst: boolean
  /** How long the origin is still waited for. */
  readonly remainingMs: number
  /** To be told the head of every answer. */
  readonly onAnswer: (url: URL, status: number) => void
  /** To be told that the answer is there: from now on, nothing is waited for. */
  readonly onHead: () => void
}

/** Runs a try until it succeeds, fails for good, or the patience with its origin is used up. */
export async function withPatience<T>(
  attempt: (how: Attempt) => Promise<T>,
  { url, patience, signal, isExpected, limitMs }: RetryOptions,
): Promise<T> {
  let waiter: Waiter | undefined
  try {
    for (let tries = 1; ; tries++) {
      let isAnswered = false
      try {
        return await attempt({
          isFirst: tries === 1,
          remainingMs: patience.remainingMs(url.origin, limitMs),
          onAnswer: ({ origin }, status) => {
            if (status < SERVER_ERROR) patience.answered(origin)
          },
          onHead: () => {
            isAnswered = true
            waiter?.leave()
          },
        })
      } catch (thrown) {
        const setback = await toSetback(thrown, { url, tries, isAnswered, isExpected })
        if (setback === undefined || signal.aborted) throw withTries(thrown, tries)
        const next = patience.wait({ ...setback, limitMs }, tries)
        // In this order: between the two, nobody else takes the turn.
        waiter?.leave()
        waiter = next
        if (!(await untilAborted(next.turn, { signal, url }))) throw withTries(thrown, tries, setback)
      }
    }
  } catch (thrown) {
    if (signal.aborted && !(thrown instanceof CodedError)) throw reasonOf(signal, url)
    throw thrown
  } finally {
    waiter?.leave()
  }
}

/** @returns undefined when another try would be no use */
async function toSetback(
  thrown: unknown,
  {
    url,
    tries,
    isAnswered,
    isExpected,
  }: Pick<RetryOptions, 'url' | 'isExpected'> & { readonly tries: number; readonly isAnswered: boolean },
): Promise<Setback | undefined> {
  if (!(thrown instanceof FetchError)) return undefined
  // Told in every case: others may wait to know what became of this object.
  const isPassing = isNotFound(thrown) && (await isExpected?.()) === true
  if (!thrown.retryable && !isPassing) return undefined
  if (isUnknownHost(thrown) && tries >= MAX_TRIES_OF_UNKNOWN_HOST) return undefined
  if (thrown.code === 'FETCH_ANSWER_UNEXPECTED' && tries >= MAX_TRIES_OF_OTHER_FORM) return undefined
  const { origin } = new URL(thrown.url ?? url.href)
  const retryAfterMs = thrown instanceof RetryAfterError ? thrown.retryAfterMs : undefined
  return { origin, kind: isAnswered ? 'object' : kindOf(thrown), object: url.href, retryAfterMs }
}

function kindOf({ status }: FetchError): Setback['kind'] {
  if (status === undefined) return 'connection'
  return status >= SERVER_ERROR ? 'status' : 'object'
}

function withTries(thrown: unknown, tries: number, setback?: Setback): unknown {
  if (!(thrown instanceof FetchError)) return thrown
  if (setback?.retryAfterMs !== undefined) thrown.message += ', which is too long'
  if (tries > 1) thrown.message += ` (tried ${tries} times)`
  return thrown
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
