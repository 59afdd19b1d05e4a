// What the report of a shard says of an artifact, held against its own checks:
// a report is a file, and whoever can write it can write `verified` into it.
import { CHECK_IDS, CROSS_CHECK_IDS, IMAGE_CHECK_IDS } from '../verify/check.js'
import type { Outcome } from '../verify/verification-result.js'
import type { AuditedArtifact } from './audit-report.js'

const COMPLETE: readonly (readonly string[])[] = [
  CHECK_IDS,
  [...CHECK_IDS, ...CROSS_CHECK_IDS],
  [...CHECK_IDS, ...IMAGE_CHECK_IDS],
]
/** What no policy of an audit does without. */
const ALWAYS = [
  'signature',
  'certificate-chain',
  'certificate-identity',
  'oidc-issuer',
  'log-entry-binding',
] as const
/** One of each list has to have passed. */
const EITHER = [
  ['signed-entry-timestamp', 'signed-timestamp'],
  ['checkpoint', 'signed-entry-timestamp'],
] as const

/** Whether what is said of an artifact is no better than its own checks, and no milder. */
export function followsFromChecks(artifact: AuditedArtifact): boolean {
  const outcome = recomputeOutcome(artifact)
  if (artifact.outcome === 'verified') return outcome === 'verified'
  return outcome !== 'rejected' || artifact.outcome === 'rejected'
}

/** The outcome that an artifact's own checks come to. */
export function recomputeOutcome({ checks, problems = [], kind }: AuditedArtifact): Outcome {
  const statuses: Readonly<Record<string, string | undefined>> = checks
  const isPassed = (id: string): boolean => statuses[id] === 'passed'
  if (Object.values(checks).includes('failed')) return 'rejected'
  const ids = Object.keys(checks)
  const isComplete = COMPLETE.some(
    (list) => list.length === ids.length && list.every((id) => ids.includes(id)),
  )
  const isProven =
    ALWAYS.every(isPassed) &&
    EITHER.every((list) => list.some(isPassed)) &&
    (kind !== 'image' || isPassed('image-payload'))
  return isComplete && isProven && problems.length === 0 ? 'verified' : 'unverifiable'
}
