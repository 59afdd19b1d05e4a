// docs/examples/lock-update.yml: its scripts, by bash, git and the built command line, with a gh that notes what it is told.
import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST, ROOT } from '../support/folders.js'
import { withJob } from '../support/job.js'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
}
interface Workflow {
  readonly permissions: object
  readonly env: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, { readonly permissions: object; readonly steps: readonly Step[] }>>
}

const KUBECTL = 'bin/linux/amd64/kubectl'
const LOCK = 'k8s-artifacts.lock.json'
const workflow = parse(await readFile(join(ROOT, 'docs/examples/lock-update.yml'), 'utf8')) as Workflow
const stepsOf = (job: string): readonly Step[] => workflow.jobs[job]?.steps ?? []
const scriptOf = (job: string): string => stepsOf(job).find(({ run }) => run !== undefined)?.run ?? ''

const { lab, release, job } = await withJob(async (started) => {
  const first = await started.publish({ version: 'v1.35.2', paths: [KUBECTL] })
  await started.publish({ version: 'v1.35.3', paths: [KUBECTL] })
  return first
})

let folder: string
beforeEach(() => {
  folder = job.folder
})

function git(cwd: string, ...argv: string[]): string {
  const named = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main']
  const { status, stdout, stderr } = spawnSync('git', [...named, ...argv], { cwd, encoding: 'utf8' })
  expect([argv, status, status === 0 ? '' : stderr]).toEqual([argv, 0, ''])
  return stdout
}

/** A repository with a lock file of v1.35.2, where it is pushed to, and a gh that notes its words. */
async function createRepository(): Promise<void> {
  lab.channels.set('stable-1.35.txt', 'v1.35.2')
  const repository = join(folder, 'repository')
  git(folder, 'init', '--quiet', '--bare', 'origin.git')
  git(folder, 'clone', '--quiet', 'origin.git', 'repository')
  const asked = ['kubectl', '--version', 'stable-1.35', '--os', 'linux', '--arch', 'amd64']
  const written = ['--lock-file', join(repository, LOCK), '--output', join(folder, 'out')]
  expect((await runProgram(join(DIST, 'cli.js'), ['get', ...asked, ...written, ...job.flags])).code).toBe(0)
  git(repository, 'add', LOCK)
  git(repository, 'commit', '--quiet', '--message', 'lock')
  git(repository, 'push', '--quiet', 'origin', 'HEAD:main')
  await mkdir(join(repository, '.verify-k8s-artifacts'))
  await symlink(DIST, join(repository, '.verify-k8s-artifacts/dist'))
  await mkdir(join(folder, 'bin'))
  await symlink(process.execPath, join(folder, 'bin/node'))
  // With `run download` it gives what the first job has left, and with `pr list` it asks jq as gh does.
  const gh = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$NOTES"
case "$1 $2" in
  'run download') mkdir -p "$7"; cp proposal/* "$7" ;;
  'pr list') printf '%s' "$PULLS" | jq --raw-output "\${@: -1}" || true ;;
esac
`
  await writeFile(join(folder, 'bin/gh'), gh)
  await chmod(join(folder, 'bin/gh'), 0o755)
}

/** A script as a runner runs it: by bash, which ends at the first error. */
async function runScript(name: string, env: Readonly<Record<string, string>> = {}): Promise<number | null> {
  // The lab in the place of the world.
  const flags = [...job.flags, '--patience', '0.05'].map((word) => `'${word}'`).join(' ')
  const script = scriptOf(name).replace('--minimum-age 3d', flags)
  const child = spawn('bash', ['-e', '-c', script], {
    cwd: join(folder, 'repository'),
    env: {
      PATH: `${join(folder, 'bin')}:${dirname('/usr/bin/git')}:/bin`,
      HOME: folder,
      RUNNER_TEMP: job.runner.temp,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_RUN_ID: '7',
      GITHUB_REF_NAME: 'main',
      NOTES: join(folder, 'notes'),
      PULLS: '[]',
      ...workflow.env,
      ...env,
    },
  })
  return new Promise((resolve) => {
    child.on('close', resolve)
  })
}

