// One check's result, and the list of all checks in their order.
import type { CodedError, ErrorCode } from '../errors.js'
import { ERRORS } from '../errors.js'

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
export const IMAGE_CHECK_IDS = ['image-payload'] as const

export type CheckId =
  (typeof CHECK_IDS)[number] | (typeof CROSS_CHECK_IDS)[number] | (typeof IMAGE_CHECK_IDS)[number]

export interface CheckResult {
  readonly id: CheckId
  readonly status: 'passed' | 'failed' | 'not-run'
  /** Set when failed, and when not run for a reason that keeps a required check from passing. */
  readonly code?: ErrorCode
  /** One sentence; may hold text from outside. */
  readonly detail: string
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

export function failed(
  id: CheckId,
  code: ErrorCode,
  detail: string,
  { expected, actual }: Comparison = {},
): CheckResult {
  return {
    id,
    status: 'failed',
    code,
    detail,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  }
}

export function notRun(id: CheckId, detail: string, code?: ErrorCode): CheckResult {
  return { id, status: 'not-run', ...(code === undefined ? {} : { code }), detail }
}

/** What a missing or unreadable piece of evidence means for the check that needs it: wrong is failed, absent is not run. */
export function fromError(id: CheckId, error: CodedError): CheckResult {
  return ERRORS[error.code].exit === 1
    ? failed(id, error.code, error.message, error)
    : notRun(id, error.message, error.code)
}
