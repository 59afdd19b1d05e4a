// The signed SBOMs of releases, proven side by side, as one list: which file of
// which release has a digest.
import pLimit from 'p-limit'
import type { ReleaseVersion } from '../kubernetes/version.js'
import type { ReleasePlan } from '../plan/plan.js'
import { unwrap } from '../result.js'
import type { ArtifactProof, SbomProof } from './artifact-proof.js'
import { listArtifacts } from './listed.js'
import type { ProofContext } from './proof-context.js'
import { ReleaseProver } from './release-prover.js'

/** Each is a file of 0.2 MB, its evidence and a question to the log. */
const CONCURRENT_RELEASES = 8

type SbomOf = (version: ReleaseVersion) => Promise<SbomProof> | undefined

export interface ProvenLists {
  /** Of every SBOM, in the order of the releases. */
  readonly proofs: readonly ArtifactProof[]
  /** By SHA-256 as hex: the files of the releases whose SBOM is verified. */
  readonly listed: ReadonlyMap<string, readonly { readonly version: string; readonly path: string }[]>
}

/**
 * Proves the SBOM of each release, in their order.
 * @param sbomOf what was proven before
 */
export async function proveSboms(
  releases: readonly ReleasePlan[],
  context: ProofContext,
  sbomOf: SbomOf = () => undefined,
): Promise<ArtifactProof[]> {
  const limit = pLimit(CONCURRENT_RELEASES)
  return Promise.all(
    releases.map((release) =>
      limit(() => new ReleaseProver(release, context, sbomOf(release.version)).artifact(sbomOfPlan(release))),
    ),
  )
}

/**
 * Proves the SBOM of each release; of one that is not verified nothing is listed.
 * @param sbomOf what was proven before
 * @throws CodedError for an SBOM that is verified and contradicts itself
 */
export async function proveLists(
  releases: readonly ReleasePlan[],
  context: ProofContext,
  sbomOf?: SbomOf,
): Promise<ProvenLists> {
  const proofs = await proveSboms(releases, context, sbomOf)
  const listed = new Map<string, { version: string; path: string }[]>()
  for (const [index, release] of releases.entries()) {
    const { verified, document } = proofs[index] ?? {}
    if (verified === undefined || document === undefined) continue
    for (const { planned, sha256 } of listArtifacts(context.request, release, unwrap(document)).artifacts) {
      const known = listed.get(sha256.hex) ?? []
      listed.set(sha256.hex, known)
      known.push({ version: release.version, path: planned.path })
    }
  }
  return { proofs, listed }
}

/** The plan of a release's SBOM. @throws RangeError when it is not planned */
function sbomOfPlan({ sbom }: ReleasePlan) {
  if (sbom === undefined) throw new RangeError('the SBOM is not planned')
  return sbom
}
