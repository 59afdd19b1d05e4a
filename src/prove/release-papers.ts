// The papers of a release, the same for whoever asks: the SBOM, which is
// signed, and the sums and the provenance, which Kubernetes publishes without
// a signature. Each is fetched once, when the first artifact needs it. Nothing
// that is signed is read before its signature holds.
import { type Digest, type MeasuredFile, digestOf } from '../digest.js'
import { CodedError, EvidenceError, ReleaseError } from '../errors.js'
import type { Candidate } from '../evidence/candidate.js'
import { parseChecksumSha512 } from '../evidence/checksum.js'
import { parseChecksumsFile } from '../evidence/checksums-file.js'
import { parseStatement } from '../evidence/envelope.js'
import { parseProvenance } from '../evidence/provenance.js'
import { type ReleaseSbom, parseReleaseSbom } from '../evidence/spdx.js'
import { fileNameOf, gatherPair } from '../gather/beside.js'
import { toBundleCandidate } from '../gather/bundle.js'
import { toPairCandidate } from '../gather/lookup.js'
import { type ArtifactUrls, type PlannedArtifact, type PlannedGroup, sbomNamespace } from '../plan/plan.js'
import { type Result, toResult, toResultAsync } from '../result.js'
import type { ReleaseSite } from '../ports.js'
import type { ReleaseBinding } from '../verify/check-release-binding.js'
import type { CrossCheckInput, ReleasePapers } from '../verify/cross-check.js'
import { decisiveCheck } from '../verify/verification-result.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import type { SbomProof } from './artifact-proof.js'
import { type ProofContext, toJudging } from './proof-context.js'
import type { Subject } from './judge.js'
import { prove } from './prove.js'

/** What a release's papers say about one artifact. */
export interface BesideArtifact {
  /** Undefined when release-binding is off, or there is no release. */
  readonly sbom: SbomProof | undefined
  /** Undefined when there is no cross-check. */
  readonly crossCheck: Omit<CrossCheckInput, 'sha512'> | undefined
}

export type UnsignedPapers = Omit<ReleasePapers, 'sbom'>

/** The SBOM, checksums and provenance of one release, each fetched and proven once. */
export class PapersOfRelease {
  readonly #group: PlannedGroup
  readonly #context: ProofContext
  readonly #proveSbom: (planned: PlannedArtifact) => Promise<SbomProof>
  #sbom: Promise<SbomProof> | undefined
  #unsigned: Promise<UnsignedPapers> | undefined

  constructor(
    group: PlannedGroup,
    context: ProofContext,
    proveSbom: (planned: PlannedArtifact) => Promise<SbomProof>,
  ) {
    this.#group = group
    this.#context = context
    this.#proveSbom = proveSbom
  }

  /** The release's SBOM; undefined when release-binding is off. */
  sbom(): Promise<SbomProof> | undefined {
    const { sbom } = this.#group
    return (this.#sbom ??= sbom && this.#proveOnce(sbom))
  }

  async #proveOnce(sbom: PlannedArtifact): Promise<SbomProof> {
    const proof = await this.#proveSbom(sbom)
    if (proof.result.outcome !== 'verified') await this.#context.ports.releaseSite.forgetPaper?.(sbom.urls)
    return proof
  }

  /** Undefined when there is no cross-check. Never rejects: a paper that is missing or wrong is an error in its place. */
  unsigned(): Promise<UnsignedPapers> | undefined {
    const { papers } = this.#group
    if (papers === undefined) return undefined
    return (this.#unsigned ??= (async () => {
      const read = <T>(urls: ArtifactUrls, parse: (text: string) => T) =>
        toResultAsync(fetchPaper(urls, this.#context).then(parse))
      const [sha256Sums, sha512Sums, provenance] = await Promise.all([
        read(papers.sha256Sums, (text) => parseChecksumsFile(text, 'sha256')),
        read(papers.sha512Sums, (text) => parseChecksumsFile(text, 'sha512')),
        read(papers.provenance, parseProvenance),
      ])
      return { sha256Sums, sha512Sums, provenance }
    })())
  }

