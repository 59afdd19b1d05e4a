// A file that is at hand in the place of the one the release site would send:
// its evidence and its release's papers still come from there.
import { InputError, messageOf } from '../errors.js'
import { measureFile } from '../install/stage.js'
import type { Installer, ReleaseSite } from '../ports.js'

/** @param path of the user's own: read, and never moved */
export function withFileAtHand(site: ReleaseSite, path: string): ReleaseSite {
  return {
    ...site,
    fetchArtifact: async (planned, options) => {
      if (planned.kind === 'sbom') return site.fetchArtifact(planned, options)
      try {
        return { path, ...(await measureFile(path, { followLink: true, ...options })) }
      } catch (cause) {
        const message = `cannot be read as a file: ${messageOf(cause)}`
        throw new InputError([{ code: 'INPUT_INVALID', field: path, message }])
      }
    },
  }
}

/** Places nothing, and knows nothing from before. */
export const NO_INSTALLER: Installer = {
  cache: { find: () => Promise.resolve(undefined), remove: () => Promise.resolve() },
  install: () => Promise.resolve([]),
}
