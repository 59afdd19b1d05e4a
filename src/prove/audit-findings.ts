// What is not there of what a release has to publish, and what was logged at an odd time: findings of an audit.
import { toFinding } from '../audit/audited.js'
import type { Finding } from '../audit/finding.js'
import { type Diagnosis, diagnose, diagnoseCheck } from '../diagnose/diagnose.js'
import type { Facts } from '../diagnose/facts.js'
import type { Candidate } from '../evidence/candidate.js'
import type { Gathered } from '../gather/beside.js'
import { toResultAsync } from '../result.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { ReleaseSite } from '../ports.js'
import type { Proof } from '../verify/proof.js'
import type { VerificationResult } from '../verify/verification-result.js'

/** A release is staged, signed and published within a day or two. */
const MAX_DAYS_APART = 7
const DAY_MS = 24 * 3600_000

/** Endings of the files that are not published; where there is a bundle, nobody needs the pair. */
export function listMissing(
  candidates: readonly Candidate[],
  checksum: Gathered['checksum'],
): readonly string[] {
  const pair = candidates.find(({ source }) => source === 'pair')?.evidence
  const missing = [
    ...(pair?.signature.error?.code === 'EVIDENCE_SIGNATURE_MISSING' ? ['.sig'] : []),
    ...(pair?.certificate.error?.code === 'EVIDENCE_CERTIFICATE_MISSING' ? ['.cert'] : []),
    ...(checksum?.error?.code === 'EVIDENCE_CHECKSUM_MISSING' ? ['.sha256'] : []),
  ]
  const isBundled = candidates.some(
    ({ source, evidence }) => source === 'bundle' && evidence.bundle !== undefined,
  )
  return isBundled && isUnsigned(missing) ? missing.filter((ending) => ending === '.sha256') : missing
}

/** One finding for what decided, and for each other check that failed, unless the first is the cause of them all. */
export function toFailures(title: string, proof: Pick<Proof, 'result' | 'chosen'>, facts: Facts): Finding[] {
  const main = diagnose(proof, facts)
  if (main === undefined) return []
  const failed = proof.result.checks.filter(({ status }) => status === 'failed')
  const all =
    main.explainsAll || failed.length === 0 ? [] : failed.map((check) => diagnoseCheck(check, proof, facts))
  // Checks that failed for one and the same piece of evidence say it once, the first of them.
  const distinct = new Map<string, Diagnosis>()
  for (const each of [main, ...all]) {
    const key = `${each.code} ${each.message.replace(`${each.check}: `, '')}`
    if (!distinct.has(key)) distinct.set(key, each)
  }
  return [...distinct.values()].map((each) => toFinding(each.code, `${title}: ${each.message}`, each))
}

/** What is not there of an artifact. */
export interface Missing {
  /** How its sentences begin. */
  readonly title: string
  readonly planned: Pick<PlannedArtifact, 'path' | 'urls'>
  /** Endings of the files that are not published. */
  readonly missing: readonly string[]
}

/** Absent, unsigned, or one of its files missing. */
export async function missingFindings(
  { title, planned: { path, urls }, missing }: Missing,
  releaseSite: Pick<ReleaseSite, 'fetchSize'>,
): Promise<Finding[]> {
  if (missing.length === 0) return []
  const size = isUnsigned(missing) ? await toResultAsync(releaseSite.fetchSize(urls)) : undefined
  if (size?.error?.code === 'RELEASE_ARTIFACT_NOT_PUBLISHED') {
    const comparison = { expected: 'published', actual: 'not found' }
    return [toFinding('ARTIFACT_ABSENT', `${title}: it is not published`, comparison)]
  }
  const unsigned = toFinding(
    'ARTIFACT_UNSIGNED',
    `${title}: it is published without signature and certificate`,
    {
      expected: 'a .sig and a .cert',
      actual: 'neither',
    },
  )
  const single = missing.filter((ending) => ending === '.sha256' || !isUnsigned(missing))
  return [
    ...(isUnsigned(missing) ? [unsigned] : []),
    ...single.map((ending) =>
      toFinding('SIDECAR_MISSING', `${title}: its ${ending} is not published`, {
        expected: `${path}${ending}`,
        actual: 'not found',
      }),
    ),
  ]
}

/** An entry of another time than the release's may be of another build. */
export function timeFindings(
  title: string,
  { logEntry }: VerificationResult,
  releasedAt: Date | undefined,
): Finding[] {
  if (logEntry?.integratedTime === undefined || releasedAt === undefined) return []
  const days = Math.abs(Date.parse(logEntry.integratedTime) - releasedAt.getTime()) / DAY_MS
  if (days <= MAX_DAYS_APART) return []
  const message = `${title}: the log took its entry ${Math.round(days)} days from the date of the release`
  return [
    toFinding('LOG_TIME_FAR', message, {
      expected: `within ${MAX_DAYS_APART} days of ${releasedAt.toISOString()}`,
      actual: logEntry.integratedTime,
    }),
  ]
}

function isUnsigned(missing: readonly string[]): boolean {
  return missing.includes('.sig') && missing.includes('.cert')
}
