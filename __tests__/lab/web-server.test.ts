// The servers' bad manners, before a client that knows nothing of HTTP but
// bytes on a socket: each behaviour must do to the wire what its name says.
import { createHash } from 'node:crypto'
import { type Socket, connect } from 'node:net'
import { artifactContent, readAll } from '../../src/lab/content.js'
import { latency, pace } from '../../src/lab/pacing.js'
import { type Behaviour, WebServer, behaviours } from '../../src/lab/web-server.js'

const PATH = '/release/file'
const CONTENT = artifactContent('v1.35.2', 'file', 5000)
const GENUINE = readAll(CONTENT)

let server: WebServer

beforeEach(async () => {
  server = await WebServer.start(() => ({ status: 200, content: CONTENT }))
})
afterEach(() => server.close())

interface Exchange {
  readonly head: string
  readonly body: Buffer
  /** How the server ended it. */
  readonly end: 'closed' | 'reset'
}

function send(path = PATH, keepAlive = false): Socket {
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(
    `GET ${path} HTTP/1.1\r\nhost: lab\r\nconnection: ${keepAlive ? 'keep-alive' : 'close'}\r\n\r\n`,
  )
  return socket
}

/** Everything that comes over the wire until the server hangs up. */
function exchange(path = PATH): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const socket = send(path)
    const chunks: Buffer[] = []
    const finish = (end: Exchange['end']): void => {
      const received = Buffer.concat(chunks)
      const at = received.indexOf('\r\n\r\n')
      const split = at === -1 ? received.length : at + 4
      resolve({ head: received.subarray(0, split).toString('latin1'), body: received.subarray(split), end })
    }
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => finish('closed'))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') finish('reset')
      else reject(error)
    })
  })
}

/** What has arrived once `bytes` have; the server may go on or not. */
function firstBytes(socket: Socket, bytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      const received = Buffer.concat(chunks)
      if (received.length >= bytes) resolve(received)
    })
    socket.on('error', reject)
  })
}

const misbehave = (behaviour: Behaviour, options?: { times: number }): void =>
  server.override(PATH, behaviour, options)

test('left alone, it answers with the content and its length', async () => {
  const { head, body } = await exchange()
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(head).toContain('content-length: 5000\r\n')
  expect(body.equals(GENUINE)).toBe(true)
  expect(server.requests).toMatchObject([{ method: 'GET', url: PATH, headers: { host: 'lab' } }])
})

test('an override holds for its path, as often as it says, and the last one counts', async () => {
  misbehave(behaviours.status(500))
  misbehave(behaviours.status(503, 'busy', { 'retry-after': '0' }), { times: 2 })
  const heads = []
  for (const path of [PATH, `${PATH}.sig`, PATH, PATH]) heads.push((await exchange(path)).head)
  expect(heads.map((head) => head.slice(9, 12))).toEqual(['503', '200', '503', '500'])
  expect(heads[0]).toContain('retry-after: 0\r\n')
  server.reset()
  expect(server.requests).toEqual([])
  expect((await exchange()).body.equals(GENUINE)).toBe(true)
})

test.each([
  ['truncate', behaviours.truncate(1000), 'content-length: 5000\r\n'],
  ['truncateChunked', behaviours.truncateChunked(1000), 'transfer-encoding: chunked\r\n'],
] as const)('%s promises more than it sends', async (name, behaviour, header) => {
  misbehave(behaviour)
  const { head, body } = await exchange()
  expect(head.toLowerCase()).toContain(header)
  expect(body.includes(GENUINE.subarray(0, 1000))).toBe(true)
  expect(body.length).toBeLessThan(1100)
  // A chunked body that is whole would end in an empty chunk.
  expect({ name, isWhole: body.toString('latin1').endsWith('0\r\n\r\n') }).toEqual({ name, isWhole: false })
})

test('overlong sends more than it promises', async () => {
  misbehave(behaviours.overlong('more'))
  const { head, body } = await exchange()
  expect(head).toContain('content-length: 5000\r\n')
  expect(body.equals(Buffer.concat([GENUINE, Buffer.from('more')]))).toBe(true)
})

test('reset breaks the connection without an answer', async () => {
  misbehave(behaviours.reset())
  expect(await exchange()).toMatchObject({ head: '', end: 'reset' })
})

