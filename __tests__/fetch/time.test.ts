// Clocks, cancellation, and the end of the run. The waits are the code's own,
// set short; nothing here sleeps.
import type { ServerResponse } from 'node:http'
import { createFastClock } from '../support/clocks.js'
import { SYSTEM_CLOCK } from '../../src/fetch/clock.js'
import { ONCE, closeAll, failureOf, quickHttp, serve, serveRaw } from './loopback.js'

afterEach(closeAll)

const once = ONCE
const maxBytes = 1000

test('a server that accepts and says nothing', async () => {
  const server = await serveRaw(() => undefined)
  const http = quickHttp({ connectTimeoutMs: 30, patienceMs: 1000 })
  const failure = await failureOf(http.fetchBytes(server.url, { maxBytes }))
  expect(failure).toMatchObject({ code: 'FETCH_TIMEOUT', retryable: true })
  expect(failure.message).toContain('until its head: 30 ms')
  // Not the connections: on a busy machine one may be given up before it is accepted.
  expect(failure.message).toContain('tried 2 times')
})

test('a head that never ends', async () => {
  const { url } = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\n'))
  const failure = await failureOf(quickHttp({ ...once, connectTimeoutMs: 30 }).fetchBytes(url, { maxBytes }))
  expect(failure).toMatchObject({ code: 'FETCH_TIMEOUT' })
})

test('an answer that leaves HTTP, after which Node is silent', async () => {
  const { url } = await serveRaw((socket) =>
    socket.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
  )
  const failure = await failureOf(quickHttp({ ...once, connectTimeoutMs: 30 }).fetchBytes(url, { maxBytes }))
  expect(failure).toMatchObject({ code: 'FETCH_TIMEOUT' })
})

test('a body that stalls', async () => {
  const { url } = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'))
  const failure = await failureOf(quickHttp({ ...once, idleTimeoutMs: 30 }).fetchBytes(url, { maxBytes }))
  expect(failure).toMatchObject({ code: 'FETCH_TIMEOUT', retryable: true })
  expect(failure.message).toContain('between chunks: 30 ms')
})

test('a slow body that keeps coming is no body that stalls', async () => {
  const { url } = await serve((_, response) => {
    let left = 30
    const trickle = setInterval(() => {
      response.write('x')
      if (--left > 0) return
      clearInterval(trickle)
      response.end()
    }, 10)
  })
  const http = quickHttp({ ...once, idleTimeoutMs: 200 })
  expect(await http.fetchBytes(url, { maxBytes })).toHaveLength(30)
})

test('a body that trickles for ever', async () => {
  const { url } = await serve((_, response) => {
    const trickle = setInterval(() => response.write('x'), 5)
    response.on('close', () => {
      clearInterval(trickle)
    })
  })
  const http = quickHttp({ ...once, idleTimeoutMs: 5000, totalTimeoutMs: 60 })
  const failure = await failureOf(http.fetchBytes(url, { maxBytes: 1e6 }))
  expect(failure).toMatchObject({ code: 'FETCH_TIMEOUT' })
  expect(failure.message).toContain('in all: 60 ms')
})

test('the rest of a refused answer holds nothing up, and not its socket', async () => {
  const block = Buffer.alloc(64 * 1024)
  const hungUp = Promise.withResolvers<undefined>()
  const { url } = await serve((_, response) => {
    response.writeHead(404)
    response.on('close', () => {
      hungUp.resolve(undefined)
    })
    const more = (): void => {
      if (!response.destroyed) response.write(block, more)
    }
    more()
  })
  expect(await failureOf(quickHttp().fetchBytes(url, { maxBytes }))).toMatchObject({ status: 404 })
  await hungUp.promise
})

