import type { Digest } from '../digest.js'
import type { Claim } from '../evidence/claim.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'

export interface DigestClaims {
  /** Of the bytes we have. */
  readonly measured: Claim<Digest> | undefined
  /** Of the `.sha256` file; undefined where no file is published by nature. */
  readonly published: Claim<Digest> | undefined
  /** The user's pin. */
  readonly expected: Digest | undefined
}

/** Whether all digests that are claimed for the artifact are the measured one. */
export function checkDigest({ measured, published, expected }: DigestClaims): CheckResult {
  if (measured === undefined) return checkClaimedDigests(published, expected)
  if (measured.error !== undefined) return fromError('digest', measured.error)
  const actual = measured.value.toString()
  if (expected !== undefined && !expected.equals(measured.value)) {
    const comparison = { expected: expected.toString(), actual }
    return failed('digest', 'DIGEST_MISMATCH', 'the bytes do not have the pinned digest', comparison)
  }
  if (published?.error !== undefined) return fromError('digest', published.error)
  if (published !== undefined && !published.value.equals(measured.value)) {
    const comparison = { expected: published.value.toString(), actual }
    return failed(
      'digest',
      'DIGEST_MISMATCH',
      'the bytes do not have the digest in the .sha256 file',
      comparison,
    )
  }
  const agreeing = [published && 'the .sha256 file', expected && 'the pin'].filter(Boolean)
  return agreeing.length === 0
    ? notRun('digest', `the bytes have ${actual}; no other digest is claimed for them`)
    : passed('digest', `the bytes have ${actual}, equal to ${agreeing.join(' and ')}`)
}

/** Without bytes only the claims can be held against each other. */
function checkClaimedDigests(
  published: Claim<Digest> | undefined,
  expected: Digest | undefined,
): CheckResult {
  if (published?.value !== undefined && expected !== undefined && !published.value.equals(expected)) {
    const comparison = { expected: expected.toString(), actual: published.value.toString() }
    return failed('digest', 'DIGEST_MISMATCH', 'the given digest is not the pinned one', comparison)
  }
  return notRun('digest', 'no bytes are at hand: the evidence is checked for the digest as given')
}