  /** What the SBOM says; an error where there is none at hand. */
  async document(): Promise<Result<ReleaseSbom>> {
    const sbom = await this.sbom()
    if (sbom !== undefined) return sbom.document
    const message = 'release-binding is off, so the SBOM is not looked at'
    return { error: new CodedError('RELEASE_PAPER_MISSING', message) }
  }

  /** Everything that is needed beside the artifact and its evidence, its own `.sha512` file included. */
  async beside(planned: PlannedArtifact): Promise<BesideArtifact> {
    const { version, kind, urls } = planned
    if (kind === 'sbom') return { sbom: undefined, crossCheck: undefined }
    if (version === undefined || kind === 'provenance' || this.#group.papers === undefined)
      return { sbom: await this.sbom(), crossCheck: undefined }
    const [unsigned, sbom, document, checksumSha512] = await Promise.all([
      this.unsigned() as Promise<UnsignedPapers>,
      this.sbom(),
      this.document(),
      readChecksumSha512(urls, this.#context.ports.releaseSite),
    ])
    const papers = { ...unsigned, sbom: document }
    return {
      sbom,
      crossCheck: {
        papers,
        checksumSha512,
        version,
        path: planned.path,
        isRequired: this.#context.request.crossCheck === 'required',
      },
    }
  }
}

/** Hex, of the `.sha512` file beside an artifact, which may name the file. */
export function readChecksumSha512(
  urls: ArtifactUrls,
  releaseSite: Pick<ReleaseSite, 'fetchChecksumSha512'>,
): Promise<Result<string>> {
  const name = fileNameOf(urls.artifact)
  return toResultAsync(releaseSite.fetchChecksumSha512(urls).then((file) => parseChecksumSha512(file, name)))
}

const OF_NO_RELEASE: ReleaseBinding = {
  kind: 'not-applicable',
  reason: 'an artifact by its URL is of no release',
}
const BINDING_IS_OFF: ReleaseBinding = { kind: 'not-applicable', reason: 'release-binding is off' }

/** What binds an artifact to its release: the SBOM that lists it. */
export function bindBySbom(
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

/** What binds an SBOM: it names its release itself, which is read once its signature holds. */
export function bindItself(
  planned: PlannedArtifact,
  read: () => Result<ReleaseSbom>,
  { request }: ProofContext,
): ReleaseBinding {
  if (request.releaseBinding === 'off') return BINDING_IS_OFF
  return { kind: 'own', read, namespace: sbomNamespace(planned) }
}

/** The bytes of an SBOM now, what they say when it is asked for, and no more than once. */
export async function toSbomReader(
  file: Result<MeasuredFile>,
  { ports: { releaseSite } }: ProofContext,
): Promise<() => Result<ReleaseSbom>> {
  if (file.error !== undefined) return () => file
  const bytes = await toResultAsync(releaseSite.readPaper(file.value))
  if (bytes.error !== undefined) return () => bytes
  let document: Result<ReleaseSbom> | undefined
  return () => (document ??= toResult(() => parseReleaseSbom(bytes.value.toString())))
}

/** The SBOM itself, where it is to prove an artifact in the place of a signature. */
export function toProvenBy(
  { signatureSource }: PlannedArtifact,
  sbom: SbomProof | undefined,
): VerifiedArtifact | undefined {
  return signatureSource === 'release-sbom' ? sbom?.verified : undefined
}

/** Published without a signature; should there be one, in whichever form, it has to hold. */
async function fetchPaper(urls: ArtifactUrls, context: ProofContext): Promise<string> {
  const { releaseSite } = context.ports
  const [bytes, bundle, pair] = await Promise.all([
    releaseSite.fetchPaper(urls),
    toResultAsync(releaseSite.fetchBundle(urls)),
    gatherPair({
      signature: () => releaseSite.fetchSignature(urls),
      certificate: () => releaseSite.fetchCertificate(urls),
    }),
  ])
  const text = bytes.toString()
  if (isBundle(text)) {
    const { candidate, text: statement, subject } = unwrapStatement(text)
    await provePaper({ urls, digest: subject, candidates: [candidate], kind: 'provenance' }, context)
    return statement
  }
  const beside = bundle.value?.toString()
  if (beside !== undefined && isBundle(beside) && toPublished(beside).evidence.envelope !== undefined) {
    const { candidate, text: statement, subject } = unwrapStatement(beside)
    if (statement !== text)
      throw new EvidenceError('EVIDENCE_UNREADABLE', 'the bundle beside the paper holds another statement')
    await provePaper({ urls, digest: subject, candidates: [candidate], kind: 'provenance' }, context)
    return text
  }
  const digest = digestOf(bytes)
  const candidates = [
    ...(beside === undefined ? [] : [toBundleCandidate('bundle', { value: beside })]),
    ...(pair.signature.error?.code === 'EVIDENCE_SIGNATURE_MISSING'
      ? []
      : [toPairCandidate('pair', pair, digest)]),
  ]
  if (candidates.length > 0) await provePaper({ urls, digest, candidates, kind: 'release' }, context)
  return text
}

/** As a published bundle is judged: a promise of the log is no proof of it. */
function toPublished(text: string): Candidate {
  return { ...toBundleCandidate('named-bundle', { value: text }), source: 'bundle' }
}

/** Whether a paper is not the statement, but a bundle around it: the newest release tooling signs in place. */
function isBundle(text: string): boolean {
  return (
    /^\s*\{/.test(text) &&
    /"(?:mediaType|media_type)"\s*:\s*"application\/vnd\.dev\.sigstore\.bundle/.test(text.slice(0, 4096))
  )
}

/**
 * The statement in a bundle, unread but for one of its subjects: a signed statement is judged as one about that.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
function unwrapStatement(bundle: string): {
  readonly candidate: Candidate
  readonly text: string
  readonly subject: Digest
} {
  const candidate = toPublished(bundle)
  const { envelope, signature } = candidate.evidence
  if (signature.error !== undefined) throw signature.error
  if (envelope === undefined)
    throw new EvidenceError('EVIDENCE_UNREADABLE', 'the paper is a bundle that holds no statement')
  const [subject] = parseStatement(envelope).subjects
  if (subject === undefined)
    throw new EvidenceError('EVIDENCE_UNREADABLE', 'the signed statement names no subject by SHA-256')
  return { candidate, text: envelope.payload.toString(), subject }
}

interface SignedPaper {
  readonly urls: ArtifactUrls
  /** Of the paper, or of what a statement in it is about. */
  readonly digest: Digest
  /** One good one is enough. */
  readonly candidates: readonly Candidate[]
  readonly kind: NonNullable<Subject['kind']>
}

async function provePaper(
  { urls, digest, candidates, kind }: SignedPaper,
  context: ProofContext,
): Promise<void> {
  const { result } = await prove(
    {
      artifact: { name: urls.artifact.pathname },
      measured: { value: digest },
      claims: [],
      releaseBinding: { kind: 'not-applicable', reason: 'this is a paper' },
      signer: context.request.signer,
      kind,
    },
    { candidates, absent: [] },
    await toJudging(context),
  )
  if (result.outcome === 'verified') return
  const check = decisiveCheck(result)
  const message = `the paper is signed, and its signature does not stand: ${check?.detail ?? ''}`
  if (result.outcome === 'rejected') throw new ReleaseError('RELEASE_PAPER_REJECTED', message, check)
  throw new CodedError(check?.code ?? 'RELEASE_PAPER_MISSING', message, { reason: check?.reason })
}
