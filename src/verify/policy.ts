// What must hold. A policy that is incomplete cannot be built.
import type { KeyObject } from 'node:crypto'
import type { Signer } from '../kubernetes/signer.js'
import type { SignatureSource } from '../request/request.js'
import type { Evidence } from '../evidence/evidence.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { CHECK_IDS, CROSS_CHECK_IDS, type CheckId } from './check.js'

export interface Policy {
  /** Who has to have signed: an identity that a certificate names, or a managed key. */
  readonly signer: Signer | ManagedKey
  readonly signatureSource: SignatureSource
  /** The checks that must pass; the outcome is computed from these. */
  readonly requiredChecks: ReadonlySet<CheckId>
  readonly promiseSuffices: boolean
  /** A type of signed statements that the user named as enough, beside those that speak for themselves. */
  readonly predicateType: string | undefined
}

/** A key that its owner keeps: there is no certificate, and no identity but the key. */
export interface ManagedKey {
  readonly publicKey: KeyObject
}

export interface PolicyOptions {
  readonly signer: Signer | ManagedKey
  /** Whether there is a published, pinned or measured digest to compare with another. */
  readonly compareDigest: boolean
  /** Whether the artifact claims to be a file of a release, which the release's SBOM must confirm. */
  readonly bindRelease: boolean
  readonly signatureSource?: SignatureSource
  /** Whether the log's signed promise will do where there is no inclusion proof, as cosign holds. */
  readonly promiseSuffices?: boolean
  readonly predicateType?: string | undefined
  /** Whether what was signed has to name a manifest of a container image. */
  readonly bindImage?: boolean
  /** Whether it has to say the image's name as well, as all but cosign 3's bundles do. */
  readonly bindImageName?: boolean
  /** Whether each of a release's papers has to be there, and say the same. */
  readonly requirePapers?: boolean
}

/** What only a certificate has. */
const CERTIFICATE_CHECKS: readonly CheckId[] = [
  'certificate-chain',
  'signed-certificate-timestamp',
  'certificate-identity',
  'oidc-issuer',
  'log-time-within-certificate',
]
/** A certificate of ten minutes needs a proven time; a managed key does not. */
const TIME_CHECKS: readonly CheckId[] = ['signed-entry-timestamp', 'signed-timestamp']

/**
 * Every check is required, except where the subject by its nature has nothing to check. The cross-checks are not:
 * one that fails rejects like any, but Kubernetes may leave a paper out.
 */
export function createPolicy(options: PolicyOptions): Policy {
  const { signer, bindRelease, signatureSource = 'artifact', promiseSuffices = false } = options
  if (!isManagedKey(signer) && (signer.certificateIdentity === '' || signer.oidcIssuer === '')) {
    throw new RangeError('a policy needs a certificate identity and an OIDC issuer')
  }
  if (signatureSource === 'release-sbom' && !bindRelease) {
    throw new RangeError('without its release SBOM nothing would prove the artifact')
  }
  return {
    signer,
    signatureSource,
    requiredChecks: requiredBy(options, signatureSource),
    promiseSuffices,
    predicateType: options.predicateType,
  }
}

function requiredBy(options: PolicyOptions, source: SignatureSource): ReadonlySet<CheckId> {
  const { signer, compareDigest, bindRelease, bindImage, bindImageName, requirePapers } = options
  const required = new Set<CheckId>(source === 'artifact' ? CHECK_IDS : ['digest', 'release-binding'])
  if (!compareDigest) required.delete('digest')
  if (!bindRelease) required.delete('release-binding')
  if (bindImage) required.add('image-payload')
  if (requirePapers) for (const id of CROSS_CHECK_IDS) required.add(id)
  if (bindImageName) required.add('image-name')
  if (isManagedKey(signer)) for (const id of [...CERTIFICATE_CHECKS, ...TIME_CHECKS]) required.delete(id)
  return required
}

/** Whether a signer is a key of its own, and no certificate. */
export function isManagedKey(signer: Signer | ManagedKey): signer is ManagedKey {
  return 'publicKey' in signer
}

/**
 * The checks that must pass for this evidence. One proof of the time is enough: the log's signed entry timestamp,
 * or, where it gave none, that of a timestamp authority.
 * Where the owner of the trusted root runs no certificate transparency, there is nothing to ask of it.
 */
export function requiredFor(
  { requiredChecks, promiseSuffices }: Policy,
  evidence: Evidence | undefined,
  { isWithoutCtLogs }: Pick<TrustedRoot, 'isWithoutCtLogs'>,
): Set<CheckId> {
  const required = new Set(requiredChecks)
  if (isWithoutCtLogs) required.delete('signed-certificate-timestamp')
  const entry = evidence?.logEntry.value
  const hasPromise = entry?.signedEntryTimestamp !== undefined
  const hasTimestamps = (evidence?.timestamps ?? []).length > 0
  required.delete(
    entry !== undefined && !hasPromise && hasTimestamps ? 'signed-entry-timestamp' : 'signed-timestamp',
  )
  if (promiseSuffices && hasPromise && entry.inclusionProof === undefined) {
    required.delete('inclusion-proof')
    required.delete('checkpoint')
  }
  return required
}
