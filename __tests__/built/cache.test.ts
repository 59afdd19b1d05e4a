// Cache hits, by the built action: hashed and verified again, and as suspect as a download.
import { chmod, mkdir, readFile, readdir, rename, stat, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startLab } from '../../src/lab/lab.js'
import { bundleV2 } from '../../src/lab/bundles.js'
import { readAll } from '../../src/lab/content.js'
import { SBOM_PATH } from '../../src/lab/release.js'
import { type StepResult } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { type Inputs, withJob, warningsOf } from '../support/job.js'
import { forbidNetwork } from '../support/no-network.js'
import { changeAt, leavesOf, nodesOf, removeAt } from '../support/json.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const STRANGER = { identity: 'somebody@example.com' }

const { lab, release, job } = await withJob(async (started) => {
  const first = await started.publish({ version: 'v1.35.2' })
  await started.publish({ version: 'v1.31.0' })
  return first
})
const step = (inputs: Inputs = {}): Promise<StepResult> => job.step(inputs)

beforeEach(async () => {
  expect((await step()).outputs['cache-hit']).toBe('false')
  lab.reset()
})

const toolFolder = (name = 'kubectl', version = '1.35.2', platform = 'linux-amd64'): string =>
  join(job.runner.toolCache, name, version, platform)
const file = (): string => join(toolFolder(), 'kubectl')
const bundle = (): string => join(toolFolder(), 'kubectl.sigstore.json')
const sbomFile = (name = SBOM_PATH): string => join(toolFolder('release-sbom', '1.35.2', 'any'), name)
const asked = (): number => lab.site.requests.length + lab.cdn.requests.length + lab.rekor.requests.length

async function overwrite(path: string, content: string | Buffer): Promise<void> {
  await chmod(path, 0o644)
  await writeFile(path, content)
}

test('a hit asks nobody, and ends as the fetch did', async () => {
  const first = await step()
  const second = await step()
  expect(asked()).toBe(0)
  expect(second.code).toBe(0)
  expect(second.outputs).toEqual({ ...first.outputs, 'cache-hit': 'true' })
  expect(second.path).toEqual([toolFolder()])
  expect(second.outputs['log-entry-uuid']).toBe(lab.log.uuid(release.artifact(KUBECTL).entry.leafHash))
  expect(second.stdout).toContain('✓ release-binding: passed')
  expect(warningsOf(second)).toEqual([])
})

