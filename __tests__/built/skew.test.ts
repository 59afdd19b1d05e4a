// A version that fits the cluster, by the built command line: `version: skew:…`, `skew-of`, and `verify --skew-of`.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAll } from '../../src/lab/content.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'
import { codesOf, requestsOf, withJob } from '../support/job.js'

const VERSIONS = ['v1.36.1', 'v1.35.3', 'v1.34.7', 'v1.33.11', 'v1.32.15', 'v1.31.14']
const KUBELET = 'bin/linux/amd64/kubelet'
const KUBECTL = 'bin/linux/amd64/kubectl'

const { lab, job } = await withJob(async (started) => {
  await started.publish({ version: 'v1.34.7', paths: [KUBELET, KUBECTL] })
  return started.publish({ version: 'v1.35.3', paths: [KUBELET, KUBECTL] })
})

beforeEach(() => {
  lab.channels.set('stable.txt', 'v1.36.1')
  for (const version of VERSIONS)
    lab.channels.set(`stable-${version.slice(1).split('.').slice(0, 2).join('.')}.txt`, version)
})

const cli = (...argv: string[]): Promise<Finished> =>
  runProgram(join(DIST, 'cli.js'), [...argv, ...job.flags])
const platform = ['--os', 'linux', '--arch', 'amd64']
const plan = (names: string, ...flags: string[]): Promise<Finished> =>
  cli('plan', ...names.split(' '), ...platform, ...flags)
async function write(content: unknown): Promise<string> {
  const path = join(job.folder, 'cluster.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test.each([
  ['kubectl', 'v1.34.3', 'v1.35.3'],
  ['kubeadm', 'v1.34.3', 'v1.35.3'],
  ['kubelet', 'v1.34.3', 'v1.34.7'],
  ['kubectl kubeadm', 'v1.34.3', 'v1.35.3'],
  // The newest stable release is no further than that.
  ['kubectl', 'v1.36.0', 'v1.36.1'],
  ['kubelet', 'v1.34.3/v1.33.9', 'v1.33.11'],
  ['kubectl', 'v1.34.3/v1.33.9', 'v1.34.7'],
  ['kubelet', 'v1.34.3+k3s1', 'v1.34.7'],
  ['kubelet', 'v1.34.3-eks-1a2b3c4', 'v1.34.7'],
  ['kubelet', 'v1.34.3-gke.100', 'v1.34.7'],
  ['kubelet', '1.34+', 'v1.34.7'],
])('%s beside %s is %s', async (names, servers, version) => {
  const result = await plan(names, '--version', `skew:${servers}`)
  expect([result.code, result.stdout.split(',')[0]]).toEqual([0, version])
  expect(result.stdout).toContain('from input: beside API servers of 1.3')
})

test.each<[string, string, Record<string, string>]>([
  [
    'kubectl kubelet kubeadm kube-proxy',
    'v1.34.3',
    { kubectl: 'v1.35.3', kubeadm: 'v1.35.3', kubelet: 'v1.34.7', 'kube-proxy': 'v1.34.7' },
  ],
  [
    'kubectl kubelet kubeadm',
    'v1.34.3/v1.33.9',
    { kubectl: 'v1.34.7', kubeadm: 'v1.34.7', kubelet: 'v1.33.11' },
  ],
  // The newest stable release is what they all may be.
  ['kubectl kubelet', 'v1.36.0', { kubectl: 'v1.36.1', kubelet: 'v1.36.1' }],
  // The images of a component go by its rule.
  ['kubectl image:kube-proxy', 'v1.34.3', { kubectl: 'v1.35.3' }],
])('%s beside %s are each the newest by its own rule', async (names, servers, expected) => {
  const result = await plan(names, '--version', `skew:${servers}`, '--format', 'json')
  const { releases } = JSON.parse(result.stdout) as {
    releases: { version: string; artifacts: { name: string }[]; images?: string[] }[]
  }
  const planned = releases.flatMap(({ version, artifacts }) => artifacts.map(({ name }) => [name, version]))
  expect(Object.fromEntries(planned)).toEqual(expected)
  expect(planned).toHaveLength(Object.keys(expected).length)
  if (names.includes('image:')) expect(JSON.stringify(releases)).toContain('kube-proxy:v1.34.7')
})

