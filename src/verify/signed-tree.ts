// Tree heads that a trusted log has signed, as they come with proofs: what the
// log has shown of itself.
import { parseCheckpoint, treeIdOf } from '../evidence/checkpoint.js'
import { type Result, toResult } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { isCheckpointOf } from './check-log-entry.js'
import type { Head } from './consistency.js'
import type { Proof } from './proof.js'
import { didPass } from './verification-result.js'

export interface SignedTree extends Head {
  /** Hex. */
  readonly logId: string
  /** 16 hex characters; empty of a log of Rekor v2, which is one tree. */
  readonly treeId: string
  /** The signed note: whoever has it can show it. */
  readonly checkpoint: string
}

/** The heads whose signatures held when a proof was judged, whatever came of that. */
export function signedTreesOf({ judged }: Pick<Proof, 'judged'>): SignedTree[] {
  return judged.flatMap(({ candidate, result }): SignedTree[] => {
    const { inclusionProof, logId } = candidate.evidence.logEntry.value ?? {}
    if (!inclusionProof || logId === undefined) return []
    if (!didPass(result.checks, 'inclusion-proof', 'checkpoint')) return []
    return [toSignedTree(logId, inclusionProof.checkpoint)]
  })
}

/**
 * A head from elsewhere, once its signature is the log's.
 * @returns undefined when the trusted root does not know the log; EVIDENCE_UNREADABLE for what is no checkpoint
 */
export function readSignedTree(
  { logId, checkpoint }: { readonly logId: string; readonly checkpoint: string },
  root: TrustedRoot,
): Result<SignedTree | 'forged'> | undefined {
  const logs = root.transparencyLogs.filter((log) => log.logId === logId)
  if (logs.length === 0) return undefined
  return toResult(() => {
    const parsed = parseCheckpoint(checkpoint)
    const isNamed = treeIdOf(parsed) === ''
    const isSigned = logs.some((log) => isCheckpointOf(parsed, log, { isNamed }))
    return isSigned ? toSignedTree(logId, checkpoint) : 'forged'
  })
}

function toSignedTree(logId: string, checkpoint: string): SignedTree {
  const parsed = parseCheckpoint(checkpoint)
  const { treeSize, rootHash } = parsed
  return { logId, treeId: treeIdOf(parsed), treeSize, rootHash, checkpoint }
}
