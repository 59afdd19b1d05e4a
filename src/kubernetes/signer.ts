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

/**
 * Who signed images at a time: the promoter of its day, who has to be the one in the certificate.
 * @param time when the log took the signature; undefined when no promise of the log says it
 */
export function imageSignerAt(
  { certificateIdentity, oidcIssuer }: Partial<Signer>,
  time: Date | undefined,
): Signer {
  const day = time !== undefined && !isNaN(time.getTime()) ? time.toISOString().slice(0, 10) : undefined
  const former = KNOWN_SIGNERS.find(
    ({ signs, from, until, ...known }) =>
      signs.includes('image') &&
      until !== undefined &&
      day !== undefined &&
      // A month is meant whole.
      from <= day.slice(0, from.length) &&
      day.slice(0, until.length) <= until &&
      known.certificateIdentity === certificateIdentity &&
      known.oidcIssuer === oidcIssuer,
  )
  return former ?? IMAGE_SIGNER
}

function currentSigner(kind: string): Signer {
  const signer = KNOWN_SIGNERS.find(({ signs, until }) => signs.includes(kind) && until === undefined)
  if (signer === undefined) throw new RangeError(`nobody signs ${kind}`)
  const { certificateIdentity, oidcIssuer } = signer
  return { certificateIdentity, oidcIssuer }
}
