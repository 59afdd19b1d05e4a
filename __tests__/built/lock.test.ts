// The lock file, by the built action: written, kept stable, frozen, and as suspect as anything in a repository.
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleV2 } from '../../src/lab/bundles.js'
import { readAll } from '../../src/lab/content.js'
import { type Release, SBOM_PATH } from '../../src/lab/release.js'
import { type StepResult, runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, requestsOf, withJob, warningsOf } from '../support/job.js'
import { type JsonPath, changeAt, leavesOf, nodesOf, removeAt, valueAt } from '../support/json.js'

const KUBECTL = 'bin/linux/amd64/kubectl'

interface Entry {
  version: string
  path: string
  digest: string
  logIndex?: number
  bundle?: object
}
interface LockJson {
  lockfileVersion: number
  request: { versions: Record<string, string[]>; artifacts: string[]; platforms: string[] }
  artifacts: Entry[]
}

const { lab, release, job } = await withJob(async (started) => {
  const first = await started.publish({ version: 'v1.35.2' })
  await started.publish({ version: 'v1.35.1' })
  return first
})
let path: string

beforeEach(() => {
  path = join(job.folder, 'repository', 'k8s-artifacts.lock.json')
})
afterEach(() => {
  lab.channels.set('stable.txt', 'v1.35.2')
})

const step = (inputs: Inputs = {}): Promise<StepResult> => job.step({ 'lock-file': path, ...inputs })
const frozen = (inputs: Inputs = {}): Promise<StepResult> => step({ frozen: 'true', ...inputs })
const readLock = async (): Promise<LockJson> => JSON.parse(await readFile(path, 'utf8')) as LockJson
const writeLock = (lock: unknown): Promise<void> => writeFile(path, JSON.stringify(lock))
const forget = async (): Promise<void> => {
  await rm(job.runner.toolCache, { recursive: true })
  await mkdir(job.runner.toolCache)
}

async function expectNothing(result: StepResult, code: number, ...codes: string[]): Promise<void> {
  expect({ code: result.code, codes: codesOf(result) }).toEqual({ code, codes })
  expect(result.outputs['path']).toBeUndefined()
  expect(result.path).toEqual([])
  expect((await job.runner.leftovers()).filter((name) => !name.endsWith('.complete'))).toEqual([])
}

