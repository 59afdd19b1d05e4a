// `verify`: local files and digests, of a release that is named or on their own.
import { join } from 'node:path'
import { expandFiles, seeFiles, seePaths } from '../files/expand-files.js'
import { NO_INSTALLER } from '../fetch/file-at-hand.js'
import type { Read } from '../request/fields.js'
import { type Words, wordOf } from '../request/input.js'
import { parseInventoryRequest } from '../request/inventory-request.js'
import { parseVerifyRequest } from '../request/verify-request.js'
import { withLocalWorld, withWorld } from '../world.js'
import { conclude, getInto } from './get-command.js'
import { toQuietWorld } from './quiet-world.js'
import { toSurroundings } from './request-surroundings.js'
import type { RunCommand } from './surroundings.js'
import { runVerify } from './verify.js'

/** Proves who signed files that are there already; a file that is said to be of a release is proven like a fetched one. */
export const runVerifyCommand: RunCommand = async (words, surroundings) => {
  if (isSearched(words)) return runInventoryCommand(words, surroundings)
  const files = await readFiles(words)
  const asked = parseVerifyRequest(words, { ...(await toSurroundings(words, surroundings)), files })
  if (asked.kind === 'release') {
    const { request, localArtifacts } = asked
    const report = await getInto(request, { installer: NO_INSTALLER, surroundings, localArtifacts })
    return conclude(report, request)
  }
  const { request } = asked
  const world = {
    ...request,
    tufCacheFolder: join(surroundings.cacheFolder, 'tuf'),
    onWaiting: surroundings.onWaiting,
  }
  return conclude(await withLocalWorld(world, (ports) => runVerify(request, ports)), request)
}

/** Of what fits a cluster or not it has to be known which release it is. */
function isSearched(words: Words): boolean {
  const isGiven = (name: string): boolean => wordOf(words, name) !== ''
  return isGiven('release') || (isGiven('skew-of') && !isGiven('version') && !isGiven('version-file'))
}

/** Finds the files of a release below folders and in archives. */
const runInventoryCommand: RunCommand = async (words, surroundings) => {
  const { runInventory } = await import('./inventory.js')
  const text = wordOf(words, 'files')
  const paths =
    text === ''
      ? await seePaths(words.positionals)
      : await expandFiles(text, words.spell('files'), { withFolders: true })
  const request = parseInventoryRequest(words, { ...(await toSurroundings(words, surroundings)), paths })
  const papersFolder = join(surroundings.cacheFolder, 'papers')
  const world = { ...toQuietWorld(surroundings, NO_INSTALLER), papersFolder }
  return conclude(await withWorld(request, world, (ports) => runInventory(request, ports)), request)
}

/** Without a flag as they are, for the shell has expanded them; as an input by patterns. */
async function readFiles(words: Words): Promise<Read<readonly string[]>> {
  const text = wordOf(words, 'files')
  if (text === '') return seeFiles(words.positionals)
  return expandFiles(text, words.spell('files'))
}
