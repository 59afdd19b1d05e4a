// What the user asked for. After this every value is of its type: the types
// carry the proof that the text was read.
import type { Digest } from '../digest.js'
import type { CatalogueEntry } from '../kubernetes/catalogue.js'
import type { Platform } from '../kubernetes/platform.js'
import type { Signer } from '../kubernetes/signer.js'
import type { Minor, ReleaseVersion } from '../kubernetes/version.js'

/** The machine we run on, in Node's spelling. */
export interface Machine {
  readonly platform: string
  readonly arch: string
}

/** A release channel: the site's file of this name with `.txt` holds one version. */
export type Channel = 'stable' | 'latest' | `stable-${Minor}` | `latest-${Minor}`

export type VersionSpec = {
  /** For the report: `input`, or the version-file and what stood in it. */
  readonly origin: string
} & (
  | { readonly kind: 'exact'; readonly version: ReleaseVersion }
  | { readonly kind: 'channel'; readonly channel: Channel }
  /** The latest patch of each minor that is still patched, and of those before it down to one. */
  | { readonly kind: 'supported'; readonly from?: Minor }
  /** The newest stable release in a semver range. */
  | {
      readonly kind: 'range'
      readonly range: string
      readonly skewOf?: SkewOf
    }
)

/** A range that follows from the cluster, and from what is asked for: `skew:1.34` is one for each rule of the policy. */
interface SkewOf {
  /** Minors of the API servers, each once. */
  readonly servers: readonly Minor[]
  /** The input that says so. */
  readonly field: string
  /** Names of the artifacts and images that the range is for. */
  readonly names: readonly string[]
}

/** The names of what a spec is for; undefined: everything that is asked for. */
export function namesOf(spec: VersionSpec): readonly string[] | undefined {
  return spec.kind === 'range' ? spec.skewOf?.names : undefined
}

/** Whether what stands in a cache can be what is meant; what the latest is, and which minors are patched, only the site knows. */
export function isAnsweredByCache(spec: VersionSpec): boolean {
  return spec.kind === 'channel' ? !spec.channel.startsWith('latest') : spec.kind !== 'supported'
}

/** As the user wrote it, or may have: the key of a lock file, which several ranges by one cluster share. */
export function formatVersionSpec(spec: VersionSpec): string {
  switch (spec.kind) {
    case 'exact':
      return spec.version
    case 'channel':
      return spec.channel
    case 'supported':
      return 'supported'
    case 'range':
      return spec.skewOf === undefined ? spec.range : `skew:${spec.skewOf.servers.join('/')}`
  }
}

export interface RequestedArtifact {
  readonly entry: CatalogueEntry
  /** By its own name; false when a group brought it. */
  readonly isNamed: boolean
}

export type TrustedRootChoice =
  | { readonly kind: 'auto' | 'tuf' | 'embedded' | 'staging' | 'embedded-staging' }
  | { readonly kind: 'file'; readonly path: string }

/** What proves an artifact: its own signature, or its release's signed SBOM. */
export const SIGNATURE_SOURCES = ['artifact', 'release-sbom'] as const
export type SignatureSource = (typeof SIGNATURE_SOURCES)[number]

export interface Request {
  readonly versions: readonly VersionSpec[]
  /** Without repetition. */
  readonly artifacts: readonly RequestedArtifact[]
  /** Whether `all` brought them: what only a release's papers know is meant, too. */
  readonly areAllArtifacts: boolean
  /** Artifacts of other projects, which are of no release; then there are no versions and no artifacts. */
  readonly urls: readonly URL[]
  /** Names of container images of the release. */
  readonly images: readonly string[]
  /** Host and port. */
  readonly imageRegistry: string
  /** Undefined: the promoter of the image's time. */
  readonly imageSigner: Signer | undefined
  readonly platforms: readonly Platform[]
  /** One by one; false when `all` brought them. */
  readonly arePlatformsNamed: boolean
  readonly addToPath: boolean
  /** An extra pin; only with a single artifact. */
  readonly expectedSha256: Digest | undefined
  readonly signer: Signer
  readonly trustedRoot: TrustedRootChoice
  /** Whether verified artifacts are also kept in the Actions cache. */
  readonly useActionsCache: boolean
  /** Whether what was placed is hashed again at the end of the job. */
  readonly recheckAtEnd: boolean
  /** Path of the lock file. */
  readonly lockFile: string | undefined
  /** Nothing is resolved and no log asked: the lock file says it all. */
  readonly isFrozen: boolean
  /** Whether a release that the tool cache proves by itself does, without asking for a newer one. */
  readonly prefersCached?: boolean
  /** Path of the file of what was seen of the log before. */
  readonly logCheckpoint: string | undefined
  /** No socket is opened: only what the cache holds can be proven. */
  readonly isOffline: boolean
  /** How long ago, in milliseconds, the log has to have taken every signature; undefined: any time. */
  readonly minimumAge: number | undefined
  /** Minors of the API servers that what is proven has to fit. */
  readonly skewOf?: readonly Minor[] | undefined
  readonly releaseBinding: 'required' | 'off'
  /** What proves an artifact: its own signature, or the release's signed SBOM that lists its digest. */
  readonly signatureSource: SignatureSource
  /** Whether verified tarballs are unpacked. */
  readonly extract: boolean
  /** Whether the release's papers are held against each other; `required`: each of them has to be there, and agree. */
  readonly crossCheck: boolean | 'required'
  /** Whether nothing more is begun once something has failed. */
  readonly failFast: boolean
  /** The part before `/release/…`, without a slash at its end; https, or a folder's file URL. */
  readonly releaseUrl: URL
  /** A secret: the Authorization header for the origin of the release URL, and for no other. */
  readonly mirrorAuthorization: string | undefined
  /** The part before `/api/v1/…`, without a slash at its end. */
  readonly rekorUrl: URL
  /** How long, in a run, a server is waited for that is away. */
  readonly patienceMs: number
  readonly tufUrl: URL
  /** Folder for the bundles of what was placed. */
  readonly bundlesFolder: string | undefined
  /** Folder for report.json. */
  readonly reportFolder: string | undefined
}

/** What is not done with artifacts that are not installed for use. */
export const NOT_INSTALLED = {
  addToPath: false,
  useActionsCache: false,
  recheckAtEnd: false,
  extract: false,
} as const
