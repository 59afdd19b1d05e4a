// What was asked for as a version → releases that exist, each with where its
// version came from. Only channel files are asked, each once.
import semver from 'semver'
import { ReleaseError } from '../errors.js'
import {
  type Minor,
  type ReleaseVersion,
  OLDEST_SIGNED_MINOR,
  endOfLife,
  isPrerelease,
  minorOf,
} from '../kubernetes/version.js'
import { compareMinors } from '../kubernetes/skew.js'
import { channelUrl, parseChannel } from '../plan/channel.js'
import { exactVersion } from '../plan/exact-versions.js'
import type { ResolvedVersion } from '../plan/plan.js'
import type { Ports } from '../ports.js'
import type { CachedReleases } from './cached-releases.js'
import { assertNotBackwards, formerOf, resolveFrozen } from '../lock/frozen.js'
import type { Lock } from '../lock/lock.js'
import {
  type Channel,
  type Request,
  type VersionSpec,
  formatVersionSpec,
  namesOf,
} from '../request/request.js'
import { toResultAsync } from '../result.js'

const LOCK_FILE = 'the lock file'

export interface Resolution {
  readonly versions: readonly ResolvedVersion[]
  /** The same, by what was asked for. */
  readonly bySpec: Readonly<Record<string, readonly ReleaseVersion[]>>
}

/** What is known without asking, and how it is chosen. */
export interface Known {
  readonly lock?: Lock | undefined
  readonly cached?: Pick<CachedReleases, 'bySpec'> | undefined
  /** What chooses among the releases that a spec can mean; default: the first. */
  readonly choose?: Choose | undefined
}

/** The newest minor and the two before it are always patched. */
const SUPPORTED_MINORS = 3

/** Chooses one of the releases that a spec can mean, which come in the order in which they count. */
export type Choose = (candidates: AsyncIterable<ResolvedVersion>, what: string) => Promise<ResolvedVersion>

const takeFirst: Choose = async (candidates) => {
  for await (const candidate of candidates) return candidate
  throw new RangeError('there is nothing to choose from')
}

/**
 * Every release that the request means, once each, in the order asked for.
 * @throws ReleaseError RELEASE_CHANNEL_UNRESOLVED; no other version is ever taken in its place
 * @throws LockError LOCK_INCOMPLETE, LOCK_VERSION_BACKWARDS
 * @throws whatever `choose` does
 */
export async function resolveVersions(
  request: Request,
  ports: Ports,
  { lock, cached, choose = takeFirst }: Known = {},
): Promise<Resolution> {
  const channels = createChannels(request, ports)
  const today = new Date(ports.now()).toISOString()
  const lists = await Promise.all(
    request.versions.map(async (spec) => {
      const inCache = cached?.bySpec.get(spec)
      if (inCache !== undefined) return inCache
      if (lock !== undefined && request.isFrozen)
        return resolveFrozen(spec, lock).map((version) => ({ version, source: LOCK_FILE }))
      const resolved = await resolve(spec, { channels, today, lock, choose })
      if (lock !== undefined) {
        const versions = resolved.map(({ version }) => version)
        assertNotBackwards(spec, versions, lock)
      }
      return resolved
    }),
  )
  const byVersion = new Map<ReleaseVersion, ResolvedVersion>()
  const bySpec: Record<string, ReleaseVersion[]> = {}
  for (const [index, spec] of request.versions.entries()) {
    const key = formatVersionSpec(spec)
    for (const resolved of lists[index] ?? []) {
      const { version } = resolved
      const own = { ...resolved, names: namesOf(spec) }
      byVersion.set(version, join(byVersion.get(version), own))
      bySpec[key] = [...new Set([...(bySpec[key] ?? []), version])]
    }
  }
  return { versions: [...byVersion.values()], bySpec }
}

/** One release that two specs mean. */
function join(one: ResolvedVersion | undefined, other: ResolvedVersion): ResolvedVersion {
  if (one === undefined) return other
  const names = one.names && other.names && [...one.names, ...other.names]
  return { ...one, notes: [...new Set([...(one.notes ?? []), ...(other.notes ?? [])])], names }
}

type Channels = ReturnType<typeof createChannels>

function createChannels({ releaseUrl }: Request, { releaseSite }: Ports) {
  const asked = new Map<Channel, Promise<ReleaseVersion>>()
  const fetchChannel = async (channel: Channel): Promise<ReleaseVersion> =>
    parseChannel(channel, await releaseSite.fetchChannel(channelUrl(releaseUrl, channel)))
  return {
    urlOf: (channel: Channel): string => channelUrl(releaseUrl, channel).href,
    ask: (channel: Channel): Promise<ReleaseVersion> => {
      const answer = asked.get(channel) ?? fetchChannel(channel)
      asked.set(channel, answer)
      return answer
    },
  }
}

interface Resolving {
  readonly channels: Channels
  readonly today: string
  readonly lock: Lock | undefined
  readonly choose: Choose
}

async function resolve(
  spec: VersionSpec,
  { channels, today, lock, choose }: Resolving,
): Promise<ResolvedVersion[]> {
  const from = (channel: Channel): string =>
    spec.origin === 'input' ? channels.urlOf(channel) : `${spec.origin}, ${channels.urlOf(channel)}`
  const candidatesOf = (versions: AsyncIterable<Candidate>): AsyncIterable<ResolvedVersion> =>
    notBelowLock(spec, lock, toResolved(versions, from))
  switch (spec.kind) {
    case 'exact':
      return [exactVersion(spec)]
    case 'channel':
      return [await choose(candidatesOf(listChannel(spec.channel, channels)), spec.channel)]
    case 'supported': {
      const minors = supportedMinors(minorOf(await channels.ask('stable')), today, spec.from)
      return chooseSome(
        minors.map((minor) => choose(candidatesOf(listChannel(`stable-${minor}`, channels)), minor)),
      )
    }
    case 'range':
      return [await choose(candidatesOf(listRange(spec.range, channels)), spec.range)]
  }
}

