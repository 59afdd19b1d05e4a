// The rules of golang.org/x/net/http/httpproxy, and ALL_PROXY.
import { type Environment, chooseProxy, formatProxy } from '../../src/fetch/proxy.js'

const TARGET = new URL('https://dl.k8s.io/x')
const chosen = (env: Environment, url: URL | string = TARGET): string | undefined => {
  const proxy = chooseProxy(new URL(url), env)
  return proxy && `${proxy.variable} ${proxy.url.href}`
}

test.each<[Environment, string | undefined]>([
  [{}, undefined],
  [{ HTTPS_PROXY: '' }, undefined],
  [{ HTTPS_PROXY: 'http://p:3128' }, 'HTTPS_PROXY http://p:3128/'],
  [{ https_proxy: 'http://p:3128' }, 'https_proxy http://p:3128/'],
  [{ HTTPS_PROXY: 'http://upper', https_proxy: 'http://lower' }, 'HTTPS_PROXY http://upper/'],
  [{ HTTPS_PROXY: 'https://p' }, 'HTTPS_PROXY https://p/'],
  [{ HTTPS_PROXY: 'p:3128' }, 'HTTPS_PROXY http://p:3128/'],
  [{ HTTPS_PROXY: '10.0.0.1' }, 'HTTPS_PROXY http://10.0.0.1/'],
  [{ HTTP_PROXY: 'http://p' }, undefined],
  [{ ALL_PROXY: 'http://all' }, 'ALL_PROXY http://all/'],
  [{ all_proxy: 'http://all' }, 'all_proxy http://all/'],
  [{ ALL_PROXY: 'socks5://all', HTTPS_PROXY: 'http://p' }, 'HTTPS_PROXY http://p/'],
])('%j: %s', (env, expected) => {
  expect(chosen(env)).toBe(expected)
})

test.each([
  'https://localhost/x',
  'https://127.0.0.1/x',
  'https://127.8.9.1:8443/x',
  'https://[::1]/x',
  'http://127.0.0.1:8080/x',
])('%s is this machine, which no proxy is asked for', (url) => {
  expect(
    chosen({ HTTPS_PROXY: 'http://p', HTTP_PROXY: 'http://p', ALL_PROXY: 'socks5://p' }, url),
  ).toBeUndefined()
})

test.each([
  ['*', 'https://dl.k8s.io', true],
  ['other, *', 'https://dl.k8s.io', true],
  ['dl.k8s.io', 'https://dl.k8s.io', true],
  ['DL.K8S.IO', 'https://dl.k8s.io', true],
  ['k8s.io', 'https://dl.k8s.io', true],
  ['k8s.io', 'https://k8s.io', true],
  ['k8s.io', 'https://notk8s.io', false],
  ['.k8s.io', 'https://dl.k8s.io', true],
  ['.k8s.io', 'https://k8s.io', false],
  ['*.k8s.io', 'https://dl.k8s.io', true],
  ['*.k8s.io', 'https://a.b.k8s.io', true],
  ['*.k8s.io', 'https://k8s.io', false],
  ['*.corp.example', 'https://mirror.corp.example:8443', true],
  ['dl.k8s.io:443', 'https://dl.k8s.io', true],
  ['dl.k8s.io:8443', 'https://dl.k8s.io', false],
  ['k8s.io:8443', 'https://dl.k8s.io:8443', true],
  ['10.0.0.0/8', 'https://10.1.2.3', true],
  ['10.0.0.0/8', 'https://11.1.2.3', false],
  ['10.0.0.0/33', 'https://10.1.2.3', false],
  ['10.0.0.0/8', 'https://ten.example', false],
  ['10.1.2.3', 'https://10.1.2.3', true],
  ['10.1.2.3:443', 'https://10.1.2.3', true],
  ['10.1.2.3:80', 'https://10.1.2.3', false],
  ['fd00::/8', 'https://[fd12::1]', true],
  ['fd12::1', 'https://[fd12:0::1]', true],
  ['[fd12::1]:443', 'https://[fd12::1]', true],
  ['bücher.example', 'https://xn--bcher-kva.example', true],
  ['', 'https://dl.k8s.io', false],
  [':443', 'https://dl.k8s.io', false],
  ['a b,,', 'https://dl.k8s.io', false],
])('NO_PROXY=%s and %s: %s', (noProxy, url, isBypassed) => {
  const env = { HTTPS_PROXY: 'http://p' }
  expect(chosen({ ...env, NO_PROXY: noProxy }, url) === undefined).toBe(isBypassed)
  expect(chosen({ ...env, no_proxy: noProxy }, url) === undefined).toBe(isBypassed)
})

test.each([
  ['socks5://user:hunter2@p:1080', 'of the kind socks5, which is not supported'],
  ['SOCKS4://p', 'of the kind socks4'],
  ['ftp://p', 'of the kind ftp'],
  ['http://user:hunter2@:nonsense:', 'is not the URL of a proxy'],
  ['http://us%er:hunter2@p', 'is not the URL of a proxy'],
  ['http://', 'is not the URL of a proxy'],
])('%s is refused by name, without its secrets', (ALL_PROXY, message) => {
  expect(() => chooseProxy(TARGET, { ALL_PROXY })).toThrow(
    expect.objectContaining({ code: 'FETCH_NETWORK', retryable: false }) as Error,
  )
  expect(() => chooseProxy(TARGET, { ALL_PROXY })).toThrow(message)
  expect(() => chooseProxy(TARGET, { ALL_PROXY })).not.toThrow(/hunter2/)
  // Where it is not needed, it does no harm.
  expect(chosen({ ALL_PROXY, NO_PROXY: 'k8s.io' })).toBeUndefined()
})

test('messages name a proxy without its credentials', () => {
  const proxy = chooseProxy(TARGET, { HTTPS_PROXY: 'http://user:hunter2@p:3128' })
  expect(proxy && formatProxy(proxy)).toBe('the proxy http://p:3128 (HTTPS_PROXY)')
})
