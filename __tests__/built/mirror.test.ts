// Mirrors and air gaps, by the built programs: prefixes, secrets, folders, exports, private authorities.
import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readAll } from '../../src/lab/content.js'
import { SBOM_PATH } from '../../src/lab/release.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { startProxy } from '../../src/lab/proxy.js'
import { TLS_FRONT_NAME, startTlsFront } from '../../src/lab/tls-front.js'
import { WebServer, behaviours, text } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { codesOf, requestsOf, withJob, withoutOwnRoot } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const SECRET = 'Bearer hunter2-hunter2'

const { lab, release, job } = await withJob()

/** A mirror below a path, open to those who know the secret. */
async function startMirror(secret?: string): Promise<WebServer> {
  return WebServer.start(({ url = '', headers }) => {
    if (secret !== undefined && headers.authorization !== secret) return text(401, 'who are you?')
    const [, version = '', path = ''] = /^\/k8s\/mirror\/release\/([^/]+)\/(.+)$/.exec(url) ?? []
    const content = lab.releases.get(version)?.files.get(path)
    return content === undefined ? text(404, 'NoSuchKey') : { status: 200, content }
  })
}

test('a path before /release/, with and without a slash at its end', async () => {
  const mirror = await startMirror()
  try {
    for (const ending of ['', '/']) {
      const result = await job.step({ 'release-url': `${mirror.url}/k8s/mirror${ending}` })
      expect(result.code).toBe(0)
    }
  } finally {
    await mirror.close()
  }
})

describe('mirror-authorization', () => {
  let mirror: WebServer
  beforeEach(async () => {
    mirror = await startMirror(SECRET)
  })
  afterEach(() => mirror.close())
  const step = (authorization: string) =>
    job.step({ 'release-url': `${mirror.url}/k8s/mirror`, 'mirror-authorization': authorization })

  test('opens a private mirror, is masked, and goes nowhere else', async () => {
    const result = await step(SECRET)
    expect(result.code).toBe(0)
    expect(mirror.requests.every(({ headers }) => headers.authorization === SECRET)).toBe(true)
    expect(lab.rekor.requests.length).toBeGreaterThan(0)
    expect(lab.rekor.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
    expect(result.stdout.split('\n').slice(0, 2)).toEqual([
      `::add-mask::${SECRET}`,
      '::add-mask::hunter2-hunter2',
    ])
    expect(result.stdout.split('\n').slice(2).join('\n')).not.toContain('hunter2')
    expect(result.summary + JSON.stringify(result.outputs)).not.toContain('hunter2')
  })

  test('is dropped on a redirect to another origin', async () => {
    mirror.override(KUBECTL, behaviours.redirect(`${lab.cdn.url}/release/v1.35.2/${KUBECTL}`))
    expect((await step(SECRET)).code).toBe(0)
    const arrived = lab.cdn.requests.map(({ url, headers }) => [url, headers.authorization])
    expect(arrived).toEqual([[`/release/v1.35.2/${KUBECTL}`, undefined]])
  })

  test('wrong: no artifact, and not repeated', async () => {
    const result = await step('Bearer wrong-secret')
    expect(result.code).toBe(3)
    expect(codesOf(result)).toEqual(['FETCH_HTTP_STATUS'])
    expect(result.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('wrong-secret')
  })

  test.each([
    ['Bearer', 'INPUT_INVALID'],
    ['Bearer two\nlines', 'INPUT_INVALID'],
    ['Bearer tést', 'INPUT_INVALID'],
  ])('a value that is no header is refused without repeating it: %j', async (value, code) => {
    const result = await step(value)
    expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 2, codes: [code] })
    expect(mirror.requests).toEqual([])
  })

  test('is not for the public site, nor for a folder', async () => {
    for (const url of ['https://dl.k8s.io', 'file:///srv/mirror']) {
      const result = await job.step({ 'release-url': url, 'mirror-authorization': SECRET })
      expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 2, codes: ['INPUT_CONFLICT'] })
    }
  })
})

