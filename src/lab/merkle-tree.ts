// An append-only Merkle tree, RFC 6962 §2.1, by its recursive definition. The
// hashes of full subtrees are kept, so that large trees stay quick.
import { createHash } from 'node:crypto'

export class MerkleTree {
  readonly #leaves: Buffer[] = []
  readonly #subtrees = new Map<string, Buffer>()

  get size(): number {
    return this.#leaves.length
  }

  /** @returns the leaf's index */
  append(leaf: Uint8Array): number {
    this.#leaves.push(hash(0, leaf))
    return this.#leaves.length - 1
  }

  /** @param size of the tree that it is the root of; default: of all */
  root(size = this.size): Buffer {
    return this.#hashOf(0, size)
  }

  /** PROOF(m, D[n]) of the RFC, §2.1.2: that the tree of `first` leaves is the beginning of that of `second`. */
  consistencyProof(first: number, second = this.size): Buffer[] {
    const subproof = (start: number, end: number, isWhole: boolean): Buffer[] => {
      if (end === first) return isWhole ? [] : [this.#hashOf(start, end)]
      const split = start + largestPowerOfTwoBelow(end - start)
      return first <= split
        ? [...subproof(start, split, isWhole), this.#hashOf(split, end)]
        : [...subproof(split, end, false), this.#hashOf(start, split)]
    }
    return first === 0 || first >= second ? [] : subproof(0, second, true)
  }

  /** PATH(m, D[n]) of the RFC: sibling hashes from the leaf upwards. */
  inclusionProof(index: number): Buffer[] {
    const path = (start: number, end: number): Buffer[] => {
      if (end - start <= 1) return []
      const split = start + largestPowerOfTwoBelow(end - start)
      return index < split
        ? [...path(start, split), this.#hashOf(split, end)]
        : [...path(split, end), this.#hashOf(start, split)]
    }
    return path(0, this.size)
  }

  /** MTH(D[start:end]) of the RFC. */
  #hashOf(start: number, end: number): Buffer {
    if (end - start === 0) return createHash('sha256').digest()
    if (end - start === 1) return this.#leaves[start] ?? Buffer.alloc(0)
    const key = `${start}-${end}`
    const kept = this.#subtrees.get(key)
    if (kept !== undefined) return kept
    const split = start + largestPowerOfTwoBelow(end - start)
    const result = hash(1, this.#hashOf(start, split), this.#hashOf(split, end))
    // Only a full subtree never changes again.
    if (Number.isInteger(Math.log2(end - start))) this.#subtrees.set(key, result)
    return result
  }
}

function largestPowerOfTwoBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

function hash(prefix: number, ...parts: Uint8Array[]): Buffer {
  const digest = createHash('sha256').update(Buffer.of(prefix))
  for (const part of parts) digest.update(part)
  return digest.digest()
}
