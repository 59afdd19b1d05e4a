// `minimum-age`, by the built programs: nothing is used that was signed less long ago, by the log's own time.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAll } from '../../src/lab/content.js'
import { type Release, SBOM_PATH, signArtifact } from '../../src/lab/release.js'
import { imagePayload, signPayload, toBytes } from '../../src/lab/images.js'
import { LabRegistry } from '../../src/lab/lab-registry.js'
import { type Finished, type StepResult, runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, requestsOf, withJob } from '../support/job.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const KUBECTL = 'bin/linux/amd64/kubectl'
const paths = [KUBECTL]

const { lab, job } = await withJob(async (started) => {
  // Some minutes more: whole hours are counted.
  const signed = (hours: number): Date => new Date(started.now.getTime() - (hours + 0.1) * HOUR)
  const versions: [string, number][] = [
    ['v1.36.0', 5],
    ['v1.35.3', 48],
    ['v1.35.2', 30 * 24],
    ['v1.35.1', 60 * 24],
    ['v1.35.0', 80 * 24],
    ['v1.34.7', 40 * 24],
    ['v1.33.11', -2],
  ]
  const releases = new Map<string, Release>()
  for (const [version, hours] of versions)
    releases.set(version, await started.publish({ version, paths, signedAt: signed(hours) }))
  return releases.get('v1.36.0') as Release
})

beforeEach(() => {
  for (const [channel, version] of [
    ['stable', 'v1.36.0'],
    ['stable-1.36', 'v1.36.0'],
    ['stable-1.35', 'v1.35.3'],
    ['stable-1.34', 'v1.34.7'],
    ['latest', 'v1.36.0'],
  ] as const)
    lab.channels.set(`${channel}.txt`, version)
})

const get = (version: string, age: string, inputs: Inputs = {}): Promise<StepResult> =>
  job.step({ version, 'minimum-age': age, ...inputs })
const cli = (...argv: string[]): Promise<Finished> =>
  runProgram(join(DIST, 'cli.js'), [...argv, ...job.flags])

async function expectRefused(result: StepResult, code: string, message: string | RegExp): Promise<void> {
  expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 3, codes: [code] })
  expect(result.stdout).toMatch(message)
  expect(result.outputs).toMatchObject({ outcome: 'unverifiable', code })
  expect([result.outputs['path'], result.path]).toEqual([undefined, []])
  expect((await job.runner.leftovers()).filter((name) => !name.endsWith('.complete'))).toEqual([])
}

test.each<[string, string, string, string[]]>([
  ['stable', '1h', 'v1.36.0', []],
  [
    'stable',
    '3d',
    'v1.35.2',
    ['v1.36.0 was passed over: it was signed 5 hours ago', 'v1.35.3 was passed over'],
  ],
  ['stable', '24h', 'v1.35.3', ['v1.36.0 was passed over']],
  [
    'stable-1.35',
    '5w',
    'v1.35.1',
    ['v1.35.3 was passed over', 'v1.35.2 was passed over: it was signed 30 days ago'],
  ],
  ['>=1.34 <1.36', '3d', 'v1.35.2', ['v1.35.3 was passed over: it was signed 2 days ago']],
  ['1.34', '3d', 'v1.34.7', []],
  ['v1.35.2', '3d', 'v1.35.2', []],
])('%s and at least %s old is %s, and says which it passed over', async (version, age, chosen, notes) => {
  const result = await get(version, age)
  expect([result.code, result.outputs['version']]).toEqual([0, chosen])
  for (const note of notes) expect(result.stdout).toContain(`::notice::${note}`)
  expect(result.stdout.match(/was passed over/g) ?? []).toHaveLength(notes.length)
})

test('the SBOM that a release was chosen by is not fetched again', async () => {
  expect((await get('stable', '3d')).code).toBe(0)
  const sboms = lab.cdn.requests.filter(({ url }) => url.endsWith(`v1.35.2/${SBOM_PATH}`))
  expect(sboms).toHaveLength(1)
})

test('an exact version that is too young is refused, and nothing of it is left behind', async () => {
  await expectRefused(
    await get('v1.36.0', '3d'),
    'RELEASE_TOO_NEW',
    /kubectl v1\.36\.0 linux\/amd64 was signed 5 hours ago, at .*; expected at least 3 days/,
  )
  expect((await get('v1.36.0', '4h')).code).toBe(0)
})