test('raw says anything in the status line', async () => {
  misbehave(behaviours.raw('HTTP/1.1 403 ::add-path::/tmp/evil\r\ncontent-length: 0\r\n\r\n'))
  expect((await exchange()).head).toMatch(/^HTTP\/1\.1 403 ::add-path::\/tmp\/evil\r\n/)
})

test('html, redirect, body and rewrite', async () => {
  const outcomes = []
  for (const behaviour of [
    behaviours.html(),
    behaviours.redirect('http://evil.example/', 307),
    behaviours.body('another'),
    behaviours.rewrite((genuine) => genuine.subarray(0, 9)),
  ]) {
    misbehave(behaviour)
    const { head, body } = await exchange()
    outcomes.push([head.slice(9, 12), /location: .*/.exec(head)?.[0], body.toString().slice(0, 15)])
  }
  expect(outcomes).toEqual([
    ['200', undefined, '<!DOCTYPE html>'],
    ['307', 'location: http://evil.example/', ''],
    ['200', undefined, 'another'],
    ['200', undefined, '#!/bin/sh'],
  ])
})

test('endless ends by itself, far past what any reader should take', async () => {
  misbehave(behaviours.endless())
  const { head, body } = await exchange()
  expect(head.toLowerCase()).not.toContain('content-length')
  expect(body.length).toBeGreaterThan(32 * 1024 * 1024)
  expect(body.length).toBeLessThan(96 * 1024 * 1024)
})

test('a client that hangs up on an endless body leaves the server well', async () => {
  misbehave(behaviours.endless(), { times: 1 })
  const socket = send()
  await firstBytes(socket, 100_000)
  await new Promise((resolve) => socket.once('close', resolve).destroy())
  expect((await exchange()).body.equals(GENUINE)).toBe(true)
})

test('it closes at once, whoever still waits for an answer', async () => {
  misbehave(behaviours.stallBody(1000))
  const halfway = send(PATH, true)
  const received = await firstBytes(halfway, 1000)
  expect(received.includes(GENUINE.subarray(0, 500))).toBe(true)
  // Until the second request is with the server, closing proves nothing about it.
  const asked = new Promise<void>((resolve) => {
    server.override('/stalled', (arrived) => {
      behaviours.stall()(arrived)
      resolve()
    })
  })
  const waiting = send('/stalled', true)
  const gone = [halfway, waiting].map(
    (socket) => new Promise((resolve) => socket.on('error', () => undefined).once('close', resolve)),
  )
  await asked
  await server.close()
  await Promise.all(gone)
  server = await WebServer.start(() => ({ status: 200, content: CONTENT }))
})

describe('pacing', () => {
  test('a paced body is the genuine one, no faster than asked', async () => {
    misbehave(pace(20_000))
    const start = performance.now()
    const { head, body } = await exchange()
    expect(head).toContain('content-length: 5000\r\n')
    expect(body.equals(GENUINE)).toBe(true)
    // 5000 bytes at 20 000 a second; timers may be late, hardly early.
    expect(performance.now() - start).toBeGreaterThan(200)
  })

  test('latency delays the genuine answer, or another', async () => {
    misbehave(latency(50, behaviours.status(503)), { times: 1 })
    server.override('/slow', latency(50))
    for (const [path, status] of [
      ['/slow', '200'],
      [PATH, '503'],
    ] as const) {
      const start = performance.now()
      expect((await exchange(path)).head.slice(9, 12)).toBe(status)
      expect(performance.now() - start).toBeGreaterThan(45)
    }
  })
})

test('content comes out the same each time, differs by path, and is a script of its size', () => {
  const sha256 = (path: string, size: number): string =>
    createHash('sha256')
      .update(readAll(artifactContent('v1.35.2', path, size)))
      .digest('hex')
  const size = 3 * 1024 * 1024 + 7
  expect(sha256('bin/a', size)).toBe(sha256('bin/a', size))
  expect(sha256('bin/a', size)).not.toBe(sha256('bin/b', size))
  const bytes = readAll(artifactContent('v1.35.2', 'bin/kubectl', size))
  expect(bytes).toHaveLength(size)
  expect(bytes.toString('latin1', 0, 50)).toMatch(/^#!\/bin\/sh\necho "kubectl v1\.35\.2 \(lab\)"\nexit 0\n/)
})
