// The one way to open a file that others may have made. What stands there may
// be a link to elsewhere, a pipe that nobody writes to, a device without an
// end: only a regular file is read, and only below the folder that it has to
// be in.
import { type BigIntStats, closeSync, constants, fstatSync, openSync } from 'node:fs'
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { whenFree } from './held.js'

/** Links are not followed, and a pipe does not hold the run up; Windows has no such flags. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>

const READ = constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK
const LINK = 'it is a link'
/** A program that shares the file with nobody; any other code says that it may not be read. */
const HELD_ALONE = ['EBUSY']

/** What stands at a path is not what may be read there. Its message goes on after the path. */
export class UnfitFileError extends Error {
  override readonly name: string = 'UnfitFileError'
}

export interface OpenOptions {
  /** A link is refused; followed only where the user named the file himself. */
  readonly followLink?: boolean
  /** Links are followed as far as the file lies below this folder; over `followLink`. */
  readonly root?: string | undefined
}

export interface OpenedFile {
  readonly handle: FileHandle
  readonly stats: BigIntStats
}

/**
 * Opens a regular file for reading; the caller closes it.
 * @throws UnfitFileError when it is something else, or lies elsewhere; else what the file system says
 */
export async function openFile(
  path: string,
  { followLink = false, root }: OpenOptions = {},
): Promise<OpenedFile> {
  const real = root !== undefined || followLink ? await realpath(path) : path
  if (root !== undefined && !isBelow(real, await realpath(root)))
    throw new UnfitFileError(`it is a link that leads out of ${resolve(root)}`)
  const identity = await identityOfUnfollowed(real)
  const handle = await openUnfollowed(real)
  try {
    const stats = await handle.stat({ bigint: true })
    if (identity !== undefined && identity !== stats.ino)
      throw new UnfitFileError('it was another file a moment ago')
    assertRegular(stats)
    return { handle, stats }
  } catch (thrown) {
    await handle.close()
    throw thrown
  }
}

/**
 * Opens a regular file for reading, on this thread; links are not followed. The caller closes it.
 * @returns undefined on Windows, where a link cannot be refused while a file is opened, and a file may be held
 * @throws UnfitFileError when it is something else; else what the file system says
 */
export function openFileNow(
  path: string,
): { readonly file: number; readonly stats: BigIntStats } | undefined {
  if (O_NOFOLLOW === 0) return undefined
  let file: number
  try {
    file = openSync(path, READ)
  } catch (thrown) {
    throw toOpenError(thrown)
  }
  try {
    const stats = fstatSync(file, { bigint: true })
    assertRegular(stats)
    return { file, stats }
  } catch (thrown) {
    closeSync(file)
    throw thrown
  }
}

/** Where a link cannot be refused while it is opened, it is looked at before. */
async function identityOfUnfollowed(path: string): Promise<bigint | undefined> {
  if (O_NOFOLLOW !== 0) return undefined
  const stats = await lstat(path, { bigint: true })
  if (stats.isSymbolicLink()) throw new UnfitFileError(LINK)
  return stats.ino
}

async function openUnfollowed(path: string): Promise<FileHandle> {
  try {
    return await whenFree(() => open(path, READ), HELD_ALONE)
  } catch (thrown) {
    throw toOpenError(thrown)
  }
}

function toOpenError(thrown: unknown): unknown {
  if ((thrown as NodeJS.ErrnoException).code !== 'ELOOP') return thrown
  return new UnfitFileError(LINK, { cause: thrown })
}

function assertRegular(stats: BigIntStats): void {
  if (!stats.isFile()) throw new UnfitFileError(`it is ${kindOf(stats)}, and no regular file`)
}

function kindOf(stats: BigIntStats): string {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}

/**
 * How far links may lead from a path that the user named. Below the working folder, where a checkout lies that
 * anybody may have made: not out of it. Elsewhere nobody but the user and this machine decided what lies there.
 */
export function toNamed(path: string): OpenOptions {
  return isBelow(resolve(path), process.cwd()) ? { root: process.cwd() } : { followLink: true }
}

/** Whether a path is a folder, or lies in it; both absolute. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)
}
