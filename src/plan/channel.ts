// Release channels: `/release/stable.txt` names the newest stable release. The
// file is unsigned, so whoever serves it picks the version, an old one too:
// we check the form and that it is a stable release, and the report says
// where the version came from.
import { ReleaseError } from '../errors.js'
import { type ReleaseVersion, parseReleaseVersion } from '../kubernetes/version.js'

/** A channel file holds one version. */
export const MAX_CHANNEL_BYTES = 1024

export function channelUrl(releaseUrl: URL, channel: 'stable'): URL {
  return new URL(`${releaseUrl.href.replace(/\/$/, '')}/release/${channel}.txt`)
}

/**
 * Reads what a channel file answered.
 * @throws ReleaseError RELEASE_CHANNEL_UNRESOLVED
 */
export function parseChannel(channel: 'stable', text: string): ReleaseVersion {
  const version = text.trim().startsWith('v') ? parseReleaseVersion(text.trim()) : undefined
  if (version === undefined || version.includes('-')) {
    throw new ReleaseError(
      'RELEASE_CHANNEL_UNRESOLVED',
      `the release channel ${channel} does not name a stable release`,
      {
        expected: 'a version like v1.35.2',
        actual: text.slice(0, 60),
      },
    )
  }
  return version
}
