// Whom a hit of the tool cache may belong to, as a table.
import { type Link, describeRoot, judgeHit, judgePlace } from '../../src/install/cache-rule.js'

const SELF = 1000n
const ROOT_OWNER = 500n
const STRANGER = 2000n
const TRUST = { self: SELF, rootOwner: ROOT_OWNER }

const link = (uid: bigint, mode: number, kind: 'folder' | 'file' | 'link' = 'folder'): Link => ({
  path: `/tools/${kind}`,
  stats: {
    uid,
    mode: BigInt(mode),
    isDirectory: () => kind === 'folder',
    isSymbolicLink: () => kind === 'link',
  },
})

test.each<[string, Link[], string]>([
  ['all ours and closed', [link(SELF, 0o755), link(SELF, 0o555, 'file')], 'clean'],
  ['of root', [link(0n, 0o755), link(0n, 0o755, 'file')], 'clean'],
  ['of the owner of the cache', [link(ROOT_OWNER, 0o755), link(ROOT_OWNER, 0o755, 'file')], 'clean'],
  ['open, and sticky', [link(SELF, 0o1777), link(SELF, 0o555, 'file')], 'clean'],
  ['ours, and open to all', [link(SELF, 0o777), link(SELF, 0o555, 'file')], 'mendable'],
  ['ours, and open to its group', [link(SELF, 0o775), link(SELF, 0o555, 'file')], 'mendable'],
  ['ours, and the file open', [link(SELF, 0o755), link(SELF, 0o666, 'file')], 'mendable'],
  ['a sticky bit of a file says nothing', [link(SELF, 0o755), link(SELF, 0o1666, 'file')], 'mendable'],
  ['of root, and open', [link(0n, 0o777), link(SELF, 0o555, 'file')], 'foreign'],
  ['of the owner of the cache, and open', [link(ROOT_OWNER, 0o777)], 'foreign'],
  ['a stranger’s folder', [link(STRANGER, 0o755), link(SELF, 0o555, 'file')], 'foreign'],
  ['a stranger’s file', [link(SELF, 0o755), link(STRANGER, 0o555, 'file')], 'foreign'],
  [
    'a stranger’s, and ours that could be mended',
    [link(SELF, 0o777), link(STRANGER, 0o555, 'file')],
    'foreign',
  ],
  ['a link on the way', [link(SELF, 0o777, 'link'), link(SELF, 0o755)], 'foreign'],
])('a hit: %s', (_, chain, kind) => {
  expect(judgeHit(chain, TRUST).kind).toBe(kind)
})

test.each<[string, Link[], boolean]>([
  ['nothing is there yet', [], true],
  ['ours and closed', [link(SELF, 0o755)], true],
  ['of the owner of the cache, even if it is open, as on hosted runners', [link(ROOT_OWNER, 0o777)], true],
  ['of root', [link(0n, 0o755)], true],
  ['ours, and open', [link(SELF, 0o777)], false],
  ['a stranger’s', [link(STRANGER, 0o755)], false],
  ['a stranger’s below ours', [link(SELF, 0o755), link(STRANGER, 0o755)], false],
])('a miss: %s', (_, chain, isPlaced) => {
  expect(judgePlace(chain, TRUST) === undefined).toBe(isPlaced)
})

test('a root runner follows the same rules', () => {
  const trust = { self: 0n, rootOwner: 0n }
  expect(judgeHit([link(STRANGER, 0o755)], trust).kind).toBe('foreign')
  expect(judgeHit([link(0n, 0o777)], trust).kind).toBe('mendable')
  expect(judgePlace([link(STRANGER, 0o755)], trust)).toBeDefined()
})

test('the root itself is only told of', () => {
  expect(describeRoot(link(SELF, 0o755), TRUST)).toBeUndefined()
  expect(describeRoot(link(0n, 0o1777), TRUST)).toBeUndefined()
  expect(describeRoot(link(ROOT_OWNER, 0o777), TRUST)).toContain(
    'belongs to the user 500 and is open to others',
  )
})
