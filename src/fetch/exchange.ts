// One request and the head of its answer, redirects followed. Proxies,
// keep-alive and connection pools are @actions/http-client's; time-outs are
// ours, because the library's do not cover a connection that never opens.
import * as http from 'node:http'
import * as https from 'node:https'
import { HttpClient } from '@actions/http-client'
import { FetchError, messageOf } from '../errors.js'
import { RetryAfterError, parseRetryAfter } from './retry.js'
import { assertAllowed, formatUrl, resolveRedirect } from './url-policy.js'

const MAX_REDIRECTS = 5
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
const RETRYABLE: readonly number[] = [408, 429]
const USER_AGENT = 'verify-k8s-artifacts'

export interface ExchangeOptions {
  readonly accept: string | undefined
  /** Aborts with a FetchError as its reason. */
  readonly signal: AbortSignal
}

/** One HttpClient per origin: the library keeps a single agent, whatever the protocol. */
export class Connections {
  readonly #clients = new Map<string, HttpClient>()
  readonly #maxSockets: number

  constructor(maxSocketsPerOrigin: number) {
    this.#maxSockets = maxSocketsPerOrigin
  }

  clientFor(url: URL): HttpClient {
    const existing = this.#clients.get(url.origin)
    if (existing !== undefined) return existing
    const client = new HttpClient(USER_AGENT, undefined, { keepAlive: true, maxSockets: this.#maxSockets })
    this.#clients.set(url.origin, client)
    return client
  }

  close(): void {
    for (const client of this.#clients.values()) client.dispose()
    this.#clients.clear()
  }
}

/**
 * GET, down to a 200 whose body has not been read.
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
    const message = await request(connections, url, options)
    const { statusCode: status = 0, headers } = message
    if (status === 200) {
      const encoding = headers['content-encoding'] ?? 'identity'
      if (encoding === 'identity') return message
      message.destroy()
      throw new FetchError('FETCH_ENCODING_UNSUPPORTED', `${formatUrl(url)} answered with another encoding`, {
        expected: 'identity',
        actual: encoding,
        url: formatUrl(url),
      })
    }
    // Whatever else the body says is no concern of ours; the socket may serve the next request.
    message.resume()
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
  const { accept = '*/*', signal } = options
  const client = connections.clientFor(url)
  const info = {
    parsedUrl: url,
    httpModule: url.protocol === 'https:' ? https : http,
    options: {
      method: 'GET',
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      headers: { accept, 'accept-encoding': 'identity', 'user-agent': USER_AGENT, host: url.host },
      agent: client.getAgent(url.href) as http.Agent,
      signal,
    },
  }
  try {
    const { message } = await client.requestRaw(info, null as unknown as string)
    return message
  } catch (cause) {
    if (signal.aborted) throw signal.reason
    throw new FetchError('FETCH_NETWORK', `${formatUrl(url)} cannot be reached: ${messageOf(cause)}`, {
      cause,
      url: formatUrl(url),
      retryable: true,
    })
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
      url: formatUrl(url),
      expected: '200',
      actual: String(status),
      retryable: status >= 500 || RETRYABLE.includes(status),
    },
  )
}
