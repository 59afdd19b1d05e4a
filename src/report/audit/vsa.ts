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

export interface VerificationSummary {
  readonly version: string
  readonly statement: string
  readonly predicate: string
  /** As sha256sum(1) writes them. */
  readonly checksums: string
}

/** One for each release, but for those of which there is nothing to say. */
export function toVerificationSummaries(report: AuditReport): VerificationSummary[] {
  return report.releases.flatMap((release) => {
    const isPassed = isWhole(report) && isClean(release)
    const subjects = isPassed ? verifiedOf(release) : rejectedOf(release)
    // A statement of a part would pass for one of the whole.
    if (subjects.length === 0 || subjects.length > MAX_SUBJECTS) return []
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

interface Subject {
  readonly name: string
  readonly hex: string
}

function isWhole({ shard, error }: AuditReport): boolean {
  return shard === undefined && error === undefined
}

function isClean(release: AuditedRelease): boolean {
  const isLoud = findingsOf(release).some(({ severity }) => severity === 'alarm' || severity === 'error')
  return release.outcome === 'verified' && !isLoud
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
