// Standard output and standard error. Node's streams take milliseconds to make,
// those of pipes the most, and write to files and pipes at once all the same:
// so that is done without them.
import { fstatSync, writeSync } from 'node:fs'

export type OutputName = 'stdout' | 'stderr'

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const

/**
 * Makes what prints a text. A reader that has had enough (`| head -1`) is no fault.
 * @param onFault told of an output that cannot be written
 */
export function createPrint(
  onFault: (error: Error, name: OutputName) => void,
): (name: OutputName, text: string) => void {
  const ways: Partial<Record<OutputName, 'at once' | 'stream'>> = {}
  const blame = (thrown: unknown, name: OutputName): void => {
    const error = thrown as NodeJS.ErrnoException
    if (error.code !== 'EPIPE') onFault(error, name)
  }
  const toStream = (name: OutputName): NodeJS.WriteStream => {
    if (ways[name] !== 'stream') process[name].on('error', (error) => blame(error, name))
    ways[name] = 'stream'
    return process[name]
  }
  return (name, text) => {
    if (text === '') return
    if (ways[name] === undefined && isWrittenAtOnce(name)) ways[name] = 'at once'
    if (ways[name] !== 'at once') {
      toStream(name).write(text)
      return
    }
    try {
      const rest = writeNow(DESCRIPTORS[name], Buffer.from(text))
      if (rest.length > 0) toStream(name).write(rest)
    } catch (thrown) {
      blame(thrown, name)
    }
  }
}

/** A file, a pipe or a socket. A terminal has ways of its own, and Windows' names no kind. */
function isWrittenAtOnce(name: OutputName): boolean {
  try {
    return process.platform !== 'win32' && !fstatSync(DESCRIPTORS[name]).isCharacterDevice()
  } catch {
    return false
  }
}

/** @returns what a full pipe that does not wait has not taken */
function writeNow(descriptor: number, bytes: Buffer): Buffer {
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EAGAIN') throw thrown
  }
  return bytes.subarray(written)
}
