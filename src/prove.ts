// One artifact, or one paper, from its URLs to its proof.
import { setImmediate } from 'node:timers/promises'
import { type Digest, digestOf } from './digest.js'
import { CodedError, EvidenceError } from './errors.js'
import { parseCertificate } from './evidence/certificate.js'
import { parseChecksum } from './evidence/checksum.js'
import { type Claim, claim, claimAsync } from './evidence/claim.js'
import type { Evidence } from './evidence/evidence.js'
import { toHashedrekordBody, toLeafHash } from './evidence/hashedrekord.js'
import { type LogEntry, parseLogEntry } from './evidence/log-entry.js'
import { parseSignature } from './evidence/signature.js'
import { type ReleaseSbom, parseReleaseSbom } from './evidence/spdx.js'
import { formatPlatform } from './kubernetes/platform.js'
import { type PlannedArtifact, sbomNamespace } from './plan/plan.js'
import type { MeasuredFile, Ports } from './ports.js'
import type { Request } from './request/request.js'
import type { TrustedRoot } from './trust/trusted-root.js'
import type { ReleaseBinding } from './verify/check-release-binding.js'
import { createPolicy } from './verify/policy.js'
import {
  type SubjectDescription,
  type VerificationResult,
  decisiveCheck,
} from './verify/verification-result.js'
import { VerifiedArtifact } from './verify/verified-artifact.js'
import { type VerificationInput, verifyArtifact } from './verify/verify.js'

export interface ProofContext {
  readonly request: Request
  readonly ports: Ports
  readonly loadingRoot: Promise<Claim<TrustedRoot>>
  /** The proof of the release's SBOM, begun when first asked for; undefined when release-binding is off. */
  readonly proveSbom: () => Promise<PaperProof> | undefined
}

export interface Proof {
  readonly planned: PlannedArtifact
  readonly result: VerificationResult
  readonly measured?: MeasuredFile
  /** Set when the outcome is `verified`. */
  readonly verified?: VerifiedArtifact
}

export interface PaperProof extends Proof {
  /** The document, if the paper was verified and could be read; else why not. */
  readonly sbom: Claim<ReleaseSbom>
}

/** Streams the artifact, collects its evidence beside it, and verifies it. */
export async function proveArtifact(planned: PlannedArtifact, context: ProofContext): Promise<Proof> {
  const { ports, request } = context
  // In this order: what takes longest begins first.
  const [file, collected, sbom] = await Promise.all([
    claimAsync(ports.releaseSite.fetchArtifact(planned.urls, planned.name)),
    collectEvidence(planned, ports),
    context.proveSbom(),
  ])
  const measured = file.value
  const result = await verify({
    ...collected,
    artifact: describe(planned),
    measured: measured ? { value: measured.sha256 } : { error: file.error },
    expected: request.expectedSha256,
    releaseBinding: bind(planned, sbom),
    trustedRoot: await unwrap(context.loadingRoot),
    policy: createPolicy({ signer: request.signer, compareDigest: true, bindRelease: sbom !== undefined }),
  })
  if (measured === undefined || result.outcome !== 'verified')
    return { planned, result, ...(measured && { measured }) }
  return {
    planned,
    result,
    measured,
    verified: VerifiedArtifact.from(planned, measured, collected.evidence, result),
  }
}

/** The same for the SBOM, whose text is read once it is verified. */
export async function provePaper(
  planned: PlannedArtifact,
  context: Omit<ProofContext, 'proveSbom'>,
): Promise<PaperProof> {
  const { ports, request } = context
  const [paper, collected] = await Promise.all([
    claimAsync(ports.releaseSite.fetchPaper(planned.urls)),
    collectEvidence(planned, ports),
  ])
  const result = await verify({
    ...collected,
    artifact: describe(planned),
    measured: paper.value ? { value: digestOf(paper.value) } : paper,
    expected: undefined,
    releaseBinding: {
      kind: 'not-applicable',
      reason: 'this is the paper that binds the others to the release',
    },
    trustedRoot: await unwrap(context.loadingRoot),
    policy: createPolicy({ signer: request.signer, compareDigest: true, bindRelease: false }),
  })
  return { planned, result, sbom: readSbom(result, paper.value) }
}

/** Verification holds the processor for milliseconds: what the network has for us goes first. */
async function verify(input: VerificationInput): Promise<VerificationResult> {
  await setImmediate()
  return verifyArtifact(input)
}

/**
 * The sidecars side by side, then the log entry: its leaf hash follows from
 * them, so it is asked for while the artifact is still on its way.
 */
async function collectEvidence(
  { urls }: PlannedArtifact,
  { releaseSite, transparencyLog }: Ports,
): Promise<{ published: Claim<Digest>; evidence: Evidence }> {
  const [signature, certificate, published] = await Promise.all([
    claimAsync(releaseSite.fetchSignature(urls).then(parseSignature)),
    claimAsync(releaseSite.fetchCertificate(urls).then(parseCertificate)),
    claimAsync(releaseSite.fetchChecksum(urls).then(parseChecksum)),
  ])
  const lookUp = async (): Promise<LogEntry> => {
    if (!signature.value || !certificate.value || !published.value) {
      const message =
        'the log was not asked: an entry’s address follows from digest, signature and certificate'
      throw new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', message)
    }
    const body = toHashedrekordBody({
      digest: published.value,
      signature: signature.value,
      certificateDer: certificate.value.der,
    })
    return parseLogEntry(await transparencyLog.fetchEntry(toLeafHash(body)))
  }
  return { published, evidence: { signature, certificate, logEntry: await claimAsync(lookUp()) } }
}

function bind({ path, version }: PlannedArtifact, sbom: PaperProof | undefined): ReleaseBinding {
  if (sbom === undefined) return { kind: 'not-applicable', reason: 'release-binding is off' }
  return { kind: 'sbom', sbom: sbom.sbom, namespace: sbomNamespace(version), path }
}

function readSbom(result: VerificationResult, paper: Buffer | undefined): Claim<ReleaseSbom> {
  if (result.outcome === 'verified' && paper !== undefined)
    return claim(() => parseReleaseSbom(paper.toString()))
  const reason = decisiveCheck(result)
  const detail = `${reason?.id ?? 'no check'}: ${reason?.detail ?? 'nothing was checked'}`
  return {
    error:
      result.outcome === 'rejected' && reason?.code !== undefined
        ? new CodedError(reason.code, `the release's SBOM is itself rejected: ${detail}`, reason)
        : new CodedError('RELEASE_BINDING_UNAVAILABLE', `the release's SBOM is not proven: ${detail}`),
  }
}

function describe({ name, version, platform, path }: PlannedArtifact): SubjectDescription {
  return { name, version, ...(platform && { platform: formatPlatform(platform) }), path }
}

async function unwrap<T>(promise: Promise<Claim<T>>): Promise<T> {
  const { value, error } = await promise
  if (error !== undefined) throw error
  return value
}
