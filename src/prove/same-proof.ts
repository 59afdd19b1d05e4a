// Another runner's proof of the same artifact. Two runners that place the same
// at the same time have two bundles for it, since the log signs its state anew
// for everyone who asks: the other's counts only once it was verified here.
import { toBundleCandidate } from '../gather/bundle.js'
import type { Signer } from '../kubernetes/signer.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { VerifiedArtifact } from '../verify/verified-artifact.js'
import { describe } from './artifact-proof.js'
import { judge } from './judge.js'

/**
 * Whether a bundle proves what the artifact's own proves: the same bytes, by the signer that was asked for.
 * @param bundle as it stands in the artifact's place; of an artifact that an SBOM proves, the SBOM's
 */
export function provesTheSame(
  artifact: VerifiedArtifact,
  bundle: string,
  { signer, trustedRoot }: { readonly signer: Signer; readonly trustedRoot: TrustedRoot },
): boolean {
  const { proof } = artifact
  const { planned, digest } = proof instanceof VerifiedArtifact ? proof : artifact
  const subject = {
    artifact: describe(planned),
    measured: { value: digest },
    claims: [],
    releaseBinding: { kind: 'not-applicable', reason: 'it was bound to its release before' },
    signer,
  } as const
  const { outcome } = judge(subject, toBundleCandidate('cache', { value: bundle }), trustedRoot)
  return outcome === 'verified'
}
