// Evidence, trusted root and policy → verification result. Pure.
import type { KeyObject } from 'node:crypto'
import type { Digest, FurtherDigests, Hash } from '../digest.js'
import { EvidenceError, InternalError } from '../errors.js'
import type { Result } from '../result.js'
import type { Evidence } from '../evidence/evidence.js'
import { HASHEDREKORD_V1, type SignedParts, rebuildBody, toLeafHash } from '../evidence/log-body.js'
import type { Signer } from '../kubernetes/signer.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { CHECK_IDS, type CheckId, type CheckResult, notRun } from './check.js'
import {
  checkCertificateChain,
  checkCertificateTimestamp,
  checkIdentity,
  checkIssuer,
} from './check-certificate.js'
import { type DigestClaims, checkDigest, toDigest } from './check-digest.js'
import {
  checkCheckpoint,
  checkInclusionProof,
  checkLogEntryBinding,
  checkLogTime,
  checkSignedEntryTimestamp,
} from './check-log-entry.js'
import { type ImageName, checkImageName } from './check-image-name.js'
import { type ImagePayload, checkImagePayload } from './check-image-payload.js'
import { type ReleaseBinding, checkReleaseBinding } from './check-release-binding.js'
import { type CrossCheckInput, crossCheck } from './cross-check.js'
import { verifyEcdsa } from '../evidence/ecdsa.js'
import { checkSignature } from './check-signature.js'
import { checkByJudge, skipJudge } from './judge.js'
import { checkSignedTimestamps } from './check-signed-timestamp.js'
import { type Policy, isManagedKey, requiredFor } from './policy.js'
import { type KnownDigests, toSignedHash } from './signed-hash.js'
import { provenUuid } from './verify-log-entry.js'
import { type SigningTime, formatTime, toSigningTime } from './signing-time.js'
import {
  type SubjectDescription,
  type VerificationResult,
  computeOutcome,
  didPass,
} from './verification-result.js'

export interface VerificationInput extends DigestClaims {
  readonly artifact: SubjectDescription
  /** Undefined when the release's SBOM stands for it: the policy's signature source. */
  readonly evidence: Evidence | undefined
  /** Of the same bytes as the measured digest, where evidence is over another algorithm. */
  readonly further?: FurtherDigests
  readonly releaseBinding: ReleaseBinding
  readonly crossCheck?: CrossCheckInput | undefined
  /** Only of a container image. */
  readonly image?: { readonly payload: ImagePayload; readonly name: ImageName }
  readonly trustedRoot: TrustedRoot
  readonly policy: Policy
}

/**
 * Runs every check and computes the outcome.
 * Without the bytes (they could not be fetched) the evidence is still checked
 * for the published digest, so that the report says all there is to say.
 */
export function verifyArtifact(input: VerificationInput): VerificationResult {
  const { artifact, measured, evidence, policy } = input
  const digest = toDigest(input)
  const required = requiredFor(policy, evidence, input.trustedRoot)
  const checks = runChecks(input, digest, required).map((check) => ({
    ...check,
    required: required.has(check.id),
  }))
  const outcome = computeOutcome(checks)
  // A policy that wants signatures cannot be met without them, and one that does not must not be given any.
  if ((evidence === undefined) !== (policy.signatureSource === 'release-sbom')) {
    throw new InternalError(`the evidence for ${artifact.name} does not fit its policy`)
  }
  return {
    schemaVersion: 1,
    artifact,
    ...(digest && { digest }),
    depth: measured === undefined ? 'digest' : 'full',
    signatureSource: policy.signatureSource,
    outcome,
    checks,
    ...(evidence && leafHashOf(digest && { digest, further: input.further ?? {} }, evidence, policy)),
    ...(evidence && authenticatedFields(checks, evidence)),
  }
}

