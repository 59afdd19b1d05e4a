// `get` and `export`: words → request → world → pipeline → ending.
import { join } from 'node:path'
import { createFolderInstaller } from '../install/folder.js'
import type { Installer } from '../ports.js'
import { type Ending, toReportEnding } from '../report/ending.js'
import type { Report } from '../report/report.js'
import { parseExportRequest, parseGetRequest } from '../request/get-request.js'
import type { Request } from '../request/request.js'
import { toResultAsync } from '../result.js'
import { withWorld } from '../world.js'
import { run } from './get.js'
import { tellPlan } from './plan-command.js'
import { settle, toInstaller } from './prefer-cached.js'
import { toSurroundings } from './request-surroundings.js'
import { writeReport } from './results.js'
import type { RunCommand, Surroundings } from './surroundings.js'

/** Fetches, proves and installs. */
export const runGet: RunCommand = async (words, surroundings) => {
  const request = parseGetRequest(words, await toSurroundings(words, surroundings))
  if (request.isDryRun) return tellPlan(request, { toSurroundings: () => Promise.resolve(surroundings) })
  const installer = await toInstaller(request, surroundings)
  return conclude(await getInto(request, { installer, surroundings }), request)
}

/** As `get`, into a folder that can be a release site. */
export const runExport: RunCommand = async (words, surroundings) => {
  const request = parseExportRequest(words, await toSurroundings(words, surroundings))
  const installer = createFolderInstaller(request.folder, { layout: 'release-site' })
  return conclude(await getInto(request, { installer, surroundings }), request)
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
