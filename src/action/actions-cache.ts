// The Actions cache, for runners that start empty. A file of its own in dist/,
// loaded only when it is asked for: the library is larger than all the rest.
//
// What comes back is as suspect as a download, and goes the same way: into a
// folder of its own, verified there, staged and moved into the tool cache.
// The library's archives keep absolute paths: whoever can write to the cache
// could write anywhere with them. So it is off where untrusted code may write
// what trusted runs read; see docs/caching.md.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache'
import { messageOf } from '../errors.js'
import { formatBundle } from '../evidence/bundle.js'
import { copyFile, writeNewFile } from '../files/new-file.js'
import { remove } from '../files/remove.js'
import { readCachedFolder } from '../install/cached-folder.js'
import { type PlannedArtifact, cacheVersion } from '../plan/plan.js'
import type { SharedCache } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'

/** A service that is there says in less time that it has nothing. */
const MAX_FAILURE_MS = 10_000
/** Changes when what is kept does. */
const KEY_PREFIX = 'verify-k8s-artifacts-v1'

export interface ActionsCacheOptions {
  /** RUNNER_TEMP: the same path on every runner of a kind, which the library makes part of the key. */
  readonly temporaryRoot: string
  readonly warn: (message: string) => void
}

/** Whether this runner has the Actions cache at all. */
export function isAvailable(): boolean {
  return isFeatureAvailable()
}

/** The Actions cache as a shared cache. What it cannot do is a warning: it is never needed. */
export function createActionsCache({ temporaryRoot, warn }: ActionsCacheOptions): SharedCache {
  const root = join(temporaryRoot, 'verify-k8s-artifacts-cache')
  const folderOf = (planned: PlannedArtifact): string => join(root, toKey(planned))
  let isGivenUp = false
  const trying = async <T>(what: string, step: () => Promise<T>): Promise<T | undefined> => {
    if (isGivenUp) return undefined
    const startedAt = performance.now()
    try {
      const result = await step()
      if (result !== undefined || performance.now() - startedAt < MAX_FAILURE_MS) return result
      // The library has tried for long, warned, and given up.
      isGivenUp = true
      warn('the Actions cache is out of reach, and not asked again in this run')
    } catch (thrown) {
      warn(`the Actions cache could not ${what}: ${messageOf(thrown)}`)
    }
    return undefined
  }
  return {
    find: (planned, options) =>
      trying(`restore ${planned.name}`, async () => {
        const folder = folderOf(planned)
        await remove(folder)
        // Without a digest, the newest of this artifact: the service matches keys by their beginning.
        const key = await restoreCache([folder], `${toKey(planned)}-${options.digest?.hex ?? ''}`)
        if (key === undefined) return undefined
        return readCachedFolder(folder, planned, { ...options, isInPlace: false })
      }),
    remove: (planned) => remove(folderOf(planned)),
    save: async (artifacts) => {
      for (const artifact of artifacts) {
        await trying(`keep ${artifact.planned.name}`, () => keep(artifact, folderOf(artifact.planned)))
      }
    },
    close: () => remove(root),
  }
}

async function keep({ planned, file, proof, digest }: VerifiedArtifact, folder: string): Promise<void> {
  await remove(folder)
  await mkdir(folder, { recursive: true })
  await copyFile(file.path, join(folder, planned.fileName))
  // By its shape: this file is a bundle of its own in dist/, with classes of its own.
  if (!('planned' in proof)) {
    await writeNewFile(join(folder, `${planned.fileName}.sigstore.json`), formatBundle(proof))
  }
  await saveCache([folder], `${toKey(planned)}-${digest.hex}`)
}

function toKey(planned: PlannedArtifact): string {
  const { name, version, platform, signatureSource } = planned
  const place = platform ? `${platform.os}-${platform.arch}` : 'any'
  return [KEY_PREFIX, signatureSource, name, version ?? cacheVersion(planned), place].join('-')
}
