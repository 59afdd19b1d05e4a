// Which evidence is over other digests than SHA-256 (FIPS 180-4), so that the
// artifact's bytes have to be hashed once more.
import type { KeyObject } from 'node:crypto'
import { toResult } from '../result.js'
import { parseStatement } from './envelope.js'
import type { Evidence } from './evidence.js'

/** Whether it can be judged only by the artifact's SHA-384 or SHA-512: its signature's own, or its statement's only ones. */
function needsFurther({ envelope, furtherDigest }: Evidence): boolean {
  if (envelope === undefined) return furtherDigest !== undefined
  return toResult(() => parseStatement(envelope)).value?.subjects.length === 0
}

/** The same, or a signature that may be. */
export function mayNeedFurther(evidence: Evidence): boolean {
  return needsFurther(evidence) || mayBeOverSha384(evidence, evidence.certificate.value?.publicKey)
}

/**
 * Whether a signature may be over SHA-384 though nothing says so: neither file of a pair says by which algorithm it is,
 * and cosign's algorithm for keys on P-384 goes with SHA-384. A bundle says it.
 */
export function mayBeOverSha384(
  { bundle, envelope, furtherDigest }: Pick<Evidence, 'bundle' | 'envelope' | 'furtherDigest'>,
  publicKey: KeyObject | undefined,
): boolean {
  const isSaid = bundle !== undefined || envelope !== undefined || furtherDigest !== undefined
  return !isSaid && publicKey?.asymmetricKeyDetails?.namedCurve === 'secp384r1'
}
