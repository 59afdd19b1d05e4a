// Whether all that was seen of a log is of one log that has only grown. Heads
// are put in the order of their sizes; between two that follow each other, a
// proof has to lead from one to the other.
import { compareHeads } from './consistency.js'
import type { SignedTree } from './signed-tree.js'

/** Two heads of one tree that follow each other, the smaller first. */
export interface Step {
  readonly first: SignedTree
  readonly second: SignedTree
}

/** What was seen of one tree. */
export interface TreeView {
  readonly logId: string
  readonly treeId: string
  /** By size; each size once, unless it was seen with several roots. */
  readonly heads: readonly SignedTree[]
  /** Two heads of one size with two roots; undefined where there are none. */
  readonly contradiction: Step | undefined
  /** What is to be proven; none of a log of Rekor v2, which has no such proof to ask for. */
  readonly steps: readonly Step[]
}

/** Groups heads by their trees. Two names of one log's machine are one log: what tells trees apart is key and ID. */
export function viewTrees(trees: readonly SignedTree[]): TreeView[] {
  const groups = Map.groupBy(trees, ({ logId, treeId }) => `${logId} ${treeId}`)
  return [...groups.values()].flatMap((group): TreeView[] => {
    const [any] = group
    if (any === undefined) return []
    // Of several notes that say the same, the one that was there first stays.
    const distinct = new Map([...group].reverse().map((head) => [keyOf(head), head]))
    const heads = [...distinct.values()].sort((a, b) => a.treeSize - b.treeSize)
    const pairs = heads.slice(1).flatMap((second, index): Step[] => {
      const first = heads[index]
      return first === undefined ? [] : [{ first, second }]
    })
    const contradiction = pairs.find(
      ({ first, second }) => compareHeads(first, second, []) === 'contradiction',
    )
    const steps = any.treeId === '' ? [] : pairs.filter(({ first, second }) => needsProof(first, second))
    return [{ logId: any.logId, treeId: any.treeId, heads, contradiction, steps }]
  })
}

function keyOf({ treeSize, rootHash }: SignedTree): string {
  return `${treeSize} ${rootHash.toString('hex')}`
}

/** The empty tree is the beginning of every other, and a log has no proof of it. */
function needsProof(first: SignedTree, second: SignedTree): boolean {
  return first.treeSize > 0 && first.treeSize < second.treeSize
}
