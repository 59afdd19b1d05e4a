// Verified artifacts → the lock file that says so.
import { toBundleJson } from '../json/bundle-json.js'
import { InternalError } from '../errors.js'
import { formatPlatform } from '../kubernetes/platform.js'
import type { Request } from '../request/request.js'
import type { ReleaseVersion } from '../kubernetes/version.js'
import { VerifiedArtifact } from '../verify/verified-artifact.js'
import { type Lock, type LockEntry, formatLock } from './lock.js'

/** The text of the lock file for what a request came to. */
export function recordLock(
  request: Request,
  bySpec: Readonly<Record<string, readonly ReleaseVersion[]>>,
  verified: readonly VerifiedArtifact[],
): string {
  const versions = Object.entries(bySpec).map(([spec, list]): [string, ReleaseVersion[]] => [spec, [...list]])
  const lock: Lock = {
    lockfileVersion: 1,
    request: {
      versions: Object.fromEntries(versions),
      artifacts: request.artifacts.map(({ entry }) => entry.name),
      platforms: request.platforms.map(formatPlatform),
      ...(request.urls.length > 0 && { urls: request.urls.map(({ href }) => href) }),
    },
    artifacts: [...new Set(verified)].map(toEntry),
  }
  return formatLock(lock)
}

function toEntry({ planned, digest, proof, result }: VerifiedArtifact): LockEntry {
  const { version, path, platform } = planned
  const place = {
    ...(version && { version }),
    path,
    ...(platform && { platform: formatPlatform(platform) }),
    digest,
  }
  if (proof instanceof VerifiedArtifact && version !== undefined)
    return { ...place, version, signatureSource: 'release-sbom' }
  if (proof instanceof VerifiedArtifact)
    throw new InternalError(`${path} is proven by the SBOM of no release`)
  const { signer, logEntry } = result
  if (!signer || !logEntry) throw new InternalError(`${path} counts as verified without signer or log entry`)
  const { logIndex } = logEntry
  return { ...place, signer, logIndex, bundle: toBundleJson(proof) }
}
