// Releases that the tool cache proves by itself, for whoever would rather have
// one of those than ask for a newer one, or cannot ask. What stands there is as
// suspect as a download: a release counts once all of it is proven, by what is
// at hand alone.
import pLimit from 'p-limit'
import semver from 'semver'
import { resolveFrozen } from '../lock/frozen.js'
import type { Lock } from '../lock/lock.js'
import { type ReleaseVersion, isPrerelease, parseReleaseVersion } from '../kubernetes/version.js'
import { fitsChannel } from '../plan/channel.js'
import {
  type PlannedArtifact,
  type PlannedGroup,
  type ResolvedVersion,
  planRequest,
  dayOf,
} from '../plan/plan.js'
import type { Ports } from '../ports.js'
import {
  type Request,
  type VersionSpec,
  formatVersionSpec,
  isAnsweredByCache,
  namesOf,
} from '../request/request.js'
import { toResult, toResultAsync } from '../result.js'
import { ReleaseProver } from './release-prover.js'

/** Whole releases that are hashed and judged for one version that was asked for. */
const MAX_TRIES = 5
const CONCURRENT_ARTIFACTS = 8
const TOOL_CACHE = 'the tool cache'

export interface CachedReleases {
  /** By what was asked for; without those that have to be asked for. */
  readonly bySpec: ReadonlyMap<VersionSpec, readonly ResolvedVersion[]>
  /** Whether that is all that was asked for. */
  readonly isComplete: boolean
  /** What was wrong with what stands there. */
  readonly warnings: readonly string[]
}

/**
 * Finds, for each version that was asked for, the newest release that it may mean and that the tool cache holds whole.
 * What a lock file has for it comes first, and alone.
 * @param ports of a world in which nobody can be asked
 */
export async function findCachedReleases(
  request: Request,
  ports: Ports,
  lock: Lock | undefined,
): Promise<CachedReleases> {
  const warnings: string[] = []
  const search = new CacheSearch(request, ports, { lock, warn: (message) => void warnings.push(message) })
  const bySpec = new Map<VersionSpec, readonly ResolvedVersion[]>()
  for (const spec of request.versions) {
    const found = await search.find(spec)
    if (found !== undefined) bySpec.set(spec, found)
  }
  const isComplete = request.versions.every((spec) => bySpec.has(spec))
  return { bySpec, isComplete, warnings }
}

/** Of what a spec is for; undefined: everything that is asked for. */
type Names = readonly string[] | undefined

/** Of a release: not all of it is there, not all of it holds, or all does. */
type Judgement = 'absent' | 'failed' | 'proven'

interface SearchContext {
  readonly lock: Lock | undefined
  readonly warn: (message: string) => void
}

class CacheSearch {
  readonly #request: Request
  readonly #ports: Ports
  readonly #context: SearchContext
  /** By release, and what of it is meant. */
  readonly #judged = new Map<string, Promise<Judgement>>()

  constructor(request: Request, ports: Ports, context: SearchContext) {
    this.#request = request
    this.#ports = ports
    this.#context = context
  }

  async find(spec: VersionSpec): Promise<readonly ResolvedVersion[] | undefined> {
    const locked = this.#findLocked(spec)
    if (locked !== undefined) {
      const judgements = await Promise.all(locked.map((version) => this.#judge(version, namesOf(spec))))
      const areAll = judgements.every((judgement) => judgement === 'proven')
      return areAll ? locked.map((version) => toResolved(spec, version, 'the lock file')) : undefined
    }
    let tries = 0
    for (const version of await this.#listFitting(spec)) {
      const judgement = await this.#judge(version, namesOf(spec))
      if (judgement === 'proven') return [toResolved(spec, version, TOOL_CACHE)]
      if (judgement === 'failed' && ++tries === MAX_TRIES) return undefined
    }
    return undefined
  }

  /** What the lock file says that it means, where that can be. */
  #findLocked(spec: VersionSpec): readonly ReleaseVersion[] | undefined {
    const { lock } = this.#context
    return lock && toResult(() => resolveFrozen(spec, lock)).value
  }

  /** The newest first. Names alone: whether anything stands there is seen later. */
  async #listFitting(spec: VersionSpec): Promise<ReleaseVersion[]> {
    const { cache } = this.#ports.installer
    const names = namesOf(spec) ?? this.#request.artifacts.map(({ entry }) => entry.name)
    const lists = await Promise.all(names.map((name) => cache.list(name)))
    const versions = new Set(lists.flat().flatMap((name) => parseReleaseVersion(name) ?? []))
    return [...versions].filter((version) => mayMean(spec, version)).sort(semver.rcompare)
  }

