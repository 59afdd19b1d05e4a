// From an audit's report to what its page works with: the worst first, and
// what thousands of artifacts have in common said once.
import semver from 'semver'
import type { AuditReport, AuditedArtifact, AuditedRelease } from '../../audit/audit-report.js'
import { SEVERITIES, type Severity, severityOf } from '../../audit/finding.js'
import { toMatrix } from './matrix.js'
import type { PageArtifact, PageData, PageFinding, PageRelease, Status } from './page/page-data.js'
import { PUBLIC_LOG_ID, PUBLIC_LOG_SEARCH } from '../public-log.js'

/** The report as the page's script reads it: tables instead of repetitions. */
export function toPageData({ releases }: AuditReport): PageData {
  const checkLists = new Table<Record<string, Status>>()
  const signers = new Table<NonNullable<AuditedArtifact['signer']>>()
  const logs = new Table<PageData['logs'][number]>()

  const toArtifact = ({ checks, signer, logEntry, ...rest }: AuditedArtifact): PageArtifact => {
    const findings = findingsOf(rest)
    return {
      ...rest,
      ...(findings.length === 0 ? {} : { findings }),
      checks: checkLists.indexOf(checks),
      ...(signer === undefined ? {} : { signer: signers.indexOf(signer) }),
      ...(logEntry === undefined ? {} : { logEntry: toLogEntry(logEntry) }),
    }
  }
  const toLogEntry = ({ logId, ...rest }: NonNullable<AuditedArtifact['logEntry']>) => ({
    ...rest,
    log: logs.indexOf(logId === PUBLIC_LOG_ID ? { logId, search: PUBLIC_LOG_SEARCH } : { logId }),
  })
  const toRelease = ({ version, findings, artifacts }: AuditedRelease): PageRelease => ({
    version,
    findings,
    artifacts: artifacts.map(toArtifact),
    ...toMatrix(artifacts),
  })
  return {
    releases: releases.map(toRelease),
    checkLists: checkLists.values,
    signers: signers.values,
    logs: logs.values,
  }
}

/** Each value once. */
class Table<T> {
  readonly values: T[] = []
  readonly #places = new Map<string, number>()

  indexOf(value: T): number {
    const key = JSON.stringify(value)
    const place = this.#places.get(key) ?? this.values.push(value) - 1
    this.#places.set(key, place)
    return place
  }
}

/** What failed is a finding, too, where the report names none: it would be silent about a verdict. */
function findingsOf({ problems = [], findings = [] }: Partial<AuditedArtifact>): PageFinding[] {
  if (findings.length > 0) return [...findings]
  return [
    ...problems.flatMap(({ code, detail, expected, actual }): PageFinding[] =>
      code === undefined
        ? []
        : [
            {
              code,
              severity: severityOf(code),
              message: detail,
              ...(expected === undefined ? {} : { expected }),
              ...(actual === undefined ? {} : { actual }),
            },
          ],
    ),
  ]
}

export interface ReleaseCounts {
  readonly artifacts: number
  /** Verified at depth `digest`: nobody saw the bytes. */
  readonly digests: number
  /** Verified at depth `full`. */
  readonly bytes: number
  readonly rejected: number
  readonly unverifiable: number
  readonly findings: Readonly<Record<Severity, number>>
}

/** What a release adds to the counts of the page. */
export function countRelease({ artifacts, findings }: AuditedRelease): ReleaseCounts {
  const counts = { artifacts: artifacts.length, digests: 0, bytes: 0, rejected: 0, unverifiable: 0 }
  const severities: Record<Severity, number> = { alarm: 0, error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) severities[severity]++
  for (const artifact of artifacts) {
    const { outcome, depth } = artifact
    counts[outcome !== 'verified' ? outcome : depth === 'full' ? 'bytes' : 'digests']++
    for (const { severity } of findingsOf(artifact)) severities[severity]++
  }
  return { ...counts, findings: severities }
}

/** Nothing to see to: all is verified, and there is nothing to say beside. */
export function isQuiet({ rejected, unverifiable, findings }: ReleaseCounts): boolean {
  return rejected + unverifiable + SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0) === 0
}

/** The releases from the worst to the best; of equally bad ones the newest first. */
export function sortReleases(releases: readonly AuditedRelease[]): AuditedRelease[] {
  const ranks = new Map(releases.map((release) => [release, rankOf(countRelease(release))]))
  return releases.toSorted((a, b) => {
    const [left = [], right = []] = [ranks.get(a), ranks.get(b)]
    const at = left.findIndex((count, index) => count !== right[index])
    return at === -1 ? semver.rcompare(a.version, b.version) : (right[at] ?? 0) - (left[at] ?? 0)
  })
}

/** What weighs most first. */
function rankOf({ rejected, unverifiable, findings }: ReleaseCounts): number[] {
  return [findings.alarm, rejected, findings.error, unverifiable, findings.warning, findings.note]
}
