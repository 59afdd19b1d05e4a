// `skew:v1.34.3` and `skew-of`: a version by the cluster that it has to fit.
import { type FittingMinors, SKEWED, fittingMinors, parseServerMinor } from '../kubernetes/skew.js'
import type { Minor } from '../kubernetes/version.js'
import { InputError } from '../errors.js'
import { parseJson } from '../json/parse-json.js'
import { type Read, refuse } from './fields.js'
import { textInput } from './input.js'
import type { RequestedArtifact, VersionSpec } from './request.js'

const PREFIX = 'skew:'
/** A cluster that is upgraded has API servers of two minors. */
const MAX_SERVERS = 16
const ALLOWED =
  'allowed: the version of each API server, like skew:v1.34.3, or skew:v1.34.3/v1.33.9 while they are mixed'

/** @returns undefined when the text names no skew */
export function readSkew(text: string, field: string, origin: string): Read<VersionSpec> | undefined {
  if (!text.startsWith(PREFIX)) return undefined
  const minors = text.slice(PREFIX.length).split('/').map(parseServerMinor)
  const servers = minors.filter((minor) => minor !== undefined)
  if (servers.length < minors.length || servers.length > MAX_SERVERS)
    return refuse(field, `"${text}" names no API server; ${ALLOWED}`, 'RELEASE_VERSION_INVALID')
  return { value: toSpec(servers, field, origin) }
}

/** A range of everything that any component could be; settleSkew narrows it by what is asked for. */
function toSpec(servers: readonly Minor[], field: string, origin: string): VersionSpec {
  return { kind: 'range', range: '*', origin, skewOf: { servers: [...new Set(servers)].sort(), field } }
}

/** The API servers of a cluster, and the version that has to fit them. */
export interface SkewSpec {
  readonly servers: readonly Minor[]
  readonly spec: VersionSpec
}

/**
 * Reads what `kubectl version -o json` or `/version` of the API server printed, or a list of such for several servers.
 * Of a client nothing is read.
 */
export function readSkewFile(path: string, text: string, field: string): Read<SkewSpec> {
  let json: unknown
  try {
    json = parseJson(text)
  } catch {
    return refuse(field, `"${path}" is not JSON; ${FORMS}`, 'RELEASE_VERSION_INVALID')
  }
  const outputs: unknown[] = Array.isArray(json) ? json : [json]
  const servers = outputs.map(minorOfOutput)
  const known = servers.filter((minor) => minor !== undefined)
  if (known.length === 0 || known.length < servers.length || known.length > MAX_SERVERS)
    return refuse(field, `"${path}" names no version of an API server; ${FORMS}`, 'RELEASE_VERSION_INVALID')
  return { value: { servers: [...new Set(known)].sort(), spec: toSpec(known, field, `skew-of ${path}`) } }
}

const FORMS =
  'allowed: the output of kubectl version -o json while it reaches the server, or of kubectl get --raw /version, or a list of them'

function minorOfOutput(output: unknown): Minor | undefined {
  const { serverVersion = output } = isRecord(output) ? output : {}
  // What has a client's version and none of a server's did not reach it.
  if (!isRecord(serverVersion) || (serverVersion === output && 'clientVersion' in serverVersion))
    return undefined
  const { gitVersion, major, minor } = serverVersion
  if (typeof gitVersion === 'string') return parseServerMinor(gitVersion)
  return typeof major === 'string' && typeof minor === 'string'
    ? parseServerMinor(`${major}.${minor}`)
    : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The minors that fit all that is asked for; or why there are none. */
function fitAll(
  artifacts: readonly RequestedArtifact[],
  servers: readonly Minor[],
): { readonly minors: FittingMinors } | { readonly why: string } {
  const names = [...new Set(artifacts.map(({ entry }) => entry.name))]
  const fits = names.map((name) => ({ name, minors: fittingMinors(name, servers) }))
  const without = fits.filter(({ minors }) => minors === undefined).map(({ name }) => name)
  if (without.length > 0 || names.length === 0)
    return {
      why: `has no rule for ${without.join(', ') || 'what is asked for'}; allowed: ${SKEWED.join(', ')}`,
    }
  const from = Math.max(...fits.map(({ minors }) => minors?.from ?? NaN))
  const to = Math.min(...fits.map(({ minors }) => minors?.to ?? NaN))
  if (from <= to) return { minors: { from, to } }
  return {
    why: `of ${servers.join(', ')} leaves no release that fits ${names.join(', ')} together; ask for them one by one`,
  }
}

/**
 * Versions with the range of those that have to fit a cluster.
 * @throws InputError INPUT_CONFLICT where the policy has no rule for an artifact, or nothing fits them all
 */
export function settleSkew(
  versions: readonly VersionSpec[],
  artifacts: readonly RequestedArtifact[],
): readonly VersionSpec[] {
  return versions.map((spec) => {
    if (spec.kind !== 'range' || spec.skewOf === undefined) return spec
    const { servers, field } = spec.skewOf
    const fit = fitAll(artifacts, servers)
    if ('why' in fit)
      throw new InputError([{ code: 'INPUT_CONFLICT', field, message: `the version skew policy ${fit.why}` }])
    const range = `>=1.${fit.minors.from}.0 <1.${fit.minors.to + 1}.0`
    const origin = `${spec.origin}: fits API servers of ${servers.join(' and ')}`
    return { kind: 'range', range, origin }
  })
}

/** The cluster that a version has to fit. */
export const SKEW_INPUTS = {
  'skew-of': textInput(
    'What',
    "A file with what `kubectl version -o json` or the API server's `/version` printed, or a list of such, for the newest stable release that fits the cluster by the version skew policy; not allowed together with version.",
    { placeholder: 'path' },
  ),
}
