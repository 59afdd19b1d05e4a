// Files that others can reach, by the built action: what stands in our way is neither followed nor overwritten, and
// what was swapped is not exposed.
import { execFileSync } from 'node:child_process'
import { chmod, chown, lstat, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAll } from '../../src/lab/content.js'
import { codesOf, withJob } from '../support/job.js'

const { job, release } = await withJob()

const genuine = (): Buffer => readAll(release.artifact('bin/linux/amd64/kubectl').content)
const toolFolder = (): string => join(job.runner.toolCache, 'kubectl', '1.35.2', 'linux-amd64')

/** Another user's work, with root's help. */
const isRoot = process.geteuid?.() === 0
const asRoot = isRoot ? test : test.skip
if (!isRoot) process.stderr.write('\n!!! not root: the tests with two users are SKIPPED, not passed !!!\n')
const STRANGER = 65534

/** Code that the program runs before its own, as it would run an attacker's at that very instant. */
async function trap(body: string): Promise<{ NODE_OPTIONS: string }> {
  const path = join(job.folder, 'trap.cjs')
  await writeFile(path, `const fs = require('fs')\n${body}\nrequire('module').syncBuiltinESMExports()\n`)
  return { NODE_OPTIONS: `--require ${path}` }
}

const SWAPS: [string, string][] = [
  [
    'a file in the folder',
    "fs.rmSync(from + '/kubectl'); fs.writeFileSync(from + '/kubectl', 'evil', { mode: 0o555 })",
  ],
  [
    'the whole folder',
    "fs.renameSync(from, from + '.gone'); fs.mkdirSync(from); fs.writeFileSync(from + '/kubectl', 'evil', { mode: 0o555 })",
  ],
  [
    'the bundle',
    "fs.rmSync(from + '/kubectl.sigstore.json'); fs.writeFileSync(from + '/kubectl.sigstore.json', '{}', { mode: 0o444 })",
  ],
  ['a link to elsewhere', "fs.rmSync(from + '/kubectl'); fs.symlinkSync('/bin/sh', from + '/kubectl')"],
  ['the mode', "fs.chmodSync(from + '/kubectl', 0o777)"],
  ['a program more, for the PATH', "fs.writeFileSync(from + '/ls', 'evil', { mode: 0o755 })"],
  // The same bytes, but somebody else's to write to from now on.
  ...(isRoot
    ? [['the owner', `fs.chownSync(from + '/kubectl', ${STRANGER}, ${STRANGER})`] as [string, string]]
    : []),
]
test.each(SWAPS)('swapped before the rename: %s', async (_, swap) => {
  const env = await trap(`const real = fs.promises.rename
    fs.promises.rename = (from, to) => {
      if (String(to).endsWith('linux-amd64')) { ${swap} }
      return real(from, to)
    }`)
  const result = await job.step({}, env)
  expect([result.code, codesOf(result)]).toEqual([1, ['INSTALL_DIGEST_CHANGED']])
  expect(result.outputs['path']).toBeUndefined()
  expect(result.path).toEqual([])
  await expect(lstat(toolFolder())).rejects.toThrow('ENOENT')
  await expect(lstat(`${toolFolder()}.complete`)).rejects.toThrow('ENOENT')
  // And the next run is none the worse for it.
  expect((await job.step()).outputs['outcome']).toBe('verified')
})

test('the mark as a link empties nothing', async () => {
  const victim = join(job.folder, 'victim')
  await writeFile(victim, 'mine')
  await mkdir(join(job.runner.toolCache, 'kubectl', '1.35.2'), { recursive: true })
  await symlink(victim, `${toolFolder()}.complete`)
  expect((await job.step()).outputs['outcome']).toBe('verified')
  expect(await readFile(victim, 'utf8')).toBe('mine')
  expect((await lstat(`${toolFolder()}.complete`)).isFile()).toBe(true)
})

