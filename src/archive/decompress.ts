// Compressed streams, in constant memory. Node has gzip and zstd; xz is the
// `xz-decompress` package, xz-embedded in WebAssembly. It has one decoder for
// the whole process, and a second waits for the first to end: so xz within xz
// is refused by whoever calls this.
import { once } from 'node:events'
import { Readable, type Transform } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { XzReadableStream } from 'xz-decompress'
import { ByteSource, UnreadError } from './byte-source.js'
import { withKnownChecks } from './xz-checks.js'

export type Compression = 'gzip' | 'zstd' | 'xz'

/** @throws UnreadError when the stream is broken or cut off */
export async function* decompress(
  compressed: AsyncIterable<Buffer>,
  form: Compression,
): AsyncGenerator<Uint8Array> {
  if (form === 'xz') yield* decompressXz(compressed)
  else yield* through(compressed, form === 'gzip' ? createGunzip() : createZstdDecompress())
}

async function* through(compressed: AsyncIterable<Buffer>, transform: Transform): AsyncGenerator<Uint8Array> {
  const input = Readable.from(compressed, { objectMode: false })
  input.on('error', (error) => transform.destroy(error))
  try {
    yield* input.pipe(transform) as AsyncIterable<Buffer>
  } finally {
    transform.destroy()
    // What it was about to read is read before anybody reads on.
    if (!input.closed) {
      const closed = once(input, 'close')
      input.destroy()
      await closed
    }
  }
}

async function* decompressXz(compressed: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  const Stream = await loadDecoder()
  const input = ReadableStream.from(withKnownChecks(new ByteSource(compressed))) as unknown as InputStream
  try {
    yield* new Stream(input) as unknown as AsyncIterable<Uint8Array>
  } catch (thrown) {
    // Its codes mean nothing to anybody; that of the source comes through as it is.
    if (thrown instanceof Error && !/get_next_output|null/.test(thrown.message)) throw thrown
    throw new UnreadError(
      'its xz stream is broken, cut off, or made with a filter or check that is not known',
      {
        cause: thrown,
      },
    )
  }
}

type Decoder = typeof XzReadableStream
type InputStream = ConstructorParameters<Decoder>[0]

interface Exports {
  readonly XzReadableStream: Decoder
}

/** A bundler gives what the package exports, and Node all of it as its default. */
async function loadDecoder(): Promise<Decoder> {
  const loaded: Exports & { readonly default?: Exports } = await import('xz-decompress')
  return (loaded.default ?? loaded).XzReadableStream
}