test('a channel of which nothing is old enough', async () => {
  const result = await get('stable-1.36', '3d')
  await expectRefused(result, 'RELEASE_TOO_NEW', 'stable-1.36 has no release that is old enough: v1.36.0')
  expect(result.outputs['reason']).toBe('too-new')
})

test('ten candidates are looked at, and no more', async () => {
  const signedAt = new Date(lab.now.getTime() - HOUR)
  const most = 11
  for (let patch = most; patch >= 0; patch--)
    await lab.publish({ version: `v1.32.${patch}`, paths, signedAt })
  lab.channels.set('stable-1.32.txt', `v1.32.${most}`)
  const result = await get('stable-1.32', '3d')
  await expectRefused(result, 'RELEASE_TOO_NEW', 'stable-1.32 has no release that is old enough: v1.32.11')
  const asked = new Set(requestsOf(lab).flatMap(({ url }) => /v1\.32\.\d+/.exec(url) ?? []))
  expect(asked).toEqual(new Set(Array.from({ length: 10 }, (_, index) => `v1.32.${most - index}`)))
})

test('supported: the minors that have one, and what was left out', async () => {
  const result = await get('supported', '3d')
  expect(result.outputs['version']).toBe('v1.35.2,v1.34.7')
  expect(result.stdout).toContain('::notice::left out: 1.36 has no release that is old enough')
})

test('no release older than the lock file’s is chosen', async () => {
  const lock = { 'lock-file': join(job.folder, 'k8s.lock.json') }
  expect((await job.step({ version: 'stable-1.35', ...lock })).code).toBe(0)
  expectRefusedKeeping(await get('stable-1.35', '3d', lock))
  expectRefusedKeeping(await get('stable-1.35', '3d', { ...lock, frozen: 'true' }))
  expect((await get('stable-1.35', '1d', { ...lock, frozen: 'true' })).code).toBe(0)
})

function expectRefusedKeeping(result: StepResult): void {
  expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 3, codes: ['RELEASE_TOO_NEW'] })
  expect(result.outputs['path']).toBeUndefined()
}

test('a hit of the tool cache is judged like a download', async () => {
  expect((await job.step({ version: 'v1.36.0' })).code).toBe(0)
  expectRefusedKeeping(await get('v1.36.0', '3d'))
})

test('an artifact that was signed later than its release', async () => {
  const release = lab.releases.get('v1.35.1') as Release
  const again = await signArtifact(release.artifact(KUBECTL).content, {
    ...lab.signing,
    signedAt: new Date(lab.now.getTime() - HOUR),
  })
  try {
    // These bytes were signed long ago, too: the earliest counts.
    release.put(KUBECTL, again)
    expect((await get('v1.35.1', '3d')).code).toBe(0)
    // Where the search does not answer, nobody knows of that.
    lab.rekor.override('/api/v1/index/retrieve', behaviours.status(501))
    expectRefusedKeeping(await get('v1.35.1', '3d'))
  } finally {
    release.put(KUBECTL, release.artifact(KUBECTL))
  }
})

test('entries that were logged again today make nothing younger, and nothing older', async () => {
  const late = new Date(lab.now.getTime() - HOUR)
  for (const version of ['v1.35.2', 'v1.36.0'])
    for (const path of [KUBECTL, SBOM_PATH]) {
      const { entry } = (lab.releases.get(version) as Release).artifact(path)
      lab.activeTree.logAgain(entry, late)
      // Nor does one that pretends to be old: it is of no time at which the certificate was valid.
      lab.nextTree.logAgain(entry, new Date(lab.now.getTime() - 300 * DAY))
    }
  expect((await get('v1.35.2', '3d')).code).toBe(0)
  expectRefusedKeeping(await get('v1.36.0', '3d'))
})

test('somebody else’s old entry about the same bytes makes nothing older', async () => {
  const { content } = (lab.releases.get('v1.36.0') as Release).artifact(KUBECTL)
  const signedAt = new Date(lab.now.getTime() - 90 * DAY)
  await signArtifact(content, { ...lab.signing, signedAt, identity: 'mallory@example.com' })
  await expectRefused(await get('v1.36.0', '3d'), 'RELEASE_TOO_NEW', 'was signed 5 hours ago')
})

