// Files of lines: read one by one, and added to while the work goes on.
import { once } from 'node:events'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { UnfitFileError, openFile, toNamed } from './open-file.js'
import { TooLargeError } from './read-small-file.js'

const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>
const APPEND = constants.O_WRONLY | constants.O_APPEND | O_NOFOLLOW | O_NONBLOCK

/** The lines of a file that the user named. Rejects as `readSmallFile` does. */
export async function* readLines(path: string, maxBytes: number): AsyncGenerator<string> {
  const { handle, stats } = await openFile(path, toNamed(path))
  try {
    if (stats.size > BigInt(maxBytes)) throw new TooLargeError(`it has more than ${maxBytes} bytes`)
    const input = handle.createReadStream({ end: maxBytes, autoClose: false })
    yield* createInterface({ input, crlfDelay: Infinity })
  } finally {
    await handle.close()
  }
}

export interface LineWriter {
  write(line: string): void
  close(): Promise<void>
}

/** Adds to a file that is there. Whatever fails later, fails in silence. */
export async function appendTo(path: string): Promise<LineWriter> {
  const handle = await open(path, APPEND)
  if (!(await handle.stat()).isFile()) {
    await handle.close()
    throw new UnfitFileError('it is no regular file')
  }
  const stream = handle.createWriteStream()
  // It is for a run to come; this one does without.
  stream.on('error', () => undefined)
  return {
    write: (line) => {
      stream.write(line)
    },
    close: async () => {
      stream.end()
      if (!stream.closed) await once(stream, 'close')
    },
  }
}
