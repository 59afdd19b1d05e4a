// Which release a file is probably of, for whoever only has the file: the
// release site is asked for the `.sha256` files of the releases of its time.
// Those are unsigned: the answer is a hint what to verify next, and no part of
// any verdict.
import pLimit from 'p-limit'
import type { Digest } from '../digest.js'
import { parseChecksum } from '../evidence/checksum.js'
import { fileNameOf } from '../gather/beside.js'
import { toResultAsync } from '../result.js'
import { PLATFORMS, findArtifactOfFile, isBuiltFor, pathOf } from '../kubernetes/catalogue.js'
import { type Platform, formatPlatform } from '../kubernetes/platform.js'
import {
  type Minor,
  type ReleaseVersion,
  OLDEST_SIGNED_MINOR,
  endOfLife,
  minorOf,
} from '../kubernetes/version.js'
import { channelUrl, parseChannel } from '../plan/channel.js'
import { artifactUrls, formatPlace } from '../plan/plan.js'
import type { HintSite } from '../ports.js'

const CONCURRENT_REQUESTS = 8
/** A minor has patches for some fourteen months after its first release. */
const MONTHS_OF_PATCHES = 16
/** More than any time has. */
const MAX_MINORS = 8
const MAX_PATCH = 40

export interface FileInQuestion {
  readonly digest: Digest
  readonly fileName: string
  /** ISO 8601: when the log took its signature. */
  readonly signedAt: string
  /** The machine's, which the file is most likely for. */
  readonly platform: Platform | undefined
  readonly releaseUrl: URL
}

/** @returns `v1.35.2/bin/linux/amd64/kubectl`, or undefined: when the site says of none, or says nothing */
export async function findRelease(file: FileInQuestion, site: HintSite): Promise<string | undefined> {
  const entry = findArtifactOfFile(file.fileName)
  if (entry === undefined) return undefined
  const named = PLATFORMS.filter((platform) => pathOf(entry, platform).split('/').at(-1) === file.fileName)
  const own = named.filter((each) => file.platform && formatPlatform(each) === formatPlatform(file.platform))
  const platforms = entry.platforms === undefined ? [undefined] : own.length > 0 ? own : named
  const versions = await listVersions(file, site)
  const candidates = versions.flatMap((version) =>
    platforms
      .filter((platform) => platform === undefined || isBuiltFor(entry, platform, version))
      .map((platform) => ({ version, path: pathOf(entry, platform) })),
  )
  const limit = pLimit(CONCURRENT_REQUESTS)
  let found: string | undefined
  await Promise.all(
    candidates.map((candidate) =>
      limit(async () => {
        if (found !== undefined) return
        const urls = artifactUrls(file.releaseUrl, candidate.version, candidate.path)
        const checksum = await toResultAsync(
          site.fetchChecksum(urls).then((text) => parseChecksum(text, fileNameOf(urls.artifact))),
        )
        if (checksum.value?.equals(file.digest) === true) found = formatPlace(candidate)
      }),
    ),
  )
  return found
}

/** Every stable release of the minors that were patched at the time, as far as the site names them. */
async function listVersions(
  { signedAt, releaseUrl }: FileInQuestion,
  site: HintSite,
): Promise<ReleaseVersion[]> {
  const ask = async (channel: Parameters<typeof channelUrl>[1]): Promise<ReleaseVersion | undefined> =>
    (
      await toResultAsync(
        site.fetchChannel(channelUrl(releaseUrl, channel)).then((text) => parseChannel(channel, text)),
      )
    ).value
  const newest = await ask('stable')
  if (newest === undefined) return []
  const first = numberOf(OLDEST_SIGNED_MINOR)
  const minors = Array.from(
    { length: numberOf(minorOf(newest)) - first + 1 },
    (_, index): Minor => `1.${first + index}`,
  ).filter((minor) => wasPatched(minor, signedAt))
  const latest = await Promise.all(minors.slice(-MAX_MINORS).map((minor) => ask(`stable-${minor}`)))
  return latest.flatMap((version) => {
    const patch = Number(version?.split('.')[2])
    if (version === undefined || patch > MAX_PATCH) return []
    return Array.from(
      { length: patch + 1 },
      (_, index): ReleaseVersion => `v${minorOf(version)}.${patch - index}`,
    )
  })
}

function numberOf(minor: Minor): number {
  return Number(minor.split('.')[1])
}

/** By the table of end-of-life days; a minor that is not in it yet may be of any time. */
function wasPatched(minor: Minor, signedAt: string): boolean {
  const end = endOfLife(minor)
  if (end === undefined) return true
  const start = new Date(end)
  start.setUTCMonth(start.getUTCMonth() - MONTHS_OF_PATCHES)
  return signedAt >= start.toISOString() && signedAt.slice(0, 10) <= end
}
