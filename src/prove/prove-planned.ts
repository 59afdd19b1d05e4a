// One artifact from its plan to its proof: from the cache, or fetched.
import type { MeasuredFile } from '../digest.js'
import type { Candidate } from '../evidence/candidate.js'
import { type Gathered, besideReleased, besideUrl, gatherBeside } from '../gather/beside.js'
import { toBundleCandidate, toLockCandidate } from '../gather/bundle.js'
import type { MeasureFurther } from '../gather/lookup.js'
import { searchCandidates } from '../gather/search.js'
import { findEntry } from '../lock/lock.js'
import type { PlannedArtifact, PlannedGroup } from '../plan/plan.js'
import type { ArtifactCache, CachedArtifact } from '../ports.js'
import type { Request } from '../request/request.js'
import { type Result, mapResult, toResultAsync } from '../result.js'
import type { DigestClaim } from '../verify/check-digest.js'
import { type JudgedCandidate, type Proof, chooseCandidate } from '../verify/proof.js'
import { decisiveCheck } from '../verify/verification-result.js'
import {
  type ArtifactProof,
  type Grounds,
  describe,
  formatName,
  toArtifactProof,
  toDocument,
} from './artifact-proof.js'
import { findFault } from './fault.js'
import { once, withFurther } from './further.js'
import type { Subject } from './judge.js'
import { type ProofContext, toJudging } from './proof-context.js'
import { type Gathering, prove, proveBySbom } from './prove.js'
import {
  type BesideArtifact,
  type PapersOfRelease,
  bindBySbom,
  bindItself,
  toProvenBy,
  toSbomReader,
} from './release-papers.js'
import { selfTested } from './self-tested.js'

/** The release that an artifact is of, or the group of those that are of none. */
export interface Release {
  readonly group: PlannedGroup
  readonly papers: PapersOfRelease
  readonly context: ProofContext
}

/** Proves one artifact, from the cache or anew. */
export async function provePlanned(planned: PlannedArtifact, release: Release): Promise<ArtifactProof> {
  return (await proveCached(planned, release)) ?? proveFetched(planned, release)
}

/** Streams the artifact, gathers its evidence beside it, and judges it. */
async function proveFetched(planned: PlannedArtifact, release: Release): Promise<ArtifactProof> {
  const { papers, context } = release
  const { ports, request } = context
  // In this order: what takes longest begins first.
  const fetching = toResultAsync(
    ports.releaseSite.fetchArtifact(planned, {
      withSha512: needsSha512(planned, release),
      isListed: async () => (await papers.document()).value?.paths.includes(planned.path) === true,
    }),
  )
  const locked = lockedCandidate(planned, context)
  const further = once(async () => {
    const { value } = await fetching
    return value && ports.releaseSite.measureFurther(value)
  })
  const gather = (): Promise<Gathered> => gatherPublished(planned, { fetching, further }, context)
  const [file, gathered, beside] = await Promise.all([
    fetching,
    planned.signatureSource === 'release-sbom' || locked ? undefined : gather().then(afterSelfTest),
    papers.beside(planned),
  ])
  const conclude = (gathering: Gathered | undefined) =>
    concludeProof(planned, { file, beside, gathering, locked }, release)
  const proof = await conclude(await withSearched(planned, { file, gathered }, context))
  // Unless frozen, what the lock file gets wrong is looked up anew: its digest keeps its say.
  if (proof.result.outcome === 'verified' || request.isFrozen || locked === undefined) return proof
  const again = await conclude(await gather())
  if (again.result.outcome === 'verified') warnOfLock(planned, again.judged, context)
  return again
}

/**
 * What stands in the cache is hashed and verified in full, under today's trusted root and policy.
 * @returns undefined when there is nothing, or nothing that passes: then it is fetched
 */
async function proveCached(planned: PlannedArtifact, release: Release): Promise<ArtifactProof | undefined> {
  const { installer, sharedCache } = release.context.ports
  const proof = await proveFrom(installer.cache, planned, release)
  if (proof !== undefined || sharedCache === undefined) return proof
  return proveFrom(sharedCache, planned, release)
}

