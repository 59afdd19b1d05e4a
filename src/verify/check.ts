// One check's result, and the list of all checks in their order.
import {
  type CodedError,
  type ContradictionCode,
  type ErrorCode,
  type Reason,
  isContradiction,
  unjudgedReason,
  remedyOf,
} from '../errors.js'

/** Every check, in the order they are reported. docs and README take theirs from here. */
export const CHECK_IDS = [
  'digest',
  'signature',
  'certificate-chain',
  'signed-certificate-timestamp',
  'certificate-identity',
  'oidc-issuer',
  'log-entry-binding',
  'inclusion-proof',
  'checkpoint',
  'signed-entry-timestamp',
  'signed-timestamp',
  'log-time-within-certificate',
  'release-binding',
  'independent-judge',
] as const

/** What a release's own papers say about an artifact, in the order they are reported. */
export const CROSS_CHECK_IDS = [
  'checksum-sha512',
  'sha256sums',
  'sha512sums',
  'sbom-file',
  'provenance-subject',
  'provenance-builder',
  'provenance-source',
] as const

/** What is asked of a container image beside. */
export const IMAGE_CHECK_IDS = ['image-payload', 'image-name'] as const

export type CheckId =
  (typeof CHECK_IDS)[number] | (typeof CROSS_CHECK_IDS)[number] | (typeof IMAGE_CHECK_IDS)[number]

export interface CheckResult {
  readonly id: CheckId
  readonly status: 'passed' | 'failed' | 'not-run'
  /** Set when failed, and when not run for a reason that keeps a required check from passing. */
  readonly code?: ErrorCode
  /** Set with the code: `contradiction` when failed, and never else. */
  readonly reason?: Reason
  /** One sentence; may hold text from outside. */
  readonly detail: string
  /** What to do about this very case, where that is more than the code's own remedy. May hold text from outside. */
  readonly remedy?: string
  readonly expected?: string
  readonly actual?: string
}

interface Comparison {
  readonly expected?: string | undefined
  readonly actual?: string | undefined
}

export function passed(id: CheckId, detail: string): CheckResult {
  return { id, status: 'passed', detail }
}

/** Something was read, and contradicts. */
export function failed(
  id: CheckId,
  code: ContradictionCode,
  detail: string,
  { expected, actual }: Comparison = {},
): CheckResult {
  return {
    id,
    status: 'failed',
    code,
    reason: 'contradiction',
    detail,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  }
}

/**
 * Nothing was contradicted: there is nothing to check, or what is there cannot be judged.
 * @param code why a required check cannot pass
 */
export function notRun(
  id: CheckId,
  detail: string,
  code?: ErrorCode,
  { reason, expected, actual }: Comparison & { readonly reason?: Reason | undefined } = {},
): CheckResult {
  return {
    id,
    status: 'not-run',
    ...(code === undefined ? {} : { code, reason: reason ?? unjudgedReason(code) }),
    detail,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  }
}

/** What a missing, unreadable or contradicting piece of evidence means for the check that needs it. */
export function fromError(id: CheckId, error: CodedError): CheckResult {
  const { code, message, reason } = error
  const check =
    reason === 'contradiction' && isContradiction(code)
      ? failed(id, code, message, error)
      : notRun(id, message, code, error)
  return error.hint === remedyOf(code, reason) ? check : { ...check, remedy: error.hint }
}
