// ECDSA over a digest. Node's crypto only verifies over the message itself,
// which would need the bytes again; @noble/curves (audited) verifies over the
// digest, so that one path serves a streamed file and a lone digest.
import type { KeyObject } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import type { Hash } from '../digest.js'

/** A question and its answer: the bytes alone decide it. */
interface Answered {
  readonly curve: Curve
  readonly asked: Buffer
  readonly isMade: boolean
}

/** Our own check and the judge ask the same, one after the other, and each answer takes milliseconds. */
let lastAnswered: Answered | undefined

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
  // Of a longer hash its first bits count, as many as the curve's order has (FIPS 186-5 §6.4.1).
  const counted = bytes.subarray(0, curve.lengths.secretKey)
  // With the lengths, so that no byte of one part is taken for another's.
  const asked = Buffer.concat([Buffer.of(point.length, counted.length), point, counted, signature])
  if (lastAnswered?.curve !== curve || !lastAnswered.asked.equals(asked))
    lastAnswered = { curve, asked, isMade: isMadeBy(curve, { point, counted, signature }) }
  return lastAnswered.isMade
}

type Curve = (typeof CURVES)[keyof typeof CURVES]

interface Asked {
  readonly point: Buffer
  readonly counted: Buffer
  readonly signature: Buffer
}

function isMadeBy(curve: Curve, { point, counted, signature }: Asked): boolean {
  try {
    return curve.verify(signature, counted, point, { prehash: false, lowS: false, format: 'der' })
  } catch {
    // A number out of range.
    return false
  }
}

/** The curve of a key that signatures can be verified by here; undefined of any other key. */
export function curveOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  const { namedCurve } = asymmetricKeyDetails ?? {}
  return asymmetricKeyType === 'ec' && isKnownCurve(namedCurve) ? CURVES[namedCurve] : undefined
}

function isKnownCurve(name: string | undefined): name is keyof typeof CURVES {
  return name !== undefined && name in CURVES
}
