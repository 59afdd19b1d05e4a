// The signature over the digest. Node's crypto only verifies over the message
// itself, which would need the bytes again; @noble/curves (audited) verifies
// over the digest, so that one path serves a streamed file and a lone digest.
import type { KeyObject } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import { ASN1Obj } from '@sigstore/core'
import type { Hash } from '../digest.js'
import type { CodedError } from '../errors.js'
import { toResult } from '../result.js'
import { type Envelope, parseStatement } from '../evidence/envelope.js'
import type { Evidence } from '../evidence/evidence.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'
import { type StatementContext, checkStatement } from './check-statement.js'
import { type Policy, isManagedKey } from './policy.js'
import { type KnownDigests, toSignedHash } from './signed-hash.js'

/** By Node's names of the curves. Fulcio issues for both. */
const CURVES = { prime256v1: p256, secp384r1: p384 } as const

/**
 * Whether the key made the signature over the hash: ECDSA (FIPS 186-5) by an EC key on P-256 or P-384.
 * `lowS: false`: half of all ECDSA signatures have a high s, and Sigstore's are not normalised.
 */
export function verifyEcdsa(publicKey: KeyObject, { bytes }: Hash, signature: Buffer): boolean {
  const curve = curveOf(publicKey)
  if (curve === undefined) return false
  const { x, y } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([
    Buffer.of(0x04),
    Buffer.from(x ?? '', 'base64url'),
    Buffer.from(y ?? '', 'base64url'),
  ])
  try {
    // Of a longer hash its first bits count, as many as the curve's order has (FIPS 186-5 §6.4.1).
    const counted = bytes.subarray(0, curve.lengths.secretKey)
    return curve.verify(signature, counted, point, { prehash: false, lowS: false, format: 'der' })
  } catch {
    // A number out of range.
    return false
  }
}

function curveOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  const { namedCurve } = asymmetricKeyDetails ?? {}
  return asymmetricKeyType === 'ec' && isKnownCurve(namedCurve) ? CURVES[namedCurve] : undefined
}

/** Why nobody can say whether the signature holds; undefined where it can be said. */
function whyUnreadable(publicKey: KeyObject, signature: Buffer): string | undefined {
  if (curveOf(publicKey) === undefined) {
    const kind = publicKey.asymmetricKeyDetails?.namedCurve ?? publicKey.asymmetricKeyType ?? 'unknown'
    return `the key is of the kind ${kind}, by which this version verifies no signature`
  }
  return isDerSignature(signature) ? undefined : 'the signature is not an ECDSA signature in DER'
}

/** ECDSA-Sig-Value (RFC 3279 §2.2.3): a SEQUENCE of two INTEGERs, and nothing after it; the numbers may be any. */
function isDerSignature(signature: Buffer): boolean {
  try {
    const sequence = ASN1Obj.parseBuffer(Buffer.from(signature))
    const isPair = sequence.tag.number === UNIVERSAL_TAG.SEQUENCE && sequence.subs.length === 2
    return (
      isPair &&
      sequence.subs.every(({ tag }) => tag.isUniversal() && tag.number === UNIVERSAL_TAG.INTEGER) &&
      sequence.toDER().equals(signature)
    )
  } catch {
    return false
  }
}

/** Tags of X.690 §8. */
const UNIVERSAL_TAG = { INTEGER: 0x02, SEQUENCE: 0x10 } as const

/**
 * Whether the certificate's key made the signature over the digest, or over a statement that names it.
 * @param policy whose managed key, where there is one, stands in the certificate's place
 */
export function checkSignature(
  known: KnownDigests | undefined,
  evidence: Evidence,
  policy: Policy,
): CheckResult {
  const id = 'signature'
  const managedKey = isManagedKey(policy.signer) ? policy.signer.publicKey : undefined
  const { signature, certificate, envelope, furtherDigest } = evidence
  if (signature.error !== undefined) return fromError(id, signature.error)
  const publicKey = managedKey ?? certificate.value?.publicKey
  if (publicKey === undefined) return fromError(id, certificate.error as CodedError)
  if (known === undefined) return notRun(id, 'there is no digest to verify the signature over')
  const who = managedKey ? 'the given key' : "the certificate's key"
  const unreadable = whyUnreadable(publicKey, signature.value)
  if (unreadable !== undefined) return notRun(id, unreadable, 'SIGNATURE_INVALID')
  const isOver = (hash: Hash): boolean => verifyEcdsa(publicKey, hash, signature.value)
  const signed = toSignedHash(evidence, known, { publicKey, isOver })
  if (signed === undefined) {
    const detail = `the signature is over a digest by ${furtherDigest?.algorithm ?? ''}, which is supported only where the bytes are at hand`
    return notRun(id, detail, 'SIGNATURE_INVALID')
  }
  if (!isOver(signed)) {
    return failed(id, 'SIGNATURE_INVALID', {
      detail: `${who} did not make this signature over this digest: signature, ${managedKey ? 'key' : 'certificate'} and artifact do not belong together`,
      expected: `a signature over ${format(signed)}`,
      actual: 'a signature that does not verify',
    })
  }
  return envelope === undefined
    ? passed(id, `${who} signed ${format(signed)}`)
    : checkEnvelope(envelope, known, { signedBy: who, namedType: policy.predicateType })
}

function format({ algorithm, bytes }: Hash): string {
  return `${algorithm}:${bytes.toString('hex')}`
}

/** Whether a signed statement is about the artifact, by whichever digest it names. */
function checkEnvelope(
  envelope: Envelope,
  { digest, further }: KnownDigests,
  spoken: StatementContext,
): CheckResult {
  const id = 'signature'
  const statement = toResult(() => parseStatement(envelope))
  if (statement.error !== undefined) return fromError(id, statement.error)
  const { subjects, otherAlgorithms, further: named } = statement.value
  const known = Object.entries(further).map(([algorithm, bytes]) => `${algorithm}:${bytes.toString('hex')}`)
  const own = known.find((each) => named.has(each))
  if (subjects.length === 0 && own !== undefined) return checkStatement(statement.value, spoken)
  const isComparable = known.some((each) => otherAlgorithms.includes(each.split(':')[0] ?? ''))
  if (subjects.length === 0 && otherAlgorithms.length > 0 && !isComparable) {
    const actual = [...new Set(otherAlgorithms)].join(', ').slice(0, MAX_LISTED)
    const comparison = { expected: digest.toString(), actual }
    return notRun(
      id,
      'the signed statement names no SHA-256 digest, and another is supported only where the bytes are at hand',
      { code: 'SUBJECT_MISMATCH', ...comparison },
    )
  }
  if (!subjects.some((subject) => subject.equals(digest))) {
    return failed(id, 'SUBJECT_MISMATCH', {
      detail: 'the signed statement is not about this digest',
      expected: digest.toString(),
      actual: subjects.map(String).join(', ') || 'no SHA-256 digest',
    })
  }
  return checkStatement(statement.value, spoken)
}

/** How much of foreign names a message repeats. */
const MAX_LISTED = 100

function isKnownCurve(name: string | undefined): name is keyof typeof CURVES {
  return name !== undefined && name in CURVES
}
