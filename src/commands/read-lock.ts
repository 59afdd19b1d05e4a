// The lock file that a request names.
import { LockError } from '../errors.js'
import { type Lock, parseLock } from '../lock/lock.js'
import type { Ports } from '../ports.js'
import type { Request } from '../request/request.js'

/**
 * Reads the lock file; undefined when none is named, or there is none yet.
 * @throws LockError LOCK_MISSING when the request is frozen, or that it cannot be read
 */
export async function readLock(
  { isFrozen, lockFile }: Pick<Request, 'isFrozen' | 'lockFile'>,
  ports: Pick<Ports, 'lockFile'>,
): Promise<Lock | undefined> {
  const text = await ports.lockFile?.read()
  if (text !== undefined) return parseLock(text, `the lock file "${lockFile ?? ''}"`)
  if (isFrozen) throw new LockError('LOCK_MISSING', `there is no lock file "${lockFile ?? ''}"`)
  return undefined
}
