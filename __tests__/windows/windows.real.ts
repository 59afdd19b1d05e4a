// The built action and command line on Windows: natively, or as far as Wine
// goes. Node 24 does not start on Wine 8, so that there it is Node 22.
import { chmod, lstat, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAll } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { Release } from '../../src/lab/release.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import {
  IS_WINE,
  WindowsJob,
  type WindowsStep,
  onDriveC,
  startWine,
  stopWine,
  toWindows,
} from './windows-job.js'

const KUBECTL = 'bin/windows/amd64/kubectl.exe'
const TARBALL = 'kubernetes-client-windows-amd64.tar.gz'
const PLATFORM = 'windows-amd64'
/** Opens a file as programs on Windows do that share it with nobody (libuv's UV_FS_O_EXLOCK). */
const HOLDER = `
const { openSync, closeSync, writeFileSync, existsSync } = require('node:fs')
const [, , file, ready, release] = process.argv
const held = openSync(file, 0x10000000)
writeFileSync(ready, '')
const timer = setInterval(() => {
  if (!existsSync(release)) return
  clearInterval(timer)
  closeSync(held)
}, 20)
`

let lab: Lab
let release: Release

beforeReal(async () => {
  startWine()
  lab = await startLab()
  release = await lab.publish({ version: 'v1.35.2', paths: [KUBECTL, 'bin/linux/amd64/kubectl', TARBALL] })
})
afterReal(async () => {
  stopWine()
  await lab.close()
})

