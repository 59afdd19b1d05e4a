// Where requests may go. Some URLs are the user's; others a server gave us, in
// a redirect or in a challenge, and they lead only where that server might
// send a stranger: what it can be reached from tells. The one place for both.
import { lookup as resolve } from 'node:dns'
import { type LookupFunction, isIP } from 'node:net'
import { FetchError } from '../errors.js'
import { ADDRESS_CLASSES, type AddressClass, classOfAddress } from './address-class.js'

/** How much of a foreign Location an error repeats, in characters. */
const EXCERPT_LENGTH = 120
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
/** RFC 6761 §6.3: on this machine whatever a resolver says, a proxy's included. */
const LOOPBACK_NAME = /^(?:.*\.)?localhost\.?$/

/** A URL that a server gave. */
export interface Given {
  readonly from: URL
  /** Where that server was reached. */
  readonly fromClass: AddressClass
}

/** The classes of addresses that a request may be connected to; a name for each set, since agents pool by it. */
export interface Reach {
  readonly name: string
  readonly classes: readonly AddressClass[]
}

const ANYWHERE: Reach = { name: 'anywhere', classes: ADDRESS_CLASSES }
const NOT_LOCAL: Reach = { name: 'not local', classes: ['private', 'public'] }
const PUBLIC: Reach = { name: 'public', classes: ['public'] }
/** What http alone is good for, whatever a hosts file makes of `localhost`. */
const THIS_MACHINE: Reach = { name: 'this machine', classes: ['loopback'] }
const REACH_FROM: Readonly<Record<AddressClass, Reach>> = {
  loopback: ANYWHERE,
  'link-local': NOT_LOCAL,
  private: NOT_LOCAL,
  public: PUBLIC,
}

/** Whether a URL names this machine by a literal or as localhost. */
export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.test(hostname)
}

/**
 * Only https, or http to a loopback address; no credentials in the URL.
 * @throws FetchError FETCH_HOST_NOT_ALLOWED
 */
export function assertAllowed(url: URL): void {
  if (!isAllowed(url)) throw refuse(`requests to ${formatUrl(url)} are not allowed`, url)
}

function isAllowed(url: URL): boolean {
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  return isSecure && url.username === '' && url.password === ''
}

/**
 * Reads a URL that a server gave: never from https down to http, never with credentials.
 * @param text the header, as the server wrote it
 * @param how what the message says of it
 * @throws FetchError FETCH_HOST_NOT_ALLOWED
 */
export function resolveGiven(from: URL, text: string, how = 'redirects'): URL {
  if (!URL.canParse(text, from.href)) {
    throw refuse(`${formatUrl(from)} ${how} to "${text.slice(0, EXCERPT_LENGTH)}", which is no URL`, from)
  }
  const to = new URL(text, from)
  if (from.protocol === 'https:' && to.protocol !== 'https:') {
    throw refuse(`${formatUrl(from)} ${how} down to ${formatUrl(to)}`, from)
  }
  if (!isAllowed(to))
    throw refuse(`${formatUrl(from)} ${how} to ${formatUrl(to)}, where requests may not go`, from)
  return to
}

/** @param given undefined for a URL, or an origin, of the user's own */
export function reachOf(url: URL, given: Given | undefined): Reach {
  if (url.protocol === 'http:') return THIS_MACHINE
  return given === undefined ? ANYWHERE : REACH_FROM[given.fromClass]
}

/**
 * Judges the host as it is written: an address, or a name of this machine. All that can be judged where
 * a proxy looks names up, and what no resolver is asked about.
 * @throws FetchError FETCH_HOST_NOT_ALLOWED
 */
export function assertLiteral(url: URL, given: Given | undefined): void {
  const found = classOfLiteral(url)
  if (found === undefined) return
  const { classes } = reachOf(url, given)
  if (!classes.includes(found)) throw refuseAddress(url, given, `${bareHost(url)} is ${CALLED[found]}`)
}

/** @returns undefined for a name that somebody has to look up */
export function classOfLiteral(url: URL): AddressClass | undefined {
  const host = bareHost(url)
  if (LOOPBACK_NAME.test(host)) return 'loopback'
  return isIP(host) === 0 ? undefined : classOfAddress(host)
}

/**
 * A lookup for one request. Every address it finds is judged, and the connection is made to what it
 * answers: nobody looks the name up again.
 */
export function createGatedLookup(url: URL, given: Given | undefined): LookupFunction {
  const { classes } = reachOf(url, given)
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0)
      const stranger = addresses.find(({ address }) => !classes.includes(classOfAddress(address)))
      const [first] = addresses
      if (stranger !== undefined) {
        const where = `${hostname} is at ${CALLED[classOfAddress(stranger.address)]}, ${stranger.address}`
        return callback(refuseAddress(url, given, where), '', 0)
      }
      if (options.all === true) return callback(null, addresses)
      return callback(null, first?.address ?? '', first?.family)
    })
  }
}

const CALLED: Readonly<Record<AddressClass, string>> = {
  loopback: 'an address of this machine',
  'link-local': 'a link-local address',
  private: 'a private address',
  public: 'a public address',
}

function refuseAddress(url: URL, given: Given | undefined, where: string): FetchError {
  const target = formatUrl(url)
  if (given === undefined) return refuse(`${target} is http, which is for this machine only; ${where}`, url)
  const { from, fromClass } = given
  const why = `a server at ${CALLED[fromClass]} may not send us there`
  return refuse(`${formatUrl(from)} leads to ${target}: ${where}, and ${why}`, from)
}

/** Origin and path: query and credentials may be secrets. */
export function formatUrl({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`.slice(0, 2 * EXCERPT_LENGTH)
}

/** The host of a URL, an IPv6 address without its brackets. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function refuse(message: string, url: URL): FetchError {
  return new FetchError('FETCH_HOST_NOT_ALLOWED', message, { url: formatUrl(url) })
}
