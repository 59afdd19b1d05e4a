// Whole releases by the built programs, as a runner or a terminal runs them.
import { execFile } from 'node:child_process'
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleFromJSON } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { Verifier, toSignedEntity, toTrustMaterial } from '@sigstore/verify'
import { digestOf } from '../../src/digest.js'
import { ARTIFACT_NAMES, PLATFORMS, isBuiltFor, membersOf, pathOf } from '../../src/kubernetes/catalogue.js'
import { toContent } from '../../src/lab/content.js'
import { createProvenance } from '../../src/lab/papers.js'
import { SBOM_PATH, SOURCE_SBOM_PATH } from '../../src/lab/release.js'
import { type Finished, type StepResult, runProgram } from '../../src/lab/runner.js'
import { createTarball } from '../../src/lab/tarball.js'
import { behaviours } from '../../src/lab/web-server.js'
import { CHECK_IDS } from '../../src/verify/check.js'
import { DIST, ROOT } from '../support/folders.js'
import { type Inputs, codesOf, withJob } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const CLIENT_TARBALL = 'kubernetes-client-linux-amd64.tar.gz'
const EVERY_PATH = membersOf('all').flatMap((entry) =>
  entry.platforms === undefined
    ? [pathOf(entry, undefined)]
    : PLATFORMS.filter((platform) => isBuiltFor(entry, platform, 'v1.35.2')).map((platform) =>
        pathOf(entry, platform),
      ),
)

const { lab, release, job } = await withJob(async (started) => {
  const paths = EVERY_PATH.filter((path) => path !== SBOM_PATH)
  const first = await started.publish({ version: 'v1.35.2', paths })
  for (const version of ['v1.34.7', 'v1.33.11', 'v1.36.0-rc.1', 'v1.29.14']) {
    await started.publish({ version, paths: [KUBECTL] })
  }
  for (const [name, version] of Object.entries({
    latest: 'v1.36.0-rc.1',
    'latest-1.36': 'v1.36.0-rc.1',
    'stable-1.35': 'v1.35.2',
    'stable-1.34': 'v1.34.7',
    'stable-1.33': 'v1.33.11',
  })) {
    started.channels.set(`${name}.txt`, version)
  }
  return first
})

/** By its default the newest stable release. */
const step = (inputs: Inputs): Promise<StepResult> => job.step({ version: '', ...inputs })

function cli(command: string, flags: Record<string, string>, ...switches: string[]): Promise<Finished> {
  const pairs = Object.entries({ os: 'linux', arch: 'amd64', ...job.servers, ...flags })
  const argv = pairs.flatMap(([name, value]) => [`--${name}`, value])
  return runProgram(join(DIST, 'cli.js'), [command, ...argv, ...switches])
}

const pathsOf = ({ outputs }: StepResult): string[] =>
  Object.keys(JSON.parse(outputs['paths'] ?? '{}') as object)

interface ReportFile {
  readonly releases: { version: string; source: string; notes: string[] }[]
  readonly artifacts: {
    verification: {
      outcome: string
      signatureSource: string
      artifact: { name: string }
      checks: { id: string; status: string; code?: string }[]
    }
  }[]
}

/** The step's report, as it is written on success and on failure. */
async function report(inputs: Record<string, string>): Promise<{ step: StepResult; report: ReportFile }> {
  const folder = join(job.runner.folder, 'report')
  const result = await step({ ...inputs, report: folder })
  return {
    step: result,
    report: JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as ReportFile,
  }
}

