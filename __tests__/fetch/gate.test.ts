// Where a URL that a server gave may lead, and who gets which secret.
import { createServer } from 'node:http'
import { createImageRegistry } from '../../src/fetch/registry/client.js'
import { type Given, assertLiteral, createGatedLookup, reachOf } from '../../src/fetch/url-policy.js'
import { withAuthorization } from '../../src/fetch/with-authorization.js'
import { closeAll, failureOf, listen, quickHttp, serve } from './loopback.js'

afterEach(closeAll)

const maxBytes = 1000
const ANONYMOUS: Parameters<typeof createImageRegistry>[1] = {
  credentials: { find: () => Promise.resolve({ reasons: [] }) },
  onSecret: () => undefined,
}
const FROM = new URL('https://dl.k8s.io/x')
const given = (fromClass: Given['fromClass']): Given => ({ from: FROM, fromClass })

test.each([
  [undefined, ['loopback', 'link-local', 'private', 'public']],
  [given('loopback'), ['loopback', 'link-local', 'private', 'public']],
  [given('link-local'), ['private', 'public']],
  [given('private'), ['private', 'public']],
  [given('public'), ['public']],
])('%j leads to %j', (from, classes) => {
  expect(reachOf(new URL('https://x.example'), from).classes).toEqual(classes)
  expect(reachOf(new URL('http://localhost'), from).classes).toEqual(['loopback'])
})

test.each([
  ['public', 'https://10.0.0.1/x', false],
  ['public', 'https://100.64.0.1/x', false],
  ['public', 'https://[fd00::1]/x', false],
  ['public', 'https://169.254.169.254/latest', false],
  ['public', 'https://[::ffff:7f00:1]/x', false],
  ['public', 'https://[64:ff9b::7f00:1]/x', false],
  ['public', 'https://api.localhost/x', false],
  ['public', 'https://8.8.8.8/x', true],
  ['private', 'https://10.0.0.1/x', true],
  ['private', 'https://8.8.8.8/x', true],
  ['private', 'https://127.0.0.1/x', false],
  ['private', 'https://169.254.169.254/x', false],
  ['loopback', 'https://127.0.0.1/x', true],
] as const)('a server at a %s address and %s: %s', (fromClass, url, isAllowed) => {
  const judge = (): void => assertLiteral(new URL(url), given(fromClass))
  if (isAllowed) expect(judge).not.toThrow()
  else expect(judge).toThrow(/^https:\/\/dl\.k8s\.io\/x leads to .*, and a server at an? \S+ address may not/)
})

test('a name is judged by every address it has, when it is looked up to be connected to', async () => {
  const look = (from: Given | undefined): Promise<unknown> =>
    new Promise((resolve, reject) => {
      // In every hosts file.
      createGatedLookup(new URL('https://localhost'), from)('localhost', { all: true }, (error, found) => {
        if (error === null) resolve(found)
        else reject(error)
      })
    })
  await expect(look(given('public'))).rejects.toMatchObject({ code: 'FETCH_HOST_NOT_ALLOWED' })
  await expect(look(given('private'))).rejects.toThrow('localhost is at an address of this machine')
  await expect(look(undefined)).resolves.toEqual(expect.arrayContaining([expect.anything()]))
})

