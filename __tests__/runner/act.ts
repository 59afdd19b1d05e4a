// A real runner: act, which reads workflows and actions as GitHub's runner does
// and starts their steps on this machine. A repository of its own holds the
// workflow; ours is what `org/verify-k8s-artifacts@v1` leads to. What GitHub
// alone has stands in from `stand-ins/`: actions of its own, its command line
// `gh`, and what it keeps of runs and issues.
import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { parse, stringify } from 'yaml'
import { ROOT } from '../support/folders.js'

const run = promisify(execFile)
/** What a user's checkout of our repository has for a runner. */
const OURS = ['action.yml', 'verify', 'audit', 'dist', '.github']
const OUR_ACTIONS = ['', 'verify', 'audit', 'audit/plan', 'audit/merge']
/** Whose workflows they are. */
export const REPOSITORY = 'somebody/cluster'
const OUR_NAME = 'org/verify-k8s-artifacts'
const STAND_INS = join(import.meta.dirname, 'stand-ins')
const FOREIGN_ACTION = /actions\/[\w-]+@[0-9a-f]{40}/g
const TIME_LIMIT_MS = 200_000

export interface RunnerResult {
  readonly code: number
  /** What act printed. */
  readonly log: string
  /** What the steps appended to the file `$TOLD`: lines `name=value`. */
  readonly told: Readonly<Record<string, string>>
}

interface RunOptions {
  readonly event?: string
  /** Whether the run goes on with what the last one uploaded. */
  readonly keepsArtifacts?: boolean
}

export class Act {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async create(): Promise<Act> {
    const act = new Act(await mkdtemp(join(tmpdir(), 'act-')))
    for (const name of ['action', 'home', 'bin', 'github', 'repository/.github/workflows'])
      await mkdir(join(act.folder, name), { recursive: true })
    for (const name of OURS) await cp(join(ROOT, name), join(act.folder, 'action', name), { recursive: true })
    await act.#prepareWorkflows()
    const gh = join(act.folder, 'bin', 'gh')
    await writeFile(gh, `#!/bin/sh\nexec "${process.execPath}" "${join(STAND_INS, 'gh.mjs')}" "$@"\n`)
    await chmod(gh, 0o755)
    for (const name of ['runs', 'issue', 'pr']) await act.write(name, [])
    await run('git', ['init', '-q', '-b', 'main', act.#repository])
    const origin = `https://github.com/${REPOSITORY}`
    await run('git', ['init', '-q', '--bare', join(act.folder, 'origin')])
    // What is pushed there stays on this machine.
    const config = `[url "${join(act.folder, 'origin')}"]\n\tinsteadOf = ${origin}\n[safe]\n\tdirectory = *\n`
    await writeFile(join(act.folder, 'home', '.gitconfig'), config)
    await run('git', ['remote', 'add', 'origin', origin], { cwd: act.#repository })
    return act
  }

  /** What our actions ask where nothing else is said: the lab's servers, for workflows that name none. */
  async setDefaults(servers: Readonly<Record<string, string>>): Promise<void> {
    for (const name of OUR_ACTIONS) {
      const path = join(this.folder, 'action', name, 'action.yml')
      const action = parse(await readFile(path, 'utf8')) as { inputs: Record<string, { default?: string }> }
      for (const [input, value] of Object.entries(servers)) {
        const known = action.inputs[input]
        if (known !== undefined) known.default = value
      }
      await writeFile(path, stringify(action))
    }
  }

  /** What GitHub keeps: `runs`, `issue`, `pr`. */
  async write(name: string, value: unknown): Promise<void> {
    await writeFile(join(this.folder, 'github', `${name}.json`), JSON.stringify(value))
  }

  async read(name: string): Promise<unknown> {
    return JSON.parse(await readFile(join(this.folder, 'github', `${name}.json`), 'utf8'))
  }

  /** What `gh` was told, call by call. */
  async calls(): Promise<string[][]> {
    const lines = await readFile(join(this.folder, 'github', 'calls'), 'utf8')
    return lines
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as string[])
  }

  /** Where the artifacts of a run lie. */
  artifacts(runId = '1'): string {
    return join(this.folder, 'github', 'artifacts', runId)
  }

  /** No spelling of an action of the same repository is one that act and GitHub both know. */
  async #prepareWorkflows(): Promise<void> {
    const path = join(this.folder, 'action/.github/workflows/audit.yml')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replaceAll(/uses: \$\/(\S+)/g, `uses: ${OUR_NAME}/$1@v1`))
  }

