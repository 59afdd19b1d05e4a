// `lock update` and `lock diff`, by the built command line: a lock file that moves, the proof of each new digest, and
// what whoever can change a lock file may have put there.
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readAll, toContent } from '../../src/lab/content.js'
import { type Release, SBOM_PATH, signArtifact } from '../../src/lab/release.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { WebServer, behaviours, text } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { HOSTILE_TEXTS } from '../support/hostile-texts.js'
import { findSchemaFaults } from '../support/schemas.js'
import { type JsonPath, changeAt, leavesOf, removeAt } from '../support/json.js'
import { requestsOf, withJob, withoutOwnRoot } from '../support/job.js'

const HOUR = 3_600_000
const KUBECTL = 'bin/linux/amd64/kubectl'
const KUBEADM = 'bin/linux/amd64/kubeadm'
const paths = [KUBECTL, KUBEADM, 'bin/linux/arm64/kubectl']
const CLI = join(DIST, 'cli.js')
const NAMES = ['kubectl', 'kubeadm', '--os', 'linux', '--arch', 'amd64']

interface Entry {
  version: string
  path: string
  platform?: string
  digest: string
  logIndex: number
  bundle: Record<string, unknown>
  [further: string]: unknown
}
interface LockJson {
  request: { versions: Record<string, string[]>; artifacts: string[]; platforms: string[]; urls?: string[] }
  artifacts: Entry[]
  [further: string]: unknown
}

const { lab, release, job } = await withJob(async (started) => {
  const at = (hours: number): Date => new Date(started.now.getTime() - (hours + 0.1) * HOUR)
  const first = await started.publish({ version: 'v1.35.2', paths, signedAt: at(60 * 24) })
  await started.publish({ version: 'v1.35.3', paths, signedAt: at(5) })
  await started.publish({ version: 'v1.34.7', paths, signedAt: at(70 * 24) })
  return first
})
const newer = lab.releases.get('v1.35.3') as Release

/** The newer release as it was first published. */
const genuine = new Map([...newer.artifacts])
function restore(): void {
  for (const [path, artifact] of genuine) newer.put(path, artifact)
}

let lock: string
beforeEach(() => {
  lock = join(job.folder, 'k8s-artifacts.lock.json')
  setChannel('stable-1.35', 'v1.35.2')
  setChannel('stable', 'v1.35.3')
})

const setChannel = (name: string, version: string): void => void lab.channels.set(`${name}.txt`, version)
const cli = (...argv: string[]): Promise<Finished> => runProgram(CLI, argv)
const update = (...flags: string[]): Promise<Finished> => cli('lock', 'update', lock, ...job.flags, ...flags)
const diff = (former: string, current: string, ...flags: string[]): Promise<Finished> =>
  cli('lock', 'diff', former, current, ...job.flags.slice(0, 2), ...job.flags.slice(4), ...flags)
const read = async (path = lock): Promise<LockJson> => JSON.parse(await readFile(path, 'utf8')) as LockJson

/** Writes the first lock file, by `get`. */
async function create(version = 'stable-1.35', ...flags: string[]): Promise<void> {
  const output = ['--output', join(job.folder, 'out')]
  const result = await cli(
    ...['get', ...NAMES, '--version', version, '--lock-file', lock, ...output, ...job.flags, ...flags],
  )
  expect([result.code, /error: .*/.exec(result.stderr)]).toEqual([0, null])
  lab.reset()
}

/** The lock file before and after it moved to v1.35.3. */
async function move(): Promise<{ former: string; current: string }> {
  await create()
  const former = join(job.folder, 'former.lock.json')
  await writeFile(former, await readFile(lock))
  setChannel('stable-1.35', 'v1.35.3')
  expect((await update()).code).toBe(0)
  lab.reset()
  return { former, current: lock }
}

/** A lock file with something in it changed. */
async function change(path: string, edit: (value: LockJson) => unknown): Promise<string> {
  const value = await read(path)
  const text = JSON.stringify(edit(value) ?? value)
  const changed = join(job.folder, 'changed.lock.json')
  await writeFile(changed, text)
  return changed
}

