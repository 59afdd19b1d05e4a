// Entry for a runner: inputs in; log, summary, outputs, PATH and exit code out.
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import * as core from '@actions/core'
import { type CodedError, InstallError, toCodedError } from '../errors.js'
import { RECHECK_STATE, type PlacedFile, digestOfTree, formatPlacedList } from '../install/recheck.js'
import { createToolCacheInstaller } from '../install/tool-cache.js'
import { createHttp } from '../fetch/http-client.js'
import { expandFiles } from '../files/expand-files.js'
import { NO_INSTALLER } from '../fetch/file-at-hand.js'
import { createLookedUpSite } from '../fetch/looked-up-site.js'
import { createLocalEvidence } from '../fetch/local-evidence.js'
import { createOfflineHttp } from '../fetch/offline-http.js'
import { replaceFile } from '../files/replace-file.js'
import { readVersionFile } from '../files/read-version-file.js'
import { createTransparencyLog } from '../fetch/transparency-log.js'
import type { SharedCache } from '../ports.js'
import { formatPlatform, parsePlatform } from '../kubernetes/platform.js'
import { escapeText } from '../report/escape.js'
import { toOutputs, toPathFolders } from '../report/outputs.js'
import { createPacedProgress } from '../report/paced-progress.js'
import { formatWaiting } from '../report/progress.js'
import { toProblems } from '../report/problems.js'
import { type Report, formatReport, toReport } from '../report/report.js'
import { formatSummary } from '../report/summary.js'
import { toNotes, toSources, toTextBlocks } from '../report/text.js'
import { FieldErrors, readChoice } from '../request/fields.js'
import {
  AUDIT_COMMANDS,
  AUDIT_INPUT_NAMES,
  type RawAuditInputs,
  refuseAuditInputs,
} from '../request/audit-request.js'
import { INPUT_NAMES, parseRequest } from '../request/parse-request.js'
import type { Request } from '../request/request.js'
import { type VerifyRequest, parseFilesRequest } from '../request/verify-request.js'
import { reportPath, run } from '../commands/get.js'
import { runVerify } from '../commands/verify.js'
import { loadTrustedRoot } from '../trust/sources.js'
import { withWorld } from '../world.js'

/** What the action does; the command line has commands of the same names. */
const COMMANDS = ['get', ...AUDIT_COMMANDS] as const
/** What is done with a report. */
type ReportSettings = Pick<Request, 'reportFolder' | 'bundlesFolder' | 'recheckAtEnd' | 'addToPath'>

const platform = parsePlatform(`${process.platform}/${process.arch}`)
const STATE_FOLDER = '.verify-k8s-artifacts'
/** As Kubernetes spells it; undefined where it builds nothing. */
const MACHINE = platform && formatPlatform(platform)

async function main(): Promise<void> {
  const startedAt = Date.now()
  let request: ReportSettings | undefined
  let report: Report
  try {
    const names = [...INPUT_NAMES, ...AUDIT_INPUT_NAMES]
    const inputs = Object.fromEntries(names.map((name) => [name, core.getInput(name)])) as RawAuditInputs
    hideSecret(inputs['mirror-authorization'])
    const errors = new FieldErrors()
    const command = readChoice(errors, 'command', core.getInput('command') || 'get', COMMANDS)
    if (command !== undefined && command !== 'get') {
      const { runAuditAction } = await import(/* webpackMode: "eager" */ './audit.js')
      await runAuditAction(command, inputs)
      return
    }
    refuseAuditInputs(errors, inputs)
    const machine = { platform: process.platform, arch: process.arch }
    const files = await expandFiles(errors, inputs.files)
    const atHand = files && parseFilesRequest(errors, inputs, { files, machine })
    if (atHand?.kind === 'lone') {
      request = { reportFolder: inputs.report, bundlesFolder: '', recheckAtEnd: false, addToPath: false }
      report = await verifyFiles(atHand.request)
    } else {
      const asked = parseRequest(atHand?.inputs ?? inputs, {
        machine,
        versionFile: await readVersionFile(errors, inputs['version-file']),
        errors,
      })
      request = asked
      report = await prove(asked, atHand?.filesAtHand)
    }
  } catch (thrown) {
    report = toReport({
      error: toCodedError(thrown),
      artifacts: [],
      warnings: [],
      startedAt,
      endedAt: Date.now(),
    })
  }
  process.exitCode = report.exitCode
  const reportFile = await writeReport(report, request?.reportFolder)
  const hasBundles = report.artifacts.some(({ bundlePath }) => bundlePath !== undefined)
  const bundlesFolder = hasBundles ? request?.bundlesFolder || undefined : undefined
  // Outputs before all else that could fail: a step that runs on failure reads `outcome`.
  for (const [name, value] of Object.entries(
    toOutputs(report, {
      pathDelimiter: delimiter,
      machine: MACHINE,
      bundlesFolder,
      reportPath: reportFile,
    }),
  )) {
    core.setOutput(name, value)
  }
  if (request?.recheckAtEnd === true)
    core.saveState(RECHECK_STATE, formatPlacedList(await listPlaced(report)))
  printReport(report)
  if (request?.addToPath === true) {
    for (const folder of toPathFolders(report, MACHINE)) core.addPath(folder)
  }
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(formatSummary(report)).write()
}

/** The whole, and the part after its scheme, which is a secret by itself. */
function hideSecret(authorization = ''): void {
  for (const secret of [authorization, authorization.slice(authorization.indexOf(' ') + 1)]) {
    if (secret !== '') core.setSecret(secret)
  }
}

function onWaiting(host: string, waitedMs: number): void {
  core.info(formatWaiting(host, waitedMs))
}

