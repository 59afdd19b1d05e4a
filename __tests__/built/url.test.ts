// Artifacts of other projects by URL, by the built programs: fetched, proven, placed, cached and locked like any other.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BundleOptions, bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { readAll, toContent } from '../../src/lab/content.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { runProgram } from '../../src/lab/runner.js'
import { createTarball } from '../../src/lab/tarball.js'
import { WebServer, text } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, withJob, warningsOf } from '../support/job.js'
import type { StepResult } from '../../src/lab/runner.js'

const IDENTITY = 'https://github.com/lab/crictl/.github/workflows/release.yml@refs/tags/v1.35.0'
const ISSUER = 'https://token.actions.githubusercontent.com'
const NAME = 'crictl-v1.35.0-linux-amd64.tar.gz'
const TOOL = 'crictl'

const { lab, job } = await withJob()
let site: WebServer
/** By path. */
const files = new Map<string, Buffer>()
let archive: SignedArtifact
let tool: SignedArtifact

beforeAll(async () => {
  site = await WebServer.start(({ url = '' }) => {
    const bytes = files.get(url)
    return bytes === undefined ? text(404, '') : { status: 200, content: toContent(bytes) }
  })
  const sign = (bytes: Buffer): Promise<SignedArtifact> =>
    signArtifact(toContent(bytes), { ...lab.signing, identity: IDENTITY, issuer: ISSUER })
  archive = await sign(createTarball([{ path: 'crictl', content: Buffer.from('a program'), mode: 0o755 }]))
  tool = await sign(Buffer.from('#!/bin/sh\n'))
})
afterAll(() => site.close())
beforeEach(() => {
  files.clear()
  put(`/releases/${NAME}`, archive, ['.sig', '.cert'])
  put(`/releases/${TOOL}`, tool)
  files.set(`/releases/${TOOL}.sigstore.json`, Buffer.from(JSON.stringify(bundleV1(lab, tool))))
})
afterEach(() => {
  site.reset()
})

function put(path: string, artifact: SignedArtifact, endings: readonly string[] = []): void {
  files.set(path, readAll(artifact.content))
  for (const ending of endings) files.set(path + ending, artifact.sidecars[ending] ?? Buffer.alloc(0))
}

/** The next job finds an empty tool cache. */
async function forget(): Promise<void> {
  await rm(job.runner.toolCache, { recursive: true })
  await mkdir(job.runner.toolCache)
}

const urlOf = (name: string): string => `${site.url}/releases/${name}`
const SIGNER = { 'certificate-identity': IDENTITY, 'certificate-oidc-issuer': ISSUER }
const step = (inputs: Inputs): Promise<StepResult> =>
  job.step({ version: '', os: '', arch: '', ...SIGNER, ...inputs })

test.each<[string, () => Readonly<Record<string, Buffer>>]>([
  [
    '.sig and .pem',
    () => ({ '.sig': tool.sidecars['.sig'] as Buffer, '.pem': Buffer.from(tool.certificatePem) }),
  ],
  ...['.sigstore', '.bundle', '.cosign.bundle'].map((ending): [string, () => Record<string, Buffer>] => [
    ending,
    () => ({ [ending]: Buffer.from(JSON.stringify(bundleV1(lab, tool))) }),
  ]),
  ['.signature and .crt in DER', () => ({ '.signature': tool.signature, '.crt': tool.certificate })],
  [
    'an OpenPGP .sig, .signature and .certificate',
    () => ({
      '.sig': Buffer.from('-----BEGIN PGP SIGNATURE-----'),
      '.signature': tool.signature,
      '.certificate': Buffer.from(tool.certificatePem),
    }),
  ],
  [
    'a .bundle of another tool, and .sigstore',
    () => ({ '.bundle': Buffer.from('PK'), '.sigstore': Buffer.from(JSON.stringify(bundleV1(lab, tool))) }),
  ],
  ['.sig alone, whose certificate the log has', () => ({ '.sig': tool.sidecars['.sig'] as Buffer })],
])('evidence under the names of other tools: %s', async (_, beside) => {
  files.delete(`/releases/${TOOL}.sigstore.json`)
  for (const [ending, bytes] of Object.entries(beside())) files.set(`/releases/${TOOL}${ending}`, bytes)
  const { code, outputs } = await step({ url: urlOf(TOOL) })
  expect([code, outputs['outcome']]).toEqual([0, 'verified'])
})

