// The independent judge: @sigstore/verify decides over the same evidence as a
// whole. The one file that touches it.
import type { X509Certificate } from '@sigstore/core'
import { type SignedEntity, type TrustMaterial, Verifier, toTrustMaterial } from '@sigstore/verify'
import type { Digest } from '../digest.js'
import { messageOf } from '../errors.js'
import { toTransparencyLogEntry } from '../evidence/bundle.js'
import type { Certificate } from '../evidence/certificate.js'
import type { LogEntry } from '../evidence/log-entry.js'
import type { Signer } from '../kubernetes/signer.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { isSignatureBy } from './check-signature.js'

export interface JudgedEvidence {
  readonly digest: Digest
  readonly signature: Buffer
  readonly certificate: Certificate
  readonly logEntry: LogEntry
}

const materials = new WeakMap<TrustedRoot, TrustMaterial>()

/**
 * @returns undefined when the judge accepts, else its reason
 */
export function findRefusal(evidence: JudgedEvidence, root: TrustedRoot, signer: Signer): string | undefined {
  try {
    const { identity } = new Verifier(materialOf(root)).verify(toSignedEntity(evidence))
    // Not by the library's policy: a string there is an unanchored regular expression.
    if (identity?.subjectAlternativeName !== signer.certificateIdentity)
      return 'the certificate identity differs'
    if (identity.extensions?.issuer !== signer.oidcIssuer) return 'the OIDC issuer differs'
    return undefined
  } catch (thrown) {
    // A plain TypeError on hostile input is a refusal like any other.
    return messageOf(thrown)
  }
}

/** Made by hand, because the library's own way wants the whole artifact in memory. */
function toSignedEntity({ digest, signature, certificate, logEntry }: JudgedEvidence): SignedEntity {
  const tlogEntry = toTransparencyLogEntry(logEntry)
  return {
    signature: {
      signature,
      compareSignature: (other) => signature.equals(other),
      compareDigest: (other) => digest.bytes.equals(other),
      compareSignedDigest: (other) => digest.bytes.equals(other),
      verifySignature: (key) => isSignatureBy(key, digest, signature),
    },
    key: { $case: 'certificate', certificate: certificate.x509 },
    tlogEntries: [tlogEntry],
    // The very entry that is verified, so that no other one's time counts.
    timestamps: [{ $case: 'transparency-log', tlogEntry }],
  }
}

function materialOf(root: TrustedRoot): TrustMaterial {
  const known = materials.get(root)
  if (known !== undefined) return known
  const material = toTrustMaterial(root.document)
  for (const { certChain } of material.certificateAuthorities) certChain.forEach(rememberIssuers)
  materials.set(root, material)
  return material
}

/** An authority's own chain is the same for every artifact, and the library would verify it anew each time. */
function rememberIssuers(certificate: X509Certificate): void {
  const answers = new Map<X509Certificate | undefined, boolean>()
  const verify = certificate.verify.bind(certificate)
  certificate.verify = (issuer) => {
    const answer = answers.get(issuer) ?? verify(issuer)
    answers.set(issuer, answer)
    return answer
  }
}
