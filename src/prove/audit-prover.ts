// The artifacts of one release as an audit looks at them: the evidence of each
// at digest depth, the bytes too at full depth, what the release's papers say
// beside, and where something fails, why. Nothing is kept and nothing placed.
import type { AuditedArtifact } from '../audit/audit-report.js'
import { type SharedValues, listingFindings, toAudited, toFinding } from '../audit/audited.js'
import type { Finding } from '../audit/finding.js'
import type { PaperLists, ScopedArtifact } from '../audit/scope.js'
import { describeAll } from '../diagnose/disregarded.js'
import type { RelatedEntry } from '../diagnose/facts.js'
import type { Digest, MeasuredFile } from '../digest.js'
import { CodedError } from '../errors.js'
import { type Gathered, besideReleased, gatherBeside } from '../gather/beside.js'
import { formatPlatform } from '../kubernetes/platform.js'
import { type PlannedArtifact, type ReleasePlan, planPlaced } from '../plan/plan.js'
import type { Depth } from '../request/audit-inputs.js'
import { type Result, mapResult, toResultAsync } from '../result.js'
import type { DigestClaim } from '../verify/check-digest.js'
import type { ReleaseBinding } from '../verify/check-release-binding.js'
import type { CrossCheckInput } from '../verify/cross-check.js'
import type { Proof } from '../verify/proof.js'
import { describe } from './artifact-proof.js'
import {
  type AuditedPapers,
  agreeingPapers,
  findingsOfPapers,
  listPaths,
  onlyListing,
} from './audited-papers.js'
import { listMissing, missingFindings, timeFindings, toFailures } from './audit-findings.js'
import { toFactsContext } from './facts-context.js'
import { gatherFacts, toFactsInput } from './gather-facts.js'
import type { Subject } from './judge.js'
import { type ProofContext, toJudging } from './proof-context.js'
import { prove } from './prove.js'
import { searchRelated } from './related-entries.js'
import { bindBySbom, bindItself, readChecksumSha512, toSbomReader } from './release-papers.js'
import { ReleaseProver } from './release-prover.js'
import { selfTested } from './self-tested.js'

export interface AuditContext extends ProofContext {
  /** Whether the log is searched for every digest, or only where something failed. */
  readonly searchesAll: boolean
  /** Of the whole audit. */
  readonly values: SharedValues
  /** Told every proof that was made. */
  readonly onProof: (proof: Proof) => void
}

interface Item {
  readonly scoped: ScopedArtifact
  readonly planned: PlannedArtifact
  readonly depth: Depth
}

/** What was learned of an artifact beside its proof. */
interface Known {
  readonly size: number | undefined
  readonly measured: Digest | undefined
  readonly checksum: Digest | undefined
  readonly agreeing: readonly string[]
  /** Endings of the files that are not published. */
  readonly missing: readonly string[]
}

/** Proves the artifacts of one release for an audit. */
export class AuditProver {
  readonly #release: ReleasePlan
  readonly #context: AuditContext
  readonly #prover: ReleaseProver
  #loading: Promise<AuditedPapers> | undefined

  constructor(release: ReleasePlan, context: AuditContext) {
    this.#release = release
    this.#context = { ...context, asksForAll: true }
    this.#prover = new ReleaseProver(release, this.#context)
  }

