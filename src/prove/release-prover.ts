// One release: its artifacts and papers, each from its URLs to its proof.
import { setImmediate } from 'node:timers/promises'
import {
  type CollectedEvidence,
  collectEvidence,
  readBundleEvidence,
  readLockedEvidence,
} from './collect-evidence.js'
import type { MeasuredFile } from '../digest.js'
import { CodedError, ReleaseError } from '../errors.js'
import { parseChecksumSha512 } from '../evidence/checksum.js'
import { type Result, toResultAsync, mapResult, unwrap } from '../result.js'
import { type ReleaseSbom, parseReleaseSbom } from '../evidence/spdx.js'
import { formatPlatform } from '../kubernetes/platform.js'
import { findEntry } from '../lock/lock.js'
import { findFault } from './fault.js'
import { fetchPapers } from './fetch-papers.js'
import { selfTested } from './self-tested.js'
import { type PlannedArtifact, type PlannedGroup, sbomNamespace } from '../plan/plan.js'
import type { ArtifactCache, CachedArtifact, Ports } from '../ports.js'
import type { ProofContext } from './proof-context.js'
import type { ReleaseBinding } from '../verify/check-release-binding.js'
import type { CrossCheckInput, ReleasePapers } from '../verify/cross-check.js'
import type { DigestClaim } from '../verify/check-digest.js'
import { createPolicy } from '../verify/policy.js'
import {
  type SubjectDescription,
  type VerificationResult,
  decisiveCheck,
} from '../verify/verification-result.js'
import { VerifiedArtifact } from '../verify/verified-artifact.js'
import { type VerificationInput, verifyArtifact } from '../verify/verify.js'

export interface Proof {
  readonly planned: PlannedArtifact
  readonly result: VerificationResult
  readonly measured?: MeasuredFile
  /** Set when the outcome is `verified`. */
  readonly verified?: VerifiedArtifact
  /** Nothing was fetched for it: it stood in the cache, and was verified there. */
  readonly isFromCache?: boolean
}

export interface SbomProof extends Proof {
  /** The document, if the paper was verified; else why not. */
  readonly document: Result<ReleaseSbom>
}

/** What a proof needs beside the file and its evidence. */
type Beside = Pick<VerificationInput, 'releaseBinding' | 'crossCheck'> & {
  readonly provenBy?: VerifiedArtifact | undefined
  readonly isInPlace?: boolean
}

/** Proves the artifacts of one release. Its papers are fetched when the first artifact needs them, once each. */
export class ReleaseProver {
  readonly #release: PlannedGroup
  readonly #context: ProofContext
  #provingSbom: Promise<SbomProof> | undefined
  #fetchingPapers: Promise<Omit<ReleasePapers, 'sbom'>> | undefined

  constructor(release: PlannedGroup, context: ProofContext) {
    this.#release = release
    this.#context = context
  }

