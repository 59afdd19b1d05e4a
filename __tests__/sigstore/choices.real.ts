// What is chosen, listed and found by what cosign signed and Sigstore's own servers logged: checksums, ages, skew,
// files in folders and archives, a lock file that moves, and a run that reaches no more than it said.
import { spawnSync } from 'node:child_process'
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toContent } from '../../src/lab/content.js'
import { type Proxy, startProxy } from '../../src/lab/proxy.js'
import { RELEASE_SIGNER, SBOM_PATH } from '../../src/lab/release.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { type TlsFront, startTlsFront } from '../../src/lab/tls-front.js'
import { type Answer, WebServer, text } from '../../src/lab/web-server.js'
import { createDeb, createImage, file } from '../support/archives.js'
import { DIST } from '../support/folders.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import type { RealRelease } from './stack/release.js'
import { mustRun, tool } from './stack/tools.js'
import { type World, startWorld, writeChannel } from './stack/world.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const KUBEADM = 'bin/linux/amd64/kubeadm'
const KUBELET = 'bin/linux/amd64/kubelet'
const CLIENT = 'kubernetes-client-linux-amd64.tar.gz'
const PATHS = [KUBECTL, KUBEADM, KUBELET, 'bin/linux/arm64/kubectl', CLIENT]
const LINUX = ['--os', 'linux', '--arch', 'amd64']
const DAY_MS = 24 * 3600_000

let world: World
let newest: RealRelease
let older: RealRelease
let folders = 0

beforeReal(async () => {
  world = await startWorld(false)
  newest = await world.publish('v1.35.2', PATHS)
  older = await world.publish('v1.34.5', PATHS)
  await world.publish('v1.33.9', [KUBECTL])
  for (const version of ['v1.35.2', 'v1.34.5', 'v1.33.9'])
    await writeChannel(world, `stable-${version.slice(1, 5)}`, version)
  await writeChannel(world, 'stable', 'v1.35.2')
})
afterReal(() => world.close())

const newFolder = (): string => join(world.folder, `folder-${folders++}`)
const servers = (): string[] => ['--release-url', world.site.url, ...world.flags]
const cli = (...argv: string[]): Promise<Finished> => world.cli(...argv, ...servers())
/** How it ended, with everything that was said where that is another code. */
const endOf = ({ code, stdout, stderr }: Finished, expected: number): object => ({
  code,
  text: code === expected ? '' : stdout + stderr,
})
const ended = (code: number): object => ({ code, text: '' })
const said = ({ stdout, stderr }: Finished): string => stdout + stderr

