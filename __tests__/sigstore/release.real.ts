// A release that cosign 2 signed with Sigstore's own servers, by the built action and command line.
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { RELEASE_PATHS, type RealRelease } from './stack/release.js'
import { type World, type WorldJob, startWorld, writeChannel } from './stack/world.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
/** What holds for every file of the release, the log's proof and its promise among them. */
const PROVEN = Object.fromEntries(
  [
    'signature',
    'certificate-chain',
    'signed-certificate-timestamp',
    'certificate-identity',
    'oidc-issuer',
    'log-entry-binding',
    'inclusion-proof',
    'checkpoint',
    'signed-entry-timestamp',
    'log-time-within-certificate',
  ].map((id) => [id, 'passed']),
)

let world: World
let release: RealRelease
let job: WorldJob

beforeReal(async () => {
  world = await startWorld()
  release = await world.publish('v1.35.2')
  await world.publish('v1.34.5', [KUBECTL])
  await writeChannel(world, 'stable', 'v1.35.2')
  await writeChannel(world, 'stable-1.34', 'v1.34.5')
})
afterReal(() => world.close())

describeReal('a release that cosign signed', () => {
  beforeEach(async () => {
    world.site.reset()
    job = await world.job()
  })

  const get = (...argv: string[]): ReturnType<World['cli']> =>
    world.cli(
      'get',
      ...world.flags,
      '--release-url',
      world.site.url,
      '--os',
      'linux',
      '--arch',
      'amd64',
      ...argv,
    )

  test('get: every check holds', async () => {
    const result = await job.step({ report: join(job.runner.folder, 'report') })
    expect({ code: result.code, text: result.code === 0 ? '' : result.stdout }).toEqual({ code: 0, text: '' })
    expect(result.outputs['outcome']).toBe('verified')
    const { artifacts } = JSON.parse(
      await readFile(join(job.runner.folder, 'report', 'report.json'), 'utf8'),
    ) as { artifacts: { verification: { checks: { id: string; status: string }[] } }[] }
    const checks = artifacts[0]?.verification.checks ?? []
    expect(Object.fromEntries(checks.map(({ id, status }) => [id, status]))).toMatchObject({
      ...PROVEN,
      'release-binding': 'passed',
    })
  })

  test('every artifact of the release, cross-checked with its papers', async () => {
    const result = await job.step({ artifacts: 'kubectl,node,server', 'cross-check': 'true' })
    // One of the group was never published.
    expect([result.code, result.outputs['outcome']]).toEqual([3, 'unverifiable'])
    expect(result.stdout).not.toMatch(/: rejected/)
  })

  test('a tarball is unpacked', async () => {
    const result = await job.step({ artifacts: 'kubernetes-client', extract: 'true' })
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'verified'])
    expect(await readdir(result.outputs['path'] ?? '', { recursive: true })).toContain(
      'kubernetes/client/bin/kubectl',
    )
  })

  test('cross-check: all papers say the same', async () => {
    const result = await job.step({ 'cross-check': 'true' })
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'verified'])
  })

  test('by the SBOM alone', async () => {
    const result = await job.step({ 'signature-source': 'release-sbom' })
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'verified'])
  })

  test.each([
    ['stable', 'v1.35.2'],
    ['stable-1.34', 'v1.34.5'],
    ['1.34', 'v1.34.5'],
  ])('channel %s', async (version, expected) => {
    const result = await job.step({ version })
    expect([result.code, result.outputs['outcome'], result.outputs['version']]).toEqual([
      0,
      'verified',
      expected,
    ])
  })

  test('an old release at the new one’s address is rejected, though its signature holds', async () => {
    const root = join(world.folder, 'rollback')
    await cp(world.root, root, { recursive: true })
    for (const ending of ['', '.sig', '.cert', '.sha256', '.sha512'])
      await cp(
        join(world.root, 'release/v1.34.5', KUBECTL + ending),
        join(root, 'release/v1.35.2', KUBECTL + ending),
      )
    const result = await job.step({ 'release-url': `file://${root}` })
    expect([result.code, result.outputs['outcome']]).toEqual([1, 'rejected'])
  })

  describe('verify', () => {
    test('a file with its sidecars beside it, and by digest with them', async () => {
      const folder = join(world.folder, 'beside')
      await mkdir(folder, { recursive: true })
      for (const ending of ['', '.sig', '.cert'])
        await cp(release.file(KUBECTL) + ending, join(folder, `kubectl${ending}`))
      const result = await world.json('verify', join(folder, 'kubectl'), ...world.flags)
      expect([result.code, result.outcome]).toEqual([0, 'verified'])
      expect(result.checks).toMatchObject(PROVEN)
      const sidecars = [
        '--signature',
        join(folder, 'kubectl.sig'),
        '--certificate',
        join(folder, 'kubectl.cert'),
      ]
      const digest = await world.json(
        'verify',
        `sha256:${release.sha256(KUBECTL)}`,
        ...sidecars,
        ...world.flags,
      )
      expect([digest.code, digest.outcome]).toEqual([0, 'verified'])
      await writeFile(join(folder, 'kubectl'), 'something else')
      const changed = await world.json('verify', join(folder, 'kubectl'), ...world.flags)
      expect([changed.code, changed.outcome]).toEqual([1, 'rejected'])
    })

    test('a lone file with remote sidecars, and by its release', async () => {
      const file = join(world.folder, 'lone-kubectl')
      await cp(release.file(KUBECTL), file)
      const url = `${world.site.url}/release/v1.35.2/${KUBECTL}`
      const remote = await world.json(
        'verify',
        file,
        '--signature',
        `${url}.sig`,
        '--certificate',
        `${url}.cert`,
        ...world.flags,
      )
      expect([remote.code, remote.outcome]).toEqual([0, 'verified'])
      const byRelease = await world.json(
        'verify',
        file,
        '--version',
        'v1.35.2',
        '--artifact',
        'kubectl',
        '--os',
        'linux',
        '--arch',
        'amd64',
        '--release-url',
        world.site.url,
        ...world.flags,
      )
      expect([byRelease.code, byRelease.outcome]).toEqual([0, 'verified'])
    })

    test('a lone file: the log’s search finds its evidence', async () => {
      const file = join(world.folder, 'alone')
      await cp(release.file(KUBECTL), file)
      const result = await world.json('verify', file, ...world.flags)
      expect([result.code, result.outcome]).toEqual([0, 'verified'])
    })
  })

  describe('entry', () => {
    test('by UUID, by leaf hash, by index and by digest it is the same entry', async () => {
      const step = await job.step()
      const uuid = step.outputs['log-entry-uuid'] ?? ''
      expect(uuid).toMatch(/^[0-9a-f]{80}$/)
      const logged = [
        uuid,
        uuid.slice(16),
        step.outputs['log-index'] ?? '',
        `sha256:${release.sha256(KUBECTL)}`,
      ]
      for (const name of logged) {
        const result = await world.cli('entry', name, ...world.flags, '--format', 'json')
        expect({
          name,
          code: result.code,
          text: result.code === 0 ? '' : result.stdout + result.stderr,
        }).toEqual({
          name,
          code: 0,
          text: '',
        })
        expect(result.stdout).toContain(uuid)
      }
    })

    test.each([
      ['a UUID that is not there', `${'0'.repeat(15)}1${'ab'.repeat(32)}`],
      ['a leaf that is not there', 'ab'.repeat(32)],
      ['an index beyond the end', '99999999'],
      ['a digest that nobody logged', `sha256:${'ab'.repeat(32)}`],
    ])('absent, never rejected: %s', async (_, name) => {
      const result = await world.cli('entry', name, ...world.flags, '--format', 'json')
      expect({ code: result.code, text: result.code === 3 ? '' : result.stdout + result.stderr }).toEqual({
        code: 3,
        text: '',
      })
    })
  })

  test('a cache hit asks nobody', async () => {
    const first = await job.step()
    expect(first.outputs['cache-hit']).toBe('false')
    world.site.reset()
    const hit = await job.step({ 'rekor-url': 'http://127.0.0.1:9' })
    expect([hit.code, hit.outputs['cache-hit']]).toEqual([0, 'true'])
    expect(world.site.requests).toEqual([])
  })

  test('lock, then frozen and offline from an export', async () => {
    const exported = join(world.folder, 'exported')
    const made = await world.cli(
      'export',
      '--output',
      exported,
      '--version',
      'v1.35.2',
      '--artifacts',
      'kubectl,kubeadm',
      '--os',
      'linux',
      '--arch',
      'amd64',
      '--release-url',
      world.site.url,
      ...world.flags,
    )
    expect({ code: made.code, text: made.code === 0 ? '' : made.stdout + made.stderr }).toEqual({
      code: 0,
      text: '',
    })
    const lock = join(exported, 'k8s-artifacts.lock.json')
    expect(JSON.parse(await readFile(lock, 'utf8'))).toBeTruthy()
    const offline = await job.step({
      artifacts: 'kubectl,kubeadm',
      offline: 'true',
      frozen: 'true',
      'lock-file': lock,
      'release-url': `file://${exported}`,
      'rekor-url': 'http://127.0.0.1:9',
    })
    expect({ code: offline.code, text: offline.code === 0 ? '' : offline.stdout }).toEqual({
      code: 0,
      text: '',
    })
    const ours = join(job.runner.folder, 'ours.lock.json')
    expect((await job.step({ 'lock-file': ours })).code).toBe(0)
    const frozen = await job.step({ 'lock-file': ours, frozen: 'true', 'rekor-url': 'http://127.0.0.1:9' })
    expect([frozen.code, frozen.outputs['outcome']]).toEqual([0, 'verified'])
  })

  describe('audit', () => {
    const audit = async (
      folder: string,
      ...argv: string[]
    ): Promise<{ code: number | null; outcomes: Map<string, string>; text: string }> => {
      const report = join(world.folder, folder)
      const { code, stdout, stderr } = await world.cli(
        'audit',
        '--version',
        'v1.35.2',
        '--artifacts',
        'all',
        '--os',
        'linux',
        '--arch',
        'amd64',
        '--release-url',
        world.site.url,
        '--report',
        report,
        '--report-formats',
        'json',
        '--fail-on',
        'never',
        ...world.flags,
        ...argv,
      )
      const written = JSON.parse(await readFile(join(report, 'report.json'), 'utf8').catch(() => '{}')) as {
        releases?: { artifacts: { path?: string; location?: string; name: string; outcome: string }[] }[]
      }
      const artifacts = written.releases?.flatMap((each) => each.artifacts) ?? []
      return {
        code,
        text: stdout + stderr,
        outcomes: new Map(
          artifacts.map(({ path, location, name, outcome }) => [path ?? location ?? name, outcome]),
        ),
      }
    }
    const published = RELEASE_PATHS.filter((path) => path.startsWith('bin/linux/amd64/'))

    test.each([
      ['digest', 'with the batch endpoint', []],
      ['full', 'with the batch endpoint', []],
      ['digest', 'without it', ['without']],
      ['full', 'without it', ['without']],
    ])('at depth %s, %s: what is there is verified, nothing is rejected', async (depth, _, without) => {
      if (without.length > 0) await world.stack.serveRekorWithout('searchLogQuery')
      try {
        const { code, outcomes, text } = await audit(`audit-${depth}-${without.length}`, '--depth', depth)
        expect({ code, text: code === 0 ? '' : text }).toEqual({ code: 0, text: '' })
        expect([...outcomes.values()].filter((outcome) => outcome === 'rejected')).toEqual([])
        const verified = [...outcomes].filter(([, outcome]) => outcome === 'verified').map(([path]) => path)
        expect(verified).toEqual(expect.arrayContaining(published))
      } finally {
        if (without.length > 0) await world.stack.serveRekorWithout()
      }
    })
  })

  test('the command line gets it as well, and a changed byte is rejected', async () => {
    const output = join(world.folder, 'output')
    const result = await get('--version', 'v1.35.2', '--artifacts', 'kubectl', '--output', output)
    expect({ code: result.code, text: result.code === 0 ? '' : result.stdout + result.stderr }).toEqual({
      code: 0,
      text: '',
    })
    expect(await readFile(join(output, 'kubectl'))).toEqual(await readFile(release.file(KUBECTL)))
    const root = join(world.folder, 'changed')
    await cp(world.root, root, { recursive: true })
    const bytes = await readFile(join(root, 'release/v1.35.2', KUBECTL))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(join(root, 'release/v1.35.2', KUBECTL), bytes)
    const changed = await world.cli(
      'get',
      ...world.flags,
      '--version',
      'v1.35.2',
      '--os',
      'linux',
      '--arch',
      'amd64',
      '--release-url',
      `file://${root}`,
      '--output',
      join(world.folder, 'output-changed'),
    )
    expect(changed.code).toBe(1)
  })
})
