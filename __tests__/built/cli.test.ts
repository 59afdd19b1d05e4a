// The built command line, as a person at a terminal runs it.
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleFromJSON } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { Verifier, toSignedEntity, toTrustMaterial } from '@sigstore/verify'
import { TARGET } from '../../src/lab/hostile.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'
import { withJob, withoutOwnRoot } from '../support/job.js'

const { lab, release, job } = await withJob()
let root: string[]

beforeEach(() => {
  root = ['--trusted-root', job.trustedRoot]
})

const cli = (...argv: string[]): Promise<Finished> => runProgram(join(DIST, 'cli.js'), argv)
const at = (name: string): string => join(job.folder, name)

function get(...flags: string[]): Promise<Finished> {
  const urls = ['--release-url', lab.releaseUrl, '--rekor-url', lab.rekorUrl]
  return cli('get', '--os', 'linux', '--arch', 'amd64', '--output', at('out'), ...urls, ...root, ...flags)
}

async function download(): Promise<string> {
  const { content, sidecars } = release.artifact(TARGET)
  await writeFile(at('kubectl'), Buffer.concat([...content.chunks()]))
  for (const [ending, bytes] of Object.entries(sidecars)) await writeFile(at(`kubectl${ending}`), bytes)
  return at('kubectl')
}

