// One request and the head of its answer, redirects followed. The time-outs
// are ours, because the library's do not cover a connection that never opens.
import * as http from 'node:http'
import * as https from 'node:https'
import { FetchError } from '../errors.js'
import { reasonOf, untilAborted } from './cancellation.js'
import { type Connections, USER_AGENT } from './connections.js'
import { EXCERPT_LENGTH, toNetworkError } from './network-error.js'
import { chooseProxy } from './proxy.js'
import { RetryAfterError, parseRetryAfter } from './retry.js'
import {
  type Given,
  assertAllowed,
  assertLiteral,
  bareHost,
  createGatedLookup,
  formatUrl,
  resolveGiven,
} from './url-policy.js'

const MAX_REDIRECTS = 5
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
/** Beside the server errors; and of those, what says that it is not a matter of time. */
const RETRYABLE: readonly number[] = [408, 429]
const NOT_IMPLEMENTED: readonly number[] = [501, 505]
/** A body nobody wants is read to its end, for the socket's sake, up to this size and time. */
const MAX_DISCARDED_BYTES = 64 * 1024
const MAX_DISCARD_MS = 5000
/** Sockets that a server closed while they lay idle: more than an origin may have are none. */
const MAX_STALE_SOCKETS = 32
const STALE: readonly unknown[] = ['ECONNRESET', 'EPIPE']

export interface ExchangeOptions {
  readonly accept?: string | undefined
  /** The body of a POST. */
  readonly json?: string | undefined
  /** The body of a POST that holds a secret: it is sent to the first URL alone, and no redirect is followed. */
  readonly form?: string | undefined
  /** Ask for the head alone. */
  readonly isHead?: boolean
  /** Ask for the body unless this tag names it; then the answer's status is 304. */
  readonly etag?: string | undefined
  /** For the first URL, and for where it redirects to on the same origin. */
  readonly authorization?: string | undefined
  /** The URL whose server gave this one; undefined for one of the user's own. */
  readonly givenBy?: URL | undefined
  /** Told every head, those of redirects included. */
  readonly onAnswer?: ((url: URL, status: number) => void) | undefined
  /** Aborts with a FetchError as its reason. */
  readonly signal: AbortSignal
}

/**
 * Errors of a connection after its answer began, which the library swallows:
 * bytes beyond the announced end of a body are one.
 */
const lateErrors = new WeakMap<http.ClientRequest, Error>()

/** What went wrong on the connection since the head of the answer. */
export function lateErrorOf(message: http.IncomingMessage): Error | undefined {
  return lateErrors.get((message as http.IncomingMessage & { req: http.ClientRequest }).req)
}

/**
 * GET, down to a 200 whose body has not been read; or to a 304, where a tag was sent.
 * @throws FetchError
 */
export async function openExchange(
  connections: Connections,
  start: URL,
  options: ExchangeOptions,
): Promise<http.IncomingMessage> {
  assertAllowed(start)
  if (options.givenBy === undefined) connections.addOwn(start)
  let url = start
  let { authorization } = options
  let given = options.givenBy && connections.toGiven(options.givenBy, start)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const message = await request(connections, url, { ...options, authorization, given })
    const { statusCode: status = 0, headers } = message
    connections.noteAnswer(url, message)
    options.onAnswer?.(url, status)
    if (status === 200) return withOwnEncoding(url, message)
    if (status === 304 && options.etag !== undefined) return message
    discard(message)
    if (!REDIRECTS.includes(status) || headers.location === undefined || options.form !== undefined) {
      throw toStatusError(url, message, url.origin === start.origin)
    }
    const next = resolveGiven(url, headers.location)
    // The secret is for what we ask of this origin: who sends us back to it chooses what is asked.
    if (next.origin !== start.origin) authorization = undefined
    given = next.origin === url.origin ? given : connections.toGiven(url, next)
    url = next
  }
  const message = `${formatUrl(start)} redirects more than ${MAX_REDIRECTS} times`
  throw new FetchError('FETCH_HTTP_STATUS', message, { url: formatUrl(start) })
}