const SERVER = { major: '1', minor: '34+', gitVersion: 'v1.34.3-eks-1a2b3c4' }
test.each<[string, unknown, string]>([
  [
    'kubectl version',
    {
      clientVersion: { major: '1', minor: '31', gitVersion: 'v1.31.0' },
      kustomizeVersion: 'v5',
      serverVersion: SERVER,
    },
    'v1.34.7',
  ],
  ['/version', SERVER, 'v1.34.7'],
  ['/version behind a byte order mark', `\ufeff${JSON.stringify(SERVER)}`, 'v1.34.7'],
  ['/version without gitVersion', { major: '1', minor: '33+' }, 'v1.33.11'],
  ['several servers', [SERVER, { serverVersion: { gitVersion: 'v1.33.1' } }], 'v1.33.11'],
])('skew-of with the output of %s', async (_, output, version) => {
  const result = await plan('kubelet', '--skew-of', await write(output))
  expect([result.code, result.stdout.split(',')[0]]).toEqual([0, version])
})

test.each<[string, unknown, string]>([
  ['a client alone', { clientVersion: { gitVersion: 'v1.34.3' } }, 'names no version of an API server'],
  [
    'a client beside fields of a server',
    { clientVersion: {}, major: '1', minor: '34' },
    'names no version of an API server',
  ],
  ['text', 'Client Version: v1.34.3', 'is not JSON'],
  ['nothing', [], 'names no version of an API server'],
  ['one of two that is none', [SERVER, { gitVersion: 'latest' }], 'names no version of an API server'],
  ['far too many', Array.from({ length: 17 }, () => SERVER), 'is of 17 API servers; allowed: at most 16'],
  ['more than a file should have', ' '.repeat(1024 * 1024 + 1), 'has more than 1048576 bytes'],
  ['a server that is null', { ...SERVER, serverVersion: null }, 'names no version of an API server'],
  ['numbers', { major: 1, minor: 34 }, 'names no version of an API server'],
  ['two versions of one server', { ...SERVER, minor: '33' }, 'names no version of an API server'],
  ['null', null, 'names no version of an API server'],
  ['far too deep', '['.repeat(100_000), 'is not JSON'],
])('skew-of with %s is bad input, and nothing is asked', async (_, output, message) => {
  const result = await plan('kubelet', '--skew-of', await write(output))
  expect([result.code, requestsOf(lab)]).toEqual([2, []])
  expect(result.stderr).toContain(message)
})

test.each([
  [['kubelet', '--version', 'skew:'], 'names no API server'],
  [
    ['kubelet', '--version', `skew:${Array.from({ length: 17 }, () => 'v1.34.3').join('/')}`],
    'names 17 API servers',
  ],
  [['kubelet', '--version', 'skew:v1.34.3\u001b[31m'], 'names no API server'],
  [['kubelet', '--version', 'skew:latest'], 'names no API server'],
  [['kubelet', '--version', 'skew:v1.34.3/'], 'names no API server'],
  [['kube-log-runner', '--version', 'skew:v1.34.3'], 'has no rule for kube-log-runner'],
  [['kubernetes-client', '--version', 'skew:v1.34.3'], 'has no rule for kubernetes-client'],
  [['kubelet', 'image:kube-apiserver', '--version', 'skew:v1.34.3'], 'has no rule for kube-apiserver'],
  [
    ['kubeadm', '--version', 'skew:v1.34.3/v1.31.0'],
    'no release of kubeadm fits API servers of 1.31 and 1.34',
  ],
  [['kubectl', 'kubelet', '--version', 'skew:v1.34.3/v1.31.0'], 'no release of kubectl fits'],
  [['kubelet', '--version', 'v1.34.3', '--skew-of', '/nonexistent'], 'cannot be read'],
])('bad input: %j', async (argv, message) => {
  const result = await cli('plan', ...argv, ...platform)
  expect([result.code, requestsOf(lab)]).toEqual([2, []])
  expect(result.stderr).toContain(message)
})

