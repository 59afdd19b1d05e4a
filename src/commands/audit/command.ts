// `audit`, `plan-shards` and `merge`: words → request → files in, the audit,
// files out → ending.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { type AuditPlan, formatAuditPlan, toMatrix } from '../../audit/audit-plan.js'
import { type AuditReport, formatAuditReport } from '../../audit/audit-report.js'
import { mergeReports } from '../../audit/merge.js'
import { conclude } from '../../audit/verdict.js'
import { NO_INSTALLER } from '../../fetch/file-at-hand.js'
import { toAuditFiles } from '../../report/audit/files.js'
import { toAuditOutputs, toPlanOutputs } from '../../report/audit/outputs.js'
import { formatAuditSummary } from '../../report/audit/summary.js'
import { toAuditBlocks, toAuditProblems, toAuditProse } from '../../report/audit/text.js'
import { EMPTY_ENDING, type Ending } from '../../report/ending.js'
import { escapeText } from '../../report/escape.js'
import type { ReportFormat } from '../../request/audit-inputs.js'
import {
  type AuditRequest,
  type AuditScope,
  type MergeRequest,
  type PlanShardsRequest,
  parseAuditRequest,
  parseMergeRequest,
  parsePlanShardsRequest,
} from '../../request/audit-request.js'
import { listAdvice } from '../../request/advice.js'
import { type WorldOptions, withWorld } from '../../world.js'
import { toSurroundings } from '../request-surroundings.js'
import type { RunCommand, Surroundings } from '../surroundings.js'
import { planAudit, runAudit, withBaseline } from './audit.js'
import { isOpen } from './release.js'
import { openPartial, readBaseline, readPlan, readReports, writeFiles, writePlan } from './folder.js'

/** Audits whole releases, or a shard of a plan. */
export const runAuditCommand: RunCommand = async (words, surroundings) => {
  const request = parseAuditRequest(words, await toSurroundings(words, surroundings))
  return toAuditEnding(await audit(request, surroundings), request.formats)
}

/** Divides an audit among several jobs. */
export const runPlanShards: RunCommand = async (words, surroundings) => {
  const request = parsePlanShardsRequest(words, await toSurroundings(words, surroundings))
  const { plan, path } = await planShards(request, surroundings)
  return {
    ...EMPTY_ENDING,
    warnings: listAdvice(request.scope),
    closing: [toMatrix(plan)],
    written: [escapeText(path)],
    json: () => `${toMatrix(plan)}\n`,
    outputs: () => toPlanOutputs(plan, path),
  }
}

/** Joins the reports of all shards of a plan. */
export const runMerge: RunCommand = async (words) => {
  const request = parseMergeRequest(words)
  return toAuditEnding(await merge(request), request.formats)
}

function toAuditEnding({ report, files }: Audited, formats: readonly ReportFormat[]): Ending {
  return {
    ...EMPTY_ENDING,
    exitCode: report.exitCode,
    warnings: report.warnings.map(escapeText),
    blocks: toAuditBlocks(report),
    prose: toAuditProse(report, formats),
    closing: [report.outcome],
    problems: toAuditProblems(report),
    written: files.map(escapeText),
    json: () => formatAuditReport(report),
    outputs: () => toAuditOutputs(report, files),
    summary: () => formatAuditSummary(report, formats),
  }
}

const SEED_BYTES = 8

/** What an audit needs of its entry. */
export type AuditSurroundings = Pick<
  Surroundings,
  'temporaryRoot' | 'cacheFolder' | 'startProgress' | 'onWaiting' | 'onSecret'
>

interface Audited {
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
  const progress = await surroundings.startProgress()
  const report = await withWorld(request.scope, toWorld(request, surroundings), (ports) =>
    runAudit(request, ports, {
      plan,
      baseline,
      done: partial.done,
      onAudited: (version, artifact) => {
        partial.add(version, artifact)
      },
      onProgress: progress.onCount,
    }),
  ).finally(progress.stop)
  const files = await writeFiles(request.folder, toAuditFiles(report, request.formats))
  const isDecided = report.releases.every(({ artifacts }) => !artifacts.some(isOpen))
  await (isDecided ? partial.remove() : partial.close())
  return { report, files }
}

/** Joins the reports of all shards of a plan. */
async function merge(request: MergeRequest): Promise<Audited> {
  const plan = await readPlan(request.plan)
  const baseline = request.baseline === undefined ? undefined : await readBaseline(request.baseline)
  const { facts, error } = mergeReports(plan, await readReports(request.reports), {
    now: Date.now(),
    program: packageJson.version,
  })
  const report = conclude(withBaseline(facts, baseline), request.failOn, error)
  return { report, files: await writeFiles(request.folder, toAuditFiles(report, request.formats)) }
}

interface PlannedAudit {
  readonly plan: AuditPlan
  readonly path: string
}

/** Says what would be looked at, and which job would take which. */
async function planShards(given: PlanShardsRequest, surroundings: AuditSurroundings): Promise<PlannedAudit> {
  const seed = given.sample.seed ?? randomBytes(SEED_BYTES).toString('hex')
  const request = { ...given, sample: { ...given.sample, seed } }
  const plan = await withWorld(request.scope, toWorld(request, surroundings), (ports) =>
    planAudit(request, ports),
  )
  return { plan, path: await writePlan(request.folder, formatAuditPlan(plan)) }
}

function toWorld(
  { logRequestsPerSecond }: AuditScope,
  { temporaryRoot, cacheFolder, onWaiting, onSecret }: AuditSurroundings,
): WorldOptions {
  return {
    installer: NO_INSTALLER,
    temporaryRoot,
    tufCacheFolder: join(cacheFolder, 'tuf'),
    papersFolder: join(cacheFolder, 'papers'),
    onWaiting,
    logRequestsPerSecond,
    onSecret,
    // An artifact is a line of its own progress.
    onProgress: () => undefined,
  }
}
