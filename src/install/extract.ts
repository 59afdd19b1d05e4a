// Unpacks a verified tarball. It was validly signed, and still: what it holds
// is from outside, and whoever signs wrongly once shall not write beside the
// folder. The `tar` package unpacks; here we say what may be unpacked, and the
// whole archive is refused for one entry that may not.
import { once } from 'node:events'
import { type Stats, createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { createGunzip } from 'node:zlib'
import { Parser, type ReadEntry, Unpack } from 'tar'
import { InstallError, messageOf } from '../errors.js'

export interface ExtractLimits {
  readonly maxEntries: number
  /** Of the archive once decompressed, which holds all that is unpacked. */
  readonly maxBytes: number
}

/** The largest real one, kubernetes-test, has some hundred entries and 2 GB. */
const DEFAULT_LIMITS: ExtractLimits = { maxEntries: 200_000, maxBytes: 16 * 1024 ** 3 }
const MAX_PATH_LENGTH = 1024
const MAX_DEPTH = 64
const FILES: readonly string[] = ['File', 'OldFile', 'ContiguousFile']
const EXECUTE_BITS = 0o111
const EXECUTABLE_MODE = 0o555
const READ_ONLY_MODE = 0o444
const FOLDER_MODE = 0o755

/**
 * Unpacks a `.tar.gz` into an empty folder, which is empty again after a refusal.
 * @throws InstallError INSTALL_ARCHIVE_REFUSED, naming the entry; INSTALL_WRITE_FAILED
 */
export async function extractTarball(
  archive: string,
  folder: string,
  limits: ExtractLimits = DEFAULT_LIMITS,
): Promise<void> {
  try {
    // Twice through the archive: an unpacker that is stopped midway has writes under way that nobody can call back.
    await read(archive, limits, (filter) => new Parser({ strict: true, filter, onReadEntry: skip }))
    await read(archive, limits, (filter) => new Unpack({ ...UNPACK_OPTIONS, cwd: folder, filter }))
  } catch (thrown) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
    throw toInstallError(thrown)
  }
}

const UNPACK_OPTIONS = { strict: true, noMtime: true, preserveOwner: false, maxDepth: MAX_DEPTH } as const

type Filter = (path: string, entry: ReadEntry | Stats) => boolean

function skip(entry: ReadEntry): void {
  entry.resume()
}

/** Decompresses the archive into a reader of tar, and judges every entry before the reader gets to it. */
async function read(
  archive: string,
  { maxEntries, maxBytes }: ExtractLimits,
  createReader: (filter: Filter) => Parser,
): Promise<void> {
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
  const ended = once(reader, reader instanceof Unpack ? 'close' : 'end', { signal: failed.signal })
  // The loop below throws first; until then it must not count as unhandled.
  ended.catch(() => undefined)
  const source = createReadStream(archive)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
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
  } catch (thrown) {
    throw failed.signal.aborted ? (failed.signal.reason as unknown) : thrown
  } finally {
    source.destroy()
  }
}

/** Throws for an entry that may not be unpacked, and sets the mode of one that may. */
function createJudge(maxEntries: number): (entry: ReadEntry) => void {
  /** Every path so far in lower case, as some file systems see it, and what it is. */
  const seen = new Map<string, 'file' | 'folder' | 'link'>()
  let entries = 0
  return (entry) => {
    const path = entry.header.path ?? entry.path
    entries++
    if (entries > maxEntries) throw refuse(path, `at most ${maxEntries} entries`, 'more')
    const name = toName(path, entry.path)
    const key = name.toLowerCase()
    for (let parent = posix.dirname(key); parent !== '.'; parent = posix.dirname(parent)) {
      if ((seen.get(parent) ?? 'folder') !== 'folder')
        throw refuse(path, 'a path through folders', 'through a link or file')
    }
    const kind = kindOf(entry)
    if (kind === undefined) throw refuse(path, 'a file, folder or link', entry.type)
    const former = seen.get(key)
    if (former !== undefined && !(former === 'folder' && kind === 'folder')) {
      throw refuse(path, 'every path once', 'twice')
    }
    if (entry.type === 'SymbolicLink') judgeSymbolicLink(path, name, entry.linkpath ?? '')
    if (entry.type === 'Link') {
      const linked = toName(path, entry.linkpath ?? '')
      if (seen.get(linked.toLowerCase()) !== 'file') throw refuse(path, 'a link to an earlier file', linked)
    }
    seen.set(key, kind)
    const mode = (entry.mode ?? 0) & EXECUTE_BITS ? EXECUTABLE_MODE : READ_ONLY_MODE
    entry.mode = kind === 'folder' ? FOLDER_MODE : mode
  }
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

function kindOf({ type }: ReadEntry): 'file' | 'folder' | 'link' | undefined {
  if (FILES.includes(type) || type === 'Link') return 'file'
  if (type === 'Directory') return 'folder'
  return type === 'SymbolicLink' ? 'link' : undefined
}

function refuse(path: string, expected: string, actual: string): InstallError {
  const message = `the archive's entry "${path}" may not be unpacked`
  return new InstallError('INSTALL_ARCHIVE_REFUSED', message, { expected, actual })
}

/** What the file system refuses has a system call's name; all else is the archive's fault. */
function toInstallError(thrown: unknown): InstallError {
  if (thrown instanceof InstallError) return thrown
  const { syscall } = (thrown ?? {}) as { syscall?: unknown }
  return typeof syscall === 'string'
    ? new InstallError('INSTALL_WRITE_FAILED', `the archive cannot be unpacked: ${messageOf(thrown)}`, {
        cause: thrown,
      })
    : new InstallError('INSTALL_ARCHIVE_REFUSED', `the archive cannot be read: ${messageOf(thrown)}`, {
        cause: thrown,
      })
}
