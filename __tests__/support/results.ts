// Made-up results of a verification: what passed, what failed, and why.
import type { Digest } from '../../src/digest.js'
import type { ErrorCode } from '../../src/errors.js'
import { CHECK_IDS, type CheckId } from '../../src/verify/check.js'
import type { JudgedCheck, Outcome, VerificationResult } from '../../src/verify/verification-result.js'

/** Every check passed but those that are changed. */
export function resultOf(
  outcome: Outcome,
  changes: Readonly<Partial<Record<CheckId, Partial<JudgedCheck>>>> = {},
  more: Partial<VerificationResult> = {},
): VerificationResult {
  const checks = CHECK_IDS.map((id): JudgedCheck => ({
    id,
    status: 'passed',
    detail: 'as it was',
    required: true,
    ...changes[id],
  }))
  return {
    schemaVersion: 1,
    artifact: { name: 'kubectl', version: 'v1.35.2' },
    depth: 'full',
    signatureSource: 'artifact',
    outcome,
    checks,
    ...more,
  }
}

/** One check failed with this code. */
export function rejectedFor(id: CheckId, code: ErrorCode, digest?: Digest): VerificationResult {
  return resultOf('rejected', { [id]: { status: 'failed', code } }, digest && { digest })
}

/** One check that is required did not run. */
export function openFor(id: CheckId, code: ErrorCode): VerificationResult {
  return resultOf('unverifiable', { [id]: { status: 'not-run', code } })
}
