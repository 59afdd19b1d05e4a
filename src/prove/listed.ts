// What a release's verified SBOM lists, as artifacts with their digests:
// proven without a byte of them.
import type { Digest } from '../digest.js'
import { EvidenceError, ReleaseError } from '../errors.js'
import type { ReleaseSbom } from '../evidence/spdx.js'
import { pathOf, placeOf, placesIn } from '../kubernetes/catalogue.js'
import { formatPlatform } from '../kubernetes/platform.js'
import { type PlannedArtifact, type ReleasePlan, formatPlace, planPlaced } from '../plan/plan.js'
import type { Request } from '../request/request.js'

/** An artifact of a release, with the digests that the release's signed SBOM gives it. */
interface ListedArtifact {
  readonly planned: PlannedArtifact
  readonly sha256: Digest
  /** Lower-case hex; undefined where the SBOM gives none. */
  readonly sha512: string | undefined
}

export interface Listing {
  readonly artifacts: readonly ListedArtifact[]
  /** A sentence for each that was left out, which may hold text from outside. */
  readonly leftOut: readonly string[]
}

/**
 * The artifacts of a release that are asked for, by path.
 * @param sbom that was verified, and is of this release
 * @throws ReleaseError RELEASE_ARTIFACT_NOT_PUBLISHED for one that is named and not listed, RELEASE_BINDING_MISMATCH
 * for one that is listed with different digests
 */
export function listArtifacts(request: Request, release: ReleasePlan, sbom: ReleaseSbom): Listing {
  const paths = new Set(sbom.paths)
  if (request.areAllArtifacts) return listAll(request, release, sbom)
  const { artifacts } = release
  const unlisted = artifacts.filter(({ path }) => !paths.has(path))
  for (const { entry, isNamed } of request.artifacts) {
    const own = artifacts.filter(({ name }) => name === entry.name)
    const missing = own.filter((each) => unlisted.includes(each))
    const [first] = missing
    const isNeeded = isNamed && (request.arePlatformsNamed || missing.length === own.length)
    if (first !== undefined && isNeeded) throw notListed(first)
  }
  const listed = artifacts.filter(({ path }) => paths.has(path))
  const [first] = unlisted
  if (listed.length === 0 && first !== undefined) throw notListed(first)
  return {
    artifacts: listed.map((planned) => toListed(planned, sbom)),
    leftOut: unlisted.map((planned) => `${describeUnlisted(planned)}, and it is left out`),
  }
}

/** Everything that is listed and of a form that releases have, whatever the catalogue knows. */
function listAll(request: Request, { version }: ReleasePlan, sbom: ReleaseSbom): Listing {
  const known = new Map(placesIn(version).map((place) => [pathOf(place.entry, place.platform), place]))
  const names = new Set(request.platforms.map(formatPlatform))
  const strange: string[] = []
  const artifacts = [...sbom.paths].sort(compareText).flatMap((path) => {
    const place = known.get(path) ?? placeOf(path)
    if (place === undefined) {
      strange.push(
        `the SBOM of ${version} lists "${path}", which has no form of an artifact, and is left out`,
      )
      return []
    }
    const isMeant = place.platform === undefined || names.has(formatPlatform(place.platform))
    return isMeant ? [toListed(planPlaced(request, version, place), sbom)] : []
  })
  if (artifacts.length > 0) return { artifacts, leftOut: strange }
  const message = `the signed SBOM of ${version} lists no artifact for ${[...names].join(', ')}`
  throw new ReleaseError('RELEASE_ARTIFACT_NOT_PUBLISHED', message)
}

function toListed(planned: PlannedArtifact, sbom: ReleaseSbom): ListedArtifact {
  const place = formatPlace(planned)
  const [sha256, ...others] = sbom.digestsOf(planned.path)
  const [sha512, ...otherSha512] = sbom.sha512Of(planned.path)
  if (others.length + otherSha512.length > 0) {
    const message = `the signed SBOM lists ${place} with different digests`
    throw new ReleaseError('RELEASE_BINDING_MISMATCH', message, {
      expected: 'one digest',
      actual: [sha256, ...others, sha512, ...otherSha512].filter(Boolean).join(', '),
    })
  }
  if (sha256 === undefined)
    throw new EvidenceError('EVIDENCE_UNREADABLE', `the signed SBOM lists ${place} without a SHA-256 digest`)
  return { planned, sha256, sha512 }
}

function notListed(planned: PlannedArtifact): ReleaseError {
  return new ReleaseError('RELEASE_ARTIFACT_NOT_PUBLISHED', describeUnlisted(planned))
}

function describeUnlisted(planned: PlannedArtifact): string {
  return `the signed SBOM does not list ${formatPlace(planned)}`
}

/** By code unit: the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