describe('lock update', () => {
  test('moves to the newest patch, once all of it is proven, and tells the proof of each new digest', async () => {
    await create()
    setChannel('stable-1.35', 'v1.35.3')
    const result = await update()
    expect([result.code, withoutOwnRoot(result.stderr)]).toEqual([
      0,
      expect.stringMatching(/wrote .*lock\.json\n$/),
    ])
    expect(result.stdout).toContain('stable-1.35: v1.35.2 → v1.35.3\nverified\n')
    expect(result.stdout).toContain(`✓ ${KUBECTL} v1.35.2 → v1.35.3 moved\n`)
    for (const path of [KUBECTL, KUBEADM, SBOM_PATH])
      expect(result.stdout).toContain(`sha256:${newer.artifact(path).sha256}`)
    const { request, artifacts } = await read()
    expect(request).toEqual({
      versions: { 'stable-1.35': ['v1.35.3'] },
      artifacts: ['kubeadm', 'kubectl'],
      platforms: ['linux/amd64'],
    })
    expect(artifacts.map(({ version, path, digest }) => [version, path, digest])).toEqual(
      [KUBEADM, KUBECTL, SBOM_PATH].map((path) => ['v1.35.3', path, `sha256:${newer.artifact(path).sha256}`]),
    )
    // A frozen run takes it.
    const frozen = ['--frozen', '--lock-file', lock, '--output', join(job.folder, 'frozen')]
    expect((await cli('get', ...NAMES, '--version', 'stable-1.35', ...frozen, ...job.flags)).code).toBe(0)
    // Nothing else was left in its folder.
    expect((await readdir(job.folder)).filter((name) => name.includes('lock'))).toEqual([
      'k8s-artifacts.lock.json',
    ])
  })

  test('where nothing is newer, the file stays byte for byte, and is not written', async () => {
    await create()
    const [before, { mtimeMs }] = [await readFile(lock), await stat(lock)]
    for (const [format, said] of [
      ['text', 'nothing has changed\nverified\n'],
      ['markdown', 'Nothing has changed.'],
      ['json', '"isChanged": false'],
    ] as const) {
      const result = await update('--format', format)
      expect([result.code, withoutOwnRoot(result.stderr)]).toEqual([0, ''])
      expect(result.stdout).toContain(said)
    }
    expect([(await readFile(lock)).equals(before), (await stat(lock)).mtimeMs]).toEqual([true, mtimeMs])
  })

  /** Nothing came of it: not in the file, not beside it, and not on standard output. */
  async function expectKept(flags: readonly string[], code: number, error: string): Promise<Finished> {
    const [before, { mtimeMs }] = [await readFile(lock), await stat(lock)]
    const result = await update('--format', 'markdown', ...flags)
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: '' })
    expect(result.stderr).toContain(`error: ${error}: `)
    expect([(await readFile(lock)).equals(before), (await stat(lock)).mtimeMs]).toEqual([true, mtimeMs])
    expect((await readdir(job.folder)).filter((name) => name.includes('lock'))).toEqual([
      'k8s-artifacts.lock.json',
    ])
    return result
  }

  describe('the file stays as it was', () => {
    beforeEach(async () => {
      await create()
      setChannel('stable-1.35', 'v1.35.3')
    })

    test('when the site is away', async () => {
      lab.cdn.override('stable-1.35.txt', behaviours.status(503))
      await expectKept([], 3, 'RELEASE_CHANNEL_UNRESOLVED')
      lab.reset()
      lab.cdn.override(`v1.35.3/${KUBEADM}`, behaviours.status(503))
      await expectKept([], 3, 'FETCH_HTTP_STATUS')
    })

    test('when one of several artifacts is not signed', async () => {
      lab.cdn.override(`v1.35.3/${KUBEADM}.sig`, behaviours.status(404))
      await expectKept([], 3, 'EVIDENCE_SIGNATURE_MISSING')
      const { stdout } = await update('--format', 'json')
      expect(JSON.parse(stdout)).toMatchObject({
        outcome: 'unverifiable',
        code: 'EVIDENCE_SIGNATURE_MISSING',
      })
    })

    test('when one of several artifacts was changed', async () => {
      lab.cdn.override(`v1.35.3/${KUBEADM}`, behaviours.body(Buffer.from('evil')))
      await expectKept([], 1, 'DIGEST_MISMATCH')
    })

    test('when an artifact is the genuine one of another release', async () => {
      newer.put(KUBECTL, release.artifact(KUBECTL))
      try {
        await expectKept([], 1, 'RELEASE_BINDING_MISMATCH')
      } finally {
        restore()
      }
    })

    test('when the channel is no channel', async () => {
      setChannel('stable-1.35', '<html>')
      await expectKept([], 3, 'RELEASE_CHANNEL_UNRESOLVED')
    })

    test('when the release is too young, which is said', async () => {
      const { mtimeMs } = await stat(lock)
      const result = await update('--minimum-age', '3d', '--format', 'markdown')
      expect([result.code, (await stat(lock)).mtimeMs]).toEqual([0, mtimeMs])
      expect(result.stdout).toContain('- **Note**: `v1.35.3 was passed over: it was signed 5 hours ago`')
      expect(result.stdout).toContain('**Nothing has changed.**')
      await expectKept(['--version', 'v1.35.3', '--minimum-age', '3d'], 3, 'RELEASE_TOO_NEW')
      expect((await update('--minimum-age', '1h')).stdout).toContain('stable-1.35: v1.35.2 → v1.35.3\n')
    })
  })

  test('other bytes under the same version are an alarm, whoever signed them', async () => {
    setChannel('stable-1.35', 'v1.35.3')
    await create()
    newer.put(KUBECTL, await signArtifact(toContent(Buffer.from('anew')), lab.signing))
    try {
      await expectKept([], 1, 'LOCK_DIGEST_MOVED')
    } finally {
      restore()
    }
  })

  test('a channel that goes back is refused, under whichever name; an older version that is named is said', async () => {
    setChannel('stable-1.35', 'v1.35.3')
    await create()
    setChannel('stable-1.35', 'v1.35.2')
    setChannel('stable', 'v1.34.7')
    setChannel('stable-1.34', 'v1.34.7')
    await expectKept([], 1, 'LOCK_VERSION_BACKWARDS')
    await expectKept(['--version', 'stable'], 1, 'LOCK_VERSION_BACKWARDS')
    await expectKept(['--version', '>=1.34 <1.36'], 1, 'LOCK_VERSION_BACKWARDS')
    const result = await update('--version', 'v1.35.2')
    expect([result.code, (await read()).request.versions]).toEqual([0, { 'v1.35.2': ['v1.35.2'] }])
    expect(result.stderr).toContain(`warning: ${KUBECTL} goes back from v1.35.3 to v1.35.2\n`)
  })

  test('an exact version stays, which is said; another is named by --version', async () => {
    await create('v1.35.2')
    setChannel('stable-1.35', 'v1.35.3')
    const stays = await update()
    expect([stays.code, stays.stdout]).toEqual([0, 'nothing has changed\nverified\n'])
    expect(stays.stderr).toContain(
      'note: the lock file asks for exactly v1.35.2, which stays; --version names',
    )
    const moved = await update('--version', '1.35')
    expect(moved.stdout).toContain('stable-1.35: nothing → v1.35.3\nv1.35.2: v1.35.2 → nothing\nverified\n')
    expect((await read()).request.versions).toEqual({ 'stable-1.35': ['v1.35.3'] })
  })

  test('what fits a cluster: each component by its own rule, as before', async () => {
    await create('skew:v1.35.0')
    expect((await read()).request.versions).toEqual({ 'skew:1.35': ['v1.35.2'] })
    setChannel('stable-1.35', 'v1.35.3')
    const result = await update()
    expect([result.code, result.stdout]).toEqual([
      0,
      expect.stringContaining('skew:1.35: v1.35.2 → v1.35.3\n'),
    ])
    expect((await diff(lock, lock)).code).toBe(0)
  })

  test('several releases: each minor moves by itself', async () => {
    await create('stable-1.35,v1.34.7')
    setChannel('stable-1.35', 'v1.35.3')
    const { stdout } = await update('--format', 'json')
    const { changes, unchanged } = JSON.parse(stdout) as { changes: { former: unknown }[]; unchanged: number }
    expect([changes.length, unchanged]).toEqual([3, 3])
    for (const each of changes) expect(each).toMatchObject({ kind: 'moved', former: { version: 'v1.35.2' } })
  })

  test('a proof in it that does not hold is replaced, which is said; its digest keeps its say', async () => {
    await create()
    const bundle = (value: LockJson): Entry['bundle'] => value.artifacts[1]?.bundle ?? {}
    await writeFile(
      lock,
      await readFile(await change(lock, (value) => void delete bundle(value)['messageSignature'])),
    )
    const result = await update()
    expect([result.code, bundle(await read())]).toEqual([
      0,
      expect.objectContaining({ messageSignature: expect.anything() as unknown }),
    ])
    expect(result.stderr).toContain("warning: the lock file's proof of kubectl v1.35.2 fails ")
    expect(result.stdout).toContain(`✓ ${KUBECTL} v1.35.2 proven otherwise\n`)
    await writeFile(
      lock,
      await readFile(
        await change(lock, ({ artifacts: [, kubectl] }) => {
          if (kubectl) kubectl.digest = `sha256:${'0'.repeat(64)}`
        }),
      ),
    )
    expect((await update()).stderr).toContain('error: LOCK_DIGEST_MOVED: ')
  })

  test('by the SBOM alone, and with the states of the log kept', async () => {
    await create('stable-1.35', '--signature-source', 'release-sbom')
    setChannel('stable-1.35', 'v1.35.3')
    const checkpoint = join(job.folder, 'checkpoints.json')
    const report = join(job.folder, 'report')
    const kept = ['--log-checkpoint', checkpoint, '--report', report]
    const result = await update('--signature-source', 'release-sbom', ...kept)
    expect(result.code).toBe(0)
    expect(result.stdout).toContain('proven by the signed SBOM of the release alone,')
    expect((await read()).artifacts[0]).toMatchObject({ version: 'v1.35.3', signatureSource: 'release-sbom' })
    expect((await stat(checkpoint)).size).toBeGreaterThan(0)
    expect(await readFile(join(report, 'report.json'), 'utf8')).toContain('"outcome": "verified"')
    const told = await diff(lock, lock, '--report', report)
    expect([told.code, told.stdout]).toEqual([0, 'nothing has changed\nverified\n'])
    expect((await diff(lock, lock, '--release-binding', 'off')).stderr).toContain('error: INPUT_CONFLICT: ')
  })

  test.each<[string, (value: LockJson) => unknown, string]>([
    ['a field more', (value) => ({ ...value, evil: 1 }), 'evil'],
    ['another form', (value) => ({ ...value, lockfileVersion: 2 }), 'lockfileVersion: is not 1'],
    [
      'two versions in one',
      ({ request }) => void (request.versions = { 'stable,latest': ['v1.35.2'] }),
      '"stable,latest" is not how',
    ],
    [
      'no version',
      ({ request }) => void (request.versions = { '$(id)': ['v1.35.2'] }),
      '"$(id)" is not a version',
    ],
    ['a group', ({ request }) => void (request.artifacts = ['client']), '"client" is not an artifact'],
    [
      'an image',
      ({ request }) => void (request.artifacts = ['image:pause']),
      '"image:pause" is not an artifact',
    ],
    [
      'a name that hides',
      ({ request }) => void (request.artifacts = ['kube\u001b[2Jctl\n::error::']),
      '"kube\\u{1b}[2Jctl\\u{a}::error::" is not an artifact',
    ],
    [
      'no platform',
      ({ request }) => void (request.platforms = ['linux/../amd64']),
      '"linux/../amd64" is not a platform',
    ],
    ['a URL beside', ({ request }) => void (request.urls = ['https://example.com/x']), 'and not both'],
    ['nothing', ({ request }) => void (request.versions = {}), 'and not both'],
    [
      'too much',
      ({ request }) =>
        void (request.versions = Object.fromEntries(
          Array.from({ length: 101 }, (_, n) => [`v1.35.${n}`, []]),
        )),
      'more than 100',
    ],
  ])('%s in the file is bad input, and nobody is asked', async (_, edit, message) => {
    await create()
    await writeFile(lock, await readFile(await change(lock, edit)))
    await expectMalformed(message)
  })

  async function expectMalformed(message: string): Promise<void> {
    const before = await readFile(lock)
    const result = await update()
    expect([result.code, (await readFile(lock)).equals(before)]).toEqual([2, true])
    expect(result.stderr).toContain(`error: LOCK_MALFORMED: the lock file "${lock}" is not in its format: `)
    expect(result.stderr).toContain(message)
    expect(requestsOf(lab)).toEqual([])
  }

  test.each([
    ['is no JSON', '<html>', 'LOCK_MALFORMED'],
    ['is empty', '', 'LOCK_MALFORMED'],
    ['is far too large', ' '.repeat(32 * 1024 * 1024 + 1), 'LOCK_MISSING'],
  ])('a file that %s', async (_, text, code) => {
    await writeFile(lock, text)
    const result = await update()
    expect([result.code, result.stderr]).toEqual([
      2,
      expect.stringContaining(`error: ${code}: the lock file "${lock}"`),
    ])
    expect(requestsOf(lab)).toEqual([])
  })

  test('a lock file of URLs needs to be told who signs them, and takes no version', async () => {
    const request = { versions: {}, artifacts: [], platforms: [], urls: ['https://example.com/tool'] }
    await writeFile(lock, JSON.stringify({ lockfileVersion: 1, request, artifacts: [] }))
    expect((await update()).stderr).toContain('error: INPUT_REQUIRED: --certificate-identity: is needed')
    const signer = ['--certificate-identity', 'me', '--certificate-oidc-issuer', 'https://example.com']
    expect((await update(...signer, '--version', 'stable')).stderr).toContain(
      'error: INPUT_CONFLICT: --version: is for artifacts of a release',
    )
  })

  test.each([
    [['a', 'b'], 'b: is one argument too many'],
    [['--format', 'yaml'], 'allowed: text, json, markdown'],
    [['--nope', '--format', 'markdown'], '--nope: is not a flag'],
    [['--format', 'markdown', '--verbose'], '--verbose: is about a result for people'],
    [['--offline'], '--offline: is allowed where --release-url is a folder'],
    [['--version', 'nope'], '--version: "nope" is not a version'],
    [['--artifacts', 'kubectl'], '--artifacts: is an input of get, plan'],
    [['/nonexistent'], 'there is no lock file "/nonexistent"'],
  ])('bad input: %j', async (flags, message) => {
    const result = await cli('lock', 'update', ...flags)
    expect([result.code, result.stdout]).toEqual([2, flags.includes('markdown') ? '' : 'unverifiable\n'])
    expect(result.stderr).toContain(message)
  })
})

