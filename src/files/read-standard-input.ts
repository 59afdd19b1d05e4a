// What is piped in: read whole, and no further than a cap.
import { TooLargeError } from './read-small-file.js'

/**
 * Reads standard input up to a cap.
 * @throws TooLargeError, or what the stream says
 */
export async function readStandardInput(maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new TooLargeError(`it has more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
