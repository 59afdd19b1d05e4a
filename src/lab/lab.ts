// The lab: stands in for dl.k8s.io with its CDN, Fulcio and Rekor. Real keys
// and proofs, made on the spot; loopback only.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Authority, createAuthority } from './authority.js'
import { type Release, type ReleaseOptions, type SignOptions, createRelease } from './release.js'
import { TiledLog } from './tiled-log.js'
import { type TimestampAuthority, createTimestampAuthority } from './timestamp-authority.js'
import { serveLog } from './rekor-api.js'
import { type EntryAnswer, TransparencyLog } from './transparency-log.js'
import { createTrustedRoot } from './trusted-root.js'
import { type Answer, WebServer, text } from './web-server.js'

const NEXT_TREE = { treeId: '24296fb24b8ad77a', firstIndex: 2_800_000_000, strangers: 17 }
/** A tree ID with a zero in front, which the API writes out in one place and leaves out in others. */
const ACTIVE_TREE = { treeId: '0a6edf8d17f5f0b1', firstIndex: 2_900_000_000, strangers: 5 }

export interface Lab {
  readonly now: Date
  readonly authority: Authority
  /** The tree that everything is logged in; today an inactive one. */
  readonly log: TransparencyLog
  /** The trees after it: one of the same key, and the active one of a key of its own. Both are of the trusted root. */
  readonly nextTree: TransparencyLog
  readonly activeTree: TransparencyLog
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
  /** Undoes every override, forgets the requests, and what was logged in the later trees. */
  reset(): void
  close(): Promise<void>
}

export async function startLab({ now = new Date() } = {}): Promise<Lab> {
  const authority = await createAuthority({ now })
  const log = await TransparencyLog.create()
  const nextTree = await TransparencyLog.create({ key: log.key, ...NEXT_TREE })
  const activeTree = await TransparencyLog.create(ACTIVE_TREE)
  const otherLog = await TransparencyLog.create()
  const releases = new Map<string, Release>()
  const channels = new Map<string, string>([['stable.txt', 'v1.35.2']])
  const tiledLog = new TiledLog()
  const tsa = await createTimestampAuthority(authority.validFrom, authority.validTo)
  const trustedRoot = createTrustedRoot({ authority, log, activeTree, tiledLog, tsa })
  const signing: SignOptions = { authority, log, signedAt: new Date(now.getTime() - 30 * 24 * 3600_000) }

  const cdn = await WebServer.start(({ url = '' }) => serveRelease(url, releases, channels))
  const site = await WebServer.start(({ url = '' }) => text(302, '', { location: `${cdn.url}${url}` }))
  const answerFor = (leafHash: string, entry: EntryAnswer): string =>
    JSON.stringify({ [log.uuid(leafHash)]: entry })
  const rekor = await WebServer.start(serveLog([activeTree, nextTree, log]))

  return {
    now,
    authority,
    log,
    nextTree,
    activeTree,
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
      for (const tree of [nextTree, activeTree]) tree.forgetAll()
    },
    close: async () => {
      await Promise.all([site, cdn, rekor].map((server) => server.close()))
    },
  }
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
