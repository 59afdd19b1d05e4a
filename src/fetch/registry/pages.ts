// The next page of a list that a registry serves in parts: `Link:
// </v2/…?n=…&last=…>; rel="next"` (RFC 8288).
import { FetchError } from '../../errors.js'
import { formatUrl } from '../url-policy.js'

/** Far longer than any real one. */
const MAX_LENGTH = 8192
const LINK = /<([^<>\s]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g
const NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next)(?=\s*(?:;|$))/i

/**
 * The URL of the next page.
 * @param header the Link header, as the registry wrote it
 * @param from the page that it came with
 * @returns undefined when there is none
 * @throws FetchError FETCH_HOST_NOT_ALLOWED when it lies at another origin: a list goes on where it began
 */
export function nextPage(header: string | undefined, from: URL): URL | undefined {
  if (header === undefined || header.length > MAX_LENGTH) return undefined
  const target = [...header.matchAll(LINK)].find(([, , parameters = '']) => NEXT.test(parameters))?.[1]
  if (target === undefined) return undefined
  const next = URL.canParse(target, from.href) ? new URL(target, from) : undefined
  if (next?.origin === from.origin && next.username + next.password === '') return next
  const message = `${formatUrl(from)} goes on at another place, to which nothing leads`
  throw new FetchError('FETCH_HOST_NOT_ALLOWED', message, { url: formatUrl(from) })
}
