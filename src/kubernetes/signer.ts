// Who signs for Kubernetes: SAN and OIDC issuer in the certificates, by kind
// and time. The data is in signers.json, each line with its source.
import signers from './signers.json' with { type: 'json' }

export interface Signer {
  /** The certificate's subject alternative name, compared whole. */
  readonly certificateIdentity: string
  readonly oidcIssuer: string
}

/** A signer of Kubernetes artifacts, and what it signed when. */
interface KnownSigner extends Signer {
  readonly title: string
  readonly signs: readonly string[]
  /** YYYY-MM or YYYY-MM-DD; without an end it still does. */
  readonly from: string
  readonly until?: string
}

const KNOWN_SIGNERS: readonly KnownSigner[] = signers.signers

/** Binaries, tarballs and SBOMs. */
export const RELEASE_SIGNER: Signer = currentSigner('release')

/** Container images, once they are promoted to registry.k8s.io. */
export const IMAGE_SIGNER: Signer = currentSigner('image')

/** A known signer's title, such as `the Kubernetes image promoter`; undefined for a stranger. */
export function findSigner({ certificateIdentity, oidcIssuer }: Signer): string | undefined {
  return KNOWN_SIGNERS.find(
    (known) => known.certificateIdentity === certificateIdentity && known.oidcIssuer === oidcIssuer,
  )?.title
}

function currentSigner(kind: string): Signer {
  const signer = KNOWN_SIGNERS.find(({ signs, until }) => signs.includes(kind) && until === undefined)
  if (signer === undefined) throw new RangeError(`nobody signs ${kind}`)
  const { certificateIdentity, oidcIssuer } = signer
  return { certificateIdentity, oidcIssuer }
}