  /** A release of which nothing is missing that was asked for, by the marks of the cache. */
  async #findWhole(version: ReleaseVersion, names: Names): Promise<PlannedGroup | undefined> {
    const today = dayOf(this.#ports.now())
    const resolved = { version, source: TOOL_CACHE, names }
    const group = toResult(() => planRequest(this.#request, [resolved], today)).value?.releases[0]
    if (group === undefined) return undefined
    const planned = [...group.artifacts, ...(group.sbom ? [group.sbom] : [])]
    const { cache } = this.#ports.installer
    const areThere = await Promise.all(planned.map((each) => cache.has(each)))
    return areThere.every(Boolean) ? group : undefined
  }

  #judge(version: ReleaseVersion, names: Names): Promise<Judgement> {
    const key = [version, ...(names ?? [])].join(' ')
    const judged = this.#judged.get(key) ?? this.#judgeAnew(version, names)
    this.#judged.set(key, judged)
    return judged
  }

  async #judgeAnew(version: ReleaseVersion, names: Names): Promise<Judgement> {
    const group = await this.#findWhole(version, names)
    if (group === undefined) return 'absent'
    return (await this.#isProven(group)) ? 'proven' : 'failed'
  }

  async #isProven(group: PlannedGroup): Promise<boolean> {
    const { lock, warn } = this.#context
    const ports = this.#ports
    // What there is to say of it is said by the run.
    const loadingRoot = toResultAsync(ports.loadTrustedRoot(() => undefined))
    if ((await loadingRoot).error !== undefined) return false
    const prover = new ReleaseProver(group, { request: this.#request, ports, loadingRoot, lock, warn })
    const limit = pLimit(CONCURRENT_ARTIFACTS)
    const unproven: PlannedArtifact[] = []
    const proving = group.artifacts.map((planned) =>
      limit(async () => {
        if (unproven.length > 0) return
        const { result, isFromCache } = await prover.artifact(planned)
        if (result.outcome !== 'verified' || isFromCache !== true) unproven.push(planned)
      }),
    )
    await Promise.all(proving)
    if (unproven.length > 0) return false
    const sbom = await prover.sbom()
    return sbom === undefined || (sbom.result.outcome === 'verified' && sbom.isFromCache === true)
  }
}

/** Whether a release may be what was asked for. */
function mayMean(spec: VersionSpec, version: ReleaseVersion): boolean {
  if (!isAnsweredByCache(spec)) return false
  switch (spec.kind) {
    case 'exact':
      return version === spec.version
    case 'channel':
      return fitsChannel(spec.channel, version)
    case 'range':
      return !isPrerelease(version) && semver.satisfies(version, spec.range)
    case 'supported':
      return false
  }
}

function toResolved(spec: VersionSpec, version: ReleaseVersion, from: string): ResolvedVersion {
  if (spec.kind === 'exact') return { version, source: spec.origin }
  const source = spec.origin === 'input' ? from : `${spec.origin}, ${from}`
  const how = from === TOOL_CACHE ? 'the newest that the tool cache proves' : `as ${from} says`
  const note = `${formatVersionSpec(spec)} is ${version}, ${how}: nobody was asked for a newer one`
  return { version, source, notes: [note] }
}
