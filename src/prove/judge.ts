// The one place where a policy is made and a candidate is judged. The policy
// follows from what was asked for and from where the evidence is from, never
// from what the evidence says of itself: else a bundle with a piece missing
// would ask for less.
import { BUNDLE_V01_MEDIA_TYPE } from '@sigstore/bundle'
import type { Digest, FurtherDigests } from '../digest.js'
import type { Candidate } from '../evidence/candidate.js'
import type { Evidence } from '../evidence/evidence.js'
import { type Signer, isReleaseSigner, signerAt } from '../kubernetes/signer.js'
import type { SignatureSource } from '../request/request.js'
import type { Result } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import type { DigestClaim } from '../verify/check-digest.js'
import type { ReleaseBinding } from '../verify/check-release-binding.js'
import type { CrossCheckInput } from '../verify/cross-check.js'
import { type ManagedKey, createPolicy, isManagedKey } from '../verify/policy.js'
import type { SubjectDescription, VerificationResult } from '../verify/verification-result.js'
import { verifyArtifact } from '../verify/verify.js'

/** What is to be proven, and what binds it whatever the evidence. */
export interface Subject {
  readonly artifact: SubjectDescription
  /** Of the bytes; undefined where none are looked at. */
  readonly measured: Result<Digest> | undefined
  /** Of the same bytes, by the algorithms that evidence is over. */
  readonly further?: FurtherDigests
  /** By pin, lock and `.sha256` file. */
  readonly claims: readonly DigestClaim[]
  readonly releaseBinding: ReleaseBinding
  readonly crossCheck?: CrossCheckInput | undefined
  readonly signatureSource?: SignatureSource
  /** Who has to have signed; the release signer stands for whoever it was at the time. */
  readonly signer: Signer | ManagedKey
  /** What is signed, where that may have a signer of its own. */
  readonly kind?: 'release' | 'provenance'
  /** A type of signed statements that the user named as enough. */
  readonly predicateType?: string | undefined
}

/** A container image, which what is signed has to name. */
export interface ImageSubject {
  readonly artifact: SubjectDescription
  /** Of its manifest; undefined where that could not be found out. */
  readonly manifest: Digest | undefined
  /** The last names that it may have been signed under; the first is the one that was asked for. */
  readonly names: readonly string[]
  /** Undefined: the promoter of the image's time. */
  readonly signer: Signer | undefined
}

/** Judges one candidate for a file or a digest; without one, the release's SBOM stands for it. */
export function judge(
  subject: Subject | ImageSubject,
  candidate: Candidate | undefined,
  trustedRoot: TrustedRoot,
): VerificationResult {
  return 'manifest' in subject
    ? judgeImage(subject, candidate, trustedRoot)
    : judgeArtifact(subject, candidate, trustedRoot)
}

function judgeArtifact(
  subject: Subject,
  candidate: Candidate | undefined,
  trustedRoot: TrustedRoot,
): VerificationResult {
  const {
    artifact,
    measured,
    releaseBinding,
    crossCheck,
    signatureSource = 'artifact',
    predicateType,
    kind = 'release',
  } = subject
  const signer = toSignerOfTime(kind, subject.signer, candidate)
  const claims = toClaims(subject, candidate)
  return verifyArtifact({
    artifact,
    measured,
    claims,
    evidence: candidate?.evidence,
    ...(subject.further && { further: subject.further }),
    releaseBinding,
    crossCheck,
    trustedRoot,
    policy: createPolicy({
      signer,
      signatureSource,
      predicateType,
      // Of what could not be fetched, this check says why.
      compareDigest: measured !== undefined && (claims.length > 0 || measured.error !== undefined),
      bindRelease: releaseBinding.kind !== 'not-applicable',
      requirePapers: crossCheck?.isRequired ?? false,
      promiseSuffices: candidate !== undefined && doesPromiseSuffice(candidate),
    }),
  })
}

function judgeImage(
  { artifact, manifest, names, signer }: ImageSubject,
  candidate: Candidate | undefined,
  trustedRoot: TrustedRoot,
): VerificationResult {
  if (candidate?.payload === undefined) throw new RangeError('a signature of an image is over a payload')
  const { evidence, payload } = candidate
  const result = verifyArtifact({
    artifact,
    measured: payload.digest,
    claims: [],
    evidence,
    releaseBinding: { kind: 'not-applicable', reason: 'an image is bound to its manifest instead' },
    image: {
      payload: { manifest, named: payload.manifest },
      name: {
        allowed: names,
        signed: payload.reference,
        isRead: payload.manifest.error === undefined,
      },
    },
    trustedRoot,
    policy: createPolicy({
      signer: signer ?? promoterOf(evidence),
      compareDigest: false,
      bindRelease: false,
      bindImage: true,
      bindImageName: names.length > 0 && isSimpleSigning(candidate),
      promiseSuffices: doesPromiseSuffice(candidate),
    }),
  })
  // The image's digest is its manifest's, not that of the payload that was signed.
  const { digest, ...rest } = result
  return manifest === undefined || digest === undefined ? rest : { ...rest, digest: manifest }
}

/** A digest that the evidence brings itself binds this evidence alone, and stands in for a `.sha256` file that is not there. */
function toClaims({ claims }: Subject, candidate: Candidate | undefined): DigestClaim[] {
  const own = candidate?.digest
  if (own === undefined) return [...claims]
  const others = claims.filter(({ digest }) => digest.error?.code !== 'EVIDENCE_CHECKSUM_MISSING')
  const source = candidate?.source === 'lock' && own.error !== undefined ? 'the lock file' : 'the bundle'
  return [...others, { source, digest: own }]
}

/** The log's promise without its proof: where cosign never kept more, and where the user brings such a bundle. */
function doesPromiseSuffice({ source, evidence }: Candidate): boolean {
  if (isSimpleSigning({ source })) return true
  return source === 'named-bundle' && evidence.bundle?.mediaType === BUNDLE_V01_MEDIA_TYPE
}

/** cosign's own form, which names the image, and holds the log's promise without its proof. */
function isSimpleSigning({ source }: Pick<Candidate, 'source'>): boolean {
  return source === 'image-tag' || source === 'image-signature'
}

/** By the time that the log promised; the checks say whether it did. */
function promoterOf(evidence: Evidence): Signer {
  return signerAt('image', { ...toNames(evidence), time: promisedTime(evidence) })
}

/** Another signer than Kubernetes' own is held to whatever the time. */
function toSignerOfTime(
  kind: 'release' | 'provenance',
  signer: Signer | ManagedKey,
  candidate: Candidate | undefined,
): Signer | ManagedKey {
  if (isManagedKey(signer) || candidate === undefined || !isReleaseSigner(signer)) return signer
  return signerAt(kind, { ...toNames(candidate.evidence), time: promisedTime(candidate.evidence) })
}

function toNames({ certificate }: Evidence): Partial<Signer> {
  const { identity, oidcIssuer } = certificate.value ?? {}
  return {
    ...(identity !== undefined && { certificateIdentity: identity }),
    ...(oidcIssuer !== undefined && { oidcIssuer }),
  }
}

/** By the log's promise, or by a timestamp authority. */
function promisedTime({ logEntry, timestamps = [] }: Evidence): Date | undefined {
  const { signedEntryTimestamp, integratedTime } = logEntry.value ?? {}
  return signedEntryTimestamp === undefined ? timestamps[0]?.value?.time : integratedTime
}
