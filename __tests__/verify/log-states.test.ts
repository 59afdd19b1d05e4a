// Heads of logs, in the order in which they have to lead to each other.
import { viewTrees } from '../../src/verify/log-states.js'
import type { SignedTree } from '../../src/verify/signed-tree.js'

const LOG = 'a'.repeat(64)
const head = (treeSize: number, root = treeSize, tree: Partial<SignedTree> = {}): SignedTree => ({
  logId: LOG,
  treeId: '108e9186e8c5677a',
  treeSize,
  rootHash: Buffer.alloc(32, root),
  checkpoint: `note of ${treeSize}`,
  ...tree,
})
const sizesOf = (trees: readonly SignedTree[]): (readonly [number, number])[] =>
  viewTrees(trees).flatMap(({ steps }) =>
    steps.map(({ first, second }) => [first.treeSize, second.treeSize] as const),
  )

test('from each size to the next, whatever the order they were seen in, and each once', () => {
  expect(sizesOf([head(9), head(3), head(7), head(3), head(9)])).toEqual([
    [3, 7],
    [7, 9],
  ])
  expect(sizesOf([head(5), head(5)])).toEqual([])
})

test('the empty tree leads to every other without a proof', () => {
  expect(sizesOf([head(0), head(4), head(6)])).toEqual([[4, 6]])
})

test('one size with two roots contradicts, wherever it stands', () => {
  const [view] = viewTrees([head(3), head(7, 1), head(9), head(7, 2)])
  expect(view?.contradiction).toMatchObject({ first: { treeSize: 7 }, second: { treeSize: 7 } })
  expect(viewTrees([head(3), head(7), head(9)])[0]?.contradiction).toBeUndefined()
})

test('another key or another tree is another log, with roots of its own', () => {
  const others = [head(7, 1), head(7, 2, { treeId: '0'.repeat(16) }), head(7, 3, { logId: 'b'.repeat(64) })]
  const views = viewTrees(others)
  expect(views).toHaveLength(3)
  expect(views.map(({ contradiction }) => contradiction)).toEqual([undefined, undefined, undefined])
})

test('of Rekor v2 no proof can be asked for, and two roots of one size still contradict', () => {
  const v2 = { treeId: '' }
  expect(sizesOf([head(3, 3, v2), head(7, 7, v2)])).toEqual([])
  expect(viewTrees([head(7, 1, v2), head(7, 2, v2)])[0]?.contradiction).toBeDefined()
})

test('of notes that say the same the one that was there first stays', () => {
  const [view] = viewTrees([head(7, 7, { checkpoint: 'kept' }), head(7, 7, { checkpoint: 'seen' })])
  expect(view?.heads.map(({ checkpoint }) => checkpoint)).toEqual(['kept'])
})
