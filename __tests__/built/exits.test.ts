// How the built program ends where the machine, and not the evidence, is at fault.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DIST } from '../support/folders.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exits-'))
  await writeFile(join(folder, 'file'), 'no folder')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface End {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a line of a shell in which `$cli` is the built program. */
function shell(line: string, env: Record<string, string> = {}): Promise<End> {
  const cli = `"${process.execPath}" "${join(DIST, 'cli.js')}"`
  const options = { env: { ...process.env, ...env, FOLDER: folder } }
  return new Promise((resolve) => {
    execFile('bash', ['-c', line.replaceAll('$cli', cli)], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

const OFFLINE = 'get --version v1.35.2 --os linux --arch amd64 --offline'

test('a reader that has had enough takes nothing from the verdict', async () => {
  const end = await shell(`$cli ${OFFLINE} --format json 2>&1 | head -c 1; exit "\${PIPESTATUS[0]}"`)
  expect(end).toEqual({ code: 3, stdout: '{', stderr: '' })
})

test('an output that is full is said, and is no success', async () => {
  const { code, stderr } = await shell('$cli --help > /dev/full')
  expect([code, stderr.split('\n')[0]]).toEqual([
    3,
    expect.stringMatching(/^error: INSTALL_WRITE_FAILED: .*ENOSPC/),
  ])
})

test('what is printed is whole, whatever takes it', async () => {
  const plan = '$cli plan all --version v1.35.2,v1.34.1 --os all --arch all --format json'
  // Of a socket, which is what a Node.js that runs others gives them.
  const { stdout } = await shell(plan)
  expect(stdout.length).toBeGreaterThan(50_000)
  expect((await shell(`${plan} | cat`)).stdout).toBe(stdout)
  expect((await shell(`${plan} > "$FOLDER/plan"; cat "$FOLDER/plan"`)).stdout).toBe(stdout)
  // The same file twice: each begins where the other stands.
  const both = await shell(`$cli ${OFFLINE} > "$FOLDER/both" 2>&1; cat "$FOLDER/both"`)
  const apart = await shell(`$cli ${OFFLINE}`)
  expect(both.stdout.length).toBe(apart.stdout.length + apart.stderr.length)
})

test.each(['nothing-here', 'file', 'file/below', 'x'.repeat(300)])(
  'a temporary folder that is none is named: %s',
  async (name) => {
    const { code, stderr } = await shell(`$cli ${OFFLINE}`, { TMPDIR: join(folder, name) })
    expect(code).toBe(3)
    expect(stderr).toContain(`error: INSTALL_WRITE_FAILED: no folder can be made in "${join(folder, name)}"`)
  },
)

test('a port that does not exist is a bad request', async () => {
  expect((await shell('$cli image localhost:99999/x:y')).code).toBe(2)
})

test('a user without a home is one like any other', async () => {
  const end = await shell(`unset HOME; $cli ${OFFLINE}`)
  expect(end.code).toBe(3)
  expect(end.stderr).toContain('OFFLINE_MISS')
})

test.each([
  ['command line', `$cli ${OFFLINE}`],
  ['action', 'INPUT_VERSION=v1.35.2 INPUT_OFFLINE=true $action'],
])('a run that waits for what never comes is our own bug, and no success: %s', async (_entry, line) => {
  const silent = join(folder, 'silent.mjs')
  await writeFile(
    silent,
    `for (const name of ['open', 'lstat', 'mkdir', 'mkdtemp', 'realpath', 'stat'])
       process.getBuiltinModule('node:fs/promises')[name] = () => new Promise(() => undefined)\n`,
  )
  const action = `"${process.execPath}" "${join(DIST, 'action.js')}"`
  const runner = { RUNNER_TEMP: folder, RUNNER_TOOL_CACHE: folder }
  const end = await shell(line.replace('$action', action), { ...runner, NODE_OPTIONS: `--import=${silent}` })
  expect(end.code).toBe(70)
  expect(end.stdout + end.stderr).toContain('the run ended before its verdict')
})
