// What a request means: every file and URL spelled out, before anything is fetched.
import { ReleaseError } from '../errors.js'
import { type Platform, formatPlatform } from '../kubernetes/platform.js'
import { type ReleaseVersion, predatesSigning } from '../kubernetes/version.js'
import type { Request } from '../request/request.js'

/** Everything the release site publishes about one artifact. */
export interface ArtifactUrls {
  readonly artifact: URL
  readonly signature: URL
  readonly certificate: URL
  readonly checksum: URL
}

/** One file to fetch and prove. */
export interface PlannedArtifact {
  readonly name: string
  readonly kind: 'binary' | 'sbom'
  readonly version: ReleaseVersion
  readonly platform: Platform | undefined
  /** Where it stands in the release: `bin/linux/amd64/kubectl`. The SBOM lists it under this path. */
  readonly path: string
  readonly fileName: string
  readonly urls: ArtifactUrls
}

export interface Plan {
  readonly version: ReleaseVersion
  readonly artifacts: readonly PlannedArtifact[]
  /** The release's signed SBOM; undefined when release-binding is off. */
  readonly sbom: PlannedArtifact | undefined
}

/**
 * Plans one release.
 * @throws ReleaseError RELEASE_PREDATES_SIGNING
 */
export function planRelease(request: Request, version: ReleaseVersion): Plan {
  if (predatesSigning(version)) {
    throw new ReleaseError(
      'RELEASE_PREDATES_SIGNING',
      `${version} was released before Kubernetes signed its artifacts`,
      {
        expected: 'v1.26.0-rc.1 or newer',
        actual: version,
      },
    )
  }
  const { platform, releaseUrl } = request
  const planned = (
    name: string,
    kind: PlannedArtifact['kind'],
    path: string,
    of?: Platform,
  ): PlannedArtifact => ({
    name,
    kind,
    version,
    platform: of,
    path,
    fileName: path.slice(path.lastIndexOf('/') + 1),
    urls: artifactUrls(releaseUrl, version, path),
  })
  return {
    version,
    artifacts: request.artifacts.map((name) => planned(name, 'binary', binaryPath(name, platform), platform)),
    sbom:
      request.releaseBinding === 'off'
        ? undefined
        : planned('kubernetes-release.spdx', 'sbom', 'kubernetes-release.spdx'),
  }
}

/** The namespace that only this release's SBOM has. */
export function sbomNamespace(version: ReleaseVersion): string {
  return `https://sbom.k8s.io/${version}/release`
}

function binaryPath(name: string, platform: Platform): string {
  return `bin/${formatPlatform(platform)}/${name}${platform.os === 'windows' ? '.exe' : ''}`
}

function artifactUrls(releaseUrl: URL, version: ReleaseVersion, path: string): ArtifactUrls {
  const url = (ending: string): URL =>
    new URL(`${releaseUrl.href.replace(/\/$/, '')}/release/${version}/${path}${ending}`)
  return { artifact: url(''), signature: url('.sig'), certificate: url('.cert'), checksum: url('.sha256') }
}