describe('a registry that challenges', () => {
  const at = (url: URL) => ({ registry: url.host, repository: 'kube' })

  test('is answered with a token from the realm that it names', async () => {
    const realm = await serve((_, response) => response.end('{"token":"t"}'))
    const registry = await serve((request, response) => {
      if (request.headers.authorization === 'Bearer t') return void response.end('{}')
      response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm.url.href}"` }).end()
    })
    const bytes = await createImageRegistry(quickHttp(), ANONYMOUS).fetchManifest(at(registry.url), 'v1')
    expect(bytes?.toString()).toBe('{}')
  })

  test.each(['file:///etc/passwd', 'http://dl.k8s.io/token', 'https://user:x@dl.k8s.io/', 'https://['])(
    'is not followed to %s',
    async (realm) => {
      const registry = await serve((_, response) =>
        response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}"` }).end(),
      )
      const fetching = createImageRegistry(quickHttp(), ANONYMOUS).fetchManifest(at(registry.url), 'v1')
      expect(await failureOf(fetching)).toMatchObject({ code: 'FETCH_HOST_NOT_ALLOWED' })
      expect(registry.requests).toHaveLength(1)
    },
  )

  test('counts only where it was asked itself: who it redirected to may not challenge us', async () => {
    const realm = await serve((_, response) => response.end('{"token":"t"}'))
    const other = await serve((_, response) =>
      response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm.url.href}"` }).end(),
    )
    const registry = await serve((_, response) => response.writeHead(307, { location: other.url.href }).end())
    const fetching = createImageRegistry(quickHttp(), ANONYMOUS).fetchManifest(at(registry.url), 'v1')
    expect(await failureOf(fetching)).toMatchObject({ status: 401, url: other.url.href })
    expect(realm.requests).toEqual([])
    expect(registry.requests).toHaveLength(1)
  })

  test("does not get the mirror's secret by naming the mirror as its realm", async () => {
    const mirror = await serve((_, response) => response.end('{"token":"t"}'))
    const registry = await serve((request, response) => {
      if (request.headers.authorization !== undefined) return void response.end('{}')
      response.writeHead(401, { 'www-authenticate': `Bearer realm="${mirror.url.href}"` }).end()
    })
    const http = quickHttp()
    await withAuthorization(http, mirror.url.origin, 'Basic secret').fetchBytes(mirror.url, { maxBytes })
    await createImageRegistry(http, ANONYMOUS).fetchManifest(at(registry.url), 'v1')
    expect(mirror.requests.map(({ headers }) => headers.authorization)).toEqual(['Basic secret', undefined])
  })
})

describe("the mirror's secret", () => {
  test('goes with a redirect on its own origin, to no other, and not back again', async () => {
    const steps = ['/a', '/b', 'other', '/d']
    const seen: [string, string | undefined][] = []
    const back: { url?: URL } = {}
    const other = await serve((request, response) => {
      seen.push(['other', request.headers.authorization])
      response.writeHead(302, { location: new URL('/d', back.url).href }).end()
    })
    const { url } = await serve((request, response) => {
      seen.push([request.url ?? '', request.headers.authorization])
      const next = steps[steps.indexOf(request.url ?? '') + 1]
      if (next === undefined) return void response.end('fine')
      response.writeHead(302, { location: next === 'other' ? other.url.href : next }).end()
    })
    back.url = url
    const http = withAuthorization(quickHttp(), url.origin, 'Basic secret')
    await http.fetchBytes(new URL('/a', url), { maxBytes })
    expect(seen).toEqual([
      ['/a', 'Basic secret'],
      ['/b', 'Basic secret'],
      ['other', undefined],
      ['/d', undefined],
    ])
  })

  test('is for what is asked of the mirror, and not for the log on the same origin', async () => {
    const server = await serve((_, response) => response.end('x'))
    const http = quickHttp()
    const site = withAuthorization(http, server.url.origin, 'Basic secret')
    await site.fetchBytes(server.url, { maxBytes })
    await site.fetchSize(server.url, {})
    await http.fetchBytes(server.url, { maxBytes })
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Basic secret',
      'Basic secret',
      undefined,
    ])
  })
})

test('a socket that the server closed while it lay idle costs no try', async () => {
  const server = createServer((_, response) => response.end('fine'))
  // Shorter than the client knows: the server hangs up, and the next request finds out.
  server.keepAliveTimeout = 0
  let requests = 0
  server.on('request', (_, response) => {
    requests++
    const { socket } = response
    response.on('finish', () => {
      // In the same moment as the next request: the client has not heard of it yet.
      if (requests === 1) socket?.once('data', () => socket.resetAndDestroy())
    })
  })
  const { url } = await listen(server, [])
  const http = quickHttp({ patienceMs: 0 })
  expect((await http.fetchBytes(url, { maxBytes })).toString()).toBe('fine')
  expect((await http.fetchBytes(url, { maxBytes })).toString()).toBe('fine')
})
