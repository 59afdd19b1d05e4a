// `version` and `version-file`: the forms a version can be asked for in.
import semver from 'semver'
import { parseForeignVersion } from '../kubernetes/foreign-version.js'
import { parseMinor, parseReleaseVersion } from '../kubernetes/version.js'
import { type FieldErrors, readList } from './fields.js'
import type { Channel, VersionSpec } from './request.js'

const DEFAULT_VERSION = 'stable'
const CHANNEL = /^(?:stable|latest)(?:-(.+))?$/
const MAX_RANGE_LENGTH = 100
const ALLOWED =
  'allowed: an exact version like v1.35.2 or 1.36.0-rc.1, a minor like 1.35 or 1.35.x, stable, stable-1.35, latest, latest-1.36, supported, or a range like >=1.33 <1.36'

/** What a version-file names: the version as it stands there, and where; or why there is none. */
export type FoundVersion = { readonly text: string; readonly detail: string } | { readonly error: string }

/** What `version` lists, or the one version that the version-file holds; with neither, the newest stable release. */
export function readVersions(
  errors: FieldErrors,
  text: string,
  filePath: string,
  found: FoundVersion | undefined,
): VersionSpec[] {
  if (filePath === '') {
    const words = readList(text || DEFAULT_VERSION)
    if (words.length === 0) errors.add('INPUT_REQUIRED', 'version', `names no version; ${ALLOWED}`)
    return words.flatMap((word) => readVersion(errors, 'version', word, 'input') ?? [])
  }
  if (text !== '') {
    errors.add('INPUT_CONFLICT', 'version-file', 'and version exclude each other; allowed: one of them')
  }
  // The edge that reads the file has recorded why it could not.
  if (found === undefined) return []
  if ('error' in found) {
    errors.add('RELEASE_VERSION_INVALID', 'version-file', found.error)
    return []
  }
  return [readVersion(errors, 'version-file', found.text, `version-file: ${found.detail}`) ?? []].flat()
}

function readVersion(
  errors: FieldErrors,
  field: string,
  text: string,
  origin: string,
): VersionSpec | undefined {
  const version = parseReleaseVersion(text)
  if (version !== undefined) return { kind: 'exact', version, origin }
  const foreign = parseForeignVersion(text)
  if (foreign !== undefined) {
    const { title, madeFrom } = foreign
    const message = `"${text}" is ${title}, which the Kubernetes project neither publishes nor signs; the release it is made from is ${madeFrom}`
    return errors.add('RELEASE_VERSION_INVALID', field, message)
  }
  if (text === 'supported') return { kind: 'supported', origin }
  const minor = parseMinor(text)
  if (minor !== undefined) return { kind: 'channel', channel: `stable-${minor}`, origin }
  const [channel, suffix] = CHANNEL.exec(text) ?? []
  if (channel !== undefined && (suffix === undefined || parseMinor(suffix) === suffix)) {
    return { kind: 'channel', channel: channel as Channel, origin }
  }
  const isRange = text.length <= MAX_RANGE_LENGTH && semver.validRange(text) !== null
  // A single version that Kubernetes has no form for is a slip, not a range.
  if (isRange && semver.valid(text) === null) {
    return { kind: 'range', range: text, origin }
  }
  return errors.add('RELEASE_VERSION_INVALID', field, `"${text}" is not a version; ${ALLOWED}`)
}
