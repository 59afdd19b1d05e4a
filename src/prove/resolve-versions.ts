// What was asked for as a version → releases that exist, each with where its
// version came from. Only channel files are asked, each once.
import semver from 'semver'
import { ReleaseError } from '../errors.js'
import {
  type Minor,
  type ReleaseVersion,
  OLDEST_SIGNED_MINOR,
  endOfLife,
  minorOf,
} from '../kubernetes/version.js'
import { channelUrl, parseChannel } from '../plan/channel.js'
import type { ResolvedVersion } from '../plan/plan.js'
import type { Ports } from '../ports.js'
import type { CachedReleases } from './cached-releases.js'
import { assertNotBackwards, resolveFrozen } from '../lock/frozen.js'
import type { Lock } from '../lock/lock.js'
import { type Channel, type Request, type VersionSpec, formatVersionSpec } from '../request/request.js'

const LOCK_FILE = 'the lock file'

export interface Resolution {
  readonly versions: readonly ResolvedVersion[]
  /** The same, by what was asked for. */
  readonly bySpec: Readonly<Record<string, readonly ReleaseVersion[]>>
}

/** What is known without asking. */
export interface Known {
  readonly lock?: Lock | undefined
  readonly cached?: Pick<CachedReleases, 'bySpec'> | undefined
}

/** The newest minor and the two before it are always patched. */
const SUPPORTED_MINORS = 3

/**
 * Every release that the request means, once each, in the order asked for.
 * @throws ReleaseError RELEASE_CHANNEL_UNRESOLVED; no other version is ever taken in its place
 * @throws LockError LOCK_INCOMPLETE, LOCK_VERSION_BACKWARDS
 */
export async function resolveVersions(
  request: Request,
  ports: Ports,
  { lock, cached }: Known = {},
): Promise<Resolution> {
  const channels = createChannels(request, ports)
  const today = new Date(ports.now()).toISOString()
  const lists = await Promise.all(
    request.versions.map(async (spec) => {
      const inCache = cached?.bySpec.get(formatVersionSpec(spec))
      if (inCache !== undefined) return inCache
      if (lock === undefined) return resolve(spec, channels, today)
      if (request.isFrozen)
        return resolveFrozen(spec, lock).map((version) => ({ version, source: LOCK_FILE }))
      const resolved = await resolve(spec, channels, today)
      assertNotBackwards(
        spec,
        resolved.map(({ version }) => version),
        lock,
      )
      return resolved
    }),
  )
  const byVersion = new Map<ReleaseVersion, ResolvedVersion>()
  for (const resolved of lists.flat()) {
    if (!byVersion.has(resolved.version)) byVersion.set(resolved.version, resolved)
  }
  const bySpec = request.versions.map(
    (spec, index) => [formatVersionSpec(spec), lists[index]?.map(({ version }) => version) ?? []] as const,
  )
  return { versions: [...byVersion.values()], bySpec: Object.fromEntries(bySpec) }
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

async function resolve(spec: VersionSpec, channels: Channels, today: string): Promise<ResolvedVersion[]> {
  const from = (channel: Channel): string =>
    spec.origin === 'input' ? channels.urlOf(channel) : `${spec.origin}, ${channels.urlOf(channel)}`
  const ask = async (channel: Channel): Promise<ResolvedVersion> => ({
    version: await channels.ask(channel),
    source: from(channel),
  })
  switch (spec.kind) {
    case 'exact':
      return [{ version: spec.version, source: spec.origin }]
    case 'channel':
      return [await ask(spec.channel)]
    case 'supported': {
      const minors = supportedMinors(minorOf(await channels.ask('stable')), today)
      return Promise.all(minors.map((minor) => ask(`stable-${minor}`)))
    }
    case 'range':
      return [await resolveRange(spec.range, channels, from)]
  }
}

/** The newest and the two before it; and a fourth while our data says that it is still patched. */
function supportedMinors(newest: Minor, today: string): Minor[] {
  const fourth = before(newest, SUPPORTED_MINORS)
  const end = endOfLife(fourth)
  const isFourthPatched = end !== undefined && today.slice(0, end.length) <= end
  return Array.from({ length: SUPPORTED_MINORS + (isFourthPatched ? 1 : 0) }, (_, age) => before(newest, age))
}

/**
 * The newest release in the range. A minor's patches are those up to the one
 * its channel names: Kubernetes numbers them without a gap.
 */
async function resolveRange(
  range: string,
  channels: Channels,
  from: (channel: Channel) => string,
): Promise<ResolvedVersion> {
  const newest = minorOf(await channels.ask('stable'))
  const age = Number(newest.split('.')[1]) - Number(OLDEST_SIGNED_MINOR.split('.')[1])
  for (const minor of Array.from({ length: Math.max(0, age + 1) }, (_, back) => before(newest, back))) {
    if (!semver.intersects(range, `~${minor}.0`)) continue
    const channel: Channel = `stable-${minor}`
    const patches = semver.patch(await channels.ask(channel))
    const versions = Array.from({ length: patches + 1 }, (_, patch): ReleaseVersion => `v${minor}.${patch}`)
    const version = semver.maxSatisfying(versions, range)
    if (version !== null) return { version, source: from(channel) }
  }
  throw new ReleaseError('RELEASE_CHANNEL_UNRESOLVED', `no stable release is in the range ${range}`, {
    expected: `a range that holds a release from v${OLDEST_SIGNED_MINOR} to v${newest}`,
    actual: range,
  })
}

function before(minor: Minor, age: number): Minor {
  const [major = '', number = ''] = minor.split('.')
  return `${Number(major)}.${Number(number) - age}`
}
