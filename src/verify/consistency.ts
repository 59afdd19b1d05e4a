// Merkle consistency proofs, RFC 6962 §2.1.2, verified as RFC 9162 §2.1.4.2
// has it: whether a tree is a former one with leaves added, and none changed.
import { hashNode } from './merkle.js'

/** A tree head. */
export interface Head {
  readonly treeSize: number
  readonly rootHash: Buffer
}

/**
 * - `consistent`: the larger tree holds the smaller one.
 * - `contradiction`: no tree can have both roots: one size and two roots, or a proof that leads to the larger root and
 *   shows that the smaller root was another.
 * - `unproven`: the proof does not lead to the larger root, so that it says nothing of either.
 */
export type Consistency = 'consistent' | 'contradiction' | 'unproven'

/**
 * Compares two heads of one log, in any order.
 * @param hashes of the consistency proof from the smaller to the larger; none for heads of one size
 */
export function compareHeads(one: Head, other: Head, hashes: readonly Buffer[]): Consistency {
  const [first, second] = one.treeSize <= other.treeSize ? [one, other] : [other, one]
  const isSame = first.rootHash.equals(second.rootHash)
  if (first.treeSize === second.treeSize) return isSame ? 'consistent' : 'contradiction'
  // Every tree holds the empty one, of which nothing is to be proven.
  if (first.treeSize === 0) return hashes.length === 0 ? 'consistent' : 'unproven'
  const roots = toRoots(first, second.treeSize, hashes)
  if (roots?.second.equals(second.rootHash) !== true) return 'unproven'
  // The proof's hashes are nodes of the larger tree, or its root would be another: so is the smaller root they lead to.
  return roots.first.equals(first.rootHash) ? 'consistent' : 'contradiction'
}

/** @returns the two roots that the hashes lead to; undefined when there are too few or too many for the sizes */
function toRoots(
  { treeSize, rootHash }: Head,
  secondSize: number,
  given: readonly Buffer[],
): { readonly first: Buffer; readonly second: Buffer } | undefined {
  // BigInt: tree sizes exceed 2^31, where JavaScript's bit operators end.
  let node = BigInt(treeSize) - 1n
  let last = BigInt(secondSize) - 1n
  while ((node & 1n) === 1n) {
    node >>= 1n
    last >>= 1n
  }
  // A tree of a power of two leaves is itself a node of every larger one, and left out of the proof.
  const [start, ...hashes] = node === 0n ? [rootHash, ...given] : given
  if (start === undefined || given.length === 0) return undefined
  let first = start
  let second = start
  for (const hash of hashes) {
    if (last === 0n) return undefined
    if ((node & 1n) === 1n || node === last) {
      first = hashNode(hash, first)
      second = hashNode(hash, second)
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n
        last >>= 1n
      }
    } else {
      second = hashNode(second, hash)
    }
    node >>= 1n
    last >>= 1n
  }
  return last === 0n ? { first, second } : undefined
}
