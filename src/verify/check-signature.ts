// The signature over the digest. Node's crypto only verifies over the message
// itself, which would need the bytes again; @noble/curves (audited) verifies
// over the digest, so that one path serves a streamed file and a lone digest.
import type { KeyObject } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import type { Digest } from '../digest.js'
import type { Certificate } from '../evidence/certificate.js'
import type { Claim } from '../evidence/claim.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'

/** By Node's names of the curves. Fulcio issues for both. */
const CURVES = { prime256v1: p256, secp384r1: p384 } as const

/** What was found about a signature: the independent judge asks again, and a curve takes milliseconds. */
const found = new WeakMap<
  Buffer,
  { readonly publicKey: KeyObject; readonly digest: Digest; readonly isValid: boolean }
>()

/** Whether the key made the signature over the digest. */
export function isSignatureBy(publicKey: KeyObject, digest: Digest, signature: Buffer): boolean {
  const known = found.get(signature)
  if (known?.publicKey.equals(publicKey) === true && known.digest.equals(digest)) return known.isValid
  const isValid = verifyEcdsa(publicKey, digest, signature)
  found.set(signature, { publicKey, digest, isValid })
  return isValid
}

/**
 * ECDSA (FIPS 186-5) over a SHA-256 digest by an EC key on P-256 or P-384.
 * `lowS: false`: half of all ECDSA signatures have a high s, and Sigstore's are not normalised.
 */
function verifyEcdsa(publicKey: KeyObject, digest: Digest, signature: Buffer): boolean {
  const { namedCurve } = publicKey.asymmetricKeyDetails ?? {}
  if (publicKey.asymmetricKeyType !== 'ec' || !isKnownCurve(namedCurve)) return false
  const { x, y } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([
    Buffer.of(0x04),
    Buffer.from(x ?? '', 'base64url'),
    Buffer.from(y ?? '', 'base64url'),
  ])
  try {
    return CURVES[namedCurve].verify(signature, digest.bytes, point, {
      prehash: false,
      lowS: false,
      format: 'der',
    })
  } catch {
    // The bytes are not a DER signature at all.
    return false
  }
}

/** Whether the certificate's key made the signature over the digest. */
export function checkSignature(
  digest: Digest | undefined,
  signature: Claim<Buffer>,
  certificate: Claim<Certificate>,
): CheckResult {
  if (signature.error !== undefined) return fromError('signature', signature.error)
  if (certificate.error !== undefined) return fromError('signature', certificate.error)
  if (digest === undefined) return notRun('signature', 'there is no digest to verify the signature over')
  if (!isSignatureBy(certificate.value.publicKey, digest, signature.value)) {
    return failed(
      'signature',
      'SIGNATURE_INVALID',
      "the certificate's key did not make this signature over this digest: signature, certificate and artifact do not belong together",
      { expected: `a signature over ${digest.toString()}`, actual: 'a signature that does not verify' },
    )
  }
  return passed('signature', `the certificate's key signed ${digest.toString()}`)
}

function isKnownCurve(name: string | undefined): name is keyof typeof CURVES {
  return name !== undefined && name in CURVES
}
