// From one lock file to another: what came, what went, and what moved. Nothing
// here is a verdict but one: bytes of a release never change.
import { isDeepStrictEqual } from 'node:util'
import semver from 'semver'
import { LockError } from '../errors.js'
import { type ReleaseVersion, minorOf } from '../kubernetes/version.js'
import { formatPlace } from '../plan/plan.js'
import type { Lock, LockEntry } from './lock.js'

/** `moved`: another version. `proof`: the same bytes of the same version, proven otherwise. */
export type ChangeKind = 'added' | 'removed' | 'moved' | 'proof'

export interface LockChange {
  readonly kind: ChangeKind
  readonly former?: LockEntry
  readonly current?: LockEntry
}

/** What the request of a lock file says in one of its lists, before and after. */
export interface AskedChange {
  readonly what: 'version' | 'artifacts' | 'platforms' | 'urls'
  /** Of a version: how it was asked for. */
  readonly name?: string
  readonly former: readonly string[]
  readonly current: readonly string[]
}

export interface LockChanges {
  readonly asked: readonly AskedChange[]
  readonly changes: readonly LockChange[]
  /** How many artifacts are as they were. */
  readonly unchanged: number
}

/**
 * Compares two lock files.
 * @param former undefined where there was none
 * @throws LockError LOCK_DIGEST_MOVED
 */
export function compareLocks(former: Lock | undefined, current: Lock): LockChanges {
  const before = Map.groupBy(former?.artifacts ?? [], ({ path }) => path)
  const after = Map.groupBy(current.artifacts, ({ path }) => path)
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  const pairs = paths.flatMap((path) => pairUp(before.get(path) ?? [], after.get(path) ?? []))
  const changes = pairs.flatMap(toChange)
  return {
    asked: compareRequests(former?.request, current.request),
    changes,
    unchanged: pairs.length - changes.length,
  }
}

/** Whether something went back to an older release. */
export function isBackwards({ former, current }: LockChange): boolean {
  const versions = [current?.version, former?.version] as const
  return versions[0] !== undefined && versions[1] !== undefined && semver.lt(versions[0], versions[1])
}

type Pair = Pick<LockChange, 'former' | 'current'>

/** Of one path: the same version first, then the same minor, then what is left alone on both sides. */
function pairUp(before: readonly LockEntry[], after: readonly LockEntry[]): Pair[] {
  const left = new Set(before)
  const pairs: Pair[] = []
  let rest: readonly LockEntry[] = after
  for (const toLine of [versionOf, lineOf]) {
    const byLine = new Map([...left].map((entry) => [toLine(entry), entry]))
    const unmatched: LockEntry[] = []
    for (const current of rest) {
      const former = byLine.get(toLine(current))
      if (former !== undefined && left.delete(former)) pairs.push({ former, current })
      else unmatched.push(current)
    }
    rest = unmatched
  }
  const [former, ...others] = left
  const [current, ...further] = rest
  if (former !== undefined && current !== undefined && others.length + further.length === 0)
    return [...pairs, { former, current }]
  return [
    ...pairs,
    ...[...left].map((each): Pair => ({ former: each })),
    ...rest.map((each): Pair => ({ current: each })),
  ]
}

function versionOf({ version }: LockEntry): string {
  return version ?? ''
}

function lineOf({ version }: LockEntry): string {
  return version === undefined ? '' : minorOf(version)
}

function toChange({ former, current }: Pair): LockChange[] {
  if (former === undefined) return current === undefined ? [] : [{ kind: 'added', current }]
  if (current === undefined) return [{ kind: 'removed', former }]
  if (former.version !== current.version) return [{ kind: 'moved', former, current }]
  if (!former.digest.equals(current.digest)) throw toMoved(former, current)
  return isDeepStrictEqual(former, current) ? [] : [{ kind: 'proof', former, current }]
}

function toMoved(former: LockEntry, current: LockEntry): LockError {
  const [expected, actual] = [former.digest.toString(), current.digest.toString()]
  const message = `${formatPlace(current)} has another digest than before, although its version stood still: expected ${expected}, found ${actual}`
  return new LockError('LOCK_DIGEST_MOVED', message, { expected, actual })
}

function compareRequests(former: Lock['request'] | undefined, current: Lock['request']): AskedChange[] {
  const versionsOf = (versions: Readonly<Record<string, readonly ReleaseVersion[]>>, name: string) =>
    Object.hasOwn(versions, name) ? (versions[name] ?? []) : []
  const names = [...new Set(Object.keys({ ...former?.versions, ...current.versions }))].sort()
  const changes: AskedChange[] = [
    ...names.map((name) => ({
      what: 'version' as const,
      name,
      former: versionsOf(former?.versions ?? {}, name),
      current: versionsOf(current.versions, name),
    })),
    ...(['artifacts', 'platforms', 'urls'] as const).map((what) => ({
      what,
      former: [...(former?.[what] ?? [])].sort(),
      current: [...(current[what] ?? [])].sort(),
    })),
  ]
  return changes.filter((each) => !isDeepStrictEqual([...each.former], [...each.current]))
}
