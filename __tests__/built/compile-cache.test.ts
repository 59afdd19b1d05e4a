// The compile cache is code: whoever writes to it writes what the program says.
// So the program uses one only where nobody else can have written.
import { execFile } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DIST } from '../support/folders.js'

const run = promisify(execFile)
let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'compile-cache-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const ours = (): string => join(home, '.cache', 'verify-k8s-artifacts')
const compiled = (): string => join(ours(), 'compiled')

/** @returns whether Node wrote to the cache */
async function isUsed(env: Record<string, string> = {}, program = ['cli.js', '--version']): Promise<boolean> {
  const [name = '', ...words] = program
  const options = { cwd: home, env: { PATH: process.env['PATH'], HOME: home, ...env } }
  await run(process.execPath, [join(DIST, name), ...words], options).catch(() => undefined)
  const entries = await readdir(env['XDG_CACHE_HOME'] ?? home, { recursive: true })
  return entries.some((entry) => /compiled\/.+\/./.test(entry))
}

test('a home of our own: the second start finds what the first one compiled', async () => {
  expect(await isUsed()).toBe(true)
})

test('XDG_CACHE_HOME goes before the home', async () => {
  const caches = join(home, 'caches')
  await mkdir(caches)
  expect(await isUsed({ XDG_CACHE_HOME: caches })).toBe(true)
  expect(await readdir(home)).toEqual(['caches'])
})

test.each([
  ['the folder is readable by others', () => chmod(compiled(), 0o755)],
  ['the folder above can be written by a group', () => chmod(ours(), 0o775)],
  ['the home can be written by everybody', () => chmod(home, 0o777)],
])('none where others can be: %s', async (_what, open) => {
  await mkdir(compiled(), { recursive: true, mode: 0o700 })
  await open()
  expect(await isUsed()).toBe(false)
})

test('none behind a link', async () => {
  await mkdir(join(home, 'elsewhere'), { mode: 0o700 })
  await mkdir(ours(), { recursive: true, mode: 0o700 })
  await symlink(join(home, 'elsewhere'), compiled())
  expect(await isUsed()).toBe(false)
  expect(await readdir(join(home, 'elsewhere'))).toEqual([])
})

const asRoot = process.getuid?.() === 0 ? test : test.skip
if (process.getuid?.() !== 0)
  process.stderr.write('!!! not root: a cache of another owner is SKIPPED, not passed !!!\n')
asRoot('none of another owner', async () => {
  await mkdir(compiled(), { recursive: true, mode: 0o700 })
  await chown(compiled(), 65534, 65534)
  expect(await isUsed()).toBe(false)
})

test.each([{ CI: 'true' }, { GITHUB_ACTIONS: 'true' }])('none on a runner: %p', async (env) => {
  expect(await isUsed(env as unknown as Record<string, string>)).toBe(false)
})

test('none for the actions', async () => {
  for (const action of ['action.js', 'verify.js', 'audit.js', 'post.js'])
    expect(await isUsed({}, [action])).toBe(false)
})
