// The decoder of xz knows CRC-32 and CRC-64 alone, and rpm makes its payloads
// with SHA-256. What a file is its own digest decides here, so the checks are
// left out: the same compressed blocks, in a stream that says it has none (the
// .xz file format 1.2.1, sections 2 to 4). Nothing is decoded: LZMA2 says of
// each chunk how long it is.
import { crc32 } from 'node:zlib'
import { type ByteSource, UnreadError } from './byte-source.js'

const MAGIC = Buffer.from('fd377a585a00', 'hex')
const FOOTER_MAGIC = Buffer.from('YZ')
const HEADER_BYTES = 12
/** In the header: after the magic and a null byte. */
const CHECK_AT = 7
const NO_CHECK = Buffer.from([0, 0])
/** None, CRC-32, CRC-64. */
const KNOWN: readonly number[] = [0, 1, 4]
/** In bytes, by the kind of a check (section 2.1.1.2). */
const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64]
const ALIGNMENT = 4
/** A chunk of LZMA2 begins with what it is: the end, bytes as they are, or compressed ones, perhaps with properties. */
const LAST_STORED = 0x02
const COMPRESSED = 0x80
const WITH_PROPERTIES = 0xc0

/** A block, as the index at the end of a stream lists it. */
interface Block {
  /** Of header and chunks. */
  readonly size: number
  readonly unpacked: number
}

/** A stream of xz that the decoder knows: as it is, or without its checks. @throws UnreadError for one that is broken */
export async function* withKnownChecks(source: ByteSource): AsyncGenerator<Buffer> {
  const kind = (await source.peek(HEADER_BYTES))[CHECK_AT] ?? 0
  if (KNOWN.includes(kind)) yield* source.take()
  else yield* withoutChecks(source, CHECK_SIZES[kind] ?? 0)
}

async function* withoutChecks(source: ByteSource, checkBytes: number): AsyncGenerator<Buffer> {
  await source.skip(HEADER_BYTES)
  yield Buffer.concat([MAGIC, NO_CHECK, toCrc(NO_CHECK)])
  const blocks: Block[] = []
  for (;;) {
    const [first = 0] = await source.read(1)
    if (first === 0) break
    const rest = await source.read((first + 1) * ALIGNMENT - 1)
    yield Buffer.concat([Buffer.from([first]), rest])
    const block = yield* takeChunks(source)
    blocks.push({ ...block, size: block.size + rest.length + 1 })
    // Of the block as it was: its header has a size that needs no padding.
    yield await source.read(paddingOf(block.size))
    await source.skip(checkBytes)
  }
  yield* endStream(blocks)
}

async function* takeChunks(source: ByteSource): AsyncGenerator<Buffer, Block> {
  let size = 0
  let unpacked = 0
  for (;;) {
    const head = Buffer.from(await source.read(1))
    const [control = 0] = head
    yield head
    size += 1
    if (control === 0) return { size, unpacked }
    if (control > LAST_STORED && control < COMPRESSED) throw new UnreadError('its xz stream is broken')
    const isStored = control <= LAST_STORED
    const sizes = Buffer.from(await source.read(isStored ? 2 : control < WITH_PROPERTIES ? 4 : 5))
    yield sizes
    const low = sizes.readUInt16BE(0) + 1
    const packed = isStored ? low : sizes.readUInt16BE(2) + 1
    unpacked += isStored ? low : ((control & 0x1f) << 16) + low
    yield* source.take(packed)
    size += sizes.length + packed
  }
}

function* endStream(blocks: readonly Block[]): Generator<Buffer> {
  const records = blocks.flatMap(({ size, unpacked }) => [...toNumber(size), ...toNumber(unpacked)])
  const plain = Buffer.from([0, ...toNumber(blocks.length), ...records])
  const index = Buffer.concat([plain, Buffer.alloc(paddingOf(plain.length))])
  const backwards = Buffer.alloc(ALIGNMENT)
  backwards.writeUInt32LE((index.length + ALIGNMENT) / ALIGNMENT - 1)
  const footer = Buffer.concat([backwards, NO_CHECK])
  yield Buffer.concat([index, toCrc(index), toCrc(footer), footer, FOOTER_MAGIC])
}

/** Seven bits a byte, the lowest first (section 1.2). */
function toNumber(value: number): number[] {
  const bytes: number[] = []
  let left = value
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80)
  return [...bytes, left]
}

function toCrc(bytes: Buffer): Buffer {
  const crc = Buffer.alloc(ALIGNMENT)
  crc.writeUInt32LE(crc32(bytes))
  return crc
}

function paddingOf(size: number): number {
  return (ALIGNMENT - (size % ALIGNMENT)) % ALIGNMENT
}