async function proveFrom(
  cache: ArtifactCache,
  planned: PlannedArtifact,
  release: Release,
): Promise<ArtifactProof | undefined> {
  const { context } = release
  const { warn, lock, request } = context
  const pin = isAskedFor(planned, release) ? request.expectedSha256 : undefined
  const digest = findEntry(lock, planned)?.digest ?? pin
  const cached = await cache.find(planned, { withSha512: needsSha512(planned, release), digest })
  if (cached === undefined) return undefined
  const [stranger] = cached.strangers
  if (stranger !== undefined) {
    warn(`the cached ${formatName(planned)} has "${stranger}" beside it, and ${insteadOf(request)}`)
    await cache.remove(planned)
    return undefined
  }
  const proof = await proveHit(planned, cached, release)
  if (proof.result.outcome !== 'verified') {
    await dismiss(cache, proof, context)
    return undefined
  }
  if (proof.judged[0]?.result.outcome !== 'verified' && proof.judged.length > 1) {
    // The lock file is wrong, not the cache. Frozen, it has the last word, and it is for the fetched to say so.
    if (request.isFrozen) return undefined
    warnOfLock(planned, proof.judged, context)
  }
  return { ...proof, isFromCache: true }
}

/** By the lock file's proof, then by the one beside it. */
async function proveHit(
  planned: PlannedArtifact,
  { file, bundle, isInPlace }: CachedArtifact,
  release: Release,
): Promise<ArtifactProof> {
  const { papers, context } = release
  const locked = bundle === undefined ? undefined : lockedCandidate(planned, context)
  const own = bundle === undefined ? [] : [toBundleCandidate('cache', { value: bundle })]
  const gathering = { candidates: own, absent: [], checksum: undefined }
  const beside = await papers.beside(planned)
  return concludeProof(planned, { file: { value: file }, beside, gathering, locked, isInPlace }, release)
}

interface Found {
  readonly file: Result<MeasuredFile>
  readonly beside: BesideArtifact
  /** Undefined where the lock file alone is to prove it, or the release's SBOM. */
  readonly gathering: Gathered | undefined
  readonly locked: Candidate | undefined
  readonly isInPlace?: boolean
}

async function concludeProof(
  planned: PlannedArtifact,
  { file, beside, gathering, locked, isInPlace = false }: Found,
  release: Release,
): Promise<ArtifactProof> {
  const { context } = release
  const read = planned.kind === 'sbom' ? await toSbomReader(file, context) : undefined
  const sha512 = file.value?.sha512
  const subject: Subject = {
    artifact: describe(planned),
    measured: mapResult(file, ({ sha256 }) => sha256),
    claims: toClaims(planned, gathering?.checksum, release),
    releaseBinding: read ? bindItself(planned, read, context) : bindBySbom(planned, beside.sbom, sha512),
    crossCheck: beside.crossCheck && { ...beside.crossCheck, sha512 },
    signatureSource: planned.signatureSource,
    signer: context.request.signer,
  }
  const candidates = [...(locked ? [locked] : []), ...(gathering?.candidates ?? [])]
  const measure = async () => file.value && context.ports.releaseSite.measureFurther(file.value)
  const measured = await withFurther(subject, { candidates }, measure)
  const proof = await proveSubject(measured, { candidates, absent: gathering?.absent ?? [] }, context)
  const grounds: Grounds = { measured: file.value, provenBy: toProvenBy(planned, beside.sbom), isInPlace }
  const checksum = gathering?.checksum
  const ofArtifact = { ...toArtifactProof(planned, proof, grounds), ...(checksum && { checksum }) }
  return read ? { ...ofArtifact, document: toDocument(proof, read) } : ofArtifact
}

async function proveSubject(subject: Subject, gathering: Gathering, context: ProofContext): Promise<Proof> {
  const judging = await toJudging(context)
  return subject.signatureSource === 'release-sbom'
    ? proveBySbom(subject, judging)
    : prove(subject, gathering, judging)
}

