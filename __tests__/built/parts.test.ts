// A program is several files that lie in one folder, wherever that is: a part that is not there is our own bug, exit
// 70, never Node's 1, which means that something was rejected.
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Finished, runCommand } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'

const INTERNAL = 70

let folder: string
let moved: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parts of it '))
  moved = join(folder, 'dist')
  await cp(DIST, moved, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

const run = (
  program: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> => runCommand(process.execPath, [program, ...argv], env)

const plan = ['plan', '--version', 'v1.35.2', '--os', 'linux', '--arch', 'amd64', '--format', 'json']

test('it runs wherever it lies, and by a link', async () => {
  const link = join(folder, 'verify-k8s-artifacts')
  await symlink(join(moved, 'cli.js'), link)
  for (const program of [join(moved, 'cli.js'), link]) {
    const { code, stdout, stderr } = await run(program, plan)
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toHaveProperty('releases')
  }
})

const isInParts = readFileSync(join(DIST, 'cli-main.js'), 'utf8').includes('./common.js')
const parts = ['cli-main.js', ...(isInParts ? ['common.js'] : [])]
test.each(parts)('the command line without %s', async (part) => {
  await rm(join(moved, part))
  const { code, stdout, stderr } = await run(join(moved, 'cli.js'), plan)
  expect([code, stdout]).toEqual([INTERNAL, ''])
  expect(stderr).toMatch(/^verify-k8s-artifacts is not whole, install it again: [^\n]+\n$/)
  expect(stderr).toContain(part)
})

const late = isInParts ? test : test.skip
if (!isInParts)
  process.stderr.write(
    '!!! dist/ is in fewer files than a real build: a late part is SKIPPED, not passed !!!\n',
  )
late('a part that is loaded late: what does not need it runs', async () => {
  await rm(join(moved, 'prove.js'))
  expect((await run(join(moved, 'cli.js'), plan)).code).toBe(0)
  const { code, stderr } = await run(join(moved, 'cli.js'), ['verify', join(moved, 'package.json')])
  expect(code).toBe(INTERNAL)
  expect(stderr).toMatch(/INTERNAL.*prove\.js/)
})

test.each([
  ['action.js', 'get.js', {}],
  ['verify.js', 'local.js', {}],
  ['audit.js', 'audits.js', {}],
  ['plan-shards.js', 'audits.js', {}],
  ['merge.js', 'audits.js', {}],
  ['post.js', 'recheck-placed.js', { STATE_recheck: '[]' }],
])('the action %s without %s', async (starter, part, env) => {
  await rm(join(moved, part))
  const { code, stdout, stderr } = await run(join(moved, starter), [], env)
  expect([code, stderr]).toEqual([INTERNAL, ''])
  expect(stdout).toMatch(/^::error title=INTERNAL::This action is not whole: [^\n]+\n$/)
  expect(stdout).toContain(part)
})

test('an idle post step loads nothing', async () => {
  await rm(join(moved, 'recheck-placed.js'))
  expect(await run(join(moved, 'post.js'), [])).toEqual({ code: 0, stdout: '', stderr: '' })
})
