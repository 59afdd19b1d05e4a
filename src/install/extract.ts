// Unpacks a verified tarball. It was validly signed, and still: what it holds
// is from outside, and whoever signs wrongly once shall not write beside the
// folder. The `tar` package unpacks; here we say what may be unpacked, and the
// whole archive is refused for one entry that may not.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Stats } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Parser, type ReadEntry, Unpack } from 'tar'
import { FOREIGN_TAR_FORM, TAR_FILES } from '../archive/tar.js'
import { Digest } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import { setMode } from '../files/new-file.js'
import { openFile } from '../files/open-file.js'
import { remove } from '../files/remove.js'
import { EXECUTABLE_MODE, type Expected, FOLDER_MODE, READ_ONLY_MODE } from './placed.js'

export interface ExtractLimits {
  readonly maxEntries: number
  /** Of the archive once decompressed, which holds all that is unpacked. */
  readonly maxBytes: number
}

/** The largest real one, kubernetes-test, has some hundred entries and 2 GB. */
const DEFAULT_LIMITS: ExtractLimits = { maxEntries: 200_000, maxBytes: 16 * 1024 ** 3 }
const MAX_PATH_LENGTH = 1024
const MAX_DEPTH = 64
/** What no release has, and what somebody must have put there. */
const SPECIAL: readonly string[] = ['CharacterDevice', 'BlockDevice', 'FIFO']
const EXECUTE_BITS = 0o111

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
    // Twice through the archive: an unpacker that is stopped midway has writes under way that nobody can call back.
    const unpacked = new Map<string, Expected>()
    const note = (entry: ReadEntry): void => {
      noteEntry(entry, unpacked)
    }
    const actual = await read(
      archive,
      limits,
      (filter) => new Parser({ strict: true, filter, onReadEntry: note }),
    )
    if (digest?.equals(actual) === false)
      throw new InstallError('INSTALL_DIGEST_CHANGED', `${archive} changed after it was verified`, {
        expected: digest.toString(),
        actual: actual.toString(),
      })
    await read(archive, limits, (filter) => new Unpack({ ...UNPACK_OPTIONS, cwd: folder, filter }))
    for (const [path, expected] of unpacked) {
      if (expected.kind !== 'link') await mend(join(folder, path), expected.mode)
    }
    return unpacked
  } catch (thrown) {
    for (const name of await readdir(folder)) await remove(join(folder, name))
    throw toInstallError(thrown)
  }
}

const UNPACK_OPTIONS = { strict: true, noMtime: true, preserveOwner: false, maxDepth: MAX_DEPTH } as const

type Filter = (path: string, entry: ReadEntry | Stats) => boolean

