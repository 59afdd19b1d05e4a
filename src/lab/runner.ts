// Runs the built action as a runner runs it: inputs as INPUT_*, files for
// outputs, PATH and summary, folders for temporary files and tools.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Far above what any run takes on a busy machine. */
const TIME_LIMIT_MS = 240_000

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface StepResult extends Finished {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Folders that the step added to the PATH. */
  readonly path: readonly string[]
  /** What the runner keeps for the end of the job. */
  readonly state: Readonly<Record<string, string>>
}

/** One job on one machine: its folders last from step to step. */
export class Runner {
  readonly folder: string
  readonly #dist: string

  private constructor(folder: string, dist: string) {
    this.folder = folder
    this.#dist = dist
  }

  /** @param dist the folder of the built programs */
  static async create(dist: string): Promise<Runner> {
    const runner = new Runner(await mkdtemp(join(tmpdir(), 'lab-runner-')), dist)
    for (const folder of [runner.temp, runner.toolCache]) await mkdir(folder)
    return runner
  }

  get temp(): string {
    return join(this.folder, 'temp')
  }

  get toolCache(): string {
    return join(this.folder, 'tools')
  }

  /**
   * Runs a step.
   * @param inputs by their names in action.yml; what is left out is empty
   * @param program what the action's action.yml names as its main file
   */
  async step(
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
    program = 'action.js',
  ): Promise<StepResult> {
    const files = await mkdtemp(join(this.folder, 'step-'))
    const file = (name: string): string => join(files, name)
    for (const name of ['output', 'path', 'summary', 'state']) await writeFile(file(name), '')
    const finished = await runProgram(join(this.#dist, program), [], {
      RUNNER_TEMP: this.temp,
      RUNNER_TOOL_CACHE: this.toolCache,
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: file('output'),
      GITHUB_PATH: file('path'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      ...Object.fromEntries(
        Object.entries(withPatientInputs(inputs)).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          value,
        ]),
      ),
      ...env,
    })
    return {
      ...finished,
      outputs: parseOutputs(await readFile(file('output'), 'utf8')),
      summary: await readFile(file('summary'), 'utf8'),
      path: (await readFile(file('path'), 'utf8')).split('\n').filter(Boolean),
      state: parseOutputs(await readFile(file('state'), 'utf8')),
    }
  }

  /** The end of the job, as the runner runs it for a step. */
  post({ state }: StepResult): Promise<Finished> {
    const kept = Object.entries(state).map(([name, value]): [string, string] => [`STATE_${name}`, value])
    const env = { GITHUB_ACTIONS: 'true', RUNNER_TEMP: this.temp, RUNNER_TOOL_CACHE: this.toolCache }
    return runProgram(join(this.#dist, 'post.js'), [], { ...env, ...Object.fromEntries(kept) })
  }

  /** Every file in the folder for temporary files and in the tool cache, as paths below them. */
  async leftovers(): Promise<string[]> {
    const lists = await Promise.all(
      [this.temp, this.toolCache].map(async (folder) => {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true })
        return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      }),
    )
    return lists.flat().map((path) => path.slice(this.folder.length + 1))
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}

/**
 * In minutes. A server of the lab that is away comes back at once or not at all: nobody waits for it as long as for a
 * real one, unless a test says so.
 */
const PATIENCE = '0.05'
const SERVICES = ['--release-url', '--rekor-url']

function withPatientInputs(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const asks = 'rekor-url' in inputs && inputs['offline'] !== 'true'
  return asks ? { patience: PATIENCE, ...inputs } : inputs
}

/** As it is, or with the lab's patience where servers are asked. */
function withPatience(argv: readonly string[]): readonly string[] {
  const isPatient = argv.some((word) => /^--(?:patience|offline)(?:=|$)/.test(word))
  return isPatient || !argv.some((word) => SERVICES.includes(word)) ? argv : [...argv, '--patience', PATIENCE]
}

/** What one run of a built program came to. */
export interface ObservedRun extends Finished {
  readonly program: string
  readonly env: Readonly<Record<string, string>>
}

type Observer = (run: ObservedRun) => Promise<void> | void

let observe: Observer = () => undefined

/** Has every run from now on looked at as it ends; what the observer throws, the run rejects with. */
export function observeRuns(observer: Observer): void {
  observe = observer
}

/** Runs a built program to its end, with an environment of its own. */
export async function runProgram(
  program: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const finished = await runCommand(process.execPath, [program, ...withPatience(argv)], env)
  await observe({ ...finished, program, env })
  return finished
}

/** Runs whatever it is to its end, with an environment of its own. */
export function runCommand(
  command: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, argv, {
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIME_LIMIT_MS,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stdout, stderr })
    })
  })
}

/** GITHUB_OUTPUT: `name<<delimiter`, the value's lines, `delimiter`. */
export function parseOutputs(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [
      name,
      value,
    ]),
  )
}