  /** The release's SBOM; undefined when release-binding is off. */
  sbom(): Promise<SbomProof> | undefined {
    const { sbom } = this.#release
    return (this.#provingSbom ??= sbom && this.#proveSbom(sbom))
  }

  /**
   * Proves one artifact, from the cache or anew.
   * @throws InternalError when the self-test fails: then no proof counts
   */
  async artifact(planned: PlannedArtifact): Promise<Proof> {
    const proof = await this.#prove(planned)
    await selfTested()
    return proof
  }

  /** Streams the artifact, collects its evidence beside it, and verifies it. */
  async #prove(planned: PlannedArtifact): Promise<Proof> {
    const { sbom } = this.#release
    if (sbom?.path === planned.path) return (await this.sbom()) as SbomProof
    if (planned.kind === 'sbom') return this.#proveSbom(planned)
    const { ports } = this.#context
    const { signatureSource } = planned
    const isListed = planned.kind !== 'provenance'
    const cached = await this.#proveCached(planned)
    if (cached !== undefined) return cached
    const withSha512 = this.#release.papers !== undefined || signatureSource === 'release-sbom'
    // In this order: what takes longest begins first.
    const fetching = toResultAsync(ports.releaseSite.fetchArtifact(planned, { withSha512 }))
    const [file, collected, sbomProof, crossCheck] = await Promise.all([
      fetching,
      this.#collectEvidence(planned, fetching),
      this.sbom(),
      isListed ? this.#collectPapers(planned) : undefined,
    ])
    const { sha512 } = file.value ?? {}
    return this.#concludeFetched(planned, file, collected, {
      releaseBinding: bind(planned, sbomProof, sha512),
      crossCheck: crossCheck && { ...crossCheck, sha512 },
      provenBy: signatureSource === 'release-sbom' ? sbomProof?.verified : undefined,
    })
  }

  /** The self-test has time while the bytes are on their way: the evidence is there long before them. */
  async #collectEvidence(
    planned: PlannedArtifact,
    fetching: Promise<Result<MeasuredFile>>,
  ): Promise<CollectedEvidence | undefined> {
    if (planned.signatureSource === 'release-sbom') return undefined
    const collected =
      this.#lockedEvidence(planned) ?? (await collectEvidence(planned, fetching, this.#context.ports))
    await selfTested()
    return collected
  }

  /** Undefined when the lock file has none. Frozen it always has some: a request it does not cover was refused. */
  #lockedEvidence(planned: PlannedArtifact): CollectedEvidence | undefined {
    const entry = findEntry(this.#context.lock, planned)
    return entry && 'bundle' in entry ? readLockedEvidence(entry) : undefined
  }

  async #proveSbom(planned: PlannedArtifact): Promise<SbomProof> {
    const { ports } = this.#context
    const { releaseSite } = ports
    const cached = await this.#proveCached(planned)
    if (cached?.measured !== undefined) {
      const document = await toResultAsync(readSbom({ value: cached.measured }, ports))
      return { ...cached, document: toDocument(cached, document) }
    }
    const fetching = toResultAsync(releaseSite.fetchArtifact(planned, { withSha512: false }))
    const [file, collected] = await Promise.all([fetching, this.#collectEvidence(planned, fetching)])
    const sbom = await toResultAsync(readSbom(file, ports))
    const proof = await this.#concludeFetched(planned, file, collected, {
      releaseBinding: this.#bindSbom(planned, sbom),
    })
    return { ...proof, document: toDocument(proof, sbom) }
  }

  /** @throws CodedError when it cannot be read, or is no SBOM */
  readSbom(file: Result<MeasuredFile>): Promise<ReleaseSbom> {
    return readSbom(file, this.#context.ports)
  }

  #bindSbom(planned: PlannedArtifact, sbom: Result<ReleaseSbom>): ReleaseBinding {
    if (this.#context.request.releaseBinding === 'off') return BINDING_IS_OFF
    return { kind: 'own', sbom, namespace: sbomNamespace(planned) }
  }

  /**
   * What stands in the cache is hashed and verified in full, under today's trusted root and policy.
   * @returns undefined when there is nothing, or nothing that passes: then it is fetched
   */
  async #proveCached(planned: PlannedArtifact): Promise<Proof | undefined> {
    const { installer, sharedCache } = this.#context.ports
    const proof = await this.#proveFrom(installer.cache, planned)
    if (proof !== undefined || sharedCache === undefined) return proof
    return this.#proveFrom(sharedCache, planned)
  }

  async #proveFrom(cache: ArtifactCache, planned: PlannedArtifact): Promise<Proof | undefined> {
    const { warn, lock, request } = this.#context
    const withSha512 = this.#release.papers !== undefined || planned.signatureSource === 'release-sbom'
    const pin = this.#isAskedFor(planned) ? request.expectedSha256 : undefined
    const digest = findEntry(lock, planned)?.digest ?? pin
    const cached = await cache.find(planned, { withSha512, digest })
    if (cached === undefined) return undefined
    const [stranger] = cached.strangers
    if (stranger !== undefined) {
      warn(`the cached ${formatName(planned)} has "${stranger}" beside it, and is fetched again`)
      await cache.remove(planned)
      return undefined
    }
    const own = cached.bundle === undefined ? undefined : readBundleEvidence(cached.bundle)
    const locked = own && this.#lockedEvidence(planned)
    const proof = await this.#proveCachedFile(planned, cached, locked ?? own)
    if (proof.result.outcome === 'verified') return { ...proof, isFromCache: true }
    if (locked !== undefined) {
      const again = await this.#proveCachedFile(planned, cached, own)
      if (again.result.outcome === 'verified') {
        // The lock file is wrong, not the cache. Frozen, it has the last word, and it is for the fetched to say so.
        if (request.isFrozen) return undefined
        this.#warnOfLock(planned, proof)
        return { ...again, isFromCache: true }
      }
    }
    await this.#dismiss(cache, proof)
    return undefined
  }

  /** Names what is wrong with a hit, and removes it, if the fault is its own. */
  async #dismiss(cache: ArtifactCache, { planned, result }: Proof): Promise<void> {
    // A program that cannot tell right from wrong is not to clear out a cache.
    await selfTested()
    const fault = findFault(result)
    if (fault === 'nobodys') return
    const check = decisiveCheck(result)
    const what = `${planned.name} ${planned.version}`
    this.#context.warn(
      `the cached ${what} fails ${check?.id ?? ''} and is fetched again: ${check?.detail ?? ''}`,
    )
    if (fault === 'its-own') await cache.remove(planned)
  }

  /** The pin is for what was asked for, not for the SBOM that is needed beside it. */
  #isAskedFor({ path }: PlannedArtifact): boolean {
    return this.#release.artifacts.some((artifact) => artifact.path === path)
  }

  async #proveCachedFile(
    planned: PlannedArtifact,
    { file, isInPlace }: CachedArtifact,
    collected: CollectedEvidence | undefined,
  ): Promise<Proof> {
    const { ports } = this.#context
    const measured = { value: file }
    if (planned.kind === 'sbom') {
      const sbom = await toResultAsync(readSbom(measured, ports))
      const releaseBinding = this.#bindSbom(planned, sbom)
      return this.#conclude(planned, measured, collected, { releaseBinding, isInPlace })
    }
    const [sbomProof, crossCheck] = await Promise.all([this.sbom(), this.#collectPapers(planned)])
    const { sha512 } = file
    return this.#conclude(planned, measured, collected, {
      releaseBinding: bind(planned, sbomProof, sha512),
      crossCheck: crossCheck && { ...crossCheck, sha512 },
      provenBy: planned.signatureSource === 'release-sbom' ? sbomProof?.verified : undefined,
      isInPlace,
    })
  }

  /** Unless frozen, what the lock file gets wrong is looked up anew: its digest keeps its say. */
  async #concludeFetched(
    planned: PlannedArtifact,
    file: Result<MeasuredFile>,
    collected: CollectedEvidence | undefined,
    beside: Beside,
  ): Promise<Proof> {
    const { request, ports } = this.#context
    const proof = await this.#conclude(planned, file, collected, beside)
    const isFinal = proof.result.outcome === 'verified' || request.isFrozen
    if (isFinal || this.#lockedEvidence(planned) === undefined) return proof
    const again = await this.#conclude(
      planned,
      file,
      await collectEvidence(planned, Promise.resolve(file), ports),
      beside,
    )
    if (again.result.outcome === 'verified') this.#warnOfLock(planned, proof)
    return again
  }

  #warnOfLock({ name, version }: PlannedArtifact, { result }: Proof): void {
    const check = decisiveCheck(result)
    this.#context.warn(
      `the lock file's proof of ${name} ${version} fails ${check?.id ?? ''} and is replaced: ${check?.detail ?? ''}`,
    )
  }

  async #conclude(
    planned: PlannedArtifact,
    file: Result<MeasuredFile>,
    collected: CollectedEvidence | undefined,
    beside: Beside,
  ): Promise<Proof> {
    const { request, loadingRoot, lock } = this.#context
    const { releaseBinding, crossCheck, provenBy, isInPlace = false } = beside
    const measured = file.value
    const expected = this.#isAskedFor(planned) ? request.expectedSha256 : undefined
    const locked = findEntry(lock, planned)?.digest
    const claims: DigestClaim[] = [
      ...(expected ? [{ source: 'the pin', digest: { value: expected } }] : []),
      ...(locked
        ? [{ source: 'the lock file', digest: { value: locked }, code: 'LOCK_DIGEST_MOVED' } as const]
        : []),
      ...(collected?.published ?? []),
    ]
    const input: VerificationInput = {
      artifact: describe(planned),
      measured: mapResult(file, ({ sha256 }) => sha256),
      claims,
      evidence: collected?.evidence,
      releaseBinding,
      crossCheck,
      trustedRoot: unwrap(await loadingRoot),
      policy: createPolicy({
        signer: request.signer,
        // Of what could not be fetched, this check says why.
        compareDigest: claims.length > 0 || file.error !== undefined,
        bindRelease: releaseBinding.kind !== 'not-applicable',
        signatureSource: planned.signatureSource,
      }),
    }
    // Verification holds the processor for milliseconds: what the network has for us goes first.
    await setImmediate()
    const result = verifyArtifact(input)
    if (measured === undefined) return { planned, result }
    if (result.outcome !== 'verified') return { planned, result, measured }
    const grounds = { evidence: collected?.evidence, provenBy, isInPlace }
    return { planned, result, measured, verified: VerifiedArtifact.from(planned, measured, grounds, result) }
  }

  /** What the cross-check needs, the artifact's own `.sha512` file included. */
  async #collectPapers(planned: PlannedArtifact): Promise<Omit<CrossCheckInput, 'sha512'> | undefined> {
    const { papers } = this.#release
    const { version } = planned
    if (papers === undefined || version === undefined) return undefined
    const { releaseSite } = this.#context.ports
    this.#fetchingPapers ??= fetchPapers(papers, this.#context)
    const [unsigned, sbom, checksumSha512] = await Promise.all([
      this.#fetchingPapers,
      this.sbom(),
      toResultAsync(releaseSite.fetchChecksumSha512(planned.urls).then(parseChecksumSha512)),
    ])
    const document: Result<ReleaseSbom> = sbom?.document ?? {
      error: new CodedError('RELEASE_PAPER_MISSING', 'release-binding is off, so there is no SBOM at hand'),
    }
    return {
      papers: { ...unsigned, sbom: document },
      checksumSha512,
      version,
      path: planned.path,
    }
  }
}

