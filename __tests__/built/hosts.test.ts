// What a workflow may reach: the hosts that `plan --hosts` tells are those that a run reaches, and it needs no other.
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toContent } from '../../src/lab/content.js'
import { imagePayload, signPayload, toBytes } from '../../src/lab/images.js'
import { LabRegistry } from '../../src/lab/lab-registry.js'
import { type Proxy, startProxy } from '../../src/lab/proxy.js'
import { serveLog } from '../../src/lab/rekor-api.js'
import { type Finished, type StepResult, runProgram } from '../../src/lab/runner.js'
import { type TlsFront, startTlsFront } from '../../src/lab/tls-front.js'
import { type Answer, WebServer, text } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, requestsOf, withJob } from '../support/job.js'
import { findSchemaFaults } from '../support/schemas.js'

const CANONICAL = 'us-central1-docker.pkg.dev'
const REGISTRIES = ['registry.k8s.io', CANONICAL]
const NAMES = ['dl.k8s.io', 'cdn.dl.k8s.io', 'rekor.sigstore.dev', 'elsewhere.example', 'mirror.example']
const IMAGE = 'kube-apiserver'

const { lab, job } = await withJob()
let registry: LabRegistry
let internet: WebServer
let front: TlsFront
let proxy: Proxy
let allowed: readonly string[] = []
/** Where the CDN sends for kubectl, in the tests of redirects. */
let detour: string | undefined

beforeAll(async () => {
  const log = serveLog([lab.activeTree, lab.nextTree, lab.log])
  registry = await LabRegistry.start()
  const digest = await registry.pushImage(IMAGE, 'v1.35.2')
  // The signature is where registry.k8s.io keeps it, and not in its copy.
  const place = `k8s-artifacts-prod/images/${IMAGE}`
  await registry.pushSignatures(place, digest, [await signPayload(lab, toBytes(imagePayload(digest)))])
  internet = await WebServer.start((request) => {
    const { url = '', headers } = request
    const channel = /^\/release\/([a-z0-9.-]+\.txt)$/.exec(url)?.[1]
    if (headers.host === 'rekor.sigstore.dev') return log(request)
    if (REGISTRIES.includes(headers.host ?? '')) return askRegistry(url)
    if (headers.host === 'dl.k8s.io') return text(302, '', { location: `https://cdn.dl.k8s.io${url}` })
    if (channel !== undefined) return text(200, lab.channels.get(channel) ?? '')
    if (headers.host === 'cdn.dl.k8s.io' && detour !== undefined && url.endsWith('/kubectl'))
      return text(302, '', { location: `https://${detour}${url}` })
    const [, version = '', path = ''] = /\/release\/([^/]+)\/(.+)$/.exec(url) ?? []
    const content = lab.releases.get(version)?.files.get(path)
    return content === undefined ? text(404, 'NoSuchKey') : { status: 200, content }
  })
  front = await startTlsFront(internet, [...NAMES, ...REGISTRIES])
  proxy = await startProxy(front.port, (target) => allowed.includes(target))
})
afterAll(async () => {
  await proxy.close()
  await front.close()
  await internet.close()
  await registry.close()
})
beforeEach(() => {
  detour = undefined
  allowed = []
  proxy.asked.length = 0
})

async function askRegistry(url: string): Promise<Answer> {
  const answer = await fetch(`${registry.server.url}${url}`)
  const type = answer.headers.get('content-type') ?? 'application/octet-stream'
  const content = toContent(Buffer.from(await answer.arrayBuffer()))
  return { status: answer.status, content, headers: { 'content-type': type } }
}

const cli = (...argv: string[]): Promise<Finished> => runProgram(join(DIST, 'cli.js'), argv)
const hosts = async (...argv: string[]): Promise<string[]> => {
  const result = await cli('plan', ...argv, '--hosts', '--format', 'allow-list')
  expect({ code: result.code, asked: proxy.asked }).toEqual({ code: 0, asked: [] })
  return result.stdout.split('\n').filter(Boolean)
}

/** A step by the defaults, whose whole internet is behind a proxy. */
async function step(inputs: Inputs = {}, program = 'action.js'): Promise<StepResult> {
  const pem = join(job.folder, 'ca.pem')
  await writeFile(pem, front.certificate)
  const env = { NODE_EXTRA_CA_CERTS: pem, HTTPS_PROXY: `http://${proxy.url}` }
  const common = { os: 'linux', arch: 'amd64', 'trusted-root': job.trustedRoot, patience: '0.02' }
  return job.runner.step({ version: 'v1.35.2', ...common, ...inputs }, env, program)
}