/** Beside a URL of another project no `.sha256` file is looked for: the log waits for the artifact's own digest. */
function gatherPublished(
  { urls, version }: PlannedArtifact,
  {
    fetching,
    further,
  }: { readonly fetching: Promise<Result<MeasuredFile>>; readonly further: MeasureFurther },
  { ports, asksForAll = false }: ProofContext,
): Promise<Gathered> {
  const beside = version === undefined ? besideUrl : besideReleased
  return gatherBeside(beside(urls, ports.releaseSite), {
    digest: async () => (await fetching).value?.sha256,
    further,
    log: ports.transparencyLog,
    isLogLast: !asksForAll,
  })
}

/** A signature alone, of an artifact by its URL, says that there is a certificate somewhere: in the log. */
async function withSearched(
  { version }: PlannedArtifact,
  { file, gathered }: { readonly file: Result<MeasuredFile>; readonly gathered: Gathered | undefined },
  { request, ports: { transparencyLog } }: ProofContext,
): Promise<Gathered | undefined> {
  const isLone = gathered?.candidates.some(
    ({ source, evidence: { signature, certificate } }) =>
      source === 'pair' && signature.value && certificate.error?.code === 'EVIDENCE_CERTIFICATE_MISSING',
  )
  if (version !== undefined || isLone !== true || gathered === undefined || !file.value) return gathered
  const searched = await toResultAsync(searchCandidates(file.value.sha256, request.signer, transparencyLog))
  return { ...gathered, candidates: [...gathered.candidates, ...(searched.value?.candidates ?? [])] }
}

/** The self-test has time while the bytes are on their way: the evidence is there long before them. */
async function afterSelfTest<T>(value: T): Promise<T> {
  await selfTested()
  return value
}

/** What binds the artifact whatever the evidence. */
function toClaims(planned: PlannedArtifact, checksum: Gathered['checksum'], release: Release): DigestClaim[] {
  const { request, lock } = release.context
  const pin = isAskedFor(planned, release) ? request.expectedSha256 : undefined
  const locked = findEntry(lock, planned)?.digest
  return [
    ...(pin ? [{ source: 'the pin', digest: { value: pin } }] : []),
    ...(locked
      ? [{ source: 'the lock file', digest: { value: locked }, code: 'LOCK_DIGEST_MOVED' } as const]
      : []),
    ...(checksum ? [{ source: 'the .sha256 file', digest: checksum }] : []),
  ]
}

/** Undefined when the lock file has none. Frozen it always has some: a request it does not cover was refused. */
function lockedCandidate(planned: PlannedArtifact, { lock }: ProofContext): Candidate | undefined {
  if (planned.signatureSource === 'release-sbom') return undefined
  const entry = findEntry(lock, planned)
  return entry && 'bundle' in entry ? toLockCandidate(entry) : undefined
}

function warnOfLock(
  { name, version }: PlannedArtifact,
  judged: readonly JudgedCandidate[],
  { warn }: ProofContext,
): void {
  const ofLock = chooseCandidate(judged.filter(({ candidate }) => candidate.source === 'lock'))
  const check = ofLock && decisiveCheck(ofLock.result)
  warn(
    `the lock file's proof of ${name} ${version} fails ${check?.id ?? ''} and is replaced: ${check?.detail ?? ''}`,
  )
}

/** Names what is wrong with a hit, and removes it, if the fault is its own. */
async function dismiss(
  cache: ArtifactCache,
  { planned, result }: ArtifactProof,
  { warn, request }: ProofContext,
): Promise<void> {
  const fault = findFault(result)
  if (fault === 'nobodys') return
  const check = decisiveCheck(result)
  const what = `${planned.name} ${planned.version}`
  warn(`the cached ${what} fails ${check?.id ?? ''} and ${insteadOf(request)}: ${check?.detail ?? ''}`)
  if (fault === 'its-own') await cache.remove(planned)
}

/** What becomes of a hit that does not hold. */
function insteadOf({ isOffline }: Pick<Request, 'isOffline'>): string {
  return isOffline ? 'is not used' : 'is fetched again'
}

/** The pin is for what was asked for, not for the SBOM that is needed beside it. */
function isAskedFor({ path }: PlannedArtifact, { group }: Release): boolean {
  return group.artifacts.some((artifact) => artifact.path === path)
}

function needsSha512({ kind, signatureSource }: PlannedArtifact, { group }: Release): boolean {
  return kind !== 'sbom' && (group.papers !== undefined || signatureSource === 'release-sbom')
}
