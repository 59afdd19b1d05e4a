// The built action and command line on Windows: natively, or as far as Wine
// goes. Node 24 does not start on Wine 8, so that there it is Node 22.
import { chmod, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAll } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { Release } from '../../src/lab/release.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { IS_WINE, WindowsJob, type WindowsStep, toWindows } from './windows-job.js'

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
  lab = await startLab()
  release = await lab.publish({ version: 'v1.35.2', paths: [KUBECTL, 'bin/linux/amd64/kubectl', TARBALL] })
})
afterReal(() => lab.close())

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

  test('another case of the same folder is a hit', async () => {
    expect((await step()).code).toBe(0)
    const shouted = job.there('tools').toUpperCase()
    const hit = await job.step(await common(), {}, { toolCache: shouted })
    expect([hit.code, hit.outputs['outcome'], hit.outputs['cache-hit']]).toEqual([0, 'verified', 'true'])
  })

  test('a file that another process holds is not replaced; once it is free, it is', async () => {
    expect((await step()).code).toBe(0)
    await chmod(toolFolder('kubectl.exe'), 0o644)
    await writeFile(toolFolder('kubectl.exe'), 'something else')
    await writeFile(job.here('holder.cjs'), HOLDER)
    const holder = job.start([
      job.here('holder.cjs'),
      toWindows(toolFolder('kubectl.exe')),
      job.there('ready'),
      job.there('release'),
    ])
    await untilThere(job.here('ready'))
    const held = await step()
    expect({ code: held.code, text: held.code === 3 ? '' : held.text }).toEqual({ code: 3, text: '' })
    expect(held.outputs['outcome']).toBe('unverifiable')
    expect(held.path).toEqual([])
    await writeFile(job.here('release'), '')
    expect((await holder.ended).code).toBe(0)
    const free = await step()
    expect([free.code, free.outputs['outcome']]).toEqual([0, 'verified'])
    expect(await readFile(toolFolder('kubectl.exe'))).toEqual(readAll(release.artifact(KUBECTL).content))
  })

  // Wine 8 makes no junctions, and shows links of the host as folders.
  const onWindows = IS_WINE ? test.skip : test
  onWindows('a junction in the way of a file or folder is not followed', async () => {
    const elsewhere = job.here('elsewhere')
    await mkdir(elsewhere)
    await mkdir(job.here('tools', 'kubectl'), { recursive: true })
    await symlink(elsewhere, job.here('tools', 'kubectl', '1.35.2'), 'junction')
    await step()
    expect(await readdir(elsewhere)).toEqual([])
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
