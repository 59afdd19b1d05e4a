// Removing what is ours. Links are removed, never followed.
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { HELD, whenFree } from './held.js'

/** No retries of Node's own: those are made anew on each level, and for one held file take minutes. */
const OPTIONS = { recursive: true, force: true } as const
/** A folder keeps a name on Windows until whoever reads the file has closed it. */
const HELD_IN_FOLDER = [...HELD, 'ENOTEMPTY']
/** On a signal there is less than a second. */
const HASTY = { ...OPTIONS, maxRetries: 3, retryDelay: 50 } as const

/** A file, or a folder with all that is in it; nothing when there is none. */
export async function remove(path: string): Promise<void> {
  await whenFree(() => rm(path, OPTIONS), HELD_IN_FOLDER)
}

/** The same once all is well: what cannot be removed now is no fault of what was done, and is swept later. */
export async function removeOrLeave(path: string): Promise<void> {
  await remove(path).catch(() => undefined)
}

/** The same where nobody can wait; what cannot be removed now is swept later. */
export function removeNow(path: string): void {
  try {
    rmSync(path, HASTY)
  } catch {
    return
  }
}
