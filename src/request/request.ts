// What the user asked for. After this every value is of its type: the types
// carry the proof that the text was read.
import type { Digest } from '../digest.js'
import type { Platform } from '../kubernetes/platform.js'
import type { Signer } from '../kubernetes/signer.js'
import type { ReleaseVersion } from '../kubernetes/version.js'

export type VersionSpec =
  | { readonly kind: 'exact'; readonly version: ReleaseVersion }
  | { readonly kind: 'channel'; readonly channel: 'stable' }

export type TrustedRootChoice =
  { readonly kind: 'auto' | 'tuf' | 'embedded' } | { readonly kind: 'file'; readonly path: string }

export interface Request {
  readonly version: VersionSpec
  /** Names of the catalogue, without repetition. */
  readonly artifacts: readonly [string, ...string[]]
  readonly platform: Platform
  readonly addToPath: boolean
  /** An extra pin; only with a single artifact. */
  readonly expectedSha256: Digest | undefined
  readonly signer: Signer
  readonly trustedRoot: TrustedRootChoice
  readonly releaseBinding: 'required' | 'off'
  /** The part before `/release/…`, without a slash at its end. */
  readonly releaseUrl: URL
  /** The part before `/api/v1/…`, without a slash at its end. */
  readonly rekorUrl: URL
  readonly tufUrl: URL
  /** Folder for report.json. */
  readonly reportFolder: string | undefined
}