test('a tool cache that no job has made yet is made', async () => {
  await rename(job.runner.toolCache, `${job.runner.toolCache}-before`)
  expect((await step()).outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
  expect((await stat(file())).isFile()).toBe(true)
})

test('with a channel, its file is all that is asked for', async () => {
  expect((await step({ version: 'stable' })).outputs['cache-hit']).toBe('true')
  expect(lab.cdn.requests.map(({ url }) => url)).toEqual(['/release/stable.txt'])
  expect(lab.rekor.requests).toEqual([])
})

test('what is not there is fetched, what is there is not; only all of them are a hit', async () => {
  const result = await step({ artifacts: 'kubectl,kubeadm' })
  expect(result.outputs['cache-hit']).toBe('false')
  expect(lab.cdn.requests.filter(({ url }) => url.includes('kubectl') || url.includes('.spdx'))).toEqual([])
})

test('another platform, version or name is no hit', async () => {
  expect((await step({ arch: 'arm64' })).outputs['cache-hit']).toBe('false')
  expect((await step({ version: 'v1.31.0' })).outputs['cache-hit']).toBe('false')
})

test('a pin counts for a hit, too', async () => {
  const { sha256 } = release.artifact(KUBECTL)
  expect((await step({ 'expected-sha256': sha256 })).outputs['cache-hit']).toBe('true')
  const result = await step({ 'expected-sha256': '0'.repeat(64) })
  expect(result.code).toBe(1)
  expect(result.outputs['path']).toBeUndefined()
})

/** What an attacker who can write into the cache does, and what the hit then fails with. */
const ATTACKS: [string, () => Promise<void>, RegExp][] = [
  ['another file', () => overwrite(file(), 'evil'), /fails digest/],
  [
    'one byte',
    async () => {
      const bytes = readAll(release.artifact(KUBECTL).content)
      bytes[100] = (bytes[100] ?? 0) ^ 1
      await overwrite(file(), bytes)
    },
    /fails digest/,
  ],
  [
    'a bundle that is none',
    () => overwrite(bundle(), '<html>'),
    /fails digest and is fetched again: the bundle cannot be read/,
  ],
  [
    'a file with a bundle of its own making',
    async () => {
      const text = await readFile(bundle(), 'utf8')
      const digest = Buffer.from(release.artifact(KUBECTL).sha256, 'hex').toString('base64')
      await overwrite(file(), 'evil')
      const { createHash } = await import('node:crypto')
      const other = createHash('sha256').update('evil').digest('base64')
      await overwrite(bundle(), text.replace(digest, other))
    },
    /fails signature/,
  ],
  [
    'a file that somebody else signed, and the log took',
    async () => {
      await overwrite(file(), 'evil')
      await overwrite(bundle(), JSON.stringify(await bundleV2(lab, Buffer.from('evil'), STRANGER)))
    },
    /fails certificate-identity/,
  ],
  [
    'a bundle without the log’s promise',
    async () => {
      const genuine = JSON.parse(await readFile(bundle(), 'utf8')) as object
      const place = nodesOf(genuine).find((path) => path.at(-1) === 'inclusionPromise') ?? []
      await overwrite(bundle(), JSON.stringify(removeAt(genuine, place)))
    },
    /fails signed-entry-timestamp/,
  ],
  [
    'a bundle without a log entry',
    async () => {
      const genuine = JSON.parse(await readFile(bundle(), 'utf8')) as object
      const empty = changeAt(genuine, ['verificationMaterial', 'tlogEntries'], () => [])
      await overwrite(bundle(), JSON.stringify(empty))
    },
    /fails /,
  ],
  [
    'the bundle of another artifact',
    async () => {
      await step({ artifacts: 'kubeadm' })
      await overwrite(bundle(), await readFile(join(toolFolder('kubeadm'), 'kubeadm.sigstore.json')))
    },
    /fails digest/,
  ],
  [
    'an older release, validly signed',
    async () => {
      await step({ version: 'v1.31.0' })
      for (const name of ['kubectl', 'kubectl.sigstore.json']) {
        const bytes = await readFile(join(toolFolder('kubectl', '1.31.0'), name))
        await overwrite(join(toolFolder(), name), bytes)
      }
    },
    /fails release-binding/,
  ],
  [
    'an SBOM that lists what it should not',
    async () => {
      const text = await readFile(sbomFile(), 'utf8')
      await overwrite(sbomFile(), text.replace(release.artifact(KUBECTL).sha256, '0'.repeat(64)))
    },
    /the cached release-sbom v1\.35\.2 fails digest/,
  ],
  [
    'an older SBOM, validly signed',
    async () => {
      await step({ version: 'v1.31.0' })
      for (const name of [SBOM_PATH, `${SBOM_PATH}.sigstore.json`]) {
        const bytes = await readFile(join(toolFolder('release-sbom', '1.31.0', 'any'), name))
        await overwrite(sbomFile(name), bytes)
      }
    },
    /the cached release-sbom v1\.35\.2 fails release-binding/,
  ],
  [
    'a program beside it, for the PATH',
    () => writeFile(join(toolFolder(), 'ls'), 'evil', { mode: 0o755 }),
    /has "ls" beside it/,
  ],
]

describe('a cache that somebody wrote to: named, removed and healed', () => {
  test.each(ATTACKS)('%s', async (_, attack, warning) => {
    await attack()
    lab.reset()
    const result = await step()
    expect(result.code).toBe(0)
    expect(warningsOf(result)).toEqual([expect.stringMatching(warning)])
    expect((await readFile(file())).equals(readAll(release.artifact(KUBECTL).content))).toBe(true)
    expect((await readdir(toolFolder())).sort()).toEqual(['kubectl', 'kubectl.sigstore.json'])
    expect((await step()).outputs['cache-hit']).toBe('true')
  })

  test.each(ATTACKS)(
    '%s, and nothing to heal it from: nothing is left, nothing exposed',
    async (_, attack) => {
      await attack()
      lab.reset()
      for (const path of ['kubectl', SBOM_PATH]) lab.cdn.override(path, behaviours.status(404))
      const result = await step()
      expect(result.code).not.toBe(0)
      expect(result.outputs['path']).toBeUndefined()
      expect(result.path).toEqual([])
      const left = await readFile(file()).catch(() => undefined)
      if (left !== undefined) expect(left.equals(readAll(release.artifact(KUBECTL).content))).toBe(true)
      await expect(stat(join(toolFolder(), 'ls'))).rejects.toThrow('ENOENT')
    },
  )
})

describe('what is no hit, and nobody’s fault', () => {
  test.each<[string, () => Promise<void>]>([
    ['no mark that it is complete', () => unlink(`${toolFolder()}.complete`)],
    ['no bundle', () => unlink(bundle())],
    ['no file', () => unlink(file())],
    [
      'a link in the file’s place',
      async () => {
        await rename(file(), join(job.runner.folder, 'elsewhere'))
        await symlink(join(job.runner.folder, 'elsewhere'), file())
      },
    ],
    [
      'a folder that leads out of the cache',
      async () => {
        await rename(toolFolder(), join(job.runner.folder, 'elsewhere'))
        await symlink(join(job.runner.folder, 'elsewhere'), toolFolder())
      },
    ],
    [
      'a folder in the file’s place',
      async () => {
        await unlink(file())
        await mkdir(file())
      },
    ],
  ])('%s', async (_, change) => {
    await change()
    const result = await step()
    expect(result.outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
    expect((await stat(file())).isFile()).toBe(true)
    expect((await step()).outputs['cache-hit']).toBe('true')
  })

  test('another policy', async () => {
    const result = await step({ 'certificate-identity': 'somebody@example.com' })
    expect(warningsOf(result).filter((line) => line.includes('the cached'))).toEqual([])
    expect(result.stdout).toContain('::error title=IDENTITY_MISMATCH::')
    expect(result.outputs['path']).toBeUndefined()
    // And what stood there still does.
    expect((await step()).outputs['cache-hit']).toBe('true')
  })

  test('a newer trusted root, in which the log’s key was revoked before the entry was made', async () => {
    const root = structuredClone(lab.trustedRoot) as {
      tlogs: { publicKey: { validFor: { start: string; end?: string } } }[]
    }
    const { signedAt } = lab.signing
    const [log] = root.tlogs
    if (log) log.publicKey.validFor.end = new Date(signedAt.getTime() - 1000).toISOString()
    const newer = join(job.runner.folder, 'newer.json')
    await writeFile(newer, JSON.stringify(root))
    const result = await step({ 'trusted-root': newer })
    expect(result.code).toBe(1)
    expect(result.stdout).toContain('the cached kubectl v1.35.2 fails checkpoint')
    expect(result.stdout).toContain('::error title=CHECKPOINT_INVALID::')
    expect(result.outputs['path']).toBeUndefined()
    // Still valid at the very second of the entry: the end belongs to the validity.
    if (log) log.publicKey.validFor.end = new Date(signedAt.getTime() + 3000).toISOString()
    await writeFile(newer, JSON.stringify(root))
    expect((await step({ 'trusted-root': newer })).code).toBe(0)
  })

  test('another trusted root', async () => {
    const other = await startLab()
    try {
      await mkdir(join(job.runner.folder, 'other'))
      const result = await step({
        'trusted-root': await other.writeTrustedRoot(join(job.runner.folder, 'other')),
      })
      expect(result.code).toBe(1)
      expect(result.stdout).toContain('fails certificate-chain')
      expect(result.outputs['path']).toBeUndefined()
      // It is right under its own, which another job on this machine may have.
      lab.reset()
      expect((await step()).outputs['cache-hit']).toBe('true')
      expect(asked()).toBe(0)
    } finally {
      await other.close()
    }
  })

  test('what another signer’s job left, in a cache that two jobs share', async () => {
    const fork = await startLab()
    try {
      await fork.publish({ version: 'v1.35.2', ...STRANGER, contents: { [KUBECTL]: Buffer.from('theirs') } })
      await mkdir(join(job.runner.folder, 'fork'))
      const theirs = await step({
        'release-url': fork.releaseUrl,
        'rekor-url': fork.rekorUrl,
        'trusted-root': await fork.writeTrustedRoot(join(job.runner.folder, 'fork')),
        'certificate-identity': STRANGER.identity,
      })
      expect(theirs.outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
      expect(await readFile(file(), 'utf8')).toBe('theirs')
      expect((await step()).outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
      expect((await readFile(file())).equals(readAll(release.artifact(KUBECTL).content))).toBe(true)
    } finally {
      await fork.close()
    }
  })
})

test('a mode that was changed is set again', async () => {
  await chmod(file(), 0o666)
  expect((await step()).outputs['cache-hit']).toBe('true')
  expect((await stat(file())).mode & 0o777).toBe(0o555)
})

test('release-sbom: the file is hashed, and the SBOM of the cache proves it', async () => {
  expect((await step({ 'signature-source': 'release-sbom' })).outputs['cache-hit']).toBe('true')
  expect(asked()).toBe(0)
  await overwrite(file(), 'evil')
  const healed = await step({ 'signature-source': 'release-sbom' })
  expect(healed.stdout).toContain('fails release-binding')
  expect(healed.code).toBe(0)
  expect((await readFile(file())).equals(readAll(release.artifact(KUBECTL).content))).toBe(true)
})

test('each field of the bundle, changed, is refused', async () => {
  const genuine = JSON.parse(await readFile(bundle(), 'utf8')) as object
  const leaves = leavesOf(genuine)
  expect(leaves.length).toBeGreaterThan(15)
  const passed: string[] = []
  for (const path of leaves) {
    await overwrite(bundle(), JSON.stringify(changeAt(genuine, path)))
    const { outputs, stdout } = await step()
    if (outputs['cache-hit'] === 'true') passed.push(path.join('.'))
    else expect(stdout).toMatch(/::warning::the cached kubectl v1\.35\.2 fails /)
  }
  // The middle of this one is the signer's name beside the signature, which is not signed, and not compared.
  expect(passed.filter((field) => !field.endsWith('.checkpoint.envelope'))).toEqual([])
})

describe('offline', () => {
  const offline = async (
    inputs: Record<string, string> = {},
    env: Record<string, string> = {},
  ): Promise<StepResult> =>
    job.runner.step(
      {
        version: 'v1.35.2',
        os: 'linux',
        arch: 'amd64',
        'release-url': lab.releaseUrl,
        'rekor-url': lab.rekorUrl,
        'trusted-root': job.trustedRoot,
        offline: 'true',
        ...inputs,
      },
      { ...(await forbidNetwork(job.runner.folder)), ...env },
    )

  test('opens no socket, and proves what the cache holds', async () => {
    const result = await offline()
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' })
    expect(result.outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'true' })
    // The trap springs where it must, before there is an output.
    const online = await offline({ offline: 'false', version: 'stable' }, { GITHUB_OUTPUT: '' })
    expect({ code: online.code, stderr: online.stderr }).toEqual({ code: 99, stderr: 'NETWORK connect\n' })
  })

  test.each<[Record<string, string>, string]>([
    [{ artifacts: 'kubeadm' }, 'bin/linux/amd64/kubeadm'],
    [{ version: 'v1.35.1' }, 'v1.35.1/bin/linux/amd64/kubectl'],
    [{ version: 'latest' }, 'release/latest.txt'],
    [{ version: '1.34' }, 'release/stable-1.34.txt'],
  ])('names what is missing: %j', async (inputs, missing) => {
    const result = await offline(inputs)
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 3, stderr: '' })
    expect(result.stdout).toContain('::error title=OFFLINE_MISS::')
    expect(result.stdout).toContain(missing)
    expect(result.outputs['path']).toBeUndefined()
  })

  test('a hit that fails cannot be healed', async () => {
    await overwrite(file(), 'evil')
    const result = await offline()
    expect(result.code).toBe(3)
    expect(result.stdout).toContain('::warning::the cached kubectl v1.35.2 fails digest')
    expect(result.stdout).toContain('::error title=OFFLINE_MISS::')
    await expect(stat(file())).rejects.toThrow()
  })

  test('without the SBOM nothing is bound', async () => {
    await unlink(sbomFile())
    const result = await offline()
    expect(result.code).toBe(3)
    expect(result.outputs['path']).toBeUndefined()
  })

  test('the root that was built in stands for auto, and TUF is a contradiction', async () => {
    const embedded = await offline({ 'trusted-root': 'auto' })
    expect(embedded.stdout).toContain('Trusted root: embedded')
    expect(embedded.stderr).toBe('')
    const tuf = await offline({ 'trusted-root': 'tuf' })
    expect(tuf.code).toBe(2)
    expect(tuf.stdout).toContain('::error title=INPUT_CONFLICT::')
  })
})
