import type { ServerResponse } from 'node:http'
import type { FetchBytesOptions } from '../../src/ports.js'
import { closeAll, failureOf, quickHttp, serve, serveRaw, serveText } from './loopback.js'

afterEach(closeAll)

const maxBytes = 1000
const get = (url: URL, options: Partial<FetchBytesOptions> = {}): Promise<Buffer> =>
  quickHttp().fetchBytes(url, { maxBytes, ...options })

test('the bytes of a 200 are the answer, binary ones and none at all included', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 128])
  const { url } = await serve((request, response) => response.end(request.url === '/empty' ? '' : bytes))
  expect(await get(url)).toEqual(bytes)
  expect(await get(new URL('/empty', url))).toHaveLength(0)
})

test('asks for the very bytes, says who asks, and keeps the query', async () => {
  const { url, requests } = await serve((_, response) => response.end('x'))
  await get(new URL('?a=b%20c', url), { accept: 'application/json' })
  await get(url)
  expect(requests.map((request) => request.url)).toEqual(['/file?a=b%20c', '/file'])
  expect(requests[0]).toMatchObject({
    method: 'GET',
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'verify-k8s-artifacts',
      host: url.host,
    },
  })
  expect(requests[1]?.headers.accept).toBe('*/*')
})

test('one connection serves one request after the other', async () => {
  const server = await serve((_, response) => response.end('x'))
  const http = quickHttp()
  for (let count = 0; count < 5; count++) await http.fetchBytes(server.url, { maxBytes: 1 })
  expect(server.requests).toHaveLength(5)
  expect(server.connections()).toBe(1)
})

test('refused answers use up no connections', async () => {
  const server = await serve((_, response) => response.writeHead(404).end('x'))
  const http = quickHttp()
  for (let count = 0; count < 5; count++) await failureOf(http.fetchBytes(server.url, { maxBytes: 1 }))
  // The next request may be a tick ahead of the socket that is given back.
  expect(server.connections()).toBeLessThanOrEqual(2)
})

test('an origin gets no more connections than it may have', async () => {
  const waiting: ServerResponse[] = []
  const { url, connections } = await serve((_, response) => {
    waiting.push(response)
    // Two at a time are answered: were there only one, this would wait for ever.
    if (waiting.length >= 2) for (const each of waiting.splice(0)) each.end('x')
  })
  const http = quickHttp({ maxSocketsPerOrigin: 2 })
  await Promise.all(Array.from({ length: 20 }, () => http.fetchBytes(url, { maxBytes: 1 })))
  expect(connections()).toBe(2)
})

test('the clocks of a request that waits for its turn stand still', async () => {
  const held = Promise.withResolvers<ServerResponse>()
  const { url } = await serve((_, response, count) => {
    if (count > 0) return void response.end('second')
    response.write('first')
    held.resolve(response)
  })
  const http = quickHttp({ maxSocketsPerOrigin: 1, connectTimeoutMs: 150, patienceMs: 0 })
  const both = Promise.all([http.fetchBytes(url, { maxBytes }), http.fetchBytes(url, { maxBytes })])
  const first = await held.promise
  // A time-out that is longer than the second request's serves as the clock.
  const silent = await serveRaw(() => undefined)
  await failureOf(quickHttp({ connectTimeoutMs: 300, patienceMs: 0 }).fetchBytes(silent.url, { maxBytes }))
  first.end()
  expect((await both).map(String)).toEqual(['first', 'second'])
})

test('an IPv6 address in brackets is reached', async () => {
  const { url } = await serve((request, response) => response.end(request.headers.host), '::1')
  expect((await get(url)).toString()).toBe(url.host)
})

test.each([201, 204, 206, 300, 304, 400, 401, 403, 404, 410])(
  'status %i is no success and is not tried again',
  async (status) => {
    const server = await serve((_, response) => {
      response.writeHead(status)
      response.end(status === 204 || status === 304 ? undefined : 'SECRET of the body')
    })
    const failure = await failureOf(get(new URL('?token=abc', server.url)))
    expect(failure).toMatchObject({
      code: 'FETCH_HTTP_STATUS',
      status,
      retryable: false,
      url: server.url.href,
    })
    expect(failure.message).toContain(String(status))
    expect(failure.message).not.toMatch(/SECRET|token/)
    expect(server.requests).toHaveLength(1)
  },
)

