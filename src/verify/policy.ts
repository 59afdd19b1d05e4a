// What must hold. A policy that is incomplete cannot be built.
import type { Signer } from '../kubernetes/signer.js'
import type { SignatureSource } from '../request/request.js'
import { CHECK_IDS, type CheckId } from './check.js'

export interface Policy {
  readonly signer: Signer
  readonly signatureSource: SignatureSource
  /** The checks that must pass; the outcome is computed from these. */
  readonly requiredChecks: ReadonlySet<CheckId>
}

export interface PolicyOptions {
  readonly signer: Signer
  /** Whether there is a published, pinned or measured digest to compare with another. */
  readonly compareDigest: boolean
  /** Whether the artifact claims to be a file of a release, which the release's SBOM must confirm. */
  readonly bindRelease: boolean
  readonly signatureSource?: SignatureSource
}

/**
 * Every check is required, except where the subject by its nature has nothing to check. The cross-checks are not:
 * one that fails rejects like any, but Kubernetes may leave a paper out.
 */
export function createPolicy({
  signer,
  compareDigest,
  bindRelease,
  signatureSource = 'artifact',
}: PolicyOptions): Policy {
  if (signer.certificateIdentity === '' || signer.oidcIssuer === '') {
    throw new RangeError('a policy needs a certificate identity and an OIDC issuer')
  }
  if (signatureSource === 'release-sbom' && !bindRelease) {
    throw new RangeError('without its release SBOM nothing would prove the artifact')
  }
  const requiredChecks = new Set<CheckId>(
    signatureSource === 'artifact' ? CHECK_IDS : ['digest', 'release-binding'],
  )
  if (!compareDigest) requiredChecks.delete('digest')
  if (!bindRelease) requiredChecks.delete('release-binding')
  return { signer, signatureSource, requiredChecks }
}
