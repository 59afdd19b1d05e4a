// A cache that is looked at twice in a run, and hashed once.
import { formatPlace, type PlannedArtifact } from '../plan/plan.js'
import type { CachedArtifact, Installer } from '../ports.js'

interface Found {
  /** By which the cache knows it. */
  readonly planned: PlannedArtifact
  readonly cached: Promise<CachedArtifact | undefined>
}

/** @returns the same installer, whose cache measures each artifact once, in the way that was asked for first */
export function rememberFinds(installer: Installer): Installer {
  const { cache } = installer
  const finds = new Map<string, Found>()
  return {
    ...installer,
    cache: {
      ...cache,
      find: (planned, options) => {
        const key = formatPlace(planned)
        const found = finds.get(key) ?? { planned, cached: cache.find(planned, options) }
        finds.set(key, found)
        return found.cached
      },
      remove: async (planned) => {
        const key = formatPlace(planned)
        const found = finds.get(key)
        finds.delete(key)
        await cache.remove(found?.planned ?? planned)
      },
    },
  }
}