describe('other algorithms than SHA-256', () => {
  const SIGNED = { identity: IDENTITY, issuer: ISSUER }
  const content = Buffer.from('#!/bin/sh\nexit 0\n')
  const publish = (bytes: Buffer, beside: Readonly<Record<string, Buffer>>): void => {
    files.delete(`/releases/${TOOL}.sigstore.json`)
    files.set(`/releases/${TOOL}`, bytes)
    for (const [ending, file] of Object.entries(beside)) files.set(`/releases/${TOOL}${ending}`, file)
  }
  const bundle = async (signed: Buffer, options: BundleOptions) => ({
    '.sigstore.json': Buffer.from(JSON.stringify(await bundleV2(lab, signed, { ...SIGNED, ...options }))),
  })
  const pair = async (signed: Buffer) => {
    const options = { ...lab.signing, ...SIGNED, isP384: true }
    const { sidecars } = await signArtifact(toContent(signed), options)
    return { '.sig': sidecars['.sig'] ?? Buffer.alloc(0), '.cert': sidecars['.cert'] ?? Buffer.alloc(0) }
  }

  test.each<[string, (signed: Buffer) => Promise<Readonly<Record<string, Buffer>>>]>([
    ['a bundle of P-384 over SHA-384', (signed) => bundle(signed, { curve: 'P-384', hash: 'sha384' })],
    ['a pair of P-384 over SHA-384', pair],
  ])('%s: verified, again from the cache, and by the lock; over other bytes rejected', async (_, beside) => {
    publish(content, await beside(content))
    const lock = { url: urlOf(TOOL), 'lock-file': join(job.runner.folder, 'lock.json') }
    const first = await step(lock)
    expect([first.code, first.outputs['cache-hit'], first.stdout]).toEqual([0, 'false', expect.anything()])
    const second = await step(lock)
    expect([second.code, second.outputs['cache-hit']]).toEqual([0, 'true'])
    await forget()
    lab.reset()
    expect((await step({ ...lock, frozen: 'true' })).code).toBe(0)
    expect(lab.rekor.requests).toEqual([])
    await forget()
    publish(content, await beside(Buffer.from('other bytes')))
    const wrong = await step({ url: urlOf(TOOL) })
    expect([wrong.code, codesOf(wrong)]).toEqual([1, ['SIGNATURE_INVALID']])
  })
})

test('a tarball with sidecars and a program with a bundle: proven, placed, and the tarball unpacked', async () => {
  const { code, outputs, path } = await step({ url: `${urlOf(NAME)}\n${urlOf(TOOL)}`, extract: 'true' })
  expect([code, outputs['outcome']]).toEqual([0, 'verified'])
  const paths = JSON.parse(outputs['paths'] ?? '') as Record<string, string>
  expect(Object.keys(paths)).toEqual([NAME, TOOL])
  expect(await readFile(join(paths[NAME] ?? '', 'crictl'), 'utf8')).toBe('a program')
  expect(await readFile(paths[TOOL] ?? '', 'utf8')).toBe('#!/bin/sh\n')
  // Which machine it is for, nobody says; and no output is named by a server.
  expect(path).toEqual([])
  expect(Object.keys(outputs).filter((name) => name.endsWith('-path'))).toEqual([])
})

test('the second time from the cache, verified again, and nobody asked', async () => {
  expect((await step({ url: urlOf(NAME) })).outputs['cache-hit']).toBe('false')
  lab.reset()
  site.reset()
  const { code, outputs } = await step({ url: urlOf(NAME) })
  expect([code, outputs['cache-hit']]).toEqual([0, 'true'])
  expect([...site.requests, ...lab.rekor.requests]).toEqual([])
  expect((await step({ url: urlOf(NAME), offline: 'true' })).code).toBe(0)
  // Another URL is another artifact, though it is called the same.
  put(`/other/${NAME}`, tool, ['.sig', '.cert'])
  const other = await step({ url: `${site.url}/other/${NAME}` })
  expect([other.code, other.outputs['cache-hit']]).toEqual([0, 'false'])
  // What was placed for one signer is no hit for another, and stays.
  const strict = await step({ url: urlOf(NAME), 'certificate-identity': 'us@example.com' })
  expect([strict.code, codesOf(strict)]).toEqual([1, ['IDENTITY_MISMATCH']])
})

