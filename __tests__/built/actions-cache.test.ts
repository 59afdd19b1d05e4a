// The Actions cache, by the built action against a service on loopback: what comes back is verified like a download.
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CacheService } from '../../src/lab/cache-service.js'
import { readAll } from '../../src/lab/content.js'
import type { StepResult } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { ROOT } from '../support/folders.js'
import { type Inputs, requestsOf, withJob, warningsOf } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'

const { lab, release, job } = await withJob()
let service: CacheService

beforeEach(async () => {
  service = await CacheService.start()
})
afterEach(() => service.close())

const step = (inputs: Inputs = {}, env: Record<string, string> = {}): Promise<StepResult> =>
  job.step({ cache: 'true', ...inputs }, { ...service.env, ...env })

/** The next job finds an empty machine. */
async function newMachine(): Promise<void> {
  for (const folder of [job.runner.toolCache, job.runner.temp]) {
    await rm(folder, { recursive: true })
    await mkdir(folder)
  }
  lab.reset()
}

test('kept in one run, restored, verified and placed in the next, with nothing asked of site and log', async () => {
  const first = await step()
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' })
  const { sha256 } = release.artifact(KUBECTL)
  expect(service.entries.map(({ key }) => key)).toEqual([
    `verify-k8s-artifacts-v1-artifact-kubectl-v1.35.2-linux-amd64-${sha256}`,
    expect.stringMatching(/^verify-k8s-artifacts-v1-artifact-release-sbom-v1\.35\.2-any-/),
  ])
  await newMachine()
  const second = await step()
  expect(second.code).toBe(0)
  expect(second.outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'true' })
  expect(requestsOf(lab)).toEqual([])
  expect(second.stdout).toContain('✓ release-binding: passed')
  const placed = await readFile(second.outputs['path'] ?? '')
  expect(placed.equals(readAll(release.artifact(KUBECTL).content))).toBe(true)
  expect(await readdir(job.runner.temp)).not.toContain('verify-k8s-artifacts-cache')
  // What came from there is not sent back.
  expect(service.entries).toHaveLength(2)
})

test('not asked when the tool cache has it', async () => {
  await step()
  const before = service.requests.length
  expect((await step()).outputs['cache-hit']).toBe('true')
  expect(service.requests).toHaveLength(before)
})

test('loaded only when it is asked for', async () => {
  const trap = join(job.runner.folder, 'trap.mjs')
  await writeFile(
    trap,
    `import { registerHooks } from 'node:module'
    registerHooks({ load: (url, context, next) => {
      if (url.endsWith('actions-cache.js')) process.stderr.write('LOADED')
      return next(url, context)
    } })`,
  )
  const env = { NODE_OPTIONS: `--import ${trap}` }
  expect((await step({ cache: 'false' }, env)).stderr).toBe('')
  expect(service.requests).toEqual([])
  expect((await step({}, env)).stderr).toBe('LOADED')
})

/** Puts other files under an entry's key, as whoever can write to the cache can. */
async function poison(change: (folder: string) => Promise<void>): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'poison-'))
  try {
    const entry = service.entries.find(({ key }) => key.includes('-kubectl-'))
    const archive = join(scratch, 'archive')
    await writeFile(archive, entry?.blob ?? '')
    const packing = isZstd(entry?.blob) ? ['--use-compress-program', 'zstd'] : ['-z']
    const names = execFileSync('tar', ['-tPf', archive, ...packing])
      .toString()
      .split('\n')
      .filter(Boolean)
    const [root = ''] = names
    execFileSync('tar', ['-xPf', archive, '-C', '/', ...packing])
    const folder = root.startsWith('/') ? root : join('/', root)
    await change(folder)
    execFileSync('tar', ['-cPf', archive, ...packing, '-C', '/', root])
    if (entry) entry.blob = await readFile(archive)
  } finally {
    await rm(scratch, { recursive: true })
  }
  await newMachine()
}

function isZstd(blob: Buffer | undefined): boolean {
  return blob?.subarray(0, 4).equals(Buffer.of(0x28, 0xb5, 0x2f, 0xfd)) === true
}

