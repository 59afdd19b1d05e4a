// A folder in the place of a server: an export, or a mirror on a file system.
// It opens no socket. What lies there is as hostile as what a server sends.
import type { FileHandle } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { FetchError, messageOf } from '../errors.js'
import type { FetchBytesOptions, FetchFileOptions, Http } from '../ports.js'
import { openFile } from '../files/open-file.js'
import { writeOnce, writeWhole } from '../files/write-file.js'
import { NOT_FOUND } from './not-found.js'

const READ_BYTES = 512 * 1024

/** @param root a `file:` URL: nothing outside of it is read, by a link neither */
export function createFolderHttp(root: URL): Http {
  const fetchBytes: Http['fetchBytes'] = async (url, options) => {
    const chunks: Buffer[] = []
    await read(await openInside(root, url), { url, ...options }, (chunk) => {
      chunks.push(chunk)
      return undefined
    })
    return Buffer.concat(chunks)
  }
  return {
    fetchBytes,
    fetchIfChanged: async (url, options) => ({ bytes: await fetchBytes(url, options), etag: undefined }),
    fetchSize: async (url) => {
      const handle = await openInside(root, url)
      try {
        return (await handle.stat()).size
      } finally {
        await handle.close()
      }
    },
    fetchFile: (url, options) =>
      writeWhole(options.path, (file) =>
        writeOnce(file, options, async (onChunk) =>
          read(await openInside(root, url), { url, ...options }, onChunk),
        ),
      ),
  }
}

type OnChunk = (chunk: Buffer) => Promise<void> | undefined

type ReadOptions = FetchBytesOptions & Pick<FetchFileOptions, 'onProgress'> & { readonly url: URL }

/** Reads to the end, and closes. */
async function read(
  handle: FileHandle,
  { url, maxBytes, onProgress }: ReadOptions,
  onChunk: OnChunk,
): Promise<number> {
  try {
    const { size: totalBytes } = await handle.stat()
    let receivedBytes = 0
    const stream = handle.createReadStream({ highWaterMark: READ_BYTES, autoClose: false })
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      receivedBytes += chunk.length
      if (receivedBytes > maxBytes) {
        const context = {
          url: url.href,
          expected: `at most ${maxBytes} bytes`,
          actual: `${receivedBytes} bytes or more`,
        }
        throw new FetchError('FETCH_TOO_LARGE', `${url.href} is larger than such a file may be`, context)
      }
      await onChunk(chunk)
      onProgress?.({ receivedBytes, totalBytes })
    }
    return receivedBytes
  } finally {
    await handle.close()
  }
}

async function openInside(root: URL, url: URL): Promise<FileHandle> {
  try {
    const { handle } = await openFile(fileURLToPath(url), { root: fileURLToPath(root) })
    return handle
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const status = isMissing ? { status: NOT_FOUND } : {}
    throw new FetchError('FETCH_NETWORK', `${url.href} cannot be read: ${messageOf(cause)}`, {
      cause,
      ...status,
    })
  }
}