test('a range of fitting releases goes into a lock, and stays frozen', async () => {
  const lock = ['--lock-file', join(job.folder, 'lock.json'), '--output', join(job.folder, 'out')]
  const get = ['get', 'kubelet', '--version', 'skew:v1.35.0', ...platform, ...lock]
  expect((await cli(...get)).code).toBe(0)
  expect((await cli(...get, '--frozen')).code).toBe(0)
  expect(
    (await cli('get', 'kubelet', '--version', 'skew:v1.33.0', ...platform, ...lock, '--frozen')).code,
  ).toBe(2)
})

test('each of its own release: installed, locked, frozen, from the cache, verified again', async () => {
  const lockFile = join(job.folder, 'k8s.lock.json')
  const asked = { artifacts: 'kubectl,kubelet', version: 'skew:v1.34.3', 'lock-file': lockFile }
  const locked = async (): Promise<unknown> =>
    (JSON.parse(await readFile(lockFile, 'utf8')) as { request: { versions: unknown } }).request.versions
  const paths = {
    kubectl: 'kubectl/1.35.3/linux-amd64/kubectl',
    kubelet: 'kubelet/1.34.7/linux-amd64/kubelet',
  }
  for (const more of [{}, { frozen: 'true' }, { 'prefer-cached': 'true' }, { 'minimum-age': '3d' }]) {
    const result = await job.step({ ...asked, ...more })
    expect([result.code, result.outputs['version']]).toEqual([0, 'v1.35.3,v1.34.7'])
    const found = JSON.parse(result.outputs['paths'] ?? '') as Record<string, string>
    expect(Object.keys(found)).toEqual(Object.keys(paths))
    for (const [name, path] of Object.entries(paths)) expect(found[name]).toMatch(new RegExp(`${path}$`))
    expect(await locked()).toEqual({ 'skew:1.34': ['v1.35.3', 'v1.34.7'] })
  }
  const files = Object.values(paths).map((path) => join(job.runner.toolCache, path))
  const verified = await cli('verify', ...files, '--version', 'skew:v1.34.3', ...platform)
  expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('kubelet v1.34.7')])
  // A channel that hides a minor does not put one of them back.
  lab.channels.set('stable.txt', 'v1.34.7')
  const back = await job.step(asked)
  expect([back.code, codesOf(back)]).toEqual([1, ['LOCK_VERSION_BACKWARDS']])
  expect(back.stdout).toContain('skew:1.34 has gone back from v1.35.3 to v1.34.7')
})

test('what a lock has for a cluster has to fit it', async () => {
  const lockFile = join(job.folder, 'k8s.lock.json')
  const asked = { artifacts: 'kubectl,kubelet', version: 'skew:v1.34.3', 'lock-file': lockFile }
  await job.step(asked)
  const text = await readFile(lockFile, 'utf8')
  await writeFile(lockFile, text.replace('"v1.34.7"', '"v1.35.9"'))
  const result = await job.step({ ...asked, frozen: 'true' })
  expect([result.code, codesOf(result)]).toEqual([2, ['LOCK_MISMATCH']])
})

