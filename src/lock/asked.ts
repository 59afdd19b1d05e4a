// What a lock file is of, as the request that it was written for.
import { type Read, readEach, refuse } from '../request/fields.js'
import { LockError } from '../errors.js'
import { findArtifact } from '../kubernetes/catalogue.js'
import { type Platform, parseOwnPlatform } from '../kubernetes/platform.js'
import { readArtifactUrls } from '../request/artifact-url.js'
import { type Request, type VersionSpec, formatVersionSpec } from '../request/request.js'
import { readVersions } from '../request/versions.js'
import { settleSkew } from '../request/skew.js'
import { toResult } from '../result.js'
import type { Lock } from './lock.js'

/** As many as a command line can name; each is a release to be proven. */
const MOST_VERSIONS = 100
const ORIGIN = 'the lock file'

/** The part of a request that a lock file holds. */
export type Asked = Pick<
  Request,
  'versions' | 'artifacts' | 'areAllArtifacts' | 'platforms' | 'arePlatformsNamed' | 'urls'
>

/**
 * Reads the request of a lock file, which whoever can change the file may have written.
 * @param name how errors call the file
 * @throws LockError LOCK_MALFORMED, with the JSON path
 */
export function toAsked(
  { request: { versions, artifacts, platforms, urls = [] } }: Lock,
  name: string,
): Asked {
  const fail = (what: string): never => {
    throw new LockError('LOCK_MALFORMED', `${name} is not in its format: request.${what}`)
  }
  const each = <V>(
    field: string,
    items: readonly string[],
    read: (item: string) => Read<V>,
  ): readonly V[] => {
    const { value, faults } = readEach([...new Set(items)], read)
    const [first] = faults ?? []
    return value ?? fail(`${field}: ${first?.message ?? ''}`)
  }
  const keys = Object.keys(versions)
  if (keys.length > MOST_VERSIONS) return fail(`versions: has more than ${MOST_VERSIONS}`)
  const isOfUrls = urls.length > 0
  const hasReleases = keys.length > 0 && artifacts.length > 0
  if (isOfUrls ? keys.length + artifacts.length > 0 : !hasReleases)
    return fail('versions: has to have releases with artifacts, or URLs, and not both')
  // As if a group had brought them: not each of them is built for each platform.
  const named = each('artifacts', artifacts, readEntry).map((entry) => ({ entry, isNamed: false }))
  const specs = each('versions', keys, readSpec)
  const { value, error } = toResult(() => settleSkew(specs, { artifacts: named }))
  return {
    versions: error === undefined ? value : fail(error.message),
    artifacts: named,
    areAllArtifacts: false,
    platforms: each('platforms', platforms, readPlatform),
    arePlatformsNamed: false,
    urls: each('urls', urls, readUrl),
  }
}

function readSpec(key: string): Read<VersionSpec> {
  const { value: [spec, other] = [], faults } = readVersions(key, 'versions')
  if (faults !== undefined) return { faults }
  if (spec === undefined || other !== undefined || formatVersionSpec(spec) !== key)
    return refuse('versions', `"${key}" is not how a lock file names a version`)
  return { value: { ...spec, origin: ORIGIN } }
}

function readEntry(name: string): Read<NonNullable<ReturnType<typeof findArtifact>>> {
  const entry = findArtifact(name)
  return entry === undefined ? refuse('artifacts', `"${name}" is not an artifact`) : { value: entry }
}

function readPlatform(text: string): Read<Platform> {
  const platform = parseOwnPlatform(text)
  return platform === undefined ? refuse('platforms', `"${text}" is not a platform`) : { value: platform }
}

function readUrl(text: string): Read<URL> {
  const { value: [url, other] = [], faults } = readArtifactUrls(text, 'urls')
  if (faults !== undefined) return { faults }
  if (url === undefined || other !== undefined || url.href !== text)
    return refuse('urls', `"${text}" is not how a lock file names a URL`)
  return { value: url }
}
