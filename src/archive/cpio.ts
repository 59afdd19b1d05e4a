// A cpio archive of the new ASCII form, with or without sums, as RPM packages
// have it (cpio(5)). No library that is kept reads it.
import { type ByteSource, UnreadError } from './byte-source.js'
import { EXECUTE_BITS, type TakeEntry, plainPath } from './entry.js'

const HEADER_BYTES = 110
/** Magic, and thirteen numbers of eight hex digits. */
const HEADER = /^07070[12]([0-9a-fA-F]{8}){13}$/
const FIELDS = ['inode', 'mode', 'uid', 'gid', 'links', 'mtime', 'size', 'major', 'minor'] as const
/** After the devices of a special file. */
const NAME_SIZE = 11
const MAX_NAME_BYTES = 4096
const TRAILER = 'TRAILER!!!'
const ALIGNMENT = 4
const KIND_BITS = 0o170000
const FILE = 0o100000
const FOLDER = 0o040000
const LINK = 0o120000

type Header = Readonly<Record<(typeof FIELDS)[number] | 'nameSize', number>>

/** A file of several names stands under all but one of them without content. */
type Inodes = Map<string, { readonly names: string[]; owner?: string }>

/** Gives every entry to `take`, one after the other. @throws UnreadError when the archive is broken or cut off */
export async function readCpio(source: ByteSource, take: TakeEntry): Promise<void> {
  const inodes: Inodes = new Map()
  for (;;) {
    const header = parseHeader((await source.read(HEADER_BYTES)).toString('latin1'))
    const path = plainPath(await readName(source, header.nameSize))
    if (path === TRAILER) break
    await readEntry(source, { header, path, inodes }, take)
  }
  for (const { names, owner } of inodes.values()) {
    for (const path of names)
      await take(
        owner === undefined
          ? { kind: 'unread', path, why: 'it is a hard link without content' }
          : { kind: 'link', path, isHard: true, target: owner },
      )
  }
}

interface Reading {
  readonly header: Header
  readonly path: string
  readonly inodes: Inodes
}

async function readEntry(
  source: ByteSource,
  { header, path, inodes }: Reading,
  take: TakeEntry,
): Promise<void> {
  const { mode, links, size } = header
  const end = source.position + size
  const kind = mode & KIND_BITS
  if (kind === LINK) {
    if (size > MAX_NAME_BYTES) throw new UnreadError('it has a link that is too long')
    await take({ kind: 'link', path, isHard: false, target: (await source.read(size)).toString() })
  } else if (kind === FILE && links > 1 && size === 0) {
    inodeOf(header, inodes).names.push(path)
  } else if (kind === FILE) {
    if (links > 1) inodeOf(header, inodes).owner = path
    await take({ kind: 'file', path, isExecutable: (mode & EXECUTE_BITS) !== 0, content: source.take(size) })
  } else {
    await take(
      kind === FOLDER ? { kind: 'folder', path } : { kind: 'unread', path, why: 'it is a special file' },
    )
  }
  await source.skipTo(end + paddingOf(size))
}

function inodeOf({ major, minor, inode }: Header, inodes: Inodes) {
  const key = `${major}:${minor}:${inode}`
  const found = inodes.get(key) ?? { names: [] }
  inodes.set(key, found)
  return found
}

async function readName(source: ByteSource, size: number): Promise<string> {
  if (size < 1 || size > MAX_NAME_BYTES) throw new UnreadError('it has a name that is too long')
  const name = (await source.read(size)).toString()
  await source.skip(paddingOf(HEADER_BYTES + size))
  return name.replace(/\0.*$/s, '')
}

function parseHeader(text: string): Header {
  if (!HEADER.test(text)) throw new UnreadError('it is a cpio archive that cannot be read')
  const field = (index: number): number => Number.parseInt(text.slice(6 + index * 8, 14 + index * 8), 16)
  const fields = Object.fromEntries(FIELDS.map((name, index) => [name, field(index)]))
  return { ...fields, nameSize: field(NAME_SIZE) } as Header
}

function paddingOf(size: number): number {
  return (ALIGNMENT - (size % ALIGNMENT)) % ALIGNMENT
}
