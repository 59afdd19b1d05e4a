// The machine as it may be, by the built programs: a scanner, a read-only or full disk, what a killed run left, signals.
import { execFileSync, spawn } from 'node:child_process'
import {
  chmod,
  chown,
  mkdir,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  utimes,
  watch,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { readAll } from '../../src/lab/content.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, withJob } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const { lab, job, release } = await withJob()
const genuine = (): Buffer => readAll(release.artifact(KUBECTL).content)
const toolFolder = (): string => join(job.runner.toolCache, 'kubectl', '1.35.2', 'linux-amd64')

const isRoot = process.geteuid?.() === 0
const asRoot = isRoot ? test : test.skip
if (!isRoot)
  process.stderr.write('\n!!! not root: the tests with disks of their own are SKIPPED, not passed !!!\n')

/** Code that the program runs before its own. */
async function inject(body: string): Promise<{ NODE_OPTIONS: string }> {
  const path = join(job.folder, 'inject.mjs')
  const text = `import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
const fail = (code) => Promise.reject(Object.assign(new Error(code + ': held'), { code, syscall: 'x', path: 'x' }))
${body}
syncBuiltinESMExports()
`
  await writeFile(path, text)
  return { NODE_OPTIONS: `--import ${path}` }
}

describe('a scanner holds what was just written', () => {
  test.each(['EPERM', 'EBUSY'])('%s on every rename, twice: waited for', async (code) => {
    const env = await inject(`const real = fs.promises.rename
      const held = new Map()
      fs.promises.rename = (from, to) => {
        const times = held.get(String(to)) ?? 0
        held.set(String(to), times + 1)
        return times < 2 ? fail('${code}') : real(from, to)
      }`)
    const lock = join(job.folder, 'lock.json')
    const result = await job.step({ 'lock-file': lock, report: join(job.folder, 'report') }, env)
    expect([result.code, codesOf(result)]).toEqual([0, []])
    expect((await readFile(result.outputs['path'] ?? '')).equals(genuine())).toBe(true)
    expect(result.outputs['path']?.startsWith(job.runner.toolCache)).toBe(true)
  })

  test('what cannot be removed afterwards is left, and nothing is the worse for it', async () => {
    expect((await job.step()).code).toBe(0)
    // Somebody spoilt it; what stood there goes aside, and is held.
    await chmod(join(toolFolder(), 'kubectl'), 0o755)
    await writeFile(join(toolFolder(), 'kubectl'), 'spoilt')
    const env = await inject(`timers.setTimeout = () => Promise.resolve()
      fs.promises.rm = () => fail('EBUSY')`)
    const result = await job.step({}, env)
    expect([result.code, codesOf(result)]).toEqual([0, []])
    expect((await readFile(join(toolFolder(), 'kubectl'))).equals(genuine())).toBe(true)
    expect((await job.step()).outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'true' })
  })
})

