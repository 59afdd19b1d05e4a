// HTTP for everything that is fetched: bounded in size and time, retried on
// failures of transport alone.
import { CodedError } from '../errors.js'
import type { FetchBytesOptions, Http } from '../ports.js'
import { reasonOf } from './cancellation.js'
import { Connections, type MirrorAuthorization } from './exchange.js'
import { type ReceiveOptions, receive } from './receive.js'
import { withRetries } from './retry.js'
import { writeOnce, writeWhole } from '../files/write-file.js'

export interface HttpOptions {
  /** Until the head of the answer. */
  readonly connectTimeoutMs?: number
  /** Between two chunks of a body. */
  readonly idleTimeoutMs?: number
  /** For one try of a small answer, from start to end. */
  readonly totalTimeoutMs?: number
  /** For one try of a file: 4 GiB in an hour is 1.2 MB/s. */
  readonly fileTimeoutMs?: number
  readonly retries?: number
  readonly minRetryDelayMs?: number
  readonly maxRetryDelayMs?: number
  readonly maxRetryAfterMs?: number
  readonly maxSocketsPerOrigin?: number
  readonly mirrorAuthorization?: MirrorAuthorization | undefined
}

const NOT_MODIFIED = 304
const DEFAULTS: Required<Omit<HttpOptions, 'mirrorAuthorization'>> = {
  connectTimeoutMs: 20_000,
  idleTimeoutMs: 30_000,
  totalTimeoutMs: 60_000,
  fileTimeoutMs: 3_600_000,
  retries: 4,
  minRetryDelayMs: 500,
  maxRetryDelayMs: 15_000,
  maxRetryAfterMs: 60_000,
  maxSocketsPerOrigin: 16,
}

/** The client of a run; `close` ends its connections, and what still runs on them rejects. */
export function createHttp(given: HttpOptions = {}): Http & { close(): void } {
  const options = { ...DEFAULTS, ...given }
  const connections = new Connections(options.maxSocketsPerOrigin, options.mirrorAuthorization)

  const retry = async <T>(
    url: URL,
    fetchOptions: FetchBytesOptions,
    attempt: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    const signal = AbortSignal.any(
      [connections.signal, fetchOptions.signal].filter((each) => each !== undefined),
    )
    try {
      return await withRetries(() => connections.inTurn(url, signal, () => attempt(signal)), {
        retries: options.retries,
        minDelayMs: options.minRetryDelayMs,
        maxDelayMs: options.maxRetryDelayMs,
        maxRetryAfterMs: options.maxRetryAfterMs,
        signal,
      })
    } catch (thrown) {
      // While it waits to try again, an abort is thrown as the caller gave it.
      if (signal.aborted && !(thrown instanceof CodedError)) throw reasonOf(signal, url)
      throw thrown
    }
  }

  const fetchWhole = (
    url: URL,
    fetchOptions: FetchBytesOptions & Pick<ReceiveOptions, 'isHead' | 'etag' | 'onHead'>,
  ): Promise<Buffer> =>
    retry(url, fetchOptions, async (signal) => {
      const chunks: Buffer[] = []
      const onChunk: ReceiveOptions['onChunk'] = (chunk) => {
        chunks.push(chunk)
        return undefined
      }
      await receive(connections, url, { ...options, ...fetchOptions, signal, onChunk })
      return Buffer.concat(chunks)
    })

  return {
    fetchBytes: fetchWhole,
    fetchIfChanged: async (url, fetchOptions) => {
      let status: number | undefined
      let etag: string | undefined
      const onHead: ReceiveOptions['onHead'] = ({ statusCode, headers }) => {
        status = statusCode
        etag = headers.etag
      }
      const bytes = await fetchWhole(url, { ...fetchOptions, onHead })
      return status === NOT_MODIFIED ? undefined : { bytes, etag }
    },
    fetchSize: async (url, fetchOptions) => {
      let length: string | undefined
      const onHead: ReceiveOptions['onHead'] = ({ headers }) => {
        length = headers['content-length']
      }
      await fetchWhole(url, { ...fetchOptions, maxBytes: 0, isHead: true, onHead })
      return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : undefined
    },
    fetchFile: (url, fetchOptions) =>
      writeWhole(fetchOptions.path, (file) =>
        retry(url, fetchOptions, (signal) =>
          writeOnce(file, fetchOptions, (onChunk) => {
            const totalTimeoutMs = options.fileTimeoutMs
            return receive(connections, url, { ...options, ...fetchOptions, totalTimeoutMs, signal, onChunk })
          }),
        ),
      ),
    close: () => {
      connections.close()
    },
  }
}
