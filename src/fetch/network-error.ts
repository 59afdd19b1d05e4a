// What a connection that failed says: on one line, with whose fault it may be,
// and whether to try again makes sense.
import { CodedError, FetchError } from '../errors.js'
import { type Proxy, formatProxy } from './proxy.js'
import { formatUrl } from './url-policy.js'

/** How much foreign text an error repeats, in characters. */
export const EXCERPT_LENGTH = 200

/** OpenSSL's words for a chain that ends at nobody we know. */
const UNKNOWN_AUTHORITY: readonly string[] = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
]
/** What stays as it is however often one asks. */
const FINAL: readonly string[] = [
  ...UNKNOWN_AUTHORITY,
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_CHAIN_TOO_LONG',
  'PATH_LENGTH_EXCEEDED',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
]
const AUTHORITY_HINT =
  'If a proxy or firewall on the way inspects TLS, or the server has a private authority: set NODE_EXTRA_CA_CERTS to the file of that authority, in PEM.'

/** The FetchError for a request that came to no answer. */
export function toNetworkError(url: URL, cause: unknown, proxy: Proxy | undefined): CodedError {
  // What the gate said, in the lookup.
  if (cause instanceof CodedError) return cause
  const { code, statusCode } = cause as { code?: unknown; statusCode?: unknown }
  if (proxy !== undefined && code === 'ERR_PROXY_TUNNEL' && typeof statusCode === 'number') {
    return toProxyRefusal(url, statusCode, proxy)
  }
  const by = proxy === undefined ? '' : ` by ${formatProxy(proxy)}`
  const message = `${formatUrl(url)} cannot be reached${by}: ${describeCause(cause)}`
  const context = { cause, url: formatUrl(url) }
  if (!FINAL.includes(String(code))) {
    return new FetchError('FETCH_NETWORK', message, { ...context, retryable: true })
  }
  const hint = UNKNOWN_AUTHORITY.includes(String(code)) ? AUTHORITY_HINT : undefined
  return new FetchError('FETCH_NETWORK', message, { ...context, hint })
}

function toProxyRefusal(url: URL, status: number, proxy: Proxy): FetchError {
  const message = `${formatUrl(url)} cannot be reached: ${formatProxy(proxy)} refused to connect, with status ${status}`
  const hint =
    status === 407
      ? `Put the proxy's user and password into ${proxy.variable}: http://USER:PASSWORD@HOST:PORT, each percent-encoded.`
      : `Let the proxy in ${proxy.variable} connect to ${url.host}, or name the host in NO_PROXY.`
  const retryable = status >= 500
  return new FetchError('FETCH_NETWORK', message, { url: formatUrl(url), hint, retryable })
}

/** Nobody knows the name: seldom a matter of time. */
export function isUnknownHost({ cause }: Error): boolean {
  return (cause as { code?: unknown } | undefined)?.code === 'ENOTFOUND'
}

/** On one line. An error for several addresses has a code and no message. */
export function describeCause(cause: unknown): string {
  const { code, message } = cause as { code?: unknown; message?: unknown }
  const text = [code, message].filter((part) => typeof part === 'string' && part !== '').join(': ')
  return text.replace(/\s+/g, ' ').slice(0, EXCERPT_LENGTH)
}