test('what is found on a node is held against the cluster, whatever release it is of', async () => {
  const node = join(job.folder, 'node', 'bin')
  await mkdir(node, { recursive: true })
  const put = async (name: string, version: string, path: string): Promise<void> => {
    const found = lab.releases.get(version)?.artifact(path)
    if (found === undefined) throw new Error('nothing is published')
    await writeFile(join(node, name), readAll(found.content))
  }
  await put('kubelet', 'v1.34.7', KUBELET)
  await put('kubectl', 'v1.35.3', KUBECTL)
  const look = async (release: string, server: string): Promise<Finished> =>
    cli('verify', '--release', release, node, '--skew-of', await write({ gitVersion: server }))
  const fitting = await look('v1.35.3,v1.34.7', 'v1.34.3+k3s1')
  expect([fitting.code, fitting.stdout + fitting.stderr]).toEqual([
    0,
    expect.stringContaining('kubelet v1.34.7 fits API servers of 1.34'),
  ])
  expect(fitting.stdout + fitting.stderr).toContain('kubectl v1.35.3 fits')
  const result = await look('v1.35.3,v1.34.7', 'v1.33.1')
  expect([result.code, result.stderr]).toEqual([
    3,
    expect.stringContaining('error: VERSION_SKEW_UNSUPPORTED: '),
  ])
  expect(result.stderr).toContain('kubelet v1.34.7 does not fit API servers of 1.33; expected 1.30 to 1.33')
  expect(result.stderr).toContain('kubectl v1.35.3 does not fit API servers of 1.33; expected 1.32 to 1.34')
  // Another release's file is named by what it is.
  const other = await look('v1.34.7', 'v1.33.1')
  expect(other.code).toBe(1)
  const named = await cli('verify', '--release', 'skew:v1.34.3', node)
  expect([named.code, named.stderr]).toEqual([2, expect.stringContaining('--release: names a cluster')])
  const missing = await cli('verify', '--release', 'v1.34.7', node, '--skew-of', '/nonexistent')
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('cannot be read')])
})

test('verify tells whether what is on a node fits the cluster', async () => {
  const file = join(job.folder, 'kubelet')
  const release = lab.releases.get('v1.35.3')
  if (release === undefined) throw new Error('nothing is published')
  await writeFile(file, readAll(release.artifact(KUBELET).content))
  const verify = async (server: string): Promise<Finished> =>
    cli('verify', file, '--version', 'v1.35.3', ...platform, '--skew-of', await write({ gitVersion: server }))
  const fitting = await verify('v1.35.0')
  expect([fitting.code, fitting.stderr]).toEqual([
    0,
    expect.stringContaining('note: kubelet v1.35.3 fits API servers of 1.35, as 1.32 to 1.35 does'),
  ])
  expect((await verify('v1.36.0')).code).toBe(0)
  const result = await verify('v1.34.3+k3s1')
  expect([result.code, result.stderr]).toEqual([
    3,
    expect.stringContaining(
      'error: VERSION_SKEW_UNSUPPORTED: kubelet v1.35.3 does not fit API servers of 1.34; expected 1.31 to 1.34',
    ),
  ])
  const both = [file, join(job.folder, 'kubectl')]
  await writeFile(both[1] ?? '', readAll(release.artifact(KUBECTL).content))
  const old = ['--version', 'v1.35.3', ...platform, '--skew-of', await write({ gitVersion: 'v1.33.3' })]
  const several = await cli('verify', ...both, ...old)
  expect([several.code, several.stderr]).toEqual([
    3,
    expect.stringContaining(
      'kubelet v1.35.3 does not fit API servers of 1.33; expected 1.30 to 1.33; kubectl v1.35.3 does not fit API servers of 1.33; expected 1.32 to 1.34',
    ),
  ])
  // Which release it is of need not be known: those that fit are looked through, patched or not.
  const alone = await cli('verify', file, '--skew-of', await write({ gitVersion: 'v1.36.0' }))
  expect([alone.code, alone.stdout + alone.stderr]).toEqual([
    0,
    expect.stringContaining('kubelet v1.35.3 fits API servers of 1.36'),
  ])
  const misfit = await cli('verify', file, '--skew-of', await write({ gitVersion: 'v1.34.0' }))
  expect([misfit.code, misfit.stderr]).toEqual([
    3,
    expect.stringContaining('error: VERSION_SKEW_UNSUPPORTED: '),
  ])
  const asked = await cli(
    'verify',
    file,
    '--skew-of',
    await write({ gitVersion: 'v1.34.0' }),
    '--bundle',
    file,
  )
  expect([asked.code, asked.stderr]).toEqual([
    2,
    expect.stringContaining('--bundle: is for a file that is not searched for'),
  ])
})
