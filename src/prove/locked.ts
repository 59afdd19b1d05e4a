// What a lock file holds, proven as a frozen run would prove it, but for the
// bytes: each bundle in full, for the digest beside it, and each digest as one
// that the release's signed SBOM lists. Of SBOMs alone the bytes are fetched.
import pLimit from 'p-limit'
import { diagnose } from '../diagnose/diagnose.js'
import { NO_FACTS } from '../diagnose/facts.js'
import { toLockCandidate } from '../gather/bundle.js'
import type { Lock, LockEntry } from '../lock/lock.js'
import { listPlanned } from '../lock/frozen.js'
import { type Plan, type PlannedArtifact, formatPlace } from '../plan/plan.js'
import { type ArtifactProof, describe } from './artifact-proof.js'
import type { Subject } from './judge.js'
import { type ProofContext, toJudging } from './proof-context.js'
import { prove, proveBySbom } from './prove.js'
import { bindBySbom } from './release-papers.js'
import { ReleaseProver } from './release-prover.js'
import { selfTested } from './self-tested.js'

/** Entries that are judged while others wait for their SBOM. */
const CONCURRENT_ENTRIES = 8

/**
 * Proves every entry of a lock file.
 * @param plan what the lock file's own request means, each release with its SBOM
 */
export async function proveLocked(
  lock: Lock,
  { releases, byUrl }: Plan,
  context: ProofContext,
): Promise<ArtifactProof[]> {
  await selfTested()
  const known = new Map<string, readonly [PlannedArtifact, ReleaseProver]>()
  for (const group of [...releases, byUrl]) {
    const bound = context.request.releaseBinding === 'off' ? { ...group, sbom: undefined } : group
    const prover = new ReleaseProver(bound, context)
    for (const planned of listPlanned(group)) known.set(formatPlace(planned), [planned, prover])
  }
  const limit = pLimit(CONCURRENT_ENTRIES)
  return Promise.all(
    lock.artifacts.map((entry) =>
      limit(() => {
        const [planned, prover] = known.get(formatPlace(entry)) ?? []
        if (planned === undefined || prover === undefined) throw new RangeError('an entry was not planned')
        return proveEntry(entry, planned, { prover, context })
      }),
    ),
  )
}

async function proveEntry(
  entry: LockEntry,
  planned: PlannedArtifact,
  { prover, context }: { readonly prover: ReleaseProver; readonly context: ProofContext },
): Promise<ArtifactProof> {
  // An SBOM names its release itself, which only its bytes say.
  if (planned.kind === 'sbom' && context.request.releaseBinding !== 'off') return prover.artifact(planned)
  const sbom = await prover.sbom()
  const subject: Subject = {
    artifact: describe(planned),
    measured: undefined,
    claims: [{ source: 'the lock file', digest: { value: entry.digest } }],
    releaseBinding: bindBySbom(planned, sbom, undefined),
    signer: context.request.signer,
    signatureSource: 'bundle' in entry ? 'artifact' : entry.signatureSource,
  }
  const judging = await toJudging(context)
  const proof =
    'bundle' in entry
      ? await prove(subject, { candidates: [toLockCandidate(entry)], absent: [] }, judging)
      : await proveBySbom(subject, judging)
  const diagnosis = diagnose(proof, NO_FACTS)
  return { ...proof, planned, ...(diagnosis && { diagnosis }) }
}
