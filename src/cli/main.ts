// Entry for a terminal: argv in; text or JSON and an exit code out.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import envPaths from 'env-paths'
import packageJson from '../../package.json' with { type: 'json' }
import { InputError, toCodedError } from '../errors.js'
import { createHttp } from '../fetch/http-client.js'
import { createLookedUpSite } from '../fetch/looked-up-site.js'
import { createLocalEvidence } from '../fetch/local-evidence.js'
import { readVersionFile } from '../files/read-version-file.js'
import { createTransparencyLog } from '../fetch/transparency-log.js'
import { createFolderInstaller } from '../install/folder.js'
import { escapeText } from '../report/escape.js'
import type { ProgressDisplay } from './progress-bars.js'
import { createPacedProgress } from '../report/paced-progress.js'
import { formatWaiting } from '../report/progress.js'
import { toProblems } from '../report/problems.js'
import { type Report, formatReport, toReport } from '../report/report.js'
import { formatPlan } from '../report/plan-text.js'
import { toNotes, toSources, toTextBlocks } from '../report/text.js'
import type { Http, Ports } from '../ports.js'
import type { Request } from '../request/request.js'
import { formatEntries } from '../report/entry-text.js'
import { ENTRY_ARGUMENTS, parseEntryRequest } from '../request/entry-request.js'
import { runEntry } from '../commands/entry.js'
import { IMAGE_ARGUMENTS, parseImageRequest } from '../request/image-request.js'
import { openRegistry } from '../fetch/registry/open-registry.js'
import { runImages } from '../commands/image.js'
import { FieldErrors, suggest } from '../request/fields.js'
import {
  AUDIT_INPUT_DEFAULTS,
  AUDIT_INPUT_NAMES,
  type AuditCommand,
  NOT_FOR_AUDITS,
  type RawAuditInputs,
  parseAuditRequest,
} from '../request/audit-request.js'
import { type ArgumentNames, parseArguments } from '../request/parse-arguments.js'
import { INPUT_DEFAULTS, INPUT_NAMES, type InputName, parseRequest } from '../request/parse-request.js'
import { NO_INSTALLER } from '../fetch/file-at-hand.js'
import { VERIFY_ARGUMENTS, parseVerifyRequest, toReleaseInputs } from '../request/verify-request.js'
import { plan, run } from '../commands/get.js'
import { runVerify } from '../commands/verify.js'
import { loadTrustedRoot } from '../trust/sources.js'
import { withWorld } from '../world.js'

const COMMANDS = [
  'get',
  'plan',
  'export',
  'verify',
  'verify-bundle',
  'image',
  'entry',
  'audit',
  'merge',
  'demo',
] as const

/** Inputs that only a workflow has. */
const ACTION_ONLY: readonly string[] = [
  'files',
  'add-to-path',
  'bundles-dir',
  'report',
  'mirror-authorization',
  'cache',
  'recheck-at-end',
]
/** A flag would show the secret to every process. */
const MIRROR_AUTHORIZATION = 'MIRROR_AUTHORIZATION'
const EXPORTED_LOCK = 'k8s-artifacts.lock.json'

const AUDIT_FLAGS: readonly string[] = [
  ...INPUT_NAMES.filter(
    (name) => !NOT_FOR_AUDITS.includes(name) && name !== 'add-to-path' && name !== 'mirror-authorization',
  ),
  ...AUDIT_INPUT_NAMES,
]
const isAuditBoolean = (name: string): boolean =>
  /^(?:true|false)$/.test({ ...INPUT_DEFAULTS, ...AUDIT_INPUT_DEFAULTS }[name as InputName])

const GET_INPUTS = INPUT_NAMES.filter((name) => !ACTION_ONLY.includes(name))
const isBoolean = (name: keyof typeof INPUT_DEFAULTS): boolean =>
  /^(?:true|false)$/.test(INPUT_DEFAULTS[name])

const GET_ARGUMENTS: ArgumentNames = {
  values: [...GET_INPUTS.filter((name) => !isBoolean(name)), 'output', 'format'],
  booleans: GET_INPUTS.filter(isBoolean),
  switches: ['dry-run'],
  positionals: 0,
}

const AUDIT_ARGUMENTS: ArgumentNames = {
  values: [...AUDIT_FLAGS.filter((name) => !isAuditBoolean(name)), 'format'],
  booleans: AUDIT_FLAGS.filter(isAuditBoolean),
  switches: [],
  positionals: 0,
}

