// The signature over the digest. Node's crypto only verifies over the message
// itself, which would need the bytes again; @noble/curves (audited) verifies
// over the digest, so that one path serves a streamed file and a lone digest.
import type { KeyObject } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import type { Digest } from '../digest.js'
import type { CodedError } from '../errors.js'
import { toResult } from '../result.js'
import { parseStatement, toSignedDigest } from '../evidence/envelope.js'
import type { Evidence } from '../evidence/evidence.js'
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

/**
 * Whether the certificate's key made the signature over the digest, or over a statement that names it.
 * @param managedKey stands in the certificate's place
 */
export function checkSignature(
  digest: Digest | undefined,
  { signature, certificate, envelope }: Evidence,
  managedKey: KeyObject | undefined,
): CheckResult {
  const id = 'signature'
  if (signature.error !== undefined) return fromError(id, signature.error)
  const publicKey = managedKey ?? certificate.value?.publicKey
  if (publicKey === undefined) return fromError(id, certificate.error as CodedError)
  if (digest === undefined) return notRun(id, 'there is no digest to verify the signature over')
  const who = managedKey ? 'the given key' : "the certificate's key"
  const signed = envelope ? toSignedDigest(envelope) : digest
  if (!isSignatureBy(publicKey, signed, signature.value)) {
    return failed(
      id,
      'SIGNATURE_INVALID',
      `${who} did not make this signature over this digest: signature, ${managedKey ? 'key' : 'certificate'} and artifact do not belong together`,
      { expected: `a signature over ${signed.toString()}`, actual: 'a signature that does not verify' },
    )
  }
  if (envelope === undefined) return passed(id, `${who} signed ${digest.toString()}`)
  const statement = toResult(() => parseStatement(envelope))
  if (statement.error !== undefined) return fromError(id, statement.error)
  const { predicateType, subjects } = statement.value
  if (!subjects.some((subject) => subject.equals(digest))) {
    return failed(id, 'SUBJECT_MISMATCH', 'the signed statement is not about this digest', {
      expected: digest.toString(),
      actual: subjects.map(String).join(', ') || 'no SHA-256 digest',
    })
  }
  return passed(id, `${who} signed a statement of type ${predicateType} about ${digest.toString()}`)
}

function isKnownCurve(name: string | undefined): name is keyof typeof CURVES {
  return name !== undefined && name in CURVES
}
