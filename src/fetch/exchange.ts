// One request and the head of its answer, redirects followed. Proxies,
// keep-alive and connection pools are @actions/http-client's; time-outs are
// ours, because the library's do not cover a connection that never opens.
import * as http from 'node:http'
import * as https from 'node:https'
import { HttpClient } from '@actions/http-client'
import pLimit, { type LimitFunction } from 'p-limit'
import { FetchError } from '../errors.js'
import { reasonOf, untilAborted } from './cancellation.js'
import { RetryAfterError, parseRetryAfter } from './retry.js'
import { assertAllowed, formatUrl, resolveRedirect } from './url-policy.js'

const MAX_REDIRECTS = 5
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
const RETRYABLE: readonly number[] = [408, 429]
const USER_AGENT = 'verify-k8s-artifacts'
/** Far above what the turns let through: in the agent's own queue the connect time-out would run. */
const MAX_AGENT_SOCKETS = 256
/** A body nobody wants is read to its end, for the socket's sake, up to this size and time. */
const MAX_DISCARDED_BYTES = 64 * 1024
const MAX_DISCARD_MS = 5000
/** How much foreign text an error repeats, in characters. */
const EXCERPT_LENGTH = 200

export interface ExchangeOptions {
  readonly accept: string | undefined
  /** The body of a POST. */
  readonly json?: string | undefined
  /** Ask for the head alone. */
  readonly isHead?: boolean
  /** Ask for the body unless this tag names it; then the answer's status is 304. */
  readonly etag?: string | undefined
  /** For the origin of the first URL alone. */
  readonly authorization?: string | undefined
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

/** A secret for one origin. */
export interface MirrorAuthorization {
  readonly origin: string
  /** The header's value. */
  readonly value: string
}

/** One HttpClient per origin: the library keeps a single agent, whatever the protocol. */
export class Connections {
  readonly #clients = new Map<string, HttpClient>()
  readonly #turns = new Map<string, LimitFunction>()
  readonly #closing = new AbortController()
  readonly #maxSockets: number
  readonly #authorization: MirrorAuthorization | undefined

  constructor(maxSocketsPerOrigin: number, authorization?: MirrorAuthorization) {
    this.#maxSockets = maxSocketsPerOrigin
    this.#authorization = authorization
  }

  /** Headers for this origin alone: a redirect to another gets none. */
  headersFor({ origin }: URL): http.OutgoingHttpHeaders {
    const { origin: own, value } = this.#authorization ?? {}
    return origin === own ? { authorization: value } : {}
  }

  /** Aborted by `close`. */
  get signal(): AbortSignal {
    return this.#closing.signal
  }

  /** Runs a try when its origin has a socket to spare; its clocks start then. */
  inTurn<T>(url: URL, signal: AbortSignal, run: () => Promise<T>): Promise<T> {
    const turns = this.#turns.get(url.origin) ?? pLimit(this.#maxSockets)
    this.#turns.set(url.origin, turns)
    let isWaiting = true
    const work = turns(() => {
      isWaiting = false
      return run()
    })
    return untilAborted(work, { signal, url, isWaiting: () => isWaiting })
  }

  agentFor(url: URL): http.Agent {
    const agent: http.Agent & { proxyOptions?: http.RequestOptions } = this.#clientFor(url).getAgent(url.href)
    // A tunnel's own CONNECT request ends with no request of ours, nor with dispose().
    if (agent.proxyOptions) agent.proxyOptions.signal = this.signal
    return agent
  }

  send(
    url: URL,
    info: Parameters<HttpClient['requestRaw']>[0],
    body: string | null,
  ): ReturnType<HttpClient['requestRaw']> {
    return this.#clientFor(url).requestRaw(info, body)
  }

  #clientFor(url: URL): HttpClient {
    const existing = this.#clients.get(url.origin)
    if (existing !== undefined) return existing
    const client = new HttpClient(USER_AGENT, undefined, { keepAlive: true, maxSockets: MAX_AGENT_SOCKETS })
    this.#clients.set(url.origin, client)
    return client
  }

