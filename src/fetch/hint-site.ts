// The release site where it is asked for hints alone: nothing of it is fetched
// into files, and where it does not answer at once it is done without.
import type { HintSite, Http } from '../ports.js'
import { createFolderHttp } from './folder-http.js'
import { createReleaseSite } from './release-site.js'

/** What is asked for here decides nothing. */
const HINT_PATIENCE_MS = 3000

/** @param releaseUrl the part before `/release/…` */
export function createHintSite(releaseUrl: URL, http: Http): HintSite {
  const impatient: Http = {
    ...http,
    fetchBytes: (url, options) => http.fetchBytes(url, { ...options, patienceMs: HINT_PATIENCE_MS }),
  }
  return createReleaseSite({
    http: releaseUrl.protocol === 'file:' ? createFolderHttp(releaseUrl) : impatient,
    folder: '',
  })
}