test('written once all is verified: the request, what it came to, and the proof', async () => {
  expect((await step({ version: 'stable', artifacts: 'kubectl,kubeadm' })).code).toBe(0)
  const lock = await readLock()
  expect(lock.lockfileVersion).toBe(1)
  expect(lock.request).toEqual({
    versions: { stable: ['v1.35.2'] },
    artifacts: ['kubeadm', 'kubectl'],
    platforms: ['linux/amd64'],
  })
  expect(lock.artifacts.map((entry) => entry.path)).toEqual(['bin/linux/amd64/kubeadm', KUBECTL, SBOM_PATH])
  expect(lock.artifacts[1]).toMatchObject({
    version: 'v1.35.2',
    platform: 'linux/amd64',
    digest: `sha256:${release.artifact(KUBECTL).sha256}`,
    signer: {
      certificateIdentity: 'krel-staging@k8s-releng-prod.iam.gserviceaccount.com',
      oidcIssuer: 'https://accounts.google.com',
    },
    logIndex: lab.log.answer(release.artifact(KUBECTL).entry).logIndex,
    bundle: { mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json' },
  })
  // Nothing else in its folder.
  expect(await readdir(join(path, '..'))).toEqual(['k8s-artifacts.lock.json'])
})

test('stable: a second run, although the log has grown, changes no byte and asks the log for nothing', async () => {
  await step()
  const before = await readFile(path, 'utf8')
  const { mtimeMs } = await stat(path)
  await lab.publish({ version: 'v1.35.3' })
  await forget()
  lab.reset()
  expect((await step()).code).toBe(0)
  expect(lab.rekor.requests).toEqual([])
  expect(await readFile(path, 'utf8')).toBe(before)
  expect((await stat(path)).mtimeMs).toBe(mtimeMs)
})

test('not written when something is not verified', async () => {
  lab.cdn.override('kubectl.sig', behaviours.status(404))
  expect((await step()).code).toBe(3)
  await expect(stat(path)).rejects.toThrow('ENOENT')
})

test('frozen: resolves nothing, asks no log and no sidecar; the bytes may come from anywhere', async () => {
  await step({ version: 'stable' })
  lab.channels.set('stable.txt', 'v1.35.1')
  await forget()
  lab.reset()
  const result = await frozen({ version: 'stable' })
  expect(result.code).toBe(0)
  expect(result.outputs).toMatchObject({ outcome: 'verified', version: 'v1.35.2', 'cache-hit': 'false' })
  expect(result.stdout).toContain('the lock file')
  expect(lab.rekor.requests).toEqual([])
  expect(lab.cdn.requests.map(({ url }) => url).sort()).toEqual([
    `/release/v1.35.2/${KUBECTL}`,
    `/release/v1.35.2/${SBOM_PATH}`,
  ])
})

test('frozen and offline, from a cache whose bundles are gone: the lock file has the proof', async () => {
  await step()
  const folder = join(job.runner.toolCache, 'kubectl', '1.35.2', 'linux-amd64')
  await rm(join(folder, 'kubectl.sigstore.json'))
  expect(codesOf(await frozen({ offline: 'true' }))).toEqual(['OFFLINE_MISS'])
  await step()
  lab.reset()
  expect((await frozen({ offline: 'true' })).outputs).toMatchObject({
    outcome: 'verified',
    'cache-hit': 'true',
  })
  expect(requestsOf(lab)).toEqual([])
})

test('frozen, with the release’s SBOM as the proof', async () => {
  await step({ 'signature-source': 'release-sbom' })
  expect((await readLock()).artifacts[0]).toEqual({
    version: 'v1.35.2',
    path: KUBECTL,
    platform: 'linux/amd64',
    digest: `sha256:${release.artifact(KUBECTL).sha256}`,
    signatureSource: 'release-sbom',
  })
  await forget()
  expect((await frozen({ 'signature-source': 'release-sbom' })).code).toBe(0)
  // By its own signature it was never proven.
  expect(codesOf(await frozen())).toEqual(['LOCK_INCOMPLETE'])
})

describe('a digest that moved while the version stood still', () => {
  const evil = Buffer.from('evil')
  beforeEach(async () => {
    await step()
    await forget()
  })

  test('frozen: bytes that are not the locked ones', async () => {
    lab.cdn.override(KUBECTL, behaviours.body(evil))
    await expectNothing(await frozen(), 1, 'LOCK_DIGEST_MOVED')
  })

  test('published anew, validly signed by the right signer: an alarm, and the lock file stays', async () => {
    const before = await readFile(path, 'utf8')
    const contents = { [KUBECTL]: Buffer.from('another kubectl, validly signed') }
    const original = release
    try {
      await lab.publish({ version: 'v1.35.2', contents })
      await expectNothing(await step(), 1, 'LOCK_DIGEST_MOVED')
      expect(await readFile(path, 'utf8')).toBe(before)
    } finally {
      ;(lab.releases as Map<string, Release>).set('v1.35.2', original)
    }
  })
})

describe('a channel that goes back', () => {
  test('is an alarm, and the lock file stays', async () => {
    await step({ version: 'stable' })
    const before = await readFile(path, 'utf8')
    lab.channels.set('stable.txt', 'v1.35.1')
    const result = await step({ version: 'stable' })
    expect({ code: result.code, codes: codesOf(result) }).toEqual({
      code: 1,
      codes: ['LOCK_VERSION_BACKWARDS'],
    })
    expect(await readFile(path, 'utf8')).toBe(before)
    // Named, it is the user's will.
    expect((await step({ version: 'v1.35.1' })).code).toBe(0)
    expect((await readLock()).request.versions).toEqual({ 'v1.35.1': ['v1.35.1'] })
  })

  test('forward it goes, and the lock file with it', async () => {
    lab.channels.set('stable.txt', 'v1.35.1')
    await step({ version: 'stable' })
    lab.channels.set('stable.txt', 'v1.35.2')
    expect((await step({ version: 'stable' })).code).toBe(0)
    expect((await readLock()).request.versions).toEqual({ stable: ['v1.35.2'] })
  })
})

describe('what the lock file does not cover is refused, frozen', () => {
  test.each<[string, Inputs, string]>([
    ['another version', { version: 'v1.35.1' }, 'the version v1.35.1'],
    ['another channel', { version: 'stable' }, 'the version stable'],
    ['another artifact', { artifacts: 'kubectl,kubeadm' }, 'the artifact kubeadm'],
    ['another platform', { arch: 'amd64,arm64' }, 'v1.35.2/bin/linux/arm64/kubectl'],
  ])('%s', async (_, inputs, missing) => {
    await step()
    await forget()
    lab.reset()
    const result = await frozen(inputs)
    await expectNothing(result, 2, 'LOCK_INCOMPLETE')
    expect(result.stdout).toContain(missing)
    expect(requestsOf(lab)).toEqual([])
  })

  test('no lock file at all, and none named', async () => {
    await expectNothing(await frozen(), 2, 'LOCK_MISSING')
    await expectNothing(await frozen({ 'lock-file': '' }), 2, 'INPUT_REQUIRED')
  })

  test('a folder in its place', async () => {
    await mkdir(path, { recursive: true })
    await expectNothing(await frozen(), 2, 'LOCK_MISSING')
  })
})

describe('a lock file that is none: refused with the JSON path', () => {
  const withEntry = (change: object) => (lock: LockJson) => ({
    ...lock,
    artifacts: [{ ...lock.artifacts[0], ...change }, ...lock.artifacts.slice(1)],
  })
  test.each<[string, (lock: LockJson) => unknown, string]>([
    ['not JSON', () => undefined, 'is not JSON'],
    ['a list', () => [], 'lockfileVersion'],
    ['another version', (lock) => ({ ...lock, lockfileVersion: 2 }), 'lockfileVersion: is not 1'],
    ['a field too many', (lock) => ({ ...lock, evil: true }), 'evil'],
    ['no digest', withEntry({ digest: 'sha256:xyz' }), 'artifacts.0.digest'],
    ['a path that is none', withEntry({ path: 7 }), 'artifacts.0.path'],
    ['a negative index', withEntry({ logIndex: -1 }), 'artifacts.0.logIndex'],
    [
      'an entry twice',
      (lock) => ({ ...lock, artifacts: [...lock.artifacts, lock.artifacts[0]] }),
      'artifacts.2',
    ],
    [
      'a release that is none',
      (lock) => ({ ...lock, request: { ...lock.request, versions: { 'v1.35.2': ['../..'] } } }),
      'request.versions.v1.35.2.0',
    ],
  ])('%s', async (_, change, text) => {
    await step()
    await forget()
    const changed = change(await readLock())
    if (changed === undefined) await writeFile(path, '<html>')
    else await writeLock(changed)
    for (const result of [await frozen(), await step()]) {
      await expectNothing(result, 2, 'LOCK_MALFORMED')
      expect(result.stdout).toContain(text)
    }
  })

  test('too large', async () => {
    await step()
    await forget()
    await writeFile(path, Buffer.alloc(33 * 1024 * 1024, ' '))
    await expectNothing(await frozen(), 2, 'LOCK_MISSING')
  })
})

test('each field of the lock file, changed, is refused, frozen', async () => {
  await step()
  await forget()
  const genuine = await readLock()
  // The middle of an envelope is the signer's name beside the signature, which is not signed, and not compared.
  const leaves = leavesOf(genuine).filter((leaf) => leaf.at(-1) !== 'envelope')
  expect(leaves.length).toBeGreaterThan(50)
  const accepted: JsonPath[] = []
  for (const leaf of leaves) {
    await writeLock(changeAt(genuine, leaf))
    const result = await frozen()
    if (result.code === 0) accepted.push(leaf)
    else await expectNothing(result, result.code ?? 0, ...codesOf(result))
    expect([1, 2, 3]).toContain(result.code)
  }
  expect(accepted).toEqual([])
}, 120_000)

test('each field of the lock file, taken away, is refused, frozen', async () => {
  await step()
  await forget()
  const genuine = await readLock()
  const accepted: string[] = []
  for (const place of [...leavesOf(genuine), ...nodesOf(genuine)]) {
    // The SBOM's own proof has the same fields as the first artifact's.
    if (place.length === 0 || (place[0] === 'artifacts' && Number(place[1] ?? 0) > 0)) continue
    await writeLock(removeAt(genuine, place))
    const result = await frozen()
    if (result.code !== 0) await expectNothing(result, result.code ?? 0, ...codesOf(result))
    else {
      accepted.push(place.join('.'))
      await forget()
    }
  }
  // Which is empty, and says nothing.
  expect(accepted).toEqual(['artifacts.0.bundle.verificationMaterial.timestampVerificationData'])
}, 120_000)

test('a field too many, anywhere in the lock file, is refused with its path, frozen or not', async () => {
  await step()
  await forget()
  const genuine = await readLock()
  // Any text is a version that somebody may have asked for.
  const objects = nodesOf(genuine).filter(
    (place) => !Array.isArray(valueAt(genuine, place)) && place.join('.') !== 'request.versions',
  )
  expect(objects.length).toBeGreaterThan(20)
  for (const [index, place] of objects.entries()) {
    await writeLock(changeAt(genuine, place, (node) => ({ ...(node as object), evil: [] })))
    const result = await (index % 2 === 0 ? frozen() : step())
    await expectNothing(result, 2, 'LOCK_MALFORMED')
    expect(result.stdout).toContain([...place, 'evil'].join('.'))
  }
}, 120_000)

test('the proofs of two artifacts, exchanged, are refused, frozen', async () => {
  await step({ artifacts: 'kubectl,kubeadm' })
  await forget()
  const { artifacts, ...rest } = await readLock()
  const [kubeadm, kubectl, sbom] = artifacts as [Entry, Entry, Entry]
  const exchanged = [
    [{ ...kubeadm, bundle: kubectl.bundle }, { ...kubectl, bundle: kubeadm.bundle }, sbom],
    [{ ...kubectl, path: kubeadm.path }, { ...kubeadm, path: kubectl.path }, sbom],
  ]
  for (const list of exchanged) {
    await writeLock({ ...rest, artifacts: list })
    const result = await frozen({ artifacts: 'kubectl,kubeadm' })
    expect({ code: result.code, path: result.path }).toEqual({ code: 1, path: [] })
    expect(new Set(codesOf(result))).toEqual(
      new Set([list === exchanged[0] ? 'LOCK_ENTRY_MISMATCH' : 'LOCK_DIGEST_MOVED']),
    )
  }
})

test('not frozen, a proof in the lock file that does not stand is looked up anew, with a warning', async () => {
  await step()
  const before = await readLock()
  const leaf = leavesOf(before).find((keys) => keys.includes('signedEntryTimestamp')) ?? []
  await writeLock(changeAt(before, leaf))
  await forget()
  const result = await step()
  expect(result.code).toBe(0)
  expect(warningsOf(result)).toEqual([
    expect.stringContaining(
      "the lock file's proof of kubectl v1.35.2 fails signed-entry-timestamp and is replaced",
    ),
  ])
  await forget()
  expect((await frozen()).code).toBe(0)
})

test('a proof in the lock file that does not stand is not held against the cache', async () => {
  await step()
  const before = await readFile(path, 'utf8')
  const lock = JSON.parse(before) as LockJson
  const leaf = leavesOf(lock).find((keys) => keys.includes('signedEntryTimestamp')) ?? []
  const breakLock = (): Promise<void> => writeLock(changeAt(lock, leaf))
  await breakLock()
  lab.reset()
  const result = await step()
  expect(result.outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'true' })
  expect(warningsOf(result)).toEqual([
    expect.stringContaining("the lock file's proof of kubectl v1.35.2 fails signed-entry-timestamp"),
  ])
  expect(requestsOf(lab)).toEqual([])
  expect(await readFile(path, 'utf8')).toBe(before)
  // Frozen, the lock file has the last word; and once it is restored, the cache still has the file.
  await breakLock()
  const refused = await frozen({ offline: 'true' })
  expect([refused.code === 0, refused.outputs['path']]).toEqual([false, undefined])
  await writeFile(path, before)
  expect((await frozen({ offline: 'true' })).outputs['cache-hit']).toBe('true')
})

