// Renames. On Windows a scanner may hold a file for a moment that was just
// written: EPERM or EBUSY, and gone when asked again.
import { lstatSync, renameSync } from 'node:fs'
import { lstat, rename as renameOnce } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

const HELD: readonly string[] = ['EPERM', 'EBUSY', ...(process.platform === 'win32' ? ['EACCES'] : [])]
/** What a folder's place says when it is taken; Windows says EPERM. */
const OCCUPIED: readonly string[] = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES']
const FIRST_PAUSE_MS = 20
const MAX_WAIT_MS = 4000

/** For tests: a pause that takes no time. */
export type Pause = (milliseconds: number) => Promise<unknown>

/** Renames as soon as nobody holds the file, within some seconds. Throws what the file system said last. */
export async function rename(from: string, to: string, pause: Pause = delay): Promise<void> {
  let waited = 0
  for (let next = FIRST_PAUSE_MS; ; next *= 2) {
    try {
      return await renameOnce(from, to)
    } catch (thrown) {
      if (!HELD.includes(codeOf(thrown)) || waited >= MAX_WAIT_MS) throw thrown
    }
    await pause(next)
    waited += next
  }
}

/** @returns whether there was anything to rename */
export async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return false
    throw thrown
  }
}

/** @returns false when something stands at the destination */
export async function renameIfFree(from: string, to: string): Promise<boolean> {
  try {
    await renameOnce(from, to)
    return true
  } catch (thrown) {
    if (OCCUPIED.includes(codeOf(thrown)) && (await isThere(to))) return false
    if (!HELD.includes(codeOf(thrown))) throw thrown
  }
  await rename(from, to)
  return true
}

/** Where nobody can wait. @returns whether it could be done */
export function renameNow(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch {
    return false
  }
}

/** Whether anything stands at a path, where nobody can wait. */
export function isThereNow(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Whether anything stands at a path, a link that leads nowhere included. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException).code ?? ''
}
