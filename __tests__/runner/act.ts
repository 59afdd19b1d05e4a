// A real runner: act, which reads workflows and actions as GitHub's runner does
// and starts their steps on this machine. A repository of its own holds the
// workflow; ours is what `org/verify-k8s-artifacts@v1` leads to.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../support/folders.js'

const run = promisify(execFile)
/** What a user's checkout of our repository has for a runner. */
const OURS = ['action.yml', 'verify', 'audit', 'dist', '.github']
const TIME_LIMIT_MS = 110_000

export interface RunnerResult {
  readonly code: number
  /** What act printed. */
  readonly log: string
  /** What the steps appended to the file `$TOLD`: lines `name=value`. */
  readonly told: Readonly<Record<string, string>>
}

export class Act {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async create(): Promise<Act> {
    const act = new Act(await mkdtemp(join(tmpdir(), 'act-')))
    for (const name of ['action', 'home', 'repository/.github/workflows'])
      await mkdir(join(act.folder, name), { recursive: true })
    for (const name of OURS) await cp(join(ROOT, name), join(act.folder, 'action', name), { recursive: true })
    await run('git', ['init', '-q', '-b', 'main', act.#repository])
    return act
  }

  get #repository(): string {
    return join(this.folder, 'repository')
  }

  /** Runs a workflow. @param workflow its text */
  async run(workflow: string): Promise<RunnerResult> {
    const told = join(this.folder, 'told')
    await rm(told, { force: true })
    await writeFile(join(this.#repository, '.github/workflows/job.yml'), workflow)
    await run(
      'sh',
      ['-c', 'git add -A && git -c user.name=x -c user.email=x@localhost commit -q --allow-empty -m x'],
      {
        cwd: this.#repository,
      },
    )
    const argv = [
      'push',
      '--platform',
      'ubuntu-latest=-self-hosted',
      '--platform',
      'ubuntu-24.04=-self-hosted',
    ]
    argv.push('--local-repository', `org/verify-k8s-artifacts@v1=${join(this.folder, 'action')}`)
    argv.push('--container-daemon-socket', '-', '--action-offline-mode')
    argv.push('--artifact-server-path', join(this.folder, 'artifacts'), '--artifact-server-addr', '127.0.0.1')
    argv.push('--no-cache-server', '--env', `TOLD=${told}`)
    const env = {
      // act starts an action's program by the `node` of the PATH, whatever its action.yml says.
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
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
