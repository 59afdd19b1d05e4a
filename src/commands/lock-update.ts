// `lock update`: lock file → the request that it was written for → the walk of
// `get`, which installs nothing → the lock file anew, and what changed in it.
import { InputError, LockError } from '../errors.js'
import { NO_INSTALLER } from '../fetch/file-at-hand.js'
import { createLockFile } from '../files/lock-file.js'
import { type Asked, toAsked } from '../lock/asked.js'
import { compareLocks } from '../lock/changes.js'
import { parseLock } from '../lock/lock.js'
import type { Ending } from '../report/ending.js'
import type { Words } from '../request/input.js'
import { type LockUpdateRequest, parseLockUpdateRequest } from '../request/lock-request.js'
import type { Request } from '../request/request.js'
import { settleSkew } from '../request/skew.js'
import { conclude, getInto } from './get-command.js'
import { assertSignerNamed, endWhole, toChangesEnding } from './lock-ending.js'
import { toSurroundings } from './request-surroundings.js'
import type { RunCommand, Surroundings } from './surroundings.js'

/** Moves a lock file to what its request means today, once all of that is proven. */
export const runLockUpdate: RunCommand = (words, surroundings) =>
  endWhole(words, () => update(words, surroundings))

async function update(words: Words, surroundings: Surroundings): Promise<Ending> {
  const request = parseLockUpdateRequest(words, await toSurroundings(words, surroundings))
  const { lockFile, format } = request
  const name = `the lock file "${lockFile}"`
  const before = await readText(lockFile)
  const former = parseLock(before, name)
  const asked = toAsked(former, name)
  assertSignerNamed(request, asked, words)
  const again = { ...request, ...asked, ...toVersions(request, asked, words) }
  const report = await getInto(again, { installer: NO_INSTALLER, surroundings })
  const ending = await conclude(report, request)
  if (ending.exitCode !== 0) return ending
  const after = await readText(lockFile)
  const changes = compareLocks(former, parseLock(after, name))
  return toChangesEnding({ changes, report }, ending, {
    format,
    written: before === after ? [] : [lockFile],
    notes: before === after && request.versions.length === 0 ? listExact(asked) : [],
  })
}

async function readText(path: string): Promise<string> {
  const text = await createLockFile(path).read()
  if (text !== undefined) return text
  throw new LockError('LOCK_MISSING', `there is no lock file "${path}"`, {
    hint: 'Name the lock file; get with --lock-file writes the first one.',
  })
}

/** Those that were named, or else those of the lock file. */
function toVersions(
  { versions }: LockUpdateRequest,
  asked: Asked,
  { spell }: Words,
): Pick<Request, 'versions'> {
  if (versions.length === 0) return { versions: asked.versions }
  if (asked.urls.length === 0) return { versions: settleSkew(versions, asked) }
  const message = 'is for artifacts of a release, and the lock file is of URLs; allowed: leave it out'
  throw new InputError([{ code: 'INPUT_CONFLICT', field: spell('version'), message }])
}

/** Who wonders why nothing moves. */
function listExact({ versions }: Asked): string[] {
  return versions.flatMap((spec) =>
    spec.kind === 'exact'
      ? [`the lock file asks for exactly ${spec.version}, which stays; --version names another`]
      : [],
  )
}
