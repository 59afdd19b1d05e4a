// A Debian package: an archive of ar(1) with `debian-binary`, `control.tar.…`
// and `data.tar.…` (deb(5)). No library that is kept reads it, and all that is
// needed of it is where its members begin.
import type { ByteSource } from './byte-source.js'
import { UnreadError } from './byte-source.js'
import type { Member } from './member.js'

const MAGIC_BYTES = 8
/** Name (16), time, user, group, mode, size (48 to 57), and two bytes that end it. */
const HEADER = /^(.{16})[ \d]{12}[ \d]{6}[ \d]{6}[ 0-7]{8}(\d{1,10}) *`\n$/
const HEADER_BYTES = 60
/** A package has three, and perhaps a signature. */
const MAX_MEMBERS = 16

/** Gives `take` the packed folders of a package. @throws UnreadError when it is broken or cut off */
export async function readDeb(source: ByteSource, take: (member: Member) => Promise<void>): Promise<void> {
  await source.skip(MAGIC_BYTES)
  let data = 0
  for (let members = 0; (await source.peek(1)).length > 0; members++) {
    const [, padded = '', size = ''] = HEADER.exec((await source.read(HEADER_BYTES)).toString('latin1')) ?? []
    const name = padded.trimEnd().replace(/\/$/, '')
    if (name === '' || members === MAX_MEMBERS)
      throw new UnreadError('it is a Debian package that cannot be read')
    const length = Number(size)
    if (name.startsWith('data.tar')) data++
    const end = source.position + length
    if (/^(?:data|control)\.tar/.test(name)) await take({ content: source.take(length), form: 'tar' })
    await source.skipTo(end)
    // Members begin at even places.
    if (length % 2 === 1 && (await source.peek(1)).length > 0) await source.skip(1)
  }
  if (data !== 1) throw new UnreadError(`it is a Debian package with ${data} members data.tar`)
}
