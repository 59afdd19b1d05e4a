// Kubernetes versions and what is known of their signing.
import semver from 'semver'

/** v1.35.2, v1.36.0-rc.1: what a release folder on the release site is called. */
export type ReleaseVersion = `v${string}`

const VERSION = /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:alpha|beta|rc)\.(?:0|[1-9]\d*))?$/
/** Longer than any version; keeps hostile text away from the parsers. */
const MAX_VERSION_LENGTH = 40

/**
 * The first signed release of each minor before v1.26: the four patches of
 * 2022-12-08 were made with the same tools as v1.26.0-rc.1. Between those and
 * v1.26 nothing is promised, so we look and say what is there.
 */
const FIRST_SIGNED = ['1.22.17', '1.23.15', '1.24.9', '1.25.5', '1.26.0-rc.1']

/**
 * Reads an exact version, with or without the v.
 * @returns the version with its v, or undefined when the text is anything else
 */
export function parseReleaseVersion(text: string): ReleaseVersion | undefined {
  if (text.length > MAX_VERSION_LENGTH || !VERSION.test(text)) return undefined
  const parsed = semver.parse(text)
  return parsed === null ? undefined : `v${parsed.version}`
}

/** Whether the release is known to be older than signing. */
export function predatesSigning(version: ReleaseVersion): boolean {
  const parsed = semver.parse(version)
  if (parsed === null) throw new RangeError(`not a release version: ${version}`)
  const first = FIRST_SIGNED.find((candidate) =>
    semver.satisfies(candidate, `${parsed.major}.${parsed.minor}.x`, { includePrerelease: true }),
  )
  return semver.lt(parsed, first ?? '1.22.17')
}
