// Releases that stand in the tool cache, taken in the place of newer ones that
// somebody would have to be asked for; by the built programs.
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SBOM_PATH } from '../../src/lab/release.js'
import { type Finished, type StepResult, runProgram } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, requestsOf, warningsOf, withJob } from '../support/job.js'
import { forbidNetwork } from '../support/no-network.js'

const OLDER = ['v1.35.0', 'v1.35.1', 'v1.35.2'] as const
const NEWEST = 'v1.35.3'

const { lab, job } = await withJob(async (started) => {
  const first = await started.publish({ version: NEWEST })
  for (const version of [...OLDER, 'v1.34.7', 'v1.36.0-rc.0'] as const) await started.publish({ version })
  started.channels.set('stable.txt', NEWEST)
  started.channels.set('stable-1.35.txt', NEWEST)
  started.channels.set('stable-1.34.txt', 'v1.34.7')
  return first
})

const step = (inputs: Inputs): Promise<StepResult> => job.step({ version: '1.35', ...inputs })
const prefer = (inputs: Inputs = {}): Promise<StepResult> => step({ 'prefer-cached': 'true', ...inputs })
/** With nobody there to be asked. */
const preferAlone = async (inputs: Inputs = {}): Promise<StepResult> =>
  job.step({ version: '1.35', 'prefer-cached': 'true', ...inputs }, await forbidNetwork(job.folder))
const folderOf = (version: string, name = 'kubectl', platform = 'linux-amd64'): string =>
  join(job.runner.toolCache, name, version.slice(1), platform)

async function fill(versions: readonly string[], inputs: Inputs = {}): Promise<void> {
  expect((await step({ version: versions.join(','), ...inputs })).code).toBe(0)
  lab.reset()
}

async function spoil(version: string): Promise<void> {
  const file = join(folderOf(version), 'kubectl')
  await chmod(file, 0o755)
  await writeFile(file, 'evil')
}

const versionOf = ({ code, stderr, outputs }: StepResult): unknown => ({
  code,
  stderr,
  version: outputs['version'],
  hit: outputs['cache-hit'],
})
const isTaken = (version: string): unknown => ({ code: 0, stderr: '', version, hit: 'true' })

