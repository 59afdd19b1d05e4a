// Entry for a terminal: argv in; text or JSON and an exit code out.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { styleText } from 'node:util'
import envPaths from 'env-paths'
import packageJson from '../../package.json' with { type: 'json' }
import { runToEnding } from '../commands/run-command.js'
import { RUNNERS } from '../commands/runners.js'
import type { ProgressDisplay, Surroundings } from '../commands/surroundings.js'
import { createFolderInstaller } from '../install/folder.js'
import type { Ending } from '../report/ending.js'
import type { Format } from '../request/output-inputs.js'
import { createPacedCount, createPacedProgress } from '../report/paced-progress.js'
import { formatWaiting } from '../report/progress.js'
import { type Style, formatTerminal } from '../report/terminal.js'
import { toResult } from '../result.js'
import { readCommandLine } from './command-line.js'

async function main(argv: readonly string[]): Promise<number> {
  const options = { version: packageJson.version, environment: process.env, print }
  const asked = toResult(() => readCommandLine(argv, options))
  if (asked.error !== undefined) return show(await runToEnding(() => Promise.reject(asked.error)), 'text')
  if (asked.value.kind === 'demo') return demo(asked.value.argv)
  if (asked.value.kind === 'told') return asked.value.exitCode
  const { command, words, warnings } = asked.value
  for (const warning of warnings) printError(`warning: ${warning}\n`)
  const format = words.values['format'] === 'json' ? 'json' : 'text'
  const isGiven = (name: string): boolean => words.values[name] === 'true'
  const verbosity = { isVerbose: isGiven('verbose'), isQuiet: isGiven('quiet') }
  return show(await runToEnding(() => RUNNERS[command](words, toSurroundings(format))), format, verbosity)
}

function toSurroundings(format: Format): Surroundings {
  const isTerminal = process.stderr.isTTY && format === 'text'
  const printLine = (line: string): void => printError(`${line}\n`)
  return {
    machine: { platform: process.platform, arch: process.arch },
    temporaryRoot: tmpdir(),
    cacheFolder: envPaths('verify-k8s-artifacts', { suffix: '' }).cache,
    createInstaller: (folder = '.') => createFolderInstaller(folder),
    openSharedCache: () => Promise.resolve(undefined),
    startProgress: () => (isTerminal ? createBars() : Promise.resolve(createLines(printLine))),
    onWaiting: (host, waitedMs) => printLine(formatWaiting(host, waitedMs)),
    onSecret: () => undefined,
    onCount: createPacedCount(printLine, Date.now),
  }
}

/** Loaded only for a terminal: it costs start-up time. */
async function createBars(): Promise<ProgressDisplay> {
  const { createProgressBars } = await import(/* webpackMode: "eager" */ './progress-bars.js')
  return createProgressBars(process.stderr)
}

/** For a log: a line per transfer at a pace that it can bear. */
function createLines(printLine: (line: string) => void): ProgressDisplay {
  return { onProgress: createPacedProgress(printLine, Date.now), stop: () => undefined }
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
  if (!verbosity.isQuiet) for (const path of ending.written) printError(`wrote ${path}\n`)
  return ending.exitCode
}

/** As NO_COLOR, FORCE_COLOR and the kind of the stream have it. */
function paint(style: Style, text: string, stream: 'stdout' | 'stderr'): string {
  return styleText(style, text, { stream: process[stream] })
}

function print(text: string): void {
  process.stdout.write(text)
}

function printError(text: string): void {
  process.stderr.write(text)
}

process.exitCode = await main(process.argv.slice(2))
