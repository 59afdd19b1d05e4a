// Files that are at hand in the place of those the release site would send:
// their evidence and their release's papers still come from there.
import { InputError, messageOf } from '../errors.js'
import { NO_CACHE } from '../files/no-cache.js'
import { measureFile } from '../files/measure.js'
import { pendFiles } from '../files/replace-file.js'
import { measureUnchanged } from './release-site.js'
import type { Installer, ReleaseSite } from '../ports.js'

/** @param paths of the user's own, by the name of the artifact: read, and never moved */
export function withFilesAtHand(site: ReleaseSite, paths: ReadonlyMap<string, string>): ReleaseSite {
  return {
    ...site,
    measureFurther: ({ path, sha256 }) => measureUnchanged(path, { sha256, followLink: true }),
    fetchArtifact: async (planned, options) => {
      const path = paths.get(planned.name)
      if (path === undefined) return site.fetchArtifact(planned, options)
      try {
        return { path, ...(await measureFile(path, { followLink: true, ...options })) }
      } catch (cause) {
        const message = `cannot be read as a file: ${messageOf(cause)}`
        throw new InputError([{ code: 'INPUT_INVALID', field: path, message }])
      }
    },
  }
}

/** Places nothing but what is written alongside, and knows nothing from before. */
export const NO_INSTALLER: Installer = {
  cache: NO_CACHE,
  install: async (_, __, { alongside }) => {
    const files = await pendFiles((await alongside?.([])) ?? [])
    await files.commit()
    await files.settle()
    return []
  },
}