describe('versions', () => {
  test.each([
    ['', 'v1.35.2', '/release/stable.txt'],
    ['stable', 'v1.35.2', '/release/stable.txt'],
    ['1.34', 'v1.34.7', '/release/stable-1.34.txt'],
    ['1.34.x', 'v1.34.7', '/release/stable-1.34.txt'],
    ['stable-1.33', 'v1.33.11', '/release/stable-1.33.txt'],
    ['latest', 'v1.36.0-rc.1', '/release/latest.txt'],
    ['latest-1.36', 'v1.36.0-rc.1', '/release/latest-1.36.txt'],
    ['>=1.33 <1.35', 'v1.34.7', '/release/stable-1.34.txt'],
    ['1.36.0-rc.1', 'v1.36.0-rc.1', 'input'],
  ])('%j is %s', async (version, expected, source) => {
    const { step: result, report: written } = await report({ version })
    expect(codesOf(result)).toEqual([])
    expect(result.outputs).toMatchObject({ outcome: 'verified', version: expected })
    expect(written.releases[0]?.source.endsWith(source)).toBe(true)
    expect(result.stdout.includes(`${expected} is a pre-release`)).toBe(expected.includes('-'))
  })

  test('supported: three releases, side by side in the tool cache, the first on the PATH', async () => {
    const result = await step({ version: 'supported' })
    expect(result.outputs['version']).toBe('v1.35.2,v1.34.7,v1.33.11')
    expect(pathsOf(result)).toEqual(
      ['v1.35.2', 'v1.34.7', 'v1.33.11'].map((version) => `${version}/${KUBECTL}`),
    )
    expect(result.path).toEqual([join(job.runner.toolCache, 'kubectl', '1.35.2', 'linux-amd64')])
    expect(result.outputs['kubectl-path']).toBe(join(result.path[0] ?? '', 'kubectl'))
  })

  test('an end-of-life minor gives a notice', async () => {
    const result = await step({ version: 'v1.29.14' })
    expect(result.code).toBe(0)
    expect(result.stdout).toContain('::notice::v1.29.14: Kubernetes 1.29 has had no patches since 2025-02-28')
    expect(result.summary).toContain(
      '- **Note**: `v1.29.14: Kubernetes 1.29 has had no patches since 2025-02-28`',
    )
  })

  test.each([
    ['.kubernetes-version', '# pinned\nv1.34.7\n'],
    ['.tool-versions', 'nodejs 24.1.0\nkubectl 1.34.7\n'],
    ['mise.toml', '[tools]\nkubectl = "1.34.7"\n'],
    ['go.mod', 'module x\n\nrequire (\n\tk8s.io/client-go v0.34.7\n\tk8s.io/klog/v2 v2.130.1\n)\n'],
  ])('version-file %s', async (name, text) => {
    const file = join(job.runner.folder, name)
    await writeFile(file, text)
    const { step: result, report: written } = await report({ 'version-file': file })
    expect(result.outputs).toMatchObject({ outcome: 'verified', version: 'v1.34.7' })
    expect(written.releases[0]?.source).toMatch(/^version-file: /)
  })

  test('a version-file that is not there, and one beside a version', async () => {
    const missing = await step({ 'version-file': join(job.runner.folder, 'none') })
    expect(missing.code).toBe(2)
    expect(missing.stdout).toContain('version-file: ')
    const file = join(job.runner.folder, 'version')
    await writeFile(file, 'v1.34.7')
    const both = await step({ 'version-file': file, version: 'v1.35.2' })
    expect(codesOf(both)).toEqual(['INPUT_CONFLICT'])
    expect(lab.site.requests).toEqual([])
  })

  test.each([
    ['1.35', 'stable-1.35.txt', 'v1.34.7'],
    ['1.35', 'stable-1.35.txt', 'v1.35.3-rc.0'],
    ['latest-1.36', 'latest-1.36.txt', 'v1.35.2'],
    ['latest', 'latest.txt', '::add-path::/tmp'],
    ['supported', 'stable-1.34.txt', '<html>v1.34.7</html>'],
    ['>=1.33 <1.35', 'stable.txt', 'v0.99.0'],
    ['>=1.33 <1.35', 'stable-1.34.txt', `v1.34.${'9'.repeat(30)}`],
  ])('%s, and %s says %j: refused, and nothing taken in its place', async (version, file, text) => {
    lab.cdn.override(file, behaviours.body(text))
    const result = await step({ version })
    expect(result.code).toBe(3)
    expect(codesOf(result)).toEqual(['RELEASE_CHANNEL_UNRESOLVED'])
    expect(lab.cdn.requests.filter(({ url }) => !url.endsWith('.txt'))).toEqual([])
    expect(result.stdout).not.toMatch(/^::add-path/m)
  })
})