/** Lone files, each with the evidence beside it. */
async function verifyFiles(request: VerifyRequest): Promise<Report> {
  const http = request.isOffline ? createOfflineHttp() : createHttp({ onWaiting })
  const { trustedRoot: choice, tufUrl } = request
  const cacheFolder = join(toolCacheFolder(), STATE_FOLDER, 'tuf')
  try {
    return await runVerify(request, {
      ...createLocalEvidence(http),
      releaseSite: createLookedUpSite(request.releaseUrl, http),
      transparencyLog: createTransparencyLog(http, request.rekorUrl),
      loadTrustedRoot: (warn, needs) =>
        loadTrustedRoot({
          choice,
          tufUrl,
          fetchBytes: (url, options) => http.fetchBytes(url, options),
          cacheFolder,
          warn,
          ...(needs && { needs }),
        }),
      now: Date.now,
    })
  } finally {
    http.close()
  }
}

function toolCacheFolder(): string {
  const toolCache = process.env['RUNNER_TOOL_CACHE']
  if (!toolCache) {
    throw new InstallError(
      'INSTALL_WRITE_FAILED',
      'RUNNER_TOOL_CACHE is not set, so there is no tool cache',
      {
        hint: 'Run this as an action, or use the command line’s get, which places files in a folder.',
      },
    )
  }
  return toolCache
}

/** @param filesAtHand in the place of what would be fetched; they are left where they are */
async function prove(request: Request, filesAtHand?: ReadonlyMap<string, string>): Promise<Report> {
  const toolCache = toolCacheFolder()
  const temporaryRoot = process.env['RUNNER_TEMP'] ?? tmpdir()
  const world = {
    installer:
      filesAtHand === undefined
        ? createToolCacheInstaller(toolCache, { temporaryRoot, notice: showNotice })
        : NO_INSTALLER,
    ...(filesAtHand && { filesAtHand }),
    sharedCache:
      request.useActionsCache && !request.isOffline ? await openActionsCache(temporaryRoot) : undefined,
    temporaryRoot,
    tufCacheFolder: join(toolCache, STATE_FOLDER, 'tuf'),
    onWaiting,
    onProgress: createPacedProgress((line) => {
      core.info(line)
    }, Date.now),
    onSecret: core.setSecret,
  }
  return withWorld(request, world, (ports) => run(request, ports))
}

/**
 * Events that run in the scope of the default branch, whose caches every other run reads, and that strangers can
 * cause or feed: a workflow that handles one may have run their code. See docs/caching.md.
 */
const UNTRUSTED_EVENTS: readonly string[] = [
  'pull_request_target',
  'workflow_run',
  'check_run',
  'check_suite',
  'status',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
  'gollum',
]

async function openActionsCache(temporaryRoot: string): Promise<SharedCache | undefined> {
  const event = process.env['GITHUB_EVENT_NAME'] ?? ''
  const off = (reason: string): undefined => {
    core.notice(`The Actions cache is off: ${reason}`)
    return undefined
  }
  if (UNTRUSTED_EVENTS.includes(event)) return off(`on ${event}, untrusted code could have written to it`)
  // Beside this program in dist/, not inside it.
  const { createActionsCache, isAvailable } = await import(/* webpackIgnore: true */ './actions-cache.js')
  if (!isAvailable()) return off('this runner has no cache service')
  const warn = (message: string): void => {
    core.warning(escapeText(message))
  }
  return createActionsCache({ temporaryRoot, warn })
}

/** Files by the digest that was verified, unpacked folders by that of all that is in them. */
async function listPlaced({ artifacts }: Report): Promise<PlacedFile[]> {
  const placed = artifacts.flatMap(({ path, bundlePath, kind, verification: { artifact, digest } }) =>
    path === undefined || digest === undefined
      ? []
      : [{ path, bundlePath, kind, name: artifact.name, digest }],
  )
  return Promise.all(
    placed.map(async ({ path, kind, name, digest }) => ({
      name,
      path,
      digest: kind === 'tarball' && !path.endsWith('.gz') ? await digestOfTree(path) : digest,
    })),
  )
}

function printReport(report: Report): void {
  for (const source of toSources(report)) core.info(source)
  if (report.trustedRoot !== undefined) core.info(`Trusted root: ${escapeText(report.trustedRoot)}`)
  for (const { title, lines } of toTextBlocks(report)) {
    core.startGroup(title)
    for (const line of lines) core.info(line)
    core.endGroup()
  }
  for (const { path, verification } of report.artifacts) {
    if (path !== undefined) core.info(`Placed ${escapeText(verification.artifact.name)}: ${escapeText(path)}`)
  }
  for (const note of toNotes(report)) core.notice(note)
  for (const warning of report.warnings) core.warning(escapeText(warning))
  for (const { code, message, remedy } of toProblems(report))
    core.error(`${message}\n${remedy}`, { title: code })
}

/** What was installed has its report with it already. */
async function writeReport(report: Report, folder: string | undefined): Promise<string | undefined> {
  if (!folder) return undefined
  const path = reportPath(folder)
  const isWritten = report.artifacts.some(({ path: placed }) => placed !== undefined)
  if (isWritten) return path
  try {
    await replaceFile({ path, text: formatReport(report) })
    return path
  } catch (thrown) {
    fail(toCodedError(thrown))
    return undefined
  }
}

function showNotice(text: string): void {
  core.notice(escapeText(text))
}

/** For what goes wrong once the report is made. */
function fail({ code, message, hint, exitCode }: CodedError): void {
  core.error(`${escapeText(message)}\n${escapeText(hint)}`, { title: code })
  process.exitCode = Number(process.exitCode ?? 0) || exitCode
}

await main().catch((thrown: unknown) => {
  fail(toCodedError(thrown))
})
