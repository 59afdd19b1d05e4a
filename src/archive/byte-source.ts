// A stream of bytes that is read piece by piece: a header, then so many bytes
// of content, then what comes after. Nothing is kept but what was not taken yet.
import { messageOf } from '../errors.js'

/** What cannot be read for what it is. Its message goes on after the name of the file: `it ends too early`. */
export class UnreadError extends Error {
  override readonly name: string = 'UnreadError'
}

/** More than is looked at; whatever it stands in is given up as well. */
export class LimitError extends UnreadError {
  override readonly name = 'LimitError'
}

/** Why something cannot be read, to go on after its name. */
export function whyUnread(thrown: unknown): string {
  return thrown instanceof UnreadError ? thrown.message : `it cannot be read: ${messageOf(thrown)}`
}

/** Reads a stream once, in order. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>
  #ahead: Buffer = Buffer.alloc(0)
  #isOver = false
  #position = 0

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** How many bytes were taken or left out so far. */
  get position(): number {
    return this.#position
  }

  /** The next bytes, which are still there afterwards; fewer where the stream has no more. */
  async peek(size: number): Promise<Buffer> {
    while (this.#ahead.length < size) {
      const chunk = await this.#next()
      if (chunk === undefined) break
      this.#ahead = Buffer.concat([this.#ahead, chunk])
    }
    return this.#ahead.subarray(0, size)
  }

  /** Takes the next bytes. @throws UnreadError when there are fewer */
  async read(size: number): Promise<Buffer> {
    const bytes = await this.peek(size)
    if (bytes.length < size) throw new UnreadError('it ends too early')
    this.#ahead = this.#ahead.subarray(size)
    this.#position += size
    return bytes
  }

  /** Takes so many bytes as they come; without a size, all the rest. @throws UnreadError when there are fewer */
  async *take(size = Infinity): AsyncGenerator<Buffer> {
    let left = size
    while (left > 0) {
      const chunk = this.#ahead.length > 0 ? this.#ahead : await this.#next()
      if (chunk === undefined) {
        if (size === Infinity) return
        throw new UnreadError('it ends too early')
      }
      const taken = chunk.subarray(0, left)
      this.#ahead = chunk.subarray(taken.length)
      left -= taken.length
      this.#position += taken.length
      if (taken.length > 0) yield taken
    }
  }

  /** Leaves bytes out. @throws UnreadError when there are fewer */
  async skip(size = Infinity): Promise<void> {
    for await (const chunk of this.take(size)) void chunk
  }

  /** Leaves out what comes before a position. @throws UnreadError when the stream ends before it */
  skipTo(position: number): Promise<void> {
    return this.skip(position - this.#position)
  }

  async #next(): Promise<Buffer | undefined> {
    if (this.#isOver) return undefined
    const next = await this.#chunks.next()
    if (next.done === true) {
      this.#isOver = true
      return undefined
    }
    const { buffer, byteOffset, byteLength } = next.value
    return Buffer.from(buffer, byteOffset, byteLength)
  }
}
