// `image`: container images of any registry.
import { join } from 'node:path'
import { parseImageRequest } from '../request/image-request.js'
import { withLocalWorld } from '../world.js'
import { conclude } from './get-command.js'
import { runImages } from './image.js'
import type { RunCommand } from './surroundings.js'

/** Proves who signed each image, and ends with the digests to use. */
export const runImageCommand: RunCommand = async (words, { cacheFolder, onWaiting, onSecret }) => {
  const request = parseImageRequest(words)
  const world = { ...request, tufCacheFolder: join(cacheFolder, 'tuf'), onWaiting, onSecret }
  return conclude(await withLocalWorld(world, (ports) => runImages(request, ports)), request)
}