test('locked with its proof: frozen it needs no log, and other bytes under the URL are an alarm', async () => {
  const lock = { url: urlOf(NAME), 'lock-file': join(job.runner.folder, 'lock.json') }
  expect((await step(lock)).code).toBe(0)
  const before = await readFile(lock['lock-file'], 'utf8')
  const locked = JSON.parse(before) as { request: object; artifacts: object[] }
  expect(locked.request).toEqual({ versions: {}, artifacts: [], platforms: [], urls: [urlOf(NAME)] })
  const path = urlOf(NAME).replace('http://', '')
  expect(locked.artifacts).toEqual([expect.objectContaining({ path, digest: `sha256:${archive.sha256}` })])
  await forget()
  lab.reset()
  files.delete(`/releases/${NAME}.sig`)
  const again = await step({ ...lock, frozen: 'true' })
  expect([again.code, codesOf(again), again.stdout]).toEqual([0, [], expect.anything()])
  expect(lab.rekor.requests).toEqual([])
  await forget()
  put(`/releases/${NAME}`, tool, ['.sig', '.cert'])
  expect(codesOf(await step(lock))).toEqual(['LOCK_DIGEST_MOVED'])
  expect(await readFile(lock['lock-file'], 'utf8')).toBe(before)
  expect(codesOf(await step({ ...lock, url: urlOf(TOOL), frozen: 'true' }))).toEqual(['LOCK_INCOMPLETE'])
})

test('a poisoned cache heals', async () => {
  const { outputs } = await step({ url: urlOf(TOOL) })
  const path = outputs['path'] ?? ''
  await rm(path)
  await writeFile(path, 'evil')
  const healed = await step({ url: urlOf(TOOL) })
  expect([healed.code, warningsOf(healed).filter((line) => line.includes('the cached')).length]).toEqual([
    0, 1,
  ])
  expect(await readFile(path, 'utf8')).toBe('#!/bin/sh\n')
})

test('get --url on the command line', async () => {
  const flags = Object.entries({ ...SIGNER, 'rekor-url': lab.rekorUrl, 'trusted-root': job.trustedRoot })
  const output = join(job.runner.folder, 'out')
  const argv = ['--url', urlOf(NAME), ...flags.flatMap(([name, value]) => [`--${name}`, value])]
  const planned = await runProgram(join(DIST, 'cli.js'), ['plan', ...argv])
  expect(planned).toMatchObject({ code: 0, stdout: `${NAME}  ${urlOf(NAME)}\n` })
  const { code, stdout } = await runProgram(join(DIST, 'cli.js'), ['get', ...argv, '--output', output])
  expect([code, stdout.endsWith('\nverified\n')]).toEqual([0, true])
  expect((await readdir(output)).sort()).toEqual([NAME, `${NAME}.sigstore.json`])
})

describe('what is wrong is refused, and nothing placed', () => {
  test.each<[string, () => Promise<void> | void, number, string]>([
    ['other bytes', () => void files.set(`/releases/${NAME}`, Buffer.from('evil')), 1, 'SIGNATURE_INVALID'],
    ['no signature', () => void files.delete(`/releases/${NAME}.sig`), 3, 'EVIDENCE_SIGNATURE_MISSING'],
    ['no artifact', () => void files.delete(`/releases/${NAME}`), 3, 'RELEASE_ARTIFACT_NOT_PUBLISHED'],
  ])('%s', async (_, spoil, code, error) => {
    await spoil()
    const result = await step({ url: urlOf(NAME) })
    expect([result.code, codesOf(result)]).toEqual([code, [error]])
    expect(result.outputs['path']).toBeUndefined()
    expect((await job.runner.leftovers()).filter((path) => path.includes('crictl'))).toEqual([])
  })

  test.each<[Inputs, string]>([
    [{ url: 'crictl.tar.gz' }, 'INPUT_INVALID'],
    [{ url: 'http://example.com/crictl' }, 'INPUT_INVALID'],
    [{ url: 'https://example.com/' }, 'INPUT_INVALID'],
    [{ url: 'https://example.com/..%2fevil' }, 'INPUT_INVALID'],
    [{ url: 'https://example.com/crictl.sig' }, 'INPUT_INVALID'],
    [{ url: 'https://example.com/crictl?token=1' }, 'INPUT_INVALID'],
    [{ url: 'https://example.com/crictl', 'certificate-identity': '' }, 'INPUT_REQUIRED'],
    [{ url: 'https://example.com/crictl', 'certificate-oidc-issuer': '' }, 'INPUT_REQUIRED'],
    [{ url: 'https://example.com/crictl', version: 'v1.35.2' }, 'INPUT_CONFLICT'],
    [{ url: 'https://example.com/crictl', artifacts: 'kubectl' }, 'INPUT_CONFLICT'],
    [{ url: 'https://example.com/crictl', files: '/etc/hostname' }, 'INPUT_CONFLICT'],
    [{ url: 'https://example.com/crictl', extract: 'true' }, 'INPUT_CONFLICT'],
  ])('bad input: %j', async (inputs, error) => {
    const result = await step(inputs)
    expect([result.code, codesOf(result)]).toEqual([2, [error]])
  })
})