describe('a program that does not let go of what stands in the tool cache', () => {
  /** What it holds can be neither renamed (NTFS: nor the folder), removed nor, by a program that shares nothing, read. */
  const holding = (code: string): string => `
    const { writeSync } = fs
    let waited = 0
    timers.setTimeout = (ms) => { waited += ms; return Promise.resolve() }
    process.on('exit', () => writeSync(1, 'waited ' + waited + '\\n'))
    for (const name of ['rename', 'rm', 'open']) {
      const real = fs.promises[name]
      fs.promises[name] = (path, ...rest) =>
        String(path).includes('linux-amd64') || /staging-\\w+$/.test(path) ? fail('${code}') : real(path, ...rest)
    }`

  test.each(['EBUSY', 'EPERM'])('%s: refused within one wait for all of it, which is said', async (code) => {
    expect((await job.step()).code).toBe(0)
    await chmod(join(toolFolder(), 'kubectl'), 0o755)
    await writeFile(join(toolFolder(), 'kubectl'), 'spoilt')
    const held = await job.step({}, await inject(holding(code)))
    expect([held.code, codesOf(held), held.outputs['outcome']]).toEqual([
      3,
      ['INSTALL_WRITE_FAILED'],
      'unverifiable',
    ])
    expect(held.stdout).toContain(`${code}: held (a run waits 5 s in all for programs that hold files)`)
    expect(/^waited (\d+)$/m.exec(held.stdout)?.[1]).toBe('5000')
    expect(await readFile(join(toolFolder(), 'kubectl'), 'utf8')).toBe('spoilt')
    // Free again, it is healed.
    expect((await job.step()).outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
    expect((await readFile(join(toolFolder(), 'kubectl'))).equals(genuine())).toBe(true)
  })
})

describe('a tool cache that cannot be written to', () => {
  const mount = (...options: string[]): void =>
    void execFileSync('mount', [...options, job.runner.toolCache], { stdio: 'ignore' })

  asRoot('a warm one is a hit, without a write', async () => {
    expect((await job.step()).code).toBe(0)
    mount('--bind', job.runner.toolCache)
    try {
      mount('-o', 'remount,bind,ro')
      const result = await job.step()
      expect([result.code, result.outputs['cache-hit']]).toEqual([0, 'true'])
      expect(result.outputs['path']).toBe(join(toolFolder(), 'kubectl'))
      // And what is not there goes elsewhere, with the reason.
      const other = await job.step({ artifacts: 'kubeadm' })
      expect([other.code, other.outputs['outcome']]).toEqual([0, 'verified'])
      expect(other.outputs['path']?.startsWith(job.runner.temp)).toBe(true)
      expect(other.stdout).toMatch(
        /kubeadm is placed in RUNNER_TEMP, not in the tool cache: .*EROFS|cannot be written/,
      )
    } finally {
      execFileSync('umount', ['-l', job.runner.toolCache])
    }
  })
})

describe('a full disk', () => {
  /** A small disk of its own, which is full but for so many bytes. */
  async function withDisk(leftBytes: number, use: (folder: string) => Promise<void>): Promise<void> {
    const folder = join(job.folder, 'disk')
    await mkdir(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', folder])
    try {
      await mkdir(join(folder, 'reports'))
      await writeFile(join(folder, 'reports', 'report.json'), 'a good one')
      await writeFile(join(folder, 'lock.json'), '')
      await rm(join(folder, 'lock.json'))
      await writeFile(join(folder, 'ballast'), Buffer.alloc(256 * 1024 - 12 * 1024 - leftBytes))
      await use(folder)
    } finally {
      execFileSync('umount', ['-l', folder])
    }
  }

  asRoot.each<[string, (folder: string) => Inputs]>([
    ['report', (folder) => ({ report: join(folder, 'reports') })],
    ['bundles', (folder) => ({ 'bundles-dir': join(folder, 'reports'), report: join(folder, 'reports') })],
    ['lock', (folder) => ({ 'lock-file': join(folder, 'lock.json') })],
  ])(
    'where the %s is to go: nothing is installed, nothing lost, and the remedy says so',
    async (_, inputsOf) => {
      await withDisk(0, async (folder) => {
        const before = (await readdir(folder, { recursive: true })).sort()
        const result = await job.step(inputsOf(folder))
        expect([result.code, codesOf(result)[0]]).toEqual([3, 'INSTALL_WRITE_FAILED'])
        expect(result.stdout).toContain('The disk is full: free space on it')
        expect([result.outputs['path'], result.path]).toEqual([undefined, []])
        await expect(stat(toolFolder())).rejects.toThrow('ENOENT')
        expect((await readdir(folder, { recursive: true })).sort()).toEqual(before)
        expect(await readFile(join(folder, 'reports', 'report.json'), 'utf8')).toBe('a good one')
      })
    },
  )
})

test.each([
  ['ENOSPC', 'The disk is full'],
  ['EDQUOT', 'The quota on that disk is used up'],
  ['EROFS', 'The disk is mounted read-only'],
  ['EMFILE', 'The limit of open files is reached'],
])('%s has a remedy of its own', async (code, remedy) => {
  const env = await inject(`fs.promises.open = ((real) => (path, ...rest) =>
    String(path).includes('report.json') ? fail('${code}') : real(path, ...rest))(fs.promises.open)`)
  const result = await job.step({ report: join(job.folder, 'report') }, env)
  expect([result.code, codesOf(result)[0]]).toEqual([3, 'INSTALL_WRITE_FAILED'])
  expect(result.stdout).toContain(remedy)
})

describe('what a killed run left', () => {
  const DAY_MS = 24 * 3600_000
  const NAMES = [
    ['tools', '.verify-k8s-artifacts-staging-AbC123'],
    ['temp', 'verify-k8s-artifacts-run-AbC123'],
    ['report', '.report.json.verify-k8s-artifacts-0b0c0d0e-0000-4000-8000-000000000000'],
  ] as const
  /** Names that are a person's own, or of something that stood in a place before. */
  const OTHERS = [
    ['tools', 'verify-k8s-artifacts-staging'],
    ['tools', '.verify-k8s-artifacts-staging-AbC1234'],
    ['report', '.report.json.0b0c0d0e-0000-4000-8000-000000000000.former'],
  ] as const

  async function leave(days: number): Promise<void> {
    for (const [folder, name] of [...NAMES, ...OTHERS]) {
      const path = join(job.folder, folder, name)
      await mkdir(join(job.folder, folder), { recursive: true })
      if (folder === 'report') await writeFile(path, 'x')
      else await mkdir(path, { recursive: true })
      if (folder !== 'report') await writeFile(join(path, 'kubectl'), 'x')
      const then = new Date(Date.now() - days * DAY_MS)
      await utimes(path, then, then)
    }
  }
  const isLeft = ([folder, name]: readonly [string, string]): Promise<boolean> =>
    stat(join(job.folder, folder, name)).then(
      () => true,
      () => false,
    )
  const step = async (): Promise<void> => {
    expect((await job.step({ report: join(job.folder, 'report') })).code).toBe(0)
  }

  test('is swept after six days, by its whole name', async () => {
    await leave(6.1)
    await step()
    expect(await Promise.all(NAMES.map(isLeft))).toEqual([false, false, false])
    expect(await Promise.all(OTHERS.map(isLeft))).toEqual([true, true, true])
  })

  test('is not swept before: a job may run five', async () => {
    await leave(5.9)
    await step()
    expect(await Promise.all(NAMES.map(isLeft))).toEqual([true, true, true])
  })

  asRoot('is not swept when it is another’s', async () => {
    await leave(7)
    for (const [folder, name] of NAMES) await chown(join(job.folder, folder, name), 65534, 65534)
    for (const [folder, name] of NAMES) {
      const then = new Date(Date.now() - 7 * DAY_MS)
      await utimes(join(job.folder, folder, name), then, then)
    }
    await step()
    expect(await Promise.all(NAMES.map(isLeft))).toEqual([true, true, true])
  })

  test('a link of that name is removed, and not followed', async () => {
    const victim = join(job.folder, 'victim')
    await mkdir(victim)
    await writeFile(join(victim, 'mine'), 'mine')
    const path = join(job.runner.temp, 'verify-k8s-artifacts-run-AbC123')
    await symlink(victim, path)
    await step()
    expect(await readFile(join(victim, 'mine'), 'utf8')).toBe('mine')
  })
})

describe('a signal', () => {
  const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
  const MAX_MS = 1000
  /** What starting Node takes where nothing else runs, with a margin: a busy machine is that much slower in all. */
  const USUAL_START_MS = 60

  /** A second, or as much longer as this machine is slower just now. */
  function secondOfNow(): number {
    const start = performance.now()
    execFileSync(process.execPath, ['-e', ''])
    return MAX_MS * Math.max(1, (performance.now() - start) / USUAL_START_MS)
  }

  /** The built action, in an environment of its own; `until` resolves when the signal is to come. */
  async function cancel(
    signal: keyof typeof CODES,
    inputs: Inputs,
    { until, env = {} }: { until: () => Promise<unknown>; env?: Readonly<Record<string, string>> },
  ): Promise<{ code: number | null; milliseconds: number }> {
    const temp = join(job.folder, 'system')
    await mkdir(temp)
    const words = { version: 'v1.35.2', os: 'linux', arch: 'amd64', ...job.servers, ...inputs }
    const child = spawn(process.execPath, [join(DIST, 'action.js')], {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: job.folder,
        TMPDIR: temp,
        RUNNER_TEMP: job.runner.temp,
        RUNNER_TOOL_CACHE: job.runner.toolCache,
        ...Object.fromEntries(
          Object.entries(words).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
        ),
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    try {
      await until()
      const start = performance.now()
      child.kill(signal)
      const code = await ended
      return { code, milliseconds: performance.now() - start }
    } finally {
      child.kill('SIGKILL')
    }
  }

  /** Everything that lies in the run's folders, folders included. */
  async function left(): Promise<string[]> {
    const folders = [job.runner.temp, job.runner.toolCache, join(job.folder, 'system')]
    const lists = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })))
    return lists.flat()
  }

  /** Resolves when something with this name is made in the folder. */
  async function appears(folder: string, name: RegExp): Promise<void> {
    await mkdir(folder, { recursive: true })
    const controller = new AbortController()
    const changes = watch(folder, { signal: controller.signal })
    if ((await readdir(folder)).some((each) => name.test(each))) return controller.abort()
    for await (const { filename } of changes) if (filename !== null && name.test(filename)) break
    controller.abort()
  }

  test.each(Object.entries(CODES) as [keyof typeof CODES, number][])(
    '%s while an artifact comes: ended within a second, and nothing is left',
    async (signal, expected) => {
      let isAsked: () => void = () => undefined
      const asked = new Promise<void>((resolve) => (isAsked = resolve))
      lab.cdn.override(KUBECTL, ({ response }) => {
        response.writeHead(200, { 'content-length': '1000000' })
        response.write(Buffer.alloc(1000))
        isAsked()
      })
      const { code, milliseconds } = await cancel(signal, {}, { until: () => asked })
      expect(code).toBe(expected)
      expect(milliseconds).toBeLessThan(secondOfNow())
      expect(await left()).toEqual([])
    },
  )

  test('while TUF is asked: its folder goes, too', async () => {
    let isAsked: () => void = () => undefined
    const asked = new Promise<void>((resolve) => (isAsked = resolve))
    lab.cdn.override('root.json', ({ response }) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{')
      isAsked()
    })
    const inputs = { 'trusted-root': 'tuf', 'tuf-url': lab.cdn.url }
    const { code } = await cancel('SIGTERM', inputs, {
      until: async () => {
        await Promise.all([asked, appears(join(job.folder, 'system'), /^verify-k8s-artifacts-tuf-/)])
      },
    })
    expect(code).toBe(143)
    expect(await left()).toEqual([])
  })

  test('while it is placed: what stood there stands there again', async () => {
    expect((await job.step()).code).toBe(0)
    await chmod(join(toolFolder(), 'kubectl'), 0o755)
    await writeFile(join(toolFolder(), 'kubectl'), 'spoilt')
    await rm(`${toolFolder()}.complete`)
    const flag = join(job.folder, 'placing')
    await mkdir(flag)
    // Stops for ever once the place was taken, before it is looked at.
    const env = await inject(`const real = fs.promises.rename
      fs.promises.rename = async (from, to) => {
        await real(from, to)
        if (!String(to).endsWith('linux-amd64')) return
        fs.writeFileSync('${flag}/now', '')
        await new Promise((resolve) => setTimeout(resolve, 600_000))
      }`)
    const { code } = await cancel('SIGTERM', {}, { until: () => appears(flag, /now/), env })
    expect(code).toBe(143)
    expect(await readFile(join(toolFolder(), 'kubectl'), 'utf8')).toBe('spoilt')
    expect((await left()).filter((name) => name.includes('verify-k8s-artifacts'))).toEqual([])
  })

  test('while a paper at its cap is parsed: ended within a second', async () => {
    const text = `SPDXVersion: SPDX-2.3\nDocumentNamespace: https://sbom.k8s.io/v1.35.2/release\n${'FileName: ./a\n'.repeat(400_000)}`
    const flag = join(job.folder, 'parsing')
    await mkdir(flag)
    lab.cdn.override(
      'SHA256SUMS',
      behaviours.body(`${'0'.repeat(64)}  a\n`.repeat(60_000).slice(0, 4 * 1024 * 1024)),
    )
    lab.cdn.override('provenance.json', behaviours.body(`[${'{},'.repeat(1_300_000)}{}]`))
    lab.cdn.override('kubernetes-release.spdx', behaviours.body(text))
    // The flag is there when the largest text is begun with, of which a signal has to wait for the end.
    const env = await inject(`const real = JSON.parse
      JSON.parse = (text, ...rest) => {
        if (text.length > 1e6) fs.writeFileSync('${flag}/now', '')
        return real(text, ...rest)
      }`)
    const inputs = { 'cross-check': 'true' }
    const { code, milliseconds } = await cancel('SIGTERM', inputs, { until: () => appears(flag, /now/), env })
    expect(code).toBe(143)
    expect(milliseconds).toBeLessThan(secondOfNow())
    expect(await left()).toEqual([])
  })
})