test('the command line verifies a file at hand by the lock file, offline', async () => {
  const placed = (await step()).outputs['path'] ?? ''
  const verify = (file: string) =>
    runProgram(join(DIST, 'cli.js'), [
      'verify',
      file,
      ...['--lock-file', path, '--offline', '--trusted-root', job.trustedRoot],
    ])
  const { code, stdout } = await verify(placed)
  expect([code, stdout.endsWith('verified\n')]).toEqual([0, true])
  await writeFile(join(job.runner.folder, 'other'), 'evil')
  const other = await verify(join(job.runner.folder, 'other'))
  expect([other.code, /error: (\w+)/.exec(other.stderr)?.[1]]).toEqual([2, 'LOCK_INCOMPLETE'])
})

describe('a bundle beside the artifact', () => {
  const bundlePath = `/release/v1.35.2/${KUBECTL}.sigstore.json`

  test.each([
    ['of Rekor v2 with a timestamp authority', {}],
    ['by a P-384 key', { curve: 'P-384' as const }],
  ])('%s goes before the sidecars, and is kept, locked and found again', async (_, options) => {
    const bundle = await bundleV2(lab, readAll(release.artifact(KUBECTL).content), options)
    lab.cdn.override(bundlePath, behaviours.body(JSON.stringify(bundle)))
    const result = await step()
    expect(result.code).toBe(0)
    expect(lab.rekor.requests).toHaveLength(1) // for the SBOM
    expect(result.stdout).toContain('✓ signed-timestamp: passed')
    expect(result.stdout).toContain('– signed-entry-timestamp: not run, not required')
    expect(JSON.parse(await readFile(result.outputs['bundle'] ?? '', 'utf8'))).toMatchObject(bundle)
    expect((await readLock()).artifacts[0]?.bundle).toMatchObject(bundle)
    lab.reset()
    expect((await step()).outputs['cache-hit']).toBe('true')
    expect((await frozen({ offline: 'true' })).outputs['cache-hit']).toBe('true')
    expect(requestsOf(lab)).toEqual([])
  })

  test('each field of it, changed, is refused, where nothing else proves the artifact', async () => {
    const bundle = await bundleV2(lab, readAll(release.artifact(KUBECTL).content))
    for (const ending of ['.sig', '.cert']) lab.cdn.override(`${KUBECTL}${ending}`, behaviours.status(404))
    for (const leaf of leavesOf(bundle).filter((each) => each.at(-1) !== 'envelope')) {
      lab.cdn.override(bundlePath, behaviours.body(JSON.stringify(changeAt(bundle, leaf))))
      const result = await job.step({ patience: '0' })
      expect([leaf, result.code === 1 || result.code === 3, result.outputs['path']]).toEqual([
        leaf,
        true,
        undefined,
      ])
    }
  })

  test.each([403, 404, 500])('that answers %i is none', async (status) => {
    lab.cdn.override(bundlePath, behaviours.status(status))
    expect((await step()).code).toBe(0)
  })
})
