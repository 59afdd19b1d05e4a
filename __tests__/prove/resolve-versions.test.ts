// Which release a request means, from channel files in memory.
import { ReleaseError } from '../../src/errors.js'
import { parseRequest } from '../support/words.js'
import type { Lock } from '../../src/lock/lock.js'
import type { ResolvedVersion } from '../../src/plan/plan.js'
import { type Choose, resolveVersions } from '../../src/prove/resolve-versions.js'
import type { Minor } from '../../src/kubernetes/version.js'
import type { Ports } from '../../src/ports.js'

const CHANNELS: Readonly<Record<string, string>> = {
  stable: 'v1.35.2',
  latest: 'v1.36.0-rc.1',
  'stable-1.35': 'v1.35.2',
  'stable-1.34': 'v1.34.7',
  'stable-1.33': 'v1.33.11',
  'stable-1.32': 'v1.32.15',
  'stable-1.26': 'v1.26.15',
  'latest-1.36': 'v1.36.0-rc.1',
}

/** @param now what the clock says */
async function resolve(
  version: string,
  { channels = CHANNELS, now = '2026-01-15', from = undefined as Minor | undefined } = {},
) {
  const asked: string[] = []
  const request = parseRequest(
    { version, 'release-url': 'https://mirror.example/k8s' },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const fetchChannel = (url: URL): Promise<string> => {
    const name = url.pathname.replace('/k8s/release/', '').replace(/\.txt$/, '')
    asked.push(name)
    const answer = channels[name]
    return answer === undefined
      ? Promise.reject(new ReleaseError('RELEASE_CHANNEL_UNRESOLVED', `no ${name}`))
      : Promise.resolve(answer)
  }
  const ports = { releaseSite: { fetchChannel }, now: () => Date.parse(now) } as unknown as Ports
  const versions = request.versions.map((spec) =>
    spec.kind === 'supported' && from ? { ...spec, from } : spec,
  )
  const { versions: resolved } = await resolveVersions({ ...request, versions }, ports)
  return {
    versions: resolved.map(({ version: found }) => found),
    sources: resolved.map(({ source }) => source),
    asked,
  }
}

test.each<[string, string[], string[]]>([
  ['v1.35.1', ['v1.35.1'], []],
  ['1.34', ['v1.34.7'], ['stable-1.34']],
  ['stable', ['v1.35.2'], ['stable']],
  ['latest', ['v1.36.0-rc.1'], ['latest']],
  ['latest-1.36', ['v1.36.0-rc.1'], ['latest-1.36']],
  ['>=1.33 <1.35', ['v1.34.7'], ['stable', 'stable-1.34']],
  ['>=1.33 <1.36', ['v1.35.2'], ['stable', 'stable-1.35']],
  ['1.34.3 - 1.34.5', ['v1.34.5'], ['stable', 'stable-1.34']],
  ['~1.35.1', ['v1.35.2'], ['stable', 'stable-1.35']],
  ['<1.27', ['v1.26.15'], ['stable', 'stable-1.26']],
  // No patch of 1.34 is that high, so the search goes on.
  ['>1.34.9 <1.35 || ~1.33.0', ['v1.33.11'], ['stable', 'stable-1.34', 'stable-1.33']],
  ['stable, 1.35, v1.35.2', ['v1.35.2'], ['stable', 'stable-1.35']],
])('%s is %j', async (version, versions, asked) => {
  const resolved = await resolve(version)
  expect(resolved.versions).toEqual(versions)
  expect(resolved.asked).toEqual(asked)
})

test('supported: three minors, and a fourth while it is patched', async () => {
  expect((await resolve('supported', { now: '2026-01-15' })).versions).toEqual([
    'v1.35.2',
    'v1.34.7',
    'v1.33.11',
    'v1.32.15',
  ])
  expect((await resolve('supported', { now: '2026-02-28' })).versions).toHaveLength(4)
  expect((await resolve('supported', { now: '2026-03-01' })).versions).toEqual([
    'v1.35.2',
    'v1.34.7',
    'v1.33.11',
  ])
})

test.each<[Minor, number]>([
  // Of those the patched ones are more.
  ['1.34', 3],
  ['1.33', 3],
  ['1.26', 10],
])('supported, and down to %s: %d minors', async (from, count) => {
  const channels = {
    stable: 'v1.35.2',
    ...Object.fromEntries(Array.from({ length: 40 }, (_, minor) => [`stable-1.${minor}`, `v1.${minor}.3`])),
  }
  const { versions } = await resolve('supported', { now: '2026-03-01', channels, from })
  expect([versions.length, versions.at(-1)]).toEqual([count, `v1.${36 - count}.3`])
})

test('the report can tell where a version came from', async () => {
  expect((await resolve('v1.35.1')).sources).toEqual(['input'])
  expect((await resolve('1.34')).sources).toEqual(['https://mirror.example/k8s/release/stable-1.34.txt'])
})

test.each([
  ['stable-1.35', { 'stable-1.35': 'v1.34.9' }],
  ['1.35', { 'stable-1.35': 'v1.35.3-rc.1' }],
  ['stable', { stable: 'v1.36.0-alpha.1' }],
  ['supported', { ...CHANNELS, 'stable-1.34': 'v1.33.11' }],
  ['supported', { stable: 'v1.35.2' }],
  ['>=1.33 <1.35', { stable: 'v1.35.2', 'stable-1.34': 'garbage' }],
  ['>=1.40', CHANNELS],
  ['<1.20', CHANNELS],
  ['1.28', CHANNELS],
])('%s is refused when the site says %j: no other version is taken', async (version, channels) => {
  await expect(resolve(version, { channels })).rejects.toMatchObject({ code: 'RELEASE_CHANNEL_UNRESOLVED' })
})

describe('a choice', () => {
  /** Every candidate, at most ten, in the order in which they are offered. */
  async function offered(version: string, lock?: Lock): Promise<string[]> {
    const request = parseRequest(
      { version, 'release-url': 'https://mirror.example/k8s' },
      { machine: { platform: 'linux', arch: 'x64' } },
    )
    const fetchChannel = (url: URL): Promise<string> =>
      Promise.resolve(CHANNELS[/([^/]+)\.txt$/.exec(url.pathname)?.[1] ?? ''] ?? '')
    const ports = { releaseSite: { fetchChannel }, now: () => Date.parse('2026-01-15') } as unknown as Ports
    const seen: string[] = []
    const choose: Choose = async (candidates) => {
      let last: ResolvedVersion | undefined
      for await (const candidate of candidates) {
        seen.push(candidate.version)
        last = candidate
        if (seen.length === 10) break
      }
      return last as ResolvedVersion
    }
    await resolveVersions(request, ports, { choose, lock })
    return seen
  }
  const lockOf = (versions: Lock['request']['versions']): Lock => ({
    lockfileVersion: 1,
    request: { versions, artifacts: [], platforms: [] },
    artifacts: [],
  })

  test.each<[string, string[]]>([
    ['v1.35.1', []],
    ['stable-1.35', ['v1.35.2', 'v1.35.1', 'v1.35.0']],
    ['stable', ['v1.35.2', 'v1.35.1', 'v1.35.0', ...[7, 6, 5, 4, 3, 2, 1].map((patch) => `v1.34.${patch}`)]],
    ['~1.34.4 || ~1.33.9', ['v1.34.7', 'v1.34.6', 'v1.34.5', 'v1.34.4', 'v1.33.11', 'v1.33.10', 'v1.33.9']],
    // Of pre-releases nothing can be counted.
    ['latest', ['v1.36.0-rc.1']],
    ['latest-1.36', ['v1.36.0-rc.1']],
  ])('%s can mean %j, the newest first', async (version, versions) => {
    expect(await offered(version)).toEqual(versions)
  })

  test('nothing older than the lock file’s', async () => {
    expect(await offered('stable', lockOf({ stable: ['v1.35.1'] }))).toEqual(['v1.35.2', 'v1.35.1'])
    expect(await offered('stable', lockOf({ stable: ['v1.34.7'] }))).toEqual([
      'v1.35.2',
      'v1.35.1',
      'v1.35.0',
      'v1.34.7',
    ])
    // Under another name it is the same release; of what the spec cannot mean it says nothing.
    expect(await offered('stable-1.35', lockOf({ stable: ['v1.35.2'] }))).toEqual(['v1.35.2'])
    expect(await offered('stable-1.35', lockOf({ stable: ['v1.36.0'] }))).toHaveLength(3)
    expect(await offered('stable-1.35', lockOf({ 'v1.35.1': ['v1.35.1'] }))).toEqual(['v1.35.2', 'v1.35.1'])
  })
})
