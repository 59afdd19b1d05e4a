// Offline: nothing is asked for, and whoever asks is told what is missing.
import { FetchError } from '../errors.js'
import type { Http } from '../ports.js'
import { formatUrl } from './url-policy.js'

/** Opens no socket: it has none. */
export function createOfflineHttp(): Http & { close(): void } {
  const miss = (url: URL): Promise<never> =>
    Promise.reject(
      new FetchError('OFFLINE_MISS', `offline, and not at hand: ${formatUrl(url)}`, { url: formatUrl(url) }),
    )
  return { fetchBytes: miss, fetchFile: miss, fetchIfChanged: miss, fetchSize: miss, close: () => undefined }
}
