// What an audit has seen of transparency logs: every head that came with an
// entry, held against the others and against those of the audit before.
import type { AuditReport, AuditedCheckpoint, AuditedRelease } from '../../audit/audit-report.js'
import { toFinding } from '../../audit/audited.js'
import type { Finding } from '../../audit/finding.js'
import type { TransparencyLog } from '../../ports.js'
import { type LogState, judgeLogs, readFormer } from '../../prove/log-consistency.js'
import type { TrustedRoot } from '../../trust/trusted-root.js'
import type { Proof } from '../../verify/proof.js'
import { type SignedTree, signedTreesOf } from '../../verify/signed-tree.js'

interface Sighting {
  readonly tree: SignedTree
  /** The releases whose entries came with it. */
  readonly versions: Set<string>
}

/** Each head once, however many entries came with it. */
export class SeenLogs {
  readonly #sightings = new Map<string, Sighting>()

  /** Takes note of the heads in a proof of an artifact of a release. */
  add(version: string, proof: Pick<Proof, 'judged'>): void {
    for (const tree of signedTreesOf(proof)) {
      const key = `${tree.logId} ${tree.treeId} ${tree.treeSize} ${tree.rootHash.toString('hex')}`
      const sighting = this.#sightings.get(key) ?? { tree, versions: new Set() }
      sighting.versions.add(version)
      this.#sightings.set(key, sighting)
    }
  }

  /** All heads. */
  get trees(): SignedTree[] {
    return [...this.#sightings.values()].map(({ tree }) => tree)
  }

  /** The releases that a state of a tree is about: those whose entries came with the heads that contradict, else one. */
  versionsOf({ logId, treeId, checkpoints }: LogState): string[] {
    const ofTree = [...this.#sightings.values()].filter(
      ({ tree }) => tree.logId === logId && tree.treeId === treeId,
    )
    const ofHeads = ofTree.filter(({ tree }) => checkpoints.includes(tree.checkpoint))
    const versions = [...new Set(ofHeads.flatMap((each) => [...each.versions]))]
    return versions.length > 0 ? versions : ofTree.flatMap((each) => [...each.versions]).slice(0, 1)
  }
}

export interface LogsContext {
  readonly baseline: AuditReport | undefined
  readonly trustedRoot: TrustedRoot
  readonly log: Pick<TransparencyLog, 'fetchConsistencyProof'>
  readonly warn: (message: string) => void
}

/** The releases with what was found about the logs that they rest on, and the heads to keep. */
export async function concludeLogs(
  releases: readonly AuditedRelease[],
  seen: SeenLogs,
  { baseline, trustedRoot, log, warn }: LogsContext,
): Promise<Pick<AuditReport, 'releases' | 'checkpoints'>> {
  const kept = baseline?.checkpoints ?? []
  const former = readFormer(kept, trustedRoot)
  for (const warning of former.warnings) warn(warning)
  const states = await judgeLogs({ seen: seen.trees, former: former.trees, log })
  const found = states.flatMap((state) => {
    const { error } = state
    if (error === undefined) return []
    const finding = toFinding(error.code, error.message, error)
    return seen.versionsOf(state).map((version): readonly [string, Finding] => [version, finding])
  })
  const findingsOf = (version: string): Finding[] =>
    found.flatMap(([each, finding]) => (each === version ? [finding] : []))
  const checkpoints = toKept(kept, states)
  return {
    releases: releases.map((release) => ({
      ...release,
      findings: [...release.findings, ...findingsOf(release.version)],
    })),
    ...(checkpoints.length > 0 && { checkpoints }),
  }
}

/** The largest head of each tree to which everything leads; of an inconsistent tree, what was kept before. */
function toKept(kept: readonly AuditedCheckpoint[], states: readonly LogState[]): AuditedCheckpoint[] {
  const byTree = new Map(kept.map((each) => [`${each.logId} ${each.treeId}`, each]))
  for (const { logId, treeId, treeSize, state, checkpoints } of states) {
    const [checkpoint] = checkpoints
    if (state === 'inconsistent' || checkpoint === undefined) continue
    byTree.set(`${logId} ${treeId}`, { logId, treeId, treeSize, checkpoint })
  }
  return [...byTree.values()].sort((a, b) => (a.logId + a.treeId < b.logId + b.treeId ? -1 : 1))
}