  /** What each paper lists; a paper that cannot be read lists nothing. */
  async lists(): Promise<PaperLists> {
    return listPaths(await this.#papers(), this.#release.version)
  }

  /** One for each paper that is missing or cannot be read. */
  async paperFindings(): Promise<Finding[]> {
    return findingsOfPapers(await this.#papers(), this.#release.version)
  }

  /** When the release was made: by its verified SBOM, else by the log's time for the SBOM. */
  async releasedAt(): Promise<Date | undefined> {
    const { sbom, proof } = await this.#papers()
    const { integratedTime } = proof?.result.logEntry ?? {}
    return sbom.value?.created ?? (integratedTime === undefined ? undefined : new Date(integratedTime))
  }

  /** Never rejects, but when the self-test fails. */
  async audit(scoped: ScopedArtifact, depth: Depth): Promise<AuditedArtifact> {
    await selfTested()
    const planned = planPlaced(this.#context.request, this.#release.version, scoped.place)
    const item = { scoped, planned, depth }
    if (planned.path === this.#release.sbom?.path) return this.#auditSbom(item)
    const papers = await this.#papers()
    const file = depth === 'full' ? await this.#fetch(planned) : undefined
    try {
      return await this.#auditPlanned(item, papers, file)
    } finally {
      if (file?.value !== undefined) await this.#context.ports.releaseSite.discard(file.value)
    }
  }

  /** It is read in full in any case: its list is what binds the others. */
  async #auditSbom(item: Item): Promise<AuditedArtifact> {
    const { proof } = await this.#papers()
    if (proof === undefined) throw new RangeError('the SBOM is planned, and was not proven')
    return this.#conclude(item, proof, {
      size: proof.measured?.size,
      measured: proof.measured?.sha256,
      checksum: proof.checksum?.value,
      agreeing: [],
      missing: listMissing(
        proof.judged.map(({ candidate }) => candidate),
        proof.checksum,
      ),
    })
  }

  async #auditPlanned(
    item: Item,
    papers: AuditedPapers,
    file: Result<MeasuredFile> | undefined,
  ): Promise<AuditedArtifact> {
    const { planned } = item
    const { path } = planned
    const { ports, request } = this.#context
    const [listed] = papers.sbom.value?.digestsOf(path) ?? []
    const gathered = await gatherBeside(besideReleased(planned.urls, ports.releaseSite), {
      digest: () => Promise.resolve(listed),
      log: ports.transparencyLog,
      isLogLast: false,
    })
    const missing = listMissing(gathered.candidates, gathered.checksum)
    const subject: Subject = {
      artifact: describe(planned),
      measured: file && mapResult(file, ({ sha256 }) => sha256),
      claims: toClaims(gathered.checksum, listed),
      releaseBinding: await this.#bind(item, papers, file),
      crossCheck: await this.#crossCheck(item, papers, sha512Of(file, papers, path)),
      signer: request.signer,
    }
    const proof = await prove(subject, gathered, await toJudging(this.#context))
    const { digest } = proof.result
    const agreeing = digest === undefined ? [] : agreeingPapers(papers, digest, planned)
    return this.#conclude(item, proof, {
      size: file?.value?.size,
      measured: file?.value?.sha256,
      checksum: gathered.checksum?.value,
      agreeing,
      missing,
    })
  }