describeReal('checksums', () => {
  test.each([
    ['sha256sums', 'sha256sum', 'SHA256SUMS'],
    ['sha512sums', 'sha512sum', 'SHA512SUMS'],
  ])('%s of a release: as its files are, without one of them', async (format, program, name) => {
    world.site.reset()
    const output = newFolder()
    const result = await cli('checksums', '--version', 'v1.35.2', '--format', format, '--output', output)
    expect(endOf(result, 0)).toEqual(ended(0))
    expect(world.site.requests.map(({ url }) => url).filter((url) => !url.includes(SBOM_PATH))).toEqual([])
    for (const path of await readdir(newest.folder, { recursive: true }))
      if (PATHS.includes(path)) await cp(join(newest.folder, path), join(output, path))
    const lines = (await readFile(join(output, name), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(PATHS.length)
    const { status, stderr } = spawnSync(program, ['--check', '--strict', name], { cwd: output })
    expect([status, stderr.toString()]).toEqual([0, ''])
    // And cosign takes the proof that lies beside the list.
    const [sbom, root] = [join(output, SBOM_PATH), world.trustedRoot]
    await mustRun(tool('cosign-3'), [
      ...['verify-blob', '--bundle', `${sbom}.sigstore.json`, '--trusted-root', root],
      ...['--certificate-identity', RELEASE_SIGNER],
      ...['--certificate-oidc-issuer', 'https://accounts.google.com', sbom],
    ])
  })

  test('a byte of the SBOM changed: no list', async () => {
    const root = newFolder()
    await cp(world.root, root, { recursive: true })
    const sbom = join(root, 'release/v1.35.2', SBOM_PATH)
    await writeFile(sbom, (await readFile(sbom, 'utf8')).replace(newest.sha256(KUBECTL), '0'.repeat(64)))
    const argv = ['checksums', '--version', 'v1.35.2', '--release-url', `file://${root}`, ...world.flags]
    const result = await world.cli(...argv)
    expect([result.code, result.stdout]).toEqual([1, ''])
  })
})

describeReal('a release must be old enough', () => {
  const argv = (version: string, age: string): string[] => [
    ...['get', 'kubectl', '--version', version, ...LINUX, '--minimum-age', age],
    ...['--output', newFolder(), ...servers()],
  ]
  /** By a clock that is so many milliseconds ahead. */
  async function at(aheadMs: number, ...words: string[]): Promise<Finished> {
    const clock = join(world.folder, `clock-${aheadMs}.mjs`)
    await writeFile(
      clock,
      `const { now } = Date
globalThis.Date = class extends Date {
  constructor(...given) { given.length === 0 ? super(now() + ${aheadMs}) : super(...given) }
  static now() { return now() + ${aheadMs} }
}
`,
    )
    return runProgram(join(DIST, 'cli.js'), words, { NODE_OPTIONS: `--import=${clock}` })
  }

  test('signed a moment ago: refused by three days, and taken once they have passed', async () => {
    const young = await world.cli(...argv('v1.35.2', '3d'))
    expect(endOf(young, 3)).toEqual(ended(3))
    expect(said(young)).toContain('RELEASE_TOO_NEW')
    const tooEarly = await at(3 * DAY_MS - 3600_000, ...argv('v1.35.2', '3d'))
    expect(endOf(tooEarly, 3)).toEqual(ended(3))
    expect(endOf(await at(3 * DAY_MS, ...argv('v1.35.2', '3d')), 0)).toEqual(ended(0))
    expect(endOf(await at(5 * 60_000, ...argv('v1.35.2', '5m')), 0)).toEqual(ended(0))
  })

  test('a channel whose releases are all too young comes to none; a clock before the log’s time is refused', async () => {
    const channel = await world.cli(...argv('stable-1.34', '3d'))
    expect(channel.code).toBe(3)
    const behind = await at(-DAY_MS, ...argv('v1.35.2', '1m'))
    expect(behind.code).not.toBe(0)
    expect(said(behind)).toContain('CLOCK_BEFORE_LOG_TIME')
  })
})

describeReal('a version that fits the cluster', () => {
  test.each([
    [['kubectl'], 'skew:v1.34.3', ['v1.35.2']],
    [['kubelet'], 'skew:v1.34.3', ['v1.34.5']],
    [['kubectl', 'kubelet'], 'skew:v1.34.3+k3s1', ['v1.35.2', 'v1.34.5']],
  ])('%j of %s', async (names, version, expected) => {
    const output = newFolder()
    const result = await cli('get', ...names, '--version', version, ...LINUX, '--output', output)
    expect(endOf(result, 0)).toEqual(ended(0))
    const of = new Map([newest, older].map((release) => [release.version, release]))
    for (const [index, name] of names.entries()) {
      const path = `bin/linux/amd64/${name}`
      const chosen = expected[index] ?? ''
      const installed = join(output, ...(names.length === 1 ? [name] : [chosen, path]))
      expect(await readFile(installed)).toEqual(await readFile(of.get(chosen)?.file(path) ?? ''))
    }
  })

  test('by what kubectl says of the cluster', async () => {
    const cluster = join(world.folder, 'cluster.json')
    const [clientVersion, serverVersion] = ['v1.31.0', 'v1.33.4-eks-1a2b3c4'].map((gitVersion) => ({
      gitVersion,
      major: '1',
      minor: gitVersion.slice(3, 5),
    }))
    await writeFile(cluster, JSON.stringify({ clientVersion, serverVersion }))
    const result = await cli('get', 'kubectl', '--skew-of', cluster, ...LINUX, '--output', newFolder())
    expect(endOf(result, 0)).toEqual(ended(0))
    expect(said(result)).toContain('v1.34.5')
  })
})

describeReal('a node, an archive', () => {
  test('what lies there is told by the signed SBOMs', async () => {
    const root = newFolder()
    for (const folder of ['bin', 'old', 'more']) await mkdir(join(root, folder), { recursive: true })
    await cp(newest.file(KUBECTL), join(root, 'bin/kubectl'))
    await cp(newest.file(CLIENT), join(root, CLIENT))
    const bytes = async (release: RealRelease, path: string): Promise<Buffer> => readFile(release.file(path))
    await writeFile(
      join(root, 'kubelet.deb'),
      createDeb([file('./usr/bin/kubelet', await bytes(newest, KUBELET))]),
    )
    await writeFile(join(root, 'image.tar'), createImage([file('bin/kubeadm', await bytes(newest, KUBEADM))]))
    await writeFile(join(root, 'more/notes'), 'nothing of Kubernetes')
    const look = (...flags: string[]): ReturnType<World['json']> =>
      world.json('verify', root, '--release', 'v1.35.2', ...flags, ...servers())
    const good = await look()
    expect([good.code, good.outcome]).toEqual([0, 'verified'])
    await cp(older.file(KUBECTL), join(root, 'old/kubectl'))
    await writeFile(join(root, 'bin/kubeadm'), 'changed')
    const { code, outcome, report } = await look()
    expect([code, outcome]).toEqual([1, 'rejected'])
    const { files } = report['inventory'] as { files: { place: string[]; state: string }[] }
    expect(
      Object.fromEntries(files.map(({ place, state }) => [place.join(' » ').replace(`${root}/`, ''), state])),
    ).toMatchObject({
      'bin/kubectl': 'proven',
      'bin/kubeadm': 'unknown',
      'old/kubectl': 'other-release',
      [CLIENT]: 'proven',
    })
    expect(files.filter(({ state }) => state === 'proven')).toHaveLength(4)
  })
})

describeReal('a lock file that updates itself', () => {
  test('moves to the newer patch with the proof of each new digest, and is frozen there', async () => {
    const lock = join(newFolder(), 'lock.json')
    const of = ['kubectl', 'kubeadm', '--version', 'stable-1.34', ...LINUX, '--lock-file', lock]
    expect(endOf(await cli('get', ...of, '--output', newFolder()), 0)).toEqual(ended(0))
    const former = `${lock}.former`
    await cp(lock, former)
    const update = (): Promise<Finished> => cli('lock', 'update', lock)
    expect(said(await update())).toContain('nothing has changed')
    const next = await world.publish('v1.34.6', PATHS)
    await writeChannel(world, 'stable-1.34', 'v1.34.6')
    try {
      const moved = await update()
      expect(endOf(moved, 0)).toEqual(ended(0))
      expect(moved.stdout).toContain('stable-1.34: v1.34.5 → v1.34.6')
      for (const path of [KUBECTL, KUBEADM]) expect(moved.stdout).toContain(`sha256:${next.sha256(path)}`)
      const root = ['--release-url', world.site.url, '--trusted-root', world.trustedRoot]
      const diff = await world.cli('lock', 'diff', former, lock, ...root)
      expect(endOf(diff, 0)).toEqual(ended(0))
      expect(diff.stdout).toContain(`sha256:${next.sha256(KUBECTL)}`)
      const output = newFolder()
      expect(endOf(await cli('get', ...of, '--frozen', '--output', output), 0)).toEqual(ended(0))
      expect(await readFile(join(output, 'kubectl'))).toEqual(await readFile(next.file(KUBECTL)))
    } finally {
      await writeChannel(world, 'stable-1.34', 'v1.34.5')
    }
  })
})

describeReal('what a workflow may reach', () => {
  const NAMES = ['dl.k8s.io', 'cdn.dl.k8s.io', 'rekor.sigstore.dev']
  let internet: WebServer
  let front: TlsFront
  let proxy: Proxy
  let allowed: readonly string[]

  /** The public names, and the real servers behind them. */
  async function ask(request: Parameters<Parameters<typeof WebServer.start>[0]>[0]): Promise<Answer> {
    const { url = '', method = 'GET', headers } = request
    if (headers.host === 'dl.k8s.io') return text(302, '', { location: `https://cdn.dl.k8s.io${url}` })
    const behind = headers.host === 'rekor.sigstore.dev' ? world.stack.rekorUrl : world.site.url
    const body: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) body.push(chunk)
    const type = { 'content-type': headers['content-type'] ?? 'application/json' }
    const sent = method === 'GET' ? {} : { body: Buffer.concat(body), headers: type }
    const answer = await fetch(`${behind}${url}`, { method, ...sent })
    const content = toContent(Buffer.from(await answer.arrayBuffer()))
    const answered = answer.headers.get('content-type') ?? 'application/octet-stream'
    return { status: answer.status, content, headers: { 'content-type': answered } }
  }

  beforeReal(async () => {
    internet = await WebServer.start(ask)
    front = await startTlsFront(internet, NAMES)
    proxy = await startProxy(front.port, (target) => allowed.includes(target))
    await writeFile(join(world.folder, 'ca.pem'), front.certificate)
  })
  afterReal(async () => {
    await proxy.close()
    await front.close()
    await internet.close()
  })

  async function run(...flags: string[]): Promise<Finished> {
    const env = {
      NODE_EXTRA_CA_CERTS: join(world.folder, 'ca.pem'),
      HTTPS_PROXY: `http://${proxy.url}`,
    }
    const argv = ['get', 'kubectl', ...LINUX, '--trusted-root', world.trustedRoot, '--output', newFolder()]
    return runProgram(join(DIST, 'cli.js'), [...argv, ...flags], env)
  }

  test('what was told beforehand is what a run reaches, and it needs no other', async () => {
    const request = ['--version', 'stable', '--log-checkpoint', join(world.folder, 'hosts-log.json')]
    const told = await world.cli(
      ...['plan', 'kubectl', ...request.slice(0, 2), '--trusted-root', world.trustedRoot],
      ...['--hosts', '--format', 'allow-list'],
    )
    allowed = told.stdout.split('\n').filter(Boolean)
    expect(allowed).toEqual(['cdn.dl.k8s.io:443', 'dl.k8s.io:443', 'rekor.sigstore.dev:443'])
    const folder = newFolder()
    expect(endOf(await run(...request, '--report', folder), 0)).toEqual(ended(0))
    expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set(allowed))
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as { hosts: string[] }
    expect(report.hosts.toSorted()).toEqual(allowed)
    for (const missing of allowed) {
      const all = allowed
      allowed = all.filter((each) => each !== missing)
      expect(endOf(await run(...request, '--patience', '0.02'), 3)).toEqual(ended(3))
      allowed = all
    }
  })
})