describe('an authority of one’s own', () => {
  test('NODE_EXTRA_CA_CERTS is minded; without it, the mirror is a stranger', async () => {
    const front = await startTlsFront(lab.cdn)
    try {
      const pem = join(job.runner.folder, 'ca.pem')
      await writeFile(pem, front.certificate)
      const inputs = { 'release-url': front.url }
      expect((await job.step(inputs, { NODE_EXTRA_CA_CERTS: pem })).code).toBe(0)
      await rm(job.runner.toolCache, { recursive: true })
      await mkdir(job.runner.toolCache)
      const stranger = await job.step(inputs)
      expect({ code: stranger.code, codes: codesOf(stranger) }).toEqual({ code: 3, codes: ['FETCH_NETWORK'] })
      expect(stranger.stdout).toContain('self-signed certificate')
    } finally {
      await front.close()
    }
  }, 60_000)
})

test('a proxy tunnels to the mirror, by its name, and sees no secret of it; its own is not shown', async () => {
  const mirror = await startMirror(SECRET)
  const front = await startTlsFront(mirror)
  const proxy = await startProxy(front.port)
  try {
    const pem = join(job.runner.folder, 'ca.pem')
    await writeFile(pem, front.certificate)
    const url = `https://${TLS_FRONT_NAME}/k8s/mirror`
    const env = { NODE_EXTRA_CA_CERTS: pem, HTTPS_PROXY: `http://user:proxy-password@${proxy.url}` }
    const result = await job.step({ 'release-url': url, 'mirror-authorization': SECRET }, env)
    expect(result.code).toBe(0)
    expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set([`${TLS_FRONT_NAME}:443`]))
    const heads = proxy.asked.map(({ headers }) => headers).join('\n')
    expect(heads).toContain(Buffer.from('user:proxy-password').toString('base64'))
    expect(heads).not.toContain('hunter2')
    expect(mirror.requests.every(({ headers }) => headers['proxy-authorization'] === undefined)).toBe(true)
    expect(result.stdout + result.stderr + result.summary).not.toContain('proxy-password')
    // The log is on loopback, where no proxy is asked.
    expect(lab.rekor.requests.length).toBeGreaterThan(0)
  } finally {
    await proxy.close()
    await front.close()
    await mirror.close()
  }
}, 60_000)

test('the command line takes the secret from a variable, and writes it nowhere', async () => {
  const mirror = await startMirror(SECRET)
  try {
    const folder = join(job.runner.folder, 'export')
    const argv = [
      ...['export', '--version', 'v1.35.2', '--os', 'linux', '--arch', 'amd64', '--output', folder],
      ...['--release-url', `${mirror.url}/k8s/mirror`, '--rekor-url', lab.rekorUrl],
      ...['--trusted-root', job.trustedRoot, '--format', 'json'],
    ]
    const cli = join(DIST, 'cli.js')
    const { code, stdout, stderr } = await runProgram(cli, argv, { MIRROR_AUTHORIZATION: SECRET })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    )
    const texts = await Promise.all(files.map((each) => readFile(join(each.parentPath, each.name), 'latin1')))
    expect(texts.length).toBeGreaterThan(4)
    expect([stdout, ...texts].filter((each) => each.includes('hunter2'))).toEqual([])
    const refused = await runProgram(cli, argv, { MIRROR_AUTHORIZATION: 'Bearer wrong-secret' })
    expect(refused.code).toBe(3)
    expect(refused.stdout + refused.stderr).not.toContain('wrong-secret')
  } finally {
    await mirror.close()
  }
})

describe('a folder as the release site', () => {
  let folder: string
  beforeEach(async () => {
    folder = join(job.runner.folder, 'mirror with space')
    for (const [path, content] of release.files) {
      const file = join(folder, 'release/v1.35.2', path)
      await mkdir(join(file, '..'), { recursive: true })
      await writeFile(file, readAll(content))
    }
  })
  const step = () => job.step({ 'release-url': pathToFileURL(folder).href })

  test('serves as any mirror does', async () => {
    const result = await step()
    expect(result.code).toBe(0)
    expect([...lab.site.requests, ...lab.cdn.requests]).toEqual([])
    expect(lab.rekor.requests).toHaveLength(2)
  })

  test.each<[string, (file: string) => Promise<void>, string]>([
    ['other bytes', (file) => writeFile(file, 'evil'), 'DIGEST_MISMATCH'],
    ['a link out of the folder', (file) => relink(file, '/etc/hostname'), 'FETCH_NETWORK'],
    ['a folder in a file’s place', (file) => remake(file), 'FETCH_NETWORK'],
    ['nothing', (file) => rm(file), 'RELEASE_ARTIFACT_NOT_PUBLISHED'],
  ])('%s: refused', async (_, change, code) => {
    await change(join(folder, 'release/v1.35.2', KUBECTL))
    const result = await step()
    expect(codesOf(result)).toEqual([code])
    expect(result.outputs['path']).toBeUndefined()
  })

  test.each(['file://host/share', 'file:///a%2fb', 'file:///x?y', 'ftp://mirror.example'])(
    'what is no folder is refused: %s',
    async (url) => {
      expect(codesOf(await job.step({ 'release-url': url }))).toEqual(['INPUT_INVALID'])
    },
  )
})

