// `minimum-age`: which release is chosen by it, and that everything that is
// used is old enough. The time is the log's own, of the earliest entry of these
// bytes by this signer: that somebody logged them again later makes nothing younger.
import { ReleaseError } from '../errors.js'
import { type CatalogueEntry, findArtifact } from '../kubernetes/catalogue.js'
import type { Signer } from '../kubernetes/signer.js'
import type { ReleaseVersion } from '../kubernetes/version.js'
import { planPlaced } from '../plan/plan.js'
import type { Request } from '../request/request.js'
import { type AgeRule, findTooNew, formatAge, provenTime } from '../verify/age.js'
import type { ManagedKey } from '../verify/policy.js'
import type { VerificationResult } from '../verify/verification-result.js'
import type { SbomProof } from './artifact-proof.js'
import type { FactsContext } from './facts-context.js'
import { type ProofContext, toJudging } from './proof-context.js'
import { searchRelated } from './related-entries.js'
import { ReleaseProver } from './release-prover.js'
import type { Choose } from './resolve-versions.js'

/** Releases that are looked at before none is old enough. */
const MOST_CANDIDATES = 10

/** Where earlier entries are looked for; undefined where the log is not asked. */
export type EarlierEntries =
  (Pick<FactsContext, 'log' | 'judging'> & { readonly signer: Signer | ManagedKey }) | undefined

/**
 * Since when the log has vouched for what is verified. The log is searched for an earlier signature by the same signer
 * where the one at hand is too young: a release job that ran twice has signed twice.
 */
async function earliestTime(
  result: VerificationResult,
  { now, minimumAge }: AgeRule,
  earlier: EarlierEntries,
): Promise<Date | undefined> {
  const own = provenTime(result)
  const isEnough = own !== undefined && now - own.getTime() >= minimumAge
  if (isEnough || earlier === undefined || result.digest === undefined) return own
  const related = await searchRelated({ result, chosen: undefined }, result.digest, earlier)
  const times = (related ?? []).flatMap(({ integratedTime }) =>
    integratedTime === undefined ? [] : [Date.parse(integratedTime)],
  )
  const all = own === undefined ? times : [...times, own.getTime()]
  return all.length === 0 ? undefined : new Date(Math.min(...all))
}

/**
 * Looks at everything that is verified by an entry of its own.
 * @throws CodedError RELEASE_TOO_NEW, RELEASE_AGE_UNPROVEN, CLOCK_BEFORE_LOG_TIME, for the first that is not old enough
 */
export async function assertOldEnough(
  results: readonly VerificationResult[],
  rule: AgeRule,
  earlier: EarlierEntries,
): Promise<void> {
  // What an SBOM stands for is as old as that.
  const own = results.filter(
    ({ outcome, signatureSource }) => outcome === 'verified' && signatureSource === 'artifact',
  )
  const times = await Promise.all(own.map((result) => earliestTime(result, rule, earlier)))
  for (const [index, { artifact }] of own.entries()) {
    const name = [artifact.name, artifact.version, artifact.platform].filter(Boolean).join(' ')
    const error = findTooNew(name, times[index], rule)
    if (error !== undefined) throw error
  }
}

/** As assertOldEnough, by what a request asks for. */
export async function assertAge(
  results: readonly VerificationResult[],
  context: ProofContext,
): Promise<void> {
  const { minimumAge } = context.request
  if (minimumAge === undefined) return
  await assertOldEnough(results, { minimumAge, now: context.ports.now() }, await toEarlier(context))
}

async function toEarlier(context: ProofContext): Promise<EarlierEntries> {
  const { request, ports } = context
  if (request.isFrozen || request.isOffline) return undefined
  return { signer: request.signer, log: ports.transparencyLog, judging: await toJudging(context) }
}

export interface AgeChoice {
  /** Undefined where no age is asked for. */
  readonly choose: Choose | undefined
  /** The SBOM of a release that was looked at: nobody has to prove it again. */
  readonly sbomOf: (version: ReleaseVersion) => Promise<SbomProof> | undefined
}

/**
 * Makes what chooses the newest release that is old enough by its SBOM, and says which it passed over.
 * @param toContext is called when the first release is looked at
 */
export function createAgeChoice(
  request: Pick<Request, 'minimumAge'>,
  toContext: () => ProofContext,
): AgeChoice {
  const { minimumAge } = request
  const sboms = new Map<ReleaseVersion, Promise<SbomProof>>()
  const sbomOf = (version: ReleaseVersion): Promise<SbomProof> | undefined => sboms.get(version)
  if (minimumAge === undefined) return { choose: undefined, sbomOf }
  const proveOnce = (version: ReleaseVersion, context: ProofContext): Promise<SbomProof> => {
    const proving = sboms.get(version) ?? proveSbom(version, context)
    sboms.set(version, proving)
    return proving
  }
  const choose: Choose = async (candidates, what) => {
    const context = toContext()
    const rule = { minimumAge, now: context.ports.now() }
    const passedOver: string[] = []
    for await (const candidate of candidates) {
      const { result } = await proveOnce(candidate.version, context)
      // What is not proven says so itself: nothing older is taken in its place.
      if (result.outcome !== 'verified') return candidate
      const time = await earliestTime(result, rule, await toEarlier(context))
      const error = findTooNew(`the release ${candidate.version}`, time, rule)
      if (error === undefined) return { ...candidate, notes: passedOver }
      if (error.code !== 'RELEASE_TOO_NEW') throw error
      passedOver.push(`${candidate.version} was passed over: it was signed ${error.actual ?? ''} ago`)
      if (passedOver.length === MOST_CANDIDATES) break
    }
    const expected = `at least ${formatAge(minimumAge)}`
    const message = `${what} has no release that is old enough: ${passedOver.join('; ')}; expected ${expected}`
    throw new ReleaseError('RELEASE_TOO_NEW', message, { expected })
  }
  return { choose, sbomOf }
}

async function proveSbom(version: ReleaseVersion, context: ProofContext): Promise<SbomProof> {
  const entry = findArtifact('release-sbom') as CatalogueEntry
  const sbom = planPlaced(context.request, version, { entry, platform: undefined })
  const proving = new ReleaseProver({ artifacts: [], images: [], sbom, papers: undefined }, context).sbom()
  if (proving === undefined) throw new RangeError('the SBOM is planned')
  return proving
}
