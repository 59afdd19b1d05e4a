// Consistency proofs between all small trees, and all that is near to them.
import { createHash } from 'node:crypto'
import { MerkleTree } from '../../src/lab/merkle-tree.js'
import { type Head, compareHeads } from '../../src/verify/consistency.js'

const MOST_LEAVES = 64
const tree = new MerkleTree()
/** A tree that is another from this leaf on. */
const FORKED_AT = 5
const fork = new MerkleTree()
for (let index = 0; index < MOST_LEAVES + 2; index++) {
  tree.append(Buffer.from(`leaf ${index}`))
  fork.append(Buffer.from(index < FORKED_AT ? `leaf ${index}` : `other ${index}`))
}
const headOf = (treeSize: number, of = tree): Head => ({ treeSize, rootHash: of.root(treeSize) })
const flip = (hash: Buffer): Buffer => createHash('sha256').update(hash).digest()
const isPowerOfTwo = (size: number): boolean => Number.isInteger(Math.log2(size))

/** Every pair of sizes, the smaller first. */
function* pairs(): Generator<readonly [number, number]> {
  for (let second = 1; second <= MOST_LEAVES; second++)
    for (let first = 1; first < second; first++) yield [first, second]
}

test('all trees of up to 64 leaves hold all smaller ones, in whichever order they are given', () => {
  let count = 0
  for (const [first, second] of pairs()) {
    const hashes = tree.consistencyProof(first, second)
    const states = [
      compareHeads(headOf(first), headOf(second), hashes),
      compareHeads(headOf(second), headOf(first), hashes),
    ]
    expect([first, second, ...states]).toEqual([first, second, 'consistent', 'consistent'])
    count++
  }
  expect(count).toBe((MOST_LEAVES * (MOST_LEAVES - 1)) / 2)
})

test('a proof that is changed in any way proves nothing', () => {
  let mutants = 0
  for (const [first, second] of pairs()) {
    const hashes = tree.consistencyProof(first, second)
    const changed = [
      [],
      [...hashes, flip(tree.root(first))],
      [...hashes, tree.root(second)],
      [flip(tree.root(first)), ...hashes],
      [...hashes].reverse(),
      ...hashes.map((_, at) => hashes.filter((__, index) => index !== at)),
      ...hashes.map((_, at) => hashes.map((hash, index) => (index === at ? flip(hash) : hash))),
      ...hashes.map((_, at) => hashes.flatMap((hash, index) => (index === at ? [hash, hash] : [hash]))),
    ].filter((mutant) => !isSame(mutant, hashes))
    for (const mutant of changed) {
      const state = compareHeads(headOf(first), headOf(second), mutant)
      expect([first, second, mutant.length, state]).toEqual([first, second, mutant.length, 'unproven'])
      mutants++
    }
  }
  expect(mutants).toBeGreaterThan(20_000)
})

test('a proof between other sizes proves nothing', () => {
  for (const [first, second] of pairs()) {
    const hashes = tree.consistencyProof(first, second)
    for (const [one, other] of [
      [first + 1, second],
      [first, second + 1],
      [first - 1, second],
      [first, second - 1],
    ] as const) {
      if (one < 1 || one >= other) continue
      // Two proofs may have the same hashes, where one tree's is a node of both.
      if (isSame(hashes, tree.consistencyProof(one, other))) continue
      const heads = [headOf(one), headOf(other)] as const
      expect([first, second, one, other, compareHeads(...heads, hashes)]).toEqual([
        first,
        second,
        one,
        other,
        'unproven',
      ])
    }
  }
})

test('one size and two roots contradict, and no proof helps', () => {
  for (let size = 1; size <= MOST_LEAVES; size++) {
    expect(compareHeads(headOf(size), headOf(size), [])).toBe('consistent')
    const expected = size <= FORKED_AT ? 'consistent' : 'contradiction'
    for (const hashes of [[], tree.consistencyProof(1, size), fork.consistencyProof(1, size)])
      expect(compareHeads(headOf(size), headOf(size, fork), hashes)).toBe(expected)
  }
})

test('an honest proof of a fork shows that the smaller root was another', () => {
  for (const [first, second] of pairs()) {
    if (first <= FORKED_AT) continue
    const heads = [headOf(first), headOf(second, fork)] as const
    // A tree of a power of two is no part of its proof, which then says nothing of it.
    const expected = isPowerOfTwo(first) ? 'unproven' : 'contradiction'
    expect([first, second, compareHeads(...heads, fork.consistencyProof(first, second))]).toEqual([
      first,
      second,
      expected,
    ])
    // The other tree's proof leads nowhere.
    expect(compareHeads(...heads, tree.consistencyProof(first, second))).toBe('unproven')
  }
})

test('the empty tree is held by every tree, and has no proof', () => {
  const empty = headOf(0)
  expect(compareHeads(empty, headOf(7), [])).toBe('consistent')
  expect(compareHeads(empty, headOf(7), [tree.root(7)])).toBe('unproven')
  expect(compareHeads(empty, empty, [])).toBe('consistent')
})

test('sizes past 2^31, where bit operators end', () => {
  const size = 2 ** 40
  const head = { treeSize: size, rootHash: tree.root(1) }
  const above = { treeSize: size + 1, rootHash: tree.root(2) }
  // The smaller tree is the left of two subtrees, the one new leaf the right.
  expect(compareHeads(head, above, tree.consistencyProof(1, 2))).toBe('consistent')
  expect(compareHeads(head, above, [flip(tree.root(1))])).toBe('unproven')
})

function isSame(one: readonly Buffer[], other: readonly Buffer[]): boolean {
  return Buffer.concat(one).equals(Buffer.concat(other))
}