test('artifacts of another project, by their URLs and by who has to have signed them', async () => {
  const signer = [
    '--certificate-identity',
    'me@example.com',
    '--certificate-oidc-issuer',
    'https://issuer.example',
  ]
  const by = { ...lab.signing, identity: 'me@example.com', issuer: 'https://issuer.example' }
  const files = new Map<string, Buffer>()
  for (const name of ['tool-1', 'tool-2']) {
    const artifact = await signArtifact(toContent(Buffer.from(name)), by)
    files.set(`/${name}`, readAll(artifact.content))
    for (const [ending, bytes] of Object.entries(artifact.sidecars)) files.set(`/${name}${ending}`, bytes)
  }
  const site = await WebServer.start(({ url = '' }) => {
    const bytes = files.get(url)
    return bytes === undefined ? text(404, '') : { status: 200, content: toContent(bytes) }
  })
  try {
    const output = ['--output', join(job.folder, 'out'), ...signer, ...job.flags]
    const other = join(job.folder, 'other.lock.json')
    for (const [path, name] of [
      [lock, 'tool-1'],
      [other, 'tool-2'],
    ] as const)
      expect((await cli('get', '--url', `${site.url}/${name}`, '--lock-file', path, ...output)).code).toBe(0)
    const stays = await update(...signer)
    expect([stays.code, stays.stdout]).toEqual([0, 'nothing has changed\nverified\n'])
    const host = new URL(site.url).host
    const told = await diff(lock, other, ...signer)
    expect([told.code, told.stdout]).toEqual([0, expect.stringContaining(`✓ ${host}/tool-2 added\n`)])
    expect(told.stdout).toContain('signed by me@example.com, by the word of https://issuer.example\n')
    expect(told.stdout).toContain('of no release\n')
    expect((await diff(lock, other)).stderr).toContain(
      'error: INPUT_REQUIRED: --certificate-identity: is needed',
    )
    const stranger = [...signer.slice(0, 1), 'mallory@example.com', ...signer.slice(2)]
    expect((await diff(lock, other, ...stranger)).stderr).toContain('error: IDENTITY_MISMATCH: ')
    // Other bytes at the same URL, by the same signer.
    for (const ending of ['', '.sig', '.cert', '.sha256', '.sha512'])
      files.set(`/tool-1${ending}`, files.get(`/tool-2${ending}`) ?? Buffer.alloc(0))
    expect((await update(...signer)).stderr).toContain('error: LOCK_DIGEST_MOVED: ')
  } finally {
    await site.close()
  }
})

