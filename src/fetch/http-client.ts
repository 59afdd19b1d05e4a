// HTTP for everything that is fetched: bounded in size and time, tried again
// on failures of transport alone.
import type { FetchBytesOptions, Http } from '../ports.js'
import { type Clock, SYSTEM_CLOCK } from './clock.js'
import { Connections } from './connections.js'
import { Patience } from './patience.js'
import { assertForm } from './answer-form.js'
import { type ReceiveOptions, receive } from './receive.js'
import { withPatience } from './retry.js'
import { writeOnce, writeWhole } from '../files/write-file.js'

export interface HttpOptions {
  /** Until the head of the answer. */
  readonly connectTimeoutMs?: number
  /** Between two chunks of a body. */
  readonly idleTimeoutMs?: number
  /** For one try of a small answer, from start to end. */
  readonly totalTimeoutMs?: number
  /** For all tries of a file: 4 GiB in an hour is 1.2 MB/s. */
  readonly fileTimeoutMs?: number
  /** How long, in a run, an origin is waited for that is away. */
  readonly patienceMs?: number
  readonly minRetryDelayMs?: number
  readonly maxRetryDelayMs?: number
  readonly maxSocketsPerOrigin?: number
  /** Of time-outs. */
  readonly clock?: Clock
  /** Of waiting; default: the same. */
  readonly waitingClock?: Clock
  readonly random?: () => number
  /** Told now and then while a server is waited for. */
  readonly onWaiting?: ((host: string, waitedMs: number) => void) | undefined
  /** Told every URL that answered, those of redirects included. */
  readonly onReached?: ((url: URL) => void) | undefined
}

/** What `receive` is told beside what callers may say. */
type OneTryOptions = Pick<ReceiveOptions, 'isHead' | 'etag' | 'onHead' | 'onProgress'> & {
  readonly totalTimeoutMs?: number
}

const NOT_MODIFIED = 304
/** A try that is not the first has no longer than the patience lasts, and no shorter than this. */
const MIN_TIMEOUT_MS = 1000
const DEFAULTS = {
  connectTimeoutMs: 20_000,
  idleTimeoutMs: 30_000,
  totalTimeoutMs: 60_000,
  fileTimeoutMs: 3_600_000,
  patienceMs: 150_000,
  minRetryDelayMs: 500,
  maxRetryDelayMs: 15_000,
  maxSocketsPerOrigin: 16,
  clock: SYSTEM_CLOCK,
  random: Math.random,
}

/** The client of a run; `close` ends its connections, and what still runs on them rejects. */
export function createHttp(given: HttpOptions = {}): Http & { close(): void } {
  const options = { ...DEFAULTS, ...given }
  const { clock, connectTimeoutMs } = options
  const connections = new Connections(options.maxSocketsPerOrigin, connectTimeoutMs)
  const patience = new Patience({
    limitMs: options.patienceMs,
    minDelayMs: options.minRetryDelayMs,
    maxDelayMs: options.maxRetryDelayMs,
    clock: options.waitingClock ?? clock,
    random: options.random,
    onWaiting: options.onWaiting,
  })

  /** Tries to receive an answer, with what one try alone is to be told. */
  const fetchPatiently = <T>(
    url: URL,
    { isExpected, patienceMs: limitMs, ...fetchOptions }: FetchBytesOptions & OneTryOptions,
    run: (receiveTo: (onChunk: ReceiveOptions['onChunk']) => Promise<number>) => Promise<T>,
  ): Promise<T> => {
    const signal = AbortSignal.any(
      [connections.signal, fetchOptions.signal].filter((each) => each !== undefined),
    )
    const { totalTimeoutMs: forAllTriesMs } = fetchOptions
    const startedAt = clock.now()
    return withPatience(
      ({ isFirst, remainingMs, onAnswer, onHead }) => {
        const longestMs = isFirst ? (limitMs ?? connectTimeoutMs) : Math.max(MIN_TIMEOUT_MS, remainingMs)
        const receiveOptions = {
          ...options,
          ...fetchOptions,
          totalTimeoutMs:
            forAllTriesMs === undefined
              ? options.totalTimeoutMs
              : Math.max(0, Math.round(startedAt + forAllTriesMs - clock.now())),
          connectTimeoutMs: Math.min(connectTimeoutMs, longestMs),
          signal,
          onAnswer: (answering: URL, status: number) => {
            options.onReached?.(answering)
            onAnswer(answering, status)
          },
          onHead: (message: Parameters<NonNullable<ReceiveOptions['onHead']>>[0]) => {
            onHead()
            fetchOptions.onHead?.(message)
          },
        }
        return connections.inTurn(url, signal, () =>
          run((onChunk) => receive(connections, url, { ...receiveOptions, onChunk })),
        )
      },
      { url, patience, signal, isExpected, limitMs },
    )
  }

  const fetchWhole = (url: URL, fetchOptions: FetchBytesOptions & OneTryOptions): Promise<Buffer> => {
    let status: number | undefined
    const onHead: ReceiveOptions['onHead'] = (message) => {
      status = message.statusCode
      fetchOptions.onHead?.(message)
    }
    return fetchPatiently(url, { ...fetchOptions, onHead }, async (receiveTo) => {
      const chunks: Buffer[] = []
      await receiveTo((chunk) => {
        chunks.push(chunk)
        return undefined
      })
      const bytes = Buffer.concat(chunks)
      if (fetchOptions.isHead !== true && status !== NOT_MODIFIED)
        assertForm(url, bytes, fetchOptions.findFault)
      return bytes
    })
  }

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
        fetchPatiently(url, { ...fetchOptions, totalTimeoutMs: options.fileTimeoutMs }, (receiveTo) =>
          writeOnce(file, fetchOptions, async (onChunk) => {
            const size = await receiveTo(lookAtFirst(url, fetchOptions, onChunk))
            if (size === 0) assertForm(url, Buffer.alloc(0), fetchOptions.findFault)
            return size
          }),
        ),
      ),
    close: () => {
      connections.close()
    },
  }
}

/** Before anything of it is written. */
function lookAtFirst(
  url: URL,
  { findFault }: FetchBytesOptions,
  onChunk: ReceiveOptions['onChunk'],
): ReceiveOptions['onChunk'] {
  let isFirst = true
  return (chunk) => {
    if (isFirst) assertForm(url, chunk, findFault)
    isFirst = false
    return onChunk(chunk)
  }
}