test.each(['gzip', 'br', 'identity, gzip'])('the encoding %s was not asked for', async (encoding) => {
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end('x')
  })
  expect(await failureOf(get(server.url))).toMatchObject({
    code: 'FETCH_ENCODING_UNSUPPORTED',
    expected: 'identity',
    actual: encoding,
  })
  expect(server.requests).toHaveLength(1)
})

describe('the cap', () => {
  test('is the last size that passes', async () => {
    const { url } = await serve((_, response) => response.end('12345'))
    expect(await get(url, { maxBytes: 5 })).toHaveLength(5)
    expect(await failureOf(get(url, { maxBytes: 4 }))).toMatchObject({ code: 'FETCH_TOO_LARGE' })
  })

  test('is held against Content-Length before a byte has come', async () => {
    // The body never comes: waiting for it would end in a time-out.
    const server = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1001\r\n\r\n'))
    const failure = await failureOf(get(server.url))
    expect(failure).toMatchObject({
      code: 'FETCH_TOO_LARGE',
      expected: 'at most 1000 bytes',
      retryable: false,
    })
    expect(server.connections()).toBe(1)
  })

  test('ends a body without end, without another try', async () => {
    const block = Buffer.alloc(64 * 1024)
    const server = await serve((_, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(block, more)
      }
      more()
    })
    expect(await failureOf(get(server.url, { maxBytes: 1_000_000 }))).toMatchObject({
      code: 'FETCH_TOO_LARGE',
    })
    expect(server.requests).toHaveLength(1)
  })
})

describe('a body that does not end where it should', () => {
  const OK = 'HTTP/1.1 200 OK\r\n'
  test.each([
    ['is cut off', `${OK}content-length: 9\r\n\r\nabc`],
    ['has not even begun', `${OK}content-length: 9\r\n\r\n`],
    ['goes on', `${OK}content-length: 3\r\n\r\nabcdef`],
    ['lacks its last chunk', `${OK}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n`],
    ['breaks off in a chunk', `${OK}transfer-encoding: chunked\r\n\r\n9\r\nabc`],
    ['has a chunk that is none', `${OK}transfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`],
  ])('%s', async (_, text) => {
    const server = await serveText(text)
    const failure = await failureOf(get(server.url))
    expect(failure).toMatchObject({ code: 'FETCH_TRUNCATED', retryable: true })
    expect(server.connections()).toBe(3)
  })

  test.each([
    ['twice, and not the same', 'content-length: 3\r\ncontent-length: 4'],
    ['negative', 'content-length: -1'],
    ['no number', 'content-length: 3x'],
    ['beside chunks', 'content-length: 3\r\ntransfer-encoding: chunked'],
  ])('a Content-Length that is %s is refused', async (_, headers) => {
    const { url } = await serveText(`${OK}${headers}\r\n\r\nabc`)
    expect(await failureOf(get(url))).toMatchObject({ code: 'FETCH_NETWORK', retryable: true })
  })
})

test.each([
  ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['nothing', ''],
  ['a header beyond all bounds', `HTTP/1.1 200 OK\r\nx: ${'A'.repeat(100_000)}\r\n\r\n`],
])('an answer that is %s is a failure of the network', async (_, text) => {
  const failure = await failureOf(get((await serveText(text)).url))
  expect(failure).toMatchObject({ code: 'FETCH_NETWORK', retryable: true })
  expect(failure.message).not.toContain('\n')
})

test('what Node says about TLS becomes one line', async () => {
  const { url } = await serveText('HTTP/1.1 400 Bad Request\r\n\r\n')
  const failure = await failureOf(get(new URL(`https://127.0.0.1:${url.port}/file`)))
  expect(failure).toMatchObject({ code: 'FETCH_NETWORK' })
  expect(failure.message).not.toContain('\n')
})

test('a port where nobody listens', async () => {
  const { url } = await serve((_, response) => response.end())
  await closeAll()
  const failure = await failureOf(get(new URL(`http://localhost:${url.port}/file`)))
  expect(failure).toMatchObject({ code: 'FETCH_NETWORK', retryable: true })
  expect(failure.message).toContain('ECONNREFUSED')
})