const OF_NO_RELEASE: ReleaseBinding = {
  kind: 'not-applicable',
  reason: 'an artifact by its URL is of no release',
}
const BINDING_IS_OFF: ReleaseBinding = { kind: 'not-applicable', reason: 'release-binding is off' }

function bind(
  { kind, path, version }: PlannedArtifact,
  sbom: SbomProof | undefined,
  sha512: string | undefined,
): ReleaseBinding {
  if (version === undefined) return OF_NO_RELEASE
  if (sbom === undefined) return BINDING_IS_OFF
  if (kind === 'provenance')
    return { kind: 'unavailable', reason: "the release's SBOM does not list its papers" }
  return { kind: 'sbom', sbom: sbom.document, namespace: sbomNamespace({ version }), path, sha512 }
}

async function readSbom(file: Result<MeasuredFile>, { releaseSite }: Ports): Promise<ReleaseSbom> {
  if (file.error !== undefined) throw file.error
  return parseReleaseSbom((await releaseSite.readPaper(file.value)).toString())
}

/** An SBOM's list counts once the paper is verified. */
function toDocument({ result }: Proof, sbom: Result<ReleaseSbom>): Result<ReleaseSbom> {
  if (result.outcome === 'verified') return sbom
  const check = decisiveCheck(result)
  const detail = `${check?.id ?? 'no check'}: ${check?.detail ?? 'nothing was checked'}`
  return {
    error:
      result.outcome === 'rejected'
        ? new ReleaseError('RELEASE_SBOM_REJECTED', `the release's SBOM is itself rejected: ${detail}`, check)
        : new ReleaseError('RELEASE_BINDING_UNAVAILABLE', `the release's SBOM is not proven: ${detail}`, {
            reason: check?.reason,
          }),
  }
}

function describe({ name, version, platform, path }: PlannedArtifact): SubjectDescription {
  return { name, ...(version && { version }), ...(platform && { platform: formatPlatform(platform) }), path }
}

function formatName({ name, version }: PlannedArtifact): string {
  return [name, version].filter(Boolean).join(' ')
}