  /** A file of the repository whose workflows run. */
  repositoryFile(name: string): string {
    return join(this.#repository, name)
  }

  /** A file as a branch has it that was pushed; undefined where there is none. */
  async pushed(branch: string, name: string): Promise<string | undefined> {
    return run('git', ['-C', join(this.folder, 'origin'), 'show', `${branch}:${name}`]).then(
      ({ stdout }) => stdout,
      () => undefined,
    )
  }

  get #repository(): string {
    return join(this.folder, 'repository')
  }

  /** Runs a workflow. @param workflow its text */
  async run(
    workflow: string,
    { event = 'push', keepsArtifacts = false }: RunOptions = {},
  ): Promise<RunnerResult> {
    const told = join(this.folder, 'told')
    await rm(told, { force: true })
    if (!keepsArtifacts) await rm(this.artifacts(), { recursive: true, force: true })
    await writeFile(join(this.#repository, '.github/workflows/job.yml'), workflow)
    const commit = 'git add -A && git -c user.name=x -c user.email=x@localhost commit -q --allow-empty -m x'
    await run('sh', ['-c', commit], { cwd: this.#repository })
    const argv = [event]
    for (const name of ['ubuntu-latest', 'ubuntu-24.04']) argv.push('--platform', `${name}=-self-hosted`)
    const called = await readFile(join(this.folder, 'action/.github/workflows/audit.yml'), 'utf8')
    const foreign = [workflow, called].flatMap((text) => text.match(FOREIGN_ACTION) ?? [])
    for (const name of new Set(foreign))
      argv.push('--local-repository', `${name}=${join(STAND_INS, name.replace(/^actions\/|@.*/g, ''))}`)
    for (const ref of ['v1', '0'.repeat(40)])
      argv.push('--local-repository', `${OUR_NAME}@${ref}=${join(this.folder, 'action')}`)
    argv.push('--container-daemon-socket', '-', '--action-offline-mode', '--no-cache-server')
    argv.push('--env', `TOLD=${told}`, '--env', `STAND_IN=${join(this.folder, 'github')}`)
    argv.push('--secret', 'GITHUB_TOKEN=a-token')
    const env = {
      // act starts an action's program by the `node` of the PATH, whatever its action.yml says.
      PATH: [join(this.folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
      HOME: join(this.folder, 'home'),
    }
    const options = { cwd: this.#repository, env, timeout: TIME_LIMIT_MS, maxBuffer: 2 ** 26 }
    const { code, log } = await run(
      join(process.env['VERIFY_K8S_REAL_BUILT'] ?? '', 'bin', 'act'),
      argv,
      options,
    )
      .then(({ stdout, stderr }) => ({ code: 0, log: stdout + stderr }))
      .catch((thrown: unknown) => {
        const {
          code,
          stdout = '',
          stderr = '',
        } = thrown as { code?: unknown; stdout?: string; stderr?: string }
        return { code: typeof code === 'number' ? code : -1, log: stdout + stderr }
      })
    const lines = await readFile(told, 'utf8').catch(() => '')
    return { code, log, told: Object.fromEntries(lines.split('\n').filter(Boolean).map(toPair)) }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}

function toPair(line: string): [string, string] {
  const index = line.indexOf('=')
  return [line.slice(0, index), line.slice(index + 1)]
}
