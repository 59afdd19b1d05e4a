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

/** Every check, in the order they are reported. docs/checks.md lists them in this order, too. */
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

/** Both may hold text from outside. */
interface Comparison {
  readonly expected?: string | undefined
  readonly actual?: string | undefined
}

/** What is said of a contradiction; the sentence alone where there is nothing to compare. */
type Contradiction = string | (Comparison & { readonly detail: string })

/** Why a required check cannot pass; the code alone where the rest follows from it. */
type Hindrance = ErrorCode | (Comparison & { readonly code: ErrorCode; readonly reason?: Reason | undefined })

/**
 * The result of a check that holds.
 * @param detail what was compared, in one sentence
 */
export function passed(id: CheckId, detail: string): CheckResult {
  return { id, status: 'passed', detail }
}

/** Something was read, and contradicts. */
export function failed(id: CheckId, code: ContradictionCode, contradiction: Contradiction): CheckResult {
  const said = typeof contradiction === 'string' ? { detail: contradiction } : contradiction
  return { id, status: 'failed', code, reason: 'contradiction', detail: said.detail, ...compared(said) }
}

/**
 * Nothing was contradicted: there is nothing to check, or what is there cannot be judged.
 * @param because why a required check cannot pass
 */
export function notRun(id: CheckId, detail: string, because?: Hindrance): CheckResult {
  if (because === undefined) return { id, status: 'not-run', detail }
  const hindrance = typeof because === 'string' ? { code: because } : because
  const { code, reason = unjudgedReason(code) } = hindrance
  return { id, status: 'not-run', code, reason, detail, ...compared(hindrance) }
}

function compared({ expected, actual }: Comparison): Pick<CheckResult, 'expected' | 'actual'> {
  return {
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  }
}

/** What a missing, unreadable or contradicting piece of evidence means for the check that needs it. */
export function fromError(id: CheckId, error: CodedError): CheckResult {
  const { code, message, reason, expected, actual } = error
  const check =
    reason === 'contradiction' && isContradiction(code)
      ? failed(id, code, { detail: message, expected, actual })
      : notRun(id, message, { code, reason, expected, actual })
  return error.hint === remedyOf(code, reason) ? check : { ...check, remedy: error.hint }
}
