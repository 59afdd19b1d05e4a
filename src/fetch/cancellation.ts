// Cancelled requests: by the caller, by the end of the run, or by a clock.
import { CodedError, FetchError } from '../errors.js'
import { formatUrl } from './url-policy.js'

/** Why a signal was aborted, as an error of ours; a caller's reason may be anything. */
export function reasonOf(signal: AbortSignal, url: URL): CodedError {
  const reason: unknown = signal.reason
  if (reason instanceof CodedError) return reason
  const message = `the fetch of ${formatUrl(url)} was cancelled`
  return new FetchError('FETCH_NETWORK', message, { cause: reason, url: formatUrl(url) })
}

/** Settles as `work` does, or rejects as soon as the signal aborts and `isWaiting` still holds. */
export function untilAborted<T>(
  work: Promise<T>,
  { signal, url, isWaiting = () => true }: { signal: AbortSignal; url: URL; isWaiting?: () => boolean },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      if (isWaiting()) reject(reasonOf(signal, url))
    }
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort)
    })
  })
}