function withOwnEncoding(url: URL, message: http.IncomingMessage): http.IncomingMessage {
  const encoding = message.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return message
  message.destroy()
  throw new FetchError('FETCH_ENCODING_UNSUPPORTED', `${formatUrl(url)} answered with another encoding`, {
    expected: 'identity',
    actual: encoding.slice(0, EXCERPT_LENGTH),
    url: formatUrl(url),
  })
}

type RequestOptions = ExchangeOptions & { readonly given: Given | undefined }

async function request(
  connections: Connections,
  url: URL,
  options: RequestOptions,
): Promise<http.IncomingMessage> {
  assertLiteral(url, options.given)
  const { signal, json, form } = options
  const proxy = chooseProxy(url)
  const agent = connections.agentFor(url, proxy, options.given)
  for (let staleSockets = 0; ; staleSockets++) {
    let sent: http.ClientRequest | undefined
    const info = {
      parsedUrl: url,
      httpModule: {
        request: watch(url, (request) => {
          sent = request
        }),
      } as typeof http,
      options: {
        ...toRequestOptions(url, options),
        agent,
        // A proxy looks names up by itself; and its own name is not what is judged.
        ...(proxy === undefined && { lookup: createGatedLookup(url, options.given) }),
      },
    }
    try {
      // A request without a socket (its proxy hangs) does not tell when it is destroyed: hence the race.
      const { message } = await untilAborted(connections.send(info, json ?? form ?? null), { signal, url })
      return message
    } catch (cause) {
      if (signal.aborted) throw reasonOf(signal, url)
      const { code } = cause as { code?: unknown }
      // It was closed before we used it: no fault of the server's, and no try.
      if (sent?.reusedSocket === true && STALE.includes(code) && staleSockets < MAX_STALE_SOCKETS) continue
      throw toNetworkError(url, cause, proxy)
    }
  }
}

function toRequestOptions(
  url: URL,
  { accept = '*/*', authorization, json, form, isHead, etag, signal }: RequestOptions,
): http.RequestOptions {
  const body = json ?? form
  return {
    method: body !== undefined ? 'POST' : isHead === true ? 'HEAD' : 'GET',
    host: bareHost(url),
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    headers: {
      accept,
      'accept-encoding': 'identity',
      'user-agent': USER_AGENT,
      host: url.host,
      ...(authorization !== undefined && { authorization }),
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(body !== undefined && {
        'content-type': json === undefined ? 'application/x-www-form-urlencoded' : 'application/json',
        'content-length': Buffer.byteLength(body),
      }),
    },
    signal,
  }
}

/** What a body says beside a status is no concern of ours; its socket may serve the next request. */
function discard(message: http.IncomingMessage): void {
  let bytes = 0
  const timer = setTimeout(() => message.destroy(), MAX_DISCARD_MS).unref()
  message.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_DISCARDED_BYTES) message.destroy()
  })
  message.on('error', () => undefined)
  message.on('close', () => {
    clearTimeout(timer)
  })
}

/** The same request, with its late errors noted from the start: they may come in one packet with the answer. */
function watch({ protocol }: URL, onSent: (request: http.ClientRequest) => void) {
  const request = protocol === 'https:' ? https.request : http.request
  return (
    options: http.RequestOptions,
    onAnswer: (message: http.IncomingMessage) => void,
  ): http.ClientRequest => {
    const sent = request(options, onAnswer)
    onSent(sent)
    sent.on('error', (error) => lateErrors.set(sent, error))
    return sent
  }
}

/** @param isAsked whether the origin that answered is the one that was asked: only that may challenge us */
function toStatusError(
  url: URL,
  { statusCode: status = 0, headers }: http.IncomingMessage,
  isAsked: boolean,
): FetchError {
  const retryAfter = parseRetryAfter(headers['retry-after'], Date.now())
  const wait = retryAfter === undefined ? '' : `; it asks to wait ${Math.ceil(retryAfter / 1000)} s`
  const message = `${formatUrl(url)} answered with status ${status}${wait}`
  return new RetryAfterError(retryAfter, 'FETCH_HTTP_STATUS', message, {
    status,
    challenge: isAsked ? headers['www-authenticate'] : undefined,
    url: formatUrl(url),
    expected: '200',
    actual: String(status),
    retryable: (status >= 500 && !NOT_IMPLEMENTED.includes(status)) || RETRYABLE.includes(status),
  })
}