describe('groups and platforms', () => {
  test.each([
    ['client', ['kubectl', 'kubectl-convert']],
    ['node', ['kubeadm', 'kubelet', 'kube-proxy', 'kube-log-runner']],
    [
      'server',
      [
        'kube-apiserver',
        'kube-controller-manager',
        'kube-scheduler',
        'kube-aggregator',
        'apiextensions-apiserver',
        'mounter',
      ],
    ],
    ['tarballs', ARTIFACT_NAMES.filter((name) => name.startsWith('kubernetes') && name !== 'kubernetes-src')],
    ['source', ['kubernetes-src']],
    ['sbom', ['release-sbom', 'source-sbom']],
  ])('%s', async (artifacts, names) => {
    const result = await step({ artifacts })
    expect(codesOf(result)).toEqual([])
    expect(pathsOf(result)).toEqual(names)
    for (const name of names) expect((await stat(result.outputs[`${name}-path`] ?? '')).isFile()).toBe(true)
  })

  test('the provenance is published unsigned, so nothing can prove it', async () => {
    const result = await step({ artifacts: 'provenance' })
    expect(result.outputs['outcome']).toBe('unverifiable')
    expect(codesOf(result)).toEqual(['EVIDENCE_CHECKSUM_MISSING'])
  })

  test('everything of a release; foreign platforms stay off the PATH', async () => {
    const result = await step({ artifacts: 'all', os: 'all', arch: 'all' })
    expect(codesOf(result)).toEqual([])
    expect(pathsOf(result)).toHaveLength(EVERY_PATH.length)
    expect(result.path.every((folder) => folder.endsWith('linux-amd64'))).toBe(true)
    expect(result.path).toHaveLength(membersOf('all').filter(({ kind }) => kind === 'binary').length)
    // Papers once each, and no other request twice.
    const asked = lab.cdn.requests.map(({ url }) => url)
    expect(asked.filter((url, index) => asked.indexOf(url) !== index)).toEqual([])
    expect((await stat(join(job.runner.toolCache, 'kubernetes-src', '1.35.2', 'any'))).isDirectory()).toBe(
      true,
    )
  })

  test('what a group brings and a platform lacks is left out with a notice', async () => {
    const result = await step({ artifacts: 'client,node', os: 'linux,darwin' })
    expect(result.code).toBe(0)
    expect(result.stdout).toContain(
      '::notice::kubelet is not built for darwin/amd64 in v1.35.2, and left out',
    )
    expect(pathsOf(result)).toContain('v1.35.2/bin/darwin/amd64/kubectl')
  })

  test('what a release lacks was said by the site, not by a table', async () => {
    const result = await step({ version: 'v1.34.7', artifacts: 'kubeadm' })
    expect(codesOf(result)).toEqual(['RELEASE_ARTIFACT_NOT_PUBLISHED'])
  })

  test('an SBOM of another release at this place is refused', async () => {
    const other = await lab.publish({ version: 'v1.34.9', paths: [KUBECTL, SOURCE_SBOM_PATH] })
    release.put(SOURCE_SBOM_PATH, other.artifact(SOURCE_SBOM_PATH))
    try {
      const result = await step({ artifacts: 'source-sbom' })
      expect(codesOf(result)).toEqual(['RELEASE_BINDING_MISMATCH'])
    } finally {
      release.put(SOURCE_SBOM_PATH, release.artifact(SOURCE_SBOM_PATH))
    }
  })

  test('a pin is for the artifact that was asked for, an SBOM too', async () => {
    const pin = { 'expected-sha256': '0'.repeat(64) }
    expect(codesOf(await step({ artifacts: 'release-sbom', ...pin }))).toEqual(['DIGEST_MISMATCH'])
    const { sha256 } = release.artifact(SBOM_PATH)
    expect((await step({ artifacts: 'release-sbom', 'expected-sha256': sha256 })).code).toBe(0)
    expect(
      (await step({ artifacts: 'kubectl', 'signature-source': 'release-sbom', ...pin })).outputs['outcome'],
    ).toBe('rejected')
  })

  test('fail-fast begins nothing more, and says what it left', async () => {
    lab.cdn.override(KUBECTL, behaviours.status(404))
    const slow = await step({ artifacts: 'all', 'fail-fast': 'true', patience: '0' })
    expect(slow.outputs['outcome']).toBe('unverifiable')
    expect(slow.stdout).toContain('::notice::not begun, because fail-fast is on: ')
    const all = await step({ artifacts: 'all', patience: '0' })
    expect(all.stdout).not.toContain('not begun')
    expect(codesOf(all)).toEqual(['RELEASE_ARTIFACT_NOT_PUBLISHED'])
  })
})

