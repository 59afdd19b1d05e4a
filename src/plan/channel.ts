// Release channels: `/release/stable.txt` names the newest stable release,
// `/release/stable-1.35.txt` that of a minor; the `latest` ones may name a
// pre-release. The files are unsigned, so whoever serves them picks the
// version, an old one too: we check that the answer is of the form and the
// minor that was asked for, and the report says where the version came from.
import semver from 'semver'
import { ReleaseError } from '../errors.js'
import {
  type Minor,
  type ReleaseVersion,
  isPrerelease,
  minorOf,
  parseReleaseVersion,
} from '../kubernetes/version.js'
import type { Channel } from '../request/request.js'

/** A channel file holds one version. */
export const MAX_CHANNEL_BYTES = 1024
const EXCERPT_LENGTH = 60
/** Kubernetes has had no release before 1.0 since 2015: a channel that names one is stale beyond use. */
const OLDEST_MAJOR = 1
/** No minor and no patch comes near; a range is resolved by counting up to them. */
const MAX_NUMBER = 999

/** Where a site says which version a channel stands for. */
export function channelUrl(releaseUrl: URL, channel: Channel): URL {
  return new URL(`${releaseUrl.href.replace(/\/$/, '')}/release/${channel}.txt`)
}

/**
 * Reads what a channel file answered.
 * @throws ReleaseError RELEASE_CHANNEL_UNRESOLVED
 */
export function parseChannel(channel: Channel, text: string): ReleaseVersion {
  const trimmed = text.trim()
  const version = trimmed.startsWith('v') ? parseReleaseVersion(trimmed) : undefined
  if (version !== undefined && fitsChannel(channel, version)) return version
  const { kind, minor } = readChannel(channel)
  const what = kind === 'stable' ? 'a stable release' : 'a release'
  throw new ReleaseError(
    'RELEASE_CHANNEL_UNRESOLVED',
    `the release channel ${channel} does not name ${what}${minor === undefined ? '' : ` of ${minor}`}`,
    { expected: `a version like v${minor ?? '1.35'}.2`, actual: text.slice(0, EXCERPT_LENGTH) },
  )
}

/** Whether a channel may name a version: of its minor, and a stable one unless it is the latest that is asked for. */
export function fitsChannel(channel: Channel, version: ReleaseVersion): boolean {
  const { kind, minor } = readChannel(channel)
  return (
    semver.major(version) >= OLDEST_MAJOR &&
    semver.minor(version) <= MAX_NUMBER &&
    semver.patch(version) <= MAX_NUMBER &&
    (kind === 'latest' || !isPrerelease(version)) &&
    (minor === undefined || minorOf(version) === minor)
  )
}

function readChannel(channel: Channel): {
  readonly kind: 'stable' | 'latest'
  readonly minor: Minor | undefined
} {
  const [kind, minor] = channel.split('-') as ['stable' | 'latest', Minor | undefined]
  return { kind, minor }
}