describe('lock diff', () => {
  const INDEX = (path: string): string => String(lab.log.answer(newer.artifact(path).entry).logIndex)
  const offline = ['--offline', '--release-binding', 'off']
  const diffAlone = (former: string, current: string, ...flags: string[]): Promise<Finished> =>
    cli('lock', 'diff', former, current, '--trusted-root', job.trustedRoot, ...offline, ...flags)
  let former: string
  let current: string

  beforeEach(async () => {
    ;({ former, current } = await move())
  })

  test('the proof of each new digest, in every form; only the SBOM is fetched, and no log is asked', async () => {
    for (const format of ['text', 'json', 'markdown']) {
      const { code, stdout, stderr } = await diff(former, current, '--format', format)
      expect([code, withoutOwnRoot(stderr)]).toEqual([0, ''])
      for (const path of [KUBECTL, KUBEADM, SBOM_PATH])
        for (const fact of [newer.artifact(path).sha256, INDEX(path), 'krel-staging@k8s-releng-prod.iam'])
          expect(stdout).toContain(fact)
    }
    expect(new Set(requestsOf(lab).map(({ url }) => url))).toEqual(new Set([`/release/v1.35.3/${SBOM_PATH}`]))
  })

  test('as JSON: what moved from where to where, and by what it is proven', async () => {
    const { stdout } = await diff(former, current, '--format', 'json')
    const state = (of: Release, version: string) => ({
      version,
      digest: `sha256:${of.artifact(KUBECTL).sha256}`,
    })
    const logIndex = Number(INDEX(KUBECTL))
    expect(await findSchemaFaults('lock-changes', JSON.parse(stdout))).toEqual([])
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      outcome: 'verified',
      exitCode: 0,
      isChanged: true,
      asked: [{ what: 'version', name: 'stable-1.35', former: ['v1.35.2'], current: ['v1.35.3'] }],
      changes: [
        { path: KUBEADM },
        {
          kind: 'moved',
          path: KUBECTL,
          platform: 'linux/amd64',
          former: state(release, 'v1.35.2'),
          current: state(newer, 'v1.35.3'),
          proof: {
            signatureSource: 'artifact',
            signer: { oidcIssuer: 'https://accounts.google.com' },
            logEntry: { logIndex, uuid: expect.stringMatching(/^[0-9a-f]{80}$/) as string },
            releaseBinding: 'sbom',
            sbom: `sha256:${newer.artifact(SBOM_PATH).sha256}`,
          },
        },
        { path: SBOM_PATH },
      ],
      unchanged: 0,
    })
  })

  test('offline nothing is asked, and it says what was not looked at', async () => {
    const result = await diffAlone(former, current, '--format', 'markdown')
    expect([result.code, requestsOf(lab)]).toEqual([0, []])
    expect(result.stdout).toContain(
      '**Which version and file a digest is was not looked at: release-binding is off.**',
    )
    expect(result.stdout).not.toContain('listed under this path')
    expect(result.stderr).toContain('warning: release-binding is off')
    const refused = await cli('lock', 'diff', former, current, '--offline')
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("leaves out the releases' SBOMs"),
    ])
  })

  test('offline with an export of the release, all of it is proven', async () => {
    const folder = join(job.folder, 'export')
    const names = [...NAMES, '--version', 'v1.35.3', '--output', folder]
    expect((await cli('export', ...names, ...job.flags)).code).toBe(0)
    lab.reset()
    const site = ['--offline', '--release-url', `file://${folder}`, '--trusted-root', job.trustedRoot]
    const result = await cli('lock', 'diff', former, current, ...site)
    expect([result.code, requestsOf(lab)]).toEqual([0, []])
    expect(result.stdout).toContain('listed under this path by the signed SBOM')
    // And a file is moved there, too.
    await writeFile(lock, await readFile(former))
    const moved = await cli('lock', 'update', lock, '--version', 'v1.35.3', ...site)
    expect([moved.code, requestsOf(lab)]).toEqual([0, []])
    expect((await read()).request.versions).toEqual({ 'v1.35.3': ['v1.35.3'] })
  })

  test('two that are the same, and one that was not there', async () => {
    expect((await diff(current, current)).stdout).toBe('nothing has changed\nverified\n')
    // Standard input is empty.
    const first = await diff('-', current)
    expect([first.code, first.stdout.match(/ added$/gm)]).toEqual([0, [' added', ' added', ' added']])
    expect(first.stdout).toContain('stable-1.35: nothing → v1.35.3\nartifacts: nothing → kubeadm, kubectl\n')
    expect((await diff(current, '-')).stderr).toContain('LOCK_MISSING: standard input holds no lock file')
  })

  test('either may come from standard input', async () => {
    const piped = (argv: readonly string[], input: Buffer) =>
      spawnSync(
        process.execPath,
        [CLI, 'lock', 'diff', ...argv, ...offline, '--trusted-root', job.trustedRoot],
        {
          input,
          encoding: 'utf8',
        },
      )
    const texts = [await readFile(former), await readFile(current)] as const
    expect(piped(['-', current], texts[0]).stdout).toContain('stable-1.35: v1.35.2 → v1.35.3\nverified\n')
    expect(piped([former, '-'], texts[1]).stdout).toContain('stable-1.35: v1.35.2 → v1.35.3\nverified\n')
    const large = piped(['-', current], Buffer.alloc(32 * 1024 * 1024 + 1, ' '))
    expect([large.status, large.stderr]).toEqual([
      2,
      expect.stringContaining('LOCK_MISSING: standard input cannot'),
    ])
    const html = piped(['-', current], Buffer.from('<html>'))
    expect([html.status, html.stderr]).toEqual([
      2,
      expect.stringContaining('the lock file on standard input is not JSON'),
    ])
  })

  test('what goes back is said, and shown', async () => {
    const result = await diff(current, former, '--format', 'markdown')
    expect([result.code, result.stdout.match(/^\| \*\*older\*\* \|/gm)?.length]).toEqual([0, 3])
    expect(result.stderr).toContain(`warning: ${KUBECTL} goes back from v1.35.3 to v1.35.2`)
  })

  test('a lock that is too young by the reviewer’s own rule', async () => {
    expect((await diff(former, current, '--minimum-age', '1h')).code).toBe(0)
    const result = await diff(former, current, '--minimum-age', '3d')
    expect([result.code, result.stderr]).toEqual([3, expect.stringContaining('error: RELEASE_TOO_NEW: ')])
  })

  /** The kubectl of a lock file. */
  const kubectlOf = ({ artifacts }: LockJson): Entry => {
    const entry = artifacts.find(({ path }) => path === KUBECTL)
    if (entry === undefined) throw new Error('there is no kubectl')
    return entry
  }
  const put = (entry: Entry, { digest, logIndex, bundle }: Entry): void =>
    void Object.assign(entry, { digest, logIndex, bundle })

  test.each<[string, (value: LockJson, before: LockJson) => unknown, number, string]>([
    [
      'another digest',
      (value) => void (kubectlOf(value).digest = `sha256:${'0'.repeat(64)}`),
      1,
      'LOCK_ENTRY_MISMATCH',
    ],
    ['another log index', (value) => void kubectlOf(value).logIndex++, 1, 'LOCK_ENTRY_MISMATCH'],
    [
      'another signer',
      (value) =>
        void (kubectlOf(value)['signer'] = {
          certificateIdentity: 'mallory@example.com',
          oidcIssuer: 'https://accounts.google.com',
        }),
      1,
      'LOCK_ENTRY_MISMATCH',
    ],
    [
      'the proof of another file',
      (value) => put(kubectlOf(value), value.artifacts[0] as Entry),
      1,
      'RELEASE_BINDING_MISMATCH',
    ],
    [
      'the proof of an older release',
      (value, before) => put(kubectlOf(value), kubectlOf(before)),
      1,
      'RELEASE_BINDING_MISMATCH',
    ],
    [
      'a signature of other bytes',
      (value) =>
        void Object.assign(kubectlOf(value).bundle, {
          messageSignature: { ...(kubectlOf(value).bundle['messageSignature'] as object), signature: 'MAo=' },
        }),
      1,
      'LOG_ENTRY_MISMATCH',
    ],
    [
      'no log entry',
      (value) =>
        void ((kubectlOf(value).bundle['verificationMaterial'] as Record<string, unknown>)['tlogEntries'] =
          []),
      3,
      'EVIDENCE_LOG_ENTRY_MISSING',
    ],
    ['no bundle', (value) => void (kubectlOf(value).bundle = {}), 3, 'EVIDENCE_UNREADABLE'],
    [
      'a field in a bundle that nobody reads',
      (value) => void (kubectlOf(value).bundle['evil'] = 1),
      2,
      'LOCK_MALFORMED',
    ],
    ['a field that nobody knows', (value) => void (kubectlOf(value)['evil'] = 1), 2, 'LOCK_MALFORMED'],
    [
      'a release that its request cannot mean',
      ({ request }) => void (request.versions['stable-1.35'] = ['v1.34.7']),
      2,
      'LOCK_MISMATCH',
    ],
    ['less than its request asks for', (value) => void value.artifacts.splice(0, 1), 2, 'LOCK_INCOMPLETE'],
    ['no SBOM', (value) => void value.artifacts.splice(2, 1), 2, 'LOCK_INCOMPLETE'],
    [
      'more than its request asks for',
      (value, before) => void value.artifacts.push(kubectlOf(before)),
      2,
      'LOCK_MALFORMED',
    ],
    [
      'a path out of the release',
      (value) => void value.artifacts.push({ ...kubectlOf(value), path: '../../evil' }),
      2,
      'LOCK_MALFORMED',
    ],
    ['the same twice', (value) => void value.artifacts.push(kubectlOf(value)), 2, 'LOCK_MALFORMED'],
  ])('a current one with %s: nothing is told as proven', async (_, edit, code, error) => {
    const before = await read(former)
    const hostile = await change(current, (value) => edit(value, before))
    const result = await diff(former, hostile, '--format', 'markdown')
    expect([result.code, result.stdout, result.stderr]).toEqual([
      code,
      '',
      expect.stringContaining(`error: ${error}: `),
    ])
    const json = JSON.parse((await diff(former, hostile, '--format', 'json')).stdout) as { changes?: unknown }
    expect(json).toMatchObject({ exitCode: code, code: error })
    expect(json.changes).toBeUndefined()
  })

  test('each field of the current one, changed or taken away, is refused', async () => {
    const genuine = await read(current)
    const hostile = join(job.folder, 'hostile.lock.json')
    // One artifact stands for all: their proofs have the same fields.
    const isLookedAt = (place: JsonPath): boolean =>
      place.length > 0 && (place[0] !== 'artifacts' || place[1] === 1)
    const leaves = leavesOf(genuine).filter(isLookedAt)
    expect(leaves.length).toBeGreaterThan(25)
    const accepted: string[] = []
    const attempt = async (name: string, value: unknown): Promise<void> => {
      await writeFile(hostile, JSON.stringify(value))
      const result = await diff(former, hostile, '--format', 'markdown')
      if (result.code === 0) accepted.push(name)
      else expect([name, [1, 2, 3].includes(result.code ?? 0), result.stdout]).toEqual([name, true, ''])
    }
    for (const leaf of leaves) {
      await attempt(`${leaf.join('.')} changed`, changeAt(genuine, leaf))
      await attempt(`${leaf.join('.')} gone`, removeAt(genuine, leaf))
    }
    // Its middle is the signer's name beside the signature, which is not signed, and not compared.
    expect(accepted).toEqual([expect.stringMatching(/checkpoint\.envelope changed$/)])
  }, 240_000)

  test('of two files it is said which one is at fault', async () => {
    const incomplete = await change(current, (value) => void value.artifacts.splice(0, 1))
    for (const [one, other, message] of [
      [incomplete, current, undefined],
      [former, incomplete, `the lock file "${incomplete}": the lock file does not cover v1.35.3/${KUBEADM}`],
      [CLI, current, `the lock file "${CLI}" is not JSON`],
      [current, CLI, `the lock file "${CLI}" is not JSON`],
    ] as const) {
      const { code, stderr } = await diff(one, other)
      expect([code, message === undefined || stderr.includes(message)]).toEqual([message ? 2 : 0, true])
    }
  })

  test('other bytes under the same version are an alarm, whoever signed them', async () => {
    newer.put(KUBECTL, await signArtifact(toContent(readAll(release.artifact(KUBECTL).content)), lab.signing))
    try {
      const other = join(job.folder, 'other.lock.json')
      const names = [
        'kubectl',
        '--os',
        'linux',
        '--arch',
        'amd64',
        '--version',
        'v1.35.3',
        '--release-binding',
        'off',
      ]
      const into = ['--lock-file', other, '--output', join(job.folder, 'other')]
      expect((await cli('get', ...names, ...into, ...job.flags)).code).toBe(0)
      const result = await diffAlone(current, other, '--format', 'markdown')
      expect([result.code, result.stdout]).toEqual([1, ''])
      expect(result.stderr).toContain(
        `error: LOCK_DIGEST_MOVED: v1.35.3/${KUBECTL} has another digest than before`,
      )
    } finally {
      restore()
    }
  })

  test('without the SBOM of the release nothing is told', async () => {
    lab.cdn.override(`v1.35.3/${SBOM_PATH}`, behaviours.status(503))
    const away = await diff(former, current, '--format', 'markdown')
    expect([away.code, away.stdout]).toEqual([3, ''])
    lab.cdn.override(
      `v1.35.3/${SBOM_PATH}`,
      behaviours.rewrite((bytes) => `${bytes.toString()} `),
    )
    const changed = await diff(former, current, '--format', 'markdown')
    expect([changed.code, changed.stdout]).toEqual([1, ''])
    expect(changed.stderr).toContain('error: LOCK_DIGEST_MOVED: ')
  })

  test('what a former one holds is never more than text', async () => {
    const texts = Object.values(HOSTILE_TEXTS)
    const hostile = await change(former, (value) => {
      const [entry] = value.artifacts
      value.artifacts.push(...texts.map((path) => ({ ...(entry as Entry), path, platform: path })))
      value.request.artifacts.push(...texts)
      Object.assign(value.request.versions, Object.fromEntries(texts.map((text) => [text, ['v1.35.2']])))
    })
    for (const format of ['text', 'json', 'markdown']) {
      const { code, stdout, stderr } = await diff(hostile, current, '--format', format)
      expect([format, code]).toEqual([format, 0])
      expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]|^\s*::|##\[/mu)
    }
  })
})

test.each([
  [[], 'are to be two, the former and the current'],
  [['a'], 'are to be two'],
  [['a', 'b', 'c'], 'c: is one argument too many'],
  [['-', '-'], 'are both standard input'],
  [['a', 'b', '--format', 'html'], 'allowed: text, json, markdown'],
  [['a', 'b', '--rekor-url', 'https://rekor.example'], '--rekor-url: is an input of get'],
  [['/nonexistent', 'b'], 'there is no lock file "/nonexistent"'],
  [['/dev/zero', 'b'], 'the lock file "/dev/zero" cannot be read'],
])('bad input of lock diff: %j', async (words, message) => {
  const result = await cli('lock', 'diff', ...words)
  expect([result.code, result.stderr]).toEqual([2, expect.stringContaining(message)])
})
