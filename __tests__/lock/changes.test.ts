// What changed from one lock file to another: which entries belong together, and what is never a change.
import { parseDigest, type Digest } from '../../src/digest.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { compareLocks, isBackwards } from '../../src/lock/changes.js'
import type { Lock, LockEntry } from '../../src/lock/lock.js'
import { toResult } from '../../src/result.js'

const KUBECTL = 'bin/linux/amd64/kubectl'

/** `v1.35.2 kubectl a`: a version, a path and a digit of its digest. */
function toEntry(text: string, further: object = {}): LockEntry {
  const [version = '', path = '', digit = ''] = text.split(' ')
  const digest = parseDigest(digit.repeat(64)) as Digest
  return { version: version as ReleaseVersion, path, digest, signatureSource: 'release-sbom', ...further }
}

function toLock(entries: readonly (string | LockEntry)[], request: Partial<Lock['request']> = {}): Lock {
  return {
    lockfileVersion: 1,
    request: { versions: {}, artifacts: [], platforms: [], ...request },
    artifacts: entries.map((each) => (typeof each === 'string' ? toEntry(each) : each)),
  }
}

function compare(before: readonly string[] | undefined, after: readonly string[]): string[] {
  const { changes } = compareLocks(before && toLock(before), toLock(after))
  return changes.map(({ kind, former, current }) =>
    [kind, former?.version, current?.version].filter((word) => word !== undefined).join(' '),
  )
}

test.each<[string[] | undefined, string[], string[]]>([
  [undefined, [`v1.35.2 ${KUBECTL} a`], ['added v1.35.2']],
  [[], [], []],
  [[`v1.35.2 ${KUBECTL} a`], [`v1.35.2 ${KUBECTL} a`], []],
  [[`v1.35.2 ${KUBECTL} a`], [], ['removed v1.35.2']],
  [[`v1.35.2 ${KUBECTL} a`], [`v1.35.3 ${KUBECTL} b`], ['moved v1.35.2 v1.35.3']],
  // To another minor, where nothing else can be meant.
  [[`v1.35.2 ${KUBECTL} a`], [`v1.36.0 ${KUBECTL} b`], ['moved v1.35.2 v1.36.0']],
  // Another version of the same bytes has moved as well.
  [[`v1.35.2 ${KUBECTL} a`], [`v1.35.3 ${KUBECTL} a`], ['moved v1.35.2 v1.35.3']],
  // Each minor by itself, in whichever order.
  [
    ['v1.35.2 x a', 'v1.34.7 x b', 'v1.33.1 x c'],
    ['v1.33.1 x c', 'v1.34.8 x d', 'v1.35.3 x e'],
    ['moved v1.34.7 v1.34.8', 'moved v1.35.2 v1.35.3'],
  ],
  // The supported minors move on.
  [
    ['v1.33.9 x a', 'v1.34.7 x b', 'v1.35.2 x c'],
    ['v1.34.7 x b', 'v1.35.2 x c', 'v1.36.0 x d'],
    ['moved v1.33.9 v1.36.0'],
  ],
  // Of two and one, none is the other's successor.
  [['v1.31.1 x a', 'v1.32.1 x b'], ['v1.35.2 x c'], ['removed v1.31.1', 'removed v1.32.1', 'added v1.35.2']],
  [['v1.35.2 x a'], ['v1.35.2 y a'], ['removed v1.35.2', 'added v1.35.2']],
])('from %j to %j: %j', (before, after, changes) => {
  expect(compare(before, after)).toEqual(changes)
})

test('the same bytes of the same version, proven otherwise', () => {
  const of = (logIndex: number): Lock =>
    toLock([toEntry('v1.35.2 x a', { logIndex, bundle: { a: [logIndex] } })])
  expect(compareLocks(of(1), of(2)).changes).toMatchObject([{ kind: 'proof', current: { logIndex: 2 } }])
  expect(compareLocks(of(1), of(1))).toEqual({ asked: [], changes: [], unchanged: 1 })
})

test('other bytes of the same version are no change', () => {
  const { error } = toResult(() => compareLocks(toLock(['v1.35.2 x a']), toLock(['v1.35.2 x b'])))
  expect(error).toMatchObject({
    code: 'LOCK_DIGEST_MOVED',
    expected: `sha256:${'a'.repeat(64)}`,
    actual: `sha256:${'b'.repeat(64)}`,
  })
})

test('what is asked for, list by list', () => {
  const before = {
    versions: { stable: ['v1.35.2'], '1.34': ['v1.34.1'] },
    artifacts: ['b', 'a'],
    platforms: ['x'],
  }
  const after = {
    versions: { stable: ['v1.35.3'], '1.34': ['v1.34.1'] },
    artifacts: ['a', 'b'],
    urls: ['u'],
    platforms: [],
  }
  const { asked } = compareLocks(
    toLock([], before as Partial<Lock['request']>),
    toLock([], after as Partial<Lock['request']>),
  )
  expect(asked).toEqual([
    { what: 'version', name: 'stable', former: ['v1.35.2'], current: ['v1.35.3'] },
    { what: 'platforms', former: ['x'], current: [] },
    { what: 'urls', former: [], current: ['u'] },
  ])
})

test.each([
  ['v1.35.2', 'v1.35.3', false],
  ['v1.35.3', 'v1.35.2', true],
  ['v1.35.10', 'v1.35.9', true],
  ['v1.36.0', 'v1.36.0-rc.1', true],
])('from %s to %s is backwards: %s', (former, current, isBack) => {
  const change = {
    kind: 'moved',
    former: toEntry(`${former} x a`),
    current: toEntry(`${current} x b`),
  } as const
  expect(isBackwards(change)).toBe(isBack)
})

test('a lock of a hundred thousand entries of one path takes no longer than its length', () => {
  const list = (minor: number): LockEntry[] =>
    Array.from({ length: 100_000 }, (_, patch) => toEntry(`v1.${minor}.${patch} x a`))
  const { changes } = compareLocks(toLock(list(34)), toLock(list(35)))
  expect(changes).toHaveLength(200_000)
}, 30_000)