const readNotes = (): Promise<string> => readFile(join(folder, 'notes'), 'utf8').catch(() => '')
const readOutput = (): Promise<string> => readFile(join(folder, 'output'), 'utf8').catch(() => '')

test('only the job that runs nothing of ours can write, and every action is pinned', () => {
  expect(workflow.permissions).toEqual({})
  expect(workflow.jobs['update']?.permissions).toEqual({ contents: 'read' })
  expect(workflow.jobs['propose']?.permissions).toEqual({
    actions: 'read',
    contents: 'write',
    'pull-requests': 'write',
  })
  expect(scriptOf('propose')).not.toContain('verify-k8s-artifacts')
  for (const { uses } of [...stepsOf('update'), ...stepsOf('propose')])
    if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
})

test('a newer release: one pull request with the lock file, and the proof in its text', async () => {
  await createRepository()
  lab.channels.set('stable-1.35.txt', 'v1.35.3')
  expect(await runScript('update')).toBe(0)
  expect(await readOutput()).toBe('changed=true\n')
  const proposal = join(folder, 'repository/proposal')
  expect((await readdir(proposal)).sort()).toEqual(['body.md', 'lock.json'])
  git(join(folder, 'repository'), 'checkout', '--quiet', LOCK)
  expect(await runScript('propose')).toBe(0)
  const pushed = git(join(folder, 'origin.git'), 'show', `kubernetes-lock:${LOCK}`)
  expect(JSON.parse(pushed)).toMatchObject({ request: { versions: { 'stable-1.35': ['v1.35.3'] } } })
  const body = join(job.runner.temp, 'proposal/body.md')
  expect(await readNotes()).toContain(
    `pr create --head kubernetes-lock --base main --title Update the Kubernetes artifacts --body-file ${body}\n`,
  )
  expect(await readFile(body, 'utf8')).toContain(`| moved | \`${KUBECTL}\` | \`v1.35.2\` → \`v1.35.3\` |`)
  expect(git(join(folder, 'origin.git'), 'diff', '--name-only', 'main', 'kubernetes-lock')).toBe(`${LOCK}\n`)
})

const testWithJq = spawnSync('jq', ['--version']).error === undefined ? test : test.skip
testWithJq.each([
  ['ours that is open is brought up to date', [{ number: 5, isCrossRepository: false }], 'pr edit 5 --title'],
  ['that of a fork is left alone', [{ number: 6, isCrossRepository: true }], 'pr create --head'],
])('a pull request: %s', async (_, pulls, words) => {
  await createRepository()
  lab.channels.set('stable-1.35.txt', 'v1.35.3')
  expect(await runScript('update')).toBe(0)
  git(join(folder, 'repository'), 'checkout', '--quiet', LOCK)
  // What stood in the branch is written anew.
  git(join(folder, 'repository'), 'push', '--quiet', 'origin', 'HEAD:kubernetes-lock')
  expect(await runScript('propose', { PULLS: JSON.stringify(pulls) })).toBe(0)
  const told = (await readNotes()).split('\n').filter((line) => /^pr (?:edit|create)/.test(line))
  expect(told).toEqual([expect.stringContaining(words)])
})

test('nothing newer: nothing is changed, and nothing proposed', async () => {
  await createRepository()
  expect([await runScript('update'), await readOutput()]).toEqual([0, ''])
})

test('what is not proven ends the job before anything is proposed', async () => {
  await createRepository()
  lab.channels.set('stable-1.35.txt', 'v1.35.3')
  lab.cdn.override(`v1.35.3/${KUBECTL}`, behaviours.body(Buffer.from('evil')))
  expect([await runScript('update'), await readOutput()]).toEqual([1, ''])
  expect(git(join(folder, 'repository'), 'status', '--porcelain', LOCK)).toBe('')
  expect(release.version).toBe('v1.35.2')
})
