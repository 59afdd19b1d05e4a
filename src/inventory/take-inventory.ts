// Everything below the paths that were named → what is listed by a release, or
// called like an artifact.
import { realpath } from 'node:fs/promises'
import { LimitError, UnreadError, whyUnread } from '../archive/byte-source.js'
import { EXECUTE_BITS } from '../archive/entry.js'
import { HEAD_BYTES, sniff } from '../archive/sniff.js'
import type { Digest } from '../digest.js'
import { type OpenedFile, openFile } from '../files/open-file.js'
import { claimOf } from './claim.js'
import { type Findings, LIMITS, type Limits } from './found.js'
import { look } from './look.js'
import { Notebook } from './notebook.js'
import { type Visited, type WalkContext, walk } from './walk.js'

const READ_BUFFER_BYTES = 1024 * 1024
/** For files that say nothing of their size, too. */
const MIN_BUFFER_BYTES = 4096
/** Hashing is one at a time; while one is hashed, others are read. */
const CONCURRENT_FILES = 4

/**
 * Looks at all that lies at and below paths, and reads each file once.
 * @param isListed whether any release has a file with this digest
 */
export async function takeInventory(
  paths: readonly string[],
  isListed: (sha256: Digest) => boolean,
  limits: Limits = LIMITS,
): Promise<Findings> {
  const notebook = new Notebook(isListed, limits.maxEntries)
  const roots = await Promise.all(paths.map((path) => realpath(path).catch(() => path)))
  const context: WalkContext = { limits, notebook, roots }
  for (const path of paths) {
    const walking = walk(path, context)
    const work = async (): Promise<void> => {
      for await (const visited of walking) await visit(visited, context)
    }
    const ends = await Promise.allSettled(Array.from({ length: CONCURRENT_FILES }, work))
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed === undefined) continue
    if (notebook.isFull) {
      notebook.stop([path])
      break
    }
    notebook.addUnread({ place: [path], why: whyUnread(failed.reason) })
  }
  return notebook.toFindings()
}

/** @throws LimitError when nothing more is noted */
async function visit({ path, root }: Visited, context: WalkContext): Promise<void> {
  const { notebook } = context
  try {
    const opened = await openFile(path, root === undefined ? { followLink: true } : { root })
    try {
      await lookAt(path, opened, context)
    } finally {
      await opened.handle.close()
    }
  } catch (thrown) {
    if (notebook.isFull) throw thrown
    notebook.addUnread({ place: [path], why: whyUnread(thrown) })
  }
}

async function lookAt(path: string, { handle, stats }: OpenedFile, context: WalkContext): Promise<void> {
  const { limits, notebook } = context
  const isExecutable = (Number(stats.mode) & EXECUTE_BITS) !== 0
  if (stats.size > limits.maxFileBytes) {
    const head = Buffer.alloc(HEAD_BYTES)
    await handle.read(head, 0, HEAD_BYTES, 0)
    if (sniff(head) === undefined) {
      if (claimOf(path) !== undefined)
        throw new UnreadError(`it has ${stats.size} bytes, more than are read: ${limits.maxFileBytes}`)
      notebook.passOver('files that are larger than any artifact', [path])
      return
    }
  }
  let bytes = 0
  const count = (size: number): void => {
    bytes += size
    if (bytes > limits.maxBytes)
      throw new LimitError(`it has more bytes, decompressed, than are read: ${limits.maxBytes}`)
  }
  // Most files of a machine are small, and a buffer is made for each.
  const highWaterMark = Math.min(READ_BUFFER_BYTES, Math.max(MIN_BUFFER_BYTES, Number(stats.size) + 1))
  const content = handle.createReadStream({ start: 0, highWaterMark, autoClose: false })
  try {
    await look({ place: [path], path, content, isExecutable, layers: [] }, { limits, notebook, count })
    const { size, mtimeNs, ctimeNs } = await handle.stat({ bigint: true })
    if (size !== stats.size || mtimeNs !== stats.mtimeNs || ctimeNs !== stats.ctimeNs)
      throw new UnreadError('it changed while it was read')
  } finally {
    content.destroy()
  }
}
