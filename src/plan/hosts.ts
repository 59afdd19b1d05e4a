// Which hosts a request leads to, as far as that can be known before anything
// is asked: for a firewall, or a runner that may reach nothing else.
import { CANONICAL_REGISTRY, OFFICIAL_REGISTRY } from '../kubernetes/images.js'
import type { Request } from '../request/request.js'

/** A host that is asked, or that is known to be redirected to. */
interface PlannedHost {
  /** Host and port: `dl.k8s.io:443`. */
  readonly endpoint: string
  /** What it is asked for, each a few words. */
  readonly purposes: readonly string[]
}

export interface PlannedHosts {
  /** By their endpoints, each once. */
  readonly hosts: readonly PlannedHost[]
  /** What cannot be known beforehand, each a sentence. */
  readonly unknown: readonly string[]
}

/** Where the release site of Kubernetes redirects to (kubernetes/k8s.io, apps/k8s-io). */
const OFFICIAL_SITE = 'dl.k8s.io'
const OFFICIAL_CDN = 'https://cdn.dl.k8s.io'
/** Of Sigstore's production instance, and in its place that of the staging instance. */
const PRODUCTION_TUF = 'https://tuf-repo-cdn.sigstore.dev/'
const STAGING_TUF = 'https://tuf-repo-cdn.sigstage.dev'

/** Every host that a request leads to; of what is in a cache already, none is asked. */
export function planHosts(request: Request): PlannedHosts {
  if (request.isOffline) return { hosts: [], unknown: [] }
  const asked = [
    ...ofSite(request),
    ...ofUrls(request),
    ...ofLog(request),
    ...ofTrustedRoot(request),
    ...ofImages(request),
  ]
  const byEndpoint = Map.groupBy(asked, ({ url }) => endpointOf(url))
  const hosts = [...byEndpoint].map(([endpoint, uses]) => ({
    endpoint,
    purposes: [...new Set(uses.map(({ purpose }) => purpose))],
  }))
  return { hosts: hosts.sort((a, b) => (a.endpoint < b.endpoint ? -1 : 1)), unknown: listUnknown(request) }
}

interface Use {
  readonly url: URL
  readonly purpose: string
}

function ofSite({ releaseUrl, versions, images, artifacts, isFrozen, minimumAge }: Request): Use[] {
  if (versions.length === 0 || releaseUrl.protocol === 'file:') return []
  const needsArtifacts = artifacts.length > 0 || minimumAge !== undefined
  const needsChannels = !isFrozen && versions.some(({ kind }) => kind !== 'exact')
  if (!needsArtifacts && !(needsChannels && images.length > 0)) return []
  const purpose = needsArtifacts ? 'artifacts, their evidence, the papers of a release' : 'release channels'
  const own = { url: releaseUrl, purpose }
  const isOfficial = releaseUrl.hostname === OFFICIAL_SITE
  return isOfficial
    ? [own, { url: new URL(OFFICIAL_CDN), purpose: `where ${OFFICIAL_SITE} redirects to` }]
    : [own]
}

function ofUrls({ urls }: Request): Use[] {
  return urls.map((url) => ({ url, purpose: 'artifacts by their URLs, and the evidence beside them' }))
}

function ofLog({ rekorUrl, isFrozen, artifacts, urls, images }: Request): Use[] {
  if (isFrozen || artifacts.length + urls.length + images.length === 0) return []
  return [{ url: rekorUrl, purpose: 'log entries, and how the log has grown' }]
}

function ofTrustedRoot({ trustedRoot: { kind }, tufUrl }: Request): Use[] {
  const purpose = 'the trusted root'
  const isUsual = tufUrl.href === PRODUCTION_TUF
  if (kind === 'staging') return [{ url: isUsual ? new URL(STAGING_TUF) : tufUrl, purpose }]
  return kind === 'auto' || kind === 'tuf' ? [{ url: tufUrl, purpose }] : []
}

function ofImages({ images, imageRegistry }: Request): Use[] {
  if (images.length === 0) return []
  const own = { url: new URL(`https://${imageRegistry}`), purpose: 'manifests and signatures of images' }
  if (own.url.hostname !== OFFICIAL_REGISTRY) return [own]
  return [
    own,
    { url: new URL(`https://${CANONICAL_REGISTRY.host}`), purpose: 'signatures of images that mirrors lack' },
  ]
}

function listUnknown({ releaseUrl, versions, artifacts, urls, images, imageRegistry }: Request): string[] {
  const isMirror = releaseUrl.protocol !== 'file:' && releaseUrl.hostname !== OFFICIAL_SITE
  const usesSite = versions.length > 0 && artifacts.length > 0
  return [
    ...(isMirror && usesSite ? [`where ${releaseUrl.host} redirects to, if it does`] : []),
    ...urls.map((url) => `where ${url.host} redirects to, if it does`),
    ...(images.length > 0 && imageRegistry.startsWith(OFFICIAL_REGISTRY)
      ? [`to which regional copies ${OFFICIAL_REGISTRY} redirects`]
      : []),
  ].filter((each, index, all) => all.indexOf(each) === index)
}

function endpointOf({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === 'http:' ? 80 : 443)}`
}
