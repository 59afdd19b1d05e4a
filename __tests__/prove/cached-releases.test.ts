// Which releases of the tool cache are tried, in which order, and how many. A
// cache that is all names: what it says that it has is never there.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_CACHE } from '../../src/files/no-cache.js'
import type { Lock } from '../../src/lock/lock.js'
import { type CachedReleases, findCachedReleases } from '../../src/prove/cached-releases.js'
import { withWorld } from '../../src/world.js'
import { type RawInputs, parseRequest } from '../support/words.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cached-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Shelf {
  /** Names below an artifact's own. */
  readonly names: readonly string[]
  /** Of these something is missing. */
  readonly partial?: readonly string[]
  readonly lock?: Lock
}

/** @returns what was looked for, in order, and what came of it */
async function find(
  inputs: RawInputs,
  { names, partial = [], lock }: Shelf,
): Promise<{ readonly tried: string[]; readonly found: CachedReleases }> {
  const asked = parseRequest(
    { os: 'linux', arch: 'amd64', ...inputs },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const request = { ...asked, isOffline: true, trustedRoot: { kind: 'embedded' } as const }
  const tried: string[] = []
  const cache = {
    ...NO_CACHE,
    list: () => Promise.resolve(names),
    has: ({ version = '' }) => Promise.resolve(!partial.includes(version)),
    find: ({
      version = 'v0.0.0',
      name,
    }: {
      readonly version?: string | undefined
      readonly name: string
    }) => {
      if (name === 'kubectl') tried.push(version)
      return Promise.resolve(undefined)
    },
  }
  const installer = { cache, install: () => Promise.reject(new Error('nothing is installed')) }
  const world = { installer, temporaryRoot: folder, tufCacheFolder: folder, onProgress: () => undefined }
  const found = await withWorld(request, world, (ports) => findCachedReleases(request, ports, lock))
  return { tried, found }
}

const NAMES = [
  '1.35.2',
  '1.35.10',
  '1.34.9',
  '1.36.0-rc.1',
  '1.36.0',
  '1.21.0',
  'x',
  '..',
  '1.35.2.complete',
  'v1.35.3',
]

test.each<[string, string[]]>([
  ['1.35', ['v1.35.10', 'v1.35.3', 'v1.35.2']],
  ['stable-1.34', ['v1.34.9']],
  ['stable', ['v1.36.0', 'v1.35.10', 'v1.35.3', 'v1.35.2', 'v1.34.9']],
  ['>=1.34 <1.35.4', ['v1.35.3', 'v1.35.2', 'v1.34.9']],
  ['>=1.36.0-0', ['v1.36.0']],
  ['v1.36.0-rc.1', ['v1.36.0-rc.1']],
  // What is older than signing is not looked at.
  ['1.21', []],
  ['1.33', []],
  // What only the site knows.
  ['latest', []],
  ['latest-1.36', []],
  ['supported', []],
])('%s: %j, the newest first', async (version, expected) => {
  const { tried, found } = await find({ version }, { names: NAMES })
  expect(tried).toEqual(expected)
  expect(found).toMatchObject({ isComplete: false, warnings: [] })
  expect([...found.bySpec]).toEqual([])
})

test('five are tried, and those of which something is missing do not count', async () => {
  const names = Array.from({ length: 12 }, (_, patch) => `1.35.${patch}`)
  const partial = ['v1.35.11', 'v1.35.10', 'v1.35.9']
  const { tried } = await find({ version: '1.35' }, { names, partial })
  expect(tried).toEqual(['v1.35.8', 'v1.35.7', 'v1.35.6', 'v1.35.5', 'v1.35.4'])
})

test('one release that several versions may mean is judged once', async () => {
  const { tried } = await find({ version: '1.35,stable,>=1.35' }, { names: ['1.35.2'] })
  expect(tried).toEqual(['v1.35.2'])
})

describe('a lock file', () => {
  const lock = (versions: Lock['request']['versions']): Lock => ({
    lockfileVersion: 1,
    request: { versions, artifacts: ['kubectl'], platforms: ['linux/amd64'] },
    artifacts: [],
  })

  test('names the one that is tried', async () => {
    const { tried } = await find(
      { version: '1.35' },
      { names: NAMES, lock: lock({ 'stable-1.35': ['v1.35.2'] }) },
    )
    expect(tried).toEqual(['v1.35.2'])
  })

  test.each<[string, Lock['request']['versions']]>([
    ['of another version', { 'stable-1.34': ['v1.34.9'] }],
    ['that cannot be', { 'stable-1.35': ['v1.34.9'] }],
  ])('%s says nothing', async (_, versions) => {
    const { tried } = await find({ version: '1.35' }, { names: NAMES, lock: lock(versions) })
    expect(tried).toEqual(['v1.35.10', 'v1.35.3', 'v1.35.2'])
  })
})
