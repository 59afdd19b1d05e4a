// Placing: nothing but proven bytes, all or nothing, and nothing half done
// even when the process is killed at any moment.
import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFolderInstaller } from '../../src/install/folder.js'
import { createToolCacheInstaller } from '../../src/install/tool-cache.js'
import type { Installer } from '../../src/ports.js'
import { parseRequest } from '../support/words.js'
import { run } from '../../src/commands/get.js'
import type { VerifiedArtifact } from '../../src/verify/verified-artifact.js'
import { withWorld } from '../../src/world.js'
import { TARGET } from '../../src/lab/hostile.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { Release } from '../../src/lab/release.js'
import { Runner } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'

let lab: Lab
let release: Release
let folder: string
let formerToolCache: string | undefined

beforeAll(async () => {
  lab = await startLab()
  release = await lab.publish({ version: 'v1.35.2', sizes: { [TARGET]: 3_000_000 } })
  formerToolCache = process.env['RUNNER_TOOL_CACHE']
})
afterAll(async () => {
  process.env['RUNNER_TOOL_CACHE'] = formerToolCache
  await lab.close()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-'))
  process.env['RUNNER_TOOL_CACHE'] = join(folder, 'tools')
  await mkdir(join(folder, 'tools'))
})
afterEach(async () => {
  lab.reset()
  await rm(folder, { recursive: true, force: true })
})

/** Runs the pipeline with an installer that may meddle before the real one gets its turn. */
async function install(
  makeInstaller: (root: string) => Installer,
  meddle: (artifacts: readonly VerifiedArtifact[]) => Promise<void> = () => Promise.resolve(),
) {
  const request = parseRequest(
    {
      version: 'v1.35.2',
      artifacts: 'kubectl,kubeadm',
      'release-url': lab.releaseUrl,
      'rekor-url': lab.rekorUrl,
      'trusted-root': await lab.writeTrustedRoot(folder),
    },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const real = makeInstaller(join(folder, 'tools'))
  const installer: Installer = {
    cache: real.cache,
    install: async (artifacts, papers, options) => {
      await meddle(artifacts)
      return real.install(artifacts, papers, options)
    },
  }
  const world = { installer, temporaryRoot: folder, tufCacheFolder: folder, onProgress: () => undefined }
  return withWorld(request, world, (ports) => run(request, ports))
}

const toolCache = (root: string): Installer => createToolCacheInstaller(root, { temporaryRoot: folder })

const INSTALLERS: [string, (root: string) => Installer][] = [
  ['tool cache', toolCache],
  ['folder', createFolderInstaller],
]

const filesIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))

describe.each(INSTALLERS)('%s', (_, makeInstaller) => {
  test('a file that changed after it was verified is not placed, nor is the other one', async () => {
    const report = await install(makeInstaller, async ([, kubeadm]) => {
      await writeFile(kubeadm?.file.path ?? '', 'evil', { flag: 'a' })
    })
    expect(report).toMatchObject({
      outcome: 'rejected',
      exitCode: 1,
      error: { code: 'INSTALL_DIGEST_CHANGED' },
    })
    expect(await filesIn(join(folder, 'tools'))).toEqual([])
  })

  test('a link in place of the verified file is not followed', async () => {
    const report = await install(makeInstaller, async ([kubectl]) => {
      await writeFile(join(folder, 'elsewhere'), 'evil')
      await rm(kubectl?.file.path ?? '')
      await symlink(join(folder, 'elsewhere'), kubectl?.file.path ?? '')
    })
    expect(report.outcome).not.toBe('verified')
    expect(await filesIn(join(folder, 'tools'))).toEqual([])
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('evil')
  })

  test('placing again replaces what was there', async () => {
    await install(makeInstaller)
    const before = (await filesIn(join(folder, 'tools'))).sort()
    expect((await install(makeInstaller)).outcome).toBe('verified')
    expect((await filesIn(join(folder, 'tools'))).sort()).toEqual(before)
  })
})

test('what stood in a tool’s place is kept when a later one cannot be placed', async () => {
  await install(toolCache)
  const kept = join(folder, 'tools', 'kubectl', '1.35.2', 'linux-amd64', 'kept')
  await writeFile(kept, 'from before')
  // Somebody else's, by the layout: not a cache hit, so it is to be replaced.
  await rm(join(folder, 'tools', 'kubectl', '1.35.2', 'linux-amd64.complete'))
  await rm(join(folder, 'tools', 'kubeadm'), { recursive: true })
  await writeFile(join(folder, 'tools', 'kubeadm'), 'a file where a folder must be')
  const report = await install(toolCache)
  expect(report.error?.code).toBe('INSTALL_WRITE_FAILED')
  expect(await readFile(kept, 'utf8')).toBe('from before')
})

test('a tool cache entry that leads elsewhere is refused', async () => {
  await mkdir(join(folder, 'elsewhere'))
  await symlink(join(folder, 'elsewhere'), join(folder, 'tools', 'kubeadm'))
  const report = await install(toolCache)
  expect(report.error?.code).toBe('INSTALL_PATH_UNSAFE')
  expect(await filesIn(join(folder, 'elsewhere'))).toEqual([])
  expect(await filesIn(join(folder, 'tools'))).toEqual([join(folder, 'tools', 'kubeadm')])
})

test('killed at many moments: whatever a later step can find is whole and proven', async () => {
  const runner = await Runner.create(DIST)
  const genuine = Buffer.concat([...release.artifact(TARGET).content.chunks()])
  const trustedRoot = await lab.writeTrustedRoot(runner.folder)
  const inputs = {
    VERSION: 'v1.35.2',
    OS: 'linux',
    ARCH: 'amd64',
    'TRUSTED-ROOT': trustedRoot,
    'RELEASE-URL': lab.releaseUrl,
    'REKOR-URL': lab.rekorUrl,
  }
  const env = {
    PATH: process.env['PATH'] ?? '',
    RUNNER_TEMP: runner.temp,
    RUNNER_TOOL_CACHE: runner.toolCache,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
  }
  const start = performance.now()
  const runUntil = async (killAfterMs: number | undefined): Promise<number> => {
    const child = spawn(process.execPath, [join(DIST, 'action.js')], { env, stdio: 'ignore' })
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    await new Promise((resolve) => child.on('close', resolve))
    clearTimeout(timer)
    // What later runs and steps look for: the tool's folder. Staging folders have random names and are hidden.
    const visible = (await runner.leftovers()).filter(
      (path) => path.startsWith('tools') && !path.includes('.verify-k8s-artifacts'),
    )
    const tools = visible.filter((name) => name.endsWith('/kubectl'))
    for (const path of tools) {
      expect(genuine.equals(await readFile(join(runner.folder, path)))).toBe(true)
    }
    await rm(join(runner.toolCache, 'kubectl'), { recursive: true, force: true })
    return tools.length
  }
  // The moments cover the whole of a run, however slow this machine is just now.
  expect(await runUntil(undefined)).toBe(1)
  const undisturbedMs = performance.now() - start
  const placed: number[] = []
  for (let moment = 1; moment <= 20; moment++) placed.push(await runUntil((moment * undisturbedMs) / 20))
  expect(placed[0]).toBe(0)
  await chmod(runner.folder, 0o700)
  await runner.remove()
})