describe('with two releases in the tool cache', () => {
  beforeEach(() => fill(['v1.35.1', 'v1.35.2']))

  test.each(['1.35', '1.35.x', 'stable', 'stable-1.35', '>=1.34 <1.36', '~1.35.0', '<1.35.9'])(
    '%s is the newer of them, and nobody is asked',
    async (version) => {
      const result = await preferAlone({ version })
      expect(versionOf(result)).toEqual(isTaken('v1.35.2'))
      const spec = version === '1.35' || version === '1.35.x' ? 'stable-1.35' : version
      expect(result.stdout).toContain(
        `::notice::${spec} is v1.35.2, the newest that the tool cache proves: nobody was asked for a newer one`,
      )
      expect(warningsOf(result)).toEqual([])
      expect(result.path).toEqual([folderOf('v1.35.2')])
    },
  )

  test('a range that ends before takes the older one', async () => {
    expect(versionOf(await preferAlone({ version: '>=1.35.0 <1.35.2' }))).toEqual(isTaken('v1.35.1'))
  })

  test('an exact version that stands there is proven without a request, and nothing is said of newer ones', async () => {
    const result = await preferAlone({ version: 'v1.35.1' })
    expect(versionOf(result)).toEqual(isTaken('v1.35.1'))
    expect(result.stdout).not.toContain('nobody was asked')
  })

  test('without the input the channel is asked', async () => {
    expect((await step({})).outputs['version']).toBe(NEWEST)
    expect(requestsOf(lab).map(({ url }) => url)).toContain('/release/stable-1.35.txt')
  })

  test('what does not hold is passed over, with the reason', async () => {
    await spoil('v1.35.2')
    const result = await preferAlone()
    expect(versionOf(result)).toEqual(isTaken('v1.35.1'))
    const [warning, ...others] = warningsOf(result)
    expect(warning).toMatch(/^::warning::the cached kubectl v1\.35\.2 fails digest and is not used: /)
    expect(others).toEqual([])
  })

  test('a release whose SBOM is not there is none', async () => {
    await rm(join(folderOf('v1.35.2', 'release-sbom', 'any'), SBOM_PATH), { force: true })
    expect(versionOf(await preferAlone())).toEqual(isTaken('v1.35.1'))
    // Unless nothing needs it.
    await rm(join(folderOf('v1.35.1', 'release-sbom', 'any'), SBOM_PATH), { force: true })
    expect(versionOf(await preferAlone({ 'release-binding': 'off' }))).toEqual(isTaken('v1.35.2'))
  })

  test('every artifact has to be there', async () => {
    await fill(['v1.35.1'], { artifacts: 'kubeadm' })
    const result = await preferAlone({ artifacts: 'kubectl,kubeadm' })
    expect(versionOf(result)).toEqual(isTaken('v1.35.1'))
  })

  test('where there is none, it is asked for as usual', async () => {
    for (const inputs of [{ artifacts: 'kubeadm' }, { arch: 'arm64' }, { version: '>=1.35.3 <1.36' }]) {
      const result = await prefer(inputs)
      expect(result.outputs).toMatchObject({ version: NEWEST, 'cache-hit': 'false' })
      expect(result.stdout).not.toContain('nobody was asked')
    }
  })

  test('of several versions, those are asked for that are not there, and no others', async () => {
    const result = await prefer({ version: '1.35,1.34' })
    expect(result.outputs).toMatchObject({ version: 'v1.35.2,v1.34.7', 'cache-hit': 'false' })
    expect(result.stdout).toContain('stable-1.35 is v1.35.2, the newest that the tool cache proves')
    expect(
      requestsOf(lab)
        .map(({ url }) => url)
        .filter((url) => url.includes('1.35')),
    ).toEqual([])
    expect(versionOf(await preferAlone({ version: '1.35,1.34' }))).toEqual(isTaken('v1.35.2,v1.34.7'))
  })

  test('another digest than the pinned one is not taken', async () => {
    const pin = '0'.repeat(64)
    const result = await prefer({ 'expected-sha256': pin })
    expect(result.code).toBe(1)
    expect(codesOf(result)).toEqual(['DIGEST_MISMATCH'])
  })

  test('offline takes what is there by itself', async () => {
    for (const version of ['1.35', 'stable', '>=1.34 <1.36']) {
      const result = await preferAlone({ version, 'prefer-cached': 'false', offline: 'true' })
      expect(versionOf(result)).toEqual(isTaken('v1.35.2'))
      expect(result.stdout).toContain('nobody was asked for a newer one')
    }
    const missing = await preferAlone({ version: '1.34', offline: 'true' })
    expect(codesOf(missing)).toEqual(['OFFLINE_MISS'])
  })

  test('the root that was built in stands for auto, and proves nothing of the lab', async () => {
    // What the attempt finds wrong is nobody's fault, and it is asked for.
    await prefer({ 'trusted-root': 'auto', 'tuf-url': 'http://127.0.0.1:9', patience: '0' })
    expect(requestsOf(lab)).not.toEqual([])
    const alone = await preferAlone({ 'trusted-root': 'auto', offline: 'true' })
    expect(alone.stderr).toBe('')
  })

  describe('and a lock file', () => {
    const lockFile = (): string => join(job.folder, 'k8s.lock.json')
    /** As if the channel had named it, once. */
    const lock = async (version: string): Promise<string> => {
      lab.channels.set('stable-1.35.txt', version)
      expect((await step({ 'lock-file': lockFile() })).outputs['version']).toBe(version)
      lab.channels.set('stable-1.35.txt', NEWEST)
      lab.reset()
      return readFile(lockFile(), 'utf8')
    }

    test('what it names comes before what is newer', async () => {
      const text = await lock('v1.35.1')
      const result = await preferAlone({ 'lock-file': lockFile() })
      expect(versionOf(result)).toEqual(isTaken('v1.35.1'))
      expect(result.stdout).toContain(
        '::notice::stable-1.35 is v1.35.1, as the lock file says: nobody was asked',
      )
      expect(await readFile(lockFile(), 'utf8')).toBe(text)
    })

    test('frozen, too', async () => {
      await lock('v1.35.1')
      const result = await preferAlone({ 'lock-file': lockFile(), frozen: 'true' })
      expect(versionOf(result)).toEqual(isTaken('v1.35.1'))
    })

    test('what it names and is not there is no reason to take something else', async () => {
      await lock('v1.35.2')
      await rm(folderOf('v1.35.2'), { recursive: true })
      const result = await prefer({ 'lock-file': lockFile() })
      expect(result.outputs).toMatchObject({ version: NEWEST, 'cache-hit': 'false' })
    })

    test('a new one is written of what was taken', async () => {
      const result = await preferAlone({ 'lock-file': lockFile() })
      expect(versionOf(result)).toEqual(isTaken('v1.35.2'))
      expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({
        request: { versions: { 'stable-1.35': ['v1.35.2'] } },
      })
    })
  })

  describe('by the command line', () => {
    const cli = async (command: string, ...argv: string[]): Promise<Finished> =>
      runProgram(
        join(DIST, 'cli.js'),
        [command, '--version', '1.35', '--os', 'linux', '--arch', 'amd64', ...argv],
        { ...(await forbidNetwork(job.folder)), RUNNER_TOOL_CACHE: job.runner.toolCache },
      )

    test('a plan says the same', async () => {
      const { code, stdout, stderr } = await cli('plan', '--prefer-cached', '--trusted-root', job.trustedRoot)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('v1.35.2')
      expect(stdout).toContain('note: stable-1.35 is v1.35.2, the newest that the tool cache proves')
    })

    test.each(['--prefer-cached', '--offline'])(
      '%s: it is copied from there, and stays there',
      async (flag) => {
        const output = join(job.folder, 'out')
        const argv = [flag, '--trusted-root', job.trustedRoot, '--output', output]
        const { code, stderr } = await cli('get', ...argv)
        expect(code).toBe(0)
        expect(stderr).toContain('note: stable-1.35 is v1.35.2')
        const placed = await readFile(join(output, 'kubectl'))
        expect(placed).toEqual(await readFile(join(folderOf('v1.35.2'), 'kubectl')))
      },
    )
  })
})