/** Takes note of what an entry becomes, and of the folders it stands in, which need no entries of their own. */
function noteEntry(entry: ReadEntry, unpacked: Map<string, Expected>): void {
  const name = toName(entry.path, entry.path)
  for (let parent = posix.dirname(name); parent !== '.'; parent = posix.dirname(parent))
    unpacked.set(parent, { kind: 'folder', mode: FOLDER_MODE })
  const kind = kindOf(entry)
  if (entry.type === 'Link') {
    const linked = unpacked.get(toName(entry.path, entry.linkpath ?? ''))
    if (linked !== undefined) unpacked.set(name, linked)
  } else if (kind === 'folder') {
    unpacked.set(name, { kind, mode: FOLDER_MODE })
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
  entry.resume()
}

/** The umask took bits away that later steps need. */
async function mend(path: string, mode: number): Promise<void> {
  if (((await lstat(path)).mode & 0o7777) !== mode) await setMode(path, mode)
}

/**
 * Decompresses the archive into a reader of tar, and judges every entry before the reader gets to it.
 * @returns the digest of the archive
 */
async function read(
  archive: string,
  { maxEntries, maxBytes }: ExtractLimits,
  createReader: (filter: Filter) => Parser,
): Promise<Digest> {
  const judge = createJudge(maxEntries)
  const failed = new AbortController()
  const reader = createReader((_, entry) => {
    if (failed.signal.aborted) return false
    try {
      judge(entry as ReadEntry)
      return true
    } catch (thrown) {
      failed.abort(thrown)
      return false
    }
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
  const ended = once(reader, reader instanceof Unpack ? 'close' : 'end', { signal: failed.signal })
  // The loop below throws first; until then it must not count as unhandled.
  ended.catch(() => undefined)
  const { handle } = await openFile(archive)
  const source = handle.createReadStream()
  const gunzip = createGunzip()
  const hash = createHash('sha256')
  source.on('error', (error) => gunzip.destroy(error))
  source.on('data', (chunk) => hash.update(chunk))
  let bytes = 0
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > maxBytes) throw refuse('the archive', `at most ${maxBytes} bytes`, 'more')
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

type Kind = 'file' | 'folder' | 'link'

/** Throws for an entry that may not be unpacked, and sets the mode of one that may. */
function createJudge(maxEntries: number): (entry: ReadEntry) => void {
  /** Every path so far in lower case, as some file systems see it, and what it is. */
  const seen = new Map<string, Kind>()
  let entries = 0
  return (entry) => {
    const path = entry.header.path ?? entry.path
    if (++entries > maxEntries) throw refuse(path, `at most ${maxEntries} entries`, 'more')
    const name = toName(path, entry.path)
    const kind = kindOf(entry)
    if (SPECIAL.includes(entry.type)) throw refuse(path, 'a file, folder or link', entry.type)
    if (kind === undefined) throw refuseForm(path, entry.type)
    judgePath(path, name.toLowerCase(), { kind, seen })
    judgeTarget(path, name, { entry, seen })
    seen.set(name.toLowerCase(), kind)
    entry.mode = modeOf(kind, entry.mode)
  }
}

function modeOf(kind: Kind, mode = 0): number {
  if (kind === 'folder') return FOLDER_MODE
  return mode & EXECUTE_BITS ? EXECUTABLE_MODE : READ_ONLY_MODE
}

/** A path leads through folders alone, and no path is taken twice, but a folder's. */
function judgePath(
  path: string,
  key: string,
  { kind, seen }: { readonly kind: Kind; readonly seen: ReadonlyMap<string, Kind> },
): void {
  for (let parent = posix.dirname(key); parent !== '.'; parent = posix.dirname(parent)) {
    if ((seen.get(parent) ?? 'folder') !== 'folder')
      throw refuse(path, 'a path through folders', 'through a link or file')
  }
  const former = seen.get(key)
  if (former !== undefined && !(former === 'folder' && kind === 'folder'))
    throw refuse(path, 'every path once', 'twice')
}

/** What a link leads to: into the folder, and a hard one to a file that was there before it. */
function judgeTarget(
  path: string,
  name: string,
  { entry, seen }: { readonly entry: ReadEntry; readonly seen: ReadonlyMap<string, Kind> },
): void {
  const { type, linkpath = '' } = entry
  if (type === 'SymbolicLink') judgeSymbolicLink(path, name, linkpath)
  if (type !== 'Link') return
  const linked = toName(path, linkpath)
  if (seen.get(linked.toLowerCase()) !== 'file') throw refuse(path, 'a link to an earlier file', linked)
}

/** A relative path of plain segments. @throws InstallError for any other */
function toName(raw: string, path: string): string {
  const name = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
  const segments = name.split('/')
  const isPlain = segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  // A backslash and a drive letter are separators elsewhere.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const isForeign = /[\\\u0000-\u001f]|^[A-Za-z]:/.test(raw + path)
  if (!isPlain || isForeign || name.length > MAX_PATH_LENGTH || segments.length > MAX_DEPTH) {
    throw refuse(raw, 'a relative path that stays in the folder', path)
  }
  return name
}

/** Up as far as the folder goes, then down: never up again, since what it came down through may be a link. */
function judgeSymbolicLink(path: string, name: string, target: string): void {
  const [, ups = '', downs = ''] = /^((?:\.\.\/)*(?:\.\.$)?)(.*)$/s.exec(target) ?? []
  const depth = name.split('/').length - 1
  const height = ups.split('..').length - 1
  if (height > depth || (downs !== '' && toName(path, downs) !== downs.replace(/\/+$/, ''))) {
    throw refuse(path, 'a link that stays in the folder', target)
  }
}

function kindOf({ type }: ReadEntry): Kind | undefined {
  if (TAR_FILES.includes(type) || type === 'Link') return 'file'
  if (type === 'Directory') return 'folder'
  return type === 'SymbolicLink' ? 'link' : undefined
}

function refuse(path: string, expected: string, actual: string): InstallError {
  const message = `the archive's entry "${path}" may not be unpacked`
  return new InstallError('INSTALL_ARCHIVE_REFUSED', message, { expected, actual })
}

/** Sparse files, parts of several volumes, and what tar may know one day: nothing is wrong with them but that we cannot read them. */
function refuseForm(path: string, type: string): InstallError {
  const message = `the archive's entry "${path}" is of a kind that is not known here`
  const context = { expected: 'a file, folder or link', actual: type, reason: 'unreadable' } as const
  return new InstallError('INSTALL_ARCHIVE_REFUSED', message, context)
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
