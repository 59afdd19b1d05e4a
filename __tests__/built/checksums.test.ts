// `checksums`, by the built command line: digests from the signed SBOM, in the forms that other tools take.
import { spawnSync } from 'node:child_process'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { readAll, toContent } from '../../src/lab/content.js'
import { type Release, SBOM_PATH, createSbom, signArtifact } from '../../src/lab/release.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { requestsOf, withJob, withoutOwnRoot } from '../support/job.js'
import { findSchemaFaults } from '../support/schemas.js'

const KUBECTL = 'bin/linux/amd64/kubectl'

const { lab, release, job } = await withJob(async (started) => {
  const first = await started.publish({ version: 'v1.35.2' })
  await started.publish({ version: 'v1.34.7' })
  return first
})
const older = lab.releases.get('v1.34.7') as Release

afterEach(() => {
  // An SBOM that a test has put there is gone again.
  release.put(SBOM_PATH, release.artifact(SBOM_PATH))
})

const cli = (...argv: string[]): Promise<Finished> => runProgram(join(DIST, 'cli.js'), argv)
const checksums = (...flags: string[]): Promise<Finished> => cli('checksums', ...job.flags, ...flags)
/** An SBOM with another text, signed by whoever signs releases. */
const publishSbom = async (text: string, options: object = {}): Promise<void> =>
  release.put(SBOM_PATH, await signArtifact(toContent(Buffer.from(text)), { ...lab.signing, ...options }))
const listed = () => [...release.artifacts].filter(([path]) => path !== SBOM_PATH)

test('SHA256SUMS of everything that the signed SBOM lists, and no artifact is fetched', async () => {
  const result = await checksums('--version', 'v1.35.2')
  expect({ code: result.code, stderr: withoutOwnRoot(result.stderr) }).toEqual({ code: 0, stderr: '' })
  const expected = listed().map(([path, { sha256 }]) => `${sha256}  ${path}\n`)
  expect(result.stdout).toBe(expected.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join(''))
  const fetched = lab.cdn.requests.map(({ url }) => url)
  expect(fetched.filter((url) => !url.includes(SBOM_PATH))).toEqual([])
})

test('sha512sum and sha256sum accept the files that are listed, where they lie', async () => {
  for (const [path, { content }] of listed()) {
    await mkdir(dirname(join(job.folder, 'mirror', path)), { recursive: true })
    await writeFile(join(job.folder, 'mirror', path), readAll(content))
  }
  for (const [format, program, name] of [
    ['sha256sums', 'sha256sum', 'SHA256SUMS'],
    ['sha512sums', 'sha512sum', 'SHA512SUMS'],
  ] as const) {
    const output = ['--output', join(job.folder, 'mirror'), '--format', format]
    expect((await checksums('--version', 'v1.35.2', ...output)).code).toBe(0)
    const check = spawnSync(program, ['--check', '--strict', name], { cwd: join(job.folder, 'mirror') })
    expect([check.status, check.stderr.toString()]).toEqual([0, ''])
  }
})

test('with --output, the SBOM and its bundle lie beside the list, and prove it without us', async () => {
  const output = join(job.folder, 'sums')
  const result = await checksums('--version', 'v1.35.2', '--output', output)
  expect([result.code, result.stdout]).toEqual([0, 'verified\n'])
  expect((await readdir(output)).sort()).toEqual(['SHA256SUMS', SBOM_PATH, `${SBOM_PATH}.sigstore.json`])
  lab.reset()
  const again = await cli(
    ...['verify', join(output, SBOM_PATH), '--bundle', join(output, `${SBOM_PATH}.sigstore.json`)],
    ...['--offline', '--trusted-root', job.trustedRoot],
  )
  expect(again.code).toBe(0)
  expect(requestsOf(lab)).toEqual([])
})

test('names and platforms: what is asked for, and nothing else', async () => {
  const result = await checksums(
    'kubectl',
    'kubeadm',
    '--version',
    'v1.35.2',
    '--os',
    'linux',
    '--arch',
    'arm64',
  )
  expect(result.stdout.split('\n').map((line) => line.slice(66))).toEqual([
    'bin/linux/arm64/kubectl',
    'bin/linux/arm64/kubeadm',
    '',
  ])
})

test('several releases: each path below its version', async () => {
  const names = ['kubectl', '--version', 'v1.35.2,v1.34.7', '--os', 'linux', '--arch', 'amd64']
  const result = await checksums(...names)
  expect(result.stdout).toBe(
    `${release.artifact(KUBECTL).sha256}  v1.35.2/${KUBECTL}\n${older.artifact(KUBECTL).sha256}  v1.34.7/${KUBECTL}\n`,
  )
})

