// Files at hand, by the built action: `files`, and by the command line: a file that came alone.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleV1 } from '../../src/lab/bundles.js'
import { readAll, toContent } from '../../src/lab/content.js'
import { TARGET } from '../../src/lab/hostile.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { type Finished, type StepResult, runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, withJob } from '../support/job.js'

const KUBEADM = 'bin/linux/amd64/kubeadm'

const { lab, release, job } = await withJob((started) =>
  started.publish({ version: 'v1.35.2', paths: [TARGET, KUBEADM] }),
)
const folder = (): string => join(job.folder, 'files')

beforeEach(() => mkdir(folder()))

const at = (name: string): string => join(folder(), name)
const step = (inputs: Inputs): Promise<StepResult> => job.verify({ report: at('report'), ...inputs })

async function write(
  name: string,
  artifact: SignedArtifact,
  endings: readonly string[] = [],
): Promise<string> {
  await writeFile(at(name), readAll(artifact.content))
  for (const ending of endings) await writeFile(at(`${name}${ending}`), artifact.sidecars[ending] ?? '')
  return at(name)
}

const SIDECARS = ['.sig', '.cert', '.sha256']
const KUBECTL = (): SignedArtifact => release.artifact(TARGET)

describe('the action’s files', () => {
  test('several, by a pattern: sidecars beside one, a bundle beside the other', async () => {
    await write('kubectl', KUBECTL(), SIDECARS)
    await write('kubeadm', release.artifact(KUBEADM))
    await writeFile(at('kubeadm.sigstore.json'), JSON.stringify(bundleV1(lab, release.artifact(KUBEADM))))
    const { code, outputs, path } = await step({ files: at('*') })
    expect([code, outputs['outcome'], path]).toEqual([0, 'verified', []])
    expect(JSON.parse(outputs['digests'] ?? '')).toEqual({
      [at('kubeadm')]: `sha256:${release.artifact(KUBEADM).sha256}`,
      [at('kubectl')]: `sha256:${KUBECTL().sha256}`,
    })
    expect(outputs['path']).toBeUndefined()
  })

  test('one of them changed: rejected, and the other is still said to be good', async () => {
    await write('kubectl', KUBECTL(), SIDECARS)
    await write('kubeadm', release.artifact(KUBEADM), SIDECARS)
    await writeFile(at('kubeadm'), 'evil')
    const { code, stdout, outputs } = await step({ files: `${at('kubectl')}, ${at('kubeadm')}` })
    expect([code, outputs['outcome']]).toEqual([1, 'rejected'])
    expect(stdout).toContain(`✓ ${at('kubectl')} sha256:`)
    expect(stdout).toContain(`${at('kubeadm')}: rejected`)
  })

  test('a bundle of another file beside it: said, and of no consequence to what the sidecars prove', async () => {
    await write('kubectl', KUBECTL(), SIDECARS)
    await writeFile(at('kubectl.sigstore.json'), JSON.stringify(bundleV1(lab, release.artifact(KUBEADM))))
    const result = await step({ files: at('{kubectl,nothing}') })
    expect([result.code, codesOf(result)]).toEqual([0, []])
    expect(result.stdout).toContain(
      `::warning::${at('kubectl')} is proven; the bundle beside it proves nothing: digest: `,
    )
    // Alone it is no worse than nothing, and the log is searched; offline it decides.
    for (const ending of SIDECARS) await rm(at(`kubectl${ending}`))
    const alone = await step({ files: at('{kubectl,nothing}') })
    expect([alone.code, codesOf(alone)]).toEqual([0, []])
    expect(alone.stdout).toContain(
      `no proof lies beside ${at('kubectl')}, and its digest was searched in the log`,
    )
    const offline = await step({ files: at('{kubectl,nothing}'), offline: 'true' })
    expect([offline.code, codesOf(offline)]).toEqual([1, ['DIGEST_MISMATCH']])
  })

  test('by another signer: rejected, unless it is the one that is named', async () => {
    const content = toContent(Buffer.from('a tool of ours'))
    await write('tool', await signArtifact(content, { ...lab.signing, identity: 'us@example.com' }), SIDECARS)
    expect(codesOf(await step({ files: at('tool') }))).toEqual(['IDENTITY_MISMATCH'])
    expect((await step({ files: at('tool'), 'certificate-identity': 'us@example.com' })).code).toBe(0)
  })

  test('with a version, each is bound to the release by its name', async () => {
    await write('kubectl', KUBECTL())
    await write('kubeadm', release.artifact(KUBEADM))
    const inputs = { files: at('kube*'), version: 'v1.35.2', os: 'linux', arch: 'amd64' }
    const { code, stdout } = await step(inputs)
    expect(code).toBe(0)
    expect(stdout.match(/✓ release-binding: passed/g)?.length).toBeGreaterThanOrEqual(2)
    expect(lab.cdn.requests.map(({ url }) => url)).not.toContain(`/release/v1.35.2/${TARGET}`)
    // The one under the other's name has a good signature, and is refused.
    await write('kubeadm', KUBECTL())
    const swapped = await step(inputs)
    expect([swapped.code, codesOf(swapped)]).toEqual([1, ['DIGEST_MISMATCH']])
  })

  test('by a lock file, offline', async () => {
    const file = await write('kubectl', KUBECTL())
    const lock = { 'lock-file': at('lock.json') }
    expect((await job.step({ ...lock, artifacts: 'kubectl' })).code).toBe(0)
    lab.reset()
    expect((await step({ files: file, ...lock, offline: 'true' })).code).toBe(0)
    await writeFile(file, 'evil')
    expect(codesOf(await step({ files: file, ...lock, offline: 'true' }))).toEqual(['LOCK_INCOMPLETE'])
    expect([...lab.site.requests, ...lab.rekor.requests]).toEqual([])
  })

  test.each<[string, Inputs, string]>([
    ['a pattern that meets nothing', { files: 'FOLDER/nothing*' }, 'INPUT_INVALID'],
    ['one of two that is not there', { files: 'FOLDER/kubectl\nFOLDER/missing' }, 'INPUT_INVALID'],
    ['a directory', { files: 'FOLDER' }, 'INPUT_INVALID'],
    ['separators alone', { files: ',\n,' }, 'INPUT_REQUIRED'],
    ['artifacts as well', { files: 'FOLDER/kubectl', artifacts: 'kubectl' }, 'INPUT_CONFLICT'],
    ['what is for placed files', { files: 'FOLDER/kubectl', 'recheck-at-end': 'true' }, 'INPUT_CONFLICT'],
    ['a platform without a version', { files: 'FOLDER/kubectl', os: 'linux' }, 'INPUT_REQUIRED'],
    ['a name that no release has', { files: 'FOLDER/k', version: 'v1.35.2' }, 'INPUT_UNKNOWN_ARTIFACT'],
    ['a pin for two', { files: 'FOLDER/k*', 'expected-sha256': '0'.repeat(64) }, 'INPUT_CONFLICT'],
  ])('bad input: %s', async (_, inputs, error) => {
    await write('kubectl', KUBECTL(), SIDECARS)
    await write('k', KUBECTL(), SIDECARS)
    const files = inputs['files']?.replaceAll('FOLDER', folder) ?? ''
    const result = await step({ ...inputs, files })
    expect([result.code, codesOf(result)]).toEqual([2, [error]])
    expect(result.stdout).not.toMatch(/\n\s+at /)
  })
})

