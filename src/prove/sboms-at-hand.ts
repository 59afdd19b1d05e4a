// The SBOMs of a run's releases: a file of one of them may turn up in the place
// of another's, and then a signed paper tells what it is.
import type { Digest } from '../digest.js'
import type { ReleaseSbom } from '../evidence/spdx.js'
import type { ReleaseVersion } from '../kubernetes/version.js'
import { formatPlace } from '../plan/plan.js'
import type { SbomProof } from './artifact-proof.js'

/** A run may audit hundreds of releases; that it keeps no list of every file of them all, it forgets the oldest. */
const MAX_AT_HAND = 8

interface AtHand {
  readonly version: ReleaseVersion
  /** Undefined when release-binding is off. */
  readonly sbom: () => Promise<SbomProof> | undefined
}

/** Where a file stands in a release, by the signed SBOM of that release. */
export interface ListedPlace {
  readonly version: ReleaseVersion
  /** `v1.35.1/bin/linux/amd64/kubectl` */
  readonly place: string
}

/** Where an SBOM lists a digest; undefined where it does not. */
export function findPath(document: ReleaseSbom, digest: Digest): string | undefined {
  return document.paths.find((path) => document.digestsOf(path).some((each) => each.equals(digest)))
}

/** Knows the releases of one run, the latest few of them. */
export class SbomsAtHand {
  readonly #releases: AtHand[] = []

  add(release: AtHand): void {
    this.#releases.push(release)
    if (this.#releases.length > MAX_AT_HAND) this.#releases.shift()
  }

  /**
   * Where the digest stands in any of the releases but one, whose SBOM was asked before. Only what is verified has a say.
   * @returns undefined when none of them lists it
   */
  async find(digest: Digest, other: string | undefined): Promise<ListedPlace | undefined> {
    const releases = this.#releases.filter(({ version }) => version !== other)
    const found = await Promise.all(
      releases.map(async ({ version, sbom }) => {
        const document = (await sbom())?.document.value
        const path = document && findPath(document, digest)
        return path === undefined ? undefined : { version, place: formatPlace({ version, path }) }
      }),
    )
    return found.find((each) => each !== undefined)
  }
}
