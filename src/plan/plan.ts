// What a request means: every file and URL spelled out, before anything but
// channel files is fetched.
import { digestOf } from '../digest.js'
import { type FieldError, InputError, ReleaseError } from '../errors.js'
import {
  type ArtifactKind,
  type CatalogueEntry,
  type Placed,
  findArtifact,
  isBuiltFor,
  pathOf,
} from '../kubernetes/catalogue.js'
import { imageOf, newestKnownToKubeadm } from '../kubernetes/images.js'
import { type Platform, formatPlatform } from '../kubernetes/platform.js'
import {
  type ReleaseVersion,
  endOfLife,
  isPrerelease,
  minorOf,
  predatesSigning,
} from '../kubernetes/version.js'
import { fileNameOf, kindOfUrl } from '../request/artifact-url.js'
import { type ImageReference, parseImageReference } from '../request/image-reference.js'
import type { Request, RequestedArtifact, SignatureSource } from '../request/request.js'

/** Everything the release site publishes about one artifact. */
export interface ArtifactUrls {
  readonly artifact: URL
  readonly signature: URL
  readonly certificate: URL
  /** Kubernetes publishes none so far. */
  readonly bundle: URL
  /** The `.sha256` file, and the `.sha512` file. */
  readonly checksum: URL
  readonly checksumSha512: URL
}

/** One file to fetch and prove. */
export interface PlannedArtifact {
  readonly name: string
  readonly kind: ArtifactKind
  /** Undefined of an artifact that was asked for by its URL. */
  readonly version: ReleaseVersion | undefined
  readonly platform: Platform | undefined
  /**
   * Where it stands in the release: `bin/linux/amd64/kubectl`. The SBOM lists it under this path.
   * By URL, host and path: `github.com/kubernetes-sigs/cri-tools/…`.
   */
  readonly path: string
  readonly fileName: string
  readonly urls: ArtifactUrls
  readonly signatureSource: SignatureSource
}

/** A release's papers that Kubernetes publishes without a signature, for the cross-check. */
export interface PlannedPapers {
  readonly sha256Sums: ArtifactUrls
  readonly sha512Sums: ArtifactUrls
  readonly provenance: ArtifactUrls
}

export interface ResolvedVersion {
  readonly version: ReleaseVersion
  /** `input`, or the URL of the release channel, or what stood in the version-file. */
  readonly source: string
  /** What there is to know of how it was chosen, each a sentence that may hold text from outside. */
  readonly notes?: readonly string[]
  /** Names of the artifacts and images that it was resolved for; undefined: everything that is asked for. */
  readonly names?: readonly string[] | undefined
}

/** What is proven together. */
export interface PlannedGroup {
  readonly artifacts: readonly PlannedArtifact[]
  readonly images: readonly ImageReference[]
  /** The release's signed SBOM; undefined when release-binding is off, or nothing needs it. */
  readonly sbom: PlannedArtifact | undefined
  /** Undefined when there is no cross-check. */
  readonly papers: PlannedPapers | undefined
}

export interface ReleasePlan extends ResolvedVersion, PlannedGroup {
  /** What the user should know: end of life, pre-release. */
  readonly notes: readonly string[]
  /** A sentence for each artifact of a group that is not built for a platform that was asked for. */
  readonly leftOut: readonly string[]
}

export interface Plan {
  readonly releases: readonly ReleasePlan[]
  /** Artifacts that were asked for by their URLs. */
  readonly byUrl: PlannedGroup
}

/** In hex. */
const URL_HASH_LENGTH = 16
const SBOM = 'release-sbom'
const SOURCE_SBOM_PATH = 'kubernetes-source.spdx'

/**
 * Plans everything that was asked for.
 * @param today YYYY-MM-DD
 * @throws ReleaseError RELEASE_PREDATES_SIGNING, RELEASE_IMAGES_UNKNOWN
 * @throws InputError INPUT_UNSUPPORTED_PLATFORM, naming all that is not built where it was asked for by name
 */
export function planRequest(request: Request, versions: readonly ResolvedVersion[], today: string): Plan {
  for (const { version } of versions) {
    if (!predatesSigning(version)) continue
    const message = `${version} was released before Kubernetes signed its artifacts`
    const context = { expected: 'v1.26.0-rc.1 or newer', actual: version }
    throw new ReleaseError('RELEASE_PREDATES_SIGNING', message, context)
  }
  const faults: FieldError[] = []
  const releases = versions.map((resolved) => planRelease(request, resolved, { today, faults }))
  const [first, ...rest] = faults
  if (first !== undefined) throw new InputError([first, ...rest])
  const byUrl = { artifacts: request.urls.map(planUrl), images: [], sbom: undefined, papers: undefined }
  return { releases, byUrl }
}

/** Its version in a cache, where it stands among those of releases: one of semver's that no release can have. */
export function cacheVersion({ version, path }: Pick<PlannedArtifact, 'version' | 'path'>): string {
  return version?.slice(1) ?? `0.0.0-url-${digestOf(Buffer.from(path)).hex.slice(0, URL_HASH_LENGTH)}`
}

/** How people call it: `v1.35.2/bin/linux/amd64/kubectl`, or host and path of a URL. */
export function formatPlace({
  version,
  path,
}: {
  readonly version?: ReleaseVersion | undefined
  readonly path: string
}): string {
  return version === undefined ? path : `${version}/${path}`
}

function planUrl(url: URL): PlannedArtifact {
  const fileName = fileNameOf(url)
  return {
    name: fileName,
    kind: kindOfUrl(url),
    version: undefined,
    platform: undefined,
    path: `${url.host}${url.pathname}`,
    fileName,
    urls: urlsBeside(url.href),
    signatureSource: 'artifact',
  }
}

