// The lock file and the checkpoint file on disk: small, read whole.
import { LockError, messageOf } from '../errors.js'
import type { LockFile } from '../ports.js'
import { readSmallFile } from './read-small-file.js'
import { readStandardInput } from './read-standard-input.js'

/** An entry has some 8 KB, and a whole release some 120 entries. */
const MAX_LOCK_BYTES = 32 * 1024 * 1024
/** A checkpoint has some 300 bytes, and a log a handful of trees. */
const MAX_CHECKPOINT_BYTES = 1024 * 1024

/** Reads a lock file. */
export function createLockFile(path: string): LockFile {
  return createFile(path, MAX_LOCK_BYTES, (why) => {
    return new LockError('LOCK_MISSING', `the lock file "${path}" cannot be read: ${why}`)
  })
}

/**
 * Reads the text of a lock file that is piped in.
 * @throws LockError LOCK_MISSING
 */
export async function readPipedLock(): Promise<string> {
  try {
    return (await readStandardInput(MAX_LOCK_BYTES)).toString()
  } catch (cause) {
    throw new LockError('LOCK_MISSING', `standard input cannot be read as a lock file: ${messageOf(cause)}`)
  }
}

/** Reads a file of checkpoints. */
export function createCheckpointFile(path: string): LockFile {
  return createFile(path, MAX_CHECKPOINT_BYTES, (why) => {
    return new LockError('LOG_CHECKPOINT_MALFORMED', `the checkpoint file "${path}" cannot be read: ${why}`)
  })
}

function createFile(path: string, maxBytes: number, toError: (why: string) => LockError): LockFile {
  return {
    read: async () => {
      try {
        return (await readSmallFile(path, maxBytes)).toString()
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw toError(messageOf(cause))
      }
    },
  }
}
