// Removing what is ours. Links are removed, never followed.
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'

/** How often a folder is tried that something is just being written to, or that a scanner holds. */
const TRIES = 3
const OPTIONS = { recursive: true, force: true, maxRetries: TRIES } as const

/** A file, or a folder with all that is in it; nothing when there is none. */
export async function remove(path: string): Promise<void> {
  await rm(path, OPTIONS)
}

/** The same where nobody can wait; what cannot be removed now is swept later. */
export function removeNow(path: string): void {
  try {
    rmSync(path, OPTIONS)
  } catch {
    return
  }
}