/** In the order of CHECK_IDS; `required` says which of them stand between the evidence and the judge. */
function runChecks(
  input: VerificationInput,
  digest: Digest | undefined,
  required: ReadonlySet<CheckId>,
): CheckResult[] {
  const { evidence, trustedRoot, policy, further = {} } = input
  const known = digest && { digest, further }
  const ofPapers = [
    ...(input.crossCheck === undefined ? [] : crossCheck(digest, input.crossCheck)),
    ...(input.image === undefined
      ? []
      : [checkImagePayload(input.image.payload), checkImageName(input.image.name)]),
  ]
  if (evidence === undefined) return [...runSbomChecks(input, digest), ...ofPapers]
  const { certificate, logEntry } = evidence
  const managedKey = isManagedKey(policy.signer) ? policy.signer.publicKey : undefined
  const entryTimestamp = checkSignedEntryTimestamp(logEntry, trustedRoot)
  const isEntryTimeProven = entryTimestamp.status === 'passed'
  const { check: signedTimestamp, genuine: timestamps } = checkSignedTimestamps(
    evidence,
    trustedRoot,
    isEntryTimeProven,
  )
  const time = toSigningTime({
    logEntry,
    certificate,
    isEntryTimeProven,
    signedTimes: timestamps.map(({ time: signedTime }) => signedTime),
  })
  const ofCertificate = isManagedKey(policy.signer)
    ? withoutCertificate
    : checkCertificate(certificate, { root: trustedRoot, time, signer: policy.signer })
  const ofSignature = nameMixedPair([
    checkDigest(input),
    checkSignature(known, evidence, policy),
    ...ofCertificate,
    checkLogEntryBinding(logEntry, known && toSignedParts(known, evidence, managedKey)),
    checkInclusionProof(logEntry),
    checkCheckpoint(logEntry, trustedRoot, time),
    entryTimestamp,
    signedTimestamp,
    managedKey
      ? notRun('log-time-within-certificate', MANAGED_KEY)
      : checkLogTime(certificate, logEntry, time),
  ])
  const isSigned = isProven(ofSignature, required)
  const ofEvidence = [...ofSignature, checkReleaseBinding(digest, input.releaseBinding, isSigned)]
  const isAccepted = isProven([...ofEvidence, ...ofPapers], required)
  const judged =
    isAccepted && digest !== undefined
      ? checkByJudge({ digest, further, evidence, timestamps, signer: policy.signer }, trustedRoot)
      : skipJudge()
  return [...ofEvidence, judged, ...ofPapers]
}

/** Whether every check that has to pass did, and none failed. */
function isProven(checks: readonly CheckResult[], required: ReadonlySet<CheckId>): boolean {
  return checks.every(({ id, status }) => status === 'passed' || (status === 'not-run' && !required.has(id)))
}

/** Of what would be logged, which is no claim that it was. */
function leafHashOf(
  known: KnownDigests | undefined,
  evidence: Evidence,
  { signer }: Policy,
): Pick<VerificationResult, 'leafHash'> {
  const { logEntry } = evidence
  const key = isManagedKey(signer) ? signer.publicKey : undefined
  const parts = known && toSignedParts(known, evidence, key).value
  if (parts === undefined) return {}
  const { kind = HASHEDREKORD_V1, body = Buffer.alloc(0) } = logEntry.value ?? {}
  const rebuilt = rebuildBody(kind, parts, body)
  return rebuilt === undefined ? {} : { leafHash: toLeafHash(rebuilt).hex }
}

const MANAGED_KEY = 'the signer is a managed key, which has no certificate'

const withoutCertificate = (
  ['certificate-chain', 'signed-certificate-timestamp', 'certificate-identity', 'oidc-issuer'] as const
).map((id) => notRun(id, MANAGED_KEY))

/** What a certificate is judged by. */
interface CertificateRules {
  readonly root: TrustedRoot
  readonly time: SigningTime
  readonly signer: Signer
}

function checkCertificate(
  certificate: Evidence['certificate'],
  { root, time, signer }: CertificateRules,
): CheckResult[] {
  return [
    checkCertificateChain(certificate, root, time),
    checkCertificateTimestamp(certificate, root, time),
    checkIdentity(certificate, signer),
    checkIssuer(certificate, signer),
  ]
}

