import { assertAllowed, assertLiteral, formatUrl, resolveGiven } from '../../src/fetch/url-policy.js'
import { closeAll, failureOf, quickHttp, serve } from './loopback.js'

afterEach(closeAll)

const maxBytes = 1000
const REFUSED = expect.objectContaining({ code: 'FETCH_HOST_NOT_ALLOWED', retryable: false }) as Error

test.each([
  'https://dl.k8s.io/x',
  'https://127.0.0.1/x',
  'http://localhost:8080/x',
  'http://127.0.0.1/x',
  'http://127.255.0.3/x',
  'http://[::1]:8080/x',
])('%s is allowed', (url) => {
  expect(() => {
    assertAllowed(new URL(url))
  }).not.toThrow()
})

test.each([
  'http://dl.k8s.io/x',
  'http://127.0.0.1.evil.example/x',
  'http://localhost.evil.example/x',
  'http://0.0.0.0/x',
  'http://[::2]/x',
  'ftp://dl.k8s.io/x',
  'file:///etc/passwd',
  'data:text/plain,x',
  'https://user@dl.k8s.io/x',
  'https://:password@dl.k8s.io/x',
])('%s is refused', async (url) => {
  expect(() => {
    assertAllowed(new URL(url))
  }).toThrow(REFUSED)
  expect(await failureOf(quickHttp().fetchBytes(new URL(url), { maxBytes }))).toMatchObject({
    code: 'FETCH_HOST_NOT_ALLOWED',
  })
})

/** As the client does: read, then judge the host as it is written. */
function resolveRedirect(from: URL, location: string): URL {
  const to = resolveGiven(from, location)
  assertLiteral(to, { from, fromClass: from.hostname === '127.0.0.1' ? 'loopback' : 'public' })
  return to
}

const HTTPS = new URL('https://dl.k8s.io/release/v1.35.2/x?q')
const LOOPBACK = new URL('http://127.0.0.1:1/x')

test.each([
  [HTTPS, 'https://cdn.dl.k8s.io/x', 'https://cdn.dl.k8s.io/x'],
  [HTTPS, '/y', 'https://dl.k8s.io/y'],
  [HTTPS, 'y', 'https://dl.k8s.io/release/v1.35.2/y'],
  [HTTPS, '//other.example/y', 'https://other.example/y'],
  [LOOPBACK, '/y', 'http://127.0.0.1:1/y'],
  [LOOPBACK, 'http://localhost:2/y', 'http://localhost:2/y'],
  [LOOPBACK, 'https://dl.k8s.io/y', 'https://dl.k8s.io/y'],
])('%s may lead to %s', (from, location, to) => {
  expect(resolveRedirect(from, location).href).toBe(to)
})

test.each([
  ['down to http', HTTPS, 'http://dl.k8s.io/x'],
  ['down to http on this machine', HTTPS, 'http://127.0.0.1/x'],
  ['down to http from this machine', new URL('https://127.0.0.1/x'), 'http://127.0.0.1/x'],
  ['out by http', LOOPBACK, 'http://169.254.169.254/latest/meta-data'],
  ['to this machine', HTTPS, 'https://127.0.0.1/x'],
  ['to this machine, as a number', HTTPS, 'https://2130706433/x'],
  ['to this machine, in hex', HTTPS, 'https://0x7f.1/x'],
  ['to this machine, by name', HTTPS, 'https://localhost/x'],
  ['to this machine, by a full name', HTTPS, 'https://localhost./x'],
  ['to this machine, by a name below', HTTPS, 'https://api.localhost/x'],
  ['to this machine, in IPv6', HTTPS, 'https://[::1]/x'],
  ['to this machine, by IPv4 in IPv6', HTTPS, 'https://[::ffff:127.0.0.1]/x'],
  ['to any address of this machine', HTTPS, 'https://0.0.0.0/x'],
  ['to another scheme', HTTPS, 'file:///etc/passwd'],
  ['to a script', HTTPS, 'javascript:alert(1)'],
  ['with credentials', HTTPS, 'https://user:hunter2@dl.k8s.io/x'],
  ['nowhere', HTTPS, 'https://[nonsense'],
  ['to an empty host', HTTPS, 'https://'],
])('a redirect %s is refused', (_, from, location) => {
  expect(() => resolveRedirect(from, location)).toThrow(REFUSED)
})

test('a message names origin and path, and neither credentials nor query nor a page of text', () => {
  const url = new URL(`https://user:hunter2@dl.k8s.io:8443/x?token=abc#${'A'.repeat(10_000)}`)
  expect(formatUrl(url)).toBe('https://dl.k8s.io:8443/x')
  expect(formatUrl(new URL(`https://dl.k8s.io/${'A'.repeat(10_000)}`)).length).toBeLessThan(300)
  expect(() => resolveRedirect(HTTPS, url.href)).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/hunter2|token|AAAA/) as string }) as Error,
  )
  expect(() => resolveRedirect(HTTPS, `https://[${'A'.repeat(10_000)}`)).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/A{200}/) as string }) as Error,
  )
})

describe('on the wire', () => {
  const redirecting = (status: number, location: string): ReturnType<typeof serve> =>
    serve((request, response) => {
      if (request.url === '/end') response.end('fine')
      else response.writeHead(status, { location }).end('moved')
    })

  test.each([301, 302, 303, 307, 308])('%i is followed', async (status) => {
    const server = await redirecting(status, '/end')
    expect((await quickHttp().fetchBytes(server.url, { maxBytes })).toString()).toBe('fine')
    expect(server.requests.map((request) => request.url)).toEqual(['/file', '/end'])
  })

  test('a redirect leads to another origin', async () => {
    const target = await serve((_, response) => response.end('fine'))
    const { url } = await redirecting(302, target.url.href)
    expect((await quickHttp().fetchBytes(url, { maxBytes })).toString()).toBe('fine')
    expect(target.requests[0]?.headers.host).toBe(target.url.host)
  })

  test('the error is about where the redirects led', async () => {
    const target = await serve((_, response) => response.writeHead(404).end())
    const { url } = await redirecting(302, target.url.href)
    expect(await failureOf(quickHttp().fetchBytes(url, { maxBytes }))).toMatchObject({
      status: 404,
      url: target.url.href,
    })
  })

  test('five are followed and a sixth is not', async () => {
    const { url, requests } = await serve((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('fine')
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    expect((await quickHttp().fetchBytes(new URL('/5', url), { maxBytes })).toString()).toBe('fine')
    requests.length = 0
    expect(await failureOf(quickHttp().fetchBytes(new URL('/6', url), { maxBytes }))).toMatchObject({
      code: 'FETCH_HTTP_STATUS',
      retryable: false,
    })
    expect(requests).toHaveLength(6)
  })

  test('one that is refused is not tried again', async () => {
    const { url, requests } = await redirecting(302, 'http://dl.k8s.io/x')
    expect(await failureOf(quickHttp().fetchBytes(url, { maxBytes }))).toMatchObject({
      code: 'FETCH_HOST_NOT_ALLOWED',
    })
    expect(requests).toHaveLength(1)
  })

  test('one without a Location is only a status', async () => {
    const { url } = await serve((_, response) => response.writeHead(302).end())
    expect(await failureOf(quickHttp().fetchBytes(url, { maxBytes }))).toMatchObject({ status: 302 })
  })

  test('the body of one may have no end', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/end') return void response.end('fine')
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(64 * 1024), more)
      }
      response.writeHead(302, { location: '/end' })
      more()
    })
    expect((await quickHttp().fetchBytes(url, { maxBytes })).toString()).toBe('fine')
  })
})