/** What the summary and the log of a step say that it has reached. */
function reachedBy({ summary, stdout }: StepResult): string[] {
  const [, inSummary = ''] = /Hosts reached: (.+)\.$/m.exec(summary.replaceAll('`', '')) ?? []
  const [, inLog = ''] = /^Hosts reached: (.+)$/m.exec(stdout) ?? []
  expect(inLog).toBe(inSummary)
  return inSummary.split(', ')
}

test.each([
  ['an exact version', ['--version', 'v1.35.2'], { version: 'v1.35.2' }],
  [
    'a channel, cross-checked',
    ['--version', 'stable', '--cross-check'],
    { version: 'stable', 'cross-check': 'true' },
  ],
  ['an age', ['--version', 'stable', '--minimum-age', '3d'], { version: 'stable', 'minimum-age': '3d' }],
])('a run that may reach only the hosts that were told needs no other: %s', async (_, flags, inputs) => {
  allowed = await hosts('kubectl', ...flags, '--trusted-root', job.trustedRoot)
  expect(allowed).toEqual(['cdn.dl.k8s.io:443', 'dl.k8s.io:443', 'rekor.sigstore.dev:443'])
  const folder = join(job.folder, 'checkpoint.json')
  const result = await step({ ...inputs, 'log-checkpoint': folder, report: job.folder })
  expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 0, codes: [] })
  expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set(allowed))
  expect(result.summary).toContain(`Hosts reached: ${allowed.map((each) => `\`${each}\``).join(', ')}.`)
  expect(result.stdout).toContain(`Hosts reached: ${allowed.join(', ')}\n`)
})

test('images: the registry, the one that keeps its signatures, and the log', async () => {
  const artifacts = `image:${IMAGE}`
  allowed = await hosts(artifacts, '--version', 'v1.35.2', '--trusted-root', job.trustedRoot)
  expect(allowed).toEqual(['registry.k8s.io:443', 'rekor.sigstore.dev:443', `${CANONICAL}:443`])
  const result = await step({ artifacts })
  expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 0, codes: [] })
  expect(reachedBy(result)).toEqual(allowed)
  // Without the one that keeps them there is no signature.
  allowed = allowed.filter((each) => !each.startsWith(CANONICAL))
  expect((await step({ artifacts })).code).toBe(3)
})

test('a mirror: it alone, and the log', async () => {
  const url = 'https://mirror.example/copy'
  allowed = await hosts('kubectl', '--release-url', url, '--trusted-root', job.trustedRoot)
  expect(allowed).toEqual(['mirror.example:443', 'rekor.sigstore.dev:443'])
  const result = await step({ 'release-url': url })
  expect({ code: result.code, reached: reachedBy(result) }).toEqual({ code: 0, reached: allowed })
})

test('by the defaults, the trusted root as well', async () => {
  allowed = await hosts('kubectl')
  expect(allowed).toContain('tuf-repo-cdn.sigstore.dev:443')
  await step({ 'trusted-root': 'auto' })
  expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set(allowed))
})

test('verify, by the same list', async () => {
  allowed = await hosts('kubectl', '--trusted-root', job.trustedRoot)
  const { outputs } = await step()
  const files = outputs['path'] ?? ''
  const ofRelease = await step({ files }, 'verify.js')
  expect({ code: ofRelease.code, reached: reachedBy(ofRelease) }).toEqual({ code: 0, reached: allowed })
  const alone = await step({ files: `${files}.copy`, version: '', os: '', arch: '' }, 'verify.js')
  expect(alone.code).toBe(2)
  await copyFile(files, `${files}.copy`)
  const searched = await step({ files: `${files}.copy`, version: '', os: '', arch: '' }, 'verify.js')
  expect([searched.code, reachedBy(searched).every((each) => allowed.includes(each))]).toEqual([0, true])
})

test('an audit, by the same list, has it in its report, its summary and its log', async () => {
  allowed = await hosts('kubectl', '--trusted-root', job.trustedRoot)
  const result = await step({ artifacts: 'kubectl', report: job.folder }, 'audit.js')
  expect({ code: result.code, reached: reachedBy(result) }).toEqual({ code: 0, reached: allowed })
  const report = JSON.parse(await readFile(join(job.folder, 'report.json'), 'utf8')) as { hosts: string[] }
  expect(report.hosts).toEqual(allowed)
})

test.each(['dl.k8s.io:443', 'cdn.dl.k8s.io:443', 'rekor.sigstore.dev:443'])(
  'without %s it does not do, and says which is missing',
  async (missing) => {
    allowed = (await hosts('kubectl', '--trusted-root', job.trustedRoot)).filter((each) => each !== missing)
    const result = await step()
    expect([result.code, result.outputs['reason'], result.outputs['path']]).toEqual([3, 'network', undefined])
    expect(result.stdout).toContain(missing.replace(':443', ''))
    expect(result.summary).not.toMatch(new RegExp(`Hosts reached: [^.]*\`${missing}\``))
  },
)

