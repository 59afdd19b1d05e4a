// The compile cache is code: whoever writes to it writes what the program says.
// So the program uses one only where nobody else can have written.
import { execFile } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import { DIST } from '../support/folders.js'

const run = promisify(execFile)
const { version } = packageJson
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

/**
 * A file of Node's cache starts with numbers of 32 bits (src/compile_cache.cc): a mark, size of the source, size of
 * what was compiled, checksum of the source, checksum of what was compiled. Where those of the source stand, in bytes.
 */
const OF_SOURCE = [4, 12] as const
const NUMBER_BYTES = 4

/** Runs a copy of the program in its own home, and gives what it printed and the files that Node compiled. */
async function runCopy(dist: string, ownHome: string): Promise<{ stdout: string; files: string[] }> {
  const env = { PATH: process.env['PATH'], HOME: ownHome }
  const { stdout } = await run(process.execPath, [join(dist, 'cli.js'), '--version'], { env })
  const cache = join(ownHome, '.cache', 'verify-k8s-artifacts', 'compiled')
  const entries = await readdir(cache, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return { stdout, files }
}

test('a planted cache is code, and counts only where nobody else can have planted it', async () => {
  const dist = join(home, 'dist')
  await cp(DIST, dist, { recursive: true })
  const [genuineHome = '', plantedHome = ''] = await Promise.all(
    ['genuine', 'planted'].map(async (name) => {
      const folder = join(home, name)
      await mkdir(folder, { mode: 0o700 })
      return folder
    }),
  )
  const genuine = await runCopy(dist, genuineHome)
  // The same program with another version, compiled in its place: as long, for that V8 looks at.
  const other = '6.6.6'
  const sources = new Map<string, string>()
  for (const name of (await readdir(dist)).filter((each) => each.endsWith('.js'))) {
    const path = join(dist, name)
    const source = await readFile(path, 'utf8')
    sources.set(path, source)
    await writeFile(path, source.replaceAll(`"${version}"`, `"${other}"`))
  }
  const planted = await runCopy(dist, plantedHome)
  expect([genuine.stdout, planted.stdout]).toEqual([`${version}\n`, `${other}\n`])
  for (const [path, source] of sources) await writeFile(path, source)
  // What it compiled, with the size and the checksum of the source that stands there now.
  for (const file of planted.files) {
    const twin = genuine.files.find((each) => basename(each) === basename(file))
    if (twin === undefined) continue
    const genuineBytes = await readFile(twin)
    const bytes = await readFile(file)
    for (const at of OF_SOURCE) genuineBytes.copy(bytes, at, at, at + NUMBER_BYTES)
    await writeFile(file, bytes)
  }
  // Else this test would show nothing.
  expect((await runCopy(dist, plantedHome)).stdout).toBe(`${other}\n`)
  await chmod(join(plantedHome, '.cache', 'verify-k8s-artifacts'), 0o777)
  expect((await runCopy(dist, plantedHome)).stdout).toBe(`${version}\n`)
})
