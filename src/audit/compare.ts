// This audit against a former one: which findings are new, which stand, which
// are gone; and digests that moved while their version stood still, which
// never happens to a release by itself.
import type { AuditFacts, AuditReport, AuditedArtifact, AuditedRelease, Comparison } from './audit-report.js'
import { toFinding } from './audited.js'
import type { Finding } from './finding.js'

/** A finding in its place. */
interface Located {
  readonly version: string
  readonly path?: string
  readonly finding: Finding
}

/** The report with every finding marked, moved digests found, and the comparison told. */
export function compareWith(baseline: AuditReport, report: AuditFacts): AuditFacts {
  const former = new Set(locateAll(baseline).map(keyOf))
  const digests = digestsOf(baseline)
  const moved: Comparison['moved'] = []
  const mark =
    (version: string, path: string | undefined) =>
    (finding: Finding): Finding => ({
      ...finding,
      since: former.has(keyOf({ version, ...(path !== undefined && { path }), finding }))
        ? 'standing'
        : 'new',
    })
  const releases = report.releases.map((release): AuditedRelease => {
    const { version } = release
    return {
      ...release,
      findings: release.findings.map(mark(version, undefined)),
      artifacts: release.artifacts.map((artifact): AuditedArtifact => {
        const from = digests.get(`${version} ${artifact.path}`)
        const to = artifact.digest
        const isMoved = from !== undefined && to !== undefined && from !== to
        const move = isMoved ? { version, path: artifact.path, from, to } : undefined
        if (move) moved.push(move)
        const findings = [...(move ? [movedFinding(move)] : []), ...(artifact.findings ?? [])]
        return findings.length === 0
          ? artifact
          : { ...artifact, findings: findings.map(mark(version, artifact.path)) }
      }),
    }
  })
  const now = releases.flatMap(locate)
  const standing = new Set(now.map(keyOf))
  const seen = new Set(
    releases.flatMap(({ version, artifacts }) => [
      version,
      ...artifacts.map(({ path }) => `${version} ${path}`),
    ]),
  )
  const fixed = locateAll(baseline)
    // That a digest moved once is not undone by its standing still since.
    .filter(
      (located) =>
        located.finding.code !== 'DIGEST_MOVED' &&
        !standing.has(keyOf(located)) &&
        seen.has(placeOf(located)),
    )
    .map(({ finding: { code, message }, ...place }) => ({ ...place, code, message }))
  const isNew = now.filter(({ finding }) => finding.since === 'new').length
  return {
    ...report,
    comparison: {
      baselineStartedAt: baseline.startedAt,
      new: isNew,
      standing: now.length - isNew,
      fixed,
      moved,
    },
    releases,
  }
}

function movedFinding({ version, path, from, to }: Comparison['moved'][number]): Finding {
  return toFinding(
    'DIGEST_MOVED',
    `${version} ${path}: the digest moved from ${from} to ${to} while the version stood still: what is published now is not what was published before`,
    { expected: from, actual: to },
  )
}

function locateAll({ releases }: AuditReport): Located[] {
  return releases.flatMap(locate)
}

function locate({ version, findings, artifacts }: AuditedRelease): Located[] {
  return [
    ...findings.map((finding) => ({ version, finding })),
    ...artifacts.flatMap(({ path, findings: own = [] }) =>
      own.map((finding) => ({ version, path, finding })),
    ),
  ]
}

function placeOf({ version, path }: Located): string {
  return path === undefined ? version : `${version} ${path}`
}

/** The code says what is wrong; its words may change with times and indexes. Papers have no path, so theirs do count. */
function keyOf(located: Located): string {
  const { code, message } = located.finding
  return `${placeOf(located)} ${code}${located.path === undefined ? ` ${message}` : ''}`
}

function digestsOf({ releases }: AuditReport): Map<string, string> {
  return new Map(
    releases.flatMap(({ version, artifacts }) =>
      artifacts.flatMap(({ path, digest }) =>
        digest === undefined ? [] : [[`${version} ${path}`, digest] as const],
      ),
    ),
  )
}