test('a clock before the log’s time is refused, whatever age is asked for', async () => {
  await expectRefused(
    await get('v1.33.11', '1m'),
    'CLOCK_BEFORE_LOG_TIME',
    /machine's clock .* is before the log's/,
  )
  lab.channels.set('stable.txt', 'v1.33.11')
  await expectRefused(await get('stable', '1m'), 'CLOCK_BEFORE_LOG_TIME', 'the release v1.33.11')
})

test('a release that cannot be proven is not passed over', async () => {
  lab.cdn.override(`v1.36.0/${SBOM_PATH}.sig`, behaviours.status(404))
  const result = await get('stable', '3d')
  expect([result.code, result.outputs['version'], result.outputs['path']]).toEqual([3, 'v1.36.0', undefined])
})

test('plan tells the release that get would take', async () => {
  const result = await cli(
    'plan',
    'kubectl',
    '--version',
    'stable',
    '--minimum-age',
    '3d',
    '--os',
    'linux',
    '--arch',
    'amd64',
  )
  expect(result.stdout).toMatch(/^v1\.35\.2, from .*\n/)
  expect(result.stdout).toContain('note: v1.36.0 was passed over')
  expect(lab.cdn.requests.filter(({ url }) => url.endsWith('/kubectl'))).toEqual([])
})

test('an image that is too young is refused, and not handed on by its digest', async () => {
  const registry = await LabRegistry.start()
  try {
    for (const [name, age] of [
      ['kube-apiserver', HOUR],
      ['kube-proxy', 30 * DAY],
    ] as const) {
      const digest = await registry.pushImage(name, 'v1.36.0')
      const payload = toBytes(imagePayload(digest, undefined, name))
      const signedAt = new Date(lab.now.getTime() - age)
      await registry.pushSignatures(name, digest, [await signPayload(lab, payload, { signedAt })])
    }
    const ask = (artifacts: string): Promise<StepResult> =>
      get('v1.36.0', '3d', { artifacts, 'image-registry': registry.host })
    expect(JSON.parse((await ask('image:kube-proxy')).outputs['images'] ?? '')).toBeTruthy()
    const result = await ask('image:kube-proxy,image:kube-apiserver')
    expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 3, codes: ['RELEASE_TOO_NEW'] })
    expect(result.outputs['images']).toBeUndefined()
    expect(result.stdout).not.toContain('pinned')
  } finally {
    await registry.close()
  }
})

test('verify and checksums ask it, too', async () => {
  const { content, sidecars } = (lab.releases.get('v1.36.0') as Release).artifact(KUBECTL)
  const file = join(job.folder, 'kubectl')
  await writeFile(file, readAll(content))
  for (const [ending, bytes] of Object.entries(sidecars)) await writeFile(`${file}${ending}`, bytes)
  const refused = [
    ['verify', file],
    ['verify', file, '--version', 'v1.36.0', '--os', 'linux', '--arch', 'amd64'],
    ['checksums', '--version', 'v1.36.0'],
  ]
  for (const argv of refused) {
    const result = await cli(...argv, '--minimum-age', '3d')
    expect([argv, result.code]).toEqual([argv, 3])
    expect(result.stderr).toContain('error: RELEASE_TOO_NEW: ')
    expect((await cli(...argv, '--minimum-age', '1h')).code).toBe(0)
  }
})

test.each(['3', '0d', '-1d', '3 d', '1.5d', '3y', '800d', '1e3d', 'P3D', '99999999d'])(
  'minimum-age: %s is bad input, and nothing is asked',
  async (age) => {
    const result = await get('stable', age)
    expect([result.code, codesOf(result)]).toEqual([2, ['INPUT_INVALID']])
    expect(result.stdout).toContain('like 90m, 12h, 3d or 2w')
    expect(requestsOf(lab)).toEqual([])
  },
)

test('without an SBOM nothing tells the age of a release', async () => {
  const result = await get('stable', '3d', { 'release-binding': 'off' })
  expect([result.code, codesOf(result)]).toEqual([2, ['INPUT_CONFLICT']])
})
