// HTTP for everything that is fetched: bounded in size and time, retried on
// failures of transport alone.
import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { constants } from 'node:fs'
import { Digest } from '../digest.js'
import { FetchError, InstallError, messageOf } from '../errors.js'
import type { FetchBytesOptions, FetchFileOptions, Http, MeasuredFile } from '../ports.js'
import { Connections, openExchange } from './exchange.js'
import { readBody } from './read-body.js'
import { withRetries } from './retry.js'
import { formatUrl } from './url-policy.js'

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
}

const DEFAULTS: Required<HttpOptions> = {
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

/** Windows has no such flag. */
const O_NOFOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW
const PRIVATE_MODE = 0o600

/** The client of a run; `close` ends its connections. */
export function createHttp(given: HttpOptions = {}): Http & { close(): void } {
  const options = { ...DEFAULTS, ...given }
  const connections = new Connections(options.maxSocketsPerOrigin)
  const retryOptions = {
    retries: options.retries,
    minDelayMs: options.minRetryDelayMs,
    maxDelayMs: options.maxRetryDelayMs,
    maxRetryAfterMs: options.maxRetryAfterMs,
  }
  const attempt = (
    url: URL,
    fetchOptions: FetchBytesOptions,
    totalMs: number,
    onChunk: OnChunk,
  ): Promise<number> => receive(connections, url, { ...options, ...fetchOptions, totalMs }, onChunk)

  return {
    fetchBytes: (url, fetchOptions) =>
      withRetries(
        async () => {
          const chunks: Buffer[] = []
          await attempt(url, fetchOptions, options.totalTimeoutMs, (chunk) => {
            chunks.push(chunk)
            return undefined
          })
          return Buffer.concat(chunks)
        },
        { ...retryOptions, signal: fetchOptions.signal },
      ),
    fetchFile: (url, fetchOptions) =>
      writeWhole(fetchOptions.path, (file) =>
        withRetries(
          () =>
            toFile(file, fetchOptions.path, (onChunk) =>
              attempt(url, fetchOptions, options.fileTimeoutMs, onChunk),
            ),
          { ...retryOptions, signal: fetchOptions.signal },
        ),
      ),
    close: () => {
      connections.close()
    },
  }
}

type OnChunk = (chunk: Buffer) => Promise<void> | undefined

interface ReceiveOptions extends FetchBytesOptions, Required<HttpOptions> {
  readonly totalMs: number
  readonly onProgress?: FetchFileOptions['onProgress']
}

/** One try, under all its clocks. */
async function receive(
  connections: Connections,
  url: URL,
  options: ReceiveOptions,
  onChunk: OnChunk,
): Promise<number> {
  const controller = new AbortController()
  const { signal } = controller
  const expire = (what: string, milliseconds: number) => () => {
    const message = `${formatUrl(url)} did not answer in time (${what}: ${milliseconds} ms)`
    controller.abort(new FetchError('FETCH_TIMEOUT', message, { url: formatUrl(url), retryable: true }))
  }
  const onAbort = (): void => {
    controller.abort(options.signal?.reason)
  }
  options.signal?.addEventListener('abort', onAbort, { once: true })
  const total = setTimeout(expire('in all', options.totalMs), options.totalMs)
  const connect = setTimeout(expire('until its head', options.connectTimeoutMs), options.connectTimeoutMs)
  let idle: NodeJS.Timeout | undefined
  try {
    options.signal?.throwIfAborted()
    const message = await openExchange(connections, url, { accept: options.accept, signal })
    clearTimeout(connect)
    idle = setTimeout(expire('between chunks', options.idleTimeoutMs), options.idleTimeoutMs)
    return await readBody(message, {
      url,
      maxBytes: options.maxBytes,
      signal,
      onProgress: options.onProgress,
      onChunk: (chunk) => {
        idle?.refresh()
        return onChunk(chunk)
      },
    })
  } finally {
    for (const timer of [total, connect, idle]) clearTimeout(timer)
    options.signal?.removeEventListener('abort', onAbort)
  }
}

/** One try into the file, from its start; each write runs while the next chunk is hashed. */
async function toFile(
  file: FileHandle,
  path: string,
  transfer: (onChunk: OnChunk) => Promise<number>,
): Promise<MeasuredFile> {
  const hash = createHash('sha256')
  let position = 0
  let writing: Promise<void> = Promise.resolve()
  await writeLocally(path, () => file.truncate(0))
  const size = await transfer((chunk) => {
    const previous = writing
    const at = position
    position += chunk.length
    writing = previous.then(() => writeLocally(path, () => writeAll(file, chunk, at)))
    // The next await on it tells; until then it must not count as unhandled.
    writing.catch(() => undefined)
    hash.update(chunk)
    return previous
  }).finally(() => writing)
  return { path, size, sha256: new Digest(hash.digest()) }
}

async function writeAll(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    written += (await file.write(chunk, written, chunk.length - written, position + written)).bytesWritten
  }
}

/** A new file that is whole or gone. */
async function writeWhole(
  path: string,
  write: (file: FileHandle) => Promise<MeasuredFile>,
): Promise<MeasuredFile> {
  const file = await writeLocally(path, () => open(path, CREATE, PRIVATE_MODE))
  try {
    const measured = await write(file)
    await writeLocally(path, () => file.close())
    return measured
  } catch (thrown) {
    await file.close().catch(() => undefined)
    await rm(path, { force: true })
    throw thrown
  }
}

/** What the local file system refuses is not the network's fault, and not tried again. */
async function writeLocally<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    throw new InstallError('INSTALL_WRITE_FAILED', `${path} cannot be written: ${messageOf(cause)}`, {
      cause,
    })
  }
}
