// The registry client against registries of the lab that want to know who one is.
import { digestOf, parseDigest, type Digest } from '../../../src/digest.js'
import type { FetchError } from '../../../src/errors.js'
import { createImageRegistry } from '../../../src/fetch/registry/client.js'
import type { Known } from '../../../src/fetch/registry/credentials.js'
import { toResultAsync } from '../../../src/result.js'
import type { ImageRegistry, Repository } from '../../../src/ports.js'
import { MANIFEST_TYPE, describe as toDescriptor, toBytes } from '../../../src/lab/image-store.js'
import { LAB_USER, LabRegistry, type LabRegistryOptions } from '../../../src/lab/lab-registry.js'
import { WebServer, behaviours, text } from '../../../src/lab/web-server.js'
import { closeAll, quickHttp } from '../loopback.js'

const MANIFEST = toBytes({ schemaVersion: 2, mediaType: MANIFEST_TYPE, layers: [] })
const DIGEST = digestOf(MANIFEST)
const BLOB = Buffer.from('a blob')
const PASSWORD: Known = { login: { kind: 'password', ...LAB_USER }, reasons: [] }
const IDENTITY: Known = { login: { kind: 'identity-token', token: LAB_USER.identityToken }, reasons: [] }
const NOBODY: Known = { reasons: [] }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
  await closeAll()
})

interface Setting {
  registry: LabRegistry
  client: ImageRegistry
  app: Repository
  secrets: string[]
  lookups: () => number
}

async function start(options: LabRegistryOptions, known: Known = NOBODY): Promise<Setting> {
  const registry = await LabRegistry.start(options)
  closers.push(() => registry.close())
  await registry.pushBytes('team/app', 'v1', { bytes: MANIFEST, type: MANIFEST_TYPE })
  await registry.pushBlob('team/app', BLOB)
  const secrets: string[] = []
  let lookups = 0
  const credentials = {
    find: () => {
      lookups++
      return Promise.resolve(known)
    },
  }
  const client = createImageRegistry(quickHttp(), { credentials, onSecret: (secret) => secrets.push(secret) })
  return {
    registry,
    client,
    app: { registry: registry.host, repository: 'team/app' },
    secrets,
    lookups: () => lookups,
  }
}

async function refusalOf(promise: Promise<unknown>): Promise<FetchError> {
  const { error } = await toResultAsync(promise)
  return error as unknown as FetchError
}

