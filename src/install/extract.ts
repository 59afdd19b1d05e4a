// Unpacks a verified tarball. It was validly signed, and still: what it holds
// is from outside, and whoever signs wrongly once shall not write beside the
// folder. The `tar` package unpacks; here we say what may be unpacked, and the
// whole archive is refused for one entry that may not.
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { createGunzip } from 'node:zlib'
import { type ReadEntry, Unpack } from 'tar'
import { InstallError, messageOf } from '../errors.js'

export interface ExtractLimits {
  readonly maxEntries: number
  /** Of what is unpacked, and of the archive once decompressed. */
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
    await unpack(archive, folder, limits)
  } catch (thrown) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
    throw toInstallError(thrown)
  }
}

async function unpack(
  archive: string,
  folder: string,
  { maxEntries, maxBytes }: ExtractLimits,
): Promise<void> {
  const judge = createJudge(maxEntries, maxBytes)
  const failed = new AbortController()
  const target = new Unpack({
    cwd: folder,
    strict: true,
    noMtime: true,
    preserveOwner: false,
    maxDepth: MAX_DEPTH,
    filter: (_, entry) => {
      if (failed.signal.aborted) return false
      try {
        judge(entry as ReadEntry)
        return true
      } catch (thrown) {
        failed.abort(thrown)
        return false
      }
    },
  })
  target.on('error', (error) => {
    failed.abort(error)
  })
  const closed = once(target, 'close', { signal: failed.signal })
  // The loop below throws first; until then it must not count as unhandled.
  closed.catch(() => undefined)
  const source = createReadStream(archive)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  let bytes = 0
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > maxBytes) throw refuse('the archive', `at most ${maxBytes} bytes`, 'more')
      if (!target.write(chunk)) await once(target, 'drain', { signal: failed.signal })
      failed.signal.throwIfAborted()
    }
    target.end()
    await closed
  } catch (thrown) {
    throw failed.signal.aborted ? (failed.signal.reason as unknown) : thrown
  } finally {
    source.destroy()
  }
}

/** Throws for an entry that may not be unpacked, and sets the mode of one that may. */
function createJudge(maxEntries: number, maxBytes: number): (entry: ReadEntry) => void {
  /** Every path so far in lower case, as some file systems see it, and what it is. */
  const seen = new Map<string, 'file' | 'folder' | 'link'>()
  let entries = 0
  let bytes = 0
  return (entry) => {
    const path = entry.header.path ?? entry.path
    entries++
    bytes += entry.size
    if (entries > maxEntries) throw refuse(path, `at most ${maxEntries} entries`, 'more')
    if (bytes > maxBytes) throw refuse(path, `at most ${maxBytes} bytes`, 'more')
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
  if (
    target === '' ||
    height > depth ||
    (downs !== '' && toName(path, downs) !== downs.replace(/\/+$/, ''))
  ) {
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