test('JSON has both digests, the URL, and the bundle that proves the SBOM', async () => {
  const result = await checksums(
    'kubectl',
    '--version',
    'v1.35.2',
    '--os',
    'linux',
    '--arch',
    'amd64',
    '--format',
    'json',
  )
  const { sha256, sha512 } = release.artifact(KUBECTL)
  const whole = JSON.parse(
    (await checksums('--version', 'v1.35.2,v1.34.7', '--format', 'json')).stdout,
  ) as object
  expect(await findSchemaFaults('checksums', whole)).toEqual([])
  expect(JSON.parse(result.stdout)).toEqual({
    schemaVersion: 1,
    releases: [
      {
        version: 'v1.35.2',
        notes: [],
        sbom: {
          path: SBOM_PATH,
          digest: `sha256:${release.artifact(SBOM_PATH).sha256}`,
          bundle: expect.objectContaining({
            mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
          }) as object,
        },
        artifacts: [
          {
            name: 'kubectl',
            path: KUBECTL,
            platform: 'linux/amd64',
            url: `${lab.releaseUrl}/release/v1.35.2/${KUBECTL}`,
            sha256,
            sha512,
          },
        ],
      },
    ],
  })
})

test('kubespray: binary, architecture, version, the newest first', async () => {
  const result = await checksums('--version', 'v1.34.7,v1.35.2', '--format', 'kubespray')
  const of = (given: Release, path: string): string => `sha256:${given.artifact(path).sha256}`
  const file = parse(result.stdout) as Record<string, Record<string, Record<string, string>>>
  expect(Object.keys(file)).toEqual(['kubelet_checksums', 'kubectl_checksums', 'kubeadm_checksums'])
  expect(file['kubectl_checksums']).toEqual({
    amd64: { '1.35.2': of(release, KUBECTL), '1.34.7': of(older, KUBECTL) },
    arm64: {
      '1.35.2': of(release, 'bin/linux/arm64/kubectl'),
      '1.34.7': of(older, 'bin/linux/arm64/kubectl'),
    },
  })
})

test('a Dockerfile: an ADD line each, in a stage a platform', async () => {
  const result = await checksums('kubectl', '--version', 'v1.35.2', '--os', 'linux', '--format', 'dockerfile')
  const add = (arch: string): string => {
    const path = `bin/linux/${arch}/kubectl`
    return `FROM scratch AS kubernetes-linux-${arch}\nADD --checksum=sha256:${release.artifact(path).sha256} --chmod=0755 ${lab.releaseUrl}/release/v1.35.2/${path} /kubectl\n`
  }
  expect(result.stdout).toBe(`# syntax=docker/dockerfile:1\n\n${add('amd64')}\n${add('arm64')}`)
  expect(result.stderr).toContain(
    'the signed SBOM does not list v1.35.2/bin/linux/s390x/kubectl, and it is left out',
  )
})

test('from an export, offline: no server is asked', async () => {
  const folder = join(job.folder, 'export')
  const servers = job.flags
  expect(
    (
      await cli(
        'export',
        'kubectl',
        '--version',
        'v1.35.2',
        '--os',
        'linux',
        '--arch',
        'amd64',
        '--output',
        folder,
        ...servers,
      )
    ).code,
  ).toBe(0)
  lab.reset()
  const result = await cli(
    'checksums',
    'kubectl',
    '--version',
    'v1.35.2',
    '--os',
    'linux',
    '--arch',
    'amd64',
    '--offline',
    '--release-url',
    `file://${folder}`,
    '--trusted-root',
    job.trustedRoot,
  )
  expect([result.code, result.stdout]).toEqual([0, `${release.artifact(KUBECTL).sha256}  ${KUBECTL}\n`])
  expect(requestsOf(lab)).toEqual([])
})

const STRANGE = [
  '../../etc/passwd',
  '/etc/passwd',
  '-rf',
  'bin/linux/amd64/-x',
  'bin/linux/amd64/../../x',
  'bin/linux/amd64/a b',
  'bin/linux/amd64/kubectl\\nkubelet',
  'bin/linux/amd64/ku\u001b[31mbe',
  'bin/linux/amd64/kube\u2028let',
  'bin\\linux\\amd64\\kubectl',
  'bin/linux/amd64/kubectl/',
  'bin/linux/amd64/kubelet: x',
  'bin/linux/amd64/__proto__',
  'x$(id).tar.gz',
  'x`id`.tar.gz',
  '*',
]

/** A list in JSON without what is not a digest of an artifact. */
const withoutProof = (list: string): string =>
  list.replace(/"digest": "sha256:.*"|"bundle": \{[^]*?\n {8}\}|"notes": \[[^\]]*\]/g, '')

test.each(['sha256sums', 'sha512sums', 'json', 'kubespray', 'dockerfile'])(
  'what a signed SBOM lists and is no name of an artifact stands in no list: %s',
  async (format) => {
    const genuine = await checksums('--version', 'v1.35.2', '--format', format)
    const blocks = STRANGE.map(
      (path, index) =>
        `FileName: ${path}\nSPDXID: SPDXRef-strange-${index}\nFileChecksum: SHA256: ${'a'.repeat(64)}\nFileChecksum: SHA512: ${'b'.repeat(128)}\n`,
    )
    await publishSbom(
      createSbom('v1.35.2', listed()).replace('##### Package', `${blocks.join('\n')}\n##### Package`),
    )
    const result = await checksums('--version', 'v1.35.2', '--format', format)
    expect(result.code).toBe(0)
    expect(withoutProof(result.stdout)).toBe(withoutProof(genuine.stdout))
    const told = format === 'json' ? result.stdout : result.stderr
    const notes = told.match(/has no form of an artifact, and is left out/g)
    expect(notes).toHaveLength(STRANGE.length)
    expect(told).not.toContain('\u001b')
  },
)

