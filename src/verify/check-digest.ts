import type { Digest } from '../digest.js'
import type { ContradictionCode } from '../errors.js'
import type { Result } from '../result.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'

/** A digest that somebody says the artifact has. */
export interface DigestClaim {
  /** For details: `the .sha256 file`, `the pin`. */
  readonly source: string
  readonly digest: Result<Digest>
  /** What it means that the bytes have another; default: DIGEST_MISMATCH. */
  readonly code?: ContradictionCode
}

export interface DigestClaims {
  /** Of the bytes we have; undefined in digest depth. */
  readonly measured: Result<Digest> | undefined
  /** The first that can be read stands for the bytes where there are none. */
  readonly claims: readonly DigestClaim[]
}

/** The digest that all evidence has to be about. */
export function toDigest({ measured, claims }: DigestClaims): Digest | undefined {
  return measured?.value ?? claims.find(({ digest }) => digest.value !== undefined)?.digest.value
}

/** Whether all digests that are claimed for the artifact are the measured one, or without bytes one and the same. */
export function checkDigest(input: DigestClaims): CheckResult {
  const { measured, claims } = input
  if (measured?.error !== undefined) return fromError('digest', measured.error)
  const actual = toDigest(input)
  for (const { source, digest, code = 'DIGEST_MISMATCH' } of claims) {
    if (digest.error !== undefined) return fromError('digest', digest.error)
    if (actual === undefined || digest.value.equals(actual)) continue
    const what = measured === undefined ? 'the digest is not the one' : 'the bytes do not have the digest'
    const comparison = { expected: digest.value.toString(), actual: actual.toString() }
    return failed('digest', code, { detail: `${what} in ${source}`, ...comparison })
  }
  if (measured === undefined) {
    return notRun('digest', 'no bytes are at hand: the evidence is checked for the digest as given')
  }
  const text = measured.value.toString()
  return claims.length === 0
    ? notRun('digest', `the bytes have ${text}; no other digest is claimed for them`)
    : passed('digest', `the bytes have ${text}, equal to ${claims.map(({ source }) => source).join(' and ')}`)
}