describe('tarballs', () => {
  test('unpacked: the path is the folder', async () => {
    const result = await step({ artifacts: 'kubernetes-client', extract: 'true' })
    const folder = join(job.runner.toolCache, 'kubernetes-client', '1.35.2', 'linux-amd64')
    expect(result.outputs['path']).toBe(join(folder, 'kubernetes-client-linux-amd64'))
    expect((await readdir(folder)).sort()).toEqual([
      'kubernetes-client-linux-amd64',
      CLIENT_TARBALL,
      `${CLIENT_TARBALL}.sigstore.json`,
    ])
    const program = join(result.outputs['path'] ?? '', 'kubernetes', 'client', 'bin', 'kubectl')
    expect((await promisify(execFile)(program)).stdout).toBe('kubectl v1.35.2 (lab)\n')
  })

  test.each([
    ['climbs out', [{ path: '../evil', content: Buffer.from('x') }]],
    ['is absolute', [{ path: '/tmp/evil', content: Buffer.from('x') }]],
    ['links out', [{ path: 'link', type: 'SymbolicLink' as const, linkpath: '../../../..' }]],
    ['is a device', [{ path: 'null', type: 'CharacterDevice' as const }]],
  ])('validly signed, and it %s: refused, and nothing left', async (_, entries) => {
    const version = 'v1.33.12'
    await lab.publish({
      version,
      paths: [CLIENT_TARBALL],
      contents: { [CLIENT_TARBALL]: createTarball(entries) },
    })
    const result = await step({ version, artifacts: 'kubernetes-client', extract: 'true' })
    expect(codesOf(result)).toEqual(['INSTALL_ARCHIVE_REFUSED'])
    expect(result.code).toBe(1)
    expect(result.outputs['path']).toBeUndefined()
    expect(await job.runner.leftovers()).toEqual([])
  })
})