test('a host that a redirect led to is among those that were reached', async () => {
  detour = 'elsewhere.example'
  allowed = NAMES.map((name) => `${name}:443`)
  const result = await step({ report: job.folder })
  expect(result.code).toBe(0)
  expect(result.summary).toContain('`elsewhere.example:443`')
  // What was told beforehand does not do for it.
  await job.runner.remove()
})

test('a cached run reaches nothing, and says nothing of hosts', async () => {
  allowed = NAMES.map((name) => `${name}:443`)
  await step()
  const result = await step()
  expect(result.outputs['cache-hit']).toBe('true')
  expect(result.summary).not.toContain('Hosts reached')
})

test('text says what each is asked for, JSON what cannot be known', async () => {
  const result = await cli('plan', 'kubectl', 'images', '--hosts')
  expect(result.stdout.split('\n').map((line) => line.replace(/ +/, ' '))).toEqual([
    'cdn.dl.k8s.io:443 where dl.k8s.io redirects to',
    'dl.k8s.io:443 artifacts, their evidence, the papers of a release',
    'registry.k8s.io:443 manifests and signatures of images',
    'rekor.sigstore.dev:443 log entries, and how the log has grown',
    'tuf-repo-cdn.sigstore.dev:443 the trusted root',
    'us-central1-docker.pkg.dev:443 signatures of images that mirrors lack',
    '',
  ])
  expect(result.stderr).toContain(
    'note: not known beforehand: to which regional copies registry.k8s.io redirects',
  )
  const json = await cli(
    'plan',
    'kubectl',
    '--hosts',
    '--format',
    'json',
    '--release-url',
    'https://mirror.example',
  )
  expect(await findSchemaFaults('hosts', JSON.parse(json.stdout))).toEqual([])
  expect(JSON.parse(json.stdout)).toMatchObject({
    schemaVersion: 1,
    hosts: [{ endpoint: 'mirror.example:443' }, { endpoint: 'rekor.sigstore.dev:443' }, {}],
    unknown: ['where mirror.example redirects to, if it does'],
  })
  expect(requestsOf(lab)).toEqual([])
})

test.each<[string[], string[]]>([
  [
    ['kubectl', '--trusted-root', 'embedded'],
    ['cdn.dl.k8s.io:443', 'dl.k8s.io:443', 'rekor.sigstore.dev:443'],
  ],
  [
    ['kubectl', '--trusted-root', 'staging', '--rekor-url', 'https://log.example:8443'],
    ['cdn.dl.k8s.io:443', 'dl.k8s.io:443', 'log.example:8443', 'tuf-repo-cdn.sigstage.dev:443'],
  ],
  [
    [
      'image:pause',
      '--version',
      'v1.35.2',
      '--image-registry',
      'registry.example:5000/k8s',
      '--trusted-root',
      'embedded',
    ],
    ['registry.example:5000', 'rekor.sigstore.dev:443'],
  ],
  [['kubectl', '--release-url', 'file:///srv/k8s', '--trusted-root', 'embedded'], ['rekor.sigstore.dev:443']],
  [['kubectl', '--release-url', 'file:///srv/k8s', '--offline'], []],
  [
    [
      '--url',
      'https://github.com/org/tool/releases/download/v1/tool',
      '--certificate-identity',
      'x',
      '--certificate-oidc-issuer',
      'y',
      '--trusted-root',
      'embedded',
    ],
    ['github.com:443', 'rekor.sigstore.dev:443'],
  ],
])('the hosts of %j', async (argv, expected) => {
  expect(await hosts(...argv)).toEqual(expected)
})

test('an allow-list is of hosts', async () => {
  const result = await cli('plan', 'kubectl', '--format', 'allow-list')
  expect([result.code, result.stderr]).toEqual([
    2,
    expect.stringContaining('allow-list is a form of --hosts'),
  ])
})
