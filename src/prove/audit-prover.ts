// The artifacts of one release as an audit looks at them: the evidence of each
// at digest depth, the bytes too at full depth, what the release's papers say
// beside, and where something fails, why. Nothing is kept and nothing placed.
import type { AuditedArtifact } from '../audit/audit-report.js'
import { type SharedValues, listingFindings, toAudited, toFinding } from '../audit/audited.js'
import type { Finding } from '../audit/finding.js'
import type { Paper, PaperLists, ScopedArtifact } from '../audit/scope.js'
import { describeAll } from '../diagnose/disregarded.js'
import type { RelatedEntry } from '../diagnose/facts.js'
import type { Digest, MeasuredFile } from '../digest.js'
import { CodedError } from '../errors.js'
import { parseChecksumSha512 } from '../evidence/checksum.js'
import { besideReleased, gatherBeside } from '../gather/beside.js'
import { formatPlatform } from '../kubernetes/platform.js'
import { type PlannedArtifact, type ReleasePlan, planPlaced } from '../plan/plan.js'
import type { Depth } from '../request/audit-inputs.js'
import { type Result, mapResult, toResultAsync } from '../result.js'
import type { ReleaseBinding } from '../verify/check-release-binding.js'
import type { CrossCheckInput, ReleasePapers } from '../verify/cross-check.js'
import type { Proof } from '../verify/proof.js'
import { type SbomProof, describe } from './artifact-proof.js'
import { listMissing, missingFindings, timeFindings, toFailures } from './audit-findings.js'
import { toFactsContext } from './facts-context.js'
import { gatherFacts, toFactsInput } from './gather-facts.js'
import type { Subject } from './judge.js'
import { type ProofContext, toJudging } from './proof-context.js'
import { prove } from './prove.js'
import { searchRelated } from './related-entries.js'
import { bindBySbom, bindItself, toSbomReader } from './release-papers.js'
import { ReleaseProver } from './release-prover.js'
import { selfTested } from './self-tested.js'

export interface AuditContext extends ProofContext {
  /** Whether the log is searched for every digest, or only where something failed. */
  readonly searchesAll: boolean
  /** Of the whole audit. */
  readonly values: SharedValues
}

/** Whatever of a release's papers could be read. */
interface Papers extends ReleasePapers {
  readonly proof: SbomProof | undefined
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

export class AuditProver {
  readonly #release: ReleasePlan
  readonly #context: AuditContext
  readonly #prover: ReleaseProver
  #loading: Promise<Papers> | undefined

  constructor(release: ReleasePlan, context: AuditContext) {
    this.#release = release
    this.#context = { ...context, asksForAll: true }
    this.#prover = new ReleaseProver(release, this.#context)
  }

  /** What each paper lists; a paper that cannot be read lists nothing. */
  async lists(): Promise<PaperLists> {
    const { sbom, sha256Sums, sha512Sums, provenance } = await this.#papers()
    const { version } = this.#release
    const lists: [Paper, readonly string[] | undefined][] = [
      ['SBOM', sbom.value?.paths],
      ['SHA256SUMS', sha256Sums.value?.pathsOf(version)],
      ['SHA512SUMS', sha512Sums.value?.pathsOf(version)],
      ['provenance.json', provenance.value?.pathsOf(version)],
    ]
    return Object.fromEntries(lists.filter(([, paths]) => paths !== undefined))
  }