describe('nothing is listed that is not proven', () => {
  /** Nothing on standard output, and nothing in the folder. */
  async function expectNothing(code: number, error: string, ...flags: string[]): Promise<Finished> {
    const output = join(job.folder, 'sums')
    for (const folder of [[], ['--output', output]]) {
      const result = await checksums('--version', 'v1.35.2', ...folder, ...flags)
      expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: '' })
      expect(result.stderr).toContain(`error: ${error}: `)
    }
    await expect(readdir(output)).rejects.toThrow('ENOENT')
    return checksums('--version', 'v1.35.2', ...flags)
  }

  test('an SBOM that was changed after it was signed', async () => {
    const change = (text: Buffer): string =>
      text.toString().replace(release.artifact(KUBECTL).sha256, '0'.repeat(64))
    lab.cdn.override(SBOM_PATH, behaviours.rewrite(change))
    await expectNothing(1, 'DIGEST_MISMATCH')
  })

  test('an SBOM that somebody else signed', async () => {
    await publishSbom(createSbom('v1.35.2', listed()), { identity: 'mallory@example.com' })
    await expectNothing(1, 'IDENTITY_MISMATCH')
  })

  test('the genuine SBOM of another release', async () => {
    release.put(SBOM_PATH, older.artifact(SBOM_PATH))
    await expectNothing(1, 'RELEASE_BINDING_MISMATCH')
  })

  test('an SBOM without a signature', async () => {
    lab.cdn.override(`${SBOM_PATH}.sig`, behaviours.status(404))
    await expectNothing(3, 'EVIDENCE_SIGNATURE_MISSING')
  })

  test('an SBOM that the log does not know', async () => {
    await publishSbom(createSbom('v1.35.2', listed()), { log: lab.otherLog })
    await expectNothing(3, 'EVIDENCE_LOG_ENTRY_MISSING')
  })

  test('a signed SBOM that lists one path with two digests', async () => {
    const twice = `FileName: ${KUBECTL}\nFileChecksum: SHA256: ${'0'.repeat(64)}\n`
    const text = createSbom('v1.35.2', listed()).replace('##### Package', `${twice}\n##### Package`)
    await publishSbom(text)
    await expectNothing(1, 'RELEASE_BINDING_MISMATCH')
  })

  test('a name that the SBOM does not list', async () => {
    await expectNothing(3, 'RELEASE_ARTIFACT_NOT_PUBLISHED', 'kube-proxy', '--os', 'linux', '--arch', 'amd64')
  })

  test('one of several releases: no list of the others', async () => {
    lab.cdn.override(`v1.34.7/${SBOM_PATH}.sig`, behaviours.status(404))
    const result = await checksums('--version', 'v1.35.2,v1.34.7')
    expect([result.code, result.stdout]).toEqual([3, ''])
  })
})

test.each([
  [['release-sbom'], '"release-sbom" is not in the list of the SBOM'],
  [['images'], 'images are not in the list of the SBOM'],
  [['sbom'], 'are neither binaries nor tarballs'],
  [['--format', 'yaml'], 'allowed: sha256sums, sha512sums, json, kubespray, dockerfile'],
  [['--format', 'dockerfile', '--release-url', 'file:///srv/kubernetes'], '--release-url is a folder'],
  [['--offline'], 'is allowed where --release-url is a folder'],
  [['kubeadm', '--os', 'darwin', '--arch', 'arm64'], 'kubeadm is not built for darwin/arm64'],
  [['--lock-file', 'x'], 'is an input of'],
])('bad input: %j', async (flags, message) => {
  const result = await cli('checksums', '--version', 'v1.35.2', ...flags)
  expect(result.code).toBe(2)
  expect(result.stderr).toContain(message)
})

test('a release before signing is refused before anything is fetched', async () => {
  const result = await checksums('--version', 'v1.21.0')
  expect([result.code, result.stdout, requestsOf(lab)]).toEqual([3, '', []])
  expect(result.stderr).toContain('RELEASE_PREDATES_SIGNING')
})

test('a list is written over what is there, and never through a link', async () => {
  const output = join(job.folder, 'sums')
  await mkdir(output)
  await writeFile(join(output, 'SHA256SUMS'), 'old\n')
  expect(
    (
      await checksums(
        'kubectl',
        '--version',
        'v1.35.2',
        '--os',
        'linux',
        '--arch',
        'amd64',
        '--output',
        output,
      )
    ).code,
  ).toBe(0)
  expect(await readFile(join(output, 'SHA256SUMS'), 'utf8')).toBe(
    `${release.artifact(KUBECTL).sha256}  ${KUBECTL}\n`,
  )
})