async function relink(file: string, target: string): Promise<void> {
  await rm(file)
  await symlink(target, file)
}

async function remake(file: string): Promise<void> {
  await rm(file)
  await mkdir(file)
}

describe('export, and another machine without network', () => {
  /** The other machine: any socket ends the process. */
  async function offline(...argv: string[]): Promise<Finished> {
    const trap = join(job.runner.folder, 'trap.cjs')
    await writeFile(
      trap,
      `require('net').Socket.prototype.connect = () => { process.stderr.write('NETWORK'); process.exit(99) }
      globalThis.fetch = () => { process.stderr.write('NETWORK'); process.exit(99) }`,
    )
    const home = join(job.runner.folder, 'home')
    return runProgram(join(DIST, 'cli.js'), argv, { NODE_OPTIONS: `--require ${trap}`, HOME: home })
  }
  const at = (name: string): string => join(job.runner.folder, 'export', name)
  const exporting = (...argv: string[]): Promise<Finished> =>
    runProgram(join(DIST, 'cli.js'), [
      'export',
      ...['--version', 'stable', '--artifacts', 'kubectl,kubeadm', '--os', 'linux', '--arch', 'amd64,arm64'],
      ...job.flags,
      ...['--output', join(job.runner.folder, 'export'), ...argv],
    ])
  const importing = (...argv: string[]): Promise<Finished> =>
    offline(
      'get',
      ...['--os', 'linux', '--arch', 'arm64', '--output', join(job.runner.folder, 'out')],
      ...['--release-url', pathToFileURL(at('')).href, '--trusted-root', at('trusted_root.json')],
      ...argv,
    )

  beforeEach(async () => {
    const { code, stderr } = await exporting()
    expect([code, withoutOwnRoot(stderr)]).toEqual([0, ''])
    lab.reset()
  })

  test('holds all that is needed, laid out as a release site', async () => {
    const names = await readdir(at(''), { recursive: true, withFileTypes: true })
    const files = names.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
    const artifacts = ['kubeadm', 'kubectl'].flatMap((name) =>
      ['amd64', 'arm64'].map((arch) => `release/v1.35.2/bin/linux/${arch}/${name}`),
    )
    const proven = [...artifacts, `release/v1.35.2/${SBOM_PATH}`]
    expect(files.sort()).toEqual(
      [
        ...proven.flatMap((path) => [path, `${path}.sigstore.json`]),
        'k8s-artifacts.lock.json',
        'trusted_root.json',
      ]
        .map(at)
        .sort(),
    )
  })

  test('offline: verified and installed from the folder, the channel by its lock file', async () => {
    const frozen = ['--offline', '--frozen', '--lock-file', at('k8s-artifacts.lock.json')]
    const { code, stdout, stderr } = await importing('--version', 'stable', '--verbose', ...frozen)
    expect([code, withoutOwnRoot(stderr)]).toEqual([0, ''])
    expect(stdout).toContain('✓ release-binding: passed')
    const placed = await readFile(join(job.runner.folder, 'out/kubectl'))
    expect(placed.equals(readAll(release.artifact('bin/linux/arm64/kubectl').content))).toBe(true)
    expect(requestsOf(lab)).toEqual([])
  })

  test('offline: a file in it, or one that came from it, is verified where it is', async () => {
    const path = 'release/v1.35.2/bin/linux/arm64/kubectl'
    const root = ['--offline', '--trusted-root', at('trusted_root.json')]
    const site = ['--release-url', pathToFileURL(at('')).href]
    const ofRelease = ['--version', 'v1.35.2', '--os', 'linux', '--arch', 'arm64', ...site]
    const ways = [
      ofRelease,
      ['--bundle', at(`${path}.sigstore.json`)],
      ['--lock-file', at('k8s-artifacts.lock.json')],
    ]
    for (const way of ways) {
      const { code, stderr } = await offline('verify', at(path), ...way, ...root)
      expect([way, code, withoutOwnRoot(stderr)]).toEqual([way, 0, expect.not.stringContaining('error')])
    }
    // The same file is not that of another platform.
    const other = ofRelease.map((value) => (value === 'arm64' ? 'amd64' : value))
    const { code, stderr } = await offline('verify', at(path), ...other, ...root)
    expect({ code, stderr: /error: (\w+)/.exec(stderr)?.[1] }).toEqual({ code: 1, stderr: 'DIGEST_MISMATCH' })
  })

  test('offline: the built action installs from it, into a tool cache of its own', async () => {
    const result = await job.step({
      'release-url': pathToFileURL(at('')).href,
      'trusted-root': at('trusted_root.json'),
      'lock-file': at('k8s-artifacts.lock.json'),
      version: 'stable',
      artifacts: 'kubectl,kubeadm',
      frozen: 'true',
      offline: 'true',
    })
    expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 0, codes: [] })
    const placed = await readFile(result.outputs['kubeadm-path'] ?? '')
    expect(placed.equals(readAll(release.artifact('bin/linux/amd64/kubeadm').content))).toBe(true)
    expect(requestsOf(lab)).toEqual([])
  })

  test('offline without the lock file: the bundles suffice for a version that is named', async () => {
    expect((await importing('--version', 'v1.35.2', '--offline')).code).toBe(0)
    const { code, stderr } = await importing('--version', 'stable', '--offline')
    expect({ code, stderr: /error: (\w+)/.exec(stderr)?.[1] }).toEqual({
      code: 3,
      stderr: 'RELEASE_CHANNEL_UNRESOLVED',
    })
  })

  test.each(['--offline', '--offline=true', '--offline true'])('a switch may be written %s', async (flag) => {
    expect((await importing('--version', 'v1.35.2', ...flag.split(' '))).code).toBe(0)
  })

  test('another trusted root, such as the one built in, does not know the lab’s authority', async () => {
    const argv = ['--offline', '--version', 'v1.35.2', '--trusted-root', 'embedded']
    const { code } = await offline(
      'get',
      '--release-url',
      pathToFileURL(at('')).href,
      ...argv,
      '--os',
      'linux',
      '--arch',
      'arm64',
      '--output',
      at('x'),
    )
    expect(code).toBe(1)
  })

  test('a changed file in it is refused', async () => {
    const file = at('release/v1.35.2/bin/linux/arm64/kubectl')
    await rm(file)
    await writeFile(file, 'evil')
    const { code, stderr } = await importing('--version', 'v1.35.2', '--offline')
    expect({ code, stderr: /error: (\w+)/.exec(stderr)?.[1] }).toEqual({ code: 1, stderr: 'DIGEST_MISMATCH' })
    await expect(readdir(join(job.runner.folder, 'out'))).rejects.toThrow('ENOENT')
  })

  test('needs a folder, and keeps tarballs whole', async () => {
    const { code, stderr } = await runProgram(join(DIST, 'cli.js'), ['export', '--extract'])
    expect(code).toBe(2)
    expect(stderr).toContain('--output: needs a folder')
    expect(stderr).toContain('--extract')
  })
})

test('four runners that share a tool cache: both end well, and what stands there is whole', async () => {
  const folder = join(job.runner.toolCache, 'kubectl/1.35.2/linux-amd64')
  const genuine = readAll(release.artifact(KUBECTL).content)
  for (let round = 0; round < 4; round++) {
    // At first there is nothing; then somebody has spoilt it, and all of them heal it.
    if (round % 2 === 1) {
      await rm(join(folder, 'kubectl'))
      await writeFile(join(folder, 'kubectl'), 'evil')
    } else await rm(join(job.runner.toolCache, 'kubectl'), { recursive: true, force: true })
    const results = await Promise.all(Array.from({ length: 4 }, () => job.step()))
    for (const { code, outputs, stdout } of results) {
      expect([code, /::error.*/.exec(stdout)?.[0]]).toEqual([0, undefined])
      expect((await readFile(outputs['path'] ?? '')).equals(genuine)).toBe(true)
    }
    expect((await readdir(folder)).sort()).toEqual(['kubectl', 'kubectl.sigstore.json'])
  }
}, 60_000)
