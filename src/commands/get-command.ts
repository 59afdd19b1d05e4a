// `get`, `plan` and `export`: words → request → world → pipeline → ending.
import { join } from 'node:path'
import { readSkewOf, readVersionFile } from '../files/read-version-file.js'
import { createFolderInstaller } from '../install/folder.js'
import { planHosts } from '../plan/hosts.js'
import type { Installer } from '../ports.js'
import { EMPTY_ENDING, type Ending, toReportEnding } from '../report/ending.js'
import { formatHosts } from '../report/hosts-text.js'
import { escapeText } from '../report/escape.js'
import { formatPlan } from '../report/plan-text.js'
import type { Report } from '../report/report.js'
import { listAdvice } from '../request/advice.js'
import { type GetRequest, parseExportRequest, parseGetRequest } from '../request/get-request.js'
import { type PlanRequest, parsePlanRequest } from '../request/plan-request.js'
import type { Words } from '../request/input.js'
import type { Request } from '../request/request.js'
import type { RequestSurroundings } from '../request/scope-inputs.js'
import { toResultAsync } from '../result.js'
import { type WorldOptions, withWorld } from '../world.js'
import { plan, run } from './get.js'
import { settle } from './prefer-cached.js'
import { writeReport } from './results.js'
import type { RunCommand, Surroundings } from './surroundings.js'

/** Fetches, proves and installs. */
export const runGet: RunCommand = async (words, surroundings) => {
  const request = parseGetRequest(words, await toSurroundings(words, surroundings))
  const installer = toInstaller(request, surroundings)
  if (request.isDryRun) return tellPlan(request, { installer, surroundings })
  const report = await getInto(request, { installer, surroundings })
  return conclude(report, request)
}

/** The dry run of `get`. */
export const runPlan: RunCommand = async (words, surroundings) => {
  const request = parsePlanRequest(words, await toSurroundings(words, surroundings))
  if (request.tellsHosts) return tellHosts(request)
  return tellPlan(request, { installer: toInstaller(request, surroundings), surroundings })
}

/** As `get`, into a folder that can be a release site. */
export const runExport: RunCommand = async (words, surroundings) => {
  const request = parseExportRequest(words, await toSurroundings(words, surroundings))
  const installer = createFolderInstaller(request.folder, { layout: 'release-site' })
  return conclude(await getInto(request, { installer, surroundings }), request)
}

/** What a request is read in: the machine, and what the version-file says. */
export async function toSurroundings(words: Words, { machine }: Surroundings): Promise<RequestSurroundings> {
  return { machine, versionFile: await readVersionFile(words), skewOf: await readSkewOf(words) }
}

function toInstaller({ outputFolder, prefersCached, isOffline }: GetRequest, surroundings: Surroundings) {
  return surroundings.createInstaller(outputFolder, prefersCached || isOffline)
}

interface Means {
  readonly installer: Installer
  readonly surroundings: Surroundings
  /** Files to look at in the place of those that would be fetched, by the name of the artifact. */
  readonly localArtifacts?: ReadonlyMap<string, string>
}

/** Runs the pipeline in the real world. */
export async function getInto(asked: Request, means: Means): Promise<Report> {
  const { surroundings, localArtifacts } = means
  const { request, installer, cached } = await settle(asked, means.installer, surroundings)
  const { openSharedCache, temporaryRoot, cacheFolder, startProgress, onWaiting, onSecret } = surroundings
  const sharedCache = request.useActionsCache && !request.isOffline ? await openSharedCache() : undefined
  const progress = await startProgress()
  const world = {
    installer,
    sharedCache,
    temporaryRoot,
    tufCacheFolder: join(cacheFolder, 'tuf'),
    onProgress: progress.onProgress,
    onWaiting,
    onSecret,
    ...(localArtifacts && { filesAtHand: localArtifacts }),
  }
  try {
    return await withWorld(request, world, (ports) => run(request, ports, cached))
  } finally {
    progress.stop()
  }
}

/** What a request says about what is made of a report. */
export type Concluded = Pick<Request, 'reportFolder'> &
  Partial<Pick<Request, 'bundlesFolder' | 'addToPath' | 'recheckAtEnd'>>

/** Writes what was asked for beside, and ends. */
export async function conclude(report: Report, request: Concluded): Promise<Ending> {
  const { addToPath = false, recheckAtEnd = false, bundlesFolder } = request
  const written = await toResultAsync(writeReport(report, request.reportFolder))
  const hasBundles = report.artifacts.some(({ bundlePath }) => bundlePath !== undefined)
  return toReportEnding(report, {
    reportPath: written.value,
    bundlesFolder: hasBundles ? bundlesFolder : undefined,
    errors: written.error === undefined ? [] : [written.error],
    addToPath,
    recheckAtEnd,
  })
}

/** The world of a command that fetches nothing large: nobody waits for what it fetches. */
export function toQuietWorld(
  { temporaryRoot, cacheFolder, onWaiting, onSecret }: Surroundings,
  installer: Installer,
): WorldOptions {
  const tufCacheFolder = join(cacheFolder, 'tuf')
  return { installer, temporaryRoot, tufCacheFolder, onProgress: () => undefined, onWaiting, onSecret }
}

/** What follows from the request alone: nobody is asked. */
function tellHosts(request: PlanRequest): Ending {
  const planned = planHosts(request)
  const text = formatHosts(planned, request.format === 'allow-list' ? 'allow-list' : 'text')
  return {
    ...EMPTY_ENDING,
    closing: text === '' ? [] : text.trimEnd().split('\n'),
    notes: planned.unknown.map((what) => `not known beforehand: ${escapeText(what)}`),
    json: () => formatHosts(planned, 'json'),
  }
}

async function tellPlan(asked: GetRequest, means: Means): Promise<Ending> {
  const { surroundings } = means
  const { request, installer, cached } = await settle(asked, means.installer, surroundings)
  const world = toQuietWorld(surroundings, installer)
  const planned = await withWorld(request, world, (ports) => plan(request, ports, cached))
  return {
    ...EMPTY_ENDING,
    warnings: listAdvice(request),
    closing: formatPlan(planned, 'text').trimEnd().split('\n'),
    json: () => formatPlan(planned, 'json'),
    outputs: () => ({
      code: '',
      reason: '',
      version: planned.releases.map(({ version }) => version).join(','),
    }),
  }
}
