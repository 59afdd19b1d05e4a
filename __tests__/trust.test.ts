// Where the trusted root comes from, and what it must have.
import { createServer } from 'node:http'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { initializeTUFRepo, tufHandlers } from '@tufjs/repo-mock'
import { restore } from 'nock'
import { TrustError } from '../src/errors.js'
import { embeddedTrustedRoot } from '../src/trust/embedded.js'
import { loadTrustedRoot } from '../src/trust/sources.js'
import { parseTrustedRoot } from '../src/trust/trusted-root.js'
import { fetchTufTrustedRoot } from '../src/trust/tuf.js'
import { type Lab, startLab } from './lab/lab.js'

// The repository's maker loads nock, which patches Node's http for every suite of this process.
restore()

let lab: Lab
let folder: string
let server: ReturnType<typeof createServer>
let tufUrl: URL
let initialRoot: Buffer
let asked: string[]

beforeAll(async () => {
  lab = await startLab()
  const repository = initializeTUFRepo([
    { name: 'trusted_root.json', content: JSON.stringify(lab.trustedRoot) },
  ])
  initialRoot = Buffer.from(JSON.stringify(repository.rootMeta.toJSON()))
  const handlers = tufHandlers(repository, { metadataPathPrefix: '' })
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const handler = handlers.find(({ path }) => path === request.url)
    const answer = handler?.fn()
    response.writeHead(answer?.statusCode ?? 404).end(answer?.response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  tufUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await lab.close()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trust-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('embedded: the production root, with its date', () => {
  const root = embeddedTrustedRoot()
  expect(root.source).toMatch(/^embedded \(TUF root \d+, good until \d{4}-\d{2}-\d{2}\)$/)
  expect(root.transparencyLogs.map(({ host }) => host)).toContain('rekor.sigstore.dev')
  expect(root.certificateAuthorities).toHaveLength(2)
})

test('tuf: the root that the repository vouches for, from the initial root on, at every run', async () => {
  const root = await fetchTufTrustedRoot({ tufUrl, cacheFolder: folder, initialRoot })
  expect(root.transparencyLogs[0]?.logId).toBe(lab.log.logId)
  expect(root.source).toBe(`tuf (${tufUrl.host})`)
  // A cached root is a file that others can write: it is not where the chain starts.
  const [repository = ''] = await readdir(folder)
  await writeFile(join(folder, repository, 'root.json'), '{}')
  expect((await fetchTufTrustedRoot({ tufUrl, cacheFolder: folder, initialRoot })).source).toBe(root.source)
})

test('tuf: a repository of other keys is refused', async () => {
  const refusal = fetchTufTrustedRoot({ tufUrl, cacheFolder: folder })
  await expect(refusal).rejects.toMatchObject({ code: 'TRUSTED_ROOT_UNAVAILABLE' })
})

test('auto falls back to the embedded root, and says so', async () => {
  const warnings: string[] = []
  const options = {
    choice: { kind: 'auto' as const },
    tufUrl,
    cacheFolder: folder,
    warn: (text: string) => void warnings.push(text),
  }
  const root = await loadTrustedRoot(options)
  expect(root.source).toMatch(/^embedded/)
  expect(warnings).toEqual([expect.stringContaining('using the trusted root that is embedded')])
  await expect(loadTrustedRoot({ ...options, choice: { kind: 'tuf' } })).rejects.toBeInstanceOf(TrustError)
})

test('file: read, and refused when it is too large or not there', async () => {
  const load = (path: string) =>
    loadTrustedRoot({ choice: { kind: 'file', path }, tufUrl, cacheFolder: folder, warn: () => undefined })
  expect((await load(await lab.writeTrustedRoot(folder))).transparencyLogs).toHaveLength(2)
  await writeFile(join(folder, 'large'), Buffer.alloc(2_000_000))
  for (const name of ['large', 'nonexistent', '.']) {
    await expect(load(join(folder, name))).rejects.toMatchObject({ code: 'TRUSTED_ROOT_UNAVAILABLE' })
  }
})

/** What parsing throws. */
function refusalOf(text: string): unknown {
  try {
    return parseTrustedRoot(text, 'test')
  } catch (thrown) {
    return thrown
  }
}

describe('a document must be complete', () => {
  type Json = Record<string, unknown>
  const without = (path: readonly string[], value?: unknown): string => {
    const copy = structuredClone(lab.trustedRoot) as Json
    let at = copy
    for (const key of path.slice(0, -1)) at = at[key] as Json
    if (value === undefined) Reflect.deleteProperty(at, path.at(-1) ?? '')
    else at[path.at(-1) ?? ''] = value
    return JSON.stringify(copy)
  }

  test.each([
    ['tlogs[0].publicKey.validFor.start', ['tlogs', '0', 'publicKey', 'validFor', 'start']],
    ['ctlogs[0].publicKey.validFor.start', ['ctlogs', '0', 'publicKey', 'validFor', 'start']],
    ['certificateAuthorities[0].validFor.start', ['certificateAuthorities', '0', 'validFor', 'start']],
    ['certificateAuthorities[0].certChain', ['certificateAuthorities', '0', 'certChain', 'certificates'], []],
    ['tlogs[0].publicKey.rawBytes', ['tlogs', '0', 'publicKey', 'rawBytes'], 'AAAA'],
    ['tlogs[0].logId.keyId', ['tlogs', '0', 'logId']],
    ['tlogs[0].baseUrl', ['tlogs', '0', 'baseUrl'], 'not a URL'],
    ['tlogs', ['tlogs'], []],
    ['ctlogs', ['ctlogs'], []],
    ['certificateAuthorities', ['certificateAuthorities'], []],
    ['mediaType', ['mediaType'], 'text/plain'],
  ] as [string, string[], unknown?][])('%s', (...[field, path, value]) => {
    expect(refusalOf(without(path, value))).toMatchObject({
      code: 'TRUSTED_ROOT_MALFORMED',
      message: expect.stringContaining(field) as string,
    })
  })

  test.each(['', '{', '[]', 'null', '"x"', '{}'])('%j is none', (text) => {
    expect(refusalOf(text)).toMatchObject({ code: 'TRUSTED_ROOT_MALFORMED' })
  })
})
