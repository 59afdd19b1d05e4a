// `skew:v1.34.3` and `skew-of`: a version by the cluster that it has to fit.
import { type FieldError, InputError } from '../errors.js'
import {
  type FittingMinors,
  SKEWED,
  compareMinors,
  fittingMinors,
  parseServerMinor,
} from '../kubernetes/skew.js'
import type { Minor } from '../kubernetes/version.js'
import { parseJson } from '../json/parse-json.js'
import { type Read, refuse } from './fields.js'
import { excludes, textInput } from './input.js'
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
  if (minors.length > MAX_SERVERS) {
    const message = `"${PREFIX}…" names ${minors.length} API servers; allowed: at most ${MAX_SERVERS}`
    return refuse(field, message, 'RELEASE_VERSION_INVALID')
  }
  if (servers.length < minors.length)
    return refuse(field, `"${text}" names no API server; ${ALLOWED}`, 'RELEASE_VERSION_INVALID')
  return { value: toSpec(servers, field, origin) }
}

/** A range of everything that any component could be; settleSkew narrows it by what is asked for. */
function toSpec(minors: readonly Minor[], field: string, origin: string): VersionSpec {
  const servers = [...new Set(minors)].sort(compareMinors)
  return { kind: 'range', range: '*', origin, skewOf: { servers, field, names: [] } }
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
    return refuse(field, `"${path}" is not JSON; ${FORMS}`)
  }
  const outputs: unknown[] = Array.isArray(json) ? json : [json]
  const servers = outputs.map(minorOfOutput)
  const known = servers.filter((minor) => minor !== undefined)
  if (servers.length > MAX_SERVERS)
    return refuse(field, `"${path}" is of ${servers.length} API servers; allowed: at most ${MAX_SERVERS}`)
  if (known.length === 0 || known.length < servers.length)
    return refuse(field, `"${path}" names no version of an API server; ${FORMS}`)
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
  const said = [
    ...(typeof gitVersion === 'string' ? [gitVersion] : []),
    ...(typeof major === 'string' && typeof minor === 'string' ? [`${major}.${minor}`] : []),
  ]
  // One that says two things says nothing.
  const [first, ...others] = said.map(parseServerMinor)
  return others.every((other) => other === first) ? first : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is asked for by name. */
interface Asked {
  readonly artifacts: readonly RequestedArtifact[]
  /** Names of images. */
  readonly images?: readonly string[]
}

/**
 * Versions with a range in the place of each that has to fit a cluster: one for each rule that what is asked for has,
 * so that every component means the newest release that it may be.
 * @throws InputError INPUT_CONFLICT where the policy has no rule for something, or nothing fits
 */
export function settleSkew(
  versions: readonly VersionSpec[],
  { artifacts, images = [] }: Asked,
): readonly VersionSpec[] {
  const names = [...new Set([...artifacts.map(({ entry }) => entry.name), ...images])]
  const faults: FieldError[] = []
  const settled = versions.flatMap((spec): VersionSpec[] => {
    if (spec.kind !== 'range' || spec.skewOf === undefined) return [spec]
    const { skewOf } = spec
    const { field, servers } = skewOf
    const rangeOf = (name: string): Range => toRange(fittingMinors(name, servers))
    const ranges = Map.groupBy(names, rangeOf)
    const without = ranges.get('unruled')?.join(', ')
    const unfit = ranges.get('none')?.join(', ')
    const beside = `API servers of ${servers.join(' and ')}`
    const refuseFor = (message: string): void => void faults.push({ code: 'INPUT_CONFLICT', field, message })
    if (without !== undefined)
      refuseFor(`the version skew policy has no rule for ${without}; allowed: ${SKEWED.join(', ')}`)
    if (unfit !== undefined) refuseFor(`by the version skew policy no release of ${unfit} fits ${beside}`)
    return [...ranges].map(([range, own]) => ({
      kind: 'range',
      range,
      origin: `${spec.origin}: beside ${beside}`,
      skewOf: { ...skewOf, names: own },
    }))
  })
  const [first, ...others] = faults
  if (first !== undefined) throw new InputError([first, ...others])
  return settled
}

type Range = `>=1.${number}.0 <1.${number}.0` | 'unruled' | 'none'

function toRange(minors: FittingMinors | undefined): Range {
  if (minors === undefined) return 'unruled'
  return minors.from <= minors.to ? `>=1.${minors.from}.0 <1.${minors.to + 1}.0` : 'none'
}

/** The cluster that a version has to fit. */
export const SKEW_INPUTS = {
  'skew-of': textInput(
    'What',
    "A file with what `kubectl version -o json` or the API server's `/version` printed, or a list of such, for the newest stable release that fits the cluster by the version skew policy; not allowed together with version.",
    { placeholder: 'path' },
  ),
}

/** A cluster says which version, and nothing else does then. */
export const SKEW_RULES = excludes('skew-of', ['version', 'version-file'])