describe('cross-check', () => {
  const checksOf = ({ artifacts }: ReportFile): Record<string, string> =>
    Object.fromEntries(
      (artifacts[0]?.verification.checks ?? [])
        .slice(CHECK_IDS.length)
        .map(({ id, status, code }) => [id, code ?? status]),
    )
  const agreeing = {
    'checksum-sha512': 'passed',
    sha256sums: 'passed',
    sha512sums: 'passed',
    'sbom-file': 'passed',
    'provenance-subject': 'passed',
    'provenance-builder': 'passed',
    'provenance-source': 'passed',
  }

  test('papers that agree', async () => {
    const { report: written } = await report({ 'cross-check': 'true' })
    expect(checksOf(written)).toEqual(agreeing)
  })

  test('SLSA v1, and sums with absolute paths as they were until 2023', async () => {
    const listed = [...release.artifacts].filter(([path]) => !path.endsWith('.spdx'))
    lab.cdn.override('provenance.json', behaviours.body(createProvenance('v1.35.2', listed, 'v1')))
    const absolute = listed.map(([path, { sha256 }]) => `${sha256}  /workspace/src/gcs-stage/v1.35.2/${path}`)
    lab.cdn.override('SHA256SUMS', behaviours.body(absolute.join('\n')))
    const { report: written } = await report({ 'cross-check': 'true' })
    expect(checksOf(written)).toEqual(agreeing)
  })

  const changed = (text: string): string => text.replaceAll(release.artifact(KUBECTL).sha256, '0'.repeat(64))
  const paper = (name: string): string =>
    Buffer.concat([...(release.files.get(name)?.chunks() ?? [])]).toString()

  test.each<[string, () => string, Record<string, string>]>([
    ['kubectl.sha512', () => '0'.repeat(128), { 'checksum-sha512': 'CHECKSUM_SHA512_MISMATCH' }],
    ['SHA256SUMS', () => changed(paper('SHA256SUMS')), { sha256sums: 'SHA256SUMS_MISMATCH' }],
    ['SHA256SUMS', () => `${'1'.repeat(64)}  other`, { sha256sums: 'SHA256SUMS_MISMATCH' }],
    [
      'provenance.json',
      () => changed(paper('provenance.json')),
      { 'provenance-subject': 'PROVENANCE_SUBJECT_MISMATCH' },
    ],
    [
      'provenance.json',
      () => paper('provenance.json').replace('docs/krel', 'docs/evil'),
      { 'provenance-builder': 'PROVENANCE_BUILDER_MISMATCH' },
    ],
    [
      'provenance.json',
      () => paper('provenance.json').replace('kubernetes/kubernetes"', 'evil/kubernetes"'),
      { 'provenance-source': 'PROVENANCE_SOURCE_MISMATCH' },
    ],
  ])('%s disagrees: rejected', async (name, body, ends) => {
    lab.cdn.override(name, behaviours.body(body()))
    const { step: result, report: written } = await report({ 'cross-check': 'true' })
    expect(checksOf(written)).toEqual({ ...agreeing, ...ends })
    expect(result.code).toBe(1)
    expect(codesOf(result)).toEqual(Object.values(ends))
    expect(await job.runner.leftovers()).toEqual([])
  })

  test('a paper that is missing is not run, and rejects nothing', async () => {
    for (const name of ['SHA512SUMS', 'provenance.json']) lab.cdn.override(name, behaviours.status(404))
    const { step: result, report: written } = await report({ 'cross-check': 'true' })
    expect(result.code).toBe(0)
    expect(checksOf(written)).toEqual({
      ...agreeing,
      sha512sums: 'RELEASE_PAPER_MISSING',
      'provenance-subject': 'RELEASE_PAPER_MISSING',
      'provenance-builder': 'RELEASE_PAPER_MISSING',
      'provenance-source': 'RELEASE_PAPER_MISSING',
    })
  })

  test('where every paper has to be there, one that is not makes it unverifiable', async () => {
    expect((await report({ 'cross-check': 'required' })).step.code).toBe(0)
    lab.cdn.override('SHA512SUMS', behaviours.status(404))
    const { step: result, report: written } = await report({ 'cross-check': 'required' })
    expect([result.code, codesOf(result)]).toEqual([3, ['RELEASE_PAPER_MISSING']])
    expect(result.outputs).toMatchObject({ code: 'RELEASE_PAPER_MISSING', reason: 'not-published' })
    expect(checksOf(written)).toEqual({ ...agreeing, sha512sums: 'RELEASE_PAPER_MISSING' })
    lab.cdn.override('SHA512SUMS', behaviours.html())
    const unread = await report({ 'cross-check': 'required' })
    expect(unread.step.code).toBe(3)
    expect(['FETCH_ANSWER_UNEXPECTED', 'EVIDENCE_UNREADABLE']).toContain(unread.step.outputs['code'])
  })

  test('a paper that is signed has to be signed rightly', async () => {
    const sidecars = release.artifact(KUBECTL).sidecars
    for (const ending of ['.sig', '.cert']) {
      release.files.set(`provenance.json${ending}`, toContent(sidecars[ending] ?? Buffer.alloc(0)))
    }
    try {
      const { step: result, report: written } = await report({ 'cross-check': 'true' })
      expect(result.code).toBe(1)
      expect(checksOf(written)['provenance-subject']).toBe('RELEASE_PAPER_REJECTED')
    } finally {
      for (const ending of ['.sig', '.cert']) release.files.delete(`provenance.json${ending}`)
    }
  })
})