function toSignedParts(
  known: KnownDigests,
  evidence: Evidence,
  managedKey: KeyObject | undefined,
): Result<SignedParts> {
  const { signature, certificate, envelope } = evidence
  if (signature.error !== undefined) return signature
  const { value } = signature
  const toParts = (publicKey: KeyObject, verifier: SignedParts['verifier']): Result<SignedParts> => {
    const isOver = (hash: Hash): boolean => verifyEcdsa(publicKey, hash, value)
    const signed = toSignedHash(evidence, known, { publicKey, isOver })
    if (signed !== undefined)
      return { value: { digest: known.digest, signature: value, envelope, verifier, signed } }
    const message = 'the entry is about a digest that is supported only where the bytes are at hand'
    return { error: new EvidenceError('EVIDENCE_UNREADABLE', message) }
  }
  if (managedKey !== undefined) {
    const der = managedKey.export({ type: 'spki', format: 'der' })
    return toParts(managedKey, { kind: 'public-key', der })
  }
  if (certificate.error !== undefined) return certificate
  const { der, publicKey } = certificate.value
  return toParts(publicKey, { kind: 'certificate', der })
}

/** The artifact's own signature is not looked at: the SBOM's was, before its list counts for anything. */
function runSbomChecks(input: VerificationInput, digest: Digest | undefined): CheckResult[] {
  return CHECK_IDS.map((id) => {
    if (id === 'digest') return checkDigest(input)
    if (id === 'release-binding') return checkReleaseBinding(digest, input.releaseBinding, false)
    return notRun(id, "the release's signed SBOM stands for it, as signature-source says")
  })
}

/**
 * The bytes are as published and the certificate is the release signer's, yet
 * its key did not make the signature: that is the story of v1.35.0's kubectl
 * for linux/amd64 (kubernetes/kubernetes#135858), and worth its name.
 */
function nameMixedPair(checks: CheckResult[]): CheckResult[] {
  if (!didPass(checks, 'digest', 'certificate-chain', 'certificate-identity', 'oidc-issuer')) return checks
  return checks.map((check) =>
    check.code === 'SIGNATURE_INVALID' && check.status === 'failed'
      ? {
          ...check,
          detail: `${check.detail}: maybe a mixed pair, the .sig of one signing run and the .cert of another`,
        }
      : check,
  )
}

const ENTRY_CHECKS: readonly CheckId[] = ['inclusion-proof', 'checkpoint', 'signed-entry-timestamp']

function authenticatedFields(
  checks: readonly CheckResult[],
  { certificate, logEntry }: Evidence,
): Pick<VerificationResult, 'signer' | 'logEntry'> {
  const { identity, oidcIssuer } = certificate.value ?? {}
  const isSignerKnown = didPass(checks, 'signature', 'certificate-chain') && identity && oidcIssuer
  const isTimeKnown = didPass(checks, 'signed-entry-timestamp')
  const isEntryKnown =
    didPass(checks, 'log-entry-binding') &&
    (isTimeKnown || didPass(checks, 'inclusion-proof', 'checkpoint')) &&
    !ENTRY_CHECKS.some((id) => checks.some((check) => check.id === id && check.status === 'failed'))
  const entry = isEntryKnown ? logEntry.value : undefined
  const integratedTime = isTimeKnown ? entry?.integratedTime : undefined
  return {
    ...(isSignerKnown && { signer: { certificateIdentity: identity, oidcIssuer } }),
    ...(entry && {
      logEntry: {
        // Without a checkpoint that holds, in which tree it is the log alone says.
        uuid: didPass(checks, 'inclusion-proof', 'checkpoint') ? provenUuid(entry) : entry.leafHash.hex,
        logId: entry.logId,
        logIndex: entry.logIndex,
        ...(integratedTime && { integratedTime: formatTime(integratedTime) }),
      },
    }),
  }
}
