// Streams as others' tools compress them; broken ones; and what is left behind.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { ByteSource } from '../../src/archive/byte-source.js'
import { type Compression, decompress } from '../../src/archive/decompress.js'
import { withKnownChecks } from '../../src/archive/xz-checks.js'
import { ROOT } from '../support/folders.js'

const FOLDER = join(ROOT, '__tests__/fixtures/packages')
const read = (name: string): Promise<Buffer> => readFile(join(FOLDER, name))

async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function unpack(bytes: Buffer, form: Compression): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of decompress(inPieces(bytes), form)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const STREAMS: readonly (readonly [string, Compression])[] = [
  ['numbers.gz', 'gzip'],
  ['numbers.zst', 'zstd'],
  ['numbers-crc64.xz', 'xz'],
  ['numbers-sha256.xz', 'xz'],
  ['numbers-blocks-sha256.xz', 'xz'],
]

test.each(STREAMS)('%s', async (name, form) => {
  expect((await unpack(await read(name), form)).equals(await read('numbers'))).toBe(true)
})

test.each(STREAMS)('%s, cut off anywhere', async (name, form) => {
  const bytes = await read(name)
  const ends = form === 'xz' ? [13, 100, 700, bytes.length - 40] : [13, 100, 700, bytes.length - 1]
  for (const end of ends) await expect(unpack(bytes.subarray(0, end), form)).rejects.toThrow()
})

test.each(STREAMS)('%s, with bytes changed', async (name, form) => {
  const whole = await read('numbers')
  const bytes = await read(name)
  for (const at of [20, 200]) {
    const changed = Buffer.from(bytes)
    changed.fill(0xff, at, at + 3)
    const end = await unpack(changed, form).catch(() => undefined)
    // Without a check that is read, what comes out is another file: its digest says so.
    expect(end?.equals(whole)).not.toBe(true)
  }
})

test('a filter that is not known', async () => {
  await expect(unpack(await read('numbers-x86.xz'), 'xz')).rejects.toThrow('made with a filter or check')
})

test('a stream with checks that are known passes as it is', async () => {
  const bytes = await read('numbers-crc64.xz')
  const chunks: Buffer[] = []
  for await (const chunk of withKnownChecks(new ByteSource(inPieces(bytes)))) chunks.push(chunk)
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
})

test('one that was given up holds no other up', async () => {
  const bytes = await read('numbers-crc64.xz')
  for (let times = 0; times < 3; times++) {
    const begun = decompress(inPieces(bytes, 1000), 'xz')
    await begun.next()
    await begun.return(undefined)
  }
  await expect(unpack(bytes.subarray(0, 500), 'xz')).rejects.toThrow()
  expect((await unpack(bytes, 'xz')).length).toBe((await read('numbers')).length)
})

test('an error of the source comes through as it is', async () => {
  async function* failing(bytes: Buffer): AsyncGenerator<Buffer> {
    yield* inPieces(bytes.subarray(0, 20))
    throw new Error('the disk is gone')
  }
  for (const [bytes, form] of [
    [gzipSync('x'.repeat(1000)), 'gzip'],
    [zstdCompressSync('x'.repeat(1000)), 'zstd'],
    [await read('numbers-crc64.xz'), 'xz'],
  ] as const) {
    const reading = async (): Promise<void> => {
      for await (const chunk of decompress(failing(bytes), form)) void chunk
    }
    await expect(reading()).rejects.toThrow('the disk is gone')
  }
})
