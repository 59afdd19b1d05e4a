// Kubernetes versions, what is known of their signing, and until when they
// are patched.
import semver from 'semver'
import catalogue from './catalogue.json' with { type: 'json' }
import releases from './releases.json' with { type: 'json' }

/** v1.35.2, v1.36.0-rc.1: what a release folder on the release site is called. */
export type ReleaseVersion = `v${string}`

/** 1.35 */
export type Minor = `${number}.${number}`

const VERSION = /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:alpha|beta|rc)\.(?:0|[1-9]\d*))?$/
const MINOR = /^v?((?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5}))(?:\.[xX*])?$/
/** Longer than any version; keeps hostile text away from the parsers. */
const MAX_VERSION_LENGTH = 40

/** The oldest minor of which any release is signed. */
export const OLDEST_SIGNED_MINOR: Minor = '1.22'

/**
 * Reads an exact version, with or without the v.
 * @returns the version with its v, or undefined when the text is anything else
 */
export function parseReleaseVersion(text: string): ReleaseVersion | undefined {
  if (text.length > MAX_VERSION_LENGTH || !VERSION.test(text)) return undefined
  const parsed = semver.parse(text)
  return parsed === null ? undefined : `v${parsed.version}`
}

/** Reads `1.35`, `v1.35`, `1.35.x`. */
export function parseMinor(text: string): Minor | undefined {
  return MINOR.exec(text)?.[1] as Minor | undefined
}

/** The minor release that a version belongs to, as `1.35`. */
export function minorOf(version: ReleaseVersion): Minor {
  return `${semver.major(version)}.${semver.minor(version)}`
}

/** Whether a version is an alpha, a beta or a release candidate. */
export function isPrerelease(version: ReleaseVersion): boolean {
  return semver.prerelease(version) !== null
}

/**
 * Whether the release is known to be older than signing. The four patches of
 * 2022-12-08 were made with the same tools as v1.26.0-rc.1; between those and
 * v1.26 nothing is promised, so we look and say what is there.
 */
export function predatesSigning(version: ReleaseVersion): boolean {
  const [oldest = '', ...others] = catalogue.firstSigned
  const first = [oldest, ...others].find((candidate) => minorOf(`v${candidate}`) === minorOf(version))
  return semver.lt(version, first ?? oldest)
}

/**
 * The day a minor's patches end, as YYYY-MM-DD
 * (kubernetes/website data/releases/eol.yaml, and schedule.yaml for those that are still patched).
 * @returns undefined when the minor is newer than our data
 */
export function endOfLife(minor: Minor): string | undefined {
  return (releases.endOfLife as Readonly<Record<string, string>>)[minor]
}