  async #bind(
    { planned, depth }: Item,
    { proof }: AuditedPapers,
    file: Result<MeasuredFile> | undefined,
  ): Promise<ReleaseBinding> {
    if (proof === undefined || planned.kind !== 'sbom') return bindBySbom(planned, proof, file?.value?.sha512)
    if (depth === 'full' && file !== undefined)
      return bindItself(planned, await toSbomReader(file, this.#context), this.#context)
    return {
      kind: 'not-applicable',
      reason: 'an SBOM is bound by its namespace, which its bytes would show',
    }
  }

  async #crossCheck(
    { scoped, planned, depth }: Item,
    papers: AuditedPapers,
    sha512: string | undefined,
  ): Promise<CrossCheckInput | undefined> {
    if (planned.kind === 'sbom') return undefined
    const { releaseSite } = this.#context.ports
    return {
      papers: onlyListing(papers, scoped.missingFrom),
      checksumSha512: depth === 'full' ? await readChecksumSha512(planned.urls, releaseSite) : NOT_ASKED_FOR,
      sha512,
      version: this.#release.version,
      path: planned.path,
    }
  }

  async #conclude(
    { scoped, planned }: Item,
    proof: Proof,
    { size, missing, ...known }: Known,
  ): Promise<AuditedArtifact> {
    this.#context.onProof(proof)
    const { result } = proof
    const { path, platform, kind, name } = planned
    const title = `${this.#release.version} ${path}`
    const { releaseSite } = this.#context.ports
    const absent = await missingFindings({ title, planned, missing }, releaseSite)
    const { sbom } = await this.#papers()
    const context = await toFactsContext(this.#context)
    const facts = await gatherFacts({ proof, ...toFactsInput(planned, sbom.value), ...known }, context)
    const isSearched = this.#context.searchesAll && facts.related === undefined
    const related =
      isSearched && result.digest !== undefined
        ? await searchRelated(proof, result.digest, context)
        : facts.related
    const findings = [
      ...absent,
      // What follows from a missing file alone is said by its name.
      ...toFailures(title, proof, facts).filter(
        ({ code }) => absent.length === 0 || !EXPLAINED_BY_ABSENCE.includes(code),
      ),
      ...describeAll(proof).map((each) => toFinding('EVIDENCE_DISREGARDED', `${title} is proven; ${each}`)),
      ...listingFindings(title, scoped),
      ...(related !== undefined && related.length > 1
        ? [
            toFinding(
              'SIGNED_AGAIN',
              `${title}: the log has ${related.length} valid entries of the expected signer for this digest: ${related.map(formatRelated).join(', ')}`,
            ),
          ]
        : []),
      ...timeFindings(title, result, await this.releasedAt()),
    ]
    const platformText = platform && formatPlatform(platform)
    return toAudited(result, {
      path,
      name,
      kind: kind === 'provenance' ? 'sbom' : kind,
      platform: platformText,
      size,
      findings,
      values: this.#context.values,
    })
  }

  #fetch(planned: PlannedArtifact): Promise<Result<MeasuredFile>> {
    return toResultAsync(this.#context.ports.releaseSite.fetchArtifact(planned, { withSha512: true }))
  }

  #papers(): Promise<AuditedPapers> {
    return (this.#loading ??= this.#load())
  }

  async #load(): Promise<AuditedPapers> {
    const { papers } = this.#prover
    const [unsigned, proof, sbom] = await Promise.all([papers.unsigned(), papers.sbom(), papers.document()])
    if (unsigned === undefined) throw new RangeError('an audit is planned with the papers of its releases')
    if (proof !== undefined) this.#context.onProof(proof)
    return { ...unsigned, sbom, proof }
  }
}

/** By the `.sha256` file; where there is none, the SBOM says what the evidence has to be of. */
function toClaims(checksum: Gathered['checksum'], listed: Digest | undefined): DigestClaim[] {
  const isPublished = checksum !== undefined && checksum.error?.code !== 'EVIDENCE_CHECKSUM_MISSING'
  if (isPublished) return [{ source: 'the .sha256 file', digest: checksum }]
  return listed === undefined ? [] : [{ source: 'the SBOM', digest: { value: listed } }]
}

/** Hex, of the bytes; at digest depth, as the SBOM has it. */
function sha512Of(
  file: Result<MeasuredFile> | undefined,
  { sbom }: AuditedPapers,
  path: string,
): string | undefined {
  return file === undefined ? onlyOne(sbom.value?.sha512Of(path)) : file.value?.sha512
}

const NOT_ASKED_FOR = {
  error: new CodedError('RELEASE_PAPER_MISSING', 'the .sha512 file is not asked for at digest depth'),
}
const EXPLAINED_BY_ABSENCE: readonly Finding['code'][] = [
  'EVIDENCE_SIGNATURE_MISSING',
  'EVIDENCE_CERTIFICATE_MISSING',
  'EVIDENCE_LOG_ENTRY_MISSING',
  'RELEASE_ARTIFACT_NOT_PUBLISHED',
]

function onlyOne<T>(values: readonly T[] | undefined): T | undefined {
  return values?.length === 1 ? values[0] : undefined
}

function formatRelated({ logIndex, integratedTime }: RelatedEntry): string {
  return integratedTime === undefined ? String(logIndex) : `${logIndex} of ${integratedTime}`
}