  /** One for each paper that is missing or cannot be read. */
  async paperFindings(): Promise<Finding[]> {
    const { sbom, sha256Sums, sha512Sums, provenance } = await this.#papers()
    const papers = {
      'kubernetes-release.spdx': sbom,
      SHA256SUMS: sha256Sums,
      SHA512SUMS: sha512Sums,
      'provenance.json': provenance,
    }
    return Object.entries(papers).flatMap(([name, { error }]) =>
      error === undefined
        ? []
        : [toFinding('PAPER_MISSING', `${this.#release.version} ${name}: ${error.code}: ${error.message}`)],
    )
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
    papers: Papers,
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
    const isChecked = gathered.checksum !== undefined && !missing.includes('.sha256')
    const published = isChecked ? [{ source: 'the .sha256 file', digest: gathered.checksum }] : []
    const bySbom = listed === undefined ? [] : [{ source: 'the SBOM', digest: { value: listed } }]
    const sha512 = file === undefined ? onlyOne(papers.sbom.value?.sha512Of(path)) : file.value?.sha512
    const subject: Subject = {
      artifact: describe(planned),
      measured: file && mapResult(file, ({ sha256 }) => sha256),
      claims: published.length > 0 ? published : bySbom,
      releaseBinding: await this.#bind(item, papers, file),
      crossCheck: await this.#crossCheck(item, papers, sha512),
      signer: request.signer,
    }
    const proof = await prove(subject, gathered, await toJudging(this.#context))
    const { digest } = proof.result
    const agreeing = digest === undefined ? [] : agreeingPapers(papers, digest, this.#release.version, path)
    const measured = file?.value?.sha256
    const checksum = gathered.checksum?.value
    return this.#conclude(item, proof, { size: file?.value?.size, measured, checksum, agreeing, missing })
  }

  async #bind(
    { planned, depth }: Item,
    { proof }: Papers,
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

  /** A paper that does not list the artifact, or cannot be read, says nothing of its digest; that is a finding of its own. */
  async #crossCheck(
    { scoped, planned, depth }: Item,
    papers: Papers,
    sha512: string | undefined,
  ): Promise<CrossCheckInput | undefined> {
    if (planned.kind === 'sbom') return undefined
    const { releaseSite } = this.#context.ports
    const onlyListed = <T>(paper: Paper, claimed: Result<T>): Result<T> => {
      if (claimed.error === undefined && !scoped.missingFrom.includes(paper)) return claimed
      const why = claimed.error === undefined ? 'does not list it' : 'cannot be read'
      return { error: new CodedError('RELEASE_PAPER_MISSING', `${paper} ${why}`) }
    }
    return {
      papers: {
        sbom: onlyListed('SBOM', papers.sbom),
        sha256Sums: onlyListed('SHA256SUMS', papers.sha256Sums),
        sha512Sums: onlyListed('SHA512SUMS', papers.sha512Sums),
        provenance: onlyListed('provenance.json', papers.provenance),
      },
      checksumSha512:
        depth === 'full'
          ? await toResultAsync(releaseSite.fetchChecksumSha512(planned.urls).then(parseChecksumSha512))
          : NOT_ASKED_FOR,
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
    const { result } = proof
    const { path, platform, kind, name } = planned
    const title = `${this.#release.version} ${path}`
    const absent =
      missing.length === 0
        ? []
        : await missingFindings(title, planned, missing, this.#context.ports.releaseSite)
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

  #papers(): Promise<Papers> {
    return (this.#loading ??= this.#load())
  }

  async #load(): Promise<Papers> {
    const { papers } = this.#prover
    const [unsigned, proof, sbom] = await Promise.all([papers.unsigned(), papers.sbom(), papers.document()])
    if (unsigned === undefined) throw new RangeError('an audit is planned with the papers of its releases')
    return { ...unsigned, sbom, proof }
  }
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

/** Papers that give the artifact this digest and no other. */
function agreeingPapers(papers: Papers, digest: Digest, version: string, path: string): string[] {
  const lists: [string, readonly (string | undefined)[] | undefined][] = [
    ['the SBOM', papers.sbom.value?.digestsOf(path).map(({ hex }) => hex)],
    ['SHA256SUMS', papers.sha256Sums.value?.digestsOf(version, path)],
    ['provenance.json', papers.provenance.value?.subjectsOf(version, path).map(({ sha256 }) => sha256)],
  ]
  return lists
    .filter(([, hexes = []]) => hexes.length > 0 && hexes.every((hex) => hex === digest.hex))
    .map(([name]) => name)
}

function onlyOne<T>(values: readonly T[] | undefined): T | undefined {
  return values?.length === 1 ? values[0] : undefined
}

function formatRelated({ logIndex, integratedTime }: RelatedEntry): string {
  return integratedTime === undefined ? String(logIndex) : `${logIndex} of ${integratedTime}`
}
