// HTTPS_PROXY and NO_PROXY, through a proxy on loopback that knows where
// `release.example` is; no name is looked up.
import 'reflect-metadata'
import { X509CertificateGenerator, SubjectAlternativeNameExtension } from '@peculiar/x509'
import { createServer } from 'node:https'
import { type Socket, connect } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { type Loopback, closeAll, failureOf, listen, quickHttp, serveRaw } from './loopback.js'

const TARGET = new URL('https://release.example/file')
const maxBytes = 1000
const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY']
const outside = VARIABLES.map((name) => [name, process.env[name]] as const)

beforeEach(() => {
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name)
})
afterEach(closeAll)
afterAll(() => {
  for (const [name, value] of outside) if (value !== undefined) process.env[name] = value
})

/** @param answer what to do with a tunnel that is asked for; `asked` collects the heads */
async function startProxy(answer: (socket: Socket) => void): Promise<Loopback & { asked: string[] }> {
  const asked: string[] = []
  const proxy = await serveRaw((socket, _, head) => {
    asked.push(head)
    answer(socket)
  })
  return { ...proxy, asked }
}

const refuse = (socket: Socket): unknown => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')

test('a proxy is asked for a tunnel, by name, with its password', async () => {
  const proxy = await startProxy(refuse)
  process.env['HTTPS_PROXY'] = `http://user:hunter2@127.0.0.1:${proxy.port}`
  const failure = await failureOf(quickHttp().fetchBytes(TARGET, { maxBytes }))
  expect(failure).toMatchObject({ code: 'FETCH_NETWORK', retryable: false, url: TARGET.href })
  expect(failure.message).toBe(
    `${TARGET.href} cannot be reached: the proxy ${proxy.url.origin} (HTTPS_PROXY) refused to connect, with status 403`,
  )
  expect(failure.hint).toContain('NO_PROXY')
  expect(proxy.asked).toHaveLength(1)
  expect(proxy.asked[0]).toMatch(/^CONNECT release\.example:443 HTTP\/1\.1\r\n/)
  expect(proxy.asked[0]).toContain(Buffer.from('user:hunter2').toString('base64'))
})

test('a proxy that accepts and says nothing does not hold the run up', async () => {
  const proxy = await startProxy(() => undefined)
  process.env['https_proxy'] = proxy.url.origin
  const http = quickHttp({ patienceMs: 0, connectTimeoutMs: 50 })
  expect(await failureOf(http.fetchBytes(TARGET, { maxBytes }))).toMatchObject({ code: 'FETCH_TIMEOUT' })
  // That its socket is gone with the client's, closeAll waits for.
})

test('a proxy that is no URL is told without its text', async () => {
  process.env['https_proxy'] = 'http://user:hunter2@:nonsense:'
  const failure = await failureOf(quickHttp().fetchBytes(TARGET, { maxBytes }))
  expect(failure).toMatchObject({ code: 'FETCH_NETWORK' })
  expect(failure.message).not.toContain('hunter2')
})

test('loopback needs no proxy', async () => {
  const proxy = await startProxy(refuse)
  process.env['http_proxy'] = proxy.url.origin
  const server = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx'))
  await quickHttp().fetchBytes(server.url, { maxBytes })
  expect(proxy.asked).toEqual([])
})

test('NO_PROXY is heeded', async () => {
  const proxy = await startProxy(refuse)
  process.env['https_proxy'] = proxy.url.origin
  process.env['no_proxy'] = '.invalid'
  // The name is in no DNS (RFC 6761 §6.4), so going there directly fails; how, is no matter.
  const http = quickHttp({ patienceMs: 0, connectTimeoutMs: 1000 })
  await failureOf(http.fetchBytes(new URL('https://release.invalid/file'), { maxBytes }))
  expect(proxy.asked).toEqual([])
})

describe('through the tunnel', () => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const trusted = getCACertificates('default')
  let certificate: string
  let key: string

  beforeAll(async () => {
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
    const made = await X509CertificateGenerator.createSelfSigned({
      name: 'CN=release.example',
      keys,
      signingAlgorithm: algorithm,
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'release.example' }])],
    })
    certificate = made.toString('pem')
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
    key = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`
  })
  afterEach(() => {
    setDefaultCACertificates(trusted)
  })

  async function startRelease(): Promise<Loopback & { asked: string[] }> {
    const server = createServer({ key, cert: certificate }, (_, response) => response.end('fine'))
    const release = await listen(server, [])
    const proxy = await startProxy((socket) => {
      const onward = connect(release.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        socket.pipe(onward).pipe(socket)
      })
      onward.on('error', () => socket.destroy())
      socket.on('close', () => onward.destroy())
    })
    process.env['https_proxy'] = proxy.url.origin
    return proxy
  }

  test('the body comes when the certificate is trusted', async () => {
    setDefaultCACertificates([...trusted, certificate])
    await startRelease()
    expect((await quickHttp().fetchBytes(TARGET, { maxBytes })).toString()).toBe('fine')
  })

  test('a certificate that is not trusted is refused', async () => {
    await startRelease()
    expect(await failureOf(quickHttp().fetchBytes(TARGET, { maxBytes }))).toMatchObject({
      code: 'FETCH_NETWORK',
    })
  })

  test('a certificate for another name is refused', async () => {
    setDefaultCACertificates([...trusted, certificate])
    await startRelease()
    const other = new URL('https://other.example/file')
    const failure = await failureOf(quickHttp().fetchBytes(other, { maxBytes }))
    expect(failure).toMatchObject({ code: 'FETCH_NETWORK' })
    expect(failure.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID')
  })
})
