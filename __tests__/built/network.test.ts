// The network as runners have it, by the built programs: what is asked for,
// and how often; 404s that heal; answers of somebody in between.
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { SBOM_PATH } from '../../src/lab/release.js'
import { type Finished, type StepResult, runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { startTlsFront } from '../../src/lab/tls-front.js'
import { closeForWriting } from '../support/read-only.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, warningsOf, withJob } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const { lab, release, job } = await withJob()
const step = (inputs: Inputs = {}): Promise<StepResult> => job.step(inputs)

/** How often each file was asked for at the site, by its name below the release. */
function asked(): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { url } of lab.site.requests) {
    const name = url.replace(/^\/release\/v[^/]+\//, '')
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
const once = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, 1]))
const around = (path: string, endings: readonly string[]): string[] => endings.map((ending) => path + ending)
const logged = (): string[] => lab.rekor.requests.map(({ url }) => url.replace(/[0-9a-f]{64,80}$/, 'LEAF'))

const ALL = ['', '.sig', '.cert', '.sigstore.json', '.sha256']

describe('what is asked for, once each', () => {
  test('an ordinary release', async () => {
    expect((await step()).code).toBe(0)
    expect(asked()).toEqual(once([...around(KUBECTL, ALL), ...around(SBOM_PATH, ALL)]))
    expect(logged()).toEqual(['/api/v1/log/entries/LEAF', '/api/v1/log/entries/LEAF'])
  })

  test('a typo: a release that is not there', async () => {
    expect(codesOf(await step({ version: 'v1.35.99' }))).toContain('RELEASE_ARTIFACT_NOT_PUBLISHED')
    expect(asked()).toEqual(once([...around(KUBECTL, ALL), ...around(SBOM_PATH, ALL)]))
    expect(logged()).toEqual([])
  })

  test('a release before signing, by the table: nothing', async () => {
    expect(codesOf(await step({ version: 'v1.25.3' }))).toEqual(['RELEASE_PREDATES_SIGNING'])
    expect(asked()).toEqual({})
    expect(logged()).toEqual([])
  })

  test('a release without signatures: both halves are absent, and nothing is waited for', async () => {
    for (const ending of ['.sig', '.cert']) lab.cdn.override(KUBECTL + ending, behaviours.status(404))
    expect((await step()).code).toBe(3)
    expect(asked()).toEqual(once([...around(KUBECTL, ALL), ...around(SBOM_PATH, ALL)]))
  })

  test('a checksum file that is not there', async () => {
    lab.cdn.override(`${KUBECTL}.sha256`, behaviours.status(404))
    expect(codesOf(await step())).toEqual(['EVIDENCE_CHECKSUM_MISSING'])
    expect(asked()).toEqual(once([...around(KUBECTL, ALL), ...around(SBOM_PATH, ALL)]))
  })

  test('a channel that is not there', async () => {
    expect(codesOf(await step({ version: 'stable-1.99' }))).toEqual(['RELEASE_CHANNEL_UNRESOLVED'])
    expect(lab.site.requests.map(({ url }) => url)).toEqual(['/release/stable-1.99.txt'])
  })

  test('a pair that does not belong together is not waited for in the log', async () => {
    const other = release.artifact('bin/linux/amd64/kubeadm')
    lab.cdn.override(`${KUBECTL}.cert`, behaviours.body(other.sidecars['.cert'] ?? ''))
    const result = await step()
    expect(codesOf(result)).toEqual(['SIGNATURE_INVALID'])
    expect(asked()[`${KUBECTL}.cert`]).toBe(1)
  })
})

