// Evidence, trusted root and policy → verification result. Pure.
import type { Digest } from '../digest.js'
import { InternalError } from '../errors.js'
import type { Claim } from '../evidence/claim.js'
import type { Evidence } from '../evidence/evidence.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { CHECK_IDS, type CheckResult, notRun } from './check.js'
import {
  checkCertificateChain,
  checkCertificateTimestamp,
  checkIdentity,
  checkIssuer,
} from './check-certificate.js'
import { checkDigest } from './check-digest.js'
import {
  checkCheckpoint,
  checkInclusionProof,
  checkLogEntryBinding,
  checkLogTime,
  checkSignedEntryTimestamp,
} from './check-log-entry.js'
import { type ReleaseBinding, checkReleaseBinding } from './check-release-binding.js'
import { type CrossCheckInput, crossCheck } from './cross-check.js'
import { checkSignature } from './check-signature.js'
import { findRefusal } from './judge.js'
import { formatTime, toLogTime } from './log-time.js'
import type { Policy } from './policy.js'
import {
  type SubjectDescription,
  type VerificationResult,
  computeOutcome,
  didPass,
} from './verification-result.js'

export interface VerificationInput {
  readonly artifact: SubjectDescription
  /** Of the bytes; undefined in digest depth. */
  readonly measured: Claim<Digest> | undefined
  /** Of the `.sha256` file; in digest depth, the digest that was given. */
  readonly published: Claim<Digest> | undefined
  /** The user's pin. */
  readonly expected: Digest | undefined
  /** Undefined when the release's SBOM stands for it: the policy's signature source. */
  readonly evidence: Evidence | undefined
  readonly releaseBinding: ReleaseBinding
  readonly crossCheck?: CrossCheckInput | undefined
  readonly trustedRoot: TrustedRoot
  readonly policy: Policy
}

/**
 * Runs every check and computes the outcome.
 * Without the bytes (they could not be fetched) the evidence is still checked
 * for the published digest, so that the report says all there is to say.
 * @throws InternalError when the independent judge refuses what every check of ours accepts
 */
export function verifyArtifact(input: VerificationInput): VerificationResult {
  const { artifact, measured, published, evidence, trustedRoot, policy } = input
  const digest = measured?.value ?? published?.value
  const checks = nameMixedPair(runChecks(input, digest)).map((check) => ({
    ...check,
    required: policy.requiredChecks.has(check.id),
  }))
  const outcome = computeOutcome(checks)
  // A policy that wants signatures cannot be met without them, and one that does not must not be given any.
  if ((evidence === undefined) !== (policy.signatureSource === 'release-sbom')) {
    throw new InternalError(`the evidence for ${artifact.name} does not fit its policy`)
  }
  const result: VerificationResult = {
    schemaVersion: 1,
    artifact,
    ...(digest && { digest }),
    depth: measured === undefined ? 'digest' : 'full',
    signatureSource: policy.signatureSource,
    outcome,
    checks,
    ...(evidence && authenticatedFields(checks, evidence)),
  }
  if (outcome === 'verified' && evidence !== undefined) {
    const { signature, certificate, logEntry } = evidence
    if (!digest || !signature.value || !certificate.value || !logEntry.value) {
      throw new InternalError(`${artifact.name} counts as verified without its evidence`)
    }
    const parts = {
      digest,
      signature: signature.value,
      certificate: certificate.value,
      logEntry: logEntry.value,
    }
    const refusal = findRefusal(parts, trustedRoot, policy.signer)
    if (refusal !== undefined) {
      throw new InternalError(
        `every check accepts ${artifact.name}, but @sigstore/verify refuses it: ${refusal}`,
      )
    }
  }
  return result
}

/** In the order of CHECK_IDS. */
function runChecks(input: VerificationInput, digest: Digest | undefined): CheckResult[] {
  const { evidence, trustedRoot, policy } = input
  const ofPapers = input.crossCheck === undefined ? [] : crossCheck(digest, input.crossCheck)
  if (evidence === undefined) return [...runSbomChecks(input, digest), ...ofPapers]
  const { signature, certificate, logEntry } = evidence
  const entryTimestamp = checkSignedEntryTimestamp(logEntry, trustedRoot)
  const time = toLogTime(logEntry, certificate, entryTimestamp.status === 'passed')
  return [
    checkDigest(input),
    checkSignature(digest, signature, certificate),
    checkCertificateChain(certificate, trustedRoot, time),
    checkCertificateTimestamp(certificate, trustedRoot, time),
    checkIdentity(certificate, policy.signer),
    checkIssuer(certificate, policy.signer),
    checkLogEntryBinding(digest, evidence),
    checkInclusionProof(logEntry),
    checkCheckpoint(logEntry, trustedRoot),
    entryTimestamp,
    checkLogTime(certificate, logEntry, time),
    checkReleaseBinding(digest, input.releaseBinding),
    ...ofPapers,
  ]
}

/** The artifact's own signature is not looked at: the SBOM's was, before its list counts for anything. */
function runSbomChecks(input: VerificationInput, digest: Digest | undefined): CheckResult[] {
  return CHECK_IDS.map((id) => {
    if (id === 'digest') return checkDigest(input)
    if (id === 'release-binding') return checkReleaseBinding(digest, input.releaseBinding)
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
    check.code === 'SIGNATURE_INVALID'
      ? {
          ...check,
          detail: `${check.detail}: a mixed pair, the .sig of one signing run and the .cert of another`,
        }
      : check,
  )
}

function authenticatedFields(
  checks: readonly CheckResult[],
  { certificate, logEntry }: Evidence,
): Pick<VerificationResult, 'signer' | 'logEntry'> {
  const { identity, oidcIssuer } = certificate.value ?? {}
  const isSignerKnown = didPass(checks, 'signature', 'certificate-chain') && identity && oidcIssuer
  const isEntryKnown = didPass(
    checks,
    'log-entry-binding',
    'inclusion-proof',
    'checkpoint',
    'signed-entry-timestamp',
  )
  const entry = isEntryKnown ? logEntry.value : undefined
  return {
    ...(isSignerKnown && { signer: { certificateIdentity: identity, oidcIssuer } }),
    ...(entry && {
      logEntry: {
        uuid: entry.uuid,
        logId: entry.logId,
        logIndex: entry.logIndex,
        integratedTime: formatTime(entry.integratedTime),
      },
    }),
  }
}
