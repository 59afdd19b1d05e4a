// The lab in a process of its own: its work is nobody's CPU. It tells its
// URLs, then a line with the time of each request.
import { spawn } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PLATFORMS, isBuiltFor, membersOf, pathOf } from '../../src/kubernetes/catalogue.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { bundleV1 } from '../../src/lab/bundles.js'
import { readAll, toContent } from '../../src/lab/content.js'
import { TARGET } from '../../src/lab/hostile.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { latency, pace } from '../../src/lab/pacing.js'
import { SBOM_PATH } from '../../src/lab/release.js'
import { type Answer, behaviours } from '../../src/lab/web-server.js'
import { CHILD_ENV, folder } from './measure.js'

const MB = 1_000_000
/** What a hosted runner gets from a CDN at best, about one gigabit. */
const LINE_BYTES_PER_SECOND = 125 * MB
/** Versions of the lab, by what is special about them. */
export const VERSIONS = {
  small: 'v1.35.0',
  medium: 'v1.35.1',
  paced: 'v1.35.2',
  large: 'v1.35.3',
} as const
const SIZES = { small: 256 * 1024, medium: 100 * MB, paced: 100 * MB, large: 1000 * MB } as const
/** Whole releases of small artifacts, from a far site and a far log. */
export const FAR_RELEASES = ['v1.34.0', 'v1.34.1'] as const
/** What one answer of a far server takes. */
export const FAR_MS = 20

export interface Served {
  readonly releaseUrl: string
  readonly rekorUrl: string
  readonly cdnUrl: string
  readonly trustedRoot: string
  /** A file of 256 KiB, and a bundle for it. */
  readonly file: string
  readonly bundle: string
  /** Of its entry in the log. */
  readonly logIndex: string
}

interface LabServer {
  readonly served: Served
  /** When each request came, since the start of time. */
  readonly requestTimes: number[]
  stop(): void
}

/** What the child does. */
export async function serve(into: string): Promise<void> {
  const lab = await startLab()
  for (const [kind, version] of Object.entries(VERSIONS)) {
    await lab.publish({ version, paths: [TARGET], sizes: { [TARGET]: SIZES[kind as keyof typeof SIZES] } })
  }
  for (const version of FAR_RELEASES) await publishFar(lab, version)
  lab.cdn.override(`${VERSIONS.paced}/${TARGET}`, pace(LINE_BYTES_PER_SECOND))
  const artifact = lab.releases.get(VERSIONS.small)?.artifact(TARGET)
  if (artifact === undefined) throw new Error('the lab has published it')
  const served: Served = {
    releaseUrl: lab.releaseUrl,
    rekorUrl: lab.rekorUrl,
    cdnUrl: lab.cdn.url,
    trustedRoot: await lab.writeTrustedRoot(into),
    file: join(into, 'kubectl'),
    bundle: join(into, 'kubectl.sigstore.json'),
    logIndex: String(lab.log.answer(artifact.entry).logIndex),
  }
  // Other clients ask the log for its key.
  const { activeTree, nextTree, log } = lab
  lab.rekor.override('/api/v1/log/publicKey', behaviours.answer(toKeyAnswer(activeTree)))
  for (const tree of [activeTree, nextTree, log])
    lab.rekor.override(`?treeID=${tree.describe().treeID}`, behaviours.answer(toKeyAnswer(tree)))
  await writeFile(served.file, readAll(artifact.content))
  await writeFile(served.bundle, JSON.stringify(bundleV1(lab, artifact)))
  // Its servers keep no process alive; who started it does, and ends it when he ends.
  process.stdin.resume()
  process.stdout.write(`${JSON.stringify(served)}\n`)
  const { requests } = lab.site
  const push = requests.push.bind(requests)
  requests.push = (...added) => {
    process.stdout.write(`${Date.now()}\n`)
    return push(...added)
  }
}

function toKeyAnswer(tree: Lab['log']): Answer {
  const key = createPublicKey({ key: tree.key.spki, format: 'der', type: 'spki' })
  const pem = key.export({ format: 'pem', type: 'spki' })
  const headers = { 'content-type': 'application/x-pem-file' }
  return { status: 200, content: toContent(Buffer.from(pem)), headers }
}

async function publishFar(lab: Lab, version: ReleaseVersion): Promise<void> {
  const paths = everyPath(version)
  await lab.publish({ version, paths })
  const slow = [...paths, SBOM_PATH].flatMap((path) =>
    ['', '.sig', '.cert', '.sha256'].map((end) => path + end),
  )
  for (const path of slow) {
    for (const server of [lab.site, lab.cdn]) server.override(`${version}/${path}`, latency(FAR_MS))
  }
  const entries = [...(lab.releases.get(version)?.artifacts.values() ?? [])].map(
    ({ entry }) => entry.leafHash,
  )
  for (const leafHash of entries) lab.rekor.override(leafHash, latency(FAR_MS))
}

/** Every file of a release that its SBOM lists. */
function everyPath(version: ReleaseVersion): string[] {
  return membersOf('all').flatMap((entry) => {
    if (entry.name === 'release-sbom') return []
    if (entry.platforms === undefined) return [pathOf(entry, undefined)]
    return PLATFORMS.filter((platform) => isBuiltFor(entry, platform, version)).map((platform) =>
      pathOf(entry, platform),
    )
  })
}

let server: Promise<LabServer> | undefined

/** The one of this run, started when the first row wants it. */
export function useLab(): Promise<LabServer> {
  return (server ??= start())
}

/** Ends it, if it was started. */
export async function stopLab(): Promise<void> {
  if (server !== undefined) (await server).stop()
}

async function start(): Promise<LabServer> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'serve', folder()], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: CHILD_ENV,
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const served = JSON.parse((await lines.next()).value as string) as Served
  const requestTimes: number[] = []
  void (async () => {
    for (let line = await lines.next(); line.done !== true; line = await lines.next())
      requestTimes.push(Number(line.value))
  })()
  return { served, requestTimes, stop: () => void child.kill() }
}
