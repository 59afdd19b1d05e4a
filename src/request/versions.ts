// `version` and `version-file`: the forms a version can be asked for in.
import semver from 'semver'
import { parseForeignVersion } from '../kubernetes/foreign-version.js'
import { parseMinor, parseReleaseVersion } from '../kubernetes/version.js'
import { type Read, type Reader, mapRead, readEach, refuse, splitList, suggest } from './fields.js'
import type { Channel, VersionSpec } from './request.js'
import { readSkew } from './skew.js'

const CHANNEL = /^(stable|latest)-(.+)$/
const MAX_RANGE_LENGTH = 100
const MAX_SHOWN_WORDS = 8
const WORDS = ['stable', 'latest', 'supported']
/** What a number of YAML's is left with: 1.30 without its zero. No release of these minors is signed. */
const CUT_SHORT = /^1\.[1-9]$/
const ALLOWED =
  'allowed: an exact version like v1.35.2 or 1.36.0-rc.1, a minor like 1.35 or 1.35.x, stable, stable-1.35, latest, latest-1.36, supported, a range like >=1.33 <1.36, or skew:v1.34.3 for what fits a cluster'

/** What a version-file names: the version as it stands there, and where; or why there is none. */
export type FoundVersion = { readonly text: string; readonly detail: string } | { readonly error: string }

/** What `version` lists, each in one of the forms of ALLOWED. */
export const readVersions: Reader<readonly VersionSpec[]> = (text, field) => {
  const words = splitList(text)
  if (words.length === 0) return refuse(field, `names no version; ${ALLOWED}`, 'INPUT_REQUIRED')
  return readEach(words, (word) => readVersion(word, field, 'input'))
}

/** The one version that the version-file holds. */
export function readFoundVersion(found: FoundVersion, field: string): Read<readonly VersionSpec[]> {
  if ('error' in found) return refuse(field, found.error, 'RELEASE_VERSION_INVALID')
  const shown = showVersions(found.text)
  if (shown !== found.text.trim().replace(/\s+/g, ' '))
    return refuse(field, `"${shown}" is not a version; ${ALLOWED}`, 'RELEASE_VERSION_INVALID')
  return mapRead(readVersion(found.text, field, `version-file: ${found.detail}`), (spec) => [spec])
}

/** A version, a part of a range, or a word for one. */
const TOKEN =
  /^(?:[<>=~^]{0,2}v?\d{1,5}(?:\.(?:\d{1,5}|[x*])){0,3}(?:[-+][0-9a-z.+-]{1,60})?|[<>=~^*|-]{1,2}|(?:stable|latest|supported)(?:-v?\d{1,5}(?:\.\d{1,5})?)?|kubectl|kubernetes|system|and)$/i
/** What tool managers take beside versions; what comes after is not ours to show. */
const MANAGER_FORM = /^((?:ref|path|prefix|latest|sub-\d+):)./

/**
 * What a file may be quoted with: its words that look like versions. Of any other only its length is told, since the
 * file may be another than people think, and hold what nobody may read in a log.
 */
export function showVersions(text: string): string {
  const words = text.trim().split(/\s+/).filter(Boolean)
  const shown = words.slice(0, MAX_SHOWN_WORDS).map((word) => {
    if (TOKEN.test(word)) return word
    const [, form] = MANAGER_FORM.exec(word) ?? []
    return form === undefined ? `(${word.length} characters)` : `${form}…`
  })
  return [...shown, ...(words.length > MAX_SHOWN_WORDS ? ['…'] : [])].join(' ')
}

function readVersion(text: string, field: string, origin: string): Read<VersionSpec> {
  const version = parseReleaseVersion(text)
  if (version !== undefined) return { value: { kind: 'exact', version, origin } }
  const skew = readSkew(text, field, origin)
  if (skew !== undefined) return skew
  const foreign = parseForeignVersion(text)
  if (foreign !== undefined) {
    const { title, madeFrom } = foreign
    const message = `"${text}" is ${title}, which the Kubernetes project neither publishes nor signs; the release it is made from is ${madeFrom}`
    return refuse(field, message, 'RELEASE_VERSION_INVALID')
  }
  if (text === 'supported') return { value: { kind: 'supported', origin } }
  if (CUT_SHORT.test(text)) {
    const message = `"${text}" is a minor that was never signed; YAML reads ${text}0 as ${text}: quote it; allowed: "${text}0" between quotes`
    return refuse(field, message, 'RELEASE_VERSION_INVALID')
  }
  const minor = parseMinor(text)
  if (minor !== undefined) return { value: { kind: 'channel', channel: `stable-${minor}`, origin } }
  const channel = parseChannel(text)
  if (channel !== undefined) return { value: { kind: 'channel', channel, origin } }
  const isRange = text.length <= MAX_RANGE_LENGTH && semver.validRange(text) !== null
  // A single version that Kubernetes has no form for is a slip, not a range.
  if (isRange && semver.valid(text) === null) return { value: { kind: 'range', range: text, origin } }
  return refuse(
    field,
    `"${text}" is not a version; ${ALLOWED}${suggest(text, WORDS)}`,
    'RELEASE_VERSION_INVALID',
  )
}

/** `stable`, `latest`, or either with a minor as it is written in channels: `stable-1.35`. */
function parseChannel(text: string): Channel | undefined {
  if (text === 'stable' || text === 'latest') return text
  const [, channel, suffix = ''] = CHANNEL.exec(text) ?? []
  const minor = parseMinor(suffix)
  if (minor === undefined || minor !== suffix) return undefined
  return channel === 'stable' ? `stable-${minor}` : `latest-${minor}`
}
