// What a run leaves that was killed without a word: swept by a later one, if
// it is ours by owner and by its whole name, and older than any job.
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { remove } from './remove.js'

/** Begins the name of every temporary folder, and stands in that of every file that is to replace another. */
export const OURS = 'verify-k8s-artifacts-'
/** What a temporary folder is for. */
export type Purpose = 'run' | 'tuf' | 'staging' | 'tools'
/** Nothing that a person would call a file or folder of his own; never what stood somewhere before. */
const LEFTOVER =
  /^(?:\.?verify-k8s-artifacts-(?:run|tuf|staging|tools)-[A-Za-z0-9]{6}|\..+\.verify-k8s-artifacts-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
/** Jobs on runners of one's own take five days at most. */
const MAX_AGE_MS = 6 * 24 * 3600_000

/** Removes what bears our name, has our owner, and is six days old. What cannot be swept is left, and nobody is told. */
export async function sweep(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => LEFTOVER.test(each))) {
    const path = join(folder, name)
    try {
      const { uid, mtimeMs } = await lstat(path)
      const isOurs = process.geteuid === undefined || uid === process.geteuid()
      if (isOurs && now - mtimeMs > MAX_AGE_MS) await remove(path)
    } catch {
      continue
    }
  }
}
