// Removing what is ours. Links are removed, never followed.
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'

const OPTIONS = { recursive: true, force: true } as const
/** A scanner, or who reads a file on Windows, holds it for a moment: tried again for some four seconds. */
const PATIENT = { ...OPTIONS, maxRetries: 8, retryDelay: 100 } as const
/** On a signal there is less than a second. */
const HASTY = { ...OPTIONS, maxRetries: 3, retryDelay: 50 } as const

/** A file, or a folder with all that is in it; nothing when there is none. */
export async function remove(path: string): Promise<void> {
  await rm(path, PATIENT)
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