const HELP = `verify-k8s-artifacts ${packageJson.version}: proves that Kubernetes artifacts are the ones the project signed

  verify-k8s-artifacts get [--version v1.35.2] [--artifacts kubectl,kubeadm] [--output FOLDER] [--dry-run]
  verify-k8s-artifacts get --url https://… --certificate-identity WHO --certificate-oidc-issuer ISSUER [--output FOLDER]
  verify-k8s-artifacts plan [--version supported] [--artifacts all] [--os all] [--arch all]
  verify-k8s-artifacts export --output FOLDER [--version v1.35.2] [--artifacts all] [--os all] [--arch all]
  verify-k8s-artifacts verify FILE --version v1.35.2 [--artifact kubectl] [--os linux] [--arch amd64]
  verify-k8s-artifacts verify FILE
  verify-k8s-artifacts verify FILE|sha256:DIGEST [--signature PATH|URL] [--certificate PATH|URL]
  verify-k8s-artifacts verify FILE|sha256:DIGEST --bundle PATH|URL [--key PATH]
  verify-k8s-artifacts image REGISTRY/NAME:TAG|REGISTRY/NAME@sha256:DIGEST ...
  verify-k8s-artifacts entry UUID|INDEX|sha256:DIGEST [--signature PATH --certificate PATH]
  verify-k8s-artifacts audit [--version supported] [--artifacts all,images] [--depth digest] [--baseline REPORT] [--report FOLDER]
  verify-k8s-artifacts plan --shards 20 [--depth full] [--report FOLDER]
  verify-k8s-artifacts audit --plan FOLDER/audit-plan.json --shard 1 --report FOLDER/1
  verify-k8s-artifacts merge --plan FOLDER/audit-plan.json --reports FOLDER [--baseline REPORT]
  verify-k8s-artifacts demo

get     flags: ${formatFlags(GET_ARGUMENTS)}
plan    flags: those of get; prints what get would fetch, and fetches no artifact
        with --shards: those of audit; writes a plan for the shards of an audit, and prints the matrix of a workflow
audit   flags: ${formatFlags(AUDIT_ARGUMENTS)}
merge   flags: those of audit; joins the reports of all shards of a plan
export  flags: those of get; writes a folder with artifacts, bundles, trusted root and lock file, for a machine without
        network: get --offline --frozen --lock-file FOLDER/k8s-artifacts.lock.json --release-url file:///FOLDER
verify  flags: ${formatFlags(VERIFY_ARGUMENTS)}
image   flags: ${formatFlags(IMAGE_ARGUMENTS)}
entry   flags: ${formatFlags(ENTRY_ARGUMENTS)}

get, plan and export send the value of the variable MIRROR_AUTHORIZATION as the Authorization header, to the origin of --release-url alone

exit codes: 0 verified, 1 rejected, 2 bad request, 3 unverifiable, 70 our own bug
`

function formatFlags({ values, booleans = [], switches }: ArgumentNames): string {
  return [...values, ...booleans, ...switches].map((name) => `--${name}`).join(' ')
}

type Format = 'text' | 'json'

async function main([command, ...argv]: readonly string[]): Promise<number> {
  if (command === '--version') return print(`${packageJson.version}\n`)
  if (command === undefined || command === '--help' || argv.includes('--help')) {
    process.stdout.write(HELP)
    return command === undefined ? 2 : 0
  }
  if (command === 'demo') return demo(argv)
  const startedAt = Date.now()
  // Known before the arguments are: an error must come out in the form that was asked for.
  const format: Format = /--format[ =]json\b/.test(argv.join(' ')) ? 'json' : 'text'
  try {
    const isShards = command === 'plan' && argv.some((word) => /^--shards(?:=|$)/.test(word))
    if (command === 'audit' || command === 'merge' || isShards)
      return await auditOnTerminal(isShards ? 'plan' : command, argv, format)
    if (command === 'get' || command === 'plan' || command === 'export')
      return await get(command, argv, format)
    if (command === 'verify' || command === 'verify-bundle') return printReport(await verify(argv), format)
    if (command === 'entry') return await entry(argv, format)
    if (command === 'image') return printReport(await image(argv), format)
    const message = `is not a command; allowed: ${COMMANDS.join(', ')}${suggest(command, COMMANDS)}`
    throw new InputError([{ code: 'INPUT_UNKNOWN', field: command, message }])
  } catch (thrown) {
    const error = toCodedError(thrown)
    return printReport(
      toReport({ error, artifacts: [], warnings: [], startedAt, endedAt: Date.now() }),
      format,
    )
  }
}

