// The lab's tree against RFC 6962 §2.1 written out naively, and its proofs
// against the verification algorithm of RFC 9162 §2.1.3.2, which is another.
import { createHash } from 'node:crypto'
import { MerkleTree } from '../../src/lab/merkle-tree.js'

const LARGEST = 70

function hash(...parts: Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}

/** k of the RFC: the largest power of two smaller than n. */
function split(n: number): number {
  return 2 ** (32 - Math.clz32(n - 1) - 1)
}

/** MTH(D[n]) */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return hash()
  if (leaves.length === 1) return hash(Buffer.of(0), leaves[0] as Buffer)
  const k = split(leaves.length)
  return hash(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}

/** PATH(m, D[n]) */
function naivePath(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return []
  const k = split(leaves.length)
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))]
}

/** RFC 9162 §2.1.3.2: from the leaf's index and the tree's size alone. */
function isIncluded(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
  root: Buffer,
): boolean {
  let fn = index
  let sn = size - 1
  let r = hash(Buffer.of(0), leaf)
  for (const p of path) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      r = hash(Buffer.of(1), p, r)
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2)
        sn = Math.floor(sn / 2)
      }
    } else {
      r = hash(Buffer.of(1), r, p)
    }
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 && r.equals(root)
}

const hex = (hashes: readonly Buffer[]): string => Buffer.concat(hashes).toString('hex')

test(`every root and every proof of every size up to ${LARGEST}`, () => {
  const tree = new MerkleTree()
  const leaves: Buffer[] = []
  expect(tree.root()).toEqual(naiveRoot([]))
  for (let size = 1; size <= LARGEST; size++) {
    const leaf = Buffer.from(`leaf ${size}`)
    leaves.push(leaf)
    expect(tree.append(leaf)).toBe(size - 1)
    const root = tree.root()
    expect(root).toEqual(naiveRoot(leaves))
    leaves.forEach((bytes, index) => {
      const path = tree.inclusionProof(index)
      expect(hex(path)).toBe(hex(naivePath(index, leaves)))
      expect(isIncluded(bytes, index, size, path, root)).toBe(true)
    })
  }
})

test('a proof is of no other leaf, index, size or root', () => {
  const tree = new MerkleTree()
  const leaves = Array.from({ length: 45 }, (_, index) => Buffer.from(`leaf ${index}`))
  for (const leaf of leaves) tree.append(leaf)
  const [leaf, path, root] = [leaves[13] as Buffer, tree.inclusionProof(13), tree.root()]
  expect(isIncluded(leaf, 13, 45, path, root)).toBe(true)
  expect(isIncluded(leaves[12] as Buffer, 13, 45, path, root)).toBe(false)
  expect(isIncluded(leaf, 12, 45, path, root)).toBe(false)
  expect(isIncluded(leaf, 13, 65, path, root)).toBe(false)
  expect(isIncluded(leaf, 13, 45, [...path, root], root)).toBe(false)
  expect(isIncluded(leaf, 13, 45, path.slice(1), root)).toBe(false)
  expect(isIncluded(leaf, 13, 45, path, hash(root))).toBe(false)
})

test('20 000 leaves, with a root and a proof after each', () => {
  const tree = new MerkleTree()
  const leaf = Buffer.alloc(4)
  for (let size = 1; size <= 20_000; size++) {
    leaf.writeUInt32BE(size)
    tree.append(leaf)
    const root = tree.root()
    const path = tree.inclusionProof(size >> 1)
    if (size % 1999 !== 0) continue
    const proven = Buffer.alloc(4)
    proven.writeUInt32BE((size >> 1) + 1)
    expect(isIncluded(proven, size >> 1, size, path, root)).toBe(true)
  }
}, 20_000)
