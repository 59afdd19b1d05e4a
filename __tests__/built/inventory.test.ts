// `verify --release`, by the built programs: what lies below folders and in
// archives, against the signed SBOMs of releases.
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readAll, toContent } from '../../src/lab/content.js'
import { type Release, SBOM_PATH, createSbom, signArtifact } from '../../src/lab/release.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { createTarball } from '../../src/lab/tarball.js'
import { behaviours } from '../../src/lab/web-server.js'
import type { Report } from '../../src/report/report.js'
import {
  createCpio,
  createDeb,
  createImage,
  createOciArchive,
  createRpm,
  file,
  toTar,
} from '../support/archives.js'
import { DIST, ROOT } from '../support/folders.js'
import { codesOf, requestsOf, withJob, withoutOwnRoot } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const KUBEADM = 'bin/linux/amd64/kubeadm'
const KUBELET = 'bin/linux/amd64/kubelet'
const CLIENT = 'kubernetes-client-linux-amd64.tar.gz'
/** Of which there are packages, made by others' tools. */
const PACKAGED = 'bin/linux/s390x/kubelet'
const PACKAGES = join(ROOT, '__tests__/fixtures/packages')
const PATHS = [
  KUBECTL,
  'bin/linux/arm64/kubectl',
  'bin/windows/amd64/kubectl.exe',
  KUBELET,
  KUBEADM,
  PACKAGED,
  CLIENT,
]
const VERSIONS = ['v1.35.2', 'v1.35.1', 'v1.35.0', 'v1.34.1', 'v1.34.0', 'v1.33.0']

const { lab, release, job } = await withJob(async (started) => {
  const contents = { [PACKAGED]: Buffer.from('#!/bin/sh\necho kubelet\n') }
  const [first] = await Promise.all(
    VERSIONS.map((version) =>
      started.publish({ version, paths: PATHS, contents: version === 'v1.35.2' ? contents : {} }),
    ),
  )
  return first as Release
})
const older = lab.releases.get('v1.34.1') as Release

beforeEach(() => {
  for (const version of ['v1.35.2', 'v1.34.1', 'v1.33.0'])
    lab.channels.set(`stable-${version.slice(1, 5)}.txt`, version)
})
afterEach(() => {
  // An SBOM that a test has put there is gone again.
  release.put(SBOM_PATH, release.artifact(SBOM_PATH))
})

const bytes = (path: string, of = release): Buffer => readAll(of.artifact(path).content)
/** On a machine that has seen nothing before the test. */
const verify = (...flags: string[]): Promise<Finished> =>
  runProgram(join(DIST, 'cli.js'), ['verify', ...job.flags, ...flags], { XDG_CACHE_HOME: job.folder })