  close(): void {
    this.#closing.abort()
    for (const client of this.#clients.values()) client.dispose()
    this.#clients.clear()
  }
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
  let url = start
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const isAtStart = url.origin === start.origin
    const message = await request(
      connections,
      url,
      isAtStart ? options : { ...options, authorization: undefined },
    )
    const { statusCode: status = 0, headers } = message
    if (status === 200) {
      const encoding = headers['content-encoding'] ?? 'identity'
      if (encoding === 'identity') return message
      message.destroy()
      throw new FetchError('FETCH_ENCODING_UNSUPPORTED', `${formatUrl(url)} answered with another encoding`, {
        expected: 'identity',
        actual: encoding.slice(0, EXCERPT_LENGTH),
        url: formatUrl(url),
      })
    }
    if (status === 304 && options.etag !== undefined) return message
    discard(message)
    if (!REDIRECTS.includes(status) || headers.location === undefined)
      throw toStatusError(url, status, headers)
    url = resolveRedirect(url, headers.location)
  }
  throw new FetchError(
    'FETCH_HTTP_STATUS',
    `${formatUrl(start)} redirects more than ${MAX_REDIRECTS} times`,
    {
      url: formatUrl(start),
    },
  )
}

async function request(
  connections: Connections,
  url: URL,
  options: ExchangeOptions,
): Promise<http.IncomingMessage> {
  const { accept = '*/*', authorization, json, isHead, etag, signal } = options
  const agent = agentOf(connections, url)
  const info = {
    parsedUrl: url,
    httpModule: { request: watch(url.protocol === 'https:' ? https.request : http.request) } as typeof http,
    options: {
      method: json !== undefined ? 'POST' : isHead === true ? 'HEAD' : 'GET',
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      headers: {
        accept,
        'accept-encoding': 'identity',
        'user-agent': USER_AGENT,
        host: url.host,
        ...connections.headersFor(url),
        ...(authorization !== undefined && { authorization }),
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(json !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(json),
        }),
      },
      agent,
      signal,
    },
  }
  try {
    // A request without a socket (its proxy hangs) does not tell when it is destroyed: hence the race.
    const { message } = await untilAborted(connections.send(url, info, json ?? null), { signal, url })
    return message
  } catch (cause) {
    if (signal.aborted) throw reasonOf(signal, url)
    throw new FetchError('FETCH_NETWORK', `${formatUrl(url)} cannot be reached: ${describeCause(cause)}`, {
      cause,
      url: formatUrl(url),
      retryable: true,
    })
  }
}

function agentOf(connections: Connections, url: URL): http.Agent {
  try {
    return connections.agentFor(url)
  } catch (cause) {
    // Not repeated in the message: a proxy's URL may hold a password.
    throw new FetchError('FETCH_NETWORK', `the proxy variable for ${formatUrl(url)} is not a URL`, {
      cause,
      url: formatUrl(url),
      hint: 'Correct HTTPS_PROXY or HTTP_PROXY.',
    })
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

/** On one line. An error for several addresses has a code and no message. */
export function describeCause(cause: unknown): string {
  const { code, message } = cause as { code?: unknown; message?: unknown }
  const text = [code, message].filter((part) => typeof part === 'string' && part !== '').join(': ')
  return text.replace(/\s+/g, ' ').slice(0, EXCERPT_LENGTH)
}

/** The same request, with its late errors noted from the start: they may come in one packet with the answer. */
function watch(request: typeof http.request) {
  return (
    options: http.RequestOptions,
    onAnswer: (message: http.IncomingMessage) => void,
  ): http.ClientRequest => {
    const sent = request(options, onAnswer)
    sent.on('error', (error) => lateErrors.set(sent, error))
    return sent
  }
}

function toStatusError(url: URL, status: number, headers: http.IncomingHttpHeaders): FetchError {
  const retryAfter = parseRetryAfter(headers['retry-after'], Date.now())
  const wait = retryAfter === undefined ? '' : `; it asks to wait ${Math.ceil(retryAfter / 1000)} s`
  return new RetryAfterError(
    retryAfter,
    'FETCH_HTTP_STATUS',
    `${formatUrl(url)} answered with status ${status}${wait}`,
    {
      status,
      challenge: headers['www-authenticate'],
      url: formatUrl(url),
      expected: '200',
      actual: String(status),
      retryable: status >= 500 || RETRYABLE.includes(status),
    },
  )
}