describe('signature-source: release-sbom', () => {
  const mixPair = (): void =>
    lab.cdn.override(
      `${KUBECTL}.sig`,
      behaviours.body(release.artifact('bin/linux/arm64/kubectl').sidecars['.sig'] ?? ''),
    )

  test('the way out for a broken pair, and everything says so', async () => {
    mixPair()
    expect(codesOf(await step({}))).toEqual(['SIGNATURE_INVALID'])
    const { step: result, report: written } = await report({ 'signature-source': 'release-sbom' })
    expect(result.outputs['outcome']).toBe('verified')
    expect(written.artifacts[0]?.verification.signatureSource).toBe('release-sbom')
    expect(
      written.artifacts[0]?.verification.checks.filter(({ status }) => status === 'passed'),
    ).toMatchObject([{ id: 'release-binding' }])
    expect(result.stdout).toMatch(
      /^✓ kubectl v1\.35\.2 linux\/amd64 sha256:.* by the release's signed SBOM alone$/m,
    )
    expect(result.stdout).toContain('::warning::signature-source is release-sbom')
    expect(result.summary).toContain("| by the release's SBOM alone |")
    expect((await readdir(join(job.runner.toolCache, 'kubectl', '1.35.2', 'linux-amd64'))).sort()).toEqual([
      'kubectl',
      SBOM_PATH,
      `${SBOM_PATH}.sigstore.json`,
    ])
  })

  test('one look-up in the log proves them all', async () => {
    const result = await step({
      artifacts: 'all',
      os: 'linux',
      arch: 'all',
      'signature-source': 'release-sbom',
    })
    expect(codesOf(result)).toEqual([])
    // The SBOM's, and that of the source SBOM, which the release's does not list.
    expect(lab.rekor.requests).toHaveLength(2)
    expect(
      lab.cdn.requests.filter(({ url }) => url.includes('/bin/') && /\.(?:sig|cert|sha256)$/.test(url)),
    ).toEqual([])
  })

  test('other bytes are still rejected, and without the SBOM nothing is proven', async () => {
    lab.cdn.override(KUBECTL, behaviours.body('evil'))
    expect(codesOf(await step({ 'signature-source': 'release-sbom' }))).toEqual(['RELEASE_BINDING_MISMATCH'])
    lab.reset()
    lab.cdn.override(SBOM_PATH, behaviours.status(404))
    expect(codesOf(await step({ 'signature-source': 'release-sbom' }))).toEqual([
      'RELEASE_BINDING_UNAVAILABLE',
    ])
    expect(await job.runner.leftovers()).toEqual([])
  })
})

describe('bundles-dir', () => {
  const bundlesFolder = (): string => join(job.runner.folder, 'bundles')

  test('a bundle for each artifact, which @sigstore/verify accepts by itself', async () => {
    const result = await step({ artifacts: 'client', 'bundles-dir': bundlesFolder() })
    expect(result.outputs).toMatchObject({
      bundle: `${result.outputs['path'] ?? ''}.sigstore.json`,
      'bundles-dir': bundlesFolder(),
    })
    expect((await readdir(bundlesFolder())).sort()).toEqual([
      'kubectl-convert.sigstore.json',
      'kubectl.sigstore.json',
      SBOM_PATH,
      `${SBOM_PATH}.sigstore.json`,
    ])
    expect(digestOf(await readFile(join(bundlesFolder(), SBOM_PATH))).hex).toBe(
      lab.releases.get('v1.35.2')?.artifact(SBOM_PATH).sha256,
    )
    const root = TrustedRoot.fromJSON(lab.trustedRoot)
    for (const name of ['kubectl', 'kubectl-convert']) {
      const bundle = bundleFromJSON(
        JSON.parse(await readFile(join(bundlesFolder(), `${name}.sigstore.json`), 'utf8')),
      )
      const bytes = await readFile(result.outputs[`${name}-path`] ?? '')
      const verifier = new Verifier(toTrustMaterial(root))
      expect(() => verifier.verify(toSignedEntity(bundle, bytes))).not.toThrow()
      expect(() => verifier.verify(toSignedEntity(bundle, Buffer.from('evil')))).toThrow()
    }
  })

  test('of several releases and platforms, as in the release', async () => {
    await step({ version: '1.35,1.34', 'bundles-dir': bundlesFolder() })
    const files = await readdir(bundlesFolder(), { recursive: true })
    expect(files.filter((name) => name.endsWith('.json')).sort()).toEqual([
      `v1.34.7/${KUBECTL}.sigstore.json`,
      `v1.34.7/${SBOM_PATH}.sigstore.json`,
      `v1.35.2/${KUBECTL}.sigstore.json`,
      `v1.35.2/${SBOM_PATH}.sigstore.json`,
    ])
  })

  test('nothing that is not verified', async () => {
    lab.cdn.override(KUBECTL, behaviours.body('evil'))
    const result = await step({ artifacts: 'client', 'bundles-dir': bundlesFolder() })
    expect(result.outputs['bundles-dir']).toBeUndefined()
    await expect(stat(bundlesFolder())).rejects.toThrow()
  })

  test('a folder that cannot be written fails the step, and nothing is installed', async () => {
    await writeFile(bundlesFolder(), 'a file')
    const result = await step({ 'bundles-dir': bundlesFolder() })
    expect(result.code).toBe(3)
    expect(codesOf(result)).toEqual(['INSTALL_WRITE_FAILED'])
    expect(result.outputs['path']).toBeUndefined()
    expect(result.path).toEqual([])
  })
})