test('five releases are tried, and no more', async () => {
  const versions = ['v1.35.4', 'v1.35.5', 'v1.35.6', ...OLDER] as const
  for (const version of versions.slice(0, 3)) await lab.publish({ version })
  await fill(versions)
  for (const version of ['v1.35.6', 'v1.35.5', 'v1.35.4', 'v1.35.2']) await spoil(version)
  expect(versionOf(await preferAlone())).toEqual(isTaken('v1.35.1'))
  await fill(versions)
  for (const version of ['v1.35.6', 'v1.35.5', 'v1.35.4', 'v1.35.2', 'v1.35.1']) await spoil(version)
  const result = await prefer()
  expect(result.outputs).toMatchObject({ version: NEWEST, 'cache-hit': 'false' })
})

test.each(['stable', '>=1.35', '>=1.36.0-0'])(
  'a pre-release is nobody’s stable release: %s',
  async (version) => {
    await fill(['v1.36.0-rc.0'])
    const missing = await preferAlone({ version, offline: 'true' })
    expect(codesOf(missing)).toEqual(['OFFLINE_MISS'])
  },
)

test.each<[Inputs, string]>([
  [{ version: 'latest' }, 'prefer-cached: takes what stands in the tool cache'],
  [{ version: 'latest-1.36' }, 'prefer-cached: takes what stands in the tool cache'],
  [{ version: 'supported' }, 'prefer-cached: takes what stands in the tool cache'],
  [{ version: '1.35,latest' }, 'prefer-cached: takes what stands in the tool cache'],
  [{ 'cross-check': 'true' }, 'cross-check: asks for papers that no cache holds'],
  [{ 'cross-check': 'required' }, 'cross-check: asks for papers that no cache holds'],
  [{ 'trusted-root': 'tuf' }, 'trusted-root: tuf asks for a newer one each time'],
  [{ artifacts: 'kubectl,image:kube-apiserver' }, 'artifacts: images are looked up in their registry'],
])('in conflict: %j', async (inputs, message) => {
  const result = await preferAlone(inputs)
  expect({ code: result.code, codes: codesOf(result), stderr: result.stderr }).toEqual({
    code: 2,
    codes: ['INPUT_CONFLICT'],
    stderr: '',
  })
  expect(result.stdout).toContain(message)
})

test('in conflict, too, with what a version-file says', async () => {
  const path = join(job.folder, 'version')
  await writeFile(path, 'latest-1.36\n')
  const result = await prefer({ version: '', 'version-file': path })
  expect(result.code).toBe(2)
  await writeFile(path, '1.35.2\n')
  await fill(['v1.35.2'])
  expect(versionOf(await preferAlone({ version: '', 'version-file': path }))).toEqual(isTaken('v1.35.2'))
})