async function get(
  command: 'get' | 'plan' | 'export',
  argv: readonly string[],
  format: Format,
): Promise<number> {
  const errors = new FieldErrors()
  const { values, switches } = parseArguments(errors, argv, GET_ARGUMENTS)
  readFormat(errors, values['format'])
  const isExport = command === 'export'
  const folder = values['output'] ?? '.'
  if (isExport && values['output'] === undefined) errors.add('INPUT_REQUIRED', '--output', 'needs a folder')
  if (isExport && values['extract'] !== undefined)
    errors.add('INPUT_CONFLICT', '--extract', 'is not for export, which keeps tarballs as they are published')
  const raw = {
    ...(isExport && { 'lock-file': join(folder, EXPORTED_LOCK) }),
    ...values,
    'mirror-authorization': process.env[MIRROR_AUTHORIZATION] ?? '',
  }
  const request = parseRequest(raw, {
    machine: { platform: process.platform, arch: process.arch },
    versionFile: await readVersionFile(errors, values['version-file']),
    errors,
  })
  const isTerminal = process.stderr.isTTY && format === 'text'
  const progress = isTerminal ? await createBars(process.stderr) : createLines(process.stderr)
  const world = {
    installer: createFolderInstaller(folder, isExport ? 'release-site' : 'flat'),
    temporaryRoot: tmpdir(),
    tufCacheFolder: tufCacheFolder(),
    onProgress: progress.onProgress,
    onWaiting,
  }
  try {
    if (command === 'plan' || switches.has('dry-run')) {
      const planned = await withWorld(request, world, (ports) => plan(request, ports))
      return print(formatPlan(planned, format))
    }
    const report = await withWorld(request, world, (ports) => run(request, ports))
    progress.stop()
    return printReport(report, format)
  } finally {
    progress.stop()
  }
}

/** Loaded only for a terminal: it costs start-up time. */
async function createBars(stream: NodeJS.WriteStream): Promise<ProgressDisplay> {
  const { createProgressBars } = await import(/* webpackMode: "eager" */ './progress-bars.js')
  return createProgressBars(stream)
}

/** For a log: a line per transfer at a pace that it can bear. */
function createLines(stream: NodeJS.WriteStream): ProgressDisplay {
  const onProgress = createPacedProgress((line) => stream.write(`${line}\n`), Date.now)
  return { onProgress, stop: () => undefined }
}

function onWaiting(host: string, waitedMs: number): void {
  process.stderr.write(`${formatWaiting(host, waitedMs)}\n`)
}

async function verify(argv: readonly string[]): Promise<Report> {
  const errors = new FieldErrors()
  const parsed = parseArguments(errors, argv, VERIFY_ARGUMENTS)
  const inputs = toReleaseInputs(errors, parsed)
  readFormat(errors, parsed.values['format'])
  if (inputs !== undefined) return verifyOfRelease(errors, inputs)
  const request = parseVerifyRequest(errors, parsed, { platform: process.platform, arch: process.arch })
  const http = createHttp({ onWaiting })
  try {
    return await runVerify(request, {
      ...createLocalEvidence(http),
      releaseSite: createLookedUpSite(request.releaseUrl, http),
      transparencyLog: createTransparencyLog(http, request.rekorUrl),
      loadTrustedRoot: loadRootOf(request, http),
      now: Date.now,
    })
  } finally {
    http.close()
  }
}

/** A file that is said to be of a release: proven like a fetched one, its path and version included. */
async function verifyOfRelease(
  errors: FieldErrors,
  { path, ...inputs }: NonNullable<ReturnType<typeof toReleaseInputs>>,
): Promise<Report> {
  const machine = { platform: process.platform, arch: process.arch }
  const request = parseRequest(inputs, { machine, errors })
  const world = {
    installer: NO_INSTALLER,
    temporaryRoot: tmpdir(),
    tufCacheFolder: tufCacheFolder(),
    onProgress: () => undefined,
    onWaiting,
    filesAtHand: new Map(request.artifacts.map(({ entry }) => [entry.name, path])),
  }
  return withWorld(request, world, (ports) => run(request, ports))
}

