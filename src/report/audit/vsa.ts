// A verification summary for each release (SLSA VSA v1,
// https://slsa.dev/spec/v1.1/verification_summary, in an in-toto Statement v1),
// ready for `actions/attest`: the predicate and the subjects' checksums apart,
// and the statement as a whole.
//
// PASSED says something of every subject, so a release of which one artifact
// is not verified, or of which anything is wrong, passes as a whole never, and
// neither does a part of an audit. Its subjects are files that the release's
// SBOM binds; an image has its own attestations. FAILED names only what was
// rejected: listed beside a bad one, a good one would be called bad, and of
// what could not be decided nothing is said. What the depth proved is part of
// the policy's URI, since "PASSED" alone would say more than that: at depth
// digest, that the subject's digest is signed, logged and of this release, not
// that anybody saw bytes that have it.
import { formatJson } from '../../json/format-json.js'
import packageJson from '../../../package.json' with { type: 'json' }
import type { AuditReport, AuditedArtifact, AuditedRelease } from '../../audit/audit-report.js'
import { findingsOf } from '../../audit/audited.js'
import { digestOf } from '../../digest.js'

const VERIFIER = 'https://github.com/org/verify-k8s-artifacts'
const PREDICATE_TYPE = 'https://slsa.dev/verification_summary/v1'
/** `actions/attest` takes no more; what is more is in the statement's other parts. */
const MAX_SUBJECTS = 1024

interface VerificationSummary {
  readonly version: string
  readonly statement: string
  readonly predicate: string
  /** As sha256sum(1) writes them. */
  readonly checksums: string
}

/** One for each release, but for those of which there is nothing to say. */
export function toVerificationSummaries(report: AuditReport): VerificationSummary[] {
  return report.releases.flatMap((release) => {
    const { subjects, isPassed, whyNone } = summarize(report, release)
    if (whyNone !== undefined) return []
    const predicate = toPredicate(report, release, isPassed)
    const statement = {
      _type: 'https://in-toto.io/Statement/v1',
      subject: subjects.map(({ name, hex }) => ({ name, digest: { sha256: hex } })),
      predicateType: PREDICATE_TYPE,
      predicate,
    }
    return {
      version: release.version,
      statement: `${formatJson(statement, 2)}\n`,
      predicate: `${formatJson(predicate, 2)}\n`,
      checksums: subjects.map(({ name, hex }) => `${hex}  ${name}\n`).join(''),
    }
  })
}

/** For which releases a verification summary is written, with which result, and for which none and why; a line each. */
export function describeVerificationSummaries(report: AuditReport): string[] {
  const all = report.releases.map(({ version, ...release }) => {
    const { subjects, isPassed, whyNone } = summarize(report, { version, ...release })
    const result = isPassed ? 'PASSED' : 'FAILED'
    return {
      about:
        whyNone === undefined
          ? `${version} (${subjects.length} subject${subjects.length === 1 ? '' : 's'})`
          : version,
      says: whyNone === undefined ? `Verification summary ${result}: ` : 'No verification summary: ',
      why: whyNone === undefined ? '' : `: ${whyNone}`,
    }
  })
  const alike = Map.groupBy(all, ({ says, why }) => says + why)
  return [...alike.values()].map((group) => {
    const [{ says, why } = { says: '', why: '' }] = group
    return `${says}${group.map(({ about }) => about).join(', ')}${why}`
  })
}

interface Subject {
  readonly name: string
  readonly hex: string
}

interface Summarized {
  readonly isPassed: boolean
  readonly subjects: readonly Subject[]
  /** Why nothing may be said of the release; undefined where something is. */
  readonly whyNone: string | undefined
}

/** What may be said of a release as a whole. */
function summarize(report: AuditReport, release: AuditedRelease): Summarized {
  const whyNotPassed = findFlaw(report, release)
  const isPassed = whyNotPassed === undefined
  const subjects = isPassed ? verifiedOf(release) : rejectedOf(release)
  return { isPassed, subjects, whyNone: findObstacle(subjects, whyNotPassed) }
}

/** Why a release does not pass. */
function findFlaw({ shard, error }: AuditReport, release: AuditedRelease): string | undefined {
  const { outcome, artifacts } = release
  if (error !== undefined) return `the audit was stopped by ${error.code}`
  if (shard !== undefined) return 'this is a part of an audit, and the merge says it of the whole'
  const open = artifacts.filter((artifact) => artifact.outcome !== 'verified').length
  if (outcome !== 'verified') return `${countOf(open, 'artifact')} not verified`
  const loud = findingsOf(release).filter(({ severity }) => severity === 'alarm' || severity === 'error')
  return loud.length === 0 ? undefined : `${countOf(loud.length, 'finding')} an error or an alarm`
}

/** Why nothing is said: a statement of a part would pass for one of the whole. */
function findObstacle(subjects: readonly Subject[], whyNotPassed: string | undefined): string | undefined {
  if (subjects.length > MAX_SUBJECTS)
    return `${subjects.length} artifacts are more than the ${MAX_SUBJECTS} that one may name`
  if (subjects.length > 0) return undefined
  return whyNotPassed === undefined
    ? "the release's SBOM binds none of the artifacts"
    : `${whyNotPassed}, and none with a digest of its own is rejected`
}

function countOf(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} is` : `${count} ${noun}s are`
}

function verifiedOf({ artifacts }: AuditedRelease): Subject[] {
  return artifacts
    .filter(({ outcome, checks }) => outcome === 'verified' && checks['release-binding'] === 'passed')
    .flatMap(toSubject)
}

/** Not what is right at another path: a statement goes by the digest. */
function rejectedOf({ artifacts }: AuditedRelease): Subject[] {
  const right = new Set(
    artifacts.filter(({ outcome }) => outcome === 'verified').flatMap(({ digest }) => digest ?? []),
  )
  return artifacts
    .filter(({ outcome, digest }) => outcome === 'rejected' && digest !== undefined && !right.has(digest))
    .flatMap(toSubject)
}

function toSubject({ path, digest }: AuditedArtifact): Subject[] {
  return digest === undefined ? [] : [{ name: path, hex: digest.replace('sha256:', '') }]
}

function toPredicate(
  { depth, signers, startedAt, durationMs }: AuditReport,
  { version }: AuditedRelease,
  isPassed: boolean,
): object {
  const policy = JSON.stringify({ depth, signers })
  return {
    verifier: { id: VERIFIER, version: { 'verify-k8s-artifacts': packageJson.version } },
    timeVerified: new Date(Date.parse(startedAt) + durationMs).toISOString(),
    resourceUri: `https://dl.k8s.io/release/${version}`,
    policy: {
      uri: `${VERIFIER}#audit-depth-${depth}`,
      digest: { sha256: digestOf(Buffer.from(policy)).hex },
    },
    verificationResult: isPassed ? 'PASSED' : 'FAILED',
    // Of how it was built the signatures say nothing.
    verifiedLevels: [isPassed ? 'SLSA_BUILD_LEVEL_UNEVALUATED' : 'FAILED'],
    slsaVersion: '1.1',
  }
}
