// Files that somebody else may have made: read whole, and no further than a cap.
import { type OpenOptions, UnfitFileError, openFile, toNamed } from './open-file.js'

/** A file beyond the bound of what it should be. */
export class TooLargeError extends UnfitFileError {
  override readonly name = 'TooLargeError'
}

/**
 * Reads a file up to a cap. Its size is not asked for beforehand: it may grow meanwhile.
 * @param options where its links may lead; default: the user named it
 * @throws TooLargeError, UnfitFileError, or what the file system says
 */
export async function readSmallFile(
  path: string,
  maxBytes: number,
  options: OpenOptions = toNamed(path),
): Promise<Buffer> {
  const { handle } = await openFile(path, options)
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
