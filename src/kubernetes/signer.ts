// Who signs for Kubernetes: SAN and OIDC issuer in the certificates, by kind
// and time. The data is in signers.json, each line with its source.
import signers from './signers.json' with { type: 'json' }

export interface Signer {
  /** The certificate's subject alternative name, compared whole. */
  readonly certificateIdentity: string
  readonly oidcIssuer: string
}

/** A signer of Kubernetes artifacts, and what it signed when. */
export interface KnownSigner extends Signer {
  readonly title: string
  readonly signs: readonly string[]
  /** YYYY, YYYY-MM or YYYY-MM-DD; without an end it still does. */
  readonly from: string
  readonly until?: string
}

const KNOWN_SIGNERS: readonly KnownSigner[] = signers.signers

/** Binaries, tarballs and SBOMs. */
export const RELEASE_SIGNER: Signer = currentSigner('release')

/** Container images, once they are promoted to registry.k8s.io. */
export const IMAGE_SIGNER: Signer = currentSigner('image')

/** @returns undefined where neither is given: then the promoter of an image's time has to have signed it */
export function toImageSigner(certificateIdentity = '', oidcIssuer = ''): Signer | undefined {
  if (certificateIdentity === '' && oidcIssuer === '') return undefined
  return {
    certificateIdentity: certificateIdentity || IMAGE_SIGNER.certificateIdentity,
    oidcIssuer: oidcIssuer || IMAGE_SIGNER.oidcIssuer,
  }
}

/** A known signer's title, such as `the Kubernetes image promoter`; undefined for a stranger. */
export function findSigner({ certificateIdentity, oidcIssuer }: Signer): string | undefined {
  return KNOWN_SIGNERS.find(
    (known) => known.certificateIdentity === certificateIdentity && known.oidcIssuer === oidcIssuer,
  )?.title
}

/** Whom a certificate names, as far as it does. */
interface SignedAt extends Partial<Signer> {
  /** When the log took the signature; undefined when no promise of the log says it. */
  readonly time: Date | undefined
}

/**
 * Who signed a kind of artifact at a time: the one that the certificate names, if it is one of the known in its own
 * period; else the one of today.
 */
export function signerAt(
  kind: string,
  { certificateIdentity, oidcIssuer, time }: SignedAt,
  signers: readonly KnownSigner[] = KNOWN_SIGNERS,
): Signer {
  const day = time !== undefined && !isNaN(time.getTime()) ? time.toISOString().slice(0, 10) : undefined
  const known = signers.find(
    ({ signs, from, until, ...each }) =>
      signs.includes(kind) &&
      day !== undefined &&
      // A month is meant whole.
      from <= day.slice(0, from.length) &&
      (until === undefined || day.slice(0, until.length) <= until) &&
      each.certificateIdentity === certificateIdentity &&
      each.oidcIssuer === oidcIssuer,
  )
  return known === undefined ? currentSigner(kind, signers) : toSigner(known)
}

/** Whether a signer is the one that a release's artifacts have by default, and so stands for those of former times. */
export function isReleaseSigner({ certificateIdentity, oidcIssuer }: Signer): boolean {
  return (
    certificateIdentity === RELEASE_SIGNER.certificateIdentity && oidcIssuer === RELEASE_SIGNER.oidcIssuer
  )
}

/** Of several the one that began last. */
function currentSigner(kind: string, signers: readonly KnownSigner[] = KNOWN_SIGNERS): Signer {
  const [signer] = signers
    .filter(({ signs, until }) => signs.includes(kind) && until === undefined)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  if (signer === undefined) throw new RangeError(`nobody signs ${kind}`)
  return toSigner(signer)
}

function toSigner({ certificateIdentity, oidcIssuer }: Signer): Signer {
  return { certificateIdentity, oidcIssuer }
}