describeReal('Windows', () => {
  let job: WindowsJob

  beforeEach(async () => {
    job = await WindowsJob.create()
  })
  afterEach(async () => {
    lab.reset()
    await job.remove()
  })

  const common = async (): Promise<Record<string, string>> => ({
    version: 'v1.35.2',
    os: 'windows',
    arch: 'amd64',
    'release-url': lab.releaseUrl,
    'rekor-url': lab.rekorUrl,
    'trusted-root': toWindows(await lab.writeTrustedRoot(job.folder)),
  })
  const step = async (
    inputs: Record<string, string> = {},
    env: Record<string, string> = {},
  ): Promise<WindowsStep> => job.step({ ...(await common()), ...inputs }, env)
  const getFlags = async (): Promise<string[]> =>
    Object.entries(await common()).flatMap(([name, value]) => [`--${name}`, value])
  const toolFolder = (...rest: string[]): string => job.here('tools', 'kubectl', '1.35.2', PLATFORM, ...rest)

  test('kubectl.exe: placed, on the PATH, in the outputs with the line ends of the system', async () => {
    const result = await step({ os: '', arch: 'amd64' })
    expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({ code: 0, text: '' })
    const folder = job.there('tools', 'kubectl', '1.35.2', PLATFORM)
    expect(result.path).toEqual([folder])
    expect(result.outputs).toMatchObject({
      outcome: 'verified',
      version: 'v1.35.2',
      path: `${folder}\\kubectl.exe`,
      'bin-dir': folder,
      bundle: `${folder}\\kubectl.exe.sigstore.json`,
    })
    expect(JSON.parse(result.outputs['paths'] ?? '')).toEqual({ kubectl: `${folder}\\kubectl.exe` })
    expect(result.rawOutputs.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(await readFile(toolFolder('kubectl.exe'))).toEqual(readAll(release.artifact(KUBECTL).content))
  })

  test('a hit asks nobody; a changed file is healed, read-only as it is', async () => {
    expect((await step()).outputs['cache-hit']).toBe('false')
    lab.reset()
    expect((await step()).outputs['cache-hit']).toBe('true')
    expect([...lab.site.requests, ...lab.rekor.requests]).toEqual([])
    await chmod(toolFolder('kubectl.exe'), 0o644)
    await writeFile(toolFolder('kubectl.exe'), 'something else')
    await chmod(toolFolder('kubectl.exe'), 0o444)
    const healed = await step()
    expect([healed.code, healed.outputs['outcome'], healed.outputs['cache-hit']]).toEqual([
      0,
      'verified',
      'false',
    ])
    expect(await readFile(toolFolder('kubectl.exe'))).toEqual(readAll(release.artifact(KUBECTL).content))
    // What was read-only and stood there is gone, and so is what it was staged in.
    expect((await readdir(job.here('tools'))).toSorted()).toEqual(['kubectl', 'release-sbom'])
    expect((await readdir(toolFolder())).toSorted()).toEqual(['kubectl.exe', 'kubectl.exe.sigstore.json'])
    expect((await readdir(job.here('temp'))).filter((name) => /verify-k8s|stag/.test(name))).toEqual([])
  })

  test('lock, bundles, report and the check at the end of the job', async () => {
    const result = await step({
      'lock-file': job.there('k8s.lock'),
      'bundles-dir': job.there('bundles'),
      report: job.there('report'),
      'recheck-at-end': 'true',
    })
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'verified'])
    expect(await readFile(job.here('k8s.lock'), 'utf8')).toContain(release.artifact(KUBECTL).sha256)
    expect((await readdir(job.here('bundles'))).some((name) => name.endsWith('.sigstore.json'))).toBe(true)
    expect(JSON.parse(await readFile(job.here('report', 'report.json'), 'utf8'))).toMatchObject({
      outcome: 'verified',
    })
    expect((await job.post(result)).code).toBe(0)
    const frozen = await step({ 'lock-file': job.there('k8s.lock'), frozen: 'true' })
    expect([frozen.code, frozen.outputs['outcome']]).toEqual([0, 'verified'])
    await chmod(toolFolder('kubectl.exe'), 0o644)
    await writeFile(toolFolder('kubectl.exe'), 'changed by a step')
    expect((await job.post(result)).code).toBe(1)
  })

  test('a tarball is unpacked', async () => {
    const tarball = await step({ artifacts: 'kubernetes-client', extract: 'true' })
    expect([tarball.code, tarball.outputs['outcome']]).toEqual([0, 'verified'])
    const folder = WindowsJob.fromWindows(tarball.outputs['path'] ?? '')
    expect(await readdir(folder, { recursive: true })).toContain(
      join('kubernetes', 'client', 'bin', 'kubectl'),
    )
  })

  test.each([
    ['with spaces and letters beyond ASCII', ['Program Files (x86)', 'Grüße, 世界 & 100%']],
    [
      'longer than 260 characters',
      Array.from({ length: 4 }, () => 'a-folder-of-fifty-characters-for-a-path-that-is-too'),
    ],
  ])('a tool cache %s', async (_, names) => {
    await mkdir(job.here(...names), { recursive: true })
    const result = await job.step(await common(), {}, { toolCache: job.there(...names) })
    expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({ code: 0, text: '' })
    expect(result.path).toEqual([`${job.there(...names)}\\kubectl\\1.35.2\\${PLATFORM}`])
    const hit = await job.step(await common(), {}, { toolCache: job.there(...names) })
    expect([hit.code, hit.outputs['cache-hit']]).toEqual([0, 'true'])
  })

  const onWine = IS_WINE ? test : test.skip
  test('a tool cache with slashes that lean forward, and one at the end', async () => {
    for (const toolCache of [job.there('tools').replaceAll('\\', '/'), `${job.there('tools')}\\`]) {
      const result = await job.step(await common(), {}, { toolCache })
      expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({ code: 0, text: '' })
      expect(result.path).toEqual([job.there('tools', 'kubectl', '1.35.2', PLATFORM)])
    }
  })

  // Of a hosted runner, nobody knows which drives it has.
  onWine('a tool cache on another drive than RUNNER_TEMP', async () => {
    const name = `tools-${process.hrtime.bigint()}`
    const toolCache = `C:\\${name}`
    try {
      for (const hit of ['false', 'true']) {
        const result = await job.step(await common(), {}, { toolCache })
        expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({
          code: 0,
          text: '',
        })
        expect(result.outputs).toMatchObject({
          'cache-hit': hit,
          path: `${toolCache}\\kubectl\\1.35.2\\${PLATFORM}\\kubectl.exe`,
        })
      }
    } finally {
      await rm(onDriveC(name), { recursive: true, force: true })
    }
  })

  test('another case of the same folder is a hit', async () => {
    expect((await step()).code).toBe(0)
    const shouted = job.there('tools').toUpperCase()
    const hit = await job.step(await common(), {}, { toolCache: shouted })
    expect([hit.code, hit.outputs['outcome'], hit.outputs['cache-hit']]).toEqual([0, 'verified', 'true'])
  })

  /** A file as a program holds it that shares it with nobody. @returns a function that lets go */
  async function hold(path: string): Promise<() => Promise<void>> {
    await writeFile(job.here('holder.cjs'), HOLDER)
    const paths = [toWindows(path), job.there('ready'), job.there('release')]
    const holder = job.start([job.here('holder.cjs'), ...paths])
    await untilThere(job.here('ready'))
    return async () => {
      await writeFile(job.here('release'), '')
      expect((await holder.ended).code).toBe(0)
    }
  }

  test('a file that another process holds is not replaced; once it is free, it is', async () => {
    const dir = job.here('bin')
    await mkdir(dir)
    await writeFile(join(dir, 'kubectl.exe'), 'what stood there')
    const letGo = await hold(join(dir, 'kubectl.exe'))
    const flags = await getFlags()
    const held = await job.cli('get', ...flags, '--output', job.there('bin'))
    expect({ code: held.code, text: held.code === 3 ? '' : held.text }).toEqual({ code: 3, text: '' })
    expect(held.text.replaceAll(/\s+/g, ' ')).toContain('a run waits 5 s in all for programs that hold files')
    expect(await readdir(dir)).toEqual(['kubectl.exe'])
    await letGo()
    expect(await readFile(join(dir, 'kubectl.exe'), 'utf8')).toBe('what stood there')
    expect((await job.cli('get', ...flags, '--output', job.there('bin'))).code).toBe(0)
    expect(await readFile(join(dir, 'kubectl.exe'))).toEqual(readAll(release.artifact(KUBECTL).content))
    expect((await readdir(dir)).toSorted()).toEqual(['kubectl.exe', 'kubectl.exe.sigstore.json'])
  })

  test('the same in the tool cache, in a folder that NTFS does not rename meanwhile', async () => {
    expect((await step()).code).toBe(0)
    await chmod(toolFolder('kubectl.exe'), 0o644)
    await writeFile(toolFolder('kubectl.exe'), 'something else')
    const letGo = await hold(toolFolder('kubectl.exe'))
    const held = await step()
    // Wine renames it, with the file that is held: then the proven one stands there.
    expect([held.code, held.outputs['outcome']]).toEqual(IS_WINE ? [0, 'verified'] : [3, 'unverifiable'])
    if (!IS_WINE) expect(held.path).toEqual([])
    await letGo()
    const free = await step()
    expect([free.code, free.outputs['outcome']]).toEqual([0, 'verified'])
    expect(await readFile(toolFolder('kubectl.exe'))).toEqual(readAll(release.artifact(KUBECTL).content))
  })

  // Wine 8 makes no junctions, and shows links of the host as what they lead to; only their real path tells. What
  // stands in the place itself it would rename where it really is: that one natively, and in `built/cache`.
  const onWindows = IS_WINE ? test.skip : test
  describe('a junction in the way', () => {
    beforeEach(async () => {
      await mkdir(job.here('elsewhere'))
      await writeFile(job.here('elsewhere', 'kubectl.exe'), 'of somebody else')
      await mkdir(job.here('tools', 'kubectl'), { recursive: true })
    })
    afterEach(async () => {
      expect(await readdir(job.here('elsewhere'))).toEqual(['kubectl.exe'])
      expect(await readFile(job.here('elsewhere', 'kubectl.exe'), 'utf8')).toBe('of somebody else')
    })

    test('above the place, leading out of the tool cache: refused', async () => {
      await symlink(job.here('elsewhere'), job.here('tools', 'kubectl', '1.35.2'), 'junction')
      const result = await step()
      expect([result.code, result.outputs['outcome'], result.outputs['code'], result.path]).toEqual([
        3,
        'unverifiable',
        'INSTALL_PATH_UNSAFE',
        [],
      ])
    })

    onWindows('in the place itself: replaced, and not followed', async () => {
      await mkdir(job.here('tools', 'kubectl', '1.35.2'))
      await symlink(job.here('elsewhere'), toolFolder(), 'junction')
      await writeFile(`${toolFolder()}.complete`, '')
      const result = await step()
      expect([result.code, result.outputs['outcome'], result.outputs['cache-hit']]).toEqual([
        0,
        'verified',
        'false',
      ])
      expect((await lstat(toolFolder())).isSymbolicLink()).toBe(false)
      expect(await readFile(toolFolder('kubectl.exe'))).toEqual(readAll(release.artifact(KUBECTL).content))
    })

    test('a folder below the workspace that leads out of it: refused', async () => {
      await mkdir(job.here('work'))
      await symlink(job.here('elsewhere'), job.here('work', 'bin'), 'junction')
      const argv = ['get', ...(await getFlags()), '--output', 'bin']
      const { code, text } = await job.cliIn(job.here('work'), ...argv)
      expect({ code, text: code === 3 ? '' : text }).toEqual({ code: 3, text: '' })
      expect(text).toContain('a link leads out of')
    })
  })

  test.each([
    ['plain', '.kube-version', 'v1.35.2\r\n'],
    ['.tool-versions', '.tool-versions', '# ours\r\nnodejs 24.0.0\r\nkubectl 1.35.2\r\n'],
    ['mise.toml', 'mise.toml', '[tools]\r\nkubectl = "1.35.2"\r\n'],
    ['go.mod', 'go.mod', 'module example.com/m\r\n\r\nrequire (\r\n\tk8s.io/api v0.35.2\r\n)\r\n'],
  ])('a version file with \\r\\n: %s', async (_, name, content) => {
    await writeFile(job.here(name), content)
    const result = await step({ version: '', 'version-file': job.there(name) })
    expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({ code: 0, text: '' })
    expect(result.outputs['version']).toBe('v1.35.2')
  })

  test('what git has checked out with \\r\\n: lock, checkpoints, trusted root and sidecars', async () => {
    const files = { 'lock-file': job.there('k8s.lock'), 'log-checkpoint': job.there('log.json') }
    expect((await step(files)).code).toBe(0)
    const root = await lab.writeTrustedRoot(job.folder)
    const path = job.here('kubectl.exe')
    await writeFile(path, readAll(release.artifact(KUBECTL).content))
    for (const ending of ['.sig', '.cert'])
      await writeFile(path + ending, release.artifact(KUBECTL).sidecars[ending] ?? '')
    for (const name of [job.here('k8s.lock'), job.here('log.json'), root, `${path}.sig`, `${path}.cert`]) {
      const text = await readFile(name, 'utf8')
      await writeFile(name, `${text.trimEnd()}\n`.replaceAll('\n', '\r\n'))
    }
    const trusted = { 'trusted-root': toWindows(root) }
    const again = await job.step({ ...(await common()), ...trusted, ...files })
    expect({ code: again.code, text: again.code === 0 ? '' : again.text }).toEqual({ code: 0, text: '' })
    const { code, text } = await job.cli(
      ...['verify', toWindows(path), '--rekor-url', lab.rekorUrl, '--trusted-root', toWindows(root)],
    )
    expect({ code, text: code === 0 ? '' : text }).toEqual({ code: 0, text: '' })
  })

  test('a folder that cannot be renamed as a file in it is open (NTFS; by injection): it is tried again', async () => {
    await writeFile(
      job.here('injected.mjs'),
      `import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { rename } = fs.promises
let left = 2
fs.promises.rename = (from, to) =>
  left-- > 0
    ? Promise.reject(Object.assign(new Error('EPERM: operation not permitted, rename'), { code: 'EPERM', syscall: 'rename' }))
    : rename(from, to)
syncBuiltinESMExports()
`,
    )
    const url = new URL(`file:///${job.there('injected.mjs').replaceAll('\\', '/')}`)
    const result = await step({}, { NODE_OPTIONS: `--import=${url.href}` })
    expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({ code: 0, text: '' })
    expect((await stat(toolFolder('kubectl.exe'))).isFile()).toBe(true)
  })

  test('the command line: verify, and its exit codes', async () => {
    const path = job.here('kubectl.exe')
    await writeFile(path, readAll(release.artifact(KUBECTL).content))
    for (const ending of ['.sig', '.cert'])
      await writeFile(path + ending, release.artifact(KUBECTL).sidecars[ending] ?? '')
    const root = toWindows(await lab.writeTrustedRoot(job.folder))
    const flags = ['--rekor-url', lab.rekorUrl, '--trusted-root', root]
    expect((await job.cli('verify', job.there('kubectl.exe'), ...flags)).code).toBe(0)
    await writeFile(path, 'something else')
    expect((await job.cli('verify', job.there('kubectl.exe'), ...flags)).code).toBe(1)
    expect((await job.cli('verify', job.there('not-there.exe'), ...flags)).code).toBe(2)
  })
})

/** Looks until a file is there. */
async function untilThere(path: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (await stat(path).catch(() => undefined)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${path} is not made`)
}
