// The world of a command that shows no transfers.
import { join } from 'node:path'
import type { Installer } from '../ports.js'
import type { WorldOptions } from '../world.js'
import type { Surroundings } from './surroundings.js'

/** The world of a command that fetches nothing large: nobody waits for what it fetches. */
export function toQuietWorld(
  { temporaryRoot, cacheFolder, onWaiting, onSecret }: Surroundings,
  installer: Installer,
): WorldOptions {
  const tufCacheFolder = join(cacheFolder, 'tuf')
  return { installer, temporaryRoot, tufCacheFolder, onProgress: () => undefined, onWaiting, onSecret }
}
