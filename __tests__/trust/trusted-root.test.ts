// Where the trusted root comes from, and what it must have.
import { generateKeyPairSync } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { type RequestListener, createServer } from 'node:http'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { initializeTUFRepo, tufHandlers } from '@tufjs/repo-mock'
import { restore } from 'nock'
import { TrustError } from '../../src/errors.js'
import { embeddedStagingRoot, embeddedTrustedRoot } from '../../src/trust/embedded.js'
import { loadTrustedRoot } from '../../src/trust/sources.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { createHttp } from '../../src/fetch/http-client.js'
import { type FetchBytes, fetchTufTrustedRoot } from '../../src/trust/tuf.js'
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

const http = createHttp({ patienceMs: 0 })
const { fetchBytes } = http
afterAll(() => {
  http.close()
})

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
  const root = await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder: folder, initialRoot })
  expect(root.transparencyLogs[0]?.logId).toBe(lab.log.logId)
  expect(root.source).toBe(`tuf (${tufUrl.host})`)
  // A cached root is a file that others can write: it is not where the chain starts.
  const [repository = ''] = await readdir(folder)
  await writeFile(join(folder, repository, 'root.json'), '{}')
  expect((await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder: folder, initialRoot })).source).toBe(
    root.source,
  )
})

test('tuf: the shared folder is handed whole files at the end, and is none to work in', async () => {
  const seen: string[][] = []
  server.prependListener('request', () => seen.push(readdirSync(folder)))
  const cacheFolder = join(folder, 'tuf')
  try {
    await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder, initialRoot })
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
  await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder, initialRoot })
  expect(asked).toEqual(['/2.root.json', '/timestamp.json'])
})

test('tuf: links in the shared folder are neither read nor written through', async () => {
  await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder: join(folder, 'tuf'), initialRoot })
  for (const path of await filesIn(join(folder, 'tuf'))) {
    await writeFile(join(folder, 'elsewhere'), 'mine')
    await rm(path)
    await symlink(join(folder, 'elsewhere'), path)
  }
  await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder: join(folder, 'tuf'), initialRoot })
  expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('mine')
  // A folder that leads elsewhere gets nothing.
  const [repository = ''] = await readdir(join(folder, 'tuf'))
  await rm(join(folder, 'tuf', repository), { recursive: true })
  await mkdir(join(folder, 'out'))
  await symlink(join(folder, 'out'), join(folder, 'tuf', repository))
  await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder: join(folder, 'tuf'), initialRoot })
  expect(await filesIn(join(folder, 'out'))).toEqual([])
})

test('tuf: a file that is nested without end is not parsed, from the repository or from the shared folder', async () => {
  const cacheFolder = join(folder, 'tuf')
  const deep = '['.repeat(100_000)
  const answer: FetchBytes = async (url, options) =>
    url.pathname.endsWith('timestamp.json') ? Buffer.from(deep) : fetchBytes(url, options)
  await expect(
    fetchTufTrustedRoot({ tufUrl, fetchBytes: answer, cacheFolder, initialRoot }),
  ).rejects.toMatchObject({
    code: 'TRUSTED_ROOT_UNAVAILABLE',
    message: expect.stringContaining('is nested deeper than 64 levels') as string,
  })
  await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder, initialRoot })
  for (const path of await filesIn(cacheFolder)) await writeFile(path, deep)
  expect((await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder, initialRoot })).source).toBe(
    `tuf (${tufUrl.host})`,
  )
})

test('tuf: a repository of other keys is refused', async () => {
  const refusal = fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder: folder })
  await expect(refusal).rejects.toMatchObject({ code: 'TRUSTED_ROOT_UNAVAILABLE' })
})

