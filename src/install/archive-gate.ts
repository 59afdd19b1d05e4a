// What an archive may hold to be unpacked: every entry is judged before
// anything of it is written, and the whole archive is refused for one that may
// not be unpacked.
import { posix } from 'node:path'
import type { ReadEntry } from 'tar'
import { TAR_FILES } from '../archive/tar.js'
import { InstallError } from '../errors.js'
import { EXECUTABLE_MODE, FOLDER_MODE, READ_ONLY_MODE } from './placed.js'

const MAX_PATH_LENGTH = 1024
const MAX_DEPTH = 64
/** What no release has, and what somebody must have put there. */
const SPECIAL: readonly string[] = ['CharacterDevice', 'BlockDevice', 'FIFO']
const EXECUTE_BITS = 0o111
/** What no name has on Windows; behind a colon there would be a second stream of the same file. */
const NOT_HERE = process.platform === 'win32' ? /[<>:"|?*]/ : undefined

type Kind = 'file' | 'folder' | 'link'

/** Throws for an entry that may not be unpacked, and sets the mode of one that may. */
export function createJudge(maxEntries: number): (entry: ReadEntry) => void {
  /** Every path so far in lower case, as some file systems see it, and what it is. */
  const seen = new Map<string, Kind>()
  let entries = 0
  return (entry) => {
    const path = entry.header.path ?? entry.path
    if (++entries > maxEntries) throw refuse(path, `at most ${maxEntries} entries`, 'more')
    const name = toOwnText(toName(path, entry.path))
    entry.path = name
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

/** Cut out of a header's text, it would keep that text in memory with it. */
function toOwnText(text: string): string {
  return Buffer.from(text).toString()
}

/** A relative path of plain segments. @throws InstallError for any other */
export function toName(raw: string, path: string): string {
  const name = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
  const segments = name.split('/')
  const isPlain = segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  // A backslash and a drive letter are separators elsewhere.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const isForeign = /[\\\u0000-\u001f]|^[A-Za-z]:/.test(raw + path)
  if (
    !isPlain ||
    isForeign ||
    NOT_HERE?.test(name) === true ||
    name.length > MAX_PATH_LENGTH ||
    segments.length > MAX_DEPTH
  ) {
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

/** What an entry becomes; undefined where that is not known here. */
export function kindOf({ type }: ReadEntry): Kind | undefined {
  if (TAR_FILES.includes(type) || type === 'Link') return 'file'
  if (type === 'Directory') return 'folder'
  return type === 'SymbolicLink' ? 'link' : undefined
}

/** The error of an entry that no release has. */
export function refuse(path: string, expected: string, actual: string): InstallError {
  const message = `the archive's entry "${path}" may not be unpacked`
  return new InstallError('INSTALL_ARCHIVE_REFUSED', message, { expected, actual })
}

/** Sparse files, parts of several volumes, and what tar may know one day: nothing is wrong with them but that we cannot read them. */
export function refuseForm(path: string, type: string): InstallError {
  const message = `the archive's entry "${path}" is of a kind that is not known here`
  const context = { expected: 'a file, folder or link', actual: type, reason: 'unreadable' } as const
  return new InstallError('INSTALL_ARCHIVE_REFUSED', message, context)
}
