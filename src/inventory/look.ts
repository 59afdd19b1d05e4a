// One file, hashed in one pass, and looked into where it is an archive: what is
// in it is hashed on the way, however deep it lies. Nothing is unpacked, and
// nothing of what is from outside decides more than a name in the result.
import { type Hash, createHash } from 'node:crypto'
import { ByteSource, LimitError, UnreadError, whyUnread } from '../archive/byte-source.js'
import { decompress } from '../archive/decompress.js'
import { readArchive, refuseForm } from '../archive/open.js'
import { type ArchiveForm, HEAD_BYTES, isProgram, sniff } from '../archive/sniff.js'
import { Digest } from '../digest.js'
import { ArchiveLinks } from './archive-links.js'
import { claimOf } from './claim.js'
import type { Limits, Measured, Place } from './found.js'
import type { Notebook } from './notebook.js'

/** Something to look at. */
export interface Item {
  readonly place: Place
  /** By which it is called: the file's own path. */
  readonly path: string
  readonly content: AsyncIterable<Uint8Array>
  readonly isExecutable: boolean
  /** The layers that it stands in, from the outside in. */
  readonly layers: readonly ArchiveForm[]
  /** What it has to be, once it is decompressed. */
  readonly expected?: 'tar' | 'cpio'
  /** Whether it is what a file is once it is decompressed, or a part of a package: no file of its own, if it is an archive. */
  readonly isBare?: boolean
}

export interface LookContext {
  readonly limits: Limits
  readonly notebook: Notebook
  /** Takes note of bytes that were read. @throws LimitError when they are too many */
  readonly count: (bytes: number) => void
}

const ENDINGS = /\.(?:gz|xz|zst|zstd)$/

/**
 * Takes note of a file, and of what is in it.
 * @returns its digest, once all of it was read
 * @throws LimitError, and what its content does
 */
export async function look(item: Item, context: LookContext): Promise<Measured> {
  const hash = createHash('sha256')
  let size = 0
  const source = new ByteSource(
    meter(item.content, hash, (bytes) => {
      size += bytes
      context.count(bytes)
    }),
  )
  const head = Buffer.from(await source.peek(HEAD_BYTES))
  const isArchive = await tryToOpen(source, head, { item, context })
  await source.skip()
  const measured = { sha256: new Digest(hash.digest()), size }
  const { path, place, isExecutable, isBare = false } = item
  // A stream that is no file has no name to be held against.
  if (isBare && isArchive) return measured
  const claim = claimOf(path, { isExecutable, isProgram: isProgram(head) })
  context.notebook.addFile({ place, claim, ...measured })
  return measured
}

async function* meter(
  content: AsyncIterable<Uint8Array>,
  hash: Hash,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    count(chunk.length)
    hash.update(chunk)
    yield chunk
  }
}

interface Looking {
  readonly item: Item
  readonly context: LookContext
}

/** @returns whether it is an archive, and was looked into or is noted as unread */
async function tryToOpen(source: ByteSource, head: Buffer, looking: Looking): Promise<boolean> {
  const { item, context } = looking
  try {
    return await open(source, head, looking)
  } catch (thrown) {
    // What the whole file stands in is given up as well, or has failed itself.
    if (thrown instanceof LimitError) throw thrown
    context.notebook.addUnread({ place: item.place, why: whyUnread(thrown) })
    return true
  }
}

async function open(source: ByteSource, head: Buffer, looking: Looking): Promise<boolean> {
  const { item, context } = looking
  const form = sniff(head)
  if (form === 'zip' || form === '7z') {
    context.notebook.passOver(`archives of the form ${form}, which are not opened`, item.place)
    return false
  }
  if (form === 'bzip2' || form === 'lzip' || form === 'lz4') throw refuseForm(form)
  if (form === undefined || (form === 'cpio' && item.isBare !== true)) {
    if (item.expected !== undefined && head.some((byte) => byte !== 0))
      throw new UnreadError(
        `it has a part that is not in a form that is known here; expected ${item.expected}`,
      )
    return false
  }
  if (item.layers.length >= context.limits.maxLayers)
    throw new UnreadError(`it is an archive that lies more than ${context.limits.maxLayers} layers deep`)
  if (form === 'xz' && item.layers.includes('xz'))
    throw new UnreadError('it is an xz stream within another, which is not opened here')
  await enter(source, form, looking)
  return true
}

async function enter(source: ByteSource, form: ArchiveForm, { item, context }: Looking): Promise<void> {
  const layers = [...item.layers, form]
  if (form === 'gzip' || form === 'zstd' || form === 'xz') {
    const path = item.path.replace(ENDINGS, '')
    const content = decompress(source.take(), form)
    // At the place of the stream itself: it is either an archive, whose entries stand there, or the only file.
    try {
      const bounded = { ...context, count: countInflated(source, context) }
      await look({ ...item, path, content, layers, isBare: true }, bounded)
    } finally {
      // Where it was given up midway; the decoder of xz is needed again.
      await content.return(undefined)
    }
    return
  }
  const links = new ArchiveLinks(item.place, context.notebook)
  await readArchive(source, form, {
    member: async ({ content, form: expected }) => {
      const isBare = true
      await look({ ...item, content, layers, expected, isBare, isExecutable: false }, context)
    },
    entry: async (entry) => {
      context.notebook.countEntry()
      const place = [...item.place, entry.path]
      if (entry.kind === 'link') links.add(entry)
      else if (entry.kind === 'unread') context.notebook.addUnreadEntry({ place, why: entry.why })
      else if (entry.kind === 'file') {
        const { path, isExecutable, content } = entry
        links.note(path, await look({ place, path, content, isExecutable, layers }, context))
      }
    },
  })
  links.settle()
}

/** Of little that becomes much nobody waits for the end: no artifact is so. */
function countInflated(source: ByteSource, { limits, count }: LookContext): LookContext['count'] {
  const { times, from } = limits.maxInflation
  let inflated = 0
  return (bytes) => {
    inflated += bytes
    if (inflated > from && inflated > times * source.position)
      throw new LimitError(`it comes to more than ${times} times its size, decompressed`)
    count(bytes)
  }
}
