// Renames, which wait for who holds the file.
import { lstatSync, renameSync } from 'node:fs'
import { lstat, rename as renameOnce } from 'node:fs/promises'
import { HELD, codeOf, whenFree } from './held.js'

/** What a folder's place says when it is taken; Windows says EPERM. */
const OCCUPIED: readonly string[] = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES']

/** Renames as soon as nobody holds the file. Throws what the file system said last. */
export async function rename(from: string, to: string): Promise<void> {
  await whenFree(() => renameOnce(from, to))
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