describe('a file that came alone', () => {
  const verify = (...argv: string[]): Promise<Finished> =>
    runProgram(join(DIST, 'cli.js'), [
      'verify',
      ...argv,
      '--rekor-url',
      lab.rekorUrl,
      '--release-url',
      lab.releaseUrl,
      '--trusted-root',
      job.trustedRoot,
    ])
  const errorOf = ({ stderr }: Finished): string | undefined => /error: (\w+)/.exec(stderr)?.[1]

  test('the log’s search names its entry, whose evidence goes through every check', async () => {
    const { code, stdout, stderr } = await verify(await write('kubectl', KUBECTL()), '--verbose')
    expect(code).toBe(0)
    const { logIndex } = lab.log.answer(KUBECTL().entry)
    expect(stderr).toContain(`log entry ${logIndex} of `)
    expect(stderr).toContain('signed by the Kubernetes release signer')
    expect(stdout).toContain('– release-binding: not run')
    expect(stderr).toContain('no signature says: name the version')
  })

  test('which release it is of, the site’s unsigned files say: a hint, and no part of the verdict', async () => {
    const { platform, arch } = process
    const path = `bin/${platform}/${arch === 'x64' ? 'amd64' : arch}/kubectl`
    const older = await lab.publish({ version: 'v1.35.1', paths: [path] })
    lab.channels.set('stable-1.35.txt', 'v1.35.2')
    const file = await write('kubectl', older.artifact(path))
    const { code, stderr } = await verify(file)
    expect([code, stderr.includes(`it is v1.35.1/${path}: name that version`)]).toEqual([0, true])
    // A site that says so of a file of somebody else's changes nothing.
    lab.cdn.override(`v1.35.1/${path}.sha256`, behaviours.html())
    const unknown = await verify(file)
    expect([unknown.code, unknown.stderr.includes('no signature says')]).toEqual([0, true])
    lab.channels.delete('stable-1.35.txt')
  })

  test('what strangers logged about the digest does not count, and does not hide what does', async () => {
    const content = toContent(Buffer.from('signed by many'))
    for (const identity of ['a@example.com', 'b@example.com'])
      await signArtifact(content, { ...lab.signing, identity })
    await writeFile(at('tool'), 'signed by many')
    const strangers = await verify(at('tool'))
    expect([strangers.code, errorOf(strangers)]).toEqual([1, 'IDENTITY_MISMATCH'])
    await signArtifact(content, lab.signing)
    expect((await verify(at('tool'))).code).toBe(0)
  })

  test('an entry that the search gives for another digest proves nothing', async () => {
    await writeFile(at('evil'), 'evil')
    lab.rekor.override(
      'index/retrieve',
      behaviours.body(JSON.stringify([lab.log.uuid(KUBECTL().entry.leafHash)])),
    )
    const result = await verify(at('evil'))
    expect([result.code, errorOf(result)]).toEqual([1, 'SIGNATURE_INVALID'])
    expect(result.stderr).not.toContain('signed by the Kubernetes')
  })

  test.each([
    ['knows nothing', behaviours.body('[]'), 3, 'EVIDENCE_SIGNATURE_MISSING'],
    ['talks nonsense', behaviours.body('["../../evil"]'), 3, 'FETCH_ANSWER_UNEXPECTED'],
    ['is out of reach', behaviours.status(404), 3, 'FETCH_HTTP_STATUS'],
  ])('the search %s', async (_, behaviour, code, error) => {
    lab.rekor.override('index/retrieve', behaviour)
    const result = await verify(await write('kubectl', KUBECTL()))
    expect([result.code, errorOf(result)]).toEqual([code, error])
  })

  test('with half its evidence beside it, it is searched all the same; offline nothing is', async () => {
    const file = await write('kubectl', KUBECTL(), ['.sig'])
    expect((await verify(file)).code).toBe(0)
    lab.rekor.reset()
    expect(errorOf(await verify(file, '--offline'))).toBe('EVIDENCE_CERTIFICATE_MISSING')
    await rm(at('kubectl.sig'))
    expect(errorOf(await verify(file, '--offline'))).toBe('EVIDENCE_SIGNATURE_MISSING')
    expect(lab.rekor.requests).toEqual([])
  })
})
