// A job on a Windows runner: natively on Windows, else with Node.js for Windows
// under Wine. Wine's loader is called directly, as its shell wrapper drops
// variables with a dash in their names, and the output goes to a file, as a
// pipe of ours gives EBADF there.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DIST } from '../support/folders.js'

const LOADER = '/usr/lib/wine/wine64'
const SERVER = '/usr/lib/wine/wineserver64'
const TIME_LIMIT_MS = 90_000
/** A start takes a second or two; seen to hang, and never to end then. */
const START_LIMIT_MS = 30_000
const MAX_STARTS = 3
export const IS_WINE = process.platform !== 'win32'

/** Starts Wine, which goes on until `stopWine`; on Windows there is nothing to start. */
export function startWine(): void {
  if (!IS_WINE) return
  const [loader = '', ...node] = nodeForWindows()
  for (let starts = 0; starts < MAX_STARTS; starts++) {
    wine(SERVER, ['-p'])
    if (wine(loader, [...node, '--version']) === 0) return
    wine(SERVER, ['-k9'])
  }
  throw new Error(`Wine did not start, ${MAX_STARTS} times`)
}

/** Ends Wine with all that it runs, its registry written. */
export function stopWine(): void {
  if (IS_WINE) wine(SERVER, ['-k'])
}

function wine(program: string, argv: readonly string[]): number | null {
  const options = { env: baseEnvironment(), stdio: 'ignore', timeout: START_LIMIT_MS } as const
  return spawnSync(program, argv, options).status
}

export interface WindowsStep {
  readonly code: number | null
  readonly text: string
  /** GITHUB_OUTPUT as it was written, line ends and all. */
  readonly rawOutputs: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly path: readonly string[]
  readonly state: Readonly<Record<string, string>>
}

/** A program of ours under Node.js for Windows, ended or still running. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<{ code: number | null; text: string }>
}

export class WindowsJob {
  /** As this process sees it. */
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async create(name = 'windows-job-'): Promise<WindowsJob> {
    const job = new WindowsJob(await mkdtemp(join(tmpdir(), name)))
    for (const folder of ['temp', 'tools']) await mkdir(join(job.folder, folder))
    return job
  }

  /** A path as this process sees it. */
  here(...names: readonly string[]): string {
    return join(this.folder, ...names)
  }

  /** The same as the program sees it: Wine shows the root of ours as drive Z. */
  there(...names: readonly string[]): string {
    return toWindows(this.here(...names))
  }

  /** A path that the program named, as this process sees it. */
  static fromWindows(path: string): string {
    return IS_WINE ? path.replace(/^[Zz]:/, '').replaceAll('\\', '/') : path
  }

  async step(
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
    options: { readonly toolCache?: string } = {},
  ): Promise<WindowsStep> {
    const files = await mkdtemp(this.here('step-'))
    const names = ['output', 'path', 'summary', 'state']
    for (const name of names) await writeFile(join(files, name), '')
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    const { ended } = this.start([join(DIST, 'action.js')], {
      RUNNER_TEMP: this.there('temp'),
      RUNNER_TOOL_CACHE: options.toolCache ?? this.there('tools'),
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: toWindows(join(files, 'output')),
      GITHUB_PATH: toWindows(join(files, 'path')),
      GITHUB_STATE: toWindows(join(files, 'state')),
      GITHUB_STEP_SUMMARY: toWindows(join(files, 'summary')),
      ...(Object.fromEntries(given) as Record<string, string>),
      ...env,
    })
    const { code, text } = await ended
    const [output = '', path = '', summary = '', state = ''] = await Promise.all(
      names.map((name) => readFile(join(files, name), 'utf8')),
    )
    return {
      code,
      text,
      rawOutputs: output,
      outputs: parseCommands(output),
      summary,
      path: path.split(/\r?\n/).filter(Boolean),
      state: parseCommands(state),
    }
  }

  /** The end of the job for a step. */
  async post({ state }: WindowsStep): Promise<{ code: number | null; text: string }> {
    const kept = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
    return this.start([join(DIST, 'post.js')], {
      GITHUB_ACTIONS: 'true',
      RUNNER_TEMP: this.there('temp'),
      RUNNER_TOOL_CACHE: this.there('tools'),
      ...(Object.fromEntries(kept) as Record<string, string>),
    }).ended
  }

  cli(...argv: readonly string[]): Promise<{ code: number | null; text: string }> {
    return this.cliIn(this.folder, ...argv)
  }

  /** @param cwd the working folder, as this process sees it */
  cliIn(cwd: string, ...argv: readonly string[]): Promise<{ code: number | null; text: string }> {
    const env = { RUNNER_TEMP: this.there('temp'), RUNNER_TOOL_CACHE: this.there('tools') }
    return this.start([join(DIST, 'cli-main.js'), ...argv], env, cwd).ended
  }

  /** Starts Node.js for Windows. @param argv the first one a path as this process sees it */
  start(
    argv: readonly string[],
    env: Readonly<Record<string, string>> = {},
    cwd: string = this.folder,
  ): Running {
    const file = join(this.folder, `output-${process.hrtime.bigint()}.txt`)
    const log = openSync(file, 'w')
    const [script = '', ...rest] = argv
    const [program, ...words] = [...nodeForWindows(), toWindows(script), ...rest]
    const child = spawn(program ?? '', words, {
      cwd,
      env: { ...baseEnvironment(), ...env },
      stdio: ['ignore', log, log],
      timeout: TIME_LIMIT_MS,
    })
    closeSync(log)
    const ended = new Promise<{ code: number | null; text: string }>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => {
        readFile(file, 'utf8').then((text) => resolve({ code, text }), reject)
      })
    })
    return { child, ended }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export function toWindows(path: string): string {
  return IS_WINE && path.startsWith('/') ? `Z:${path.replaceAll('/', '\\')}` : path
}

/** What stands on Wine's own drive C, as this process sees it. */
export function onDriveC(name: string): string {
  return join(builtFolder(), 'windows/prefix/drive_c', name)
}

function builtFolder(): string {
  return process.env['VERIFY_K8S_REAL_BUILT'] ?? ''
}

function nodeForWindows(): string[] {
  return IS_WINE ? [LOADER, join(builtFolder(), 'windows/package/bin/node.exe')] : [process.execPath]
}

function baseEnvironment(): Record<string, string> {
  if (!IS_WINE)
    return Object.fromEntries(
      ['PATH', 'SystemRoot', 'USERPROFILE', 'TEMP', 'TMP', 'LOCALAPPDATA', 'APPDATA'].flatMap((name) => {
        const value = process.env[name]
        return value === undefined ? [] : [[name, value]]
      }),
    )
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: builtFolder(),
    WINEPREFIX: join(builtFolder(), 'windows/prefix'),
    // Without it, letters beyond ASCII in variables arrive as others.
    LC_ALL: 'C.UTF-8',
    WINEDEBUG: '-all',
    NODE_SKIP_PLATFORM_CHECK: '1',
  }
}

/** `name<<delimiter`, the value's lines, `delimiter`, with the line ends of the runner's system. */
function parseCommands(text: string): Record<string, string> {
  const pattern = /^(.+?)<<(ghadelimiter_\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm
  return Object.fromEntries([...text.matchAll(pattern)].map(([, name = '', , value = '']) => [name, value]))
}