test('get places the artifact with a bundle that @sigstore/verify accepts by itself', async () => {
  const result = await get('--version', '1.35.2', '--artifacts', 'kubectl,kubeadm')
  expect(result.code).toBe(0)
  expect(result.stdout).toMatch(/\nverified\n$/)
  expect((await readdir(at('out'))).sort()).toEqual([
    'kubeadm',
    'kubeadm.sigstore.json',
    'kubectl',
    'kubectl.sigstore.json',
  ])
  const bundle = bundleFromJSON(JSON.parse(await readFile(join(at('out'), 'kubectl.sigstore.json'), 'utf8')))
  expect(bundle.mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json')
  const verifier = new Verifier(toTrustMaterial(TrustedRoot.fromJSON(lab.trustedRoot)))
  const signer = verifier.verify(toSignedEntity(bundle, await readFile(join(at('out'), 'kubectl'))))
  expect(signer.identity?.subjectAlternativeName).toBe('krel-staging@k8s-releng-prod.iam.gserviceaccount.com')
})

test('verify a file with the evidence beside it, and the log’s answer', async () => {
  const result = await cli('verify', await download(), '--rekor-url', lab.rekorUrl, ...root)
  expect(result.code).toBe(0)
  const warnings = result.stderr.split('\n').filter(Boolean)
  expect(warnings).toEqual([
    expect.stringContaining('warning: what is asked for is of no release'),
    expect.stringContaining('warning: the trusted root is your own'),
  ])
})

test('verify a file with evidence at URLs', async () => {
  await download()
  await rm(at('kubectl.sig'))
  await rm(at('kubectl.cert'))
  const url = `${lab.releaseUrl}/release/v1.35.2/${TARGET}`
  const evidence = ['--signature', `${url}.sig`, '--certificate', `${url}.cert`, '--rekor-url', lab.rekorUrl]
  expect((await cli('verify', at('kubectl'), ...evidence, ...root)).code).toBe(0)
})

test('verify offline with a log entry at hand: verified, and no server asked', async () => {
  const { entry } = release.artifact(TARGET)
  await writeFile(at('entry.json'), lab.answerFor(entry.leafHash, lab.log.answer(entry)))
  const result = await cli('verify', await download(), '--offline', '--log-entry', at('entry.json'), ...root)
  expect(result.code).toBe(0)
  expect([...lab.site.requests, ...lab.cdn.requests, ...lab.rekor.requests]).toEqual([])
})

test('a changed file is rejected by its .sha256 file and by its signature', async () => {
  await writeFile(await download(), 'something else')
  const result = await cli('verify', at('kubectl'), '--verbose', '--rekor-url', lab.rekorUrl, ...root)
  expect(result.code).toBe(1)
  expect(result.stderr).toContain('error: DIGEST_MISMATCH: ')
  expect(result.stdout).toContain('✗ signature: failed [SIGNATURE_INVALID]')
})

test('one line an artifact; with --quiet nothing but errors; with --verbose every check', async () => {
  const file = await download()
  const ask = (...flags: string[]) => cli('verify', file, '--rekor-url', lab.rekorUrl, ...root, ...flags)
  const { sha256 } = release.artifact(TARGET)
  const usual = await ask('--version', 'v1.35.2', '--os', 'linux', '--release-url', lab.releaseUrl)
  expect(usual.stdout.split('\n').find((line) => line.includes(' kubectl '))).toMatch(
    new RegExp(`^✓ kubectl v1\\.35\\.2 linux/amd64 sha256:${sha256.slice(0, 12)}… signed by krel-staging@…,`),
  )
  expect(await ask('--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
  const both = await ask('--quiet', '--verbose')
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('INPUT_CONFLICT')])
  const json = await ask('--verbose', '--format', 'json')
  expect(json.code).toBe(2)
})

describe('bad input', () => {
  test.each([
    [
      ['frobnicate'],
      2,
      'INPUT_UNKNOWN',
      'allowed: get, plan, export, checksums, lock update, lock diff, verify, image, entry, audit, plan-shards, merge, demo, completion',
    ],
    [['verfy', 'x'], 2, 'INPUT_UNKNOWN', 'did you mean "verify"?'],
    [
      ['get', '--verzion', 'v1.35.2', '--os', 'beos'],
      2,
      'INPUT_UNKNOWN',
      'did you mean "version"?; --os: "beos" is not allowed',
    ],
    [['get', '--version'], 2, 'INPUT_REQUIRED', '--version: needs a value'],
    [['get', '--os', 'linux', '--os', 'darwin'], 2, 'INPUT_CONFLICT', 'is given twice'],
    [['get', 'kubectl', '--artifacts', 'kubeadm'], 2, 'INPUT_CONFLICT', 'is given twice'],
    [['entry', '1', '2'], 2, 'INPUT_UNKNOWN', 'one argument too many'],
    [['get', '--depth', 'digest'], 2, 'INPUT_CONFLICT', '--depth: is an input of audit, plan-shards,'],
    [['merge', '--sample', '1'], 2, 'INPUT_CONFLICT', '--sample: is an input of audit, plan-shards,'],
    [['get', '--add-to-path'], 2, 'INPUT_CONFLICT', 'is an input of the action alone'],
    [['get', '--format', 'xml'], 2, 'INPUT_INVALID', 'allowed: text, json'],
    [['verify'], 2, 'INPUT_REQUIRED', 'needs a file or sha256:'],
    [['verify', 'sha256:abc'], 2, 'INPUT_INVALID', 'is not a digest'],
    [['verify', `sha256:${'0'.repeat(64)}`], 2, 'INPUT_REQUIRED', '--signature'],
    [
      ['verify', process.execPath, '--offline', '--signature', 'https://x.example/s'],
      2,
      'INPUT_CONFLICT',
      '--offline cannot fetch',
    ],
    [
      ['verify', process.execPath, '--offline', '--trusted-root', 'tuf'],
      2,
      'INPUT_CONFLICT',
      'tuf needs the network',
    ],
    [['verify', '/nonexistent', '--offline'], 2, 'INPUT_INVALID', 'cannot be read as a file'],
    // Else TUF would be asked first, and the answer would wait for it.
    [
      ['verify', '/nonexistent', '--tuf-url', 'https://127.0.0.1:1'],
      2,
      'INPUT_INVALID',
      'error: INPUT_INVALID: /nonexistent: cannot be read as a file: ENOENT',
    ],
    [['verify', '/', '--offline'], 2, 'INPUT_INVALID', 'cannot be read as a file'],
    [
      ['verify', process.execPath, '--offline', '--trusted-root', '/nonexistent'],
      3,
      'TRUSTED_ROOT_UNAVAILABLE',
      '/nonexistent',
    ],
  ])('%j', async (argv, code, name, message) => {
    const result = await cli(...argv)
    expect(result.code).toBe(code)
    expect(result.stderr).toContain(`error: ${name}: `)
    expect(result.stderr).toContain(message)
    expect(result.stderr).not.toMatch(/\n\s+at /)
  })

  test('files that are no evidence: coded, and no stack trace', async () => {
    await download()
    await mkdir(at('folder'))
    await writeFile(at('garbage'), Buffer.from([0, 255, 128, 10, 13]))
    for (const [flag, path, name] of [
      ['--signature', 'garbage', 'EVIDENCE_UNREADABLE'],
      ['--certificate', 'garbage', 'EVIDENCE_UNREADABLE'],
      ['--signature', 'folder', 'EVIDENCE_UNREADABLE'],
      ['--certificate', 'nonexistent', 'EVIDENCE_CERTIFICATE_MISSING'],
      ['--log-entry', 'garbage', 'EVIDENCE_UNREADABLE'],
      ['--log-entry', 'folder', 'EVIDENCE_UNREADABLE'],
      ['--trusted-root', 'garbage', 'TRUSTED_ROOT_MALFORMED'],
    ] as const) {
      const others = flag === '--trusted-root' ? [] : root
      const result = await cli('verify', at('kubectl'), '--offline', flag, at(path), ...others)
      expect([path, flag, result.stderr]).toEqual([path, flag, expect.stringContaining(`error: ${name}: `)])
      expect(result.code).toBe(3)
    }
  })

  // Read to its end, it would fill the memory.
  const withDevices = existsSync('/dev/zero') ? test : test.skip
  withDevices.each([
    [['--bundle', '/dev/zero'], 3, 'EVIDENCE_UNREADABLE'],
    [['--signature', '/dev/zero'], 3, 'EVIDENCE_UNREADABLE'],
    [['--bundle', 'x', '--key', '/dev/zero'], 2, 'INPUT_INVALID'],
    [['--lock-file', '/dev/zero'], 2, 'LOCK_MISSING'],
    [['--lock-file', '/nonexistent'], 2, 'LOCK_MISSING'],
    [['--bundle', '/'], 3, 'EVIDENCE_UNREADABLE'],
    [['--trusted-root', '/dev/zero'], 3, 'TRUSTED_ROOT_UNAVAILABLE'],
  ])('what has no end, or is no file: %j', async (flags, code, name) => {
    const others = flags[0] === '--trusted-root' ? [] : root
    const result = await cli('verify', await download(), '--offline', ...flags, ...others)
    expect([result.code, /error: (\w+)/.exec(result.stderr)?.[1]]).toEqual([code, name])
    expect(result.stderr).not.toMatch(/\n\s+at /)
  })

  withDevices('a device for a file', async () => {
    for (const flags of [
      ['--offline'],
      ['--version', 'v1.35.2', '--artifact', 'kubectl', '--release-url', lab.releaseUrl],
    ]) {
      const result = await cli('verify', '/dev/zero', ...flags, ...root)
      expect([result.code === 0, /error: (\w+)/.exec(result.stderr)?.[1]]).toEqual([false, 'INPUT_INVALID'])
      expect(result.stderr).toContain('is a device')
    }
  })

  test('errors come out as JSON when JSON was asked for', async () => {
    const result = await cli('get', '--os', 'beos', '--format', 'json')
    expect(result.code).toBe(2)
    expect(JSON.parse(result.stdout)).toMatchObject({
      outcome: 'unverifiable',
      error: { code: 'INPUT_INVALID' },
    })
  })
})

test('help and version', async () => {
  expect(await cli('--help')).toMatchObject({ code: 0, stderr: '' })
  expect((await cli('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await cli()).code).toBe(2)
})

describe('verify a file at hand as that of a release', () => {
  const verify = (file: string, ...flags: string[]): Promise<Finished> => {
    const urls = ['--release-url', lab.releaseUrl, '--rekor-url', lab.rekorUrl]
    return cli('verify', file, '--os', 'linux', '--arch', 'amd64', ...urls, ...root, ...flags)
  }
  beforeEach(async () => {
    await writeFile(at('kubectl'), Buffer.concat([...release.artifact(TARGET).content.chunks()]))
  })
  const errorOf = ({ stderr }: Finished): string | undefined => /error: (\w+)/.exec(stderr)?.[1]

  test('bound to version, platform and path; the file is only read', async () => {
    const { code, stdout, stderr } = await verify(at('kubectl'), '--version', 'v1.35.2', '--verbose')
    expect([code, withoutOwnRoot(stderr)]).toEqual([0, ''])
    expect(stdout).toContain('✓ release-binding: passed')
    expect(stdout).not.toContain('installed:')
    expect(lab.cdn.requests.map(({ url }) => url)).not.toContain(`/release/v1.35.2/${TARGET}`)
    expect((await readdir(job.folder)).sort()).toEqual(['kubectl', 'temp', 'tools', 'trusted_root.json'])
  })

  test('under another name, it says which artifact it is', async () => {
    await writeFile(at('k'), await readFile(at('kubectl')))
    expect(errorOf(await verify(at('k'), '--version', 'v1.35.2'))).toBe('INPUT_UNKNOWN_ARTIFACT')
    expect((await verify(at('k'), '--version', 'v1.35.2', '--artifact', 'kubectl')).code).toBe(0)
  })

  test('of another platform, changed, or not there: refused', async () => {
    const other = await verify(at('kubectl'), '--version', 'v1.35.2', '--artifact', 'kubeadm')
    expect([other.code, errorOf(other)]).toEqual([1, 'DIGEST_MISMATCH'])
    await writeFile(at('kubectl'), 'evil')
    const changed = await verify(at('kubectl'), '--version', 'v1.35.2')
    expect([changed.code, errorOf(changed)]).toEqual([1, 'DIGEST_MISMATCH'])
    const missing = await verify(at('missing'), '--version', 'v1.35.2', '--artifact', 'kubectl')
    expect([missing.code === 0, errorOf(missing)]).toEqual([false, 'INPUT_INVALID'])
  })

  test.each([
    [['--artifact', 'kubectl'], 'INPUT_REQUIRED'],
    [['--version', 'v1.35.2', '--bundle', 'x'], 'INPUT_CONFLICT'],
    [['--version', 'v1.35.2', '--offline'], 'INPUT_CONFLICT'],
  ])('bad input: %j', async (flags, error) => {
    const result = await cli('verify', at('kubectl'), ...flags, ...root)
    expect([result.code, errorOf(result)]).toEqual([2, error])
  })
})
