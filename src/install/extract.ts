// Unpacks a verified tarball. It was validly signed, and still: what it holds
// is from outside, and whoever signs wrongly once shall not write beside the
// folder. The `tar` package reads the archive; here we say what may be unpacked,
// and the whole archive is refused for one entry that may not. What may is new
// files in an empty folder of ours, so that nothing of the package's unpacker is
// needed, which looks at every folder of every path again.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'
import { FOREIGN_TAR_FORM } from '../archive/tar.js'
import { Digest } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import { openFile } from '../files/open-file.js'
import { remove } from '../files/remove.js'
import { TreeWriter } from '../files/tree-writer.js'
import { boundYoungGeneration } from '../files/young-generation.js'
import { createJudge, kindOf, refuse, refuseForm, toName } from './archive-gate.js'
import { type Expected, FOLDER_MODE, READ_ONLY_MODE } from './placed.js'

export interface ExtractLimits {
  readonly maxEntries: number
  /** Of the archive once decompressed, which holds all that is unpacked. */
  readonly maxBytes: number
}

/** The largest real one, kubernetes-test, has some hundred entries and 2 GB. */
const DEFAULT_LIMITS: ExtractLimits = { maxEntries: 200_000, maxBytes: 16 * 1024 ** 3 }
/** Some hundred small entries: others have their turn in between. */
const CHUNK_BYTES = 64 * 1024
export interface ExtractOptions {
  readonly limits?: ExtractLimits
  /** Of the archive, when somebody may have changed it since it was verified. */
  readonly digest?: Digest
}

/** What an archive unpacks to, by path. */
export type Unpacked = ReadonlyMap<string, Expected>

/**
 * Unpacks a `.tar.gz` into an empty folder, which is empty again after a refusal.
 * @returns everything that is in the folder then, as the archive has it
 * @throws InstallError INSTALL_ARCHIVE_REFUSED, naming the entry; INSTALL_DIGEST_CHANGED; INSTALL_WRITE_FAILED
 */
export async function extractTarball(
  archive: string,
  folder: string,
  { limits = DEFAULT_LIMITS, digest }: ExtractOptions = {},
): Promise<Unpacked> {
  try {
    const unpacked = new Map<string, Expected>()
    // Twice through the archive: nothing is written before all of it has been judged.
    const actual = await read(archive, limits, (entry) => noteEntry(entry, unpacked))
    if (digest !== undefined) assertSame(archive, digest, actual)
    const writer = new TreeWriter(folder, FOLDER_MODE)
    try {
      assertSame(archive, actual, await read(archive, limits, (entry) => writeEntry(entry, writer)))
    } finally {
      writer.close()
    }
    return unpacked
  } catch (thrown) {
    for (const name of await readdir(folder)) await remove(join(folder, name))
    throw toInstallError(thrown)
  }
}

function assertSame(archive: string, expected: Digest, actual: Digest): void {
  if (expected.equals(actual)) return
  throw new InstallError('INSTALL_DIGEST_CHANGED', `${archive} changed after it was verified`, {
    expected: expected.toString(),
    actual: actual.toString(),
  })
}

/** Takes note of what an entry becomes, and of the folders it stands in, which need no entries of their own. */
function noteEntry(entry: ReadEntry, unpacked: Map<string, Expected>): void {
  const name = toName(entry.path, entry.path)
  for (let parent = posix.dirname(name); parent !== '.'; parent = posix.dirname(parent)) {
    if (unpacked.has(parent)) break
    unpacked.set(parent, FOLDER)
  }
  const kind = kindOf(entry)
  if (entry.type === 'Link') {
    const linked = unpacked.get(toName(entry.path, entry.linkpath ?? ''))
    if (linked !== undefined) unpacked.set(name, linked)
  } else if (kind === 'folder') {
    unpacked.set(name, FOLDER)
  } else if (kind === 'link') {
    unpacked.set(name, { kind, target: entry.linkpath ?? '' })
  } else {
    const hash = createHash('sha256')
    const mode = entry.mode ?? READ_ONLY_MODE
    entry.on('data', (chunk: Buffer) => hash.update(chunk))
    entry.on('end', () => {
      unpacked.set(name, { kind: 'file', mode, digest: new Digest(hash.digest()) })
    })
  }
}