describe('a 404 that heals', () => {
  const heals = (path: string, times = 1): void => {
    lab.cdn.override(path, behaviours.status(404), { times })
  }

  test.each([
    ['the artifact, whose signature is there', KUBECTL],
    ['a signature, whose certificate is there', `${KUBECTL}.sig`],
    ['a certificate, whose signature is there', `${KUBECTL}.cert`],
    ['the signature of the SBOM', `${SBOM_PATH}.sig`],
  ])('%s', async (_, path) => {
    heals(path)
    const result = await step()
    expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 0, codes: [] })
    expect(asked()[path]).toBe(2)
  })

  test('the artifact, of which the SBOM alone says that it is there', async () => {
    for (const ending of ['.sig', '.cert']) lab.cdn.override(KUBECTL + ending, behaviours.status(404))
    heals(KUBECTL)
    const result = await step({ 'signature-source': 'release-sbom' })
    expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 0, codes: [] })
    expect(asked()[KUBECTL]).toBe(2)
  })

  test('the log entry of a pair that verifies', async () => {
    const { leafHash } = release.artifact(KUBECTL).entry
    lab.rekor.override(leafHash, behaviours.status(404), { times: 1 })
    expect((await step()).code).toBe(0)
  })

  test('and one that stays is told as what it is', async () => {
    lab.cdn.override(KUBECTL, behaviours.status(404))
    const result = await step()
    expect({ code: result.code, codes: codesOf(result) }).toEqual({
      code: 3,
      codes: ['RELEASE_ARTIFACT_NOT_PUBLISHED'],
    })
    expect(result.stdout).toContain('not published yet, or not for this platform')
  })

  test.each([`${KUBECTL}.sigstore.json`, `${KUBECTL}.sha256`, `${SBOM_PATH}.sigstore.json`])(
    '%s is asked for once: papers, bundles and checksums are final',
    async (path) => {
      heals(path)
      await step()
      expect(asked()).toEqual(once([...around(KUBECTL, ALL), ...around(SBOM_PATH, ALL)]))
    },
  )
})

describe('somebody in between', () => {
  const PORTAL = '<!doctype html>\n<title>Network sign-in</title>\n<p>This site needs your approval.\n'
  const portal = behaviours.body(PORTAL)

  test('a sign-in page in the place of the log is no contradiction', async () => {
    lab.rekor.override('', portal)
    const result = await step()
    expect({ code: result.code, codes: codesOf(result) }).toEqual({
      code: 3,
      codes: ['FETCH_ANSWER_UNEXPECTED'],
    })
    expect(result.outputs).toMatchObject({ outcome: 'unverifiable', reason: 'network' })
    expect(result.stdout).toContain('answered with an HTML or XML page')
  })

  test('one that goes away is waited for', async () => {
    lab.rekor.override('', portal, { times: 2 })
    expect((await step()).code).toBe(0)
  })

  const pages = [KUBECTL, ...around(KUBECTL, ['.sig', '.cert', '.sha256']), SBOM_PATH, `${SBOM_PATH}.sig`]

  test.each(pages)('a page in the place of %s is asked again', async (path) => {
    lab.cdn.override(path, portal, { times: 1 })
    const result = await step()
    expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 0, codes: [] })
    expect(asked()[path]).toBe(2)
  })

  test.each(pages)('a page that stays in the place of %s rejects nothing', async (path) => {
    lab.cdn.override(path, portal)
    const result = await step()
    expect(result.code).toBe(3)
    expect(result.outputs['outcome']).toBe('unverifiable')
    expect(asked()[path]).toBe(3)
  })
})

describe('what hangs', () => {
  test('a bundle that nobody published holds nothing up that is proven without it', async () => {
    lab.cdn.override(`${KUBECTL}.sigstore.json`, behaviours.stall())
    lab.cdn.override(`${SBOM_PATH}.sigstore.json`, behaviours.stall())
    const startedAt = performance.now()
    const result = await step()
    expect({ code: result.code, codes: codesOf(result), warnings: warningsOf(result) }).toEqual({
      code: 0,
      codes: [],
      warnings: [],
    })
    // Far below the time that is waited for an answer that is needed.
    expect(performance.now() - startedAt).toBeLessThan(15_000)
  })
})

describe('the log’s batches', () => {
  test.each([404, 405, 501])('%i: an audit asks one by one', async (status) => {
    lab.rekor.override('/retrieve', behaviours.status(status))
    const { code, stdout } = await runProgram(join(DIST, 'cli.js'), [
      'audit',
      '--version',
      'v1.35.2',
      '--artifacts',
      'kubectl,kubeadm',
      '--os',
      'linux',
      '--arch',
      'amd64',
      ...job.flags,
      '--report',
      join(job.folder, 'audit'),
    ])
    expect({ code, stdout: stdout.slice(-300) }).toMatchObject({ code: 0 })
    expect(lab.rekor.requests.filter(({ url }) => /entries\/[0-9a-f]{64}$/.test(url)).length).toBeGreaterThan(
      1,
    )
  })
})