test('nobody asks: no login is looked up, and none is sent', async () => {
  const { client, app, registry, lookups } = await start({}, PASSWORD)
  expect(await client.fetchManifest(app, 'v1')).toEqual(MANIFEST)
  expect(await client.fetchManifest(app, 'v2')).toBeUndefined()
  expect(lookups()).toBe(0)
  expect(registry.server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
})

test.each<[string, LabRegistryOptions, Known]>([
  ['Basic', { scheme: 'basic' }, PASSWORD],
  ['a token for a user', { scheme: 'bearer' }, PASSWORD],
  ['a token for an identity token', { scheme: 'bearer' }, IDENTITY],
  ['a token for anybody', { scheme: 'bearer', isPublic: true }, NOBODY],
  ['a token of another origin, as Docker Hub has it', { scheme: 'bearer', hasTokenService: true }, PASSWORD],
  ['a token that is good for one request', { scheme: 'bearer', usesPerToken: 1 }, PASSWORD],
])('%s', async (_, options, known) => {
  const { client, app, secrets, registry } = await start({ ...options, hasStorage: true }, known)
  expect(await client.fetchManifest(app, 'v1')).toEqual(MANIFEST)
  expect(await client.fetchManifest(app, DIGEST)).toEqual(MANIFEST)
  expect(await client.fetchBlob(app, digestOf(BLOB))).toEqual(BLOB)
  // Asked first without, and elsewhere never with.
  expect(registry.server.requests[0]?.headers.authorization).toBeUndefined()
  expect(registry.storage.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
  // What was sent is known to whoever hides secrets: each token; a login is told by who found it.
  const sent = registry.server.requests.flatMap(({ headers }) => headers.authorization ?? [])
  const tokens = sent.filter((each) => each.startsWith('Bearer ')).map((each) => each.slice('Bearer '.length))
  expect(tokens.filter((token) => !secrets.includes(token))).toEqual([])
})

test('a token that expired is renewed once for all who need it', async () => {
  const { client, app, registry } = await start(
    { scheme: 'bearer', hasTokenService: true, usesPerToken: 4 },
    PASSWORD,
  )
  for (let round = 0; round < 3; round++) await Promise.all([1, 2].map(() => client.fetchManifest(app, 'v1')))
  expect(registry.tokenService.requests).toHaveLength(2)
})

test('the form of an identity token goes to the token service alone, and never on by a redirect', async () => {
  const { client, app, registry } = await start({ scheme: 'bearer', hasTokenService: true }, IDENTITY)
  const elsewhere = await WebServer.start(() => text(200, '{"token":"x"}'))
  closers.push(() => elsewhere.close())
  registry.tokenService.override('/token', behaviours.redirect(`${elsewhere.url}/token`, 307))
  expect(await refusalOf(client.fetchManifest(app, 'v1'))).toMatchObject({ code: 'FETCH_HTTP_STATUS' })
  expect(elsewhere.requests).toEqual([])
  const [asked] = registry.tokenService.requests
  expect([asked?.method, asked?.url, asked?.headers['content-type']]).toEqual([
    'POST',
    '/token',
    'application/x-www-form-urlencoded',
  ])
})

test.each<[string, LabRegistryOptions, Known, RegExp]>([
  [
    'Basic, and no login',
    { scheme: 'basic' },
    { reasons: ['a reason'] },
    /: no login for 127\.0\.0\.1:\d+ is known; a reason$/,
  ],
  ['Basic, and an identity token', { scheme: 'basic' }, IDENTITY, /no login for 127\.0\.0\.1:\d+ is known$/],
  ['a token, and no login', { scheme: 'bearer' }, NOBODY, /no login for 127\.0\.0\.1:\d+ is known$/],
  [
    'a wrong password',
    { scheme: 'basic' },
    { login: { kind: 'password', username: 'somebody', password: 'very-wrong' }, reasons: [] },
    /127\.0\.0\.1:\d+ refuses the login that is known of it$/,
  ],
  [
    'a wrong password for a token',
    { scheme: 'bearer' },
    { login: { kind: 'password', username: 'somebody', password: 'very-wrong' }, reasons: [] },
    /127\.0\.0\.1:\d+ refuses the login that is known of it$/,
  ],
  [
    'a token that is good for nothing',
    { scheme: 'bearer', usesPerToken: 0 },
    PASSWORD,
    /refuses the login that is known of it$/,
  ],
  [
    'a token, and no access',
    { scheme: 'bearer', isPublic: true, unknown: 403 },
    NOBODY,
    /status 403: no login for/,
  ],
])('%s: what is missing is said, without secrets, after few requests', async (_, options, known, message) => {
  const { client, app, registry } = await start(options, known)
  const error = await refusalOf(client.fetchManifest(app, 'unknown'))
  expect(error).toMatchObject({ code: 'FETCH_HTTP_STATUS', exitCode: 3, retryable: false })
  expect(error.message).toMatch(message)
  expect(error.hint).toContain('docker login')
  expect(JSON.stringify([error.message, error.hint, error.actual])).not.toContain('very-wrong')
  expect(registry.server.requests.length).toBeLessThanOrEqual(4)
})

test('a challenge counts only from the registry itself', async () => {
  const { client, app, registry, lookups } = await start({}, PASSWORD)
  const storage = await WebServer.start(() => text(401, '', { 'www-authenticate': 'Basic realm="give me"' }))
  closers.push(() => storage.close())
  registry.server.override('/v1', behaviours.redirect(storage.url))
  expect(await refusalOf(client.fetchManifest(app, 'v1'))).toMatchObject({ status: 401 })
  expect([lookups(), storage.requests.map(({ headers }) => headers.authorization)]).toEqual([0, [undefined]])
})

test.each<[string, string]>([
  ['no token', '{}'],
  ['no text', '{"token":5}'],
  ['what is no header', '{"token":"a\\r\\nEvil: 1"}'],
  ['an empty one', '{"token":""}'],
  ['HTML', '<html>'],
])('a token service that gives %s', async (_, answer) => {
  const { client, app, registry } = await start({ scheme: 'bearer', isPublic: true })
  registry.server.override('pull', behaviours.body(answer))
  expect((await refusalOf(client.fetchManifest(app, 'v1'))).code).toMatch(/^FETCH_/)
})

test('what the token service lacks is not what the registry lacks', async () => {
  const { client, app, registry } = await start({ scheme: 'bearer', isPublic: true })
  registry.server.override('pull', behaviours.status(404))
  expect(await refusalOf(client.fetchManifest(app, 'v1'))).toMatchObject({
    code: 'FETCH_HTTP_STATUS',
    status: undefined,
  })
})

describe('referrers', () => {
  async function pushReferrers(registry: LabRegistry, count: number): Promise<Digest[]> {
    const subject = toDescriptor(MANIFEST_TYPE, MANIFEST)
    const pushed: Digest[] = []
    for (let number = 0; number < count; number++) {
      const { digest } = await registry.pushReferrer('team/app', {
        mediaType: MANIFEST_TYPE,
        subject,
        number,
      })
      pushed.push(parseDigest(digest) as Digest)
    }
    return pushed
  }
  const digestsIn = (pages: readonly Buffer[] | undefined): string[] | undefined =>
    pages?.flatMap((page) =>
      (JSON.parse(page.toString()) as { manifests: { digest: string }[] }).manifests.map(
        ({ digest }) => digest,
      ),
    )

  test('every page', async () => {
    const { client, app, registry } = await start({ referrersPerPage: 2 })
    const pushed = await pushReferrers(registry, 5)
    expect(digestsIn(await client.fetchReferrers(app, DIGEST))).toEqual(pushed.map(String))
  })

  test('none, which is an answer', async () => {
    const { client, app } = await start({})
    expect(digestsIn(await client.fetchReferrers(app, DIGEST))).toEqual([])
  })

  test('no list of them', async () => {
    const { client, app } = await start({ referrers: 'absent' })
    expect(await client.fetchReferrers(app, DIGEST)).toBeUndefined()
  })

  test('a page on the web in its place is no answer, and asked for again', async () => {
    const { client, app } = await start({ referrers: 'page' })
    await expect(client.fetchReferrers(app, DIGEST)).rejects.toMatchObject({
      code: 'FETCH_ANSWER_UNEXPECTED',
      message: expect.stringMatching(/page.*tried 3 times/) as string,
    })
  })

  test('pages without end', async () => {
    const { client, app, registry } = await start({ referrersPerPage: 1 })
    await pushReferrers(registry, 20)
    expect(await refusalOf(client.fetchReferrers(app, DIGEST))).toMatchObject({
      expected: 'at most 16 pages',
    })
  })
})

test.each([
  ['docker.io', 'alpine', 'https://registry-1.docker.io/v2/library/alpine/manifests/3'],
  ['docker.io', 'team/app', 'https://registry-1.docker.io/v2/team/app/manifests/3'],
  ['index.docker.io', 'library/alpine', 'https://registry-1.docker.io/v2/library/alpine/manifests/3'],
  ['ghcr.io', 'team/app', 'https://ghcr.io/v2/team/app/manifests/3'],
])('%s/%s is asked for at its host', async (registry, repository, url) => {
  const asked: string[] = []
  const http = {
    ...quickHttp(),
    fetchBytes: (at: URL) => {
      asked.push(at.href)
      return Promise.resolve(MANIFEST)
    },
  }
  const credentials = { find: () => Promise.resolve(NOBODY) }
  await createImageRegistry(http, { credentials, onSecret: () => undefined }).fetchManifest(
    { registry, repository },
    '3',
  )
  expect(asked).toEqual([url])
})
