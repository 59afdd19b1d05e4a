// What the checks come to. The outcome is computed from the complete list:
// success is never inferred from the absence of an error.
import type { Digest } from '../digest.js'
import type { SignatureSource } from '../request/request.js'
import { type CheckId, type CheckResult, CHECK_IDS, CROSS_CHECK_IDS, IMAGE_CHECK_IDS } from './check.js'

export type Outcome = 'verified' | 'rejected' | 'unverifiable'

/** What the result is about, as it was asked for; all but the name only where a release is claimed. */
export interface SubjectDescription {
  readonly name: string
  readonly version?: string
  readonly platform?: string
  /** Where it stands in the release. */
  readonly path?: string
}

export interface JudgedCheck extends CheckResult {
  /** Whether the outcome depends on its passing. A failed check rejects in any case. */
  readonly required: boolean
}

/** A field is present only if the check that authenticates it passed. */
export interface VerificationResult {
  readonly schemaVersion: 1
  readonly artifact: SubjectDescription
  /** Of the bytes at hand; in digest depth, the digest that was given. */
  readonly digest?: Digest
  /** `full`: the bytes were hashed. `digest`: evidence was checked for a digest; no bytes were seen. */
  readonly depth: 'full' | 'digest'
  /** `release-sbom`: no signature of its own was looked at; the release's signed SBOM lists its digest. */
  readonly signatureSource: SignatureSource
  readonly outcome: Outcome
  readonly checks: readonly JudgedCheck[]
  /** Hex, computed from digest, signature and certificate: what the log is asked for, whether or not it has it. */
  readonly leafHash?: string
  readonly signer?: { readonly certificateIdentity: string; readonly oidcIssuer: string }
  readonly logEntry?: {
    readonly uuid: string
    readonly logId: string
    readonly logIndex: number
    /** ISO 8601, UTC; an entry of Rekor v2 has none. */
    readonly integratedTime?: string
  }
}

/**
 * Rejected when any check failed; verified when the list is complete and
 * every required check passed; unverifiable else.
 */
export function computeOutcome(checks: readonly JudgedCheck[]): Outcome {
  if (checks.some(({ status }) => status === 'failed')) return 'rejected'
  const complete = [CHECK_IDS, [...CHECK_IDS, ...CROSS_CHECK_IDS], [...CHECK_IDS, ...IMAGE_CHECK_IDS]]
  const isComplete = complete.some(
    (ids) => ids.length === checks.length && ids.every((id, index) => checks[index]?.id === id),
  )
  const required = checks.filter((check) => check.required)
  const isProven = required.length > 0 && required.every(({ status }) => status === 'passed')
  return isComplete && isProven ? 'verified' : 'unverifiable'
}

/** The worst of several: rejected before unverifiable before verified; of nothing, unverifiable. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('rejected')) return 'rejected'
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'verified')
    ? 'verified'
    : 'unverifiable'
}

/** The check that decided against the artifact: the first that failed, else the first required one that did not run and says why. */
export function decisiveCheck({ checks }: VerificationResult): JudgedCheck | undefined {
  return (
    checks.find(({ status }) => status === 'failed') ??
    checks.find(({ status, required, code }) => required && status === 'not-run' && code !== undefined) ??
    checks.find(({ status, required }) => required && status === 'not-run')
  )
}

/** Whether something is left unfinished because a service did not answer: it might have proven it. */
export function isCutOff({ outcome, checks }: VerificationResult): boolean {
  return outcome === 'unverifiable' && checks.some(({ required, reason }) => required && reason === 'network')
}

/** Whether each of these checks passed; one that did not run has not. */
export function didPass(checks: readonly CheckResult[], ...ids: CheckId[]): boolean {
  return ids.every((id) => checks.some((check) => check.id === id && check.status === 'passed'))
}