describe('the script that holds the catalogue against a release', () => {
  const propose = async (paper: string, text: string, ...schedules: string[]): Promise<Finished> => {
    const path = join(job.runner.folder, paper)
    await writeFile(path, text)
    return runProgram(join(ROOT, 'scripts', 'catalogue.mjs'), ['v1.35.2', path, ...schedules])
  }
  const textOf = (path: string): string =>
    Buffer.concat([...(release.files.get(path)?.chunks() ?? [])]).toString()

  test.each(['provenance.json', SBOM_PATH])('has nothing to propose for this %s', async (paper) => {
    expect(await propose(paper, textOf(paper))).toMatchObject({
      code: 0,
      stdout: 'The catalogue is that of v1.35.2: 98 files.\n',
    })
  })

  test('proposes what a release has more and less, and other dates', async () => {
    const schedule = join(job.runner.folder, 'schedule.yaml')
    await writeFile(
      schedule,
      'schedules:\n- release: 1.35\n  endOfLifeDate: 2027-03-01\n- release: 1.34\n  endOfLifeDate: 2026-10-27\n',
    )
    const other = textOf(SBOM_PATH).replaceAll(
      'FileName: bin/linux/386/kubectl\n',
      'FileName: bin/linux/riscv64/kubectl\n',
    )
    const { code, stdout } = await propose(SBOM_PATH, other, schedule)
    expect(code).toBe(1)
    expect(stdout.split('\n')).toEqual([
      '- v1.35.2 has `bin/linux/riscv64/kubectl`: add it to the catalogue',
      '- v1.35.2 lacks `bin/linux/386/kubectl`: remove it from the catalogue',
      '- Kubernetes 1.35 ends on 2027-03-01: releases.json says 2027-02-28',
      '',
    ])
  })

  test('refuses a paper that lists nothing', async () => {
    expect((await propose(SBOM_PATH, '<!DOCTYPE html>')).code).not.toBe(0)
  })
})

describe('command line', () => {
  test.each([
    ['plan', []],
    ['get', ['--dry-run']],
  ])('%s %j tells what would be fetched, and fetches no artifact', async (command, switches) => {
    const output = join(job.runner.folder, 'out')
    const flags = { version: '1.35', artifacts: 'client', os: 'linux,darwin', format: 'json', output }
    const { stdout, code } = await cli(command, flags, ...switches)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      releases: [{ version: 'v1.35.2', artifacts: [{ name: 'kubectl' }, {}, {}, {}] }],
    })
    expect(lab.cdn.requests.map(({ url }) => url)).toEqual(['/release/stable-1.35.txt'])
    await expect(stat(output)).rejects.toThrow()
  })

  test('plan says what is wrong, like get', async () => {
    const { stderr, code } = await cli('plan', { artifacts: 'kubelet', os: 'darwin' })
    expect(code).toBe(2)
    expect(stderr).toContain('kubelet is not built for darwin/amd64')
  })

  test('several platforms stand in the folder as in the release', async () => {
    const output = join(job.runner.folder, 'out')
    await mkdir(output)
    const { code, stdout } = await cli('get', {
      version: 'v1.35.2',
      artifacts: 'kubectl',
      os: 'linux',
      arch: 'amd64,arm64',
      output,
    })
    expect(code).toBe(0)
    expect(stdout).toContain(`installed: ${join(output, 'v1.35.2', 'bin/linux/arm64/kubectl')}`)
    expect(
      (await readdir(output, { recursive: true })).filter((name) => name.endsWith('kubectl')).sort(),
    ).toEqual(['v1.35.2/bin/linux/amd64/kubectl', 'v1.35.2/bin/linux/arm64/kubectl'])
  })

  test('an unpacked tarball stands beside its archive', async () => {
    const output = join(job.runner.folder, 'out')
    const flags = { version: 'v1.35.2', artifacts: 'kubernetes-client', extract: 'true', output }
    expect((await cli('get', flags)).code).toBe(0)
    expect((await cli('get', flags)).code).toBe(0)
    expect((await readdir(output)).sort()).toEqual([
      'kubernetes-client-linux-amd64',
      CLIENT_TARBALL,
      `${CLIENT_TARBALL}.sigstore.json`,
    ])
  })
})
