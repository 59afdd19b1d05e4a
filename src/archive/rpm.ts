// An RPM package: a lead, two headers that are passed over, and a compressed
// cpio archive (the RPM file format, version 4). No library that is kept reads
// it, and all that is needed of it is where its payload begins.
import type { ByteSource } from './byte-source.js'
import { UnreadError } from './byte-source.js'
import type { Member } from './member.js'

const LEAD_BYTES = 96
const HEADER_MAGIC = '8eade801'
/** Magic (4), reserved (4), entries of the index (4), bytes of the store (4). */
const INTRO_BYTES = 16
const INDEX_ENTRY_BYTES = 16
/** As rpm has it (headerutil: header_limits). */
const MAX_HEADER_BYTES = 256 * 1024 * 1024
const ALIGNMENT = 8

/** Gives `take` the payload of a package. @throws UnreadError when it is broken or cut off */
export async function readRpm(source: ByteSource, take: (member: Member) => Promise<void>): Promise<void> {
  await source.skip(LEAD_BYTES)
  const signatures = await skipHeader(source)
  await source.skip((ALIGNMENT - (signatures % ALIGNMENT)) % ALIGNMENT)
  await skipHeader(source)
  await take({ content: source.take(), form: 'cpio' })
}

/** @returns how long it was, in bytes */
async function skipHeader(source: ByteSource): Promise<number> {
  const intro = await source.read(INTRO_BYTES)
  const size = intro.readUInt32BE(8) * INDEX_ENTRY_BYTES + intro.readUInt32BE(12)
  if (intro.toString('hex', 0, 4) !== HEADER_MAGIC || size > MAX_HEADER_BYTES)
    throw new UnreadError('it is an RPM package that cannot be read')
  await source.skip(size)
  return INTRO_BYTES + size
}
