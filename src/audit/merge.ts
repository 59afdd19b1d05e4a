// The shards' reports → the report of the whole. It says what one run over the
// whole plan would have said, and a shard that is missing, doubled, or of
// another plan is no detail: what nobody looked at is not verified.
import { CodedError, InputError } from '../errors.js'
import type { AuditFacts, AuditReport, AuditedArtifact, AuditedRelease } from './audit-report.js'
import { type AuditPlan, digestOfPlan } from './audit-plan.js'
import { countAll, toAuditedRelease } from './audited.js'

/** How many missing artifacts an error names. */
const MAX_NAMED = 5

export interface NamedReport {
  /** The file's, for errors. */
  readonly name: string
  readonly report: AuditReport
}

export interface Merged {
  readonly facts: AuditFacts
  /** Set when the shards do not cover the plan. */
  readonly error: CodedError | undefined
}

/** @throws InputError when a report is not of this plan, or not made like the others */
export function mergeReports(plan: AuditPlan, shards: readonly NamedReport[]): Merged {
  const digest = digestOfPlan(plan).toString()
  const [first] = shards
  if (first === undefined) throw refuse('holds no report')
  for (const { name, report } of shards) {
    if (report.shard?.plan !== digest) throw refuse(`"${name}" is not of this plan`)
    const differing = (['signers', 'trustedRoot', 'depth', 'sample'] as const).find(
      (key) => JSON.stringify(report[key]) !== JSON.stringify(first.report[key]),
    )
    if (differing !== undefined) throw refuse(`"${name}" and "${first.name}" differ in ${differing}`)
  }
  const missing: string[] = []
  const releases = plan.releases.map((planned): AuditedRelease => {
    const parts = shards.flatMap(({ name, report: { shard, releases: own } }) =>
      own.filter(({ version }) => version === planned.version).map((release) => ({ name, shard, release })),
    )
    const found = new Map<string, AuditedArtifact>()
    for (const { name, shard, release } of parts) {
      for (const artifact of release.artifacts) {
        const item = planned.items.find(({ path }) => path === artifact.path)
        if (item?.shard !== shard?.number)
          throw refuse(`"${name}" has ${planned.version} ${artifact.path}, which is not of its shard`)
        if (found.has(artifact.path)) throw refuse(`${planned.version} ${artifact.path} is there twice`)
        found.set(artifact.path, artifact)
      }
    }
    missing.push(
      ...planned.items.filter(({ path }) => !found.has(path)).map(({ path }) => `${planned.version} ${path}`),
    )
    const releasedAt = parts.map(({ release }) => release.releasedAt).find((time) => time !== undefined)
    return toAuditedRelease(
      {
        version: planned.version,
        source: planned.source,
        notes: unique(parts.flatMap(({ release }) => release.notes)),
        ...(releasedAt !== undefined && { releasedAt }),
        findings: unique(parts.flatMap(({ release }) => release.findings)),
      },
      [...found.values()],
    )
  })
  const { signers, depth, sample, trustedRoot, startedAt } = first.report
  const starts = shards.map(({ report }) => Date.parse(report.startedAt))
  const ends = shards.map(({ report }) => Date.parse(report.startedAt) + report.durationMs)
  const error =
    missing.length === 0
      ? shards
          .flatMap(({ report }) => report.error ?? [])
          .map(({ code, message, hint }) => toError(code, message, hint))[0]
      : new CodedError(
          'AUDIT_INCOMPLETE',
          `the shards do not cover the plan: ${missing.length} of ${missing.length + countAll(releases).artifacts} artifacts are in none: ${missing.slice(0, MAX_NAMED).join(', ')}${missing.length > MAX_NAMED ? ', …' : ''}`,
        )
  return {
    error,
    facts: {
      depth,
      ...(sample && { sample }),
      ...(trustedRoot !== undefined && { trustedRoot }),
      signers,
      releases,
      warnings: unique(shards.flatMap(({ report }) => report.warnings)),
      startedAt: starts.length > 0 ? new Date(Math.min(...starts)).toISOString() : startedAt,
      durationMs: Math.max(...ends) - Math.min(...starts),
    },
  }
}

function toError(code: string, message: string, hint: string): CodedError {
  return new CodedError(code as CodedError['code'], message, { hint })
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}

function refuse(message: string): InputError {
  return new InputError([{ code: 'INPUT_INVALID', field: 'reports', message }])
}
