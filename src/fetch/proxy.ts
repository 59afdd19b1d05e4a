// Which proxy a request goes through: decided here for every request of the
// program, as Go's golang.org/x/net/http/httpproxy reads the variables, so
// that a machine that is set up for kubectl is set up for us; and ALL_PROXY
// beside them, as curl reads it.
import { BlockList, isIP } from 'node:net'
import { FetchError } from '../errors.js'
import { formatUrl } from './url-policy.js'

export interface Proxy {
  /** http: or https:, with its credentials. */
  readonly url: URL
  /** The environment variable that names it. */
  readonly variable: string
}

export type Environment = Readonly<Record<string, string | undefined>>

const SCHEMES = ['http:', 'https:']
const HAS_SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i

/**
 * Decides on the proxy for a URL; loopback is always reached directly.
 * @returns undefined for a direct connection
 * @throws FetchError FETCH_NETWORK, without the variable's text: it may hold a password
 */
export function chooseProxy(url: URL, env: Environment = process.env): Proxy | undefined {
  const names = url.protocol === 'https:' ? ['HTTPS_PROXY', 'https_proxy'] : ['HTTP_PROXY', 'http_proxy']
  const variable = [...names, 'ALL_PROXY', 'all_proxy'].find((name) => Boolean(env[name]?.trim()))
  if (variable === undefined || isBypassed(url, env['NO_PROXY'] || env['no_proxy'] || '')) return undefined
  return { url: parseProxy(env[variable]?.trim() ?? '', variable, url), variable }
}

function parseProxy(text: string, variable: string, target: URL): URL {
  const scheme = HAS_SCHEME.exec(text)?.[1]?.toLowerCase()
  const refuse = (what: string): FetchError =>
    new FetchError('FETCH_NETWORK', `${formatUrl(target)} cannot be reached: ${what}`, {
      url: formatUrl(target),
      hint: `Correct ${variable}: a proxy is written http://HOST:PORT or https://HOST:PORT; or name the host in NO_PROXY.`,
    })
  if (scheme !== undefined && !SCHEMES.includes(`${scheme}:`)) {
    throw refuse(`${variable} names a proxy of the kind ${scheme}, which is not supported`)
  }
  const href = scheme === undefined ? `http://${text}` : text
  if (!URL.canParse(href) || new URL(href).hostname === '' || !isDecodable(new URL(href))) {
    throw refuse(`${variable} is not the URL of a proxy`)
  }
  return new URL(href)
}

/** Node decodes the credentials, and throws where it cannot. */
function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}

/** How messages name a proxy: without its credentials. */
export function formatProxy({ url, variable }: Proxy): string {
  return `the proxy ${url.protocol}//${url.host} (${variable})`
}

/** @param noProxy names, addresses and networks, by commas */
function isBypassed(url: URL, noProxy: string): boolean {
  const host = bareHost(url.hostname)
  if (host === 'localhost' || isLoopbackAddress(host)) return true
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return noProxy.split(',').some((entry) => matches(entry.trim().toLowerCase(), host, port))
}

/**
 * `*`; a network (CIDR); an address; a domain, which stands for all names below
 * it too; `.domain` and `*.domain`, which stand for those below alone. The last
 * three may have a port.
 */
function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  const [network = '', prefix] = entry.split('/')
  if (prefix !== undefined) return isIP(host) !== 0 && contains(network, prefix, host)
  const [name, ofPort] = splitPort(entry)
  if (name === '' || (ofPort !== undefined && ofPort !== port)) return false
  if (isIP(name) !== 0) return isIP(host) !== 0 && contains(name, isIP(name) === 6 ? '128' : '32', host)
  const below = toAscii(name.replace(/^\*\./, '.'))
  if (below.startsWith('.')) return host.endsWith(below)
  return host === below || host.endsWith(`.${below}`)
}

function contains(network: string, prefix: string, address: string): boolean {
  const family = isIP(network)
  if (family === 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === 6 ? 128 : 32)) return false
  const list = new BlockList()
  list.addSubnet(network, Number(prefix), family === 6 ? 'ipv6' : 'ipv4')
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** `name:443`, `[::1]:443`, or without a port; a bare IPv6 address has colons of its own. */
function splitPort(entry: string): readonly [host: string, port: string | undefined] {
  if (isIP(entry) === 6) return [entry, undefined]
  const [, host = '', port] = /^(.*?)(?::([^:]*))?$/.exec(entry) ?? []
  return [bareHost(host), port || undefined]
}

function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()
}

function isLoopbackAddress(host: string): boolean {
  return isIP(host) !== 0 && (contains('127.0.0.0', '8', host) || host === '::1')
}

/** A URL's host is in ASCII already; an entry may be written in its own script. */
function toAscii(name: string): string {
  if (/^[\x21-\x7e]*$/.test(name)) return name
  const [, dot = '', rest = ''] = /^(\.?)(.*)$/.exec(name) ?? []
  return URL.canParse(`http://${rest}`) ? dot + new URL(`http://${rest}`).hostname : name
}
