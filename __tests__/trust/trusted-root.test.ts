// Where the trusted root comes from, and what it must have.
import { readdirSync } from 'node:fs'
import { type RequestListener, createServer } from 'node:http'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { initializeTUFRepo, tufHandlers } from '@tufjs/repo-mock'
import { restore } from 'nock'
import { TrustError } from '../../src/errors.js'
import { embeddedTrustedRoot } from '../../src/trust/embedded.js'
import { loadTrustedRoot } from '../../src/trust/sources.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { fetchTufTrustedRoot } from '../../src/trust/tuf.js'
import { type Lab, startLab } from '../../src/lab/lab.js'

// The repository's maker loads nock, which patches Node's http for every suite of this process.
restore()

let lab: Lab
let folder: string
let server: ReturnType<typeof createServer>
let tufUrl: URL
let initialRoot: Buffer
let asked: string[]
let answer: RequestListener

beforeAll(async () => {
  lab = await startLab()
  const repository = initializeTUFRepo([
    { name: 'trusted_root.json', content: JSON.stringify(lab.trustedRoot) },
  ])
  initialRoot = Buffer.from(JSON.stringify(repository.rootMeta.toJSON()))
  const handlers = tufHandlers(repository, { metadataPathPrefix: '' })
  asked = []
  answer = (request, response) => {
    asked.push(request.url ?? '')
    const found = handlers.find(({ path }) => path === request.url)?.fn()
    response.writeHead(found?.statusCode ?? 404).end(found?.response)
  }
  server = createServer(answer)
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

const filesIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

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

test('tuf: the shared folder is handed whole files at the end, and is none to work in', async () => {
  const seen: string[][] = []
  server.prependListener('request', () => seen.push(readdirSync(folder)))
  const cacheFolder = join(folder, 'tuf')
  try {
    await fetchTufTrustedRoot({ tufUrl, cacheFolder, initialRoot })
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.flat()).toEqual([])
  } finally {
    server.removeAllListeners('request').on('request', answer)
  }
  const files = await filesIn(cacheFolder)
  expect(files.map((path) => basename(path)).sort()).toEqual([
    'root.json',
    'snapshot.json',
    'targets.json',
    'timestamp.json',
    'trusted_root.json',
  ])
  // Kept between runs: what has not changed is not asked for again.
  asked = []
  await fetchTufTrustedRoot({ tufUrl, cacheFolder, initialRoot })
  expect(asked).toEqual(['/2.root.json', '/timestamp.json'])
})

test('tuf: links in the shared folder are neither read nor written through', async () => {
  await fetchTufTrustedRoot({ tufUrl, cacheFolder: join(folder, 'tuf'), initialRoot })
  for (const path of await filesIn(join(folder, 'tuf'))) {
    await writeFile(join(folder, 'elsewhere'), 'mine')
    await rm(path)
    await symlink(join(folder, 'elsewhere'), path)
  }
  await fetchTufTrustedRoot({ tufUrl, cacheFolder: join(folder, 'tuf'), initialRoot })
  expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('mine')
  // A folder that leads elsewhere gets nothing.
  const [repository = ''] = await readdir(join(folder, 'tuf'))
  await rm(join(folder, 'tuf', repository), { recursive: true })
  await mkdir(join(folder, 'out'))
  await symlink(join(folder, 'out'), join(folder, 'tuf', repository))
  await fetchTufTrustedRoot({ tufUrl, cacheFolder: join(folder, 'tuf'), initialRoot })
  expect(await filesIn(join(folder, 'out'))).toEqual([])
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