test('a pipe in the place of a cached file holds nobody up', async () => {
  await job.step()
  await rm(join(toolFolder(), 'kubectl'))
  execFileSync('mkfifo', [join(toolFolder(), 'kubectl')])
  expect((await job.step()).outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
})

test('a report that cannot be written leaves nothing installed, and nothing of a former report is lost', async () => {
  const report = join(job.folder, 'report')
  await mkdir(join(report, 'report.json'), { recursive: true })
  const result = await job.step({ report })
  expect(codesOf(result)[0]).toBe('INSTALL_PATH_UNSAFE')
  expect([result.code === 0, result.outputs['path'], result.path]).toEqual([false, undefined, []])
  await expect(lstat(toolFolder())).rejects.toThrow('ENOENT')
})

test('a link at the report’s name is replaced, and not followed', async () => {
  const [report, victim] = [join(job.folder, 'report'), join(job.folder, 'victim')]
  await mkdir(report)
  await writeFile(victim, 'mine')
  await symlink(victim, join(report, 'report.json'))
  expect((await job.step({ report })).code).toBe(0)
  expect(await readFile(victim, 'utf8')).toBe('mine')
  expect(JSON.parse(await readFile(join(report, 'report.json'), 'utf8'))).toMatchObject({
    outcome: 'verified',
  })
  expect(await readdir(report)).toEqual(['report.json'])
})

test('with any umask the cache is for everyone to read, and for nobody else to write', async () => {
  for (const umask of ['0o077', '0o000']) {
    await job.step({}, await trap(`process.umask(${umask})`))
    const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777
    const chain = [join(job.runner.toolCache, 'kubectl'), join(job.runner.toolCache, 'kubectl', '1.35.2')]
    for (const folder of [...chain, toolFolder()]) expect(await modeOf(folder)).toBe(0o755)
    expect(await modeOf(join(toolFolder(), 'kubectl'))).toBe(0o555)
    expect(await modeOf(`${toolFolder()}.complete`)).toBe(0o644)
    await rm(join(job.runner.toolCache, 'kubectl'), { recursive: true })
  }
})

test('ours, but open to others: closed, and a hit', async () => {
  await job.step()
  await chmod(toolFolder(), 0o777)
  expect((await job.step()).outputs['cache-hit']).toBe('true')
  expect((await stat(toolFolder())).mode & 0o777).toBe(0o755)
})

describe('another user’s', () => {
  asRoot.each<[string, () => Promise<void>]>([
    ['folder', () => chown(join(job.runner.toolCache, 'kubectl'), STRANGER, STRANGER)],
    ['file', () => chown(join(toolFolder(), 'kubectl'), STRANGER, STRANGER)],
    ['bundle', () => chown(join(toolFolder(), 'kubectl.sigstore.json'), STRANGER, STRANGER)],
  ])('%s is never touched: a copy is proven and used', async (_, give) => {
    await job.step()
    await give()
    const before = await stat(join(toolFolder(), 'kubectl'))
    const result = await job.step()
    expect(result.outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'true' })
    const path = result.outputs['path'] ?? ''
    expect(path.startsWith(job.runner.temp)).toBe(true)
    expect((await readFile(path)).equals(genuine())).toBe(true)
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700)
    const after = await stat(join(toolFolder(), 'kubectl'))
    expect([after.mtimeMs, after.ctimeMs, after.mode]).toEqual([before.mtimeMs, before.ctimeMs, before.mode])
  })

  asRoot('folder holds nothing that we place', async () => {
    await mkdir(join(job.runner.toolCache, 'kubectl'))
    await chown(join(job.runner.toolCache, 'kubectl'), STRANGER, STRANGER)
    const result = await job.step()
    expect(result.outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
    expect(result.outputs['path']?.startsWith(job.runner.temp)).toBe(true)
    expect(result.stdout).toContain('::notice::kubectl is installed in RUNNER_TEMP, not in the tool cache')
    expect(await readdir(join(job.runner.toolCache, 'kubectl'))).toEqual([])
  })
})
