// What both entries do for `audit`, `plan` and `merge`: files in, the audit,
// files out. What it came to is theirs to print.
import { randomBytes } from 'node:crypto'
import { type AuditPlan, formatAuditPlan } from '../../audit/audit-plan.js'
import type { AuditReport } from '../../audit/audit-report.js'
import { mergeReports } from '../../audit/merge.js'
import { conclude } from '../../audit/verdict.js'
import { openPartial, readBaseline, readPlan, readReports, writeFiles, writePlan } from './folder.js'
import { NO_INSTALLER } from '../../fetch/file-at-hand.js'
import { toAuditFiles } from '../../report/audit/files.js'
import type { AuditRequest } from '../../request/audit-request.js'
import { type AuditProgress, planAudit, runAudit, withBaseline } from './audit.js'
import { type WorldOptions, withWorld } from '../../world.js'

const SEED_BYTES = 8

export interface AuditSurroundings extends Pick<
  WorldOptions,
  'temporaryRoot' | 'tufCacheFolder' | 'papersFolder' | 'onWaiting' | 'onSecret'
> {
  readonly onProgress: (progress: AuditProgress) => void
}

export interface Audited {
  readonly report: AuditReport
  /** The reports' paths. */
  readonly files: readonly string[]
}

/** Looks at everything that is asked for, or at a shard of it. */
export async function audit(given: AuditRequest, surroundings: AuditSurroundings): Promise<Audited> {
  const plan = given.plan === undefined ? undefined : await readPlan(given.plan)
  const baseline = given.baseline === undefined ? undefined : await readBaseline(given.baseline)
  const seed = given.sample.seed ?? randomBytes(SEED_BYTES).toString('hex')
  const partial = await openPartial(given, { plan, seed })
  const request = { ...given, sample: { ...given.sample, seed: partial.seed } }
  const report = await withWorld(request.scope, toWorld(request, surroundings), (ports) =>
    runAudit(request, ports, {
      plan,
      baseline,
      done: partial.done,
      onAudited: (version, artifact) => {
        partial.add(version, artifact)
      },
      onProgress: surroundings.onProgress,
    }),
  )
  const files = await writeFiles(request.folder, toAuditFiles(report, request.formats))
  await partial.remove()
  return { report, files }
}

/** Joins the reports of all shards of a plan. */
export async function merge(request: AuditRequest): Promise<Audited> {
  const plan = await readPlan(request.plan ?? '')
  const baseline = request.baseline === undefined ? undefined : await readBaseline(request.baseline)
  const { facts, error } = mergeReports(plan, await readReports(request.reports))
  const report = conclude(withBaseline(facts, baseline), request.failOn, error)
  return { report, files: await writeFiles(request.folder, toAuditFiles(report, request.formats)) }
}

export interface PlannedAudit {
  readonly plan: AuditPlan
  readonly path: string
}

/** Says what would be looked at, and which job would take which. */
export async function planShards(
  given: AuditRequest,
  surroundings: AuditSurroundings,
): Promise<PlannedAudit> {
  const seed = given.sample.seed ?? randomBytes(SEED_BYTES).toString('hex')
  const request = { ...given, sample: { ...given.sample, seed } }
  const plan = await withWorld(request.scope, toWorld(request, surroundings), (ports) =>
    planAudit(request, ports),
  )
  return { plan, path: await writePlan(request.folder, formatAuditPlan(plan)) }
}

function toWorld(
  { logRequestsPerSecond }: AuditRequest,
  { temporaryRoot, tufCacheFolder, papersFolder, onWaiting, onSecret }: AuditSurroundings,
): WorldOptions {
  return {
    installer: NO_INSTALLER,
    temporaryRoot,
    tufCacheFolder,
    papersFolder,
    onWaiting,
    logRequestsPerSecond,
    ...(onSecret && { onSecret }),
    // An artifact is a line of its own progress.
    onProgress: () => undefined,
  }
}
