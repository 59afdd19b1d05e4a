// Tar archives, looked at and not unpacked. The `tar` package reads them.
import { once } from 'node:events'
import { Parser, type ReadEntry } from 'tar'
import { UnreadError } from './byte-source.js'
import { EXECUTE_BITS, type TakeEntry, plainPath } from './entry.js'

/** What content stands under. */
export const TAR_FILES: readonly string[] = ['File', 'OldFile', 'ContiguousFile']
/** GNU's sparse files and volumes under the names of plain files (GNU tar manual, Extended Headers). */
export const FOREIGN_TAR_FORM = /\bGNU\.(?:sparse|volume)\./

const BLOCK_BYTES = 512

/**
 * Gives every entry to `take`, as they come; links may come before files whose content is still read.
 * @throws UnreadError when the archive is broken or cut off, and whatever `take` does
 */
export async function readTar(chunks: AsyncIterable<Buffer>, take: TakeEntry): Promise<void> {
  const failed = new AbortController()
  const taking = new Set<Promise<void>>()
  let isForeign = false
  const read = { bytes: 0, isEnded: false }
  const give = (entry: ReadEntry, isIgnored: boolean): void => {
    const isUnread = isIgnored || isForeign
    isForeign = false
    const given = takeEntry(entry, isUnread, take)
      .catch((thrown: unknown) => {
        failed.abort(thrown)
      })
      .finally(() => {
        entry.resume()
        taking.delete(given)
      })
    taking.add(given)
  }
  const parser = new Parser({ strict: true, onReadEntry: (entry) => void give(entry, false) })
  parser.on('ignoredEntry', (entry: ReadEntry) => void give(entry, true))
  parser.on('meta', (text: string) => {
    isForeign ||= FOREIGN_TAR_FORM.test(text)
  })
  parser.on('eof', () => {
    read.isEnded = true
  })
  parser.on('error', (error: Error) => {
    failed.abort(
      new UnreadError(`it is a tar archive that cannot be read: ${error.message}`, { cause: error }),
    )
  })
  const ended = once(parser, 'end', { signal: failed.signal })
  // The loop below throws first; until then it must not count as unhandled.
  ended.catch(() => undefined)
  try {
    for await (const chunk of chunks) {
      read.bytes += chunk.length
      if (!parser.write(chunk)) await once(parser, 'drain', { signal: failed.signal })
      failed.signal.throwIfAborted()
    }
    parser.end()
    await ended
    await Promise.all(taking)
    failed.signal.throwIfAborted()
    // Its end may be missing, as others read it; a part of a header is no end.
    if (!read.isEnded && read.bytes % BLOCK_BYTES !== 0) throw new UnreadError('it ends too early')
  } catch (thrown) {
    throw failed.signal.aborted ? failed.signal.reason : thrown
  }
}

async function takeEntry(entry: ReadEntry, isUnread: boolean, take: TakeEntry): Promise<void> {
  const { type, mode = 0, linkpath = '' } = entry
  const path = plainPath(entry.path)
  if (type === 'Directory' || type === 'GNUDumpDir') return take({ kind: 'folder', path })
  if (isUnread) return take({ kind: 'unread', path, why: `it is of a kind that is not read: ${type}` })
  if (type === 'Link' || type === 'SymbolicLink')
    return take({ kind: 'link', path, isHard: type === 'Link', target: linkpath })
  if (!TAR_FILES.includes(type)) return take({ kind: 'unread', path, why: `it is a special file: ${type}` })
  const content = entry as unknown as AsyncIterable<Buffer>
  await take({ kind: 'file', path, isExecutable: (mode & EXECUTE_BITS) !== 0, content })
}