describe('a cancelled fetch', () => {
  test('that has not begun opens no connection', async () => {
    const server = await serve((_, response) => response.end())
    const failure = await failureOf(
      quickHttp().fetchBytes(server.url, { maxBytes, signal: AbortSignal.abort() }),
    )
    expect(failure).toMatchObject({ code: 'FETCH_NETWORK', retryable: false })
    expect(server.connections()).toBe(0)
  })

  test.each(['before the head', 'in the body'])('ends at once: %s', async (when) => {
    const controller = new AbortController()
    const server = await serve((_, response) => {
      if (when === 'in the body') response.write('abc')
      setImmediate(() => {
        controller.abort(new Error('enough'))
      })
    })
    const { signal } = controller
    const failure = await failureOf(quickHttp().fetchBytes(server.url, { maxBytes, signal }))
    expect(failure).toMatchObject({ code: 'FETCH_NETWORK', retryable: false, cause: { message: 'enough' } })
    expect(server.connections()).toBe(1)
  })

  test('does not wait for the next try', async () => {
    const server = await serve((_, response) => response.writeHead(503, { 'retry-after': '50' }).end())
    const http = quickHttp({ patienceMs: 60_000, waitingClock: SYSTEM_CLOCK })
    const signal = AbortSignal.timeout(100)
    const failure = await failureOf(http.fetchBytes(server.url, { maxBytes, signal }))
    expect(failure).toMatchObject({ code: 'FETCH_NETWORK', retryable: false })
    expect(server.requests).toHaveLength(1)
  })

  test('gives up its place in the queue, and is not sent when its turn comes', async () => {
    const held = Promise.withResolvers<ServerResponse>()
    const server = await serve((_, response, count) => {
      if (count === 0) held.resolve(response)
      else response.end('third')
    })
    const http = quickHttp({ maxSocketsPerOrigin: 1 })
    const first = http.fetchBytes(server.url, { maxBytes })
    const controller = new AbortController()
    const second = failureOf(http.fetchBytes(server.url, { maxBytes, signal: controller.signal }))
    const third = http.fetchBytes(server.url, { maxBytes })
    const response = await held.promise
    controller.abort()
    expect(await second).toMatchObject({ code: 'FETCH_NETWORK', retryable: false })
    response.end('first')
    expect((await Promise.all([first, third])).map(String)).toEqual(['first', 'third'])
    expect(server.requests).toHaveLength(2)
  })
})

test('close() ends what still runs, without another try', async () => {
  const http = quickHttp()
  const server = await serve(() => {
    http.close()
  })
  expect(await failureOf(http.fetchBytes(server.url, { maxBytes }))).toMatchObject({
    code: 'FETCH_NETWORK',
    retryable: false,
  })
  expect(server.connections()).toBe(1)
})

test('after close() nothing is fetched', async () => {
  const server = await serve((_, response) => response.end())
  const http = quickHttp()
  http.close()
  expect(await failureOf(http.fetchBytes(server.url, { maxBytes }))).toMatchObject({ code: 'FETCH_NETWORK' })
  expect(server.connections()).toBe(0)
})

describe('a body is given up when it brings less than 1 KiB a second over a minute', () => {
  /** A minute takes half a second. */
  const SPEED = 120
  const trickle = async (bytes: number, minutes: number): Promise<URL> => {
    const { url } = await serve((_, response) => {
      const startedAt = performance.now()
      const timer = setInterval(() => {
        if (performance.now() - startedAt > (minutes * 60_000) / SPEED) {
          clearInterval(timer)
          response.end()
        } else response.write(Buffer.alloc(bytes))
      }, 10)
      response.on('close', () => clearInterval(timer))
    })
    return url
  }
  const options = {
    ...ONCE,
    clock: createFastClock(SPEED),
    idleTimeoutMs: 600_000,
    totalTimeoutMs: 3_600_000,
  }

  test('a little, always', async () => {
    const failure = await failureOf(quickHttp(options).fetchBytes(await trickle(10, 100), { maxBytes: 1e9 }))
    expect(failure).toMatchObject({ code: 'FETCH_TIMEOUT', expected: 'at least 61440 bytes in 60 s' })
    expect(failure.message).toContain('comes too slowly')
  })

  test('enough, for some minutes', async () => {
    const bytes = await quickHttp(options).fetchBytes(await trickle(64 * 1024, 3), { maxBytes: 1e9 })
    expect(bytes.length).toBeGreaterThan(3 * 60 * 1024)
  })
})