async function image(argv: readonly string[]): Promise<Report> {
  const errors = new FieldErrors()
  const { values, ...parsed } = parseArguments(errors, argv, IMAGE_ARGUMENTS)
  readFormat(errors, values['format'])
  const request = parseImageRequest(errors, { values, ...parsed })
  const http = createHttp({ onWaiting })
  try {
    return await runImages(request, {
      imageRegistry: openRegistry(http),
      transparencyLog: createTransparencyLog(http, request.rekorUrl),
      loadTrustedRoot: loadRootOf(request, http),
      now: Date.now,
    })
  } finally {
    http.close()
  }
}

async function entry(argv: readonly string[], format: Format): Promise<number> {
  const errors = new FieldErrors()
  const parsed = parseArguments(errors, argv, ENTRY_ARGUMENTS)
  readFormat(errors, parsed.values['format'])
  const request = parseEntryRequest(errors, parsed)
  const http = createHttp({ onWaiting })
  try {
    const report = await runEntry(request, {
      ...createLocalEvidence(http),
      transparencyLog: createTransparencyLog(http, request.rekorUrl),
      loadTrustedRoot: loadRootOf(request, http),
    })
    for (const warning of report.warnings) process.stderr.write(`warning: ${escapeText(warning)}\n`)
    const { text, exitCode } = formatEntries(report, format)
    process.stdout.write(text)
    return exitCode
  } finally {
    http.close()
  }
}

/** Loaded only for audits. */
async function auditOnTerminal(
  command: AuditCommand,
  argv: readonly string[],
  format: Format,
): Promise<number> {
  const errors = new FieldErrors()
  const { values } = parseArguments(errors, argv, AUDIT_ARGUMENTS)
  readFormat(errors, values['format'])
  const inputs: RawAuditInputs = {
    ...values,
    'mirror-authorization': process.env[MIRROR_AUTHORIZATION] ?? '',
  }
  const request = parseAuditRequest(inputs, command, {
    machine: { platform: process.platform, arch: process.arch },
    versionFile: await readVersionFile(errors, values['version-file']),
    errors,
  })
  const { runAuditCommand } = await import(/* webpackMode: "eager" */ './audit.js')
  const cacheFolder = envPaths('verify-k8s-artifacts', { suffix: '' }).cache
  return runAuditCommand(command, request, { format, cacheFolder })
}

function loadRootOf(
  { trustedRoot: choice, tufUrl }: Pick<Request, 'trustedRoot' | 'tufUrl'>,
  { fetchBytes }: Pick<Http, 'fetchBytes'>,
): Ports['loadTrustedRoot'] {
  return (warn, needs) =>
    loadTrustedRoot({
      choice,
      tufUrl,
      fetchBytes,
      cacheFolder: tufCacheFolder(),
      warn,
      ...(needs && { needs }),
    })
}

/** The lab is a bundle of its own, so that nobody else pays for it. */
async function demo(argv: readonly string[]): Promise<number> {
  const program = join(dirname(realpathSync(process.argv[1] ?? '')), 'demo.js')
  const child = spawn(process.execPath, [program, ...argv], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve(code ?? 1)
    })
  })
}

function printReport(report: Report, format: Format): number {
  if (format === 'json') {
    process.stdout.write(formatReport(report))
    return report.exitCode
  }
  for (const warning of report.warnings) process.stderr.write(`warning: ${escapeText(warning)}\n`)
  for (const note of toNotes(report)) process.stderr.write(`note: ${note}\n`)
  for (const source of toSources(report)) print(`${source}\n`)
  if (report.trustedRoot !== undefined) print(`trusted root: ${escapeText(report.trustedRoot)}\n`)
  for (const { title, lines } of toTextBlocks(report)) {
    print(`${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
  }
  for (const { pinned } of report.artifacts)
    if (pinned !== undefined) print(`pinned: ${escapeText(pinned)}\n`)
  for (const { path } of report.artifacts) if (path !== undefined) print(`placed: ${escapeText(path)}\n`)
  for (const { code, message, remedy } of toProblems(report)) {
    process.stderr.write(`error: ${code}: ${message}\n  ${remedy}\n`)
  }
  print(`${report.outcome}\n`)
  return report.exitCode
}

function readFormat(errors: FieldErrors, text = 'text'): void {
  if (text === 'text' || text === 'json') return
  errors.add('INPUT_INVALID', '--format', `"${text}" is not allowed; allowed: text, json`)
}

function tufCacheFolder(): string {
  return join(envPaths('verify-k8s-artifacts', { suffix: '' }).cache, 'tuf')
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
