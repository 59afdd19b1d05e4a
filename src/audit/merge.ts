// The shards' reports → the report of the whole. It says what one run over the
// whole plan would have said, and a shard that is missing, doubled, or of
// another plan is no detail: what nobody looked at is not verified.
import { CodedError, InputError } from '../errors.js'
import type {
  AuditFacts,
  AuditReport,
  AuditedArtifact,
  AuditedCheckpoint,
  AuditedRelease,
} from './audit-report.js'
import { type AuditPlan, digestOfPlan } from './audit-plan.js'
import { countAll, toAuditedRelease } from './audited.js'
import { withSharedDigests } from './shared-digests.js'
import { followsFromChecks, recomputeOutcome } from './recompute.js'

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

/** A report that is older says nothing of today. */
const MAX_AGE_MS = 7 * 24 * 3600_000
/** Clocks of several machines differ. */
const CLOCK_SKEW_MS = 5 * 60_000

export interface MergeContext {
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The version of this program. */
  readonly program: string
}

/**
 * @throws InputError INPUT_INVALID where there is no report
 * @throws CodedError SHARD_MISMATCH when a report is not of this plan, not made like the others, or not what its own
 *   checks come to, LOG_INCONSISTENT when two reports contradict each other about a log
 */
export function mergeReports(plan: AuditPlan, shards: readonly NamedReport[], context: MergeContext): Merged {
  const digest = digestOfPlan(plan).toString()
  const [first] = shards
  if (first === undefined)
    throw new InputError([{ code: 'INPUT_INVALID', field: 'reports', message: 'holds no report' }])
  for (const { name, report } of shards) {
    if (report.shard?.plan !== digest) throw refuse(`"${name}" is not of this plan`)
    const differing = (['signers', 'trustedRoot', 'depth', 'sample', 'program'] as const).find(
      (key) => JSON.stringify(report[key]) !== JSON.stringify(first.report[key]),
    )
    if (differing !== undefined) throw refuse(`"${name}" and "${first.name}" differ in ${differing}`)
    assertOfPlan({ name, report }, plan, context)
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
        assertHonest(artifact, item?.depth, `"${name}" has ${planned.version} ${artifact.path}`)
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
      withSharedDigests(planned.version, [...found.values()]),
    )
  })
  const { signers, depth, sample, trustedRoot, program, startedAt } = first.report
  const checkpoints = joinCheckpoints(shards)
  const hosts = unique(shards.flatMap(({ report }) => report.hosts ?? [])).sort()
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
      ...(program !== undefined && { program }),
      ...(checkpoints.length > 0 && { checkpoints }),
      releases,
      ...(hosts.length > 0 && { hosts }),
      warnings: unique(shards.flatMap(({ report }) => report.warnings)),
      startedAt: starts.length > 0 ? new Date(Math.min(...starts)).toISOString() : startedAt,
      durationMs: Math.max(...ends) - Math.min(...starts),
    },
  }
}

/**
 * The largest of each tree. That two shards' are of one log is for the next audit to have proven: a merge asks nobody.
 * @throws CodedError LOG_INCONSISTENT where two of one size differ
 */
function joinCheckpoints(shards: readonly NamedReport[]): AuditedCheckpoint[] {
  const byTree = new Map<string, AuditedCheckpoint>()
  for (const each of shards.flatMap(({ report }) => report.checkpoints ?? [])) {
    const key = `${each.logId} ${each.treeId}`
    const known = byTree.get(key)
    if (known?.treeSize === each.treeSize && rootOf(known) !== rootOf(each)) {
      const notes = [known, each].map(({ checkpoint }) => JSON.stringify(checkpoint)).join(' and ')
      throw new CodedError(
        'LOG_INCONSISTENT',
        `two shards have seen states of a log that exclude each other: ${notes}`,
      )
    }
    if (known === undefined || known.treeSize < each.treeSize) byTree.set(key, each)
  }
  return [...byTree.values()]
}

/** The third line of a signed note. */
function rootOf({ checkpoint }: AuditedCheckpoint): string | undefined {
  return checkpoint.split('\n')[2]
}

function toError(code: string, message: string, hint: string): CodedError {
  return new CodedError(code as CodedError['code'], message, { hint })
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}

/** The policy of the plan, the program that planned and merges, and the time of this audit. */
function assertOfPlan({ name, report }: NamedReport, plan: AuditPlan, { now, program }: MergeContext): void {
  const startedAt = Date.parse(report.startedAt)
  const compare = (what: string, expected: unknown, actual: unknown): void => {
    if (expected === undefined || JSON.stringify(expected) === JSON.stringify(actual)) return
    throw refuse(
      `"${name}" has another ${what} than the plan`,
      JSON.stringify(expected),
      JSON.stringify(actual),
    )
  }
  compare('depth', plan.depth, report.depth)
  compare('sample', plan.sample, report.sample)
  compare('signer', plan.signers, report.signers)
  compare('version of this program', plan.program, report.program)
  if (!isRootOf(plan.trustedRoot, report.trustedRoot))
    throw refuse(`"${name}" has another trusted root than the plan`, plan.trustedRoot, report.trustedRoot)
  if (plan.program !== undefined && plan.program !== program)
    throw refuse(`the plan is of another version of this program than the merge`, program, plan.program)
  if (plan.createdAt !== undefined && startedAt < Date.parse(plan.createdAt) - CLOCK_SKEW_MS)
    throw refuse(`"${name}" is older than the plan`, `after ${plan.createdAt}`, report.startedAt)
  if (now - startedAt > MAX_AGE_MS)
    throw refuse(`"${name}" is older than seven days`, undefined, report.startedAt)
  if (startedAt - now > CLOCK_SKEW_MS) throw refuse(`"${name}" is of the future`, undefined, report.startedAt)
}

/** Whether what a report says of its trusted root can have come of what the plan asked for. */
function isRootOf(asked: string | undefined, used: string | undefined): boolean {
  // Where no root could be loaded, nothing was verified.
  if (asked === undefined || used === undefined || used === asked) return true
  const isByTuf = used.startsWith('tuf (')
  const isEmbedded = used.startsWith('embedded (')
  switch (asked) {
    case 'auto':
      return isByTuf || isEmbedded
    case 'staging':
      return isByTuf || used.startsWith('embedded, staging (')
    case 'tuf':
      return isByTuf
    case 'embedded':
      return isEmbedded
    default:
      return false
  }
}

/** What a shard says of an artifact has to follow from its checks, and to be as deep as planned. */
function assertHonest(artifact: AuditedArtifact, depth: string | undefined, what: string): void {
  if (!followsFromChecks(artifact))
    throw refuse(
      `${what} as ${artifact.outcome}, and its checks do not say so`,
      recomputeOutcome(artifact),
      artifact.outcome,
    )
  if (artifact.outcome === 'verified' && depth === 'full' && artifact.depth !== 'full')
    throw refuse(`${what} at another depth than planned`, depth, artifact.depth)
}

function refuse(message: string, expected?: string, actual?: string): CodedError {
  return new CodedError('SHARD_MISMATCH', message, { expected, actual })
}
