// What a lock file decides: which releases a request means when it is frozen,
// whether it covers what is planned, and that a channel does not go back.
import semver from 'semver'
import { LockError } from '../errors.js'
import { formatPlatform } from '../kubernetes/platform.js'
import { type ReleaseVersion, isPrerelease, minorOf } from '../kubernetes/version.js'
import { fitsChannel } from '../plan/channel.js'
import { type Plan, type PlannedArtifact, type PlannedGroup, formatPlace } from '../plan/plan.js'
import { type Request, type VersionSpec, formatVersionSpec } from '../request/request.js'
import { type Lock, findEntry } from './lock.js'

/** How many gaps an error names. */
const MAX_NAMED = 10

/**
 * The releases that a version means by the lock, with nothing asked.
 * @throws LockError LOCK_INCOMPLETE, LOCK_MISMATCH
 */
export function resolveFrozen(spec: VersionSpec, lock: Lock): readonly ReleaseVersion[] {
  const key = formatVersionSpec(spec)
  const versions = lockedOf(spec, lock)
  if (versions.length === 0) throw incomplete([`the version ${key}`])
  const expected = findMisfit(spec, versions)
  if (expected === undefined) return versions
  throw new LockError('LOCK_MISMATCH', `the lock file has ${versions.join(', ')} for ${key}`, {
    expected,
    actual: versions.join(', '),
  })
}

/** The releases that a spec meant by the lock; of several ranges under one key, each means the newest that is its own. */
function lockedOf(spec: VersionSpec, { request: { versions } }: Lock): readonly ReleaseVersion[] {
  const key = formatVersionSpec(spec)
  const locked = Object.hasOwn(versions, key) ? (versions[key] ?? []) : []
  if (spec.kind !== 'range' || spec.skewOf === undefined) return locked
  const newest = newestOf(locked.filter((version) => semver.satisfies(version, spec.range)))
  return newest === undefined ? locked : [newest]
}

/** The newest minor and the two before it are always patched, and at times a fourth. */
const MOST_SUPPORTED = 4

/** What a spec would allow, if it cannot mean these releases: whoever changed the lock chose them. */
function findMisfit(spec: VersionSpec, versions: readonly ReleaseVersion[]): string | undefined {
  const [first, ...others] = versions
  const isOne = first !== undefined && others.length === 0
  switch (spec.kind) {
    case 'exact':
      return isOne && first === spec.version ? undefined : spec.version
    case 'channel':
      return isOne && fitsChannel(spec.channel, first)
        ? undefined
        : `one release of the channel ${spec.channel}`
    case 'range':
      return isOne && semver.satisfies(first, spec.range) ? undefined : `one stable release in ${spec.range}`
    case 'supported': {
      const minors = versions.map((version) => semver.minor(version)).sort((a, b) => b - a)
      const areInRow = minors.every((minor, index) => minor === (minors[0] ?? 0) - index)
      const areStable = versions.every((version) => !isPrerelease(version))
      const fits = areInRow && areStable && minors.length <= MOST_SUPPORTED
      return fits ? undefined : 'one stable release of each of the newest minors'
    }
  }
}

/**
 * Whether the lock holds all that is planned.
 * @throws LockError LOCK_INCOMPLETE, naming what it lacks
 */
export function assertCovered(request: Request, { releases, byUrl }: Plan, lock: Lock): void {
  const lacks = (listed: readonly string[], what: string, asked: readonly string[]): string[] =>
    asked.filter((name) => !listed.includes(name)).map((name) => `${what} ${name}`)
  const planned = [...releases, byUrl].flatMap(listPlanned)
  const missing = [
    ...lacks(
      lock.request.artifacts,
      'the artifact',
      request.artifacts.map(({ entry }) => entry.name),
    ),
    ...lacks(lock.request.platforms, 'the platform', request.platforms.map(formatPlatform)),
    ...planned.filter((artifact) => !isCovered(artifact, lock)).map(formatPlace),
  ]
  if (missing.length > 0) throw incomplete(missing)
}

/**
 * Whether what is planned is all that the lock holds: of the rest nobody would say whether it is proven.
 * @throws LockError LOCK_MALFORMED
 */
export function assertNothingElse({ releases, byUrl }: Plan, { artifacts }: Lock): void {
  const planned = new Set([...releases, byUrl].flatMap(listPlanned).map(formatPlace))
  const index = artifacts.findIndex((entry) => !planned.has(formatPlace(entry)))
  if (index < 0) return
  const message = `the lock file is not in its format: artifacts.${index}: is not what its request asks for`
  throw new LockError('LOCK_MALFORMED', message)
}

/** Everything of a group that a lock has an entry for. */
export function listPlanned({ artifacts, sbom }: PlannedGroup): PlannedArtifact[] {
  return [...artifacts, ...(sbom ? [sbom] : [])]
}

function isCovered(planned: PlannedArtifact, lock: Lock): boolean {
  const entry = findEntry(lock, planned)
  const platform = planned.platform && formatPlatform(planned.platform)
  if (entry === undefined || entry.platform !== platform) return false
  return planned.signatureSource === 'release-sbom' || 'bundle' in entry
}

/**
 * A channel file is unsigned: whoever serves it could bring back an old release with known faults.
 * @throws LockError LOCK_VERSION_BACKWARDS
 */
export function assertNotBackwards(spec: VersionSpec, versions: readonly ReleaseVersion[], lock: Lock): void {
  for (const version of versions) {
    const former = formerOf(spec, version, lock)
    if (former === undefined || semver.gte(version, former)) continue
    const message = `${formatVersionSpec(spec)} has gone back from ${former} to ${version}`
    throw new LockError('LOCK_VERSION_BACKWARDS', message, {
      expected: `${former} or newer`,
      actual: version,
    })
  }
}

/** The release that a spec meant by the lock, of the line that another release of it belongs to. */
export function formerOf(spec: VersionSpec, version: ReleaseVersion, lock: Lock): ReleaseVersion | undefined {
  const locked = listFormer(spec, lock)
  const ofMinor = locked.find((each) => minorOf(each) === minorOf(version))
  return spec.kind === 'supported' ? ofMinor : (ofMinor ?? newestOf(locked))
}

/** What the lock has for a spec; where it knows only others, whatever of theirs the spec could mean as well. */
function listFormer(spec: VersionSpec, lock: Lock): readonly ReleaseVersion[] {
  const { versions } = lock.request
  if (Object.hasOwn(versions, formatVersionSpec(spec))) return lockedOf(spec, lock)
  const all = Object.values(versions).flat()
  return all.filter((version) => findMisfit(spec, [version]) === undefined)
}

function newestOf(versions: readonly ReleaseVersion[]): ReleaseVersion | undefined {
  return [...versions].sort(semver.rcompare)[0]
}

function incomplete(missing: readonly string[]): LockError {
  const more = missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : ''
  const message = `the lock file does not cover ${missing.slice(0, MAX_NAMED).join(', ')}${more}`
  return new LockError('LOCK_INCOMPLETE', message)
}
