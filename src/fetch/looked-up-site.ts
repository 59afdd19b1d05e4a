// The release site where nothing of it is fetched into files: it is only asked
// for what it says.
import type { Http, ReleaseSite } from '../ports.js'
import { createFolderHttp } from './folder-http.js'
import { createReleaseSite } from './release-site.js'

export function createLookedUpSite(
  releaseUrl: URL,
  http: Http,
): Pick<ReleaseSite, 'fetchChannel' | 'fetchChecksum'> {
  return createReleaseSite({
    http: releaseUrl.protocol === 'file:' ? createFolderHttp(releaseUrl) : http,
    folder: '',
  })
}
