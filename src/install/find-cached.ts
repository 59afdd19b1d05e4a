// Hits of the tool cache: what may be used where it stands, and what as a copy.
import { randomUUID } from 'node:crypto'
import { access, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { remove } from '../files/remove.js'
import { renameIfFree, renameIfThere } from '../files/rename.js'
import { createTemporaryFolder, makePrivateFolder } from '../files/temporary-folder.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { ToolCache } from '../ports.js'
import { type CachePlaces, toolFolder } from './cache-places.js'
import { readCachedFolder } from './cached-folder.js'

/** Looks up and removes what the tool cache holds. */
export function createToolCache(places: CachePlaces): ToolCache {
  /** Which folder was judged: what another runner places in the meantime is not removed for it. */
  const judged = new Map<PlannedArtifact, string>()
  /** Our copies of what is not ours, or not ours alone. */
  const copies = new Map<PlannedArtifact, string>()
  return {
    list: (name) => listVersions(places.root, name),
    has: (planned) => isMarked(toolFolder(places.root, planned)),
    find: async (planned, options) => {
      const folder = toolFolder(places.root, planned)
      try {
        if (!(await isMarked(folder))) return undefined
        await places.assertInside(folder)
        judged.set(planned, await identityOf(folder))
      } catch {
        return undefined
      }
      const judgement = await places.judgeHit(folder, planned)
      if (judgement.kind !== 'foreign')
        return readCachedFolder(folder, planned, { ...options, isInPlace: true })
      const copyTo = await makePrivateFolder(places.temporaryRoot, 'tools')
      copies.set(planned, copyTo)
      const copied = await readCachedFolder(folder, planned, { ...options, isInPlace: true, copyTo })
      if (copied === undefined) await remove(copyTo)
      else
        places.notice(
          `${planned.name} is used as a copy in RUNNER_TEMP, not in the tool cache: ${judgement.reason}`,
        )
      return copied
    },
    remove: async (planned) => {
      const copy = copies.get(planned)
      if (copy !== undefined) return remove(copy)
      // Where nothing can be written, it stays what it is: no hit. What is fetched in its place goes elsewhere.
      await removeJudged(places, planned, judged.get(planned)).catch(() => undefined)
    },
  }
}

/**
 * Somebody else's tool cache, for what is placed elsewhere: that is copied, and hashed once more where it comes to
 * stand. Nothing in it is changed.
 * @param root RUNNER_TOOL_CACHE
 */
export function createForeignToolCache(root: string): ToolCache {
  return {
    list: (name) => listVersions(root, name),
    has: (planned) => isMarked(toolFolder(root, planned)),
    find: async (planned, options) => {
      const folder = toolFolder(root, planned)
      if (!(await isMarked(folder))) return undefined
      return readCachedFolder(folder, planned, { ...options, isInPlace: true })
    },
    remove: () => Promise.resolve(),
  }
}

/** The folder is renamed into place first: without the mark it may be somebody's half. */
async function isMarked(folder: string): Promise<boolean> {
  return access(`${folder}.complete`).then(
    () => true,
    () => false,
  )
}

async function listVersions(root: string, name: string): Promise<readonly string[]> {
  return readdir(join(root, name)).catch(() => [])
}

/** By way of a folder that nobody else looks into: what is removed there cannot be another's by now. */
async function removeJudged(
  { root }: CachePlaces,
  planned: PlannedArtifact,
  identity: string | undefined,
): Promise<void> {
  const folder = toolFolder(root, planned)
  const isJudged = async (path: string): Promise<boolean> =>
    (await identityOf(path).catch(() => undefined)) === identity
  if (!(await isJudged(folder))) return
  const staging = await createTemporaryFolder(root, 'staging', { isHidden: true })
  try {
    const aside = join(staging.path, randomUUID())
    // The mark stays: without its folder it says nothing, and another runner's folder may need it.
    if (await renameIfThere(folder, aside)) {
      if (!(await isJudged(aside))) await renameIfFree(aside, folder)
    }
  } finally {
    await staging.remove()
  }
}

/** Of a folder, wherever it is moved to. The number alone is given again once a folder is gone. */
async function identityOf(folder: string): Promise<string> {
  const { ino, mtimeNs } = await lstat(folder, { bigint: true })
  return `${ino} ${mtimeNs}`
}
