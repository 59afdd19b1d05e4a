// Inclusion proofs of every leaf in every small tree, and all that is near to them.
import { createHash } from 'node:crypto'
import { MerkleTree } from '../../src/lab/merkle-tree.js'
import { toRootHash } from '../../src/verify/merkle.js'

const leaf = (index: number): Buffer => Buffer.from(`leaf ${index}`)
const leafHash = (index: number): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.of(0), leaf(index)]))
    .digest()
const MOST_LEAVES = 20

function treeOf(size: number): MerkleTree {
  const tree = new MerkleTree()
  for (let index = 0; index < size; index++) tree.append(leaf(index))
  return tree
}

test('every leaf of every tree of up to twenty leads to its root, and to no other', () => {
  for (let treeSize = 1; treeSize <= MOST_LEAVES; treeSize++) {
    const tree = treeOf(treeSize)
    for (let index = 0; index < treeSize; index++) {
      const proof = { leafHash: leafHash(index), index, treeSize, hashes: tree.inclusionProof(index) }
      expect(toRootHash(proof)).toEqual(tree.root())
      const { hashes } = proof
      const shorter = hashes.length === 0 ? [] : [hashes.slice(0, -1), hashes.slice(1)]
      const others = [
        { ...proof, leafHash: leafHash(index + 1) },
        { ...proof, index: treeSize },
        { ...proof, index: treeSize + 1 },
        ...[...shorter, [...hashes, leafHash(99)]].map((wrong) => ({ ...proof, hashes: wrong })),
      ]
      for (const other of others) expect(toRootHash(other)?.equals(tree.root()) ?? false).toBe(false)
    }
  }
})

test('another leaf’s place in the same tree leads elsewhere, unless it is no place at all', () => {
  const tree = treeOf(7)
  for (let index = 0; index < 7; index++) {
    for (let other = 0; other < 7; other++) {
      const proof = {
        leafHash: leafHash(index),
        index: other,
        treeSize: 7,
        hashes: tree.inclusionProof(index),
      }
      expect(toRootHash(proof)?.equals(tree.root()) ?? false).toBe(index === other)
    }
  }
})

test('an index past 2^32 is counted as it is', () => {
  const hashes = Array.from({ length: 33 }, (_, depth) => leafHash(depth))
  const far = toRootHash({
    leafHash: leafHash(0),
    index: 2 ** 32,
    treeSize: 2 ** 32 + 1,
    hashes: hashes.slice(0, 1),
  })
  const near = toRootHash({ leafHash: leafHash(0), index: 0, treeSize: 2 ** 32 + 1, hashes })
  const joined = (left: Buffer, right: Buffer): Buffer =>
    createHash('sha256')
      .update(Buffer.concat([Buffer.of(1), left, right]))
      .digest()
  expect(far).toEqual(joined(leafHash(0), leafHash(0)))
  expect(near).toEqual(hashes.reduce(joined, leafHash(0)))
})