/** Puts files below a folder of the job. */
async function put(files: Readonly<Record<string, Buffer | string>>): Promise<string> {
  const root = join(job.folder, 'node')
  await mkdir(root, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  return root
}

interface Looked {
  readonly code: number | null
  readonly report: Report
  /** What each file is, by its place below the folder. */
  readonly states: Readonly<Record<string, string>>
  readonly stderr: string
}

async function look(root: string, ...flags: string[]): Promise<Looked> {
  const { code, stdout, stderr } = await verify('--format', 'json', root, ...flags)
  const report = JSON.parse(stdout) as Report
  const files = report.inventory?.files ?? []
  const placeOf = (place: readonly string[]): string => place.join(' » ').replace(`${root}/`, '')
  const states = files.map(({ place, state, artifact }) => [
    placeOf(place),
    artifact === undefined ? state : `${state} ${artifact}`,
  ])
  return { code, report, stderr, states: Object.fromEntries(states) as Record<string, string> }
}

const RELEASE = ['--release', 'v1.35.2']

describe('a mixed folder', () => {
  const fill = (): Promise<string> =>
    put({
      'usr/bin/kubectl': bytes(KUBECTL),
      'usr/bin/kubeadm': bytes(KUBEADM, older),
      'usr/bin/kubelet': 'changed',
      'opt/renamed': bytes(KUBELET),
      'opt/kubelet.deb': createDeb([file('./usr/bin/kubelet', bytes(KUBELET))]),
      'opt/kubelet.rpm': createRpm(
        gzipSync(createCpio([{ path: './usr/bin/kubelet', content: bytes(KUBELET) }])),
      ),
      'opt/image.tar': createImage([file('usr/local/bin/kubectl', bytes(KUBECTL))]),
      'opt/oci.tar': createOciArchive([file('usr/local/bin/kubeadm', bytes(KUBEADM))]),
      'oci/oci-layout': '{"imageLayoutVersion":"1.0.0"}',
      [`oci/blobs/sha256/${'b'.repeat(64)}`]: createTarball([file('usr/bin/kubectl', bytes(KUBECTL))]),
      [`opt/${CLIENT}`]: bytes(CLIENT),
      'etc/default/kubelet': 'KUBELET_EXTRA_ARGS=\n',
      'etc/hosts': 'nothing of Kubernetes',
    })

  test('each file is told: what is proven, what is of another release, what is unknown', async () => {
    const { code, report, states } = await look(await fill(), ...RELEASE)
    expect(states).toEqual({
      'usr/bin/kubectl': `proven v1.35.2/${KUBECTL}`,
      'usr/bin/kubeadm': `other-release v1.34.1/${KUBEADM}`,
      'usr/bin/kubelet': 'unknown',
      'opt/renamed': `proven v1.35.2/${KUBELET}`,
      'opt/kubelet.deb » usr/bin/kubelet': `proven v1.35.2/${KUBELET}`,
      'opt/kubelet.rpm » usr/bin/kubelet': `proven v1.35.2/${KUBELET}`,
      'opt/image.tar » abc/layer.tar » usr/local/bin/kubectl': `proven v1.35.2/${KUBECTL}`,
      [`opt/oci.tar » blobs/sha256/${'a'.repeat(64)} » usr/local/bin/kubeadm`]: `proven v1.35.2/${KUBEADM}`,
      [`oci/blobs/sha256/${'b'.repeat(64)} » usr/bin/kubectl`]: `proven v1.35.2/${KUBECTL}`,
      [`opt/${CLIENT}`]: `proven v1.35.2/${CLIENT}`,
    })
    expect(code).toBe(1)
    expect(report).toMatchObject({
      outcome: 'rejected',
      code: 'FILE_OF_OTHER_RELEASE',
      reason: 'contradiction',
    })
    expect(report.inventory?.others).toBeGreaterThan(5)
  })

  test('as a table for people: what is wrong stands first', async () => {
    const root = await fill()
    const { code, stdout, stderr } = await verify(...RELEASE, root)
    expect(code).toBe(1)
    const lines = stdout.replaceAll(`${root}/`, '').split('\n')
    expect(lines[0]).toMatch(/^✓ release-sbom v1\.35\.2 sha256:/)
    expect(stdout).toMatch(/usr\/bin\/kubeadm of another release:\s+it is of v1\.34\.1, not of v1\.35\.2/)
    expect(stdout).toMatch(/usr\/bin\/kubelet unknown:\s+it is called like kubelet/)
    expect(stdout).toContain('8 proven, 1 of another release, 1 unknown')
    expect(stdout.indexOf('unknown:')).toBeLessThan(stdout.indexOf('proven:'))
    expect(stderr).toContain('error: FILE_OF_OTHER_RELEASE: ')
    expect(stderr).toContain('error: FILE_UNKNOWN: ')
  })

  test('no artifact is fetched, and nothing is written beside', async () => {
    const root = await fill()
    const before = await readdir(root, { recursive: true })
    await verify(...RELEASE, root)
    expect(requestsOf(lab).filter(({ url }) => /\/(?:bin\/|kubernetes-client)/.test(url))).toEqual([])
    expect(await readdir(root, { recursive: true })).toEqual(before)
    expect(await job.runner.leftovers()).toEqual([])
  })

  test('by the action: outputs, annotations and a summary', async () => {
    const root = await fill()
    const step = await job.verify({ release: 'v1.35.2', files: root })
    expect(step.code).toBe(1)
    expect(step.outputs).toMatchObject({
      outcome: 'rejected',
      code: 'FILE_OF_OTHER_RELEASE',
      version: 'v1.35.2',
    })
    expect(codesOf(step)).toEqual(['FILE_OF_OTHER_RELEASE', 'FILE_UNKNOWN'])
    expect(step.summary).toContain(`| ❌ | \`${root}/usr/bin/kubelet\` | unknown |`)
    expect(step.summary).toContain(`| proven | \`v1.35.2/${KUBECTL}\` |`)
  })
})

describe('everything is proven', () => {
  test('of one release: exit 0, by its SBOM alone', async () => {
    const root = await put({ kubectl: bytes(KUBECTL), 'kubectl-v1.35.2-linux-amd64': bytes(KUBECTL) })
    const { code, report, states } = await look(root, ...RELEASE)
    expect(states).toEqual({
      kubectl: `proven v1.35.2/${KUBECTL}`,
      'kubectl-v1.35.2-linux-amd64': `proven v1.35.2/${KUBECTL}`,
    })
    expect({ code, outcome: report.outcome }).toEqual({ code: 0, outcome: 'verified' })
    expect(report.artifacts.map(({ verification }) => verification.artifact.version)).toEqual(['v1.35.2'])
  })

  test('of several releases that are named', async () => {
    const root = await put({ 'a/kubectl': bytes(KUBECTL), 'b/kubectl': bytes(KUBECTL, older) })
    const { code, states } = await look(root, '--release', 'v1.35.2,v1.34.1')
    expect(states).toEqual({
      'a/kubectl': `proven v1.35.2/${KUBECTL}`,
      'b/kubectl': `proven v1.34.1/${KUBECTL}`,
    })
    expect(code).toBe(0)
  })

  test('of any supported release: the table tells which', async () => {
    const kubectl = lab.releases.get('v1.35.0') as Release
    const root = await put({ kubectl: bytes(KUBECTL, kubectl), kubelet: bytes(KUBELET, older) })
    const { code, report, states } = await look(root, '--release', 'any')
    expect(states).toEqual({ kubectl: `proven v1.35.0/${KUBECTL}`, kubelet: `proven v1.34.1/${KUBELET}` })
    expect(code).toBe(0)
    expect(report.releases?.map(({ version }) => version)).toEqual(VERSIONS)
    expect(report.releases?.map(({ sbom }) => sbom?.outcome)).toEqual(VERSIONS.map(() => 'verified'))
  })

  test('a mirror tree: sums and signatures beside the files are other files', async () => {
    const files = [...release.files].filter(([path]) => path.startsWith('bin/') || path.startsWith(CLIENT))
    const tree = Object.fromEntries(files.map(([path, content]) => [`v1.35.2/${path}`, readAll(content)]))
    const { code, report } = await look(await put(tree), ...RELEASE)
    expect(code).toBe(0)
    expect(report.inventory?.files).toHaveLength(PATHS.length)
    expect(report.inventory?.files.map(({ place }) => place.length)).toEqual(PATHS.map(() => 1))
  })

  test('packages in every compression that is read; links in them are the files that they lead to', async () => {
    const { code, states } = await look(PACKAGES, ...RELEASE)
    const read = ['gzip.deb', 'xz.deb', 'zstd.deb', 'gzip.rpm', 'xz.rpm', 'zstd.rpm']
    for (const name of read)
      expect(states).toMatchObject({ [`kubelet-${name} » usr/bin/kubelet`]: `proven v1.35.2/${PACKAGED}` })
    expect(states['kubelet-bzip2.rpm']).toBe('unread')
    // Other programs' names for the same bytes.
    expect(states['kubelet-xz.rpm » usr/bin/kubectl']).toBe(`misnamed v1.35.2/${PACKAGED}`)
    expect(code).toBe(1)
  })

  test('a release tarball that is proven speaks for all that is in it', async () => {
    const root = await put({ [CLIENT]: bytes(CLIENT) })
    const { code, states } = await look(root, ...RELEASE)
    // The lab's has a kubectl that no SBOM lists by itself.
    expect(states).toEqual({ [CLIENT]: `proven v1.35.2/${CLIENT}` })
    expect(code).toBe(0)
  })

  test('offline, from an export: no server is asked', async () => {
    const folder = join(job.folder, 'export')
    const asked = ['kubectl', '--version', 'v1.35.2', '--os', 'linux', '--arch', 'amd64', '--output', folder]
    expect((await runProgram(join(DIST, 'cli.js'), ['export', ...asked, ...job.flags])).code).toBe(0)
    lab.reset()
    const offline = ['--offline', '--release-url', `file://${folder}`, '--trusted-root', job.trustedRoot]
    const { code, stdout } = await runProgram(join(DIST, 'cli.js'), [
      'verify',
      folder,
      ...RELEASE,
      ...offline,
    ])
    expect([code, requestsOf(lab)]).toEqual([0, []])
    expect(stdout).toContain('1 proven, ')
  })

  test('a second run asks for the SBOM by its tag alone, unless it was not verified', async () => {
    const root = await put({ kubectl: bytes(KUBECTL) })
    const tagOf = async (expected: number): Promise<string | undefined> => {
      expect((await look(root, ...RELEASE)).code).toBe(expected)
      const asked = lab.cdn.requests.filter(({ url }) => url.endsWith(SBOM_PATH))
      return asked.at(-1)?.headers['if-none-match']
    }
    lab.cdn.override(
      SBOM_PATH,
      behaviours.rewrite((text) => `${text.toString()} `),
    )
    expect(await tagOf(1)).toBeUndefined()
    lab.reset()
    expect(await tagOf(0)).toBeUndefined()
    expect(await tagOf(0)).toBeDefined()
  })
})

describe('what contradicts', () => {
  test('the bytes of one artifact under the name of another', async () => {
    const root = await put({ kubelet: bytes(KUBECTL) })
    const { code, report, states } = await look(root, ...RELEASE)
    expect(states).toEqual({ kubelet: `misnamed v1.35.2/${KUBECTL}` })
    expect([code, report.code]).toEqual([1, 'FILE_MISNAMED'])
  })

  test('in an archive as well, beside the right file', async () => {
    const tar = toTar([file('bin/kubectl', bytes(KUBECTL)), file('bin/kubectl', Buffer.from('changed'))])
    const { code, report } = await look(await put({ 'x.tar': tar }), ...RELEASE)
    expect(report.inventory?.files.map(({ state }) => state)).toEqual(['proven', 'unknown'])
    expect(code).toBe(1)
  })

  test('a changed byte in a tarball of the release, whatever is proven within', async () => {
    const repacked = createTarball([file('kubernetes/client/bin/kubectl', bytes(KUBECTL))])
    const { code, states } = await look(await put({ [CLIENT]: repacked }), ...RELEASE)
    expect(states).toEqual({
      [CLIENT]: 'unknown',
      [`${CLIENT} » kubernetes/client/bin/kubectl`]: `proven v1.35.2/${KUBECTL}`,
    })
    expect(code).toBe(1)
  })

  test('a file of no supported release', async () => {
    const { code, report } = await look(await put({ kubelet: 'somebody else built it' }), '--release', 'any')
    expect([code, report.code]).toEqual([1, 'FILE_UNKNOWN'])
  })

  test('an SBOM that was changed after it was signed: no file is looked at', async () => {
    const change = (text: Buffer): string =>
      text.toString().replace(release.artifact(KUBECTL).sha256, '0'.repeat(64))
    lab.cdn.override(SBOM_PATH, behaviours.rewrite(change))
    const { code, report } = await look(await put({ kubectl: bytes(KUBECTL) }), ...RELEASE)
    expect([code, report.code, report.inventory]).toEqual([1, 'DIGEST_MISMATCH', undefined])
  })

  test('the genuine SBOM of another release', async () => {
    release.put(SBOM_PATH, older.artifact(SBOM_PATH))
    const { code, report } = await look(await put({ kubectl: bytes(KUBECTL, older) }), ...RELEASE)
    expect([code, report.code]).toEqual([1, 'RELEASE_BINDING_MISMATCH'])
  })

  test('an SBOM by somebody else', async () => {
    const listed = [...release.artifacts].filter(([path]) => path !== SBOM_PATH)
    const sbom = toContent(Buffer.from(createSbom('v1.35.2', listed)))
    release.put(SBOM_PATH, await signArtifact(sbom, { ...lab.signing, identity: 'mallory@example.com' }))
    const { code, report } = await look(await put({ kubectl: bytes(KUBECTL) }), ...RELEASE)
    expect([code, report.code]).toEqual([1, 'IDENTITY_MISMATCH'])
  })
})

describe('what cannot be told', () => {
  test('an SBOM without a signature', async () => {
    lab.cdn.override(`v1.35.2/${SBOM_PATH}.sig`, behaviours.status(404))
    const { code, report } = await look(await put({ kubectl: bytes(KUBECTL) }), ...RELEASE)
    expect([code, report.code]).toEqual([3, 'EVIDENCE_SIGNATURE_MISSING'])
  })

  test('one of any: nobody needs it, or the unknown file may be of it', async () => {
    lab.cdn.override(`v1.34.0/${SBOM_PATH}.sig`, behaviours.status(404))
    const root = await put({ kubectl: bytes(KUBECTL) })
    const proven = await look(root, '--release', 'any')
    expect([proven.code, proven.report.artifacts]).toEqual([0, []])
    expect(proven.report.warnings.join()).toContain('the SBOM of v1.34.0 is not proven')
    await put({ kubelet: 'unknown' })
    const { code, report } = await look(root, '--release', 'any')
    expect(code).toBe(3)
    expect(report.inventory?.files.map(({ code: each }) => each)).toEqual([
      undefined,
      'RELEASE_BINDING_UNAVAILABLE',
    ])
  })

  test('that other releases cannot be asked takes nothing from what is unknown', async () => {
    const root = await put({ kubelet: 'changed', kubeadm: bytes(KUBEADM, lab.releases.get('v1.33.0')) })
    lab.channels.delete('stable-1.34.txt')
    const some = await look(root, ...RELEASE)
    expect([some.code, some.states]).toEqual([
      1,
      { kubelet: 'unknown', kubeadm: `other-release v1.33.0/${KUBEADM}` },
    ])
    expect(some.report.warnings.join()).toContain('which other release a file is of could not be found out')
    lab.channels.delete('stable.txt')
    const none = await look(root, ...RELEASE)
    lab.channels.set('stable.txt', 'v1.35.2')
    expect([none.code, none.states]).toEqual([1, { kubelet: 'unknown', kubeadm: 'unknown' }])
  })

  test('nothing is there', async () => {
    const { code, report } = await look(await put({ 'etc/hosts': 'x' }), ...RELEASE)
    expect([code, report.code, report.reason]).toEqual([3, 'FILE_NONE_FOUND', 'incomplete'])
    const empty = await look(await put({}), ...RELEASE)
    expect(empty.code).toBe(3)
  })

  test('a broken archive, one that is cut off, and one of a form that is not opened', async () => {
    const tarball = createTarball([file('kubectl', bytes(KUBECTL))])
    const broken = Buffer.from(tarball)
    broken.fill(0, 100, 200)
    const root = await put({
      kubectl: bytes(KUBECTL),
      'broken.tgz': broken,
      'cut.tgz': tarball.subarray(0, -50),
      'cut.tar': toTar([file('x', bytes(KUBELET))]).subarray(0, 1000),
      'x.tar.bz2': Buffer.from('BZh91AY&SY'),
    })
    const { code, states } = await look(root, ...RELEASE)
    expect(states).toMatchObject({
      kubectl: `proven v1.35.2/${KUBECTL}`,
      'broken.tgz': 'unread',
      'cut.tgz': 'unread',
      'cut.tar': 'unread',
      'x.tar.bz2': 'unread',
    })
    expect(code).toBe(3)
  })
})

describe('gates', () => {
  test('links: within what was named they count, out of it they are told, and none is a loop', async () => {
    const root = await put({ 'lib/kubectl-1': bytes(KUBECTL), 'bin/kubeadm': bytes(KUBEADM) })
    const secret = join(job.folder, 'secret')
    await writeFile(secret, bytes(KUBELET))
    await symlink('../lib/kubectl-1', join(root, 'bin/kubectl'))
    await symlink(secret, join(root, 'bin/kubelet'))
    await symlink('kube-proxy', join(root, 'bin/kube-proxy'))
    await symlink('.', join(root, 'bin/self'))
    await symlink('..', join(root, 'bin/kubectl-convert'))
    await symlink('/', join(root, 'bin/root'))
    const { code, states, report } = await look(root, ...RELEASE)
    expect(states).toEqual({
      'bin/kubectl': `proven v1.35.2/${KUBECTL}`,
      'bin/kubeadm': `proven v1.35.2/${KUBEADM}`,
      'bin/kubelet': 'unread',
      'bin/kube-proxy': 'unread',
      'lib/kubectl-1': `proven v1.35.2/${KUBECTL}`,
    })
    expect(code).toBe(3)
    expect(JSON.stringify(report.inventory)).toContain(`it is a link that leads out of what was named`)
    expect(report.inventory?.notes.join()).toContain('1 links that lead out of what was named')
    // Named as well, it is looked at.
    const both = await look(root, secret, ...RELEASE)
    expect(both.states).toMatchObject({ 'bin/kubelet': `proven v1.35.2/${KUBELET}` })
  })

  test('pipes and sockets are never opened', async () => {
    const root = await put({ kubectl: bytes(KUBECTL) })
    expect(spawnSync('mkfifo', [join(root, 'kubelet'), join(root, 'other')]).status).toBe(0)
    const server = createServer().listen(join(root, 'kubeadm'))
    try {
      const { code, states, report } = await look(root, ...RELEASE)
      expect(states).toEqual({ kubectl: `proven v1.35.2/${KUBECTL}`, kubelet: 'unread', kubeadm: 'unread' })
      expect(code).toBe(3)
      expect(report.inventory?.notes.join()).toContain('1 pipes, sockets and devices')
    } finally {
      server.close()
    }
  })

  test('a sparse file of 5 GB takes no time, and is not called proven', async () => {
    const root = await put({ kubectl: bytes(KUBECTL), kubelet: '', disk: '' })
    await truncate(join(root, 'kubelet'), 5 * 1024 ** 3)
    await truncate(join(root, 'disk'), 5 * 1024 ** 3)
    const { code, states, report } = await look(root, ...RELEASE)
    expect(states).toEqual({ kubectl: `proven v1.35.2/${KUBECTL}`, kubelet: 'unread' })
    expect(code).toBe(3)
    expect(report.durationMs).toBeLessThan(20_000)
  })

  test('what may not be read is told', async () => {
    const root = await put({ kubectl: bytes(KUBECTL), 'closed/kubelet': bytes(KUBELET), settings: 'x' })
    await chmod(join(root, 'closed'), 0)
    await chmod(join(root, 'settings'), 0)
    // A user who may read everything reads these, too.
    const isRoot = process.getuid?.() === 0
    const { code, states } = await look(root, ...RELEASE)
    await chmod(join(root, 'closed'), 0o700)
    expect(code).toBe(isRoot ? 0 : 3)
    if (!isRoot) expect(states).toMatchObject({ closed: 'unread', settings: 'unread' })
  })

  test('names from outside reach no terminal and no log as they are', async () => {
    const name = '\u001b[31mred\u202e::add-path::x\n::error::'
    const tar = toTar([file(`../../../etc/${name}/kubelet`, Buffer.from('changed'))])
    const root = await put({ [`${name}.tar`]: tar })
    const text = await verify(...RELEASE, root)
    const json = await verify(...RELEASE, root, '--format', 'json')
    const step = await job.verify({ release: 'v1.35.2', files: root })
    for (const said of [text.stdout, text.stderr, json.stdout, step.stdout, step.summary]) {
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(said).not.toMatch(/[\u001b\u202e]/)
      expect(said).not.toMatch(/^::add-path/m)
    }
    expect(withoutOwnRoot(text.stderr)).toContain('\\u{1b}[31mred')
    expect([text.code, json.code, step.code]).toEqual([1, 1, 1])
  })
})

test.each([
  [[], 'needs a file, folder or archive'],
  [['.', '--version', 'v1.35.2'], 'is not allowed together with --release'],
  [['.', '--bundle', 'x'], 'is not allowed together with --release'],
  [['.', '--lock-file', 'x', '--frozen'], 'is not allowed together with --release'],
  [['.', '--offline'], 'is allowed together with --release where --release-url is a folder'],
  [['./nowhere'], 'cannot be read: ENOENT'],
  [[`sha256:${'0'.repeat(64)}`], 'is no path'],
  [['/dev/null'], 'is neither a file nor a folder'],
])('bad input: %j', async (flags, message) => {
  const { code, stderr } = await verify(...RELEASE, ...flags)
  expect([code, requestsOf(lab)]).toEqual([2, []])
  expect(stderr).toContain(message)
})

test.each(['v1.3x', 'any,v1.35.2', '1.3'])('bad release: %s', async (text) => {
  const { code, stderr } = await verify('--release', text, '.')
  expect([code, requestsOf(lab)]).toEqual([2, []])
  expect(stderr).toContain('--release: ')
})