/** The namespace that only this SBOM of this release has; without a path, that of the release's own. */
export function sbomNamespace({
  version,
  path,
}: {
  version: ReleaseVersion | undefined
  path?: string
}): string {
  return `https://sbom.k8s.io/${version}/${path === SOURCE_SBOM_PATH ? 'source' : 'release'}`
}

function planRelease(
  asked: Request,
  { version, source, notes = [], names }: ResolvedVersion,
  { today, faults }: { readonly today: string; readonly faults: FieldError[] },
): ReleasePlan {
  const request = names === undefined ? asked : narrow(asked, names)
  const leftOut: string[] = []
  const artifacts = request.artifacts.flatMap(({ entry, isNamed }) => {
    if (entry.platforms === undefined) return [planPlaced(request, version, { entry, platform: undefined })]
    const isBuilt = (platform: Platform): boolean => isBuiltFor(entry, platform, version)
    const built = request.platforms.filter(isBuilt)
    const missing = request.platforms.filter((platform) => !isBuilt(platform)).map(formatPlatform)
    if (missing.length > 0) {
      const fault = `${entry.name} is not built for ${missing.join(', ')} in ${version}`
      if (isNamed && (request.arePlatformsNamed || built.length === 0)) {
        const allowed = Object.keys(entry.platforms).join(', ')
        const message = `${fault}; allowed, in some releases: ${allowed}`
        faults.push({ code: 'INPUT_UNSUPPORTED_PLATFORM', field: 'artifacts', message })
      } else leftOut.push(`${fault}, and left out`)
    }
    return built.map((platform) => planPlaced(request, version, { entry, platform }))
  })
  if (artifacts.length + request.images.length === 0 && faults.length === 0) {
    const message = `nothing of ${nameAll(request.artifacts)} is built for ${request.platforms.map(formatPlatform).join(', ')} in ${version}`
    faults.push({ code: 'INPUT_UNSUPPORTED_PLATFORM', field: 'artifacts', message })
  }
  return {
    version,
    source,
    artifacts,
    images: request.images.flatMap((name) => planImage(request, version, name) ?? []),
    sbom:
      request.releaseBinding === 'off' || artifacts.length === 0
        ? undefined
        : planPlaced(request, version, { entry: findArtifact(SBOM) as CatalogueEntry, platform: undefined }),
    papers: request.crossCheck !== false ? planPapers(request, version) : undefined,
    notes: [...notes, ...noticesOf(version, today)],
    leftOut,
  }
}

/** A request for some of what it asks for. */
function narrow({ artifacts, images, ...request }: Request, names: readonly string[]): Request {
  return {
    ...request,
    artifacts: artifacts.filter(({ entry }) => names.includes(entry.name)),
    images: images.filter((name) => names.includes(name)),
  }
}

function planImage(
  { imageRegistry }: Request,
  version: ReleaseVersion,
  name: string,
): ImageReference | undefined {
  const image = imageOf(name, version, imageRegistry)
  if (image !== undefined) return parseImageReference(`${imageRegistry}/${image}`)
  const newest = newestKnownToKubeadm(version)
  throw new ReleaseError(
    'RELEASE_IMAGES_UNKNOWN',
    `which ${name} kubeadm ${version} uses is not known to this version of the program`,
    { ...(newest !== undefined && { expected: `a release up to ${newest}` }), actual: version },
  )
}

/** One artifact by where it stands in a release, whatever the request names. */
export function planPlaced(
  { releaseUrl, signatureSource }: Request,
  version: ReleaseVersion,
  { entry, platform }: Placed,
): PlannedArtifact {
  const path = pathOf(entry, platform)
  return {
    name: entry.name,
    kind: entry.kind,
    version,
    platform,
    path,
    fileName: path.slice(path.lastIndexOf('/') + 1),
    urls: artifactUrls(releaseUrl, version, path),
    // An SBOM lists neither itself nor the papers beside it.
    signatureSource: entry.kind === 'binary' || entry.kind === 'tarball' ? signatureSource : 'artifact',
  }
}

/** A release's papers. */
export function planPapers({ releaseUrl }: Request, version: ReleaseVersion): PlannedPapers {
  const paper = (path: string): ArtifactUrls => artifactUrls(releaseUrl, version, path)
  return {
    sha256Sums: paper('SHA256SUMS'),
    sha512Sums: paper('SHA512SUMS'),
    provenance: paper('provenance.json'),
  }
}

/** The day of a time in milliseconds since the epoch: YYYY-MM-DD, UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function noticesOf(version: ReleaseVersion, today: string): string[] {
  const minor = minorOf(version)
  const end = endOfLife(minor)
  return [
    ...(isPrerelease(version) ? [`${version} is a pre-release`] : []),
    ...(end !== undefined && end < today
      ? [`${version}: Kubernetes ${minor} has had no patches since ${end}`]
      : []),
  ]
}

function nameAll(artifacts: readonly RequestedArtifact[]): string {
  return artifacts.map(({ entry }) => entry.name).join(', ')
}

/** Where a site has an artifact and what lies beside it. */
export function artifactUrls(releaseUrl: URL, version: ReleaseVersion, path: string): ArtifactUrls {
  return urlsBeside(`${releaseUrl.href.replace(/\/$/, '')}/release/${version}/${path}`)
}

function urlsBeside(href: string): ArtifactUrls {
  const url = (ending: string): URL => new URL(`${href}${ending}`)
  return {
    artifact: url(''),
    signature: url('.sig'),
    certificate: url('.cert'),
    bundle: url('.sigstore.json'),
    checksum: url('.sha256'),
    checksumSha512: url('.sha512'),
  }
}