test('auto falls back to the embedded root, and says so', async () => {
  const warnings: string[] = []
  const options = {
    choice: { kind: 'auto' as const },
    tufUrl,
    fetchBytes,
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
    loadTrustedRoot({
      choice: { kind: 'file', path },
      tufUrl,
      fetchBytes,
      cacheFolder: folder,
      warn: () => undefined,
    })
  expect((await load(await lab.writeTrustedRoot(folder))).transparencyLogs).toHaveLength(3)
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

type Json = Record<string, unknown>

/** The lab's own root with the value at a path changed, or without it. */
function changed(path: readonly string[], value?: unknown): string {
  const copy = structuredClone(lab.trustedRoot) as Json
  let at = copy
  for (const key of path.slice(0, -1)) at = at[key] as Json
  if (value === undefined) Reflect.deleteProperty(at, path.at(-1) ?? '')
  else at[path.at(-1) ?? ''] = value
  return JSON.stringify(copy)
}

describe('a part that cannot be read is left out', () => {
  const other = { validFor: { start: '2026-06-01T00:00:00Z' } }
  const mlDsa = (): string =>
    generateKeyPairSync('ml-dsa-65').publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const log = (publicKey: object, more: object = {}): object => ({
    baseUrl: 'https://log2027-1.lab.example',
    hashAlgorithm: 'SHA2_256',
    logId: { keyId: Buffer.alloc(32, 7).toString('base64') },
    publicKey: { ...publicKey, ...other },
    ...more,
  })
  const key = () => (lab.trustedRoot as { tlogs: { publicKey: object }[] }).tlogs[0]?.publicKey ?? {}

  test.each<[string, string, () => object]>([
    ['tlogs', 'SOME_FUTURE_KEY_KIND', () => log({ rawBytes: 'AAAA', keyDetails: 'SOME_FUTURE_KEY_KIND' })],
    ['ctlogs', '99', () => log({ rawBytes: 'AAAA', keyDetails: 99 })],
    ['tlogs', 'ml-dsa-65', () => log({ rawBytes: mlDsa(), keyDetails: 'ML_DSA_65' })],
    ['tlogs', 'hashAlgorithm is not SHA2_256', () => log(key(), { hashAlgorithm: 'SHA2_512' })],
    ['tlogs', 'SHA9_999', () => log(key(), { hashAlgorithm: 'SHA9_999' })],
    ['tlogs', 'rawBytes is not base64', () => log({ rawBytes: '$', keyDetails: 'PKIX_ED25519' })],
    [
      'tlogs',
      'publicKey.rawBytes cannot be read',
      () => log({ rawBytes: 'AAAA', keyDetails: 'PKIX_ED25519' }),
    ],
    ['tlogs', 'logId.keyId is missing', () => log(key(), { logId: undefined })],
    ['tlogs', 'validFor.start is missing', () => log({}, { publicKey: { ...key(), validFor: {} } })],
    ['certificateAuthorities', 'certChain is empty', () => ({ certChain: { certificates: [] }, ...other })],
    [
      'timestampAuthorities',
      'certificates[0] cannot be read',
      () => ({ certChain: { certificates: [{ rawBytes: 'AAAA' }] }, ...other }),
    ],
    ['certificateAuthorities', 'left out', () => ['a list']],
  ])('%s: %s', async (field, reason, part) => {
    const lists = lab.trustedRoot as Record<string, object[]>
    const list = [...(lists[field] ?? []), part()]
    const path = join(folder, 'root.json')
    await writeFile(path, changed([field], list))
    const warnings: string[] = []
    const root = await loadTrustedRoot({
      choice: { kind: 'file', path },
      tufUrl,
      fetchBytes,
      cacheFolder: folder,
      warn: (text) => void warnings.push(text),
    })
    expect(warnings).toEqual([expect.stringContaining(`trusted root's ${field}[${list.length - 1}]`)])
    expect(warnings[0]).toContain(reason)
    // The judge is given the rest, and no more.
    const document = root.document as unknown as Record<string, object[]>
    expect(document[field]).toHaveLength(list.length - 1)
  })

  test('by TUF as well: auto does not fall back to an older root', async () => {
    const tlogs = (lab.trustedRoot as { tlogs: object[] }).tlogs
    const newer = changed(
      ['tlogs'],
      [...tlogs, log({ rawBytes: 'AAAA', keyDetails: 'SOME_FUTURE_KEY_KIND' })],
    )
    const repository = initializeTUFRepo([{ name: 'trusted_root.json', content: newer }])
    const handlers = tufHandlers(repository, { metadataPathPrefix: '' })
    server.removeAllListeners('request').on('request', (request, response) => {
      const found = handlers.find(({ path }) => path === request.url)?.fn()
      response.writeHead(found?.statusCode ?? 404).end(found?.response)
    })
    try {
      const options = {
        tufUrl,
        fetchBytes,
        cacheFolder: folder,
        initialRoot: Buffer.from(JSON.stringify(repository.rootMeta.toJSON())),
      }
      const root = await fetchTufTrustedRoot(options)
      expect(root.source).toBe(`tuf (${tufUrl.host})`)
      expect(root.leftOut).toEqual([
        { field: 'tlogs', message: expect.stringContaining('(https://log2027-1.lab.example)') as string },
      ])
    } finally {
      server.removeAllListeners('request').on('request', answer)
    }
  })

  test('where nothing that is needed is left, the root fails and names the part', () => {
    for (const [field, value] of [
      ['tlogs', [log({ rawBytes: 'AAAA', keyDetails: 'X' })]],
      ['ctlogs', [{}]],
      ['certificateAuthorities', [{}]],
    ] as const) {
      const refused = {
        code: 'TRUSTED_ROOT_MALFORMED',
        message: expect.stringContaining(`${field}[0]`) as string,
      }
      expect(refusalOf(changed([field], value))).toMatchObject(refused)
    }
    // Timestamps are needed by some evidence only, certificates by none of a managed key.
    expect(parseTrustedRoot(changed(['timestampAuthorities'], [{}]), 'test').leftOut).toHaveLength(1)
    const ofKeys = { certificates: false }
    expect(parseTrustedRoot(changed(['certificateAuthorities'], [{}]), 'test', ofKeys).leftOut).toHaveLength(
      1,
    )
  })
})

describe('a document', () => {
  test.each(['tlogs', 'ctlogs', 'certificateAuthorities', 'timestampAuthorities'])(
    'without %s is read',
    (field) => {
      for (const text of [changed([field]), changed([field], [])])
        expect(parseTrustedRoot(text, 'test').leftOut).toEqual([])
    },
  )

  test.each([
    ['', '', ''],
    ['HTTPS://REKOR.LAB.EXAMPLE:8443/', 'https://rekor.lab.example:8443', 'rekor.lab.example'],
    ['not a URL', 'not a URL', ''],
  ])('has a log at %j', (baseUrl, shown, host) => {
    const root = parseTrustedRoot(changed(['tlogs', '0', 'baseUrl'], baseUrl), 'test')
    expect(root.transparencyLogs[0]).toMatchObject({ baseUrl: shown, host })
    expect(root.document.tlogs[0]?.baseUrl).toBe(shown)
  })

  test('may have names and bytes in the other spelling of protobuf', () => {
    const text = JSON.stringify(lab.trustedRoot)
      .replace(
        /"([a-z]+[A-Z]\w*)":/g,
        (_, name: string) => `"${name.replace(/[A-Z]/g, (a) => `_${a.toLowerCase()}`)}":`,
      )
      .replace(
        /"(raw_bytes|key_id)":"([^"]+)"/g,
        (_, name: string, value: string) =>
          `"${name}":"${Buffer.from(value, 'base64').toString('base64url')}"`,
      )
    expect(text).toContain('"media_type"')
    const root = parseTrustedRoot(text, 'test')
    expect(root.leftOut).toEqual([])
    expect(root.document).toEqual(parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'test').document)
  })

  test.each([
    ['mediaType', changed.bind(undefined, ['mediaType'], 'text/plain')],
    ['tlogs is not a list', changed.bind(undefined, ['tlogs'], {})],
    ['ctlogs has more than 256', changed.bind(undefined, ['ctlogs'], new Array(257).fill({}))],
    ['no authority', () => '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}'],
    ['(root)', () => '['.repeat(900_000)],
  ])('is refused: %s', (message, text) => {
    expect(refusalOf(text())).toMatchObject({
      code: 'TRUSTED_ROOT_MALFORMED',
      message: expect.stringContaining(message) as string,
    })
  })

  test.each(['', '{', '[]', 'null', '"x"', '{}'])('%j is none', (text) => {
    expect(refusalOf(text)).toMatchObject({ code: 'TRUSTED_ROOT_MALFORMED' })
  })
})

describe('staging', () => {
  test('embedded: the root of the staging instance, read whole', () => {
    const root = embeddedStagingRoot()
    expect(root.source).toMatch(/^embedded, staging \(TUF root \d+, good until 20\d\d-/)
    expect(root.transparencyLogs.map(({ host }) => host)).toContain('rekor.sigstage.dev')
    expect(root.leftOut).toEqual([])
  })

  test('by TUF from its own start, and embedded with a warning where that cannot be had', async () => {
    const warnings: string[] = []
    const root = await loadTrustedRoot({
      choice: { kind: 'staging' },
      tufUrl,
      fetchBytes,
      cacheFolder: folder,
      warn: (text) => void warnings.push(text),
    })
    // The lab's repository is not signed by the keys that the embedded start names.
    expect(root.source).toMatch(/^embedded, staging/)
    expect(warnings).toEqual([expect.stringContaining('using the trusted root that is embedded, staging')])
    const offline = { choice: { kind: 'embedded-staging' as const }, tufUrl, fetchBytes, cacheFolder: folder }
    expect((await loadTrustedRoot({ ...offline, warn: () => undefined })).source).toBe(root.source)
  })
})
