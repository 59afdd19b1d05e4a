// The lock file on disk: small, read whole.
import { LockError, messageOf } from '../errors.js'
import type { LockFile } from '../ports.js'
import { readSmallFile } from './read-small-file.js'

/** An entry has some 8 KB, and a whole release some 120 entries. */
const MAX_BYTES = 32 * 1024 * 1024

export function createLockFile(path: string): LockFile {
  return {
    read: async () => {
      try {
        return (await readSmallFile(path, MAX_BYTES)).toString()
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        const message = `the lock file "${path}" cannot be read: ${messageOf(cause)}`
        throw new LockError('LOCK_MISSING', message, { cause })
      }
    },
  }
}