describe('a cache that somebody wrote to: named, dropped, and fetched anew', () => {
  test.each<[string, (folder: string) => Promise<void>, string | undefined]>([
    ['another file', (folder) => writeFile(join(folder, 'kubectl'), 'evil'), 'kubectl v1.35.2 fails digest'],
    [
      'a bundle that is none',
      (folder) => rewrite(join(folder, 'kubectl.sigstore.json'), '<html>'),
      'kubectl v1.35.2 fails digest',
    ],
    ['a program beside it', (folder) => writeFile(join(folder, 'ls'), 'evil'), 'has "ls" beside it'],
    ['nothing in it', (folder) => rm(join(folder, 'kubectl')), undefined],
  ])('%s', async (_, change, warning) => {
    await step()
    await poison(change)
    const result = await step()
    expect(result.code).toBe(0)
    expect(result.outputs['cache-hit']).toBe('false')
    const placed = await readFile(result.outputs['path'] ?? '')
    expect(placed.equals(readAll(release.artifact(KUBECTL).content))).toBe(true)
    // The entry's key is taken, which the library says of itself.
    const warnings = warningsOf(result).filter((line) => !line.includes('Cache reservation failed'))
    expect(warnings).toEqual(warning === undefined ? [] : [expect.stringContaining(warning)])
    expect((await readdir(join(job.runner.toolCache, 'kubectl/1.35.2/linux-amd64'))).sort()).toEqual([
      'kubectl',
      'kubectl.sigstore.json',
    ])
  })
})

async function rewrite(path: string, content: string): Promise<void> {
  await rm(path)
  await writeFile(path, content)
}

describe('a service that fails is a warning, never a failure', () => {
  test.each<[string, Parameters<CacheService['override']>, boolean]>([
    // Which the library asks again and again, for half a minute; we ask for nothing more after that.
    ['that does not answer as it should', ['GetCacheEntryDownloadURL', behaviours.status(404)], true],
    ['that refuses', ['CreateCacheEntry', behaviours.body('{"ok":false}')], false],
  ])(
    '%s',
    async (_, failure, warns) => {
      service.override(...failure)
      const result = await step()
      expect(result.code).toBe(0)
      expect(result.outputs['outcome']).toBe('verified')
      expect(warningsOf(result).length > 0).toBe(warns)
    },
    90_000,
  )
})

/** Where untrusted code can write what trusted runs read. */
const EVENTS = [
  'pull_request_target',
  'workflow_run',
  'check_run',
  'check_suite',
  'status',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
  'gollum',
] as const

describe('off by itself, with a note', () => {
  test('the docs list the events that the program knows', async () => {
    const docs = await readFile(join(ROOT, 'docs/caching.md'), 'utf8')
    const rows = docs.split('\n').filter((line) => line.startsWith('| `'))
    const listed = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
    )
    expect([...EVENTS].sort()).toEqual(listed.sort())
  })

  test.each(EVENTS)('on %s', async (event) => {
    const result = await step({}, { GITHUB_EVENT_NAME: event })
    expect(result.code).toBe(0)
    expect(result.stdout).toContain(`::notice::The Actions cache is off: on ${event}, untrusted code`)
    expect(service.requests).toEqual([])
  })

  test.each(['push', 'pull_request', 'schedule', 'merge_group'])('not on %s', async (event) => {
    const result = await step({}, { GITHUB_EVENT_NAME: event })
    expect(result.stdout).not.toContain('The Actions cache is off')
    expect(service.requests.length).toBeGreaterThan(0)
  })

  test('where there is no service', async () => {
    const result = await job.step({ cache: 'true' })
    expect(result.code).toBe(0)
    expect(result.stdout).toContain('::notice::The Actions cache is off: this runner has no cache service')
  })

  test('offline, where it opens no socket', async () => {
    await step()
    const before = service.requests.length
    expect((await step({ offline: 'true' })).code).toBe(0)
    expect(service.requests).toHaveLength(before)
  })
})