/** A proxy that answers every CONNECT in one way. */
class RefusingProxy {
  readonly asked: string[] = []
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  constructor(answer: string) {
    this.#server = createServer((_: IncomingMessage, response: ServerResponse) =>
      response.writeHead(501).end(),
    )
    this.#server.on('connection', (socket) => this.#sockets.add(socket))
    this.#server.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
      this.asked.push(url)
      socket.on('error', () => undefined)
      socket.end(answer)
    })
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }
}

describe('a proxy', () => {
  const run = (env: Readonly<Record<string, string>>, inputs: Inputs = {}): Promise<StepResult> =>
    job.runner.step(
      {
        version: 'v1.35.2',
        os: 'linux',
        arch: 'amd64',
        patience: '0.05',
        'trusted-root': job.trustedRoot,
        ...inputs,
      },
      env,
    )
  const withProxy = async (answer: string, use: (proxy: RefusingProxy, host: string) => Promise<void>) => {
    const proxy = new RefusingProxy(answer)
    const host = await proxy.start()
    try {
      await use(proxy, host)
    } finally {
      await proxy.stop()
    }
  }
  const REFUSAL_407 =
    'HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="x"\r\ncontent-length: 0\r\n\r\n'
  const REFUSAL_403 = 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n'

  test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'])(
    '%s that wants credentials is asked once, whatever is fetched',
    async (variable) => {
      await withProxy(REFUSAL_407, async (proxy, host) => {
        const inputs = { artifacts: 'kubectl,kubeadm,kubelet', 'trusted-root': 'auto' }
        const result = await run({ [variable]: `http://user:hunter2@${host}` }, inputs)
        expect(proxy.asked).toHaveLength(1)
        expect(result.code).toBe(3)
        expect(result.stdout).toContain(
          `the proxy http://${host} (${variable}) refused to connect, with status 407`,
        )
        expect(result.stdout).toContain(`Put the proxy's user and password into ${variable}`)
        expect(result.stdout).not.toContain('hunter2')
        expect(result.outputs).toMatchObject({ outcome: 'unverifiable', reason: 'network' })
      })
    },
  )

  test('one that forbids is asked once for each host', async () => {
    await withProxy(REFUSAL_403, async (proxy, host) => {
      const inputs = { artifacts: 'kubectl,kubeadm,kubelet', 'trusted-root': 'auto' }
      const result = await run({ HTTPS_PROXY: host }, inputs)
      expect([...proxy.asked].sort()).toEqual([...new Set(proxy.asked)].sort())
      expect(proxy.asked).toContain('dl.k8s.io:443')
      expect(result.code).toBe(3)
      expect(result.stdout).toContain(
        `the proxy http://${host} (HTTPS_PROXY) refused to connect, with status 403`,
      )
      expect(result.stdout).toContain('or name the host in NO_PROXY')
    })
  })

  test('TUF goes through the same one', async () => {
    await withProxy(REFUSAL_403, async (proxy, host) => {
      await run({ HTTPS_PROXY: `http://${host}` }, { 'trusted-root': 'tuf' })
      expect(proxy.asked).toContain('tuf-repo-cdn.sigstore.dev:443')
    })
  })

  test.each([
    '*',
    '*.k8s.io,*.sigstore.dev',
    '.k8s.io, .sigstore.dev',
    'k8s.io,sigstore.dev',
    'dl.k8s.io:443,rekor.sigstore.dev:443',
  ])('NO_PROXY=%s: it is not asked at all', async (noProxy) => {
    await withProxy(REFUSAL_403, async (proxy, host) => {
      for (const variable of ['NO_PROXY', 'no_proxy']) {
        const result = await run({ HTTPS_PROXY: `http://${host}`, [variable]: noProxy }, { patience: '0' })
        expect(result.code).toBe(3)
        expect(result.stdout).not.toContain('the proxy')
      }
      expect(proxy.asked).toEqual([])
    })
  })

  test.each(['socks5://127.0.0.1:9', 'socks5h://user:hunter2@127.0.0.1:9', 'ftp://127.0.0.1:9'])(
    '%s is refused by name, and nothing goes directly',
    async (url) => {
      const result = await run({ ALL_PROXY: url })
      expect(result.code).toBe(3)
      expect(result.stdout).toContain(
        `ALL_PROXY names a proxy of the kind ${url.split(':')[0] ?? ''}, which is not supported`,
      )
      expect(result.stdout).not.toContain('hunter2')
    },
  )

  test('loopback is reached directly, whatever the variables say', async () => {
    await withProxy(REFUSAL_403, async (proxy, host) => {
      const env = {
        HTTP_PROXY: `http://${host}`,
        HTTPS_PROXY: `http://${host}`,
        ALL_PROXY: 'socks5://127.0.0.1:9',
      }
      expect((await job.step({}, env)).code).toBe(0)
      expect(proxy.asked).toEqual([])
    })
  })
})

