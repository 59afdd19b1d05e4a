// The lock file on disk: small, read whole, replaced by rename.
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { LockError, messageOf } from '../errors.js'
import type { LockFile } from '../ports.js'
import { placing } from './placing.js'
import { readSmallFile } from './read-small-file.js'

/** An entry has some 8 KB, and a whole release some 120 entries. */
const MAX_BYTES = 32 * 1024 * 1024

export function createLockFile(path: string): LockFile {
  let current: string | undefined
  return {
    read: async () => {
      try {
        return (current = (await readSmallFile(path, MAX_BYTES)).toString())
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        const message = `the lock file "${path}" cannot be read: ${messageOf(cause)}`
        throw new LockError('LOCK_MISSING', message, { cause })
      }
    },
    write: (text) =>
      placing(`the lock file "${path}"`, async () => {
        if (text === current) return
        const staged = `${path}.${randomUUID()}.new`
        try {
          await mkdir(dirname(path), { recursive: true })
          await writeFile(staged, text, { flag: 'wx' })
          await rename(staged, path)
        } finally {
          await rm(staged, { force: true })
        }
      }),
  }
}
