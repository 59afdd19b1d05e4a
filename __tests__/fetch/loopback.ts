// Servers on loopback that misbehave on purpose. Each is closed by `closeAll`,
// which waits until its peers have hung up: a leaked socket fails the test by
// its time-out.
import { type IncomingMessage, type ServerResponse, createServer as createHttpServer } from 'node:http'
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net'
import { CodedError } from '../../src/errors.js'
import { type HttpOptions, createHttp } from '../../src/fetch/http-client.js'
import { createJumpingClock } from '../support/clocks.js'

export interface Loopback {
  readonly url: URL
  readonly port: number
  /** Connections so far. */
  readonly connections: () => number
  /** In order; a raw server records nothing. */
  readonly requests: IncomingMessage[]
}

/** Waits that take no time: an attempt at 0, 1 and 2 seconds, and then the patience is used up. */
const quick = (): HttpOptions => ({
  connectTimeoutMs: 10_000,
  patienceMs: 2000,
  minRetryDelayMs: 1000,
  maxRetryDelayMs: 1000,
  random: () => 0,
  waitingClock: createJumpingClock(),
})
/** A first try and no other. */
export const ONCE: HttpOptions = { patienceMs: 0 }

const closers: (() => Promise<void> | void)[] = []

export function quickHttp(options: HttpOptions = {}): ReturnType<typeof createHttp> {
  const http = createHttp({ ...quick(), ...options })
  closers.push(() => {
    http.close()
  })
  return http
}

/** @param answer the n-th request, from 0, and how to answer it */
export function serve(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
  address?: '::1',
): Promise<Loopback> {
  const requests: IncomingMessage[] = []
  const server = createHttpServer((request, response) => {
    requests.push(request)
    response.on('error', () => undefined)
    answer(request, response, requests.length - 1)
  })
  return listen(server, requests, address)
}

/** A server whose bytes are written by hand. @param answer the socket with the head of a request on it */
export function serveRaw(answer: (socket: Socket, count: number, head: string) => void): Promise<Loopback> {
  let count = 0
  const server = createServer((socket) => {
    socket.once('data', (head) => {
      answer(socket, count++, head.toString('latin1'))
      socket.resume()
    })
  })
  return listen(server, [])
}

/** Answers every connection with the same bytes, and hangs up. */
export const serveText = (text: string): Promise<Loopback> => serveRaw((socket) => socket.end(text))

export async function listen(
  server: Server | ReturnType<typeof createHttpServer>,
  requests: IncomingMessage[],
  address: '127.0.0.1' | '::1' = '127.0.0.1',
): Promise<Loopback> {
  const open = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections++
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  closers.unshift(async () => {
    server.close()
    await Promise.all([...open].map((socket) => new Promise((resolve) => socket.once('close', resolve))))
  })
  const { port } = server.address() as AddressInfo
  const host = address === '::1' ? '[::1]' : address
  return { url: new URL(`http://${host}:${port}/file`), port, connections: () => connections, requests }
}

/** Clients first: what they leave open, the servers wait for. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

/** The coded error that a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<CodedError & { status?: number }> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(CodedError)
  return thrown as CodedError
}
