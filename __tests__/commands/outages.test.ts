// Outages, on a clock that runs sixty times as fast: what is waited for and
// what is timed out stay in proportion. A real minute is in outages/.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initializeTUFRepo, tufHandlers } from '@tufjs/repo-mock'
import { restore } from 'nock'
import { run } from '../../src/commands/get.js'
import type { Clock } from '../../src/fetch/clock.js'
import { createHttp } from '../../src/fetch/http-client.js'
import { createImageRegistry } from '../../src/fetch/registry/client.js'
import { createFolderInstaller } from '../../src/install/folder.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type Behaviour, WebServer, behaviours, send, text } from '../../src/lab/web-server.js'
import type { Report } from '../../src/report/report.js'
import { loadTrustedRoot } from '../../src/trust/sources.js'
import { fetchTufTrustedRoot } from '../../src/trust/tuf.js'
import { withWorld } from '../../src/world.js'
import { createFastClock } from '../support/clocks.js'
import { parseRequest } from '../support/words.js'

// The repository's maker takes the network over where it is loaded.
restore()

const SPEED = 60
const ANONYMOUS: Parameters<typeof createImageRegistry>[1] = {
  credentials: { find: () => Promise.resolve({ reasons: [] }) },
  onSecret: () => undefined,
}
const SECOND = 1000
const KINDS = {
  '502': behaviours.status(502),
  reset: behaviours.reset(),
  'no answer': behaviours.stall(),
} satisfies Record<string, Behaviour>
const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[]
const LENGTHS = [8, 15, 30, 60]

let lab: Lab
let folder: string
beforeAll(async () => {
  lab = await startLab()
  await lab.publish({ version: 'v1.35.2' })
})
afterAll(() => lab.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outages-'))
})
afterEach(async () => {
  lab.reset()
  await rm(folder, { recursive: true, force: true })
})

/** Away until a moment, and then as ever. */
function awayUntil(clock: Clock, endMs: number, kind: Behaviour): Behaviour {
  return (exchange) => {
    if (clock.now() < endMs) kind(exchange)
    else send(exchange.response, exchange.genuine)
  }
}

async function get(clock: Clock, patienceMs: number): Promise<Report> {
  const request = parseRequest(
    {
      version: 'v1.35.2',
      'release-url': lab.releaseUrl,
      'rekor-url': lab.rekorUrl,
      'trusted-root': await lab.writeTrustedRoot(folder),
    },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const world = {
    installer: createFolderInstaller(join(folder, 'out')),
    temporaryRoot: folder,
    tufCacheFolder: join(folder, 'tuf'),
    onProgress: () => undefined,
    http: { clock, patienceMs },
  }
  return withWorld(request, world, (ports) => run(request, ports))
}

const PATIENCE = 150 * SECOND
const away = (who: string, clock: Clock, seconds: number, kind: keyof typeof KINDS): void => {
  const servers = {
    log: [lab.rekor],
    site: [lab.site],
    'its CDN': [lab.cdn],
    all: [lab.rekor, lab.site, lab.cdn],
  }
  for (const server of servers[who as keyof typeof servers]) {
    server.override('', awayUntil(clock, seconds * SECOND, KINDS[kind]))
  }
}

describe.each(['log', 'site', 'its CDN', 'all'])('away: %s', (who) => {
  describe.each(KIND_NAMES)('%s', (kind) => {
    test.each(LENGTHS)('for %i s is survived', async (seconds) => {
      const clock = createFastClock(SPEED)
      away(who, clock, seconds, kind)
      expect(await get(clock, PATIENCE)).toMatchObject({ outcome: 'verified' })
      expect(clock.now()).toBeGreaterThan(seconds * SECOND)
    })

    test('without patience is given up in time', async () => {
      const clock = createFastClock(SPEED)
      away(who, clock, Infinity, kind)
      expect(await get(clock, 0)).toMatchObject({ outcome: 'unverifiable' })
      // In time: each request has its first try, and none another.
      for (const { requests } of [lab.rekor, lab.site, lab.cdn]) {
        const urls = requests.map(({ method, url }) => `${method} ${url}`)
        expect(urls.length).toBe(new Set(urls).size)
      }
    })
  })

  test('for good is given up when the patience is', async () => {
    const clock = createFastClock(SPEED)
    away(who, clock, Infinity, '502')
    expect(await get(clock, 20 * SECOND)).toMatchObject({ outcome: 'unverifiable' })
    expect(clock.now()).toBeGreaterThan(19 * SECOND)
    expect(clock.now()).toBeLessThan(80 * SECOND)
  })
})

describe('a TUF repository', () => {
  let server: WebServer
  let initialRoot: Buffer

  beforeAll(async () => {
    const target = { name: 'trusted_root.json', content: JSON.stringify(lab.trustedRoot) }
    const repository = initializeTUFRepo([target])
    initialRoot = Buffer.from(JSON.stringify(repository.rootMeta.toJSON()))
    const handlers = tufHandlers(repository, { metadataPathPrefix: '' })
    server = await WebServer.start(({ url = '' }) => {
      const found = handlers.find(({ path }) => path === url)?.fn()
      const content = toContent(Buffer.from(found?.response ?? ''))
      return { status: found?.statusCode ?? 404, content }
    })
  })
  afterEach(() => {
    server.reset()
  })
  afterAll(() => server.close())

  describe.each(KIND_NAMES)('away: %s', (kind) => {
    test.each(LENGTHS)('for %i s is survived', async (seconds) => {
      const clock = createFastClock(SPEED)
      server.override('', awayUntil(clock, seconds * SECOND, KINDS[kind]))
      const http = createHttp({ clock })
      try {
        const { fetchBytes } = http
        const tufUrl = new URL(server.url)
        const root = await fetchTufTrustedRoot({ tufUrl, fetchBytes, cacheFolder: folder, initialRoot })
        expect(root.source).toBe(`tuf (${tufUrl.host})`)
        expect(clock.now()).toBeGreaterThan(seconds * SECOND)
      } finally {
        http.close()
      }
    })

    test('for good: the root that was built in stands in for it, with a warning', async () => {
      const clock = createFastClock(SPEED)
      server.override('', KINDS[kind])
      const http = createHttp({ clock })
      const warnings: string[] = []
      try {
        const root = await loadTrustedRoot({
          choice: { kind: 'auto' },
          tufUrl: new URL(server.url),
          fetchBytes: (url, options) => http.fetchBytes(url, options),
          cacheFolder: folder,
          warn: (message) => void warnings.push(message),
        })
        expect(root).toMatchObject({ isStale: true })
        expect(warnings[0]).toContain('using the trusted root that is embedded')
        // For whoever can do without, no longer than that.
        expect(clock.now()).toBeLessThan(PATIENCE)
      } finally {
        http.close()
      }
    })
  })
})

describe.each(KIND_NAMES)('a registry that is away: %s', (kind) => {
  test.each(LENGTHS)('for %i s is survived', async (seconds) => {
    const clock = createFastClock(SPEED)
    const server = await WebServer.start(() => text(200, '{}'))
    server.override('', awayUntil(clock, seconds * SECOND, KINDS[kind]))
    const http = createHttp({ clock })
    try {
      const place = { registry: new URL(server.url).host, repository: 'kube' }
      expect((await createImageRegistry(http, ANONYMOUS).fetchManifest(place, 'v1'))?.toString()).toBe('{}')
    } finally {
      http.close()
      await server.close()
    }
  })
})
