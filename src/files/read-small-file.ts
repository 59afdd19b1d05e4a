// Files that somebody else may have made: read whole, and no further than a cap.
import { open } from 'node:fs/promises'

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

/**
 * Reads a file up to a cap. Its size is not asked for beforehand: that of a device or a pipe is 0.
 * @throws TooLargeError, or what the file system says
 */
export async function readSmallFile(path: string, maxBytes: number): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw new TooLargeError(`it has more than ${maxBytes} bytes`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    await handle.close()
  }
}
