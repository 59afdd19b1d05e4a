// Entry for a terminal: argv in; text or JSON and an exit code out.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { styleText } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import { runToEnding } from '../commands/run-command.js'
import { runCommand } from '../commands/runners.js'
import { endOnUncaught } from '../commands/uncaught.js'
import { type CodedError, InstallError } from '../errors.js'
import { escapeText } from '../report/escape.js'
import type { ProgressDisplay, Surroundings } from '../commands/surroundings.js'
import type { Installer } from '../ports.js'
import type { Ending } from '../report/ending.js'
import type { Format } from '../request/output-inputs.js'
import { createPacedCount, createPacedProgress } from '../report/paced-progress.js'
import { formatWaiting } from '../report/progress.js'
import { type Style, formatTerminal } from '../report/terminal.js'
import { toResult } from '../result.js'
import { readCommandLine } from './command-line.js'
import { type OutputName, createPrint } from './output.js'

async function main(argv: readonly string[]): Promise<number> {
  const options = { version: packageJson.version, environment: process.env, print }
  const asked = toResult(() => readCommandLine(argv, options))
  if (asked.error !== undefined) return show(await runToEnding(() => Promise.reject(asked.error)), 'text')
  if (asked.value.kind === 'demo') return demo(asked.value.argv)
  if (asked.value.kind === 'told') return asked.value.exitCode
  if (asked.value.kind === 'completion') {
    const { formatCompletion } = await import('./completion.js')
    print(formatCompletion(asked.value.shell))
    return 0
  }
  const { command, words, warnings } = asked.value
  for (const warning of warnings) printError(`warning: ${warning}\n`)
  // The forms of an entry are for programs, too; what is no form is told to a person.
  const format = ['json', 'tle', 'rekor'].includes(words.values['format'] ?? '') ? 'json' : 'text'
  const isGiven = (name: string): boolean => words.values[name] === 'true'
  const verbosity = { isVerbose: isGiven('verbose'), isQuiet: isGiven('quiet') }
  return show(
    await runToEnding(() =>
      runCommand(command, words, { machine, toSurroundings: () => toSurroundings(format) }),
    ),
    format,
    verbosity,
  )
}

const machine = { platform: process.platform, arch: process.arch }

async function toSurroundings(format: Format): Promise<Surroundings> {
  const isTerminal = (): boolean => format === 'text' && process.stderr.isTTY
  const printLine = (line: string): void => printError(`${line}\n`)
  return {
    machine,
    temporaryRoot: tmpdir(),
    cacheFolder: await findCacheFolder(),
    createInstaller,
    openSharedCache: () => Promise.resolve(undefined),
    startProgress: () => (isTerminal() ? createBars() : Promise.resolve(createLines(printLine))),
    onWaiting: (host, waitedMs) => printLine(formatWaiting(host, waitedMs)),
    onSecret: () => undefined,
  }
}

/** A terminal has a tool cache only on a runner. */
async function createInstaller(folder = '.', usesToolCache: boolean): Promise<Installer> {
  const { createFolderInstaller } = await import('../install/folder.js')
  const { createForeignToolCache } = await import('../install/find-cached.js')
  const root = usesToolCache ? process.env['RUNNER_TOOL_CACHE'] : undefined
  return createFolderInstaller(folder, { cache: root ? createForeignToolCache(root) : undefined })
}

/** It asks for the home folder as soon as it is loaded, which a user without an entry in passwd does not have. */
async function findCacheFolder(): Promise<string> {
  try {
    const { default: envPaths } = await import('env-paths')
    return envPaths('verify-k8s-artifacts', { suffix: '' }).cache
  } catch {
    return join(tmpdir(), `verify-k8s-artifacts-${process.getuid?.() ?? 'cache'}`)
  }
}

/** Loaded only for a terminal: it costs start-up time. */
async function createBars(): Promise<ProgressDisplay> {
  const { createProgressBars } = await import('./progress-bars.js')
  return createProgressBars(process.stderr)
}

/** For a log: a line per transfer, or how far an audit is, at a pace that it can bear. */
function createLines(printLine: (line: string) => void): ProgressDisplay {
  return {
    onProgress: createPacedProgress(printLine, Date.now),
    onCount: createPacedCount(printLine, Date.now),
    stop: () => undefined,
  }
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

/** @returns the exit code */
function show(ending: Ending, format: Format, verbosity = { isVerbose: false, isQuiet: false }): number {
  if (format === 'json') print(ending.json())
  else {
    const { asides, result, errors } = formatTerminal(ending, { ...verbosity, paint })
    printError(asides)
    print(result)
    printError(errors)
  }
  if (!verbosity.isQuiet) for (const path of ending.written) printError(`wrote ${escapeText(path)}\n`)
  return ending.exitCode
}

/** As NO_COLOR, FORCE_COLOR and the kind of the stream have it. */
function paint(style: Style, text: string, stream: 'stdout' | 'stderr'): string {
  return styleText(style, text, { stream: process[stream] })
}

function print(text: string): void {
  output('stdout', text)
}

function printError(text: string): void {
  output('stderr', text)
}

/** An output that cannot be written takes the verdict with it. */
function noteFault({ message }: Error, name: OutputName): void {
  if (outputError !== undefined) return
  outputError = new InstallError('INSTALL_WRITE_FAILED', `the output cannot be written: ${message}`)
  process.exitCode = Number(process.exitCode ?? 0) || outputError.exitCode
  if (name === 'stdout') tellError(outputError)
}

function tellError({ code, message, hint }: CodedError): void {
  printError(`error: ${code}: ${escapeText(message)}\n  ${escapeText(hint)}\n`)
}

let outputError: CodedError | undefined
const output = createPrint(noteFault)
const over = endOnUncaught(tellError)
// Nothing is awaited at the top of a bundle: V8 would read all of it twice.
void main(process.argv.slice(2)).then((exitCode) => {
  over()
  process.exitCode = exitCode || Number(process.exitCode ?? 0)
})
