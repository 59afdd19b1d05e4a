// Where requests may go. URLs come from the user, redirects from servers.
import { FetchError } from '../errors.js'

/** How much of a foreign Location an error repeats, in characters. */
const EXCERPT_LENGTH = 120
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
/** More spellings that end on this machine: not trusted with http, and no place to be redirected to. */
const THIS_MACHINE =
  /^(?:(?:.*\.)?localhost\.?|0(?:\.\d{1,3}){3}|\[::\]|\[::ffff:(?:7f[\da-f]{2}|0):[\da-f]{1,4}\])$/

export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.test(hostname)
}

/**
 * Only https, or http to a loopback address; no credentials in the URL.
 * @throws FetchError FETCH_HOST_NOT_ALLOWED
 */
export function assertAllowed(url: URL): void {
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  if (!isAllowed || url.username !== '' || url.password !== '') {
    throw refuse(`requests to ${formatUrl(url)} are not allowed`, url)
  }
}

/**
 * Resolves a redirect: never from https down to http, never from elsewhere to this machine.
 * @param location the header, as the server wrote it
 * @throws FetchError FETCH_HOST_NOT_ALLOWED
 */
export function resolveRedirect(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) {
    throw refuse(
      `${formatUrl(from)} redirects to "${location.slice(0, EXCERPT_LENGTH)}", which is no URL`,
      from,
    )
  }
  const to = new URL(location, from)
  if (from.protocol === 'https:' && to.protocol !== 'https:') {
    throw refuse(`${formatUrl(from)} redirects down to ${formatUrl(to)}`, from)
  }
  if ((isLoopback(to) || THIS_MACHINE.test(to.hostname)) && !isLoopback(from)) {
    throw refuse(`${formatUrl(from)} redirects to this machine: ${formatUrl(to)}`, from)
  }
  assertAllowed(to)
  return to
}

/** Origin and path: query and credentials may be secrets. */
export function formatUrl({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`.slice(0, 2 * EXCERPT_LENGTH)
}

function refuse(message: string, url: URL): FetchError {
  return new FetchError('FETCH_HOST_NOT_ALLOWED', message, { url: formatUrl(url) })
}
