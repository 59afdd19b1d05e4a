// Merkle inclusion proofs, RFC 9162 §2.1.3.2 (the same tree as RFC 6962).
import { createHash } from 'node:crypto'

/** Domain separation of inner nodes from leaves, RFC 6962 §2.1. */
const NODE_PREFIX = Buffer.from([0x01])

export interface MerkleProof {
  readonly leafHash: Buffer
  /** Counts from 0. */
  readonly index: number
  readonly treeSize: number
  /** Sibling hashes from the leaf upwards. */
  readonly hashes: readonly Buffer[]
}

/**
 * The root hash that the proof leads to.
 * @returns undefined when the proof does not fit index and size
 */
export function toRootHash({ leafHash, index, treeSize, hashes }: MerkleProof): Buffer | undefined {
  if (index >= treeSize) return undefined
  // BigInt: log indexes exceed 2^31, where JavaScript's bit operators end.
  let node = BigInt(index)
  let last = BigInt(treeSize) - 1n
  let hash = leafHash
  for (const sibling of hashes) {
    if (last === 0n) return undefined
    if ((node & 1n) === 1n || node === last) {
      hash = hashNode(sibling, hash)
      // A left-most subtree without a right sibling moves up unhashed.
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n
        last >>= 1n
      }
    } else {
      hash = hashNode(hash, sibling)
    }
    node >>= 1n
    last >>= 1n
  }
  return last === 0n ? hash : undefined
}

/** The hash of an inner node over its two children. */
export function hashNode(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE_PREFIX).update(left).update(right).digest()
}
