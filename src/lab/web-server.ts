// A loopback web server that records what it was asked, and misbehaves on request.
import { createHash } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { type Content, readAll, toContent } from './content.js'

/** No answer is larger, whatever a test asks for. */
const MAX_TAGGED_BYTES = 1024 * 1024
const ENDLESS_LIMIT_BYTES = 64 * 1024 * 1024

export interface RecordedRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
}

/** Answers a request; `genuine` is what the server would have said. */
export type Behaviour = (exchange: {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly genuine: Answer
}) => void

/** A status and a body. */
export interface Answer {
  readonly status: number
  readonly content: Content
  readonly headers?: Readonly<Record<string, string>>
}

type Site = (request: IncomingMessage) => Promise<Answer> | Answer

export class WebServer {
  readonly requests: RecordedRequest[] = []
  readonly #server: Server
  readonly #answer: Site
  readonly #overrides: { path: string; behaviour: Behaviour; left: number }[] = []

  private constructor(answer: Site) {
    this.#answer = answer
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  static async start(answer: Site): Promise<WebServer> {
    const server = new WebServer(answer)
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    // A server that nobody talks to keeps no process alive.
    server.#server.unref()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** @param path the end of the path it is for; @param times how often, then the genuine answer is back */
  override(path: string, behaviour: Behaviour, { times = Infinity } = {}): void {
    this.#overrides.unshift({ path, behaviour, left: times })
  }

  reset(): void {
    this.#overrides.length = 0
    this.requests.length = 0
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    this.requests.push({ method, url, headers })
    response.on('error', () => undefined)
    const genuine = tagged(await this.#answer(request), headers['if-none-match'])
    const override = this.#overrides.find(({ path, left }) => left > 0 && url.endsWith(path))
    if (override === undefined) {
      send(response, genuine)
      return
    }
    override.left--
    override.behaviour({ request, response, genuine })
  }
}

/** With the tag of its content, as a CDN gives; and without its body, for who names the tag. */
function tagged(answer: Answer, known: string | undefined): Answer {
  if (answer.status !== 200 || answer.content.size > MAX_TAGGED_BYTES) return answer
  const etag = `"${createHash('sha256').update(readAll(answer.content)).digest('hex').slice(0, 32)}"`
  if (known === etag) return { status: 304, content: toContent(Buffer.alloc(0)), headers: { etag } }
  return { ...answer, headers: { ...answer.headers, etag } }
}

export function send(response: ServerResponse, { status, content, headers }: Answer): void {
  response.writeHead(status, { 'content-length': content.size, ...headers })
  if (response.req.method === 'HEAD') {
    response.end()
    return
  }
  Readable.from(content.chunks()).pipe(response)
}

export const text = (status: number, body: string, headers?: Record<string, string>): Answer => ({
  status,
  content: toContent(Buffer.from(body)),
  ...(headers && { headers }),
})

/** What a server can do wrong, by name. */
export const behaviours = {
  answer:
    (answer: Answer): Behaviour =>
    ({ response }) => {
      send(response, answer)
    },
  status: (status: number, body = '', headers: Record<string, string> = {}): Behaviour =>
    behaviours.answer(text(status, body, headers)),
  body: (body: Buffer | string): Behaviour =>
    behaviours.answer({ status: 200, content: toContent(Buffer.from(body)) }),
  html: (): Behaviour =>
    behaviours.answer(
      text(200, '<!DOCTYPE html>\n<html><body>Sorry</body></html>', { 'content-type': 'text/html' }),
    ),
  redirect: (location: string, status = 302): Behaviour => behaviours.status(status, '', { location }),
  rewrite:
    (change: (genuine: Buffer) => Buffer | string): Behaviour =>
    ({ response, genuine }) => {
      send(response, { ...genuine, content: toContent(Buffer.from(change(readAll(genuine.content)))) })
    },
  /** Promises the whole, sends a part, and hangs up. */
  truncate:
    (bytes: number): Behaviour =>
    ({ response, genuine }) => {
      response.writeHead(200, { 'content-length': genuine.content.size })
      response.write(readAll(genuine.content).subarray(0, bytes), () => response.destroy())
    },
  /** The same without a promise: chunked, with no last chunk. */
  truncateChunked:
    (bytes: number): Behaviour =>
    ({ response, genuine }) => {
      response.writeHead(200)
      response.write(readAll(genuine.content).subarray(0, bytes), () => response.destroy())
    },
  /** Sends more than it promised, behind the back of node:http. */
  overlong:
    (surplus: string): Behaviour =>
    ({ response, genuine }) => {
      const body = readAll(genuine.content)
      const head = `HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n`
      response.socket?.end(Buffer.concat([Buffer.from(head), body, Buffer.from(surplus)]))
    },
  endless:
    (): Behaviour =>
    ({ response }) => {
      response.writeHead(200)
      const block = Buffer.alloc(64 * 1024, 'A')
      function* blocks(): Generator<Buffer> {
        for (let sent = 0; sent < ENDLESS_LIMIT_BYTES; sent += block.length) yield block
      }
      Readable.from(blocks()).pipe(response)
    },
  stall: (): Behaviour => () => undefined,
  stallBody:
    (bytes: number): Behaviour =>
    ({ response, genuine }) => {
      response.writeHead(200, { 'content-length': genuine.content.size })
      response.write(readAll(genuine.content).subarray(0, bytes))
    },
  reset:
    (): Behaviour =>
    ({ response }) => {
      response.socket?.resetAndDestroy()
    },
  /** A status line written by hand: reason phrases may say anything. */
  raw:
    (head: string): Behaviour =>
    ({ response }) => {
      response.socket?.end(head)
    },
} satisfies Record<string, (...args: never[]) => Behaviour>