/** Writes an entry that was judged; its parts before the next entry begins. */
function writeEntry(entry: ReadEntry, writer: TreeWriter): void {
  const name = toName(entry.path, entry.path)
  const kind = kindOf(entry)
  if (entry.type === 'Link') return writer.makeHardLink(name, toName(entry.path, entry.linkpath ?? ''))
  if (kind === 'folder') return writer.makeFolder(name)
  if (kind === 'link') return writer.makeLink(name, entry.linkpath ?? '')
  const file = writer.makeFile(name, entry.mode ?? READ_ONLY_MODE)
  entry.on('data', (chunk: Buffer) => {
    file.write(chunk)
  })
  entry.on('end', () => {
    file.close()
  })
}

const FOLDER: Expected = { kind: 'folder', mode: FOLDER_MODE }

/**
 * Decompresses the archive into a reader of tar, and judges every entry before the reader gets to it.
 * @returns the digest of the archive
 */
async function read(
  archive: string,
  { maxEntries, maxBytes }: ExtractLimits,
  onEntry: (entry: ReadEntry) => void,
): Promise<Digest> {
  const judge = createJudge(maxEntries)
  const failed = new AbortController()
  const isAllowed = (step: () => void): boolean => {
    if (failed.signal.aborted) return false
    try {
      step()
      return true
    } catch (thrown) {
      failed.abort(thrown)
      return false
    }
  }
  const reader = new Parser({
    strict: true,
    filter: (_, entry) => isAllowed(() => judge(entry as ReadEntry)),
    onReadEntry: (entry) => {
      isAllowed(() => onEntry(entry))
      entry.resume()
    },
  })
  reader.on('error', (error) => {
    failed.abort(error)
  })
  // What the reader would leave out in silence: kinds it does not know, sparse files, parts of several volumes.
  reader.on('ignoredEntry', ({ path, type }: ReadEntry) => {
    failed.abort(refuseForm(path, type))
  })
  reader.on('meta', (text: string) => {
    const [found] = FOREIGN_TAR_FORM.exec(text) ?? []
    if (found !== undefined) failed.abort(refuseForm('(extended header)', found))
  })
  const ended = once(reader, 'end', { signal: failed.signal })
  // The loop below throws first; until then it must not count as unhandled.
  ended.catch(() => undefined)
  const { handle } = await openFile(archive)
  const source = handle.createReadStream()
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  const hash = createHash('sha256')
  source.on('error', (error) => gunzip.destroy(error))
  source.on('data', (chunk) => hash.update(chunk))
  let bytes = 0
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > maxBytes) throw refuse('the archive', `at most ${maxBytes} bytes`, 'more')
      boundYoungGeneration()
      if (!reader.write(chunk)) await once(reader, 'drain', { signal: failed.signal })
      failed.signal.throwIfAborted()
    }
    reader.end()
    await ended
    // What comes after the last block is no part of the archive, and part of its digest.
    source.unpipe(gunzip)
    await finished(source.resume())
    return new Digest(hash.digest())
  } catch (thrown) {
    throw failed.signal.aborted ? (failed.signal.reason as unknown) : thrown
  } finally {
    source.destroy()
  }
}

/** What the file system refuses has a system call's name; all else cannot be read. */
function toInstallError(thrown: unknown): InstallError {
  if (thrown instanceof InstallError) return thrown
  const { syscall } = (thrown ?? {}) as { syscall?: unknown }
  return typeof syscall === 'string'
    ? new InstallError('INSTALL_WRITE_FAILED', `the archive cannot be unpacked: ${messageOf(thrown)}`, {
        cause: thrown,
      })
    : new InstallError('INSTALL_ARCHIVE_REFUSED', `the archive cannot be read: ${messageOf(thrown)}`, {
        reason: 'unreadable',
        cause: thrown,
      })
}