describe('a tool cache that is read-only', () => {
  const inClosed = async (inputs: Inputs = {}, code?: string): Promise<StepResult> =>
    job.step(inputs, await closeForWriting(job.runner.toolCache, job.folder, code))
  beforeEach(async () => {
    expect((await step()).code).toBe(0)
    lab.reset()
  })

  test('a hit that is proven needs no write', async () => {
    const result = await inClosed()
    expect({ code: result.code, hit: result.outputs['cache-hit'], codes: codesOf(result) }).toEqual({
      code: 0,
      hit: 'true',
      codes: [],
    })
    expect(result.outputs['path']).toBe(join(job.runner.toolCache, 'kubectl/1.35.2/linux-amd64/kubectl'))
    expect(warningsOf(result)).toEqual([])
  })

  test.each(['EROFS', 'EACCES', 'ENOSPC', 'EDQUOT'])(
    'a miss goes to RUNNER_TEMP, with the reason: %s',
    async (code) => {
      const result = await inClosed({ artifacts: 'kubectl,kubeadm' }, code)
      expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 0, codes: [] })
      expect(result.stdout).toContain(
        '::notice::kubeadm is installed in RUNNER_TEMP, not in the tool cache: ',
      )
      expect(result.stdout).toMatch(/not in the tool cache: .* cannot be written to/)
      expect(result.outputs['paths']).toContain(job.runner.temp)
    },
  )

  test('a hit that does not hold is fetched, and does not end the run', async () => {
    const file = join(job.runner.toolCache, 'kubectl/1.35.2/linux-amd64/kubectl')
    await chmod(file, 0o755)
    await writeFile(file, 'evil')
    const result = await inClosed()
    expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 0, codes: [] })
    expect(result.outputs['path']).toContain(job.runner.temp)
  })

  test.each([
    ['ENOSPC', 'The disk is full'],
    ['EDQUOT', 'The quota on that disk is used up'],
    ['EROFS', 'The disk is mounted read-only'],
    ['EMFILE', 'The limit of open files is reached'],
  ])('nowhere to write: %s has its remedy', async (code, remedy) => {
    const result = await job.runner.step(
      { version: 'v1.35.2', os: 'linux', arch: 'amd64', ...job.servers, artifacts: 'kubeadm' },
      await closeForWriting(
        [job.runner.temp, job.runner.toolCache],
        await mkdtemp(join(tmpdir(), 'closed-')),
        code,
      ),
    )
    expect({ code: result.code, codes: codesOf(result) }).toEqual({
      code: 3,
      codes: ['INSTALL_WRITE_FAILED'],
    })
    expect(result.stdout).toContain(remedy)
  })
})

describe('traffic that is signed by a private authority', () => {
  const fetchThere = async (url: string, env: Readonly<Record<string, string>> = {}): Promise<Finished> =>
    runProgram(
      join(DIST, 'cli.js'),
      [
        'get',
        'kubectl',
        ...['--version', 'v1.35.2', '--os', 'linux', '--arch', 'amd64', '--output', join(job.folder, 'out')],
        ...['--release-url', url, '--rekor-url', lab.rekorUrl, '--trusted-root', job.trustedRoot],
      ],
      env,
    )

  test('is tried once, and the remedy is NODE_EXTRA_CA_CERTS; which works', async () => {
    const front = await startTlsFront(lab.cdn)
    try {
      const refused = await fetchThere(front.url)
      expect(refused.code).toBe(3)
      expect(refused.stderr + refused.stdout).toContain('NODE_EXTRA_CA_CERTS')
      expect(refused.stderr + refused.stdout).not.toMatch(/tried \d+ times/)
      const path = join(job.folder, 'authority.pem')
      await writeFile(path, front.certificate)
      expect((await fetchThere(front.url, { NODE_EXTRA_CA_CERTS: path })).code).toBe(0)
    } finally {
      await front.close()
    }
  })
})
