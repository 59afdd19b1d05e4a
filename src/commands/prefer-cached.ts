// Before a run: whether the tool cache alone will do, so that nobody is asked.
import { join } from 'node:path'
import { rememberFinds } from '../install/remembered-cache.js'
import type { Installer } from '../ports.js'
import { type CachedReleases, findCachedReleases } from '../prove/cached-releases.js'
import type { GetRequest } from '../request/get-request.js'
import type { Request } from '../request/request.js'
import { atHandRoot } from '../request/trust-inputs.js'
import { toResultAsync } from '../result.js'
import { withWorld } from '../world.js'
import { readLock } from './read-lock.js'
import type { Surroundings } from './surroundings.js'

/** What installs, where the request has its place for it, and looks into the tool cache where that has a say. */
export function toInstaller(
  { outputFolder, prefersCached, isOffline }: GetRequest,
  surroundings: Surroundings,
): Promise<Installer> {
  return surroundings.createInstaller(outputFolder, prefersCached || isOffline)
}

/** A run as it is begun. */
export interface Settled {
  readonly request: Request
  readonly installer: Installer
  /** Releases that need not be asked for; undefined where none were looked for. */
  readonly cached?: CachedReleases
}

/** Looks into the tool cache where the request prefers that, or nobody can be asked what a version means. */
export async function settle(
  request: Request,
  installer: Installer,
  { temporaryRoot, cacheFolder }: Surroundings,
): Promise<Settled> {
  if (!looksIntoCache(request)) return { request, installer }
  const alone = { ...request, isOffline: true, trustedRoot: atHandRoot(request.trustedRoot) }
  const remembering = rememberFinds(installer)
  const world = {
    installer: remembering,
    temporaryRoot,
    tufCacheFolder: join(cacheFolder, 'tuf'),
    onProgress: () => undefined,
  }
  const found = await toResultAsync(
    withWorld(alone, world, async (ports) => findCachedReleases(alone, ports, await readLock(alone, ports))),
  )
  // What stands in the way stands in the way of the run, too, which says so.
  const { value: cached } = found
  if (cached === undefined) return { request, installer }
  return { request: cached.isComplete ? alone : request, installer: remembering, cached }
}

function looksIntoCache({ prefersCached, isOffline, isFrozen, releaseUrl, versions }: Request): boolean {
  if (versions.length === 0) return false
  if (prefersCached === true) return true
  // A folder in the place of the site can be asked; a lock file that is frozen says it all.
  const isNobodyThere = isOffline && !isFrozen && releaseUrl.protocol !== 'file:'
  return isNobodyThere && versions.some(({ kind }) => kind !== 'exact')
}
