// The lab: stands in for dl.k8s.io with its CDN, Fulcio and Rekor. Real keys
// and proofs, made on the spot; loopback only.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Authority, createAuthority } from './authority.js'
import { type Release, type ReleaseOptions, type SignOptions, createRelease } from './release.js'
import { TiledLog } from './tiled-log.js'
import { type TimestampAuthority, createTimestampAuthority } from './timestamp-authority.js'
import { type EntryAnswer, TransparencyLog } from './transparency-log.js'
import { createTrustedRoot } from './trusted-root.js'
import { type Answer, WebServer, text } from './web-server.js'

/** As Rekor's. */
const MAX_BATCH = 10
const ENTRY_PATH = /^\/api\/v1\/log\/entries\/(?:[0-9a-f]{16})?([0-9a-f]{64})$/

export interface Lab {
  readonly now: Date
  readonly authority: Authority
  readonly log: TransparencyLog
  /** That nobody asks: what it holds is signed, and not in the log. */
  readonly otherLog: TransparencyLog
  /** The log to come, and the authority that gives its entries their time. */
  readonly tiledLog: TiledLog
  readonly tsa: TimestampAuthority
  readonly trustedRoot: object
  /** dl.k8s.io: redirects everything to the CDN. */
  readonly site: WebServer
  readonly cdn: WebServer
  readonly rekor: WebServer
  readonly releaseUrl: string
  readonly rekorUrl: string
  readonly releases: ReadonlyMap<string, Release>
  /** Channel files by name, `stable.txt`. */
  readonly channels: Map<string, string>
  readonly signing: SignOptions
  publish(options: Omit<ReleaseOptions, keyof SignOptions> & Partial<SignOptions>): Promise<Release>
  /** The log's answer for the entry of an artifact, as the API gives it. */
  answerFor(leafHash: string, entry: EntryAnswer): string
  writeTrustedRoot(folder: string): Promise<string>
  /** Undoes every override and forgets the requests. */
  reset(): void
  close(): Promise<void>
}

export async function startLab({ now = new Date() } = {}): Promise<Lab> {
  const authority = await createAuthority({ now })
  const log = await TransparencyLog.create()
  const otherLog = await TransparencyLog.create()
  const releases = new Map<string, Release>()
  const channels = new Map<string, string>([['stable.txt', 'v1.35.2']])
  const tiledLog = new TiledLog()
  const tsa = await createTimestampAuthority(authority.validFrom, authority.validTo)
  const trustedRoot = createTrustedRoot({ authority, log, tiledLog, tsa })
  const signing: SignOptions = { authority, log, signedAt: new Date(now.getTime() - 30 * 24 * 3600_000) }

  const cdn = await WebServer.start(({ url = '' }) => serveRelease(url, releases, channels))
  const site = await WebServer.start(({ url = '' }) => text(302, '', { location: `${cdn.url}${url}` }))
  const answerFor = (leafHash: string, entry: EntryAnswer): string =>
    JSON.stringify({ [log.uuid(leafHash)]: entry })
  const rekor = await WebServer.start(async (request) => {
    const { url = '', method } = request
    const json = { 'content-type': 'application/json' }
    if (method === 'POST' && url === '/api/v1/index/retrieve') {
      const { hash } = JSON.parse(await readText(request)) as { hash: string }
      const found = log.search(hash).map(({ leafHash }) => log.uuid(leafHash))
      return text(200, JSON.stringify(found), json)
    }
    if (method === 'POST' && url === '/api/v1/log/entries/retrieve') {
      const { entryUUIDs } = JSON.parse(await readText(request)) as { entryUUIDs: string[] }
      if (entryUUIDs.length > MAX_BATCH)
        return text(422, '{"code":422,"message":"more than max allowed 10 entries"}', json)
      const found = entryUUIDs.flatMap((uuid) => log.find(uuid.slice(-64)) ?? [])
      return text(
        200,
        JSON.stringify(found.map((each) => ({ [log.uuid(each.leafHash)]: log.answer(each) }))),
        json,
      )
    }
    const [, logIndex] = /^\/api\/v1\/log\/entries\?logIndex=(\d+)$/.exec(url) ?? []
    const entry = logIndex ? log.findByIndex(Number(logIndex)) : log.find(ENTRY_PATH.exec(url)?.[1] ?? '')
    if (entry === undefined) return text(404, '{"code":404,"message":"entry not found"}', json)
    return text(200, answerFor(entry.leafHash, log.answer(entry)), json)
  })

  return {
    now,
    authority,
    log,
    otherLog,
    tiledLog,
    tsa,
    trustedRoot,
    site,
    cdn,
    rekor,
    releaseUrl: site.url,
    rekorUrl: rekor.url,
    releases,
    channels,
    signing,
    answerFor,
    publish: async (options) => {
      const release = await createRelease({ ...signing, ...options })
      releases.set(release.version, release)
      return release
    },
    writeTrustedRoot: async (folder) => {
      const path = join(folder, 'trusted_root.json')
      await writeFile(path, JSON.stringify(trustedRoot))
      return path
    },
    reset: () => {
      for (const server of [site, cdn, rekor]) server.reset()
    },
    close: async () => {
      await Promise.all([site, cdn, rekor].map((server) => server.close()))
    },
  }
}

async function readText(request: AsyncIterable<unknown>): Promise<string> {
  let all = ''
  for await (const chunk of request) all += String(chunk)
  return all
}

function serveRelease(
  url: string,
  releases: ReadonlyMap<string, Release>,
  channels: ReadonlyMap<string, string>,
): Answer {
  const [, , version = '', ...rest] = url.split('/')
  const channel = channels.get(version)
  if (channel !== undefined && rest.length === 0) return text(200, channel)
  const content = releases.get(version)?.files.get(rest.join('/'))
  return content === undefined ? text(404, 'NoSuchKey') : { status: 200, content }
}