/** Minors of which no release is old enough are left out, and said; where that is all of them, it is an error. */
async function chooseSome(choosing: readonly Promise<ResolvedVersion>[]): Promise<ResolvedVersion[]> {
  const ends = await Promise.all(choosing.map((each) => toResultAsync(each)))
  const chosen = ends.flatMap(({ value }) => value ?? [])
  const errors = ends.flatMap(({ error }) => error ?? [])
  const failure = errors.find(({ code }) => code !== 'RELEASE_TOO_NEW') ?? errors[0]
  const [first, ...others] = chosen
  if (failure === undefined) return chosen
  if (first === undefined || failure.code !== 'RELEASE_TOO_NEW') throw failure
  const notes = errors.map(({ message }) => `left out: ${message}`)
  return [{ ...first, notes: [...(first.notes ?? []), ...notes] }, ...others]
}

/** A release, and the channel that says that there is one. */
interface Candidate {
  readonly version: ReleaseVersion
  readonly channel: Channel
}

async function* toResolved(
  candidates: AsyncIterable<Candidate>,
  from: (channel: Channel) => string,
): AsyncIterable<ResolvedVersion> {
  for await (const { version, channel } of candidates) yield { version, source: from(channel) }
}

/** What is older than the lock file says ends the list; that a channel itself went back is for the lock to say. */
async function* notBelowLock(
  spec: VersionSpec,
  lock: Lock | undefined,
  candidates: AsyncIterable<ResolvedVersion>,
): AsyncIterable<ResolvedVersion> {
  let isFirst = true
  for await (const candidate of candidates) {
    const former = lock && formerOf(spec, candidate.version, lock)
    if (!isFirst && former !== undefined && semver.lt(candidate.version, former)) return
    yield candidate
    isFirst = false
  }
}

/**
 * The release that a channel names, and those before it, the newest first: patches are numbered without a gap, and
 * below the first of a minor comes the minor before it. Of a pre-release nothing can be counted.
 */
async function* listChannel(channel: Channel, channels: Channels): AsyncIterable<Candidate> {
  const newest = await channels.ask(channel)
  yield { version: newest, channel }
  if (isPrerelease(newest)) return
  for (const version of patchesBelow(newest)) yield { version, channel }
  if (channel !== 'stable' && channel !== 'latest') return
  for (const minor of minorsFrom(minorOf(newest)).slice(1)) yield* listMinor(minor, channels)
}

async function* listMinor(minor: Minor, channels: Channels): AsyncIterable<Candidate> {
  const channel: Channel = `stable-${minor}`
  const newest = await channels.ask(channel)
  for (const version of [newest, ...patchesBelow(newest)]) yield { version, channel }
}

/** The patches of the same minor before a release, the newest first: they are numbered without a gap. */
export function patchesBelow(version: ReleaseVersion): ReleaseVersion[] {
  const minor = minorOf(version)
  return Array.from(
    { length: semver.patch(version) },
    (_, patch): ReleaseVersion => `v${minor}.${patch}`,
  ).reverse()
}

/** From a minor down to the oldest of which any release is signed. */
function minorsFrom(newest: Minor): Minor[] {
  const age = Number(newest.split('.')[1]) - Number(OLDEST_SIGNED_MINOR.split('.')[1])
  return Array.from({ length: Math.max(0, age + 1) }, (_, back) => before(newest, back))
}

/** The newest and the two before it, and a fourth while our data says that it is still patched; further down to one that is named. */
export function supportedMinors(newest: Minor, today: string, from?: Minor): Minor[] {
  const fourth = before(newest, SUPPORTED_MINORS)
  const end = endOfLife(fourth)
  const isFourthPatched = end !== undefined && today.slice(0, end.length) <= end
  const patched = Array.from({ length: SUPPORTED_MINORS + (isFourthPatched ? 1 : 0) }, (_, age) =>
    before(newest, age),
  )
  const named =
    from === undefined ? [] : minorsFrom(newest).filter((minor) => compareMinors(minor, from) >= 0)
  return named.length > patched.length ? named : patched
}

/**
 * The releases in a range, the newest first. A minor's patches are those up to the one its channel names: Kubernetes
 * numbers them without a gap.
 */
async function* listRange(range: string, channels: Channels): AsyncIterable<Candidate> {
  const newest = minorOf(await channels.ask('stable'))
  let isEmpty = true
  for (const minor of minorsFrom(newest)) {
    if (!semver.intersects(range, `~${minor}.0`)) continue
    for await (const candidate of listMinor(minor, channels)) {
      if (!semver.satisfies(candidate.version, range)) continue
      yield candidate
      isEmpty = false
    }
  }
  if (!isEmpty) return
  throw new ReleaseError('RELEASE_CHANNEL_UNRESOLVED', `no stable release is in the range ${range}`, {
    expected: `a range that holds a release from v${OLDEST_SIGNED_MINOR} to v${newest}`,
    actual: range,
  })
}

function before(minor: Minor, age: number): Minor {
  const [major = '', number = ''] = minor.split('.')
  return `${Number(major)}.${Number(number) - age}`
}
