// The audit's part of `npm run bench`: a release of 400 artifacts from a far
// site and a far log, and 40,000 artifacts in 100 releases from a near one.
// The lab runs in a process of its own, and so does each audit.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { audit } from '../../src/commands/audit/command.js'
import { pathOf, placesIn } from '../../src/kubernetes/catalogue.js'
import { formatPlatform } from '../../src/kubernetes/platform.js'
import { parseAuditRequest } from '../../src/request/audit-request.js'
import { toWords } from '../support/words.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { latency } from '../../src/lab/pacing.js'
import { type Release, SBOM_PATH } from '../../src/lab/release.js'

const ARTIFACTS = 400
const RELEASES = 100
const ROUNDS = 3
const MB = 1_000_000
const FAR_MS = 20
const PLATFORM = 'linux/amd64'

export interface ServedAudit {
  readonly releaseUrl: string
  readonly rekorUrl: string
  readonly trustedRoot: string
}

/** Paths of a release that is four times as large as a real one: what the catalogue expects for the platform, and more of the kind. */
function paths(): string[] {
  const expected = placesIn('v1.35.0')
    .filter(
      ({ entry, platform }) =>
        entry.isSigned && (platform === undefined || formatPlatform(platform) === PLATFORM),
    )
    .map(({ entry, platform }) => pathOf(entry, platform))
    .filter((path) => path !== SBOM_PATH)
  const more = Array.from(
    { length: ARTIFACTS - 1 - expected.length },
    (_, index) => `bin/${PLATFORM}/kube-part-${index}`,
  )
  return [...expected, ...more]
}

interface Taken {
  readonly milliseconds: number
  readonly cpuMs: number
  readonly maxRssBytes: number
}

/** @param program this file, built; it runs itself as the lab and as the audits */
export async function measureAudits(program: string, folder: string): Promise<void> {
  const far = await serveAndAudit(program, folder, { releases: 1, isFar: true, rounds: ROUNDS })
  report(`audit of ${ARTIFACTS} artifacts at digest depth, ${FAR_MS} ms per answer`, far.taken)
  process.stdout.write(`  requests in ${ROUNDS} audits: ${far.requests}\n`)
  const one = await serveAndAudit(program, folder, { releases: 1, isFar: false, rounds: ROUNDS })
  report(`the same with no latency`, one.taken)
  const many = await serveAndAudit(program, folder, { releases: RELEASES, isFar: false, rounds: 1 })
  report(`audit of ${ARTIFACTS * RELEASES} artifacts in ${RELEASES} releases`, many.taken)
  const ratio = many.taken.milliseconds / RELEASES / one.taken.milliseconds
  process.stdout.write(`  time per artifact: ${ratio.toFixed(2)} × that of ${ARTIFACTS}\n`)
}

function report(what: string, { milliseconds, cpuMs, maxRssBytes }: Taken): void {
  const seconds = (value: number): string => (value / 1000).toFixed(2)
  process.stdout.write(
    `${what}: ${seconds(milliseconds)} s wall, ${seconds(cpuMs)} s CPU, ${(maxRssBytes / MB).toFixed(0)} MB at most\n`,
  )
}

/** Audits in processes of their own, and the median of what they took. */
async function serveAndAudit(
  program: string,
  folder: string,
  { releases, isFar, rounds }: { releases: number; isFar: boolean; rounds: number },
): Promise<{ taken: Taken; requests: string }> {
  const argv = [program, 'audit-serve', folder, String(releases), String(isFar)]
  const lab = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const lines = createInterface({ input: lab.stdout })[Symbol.asyncIterator]()
    const served = (await lines.next()).value as string
    const all: Taken[] = []
    for (let round = 0; round < rounds; round++) {
      const child = spawn(process.execPath, [program, 'audit-run', served, folder, String(releases)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [line] = await Promise.all([
        createInterface({ input: child.stdout })[Symbol.asyncIterator]().next(),
        once(child, 'close'),
      ])
      all.push(JSON.parse(line.value as string) as Taken)
    }
    lab.stdin.write('\n')
    const median = all.sort((a, b) => a.cpuMs - b.cpuMs)[rounds >> 1] as Taken
    return { taken: median, requests: (await lines.next()).value as string }
  } finally {
    lab.kill()
  }
}

/** What one release has, published under as many versions as are asked for: the SBOM and the papers are each version's own. */
export async function serveAudit(folder: string, releases: number, isFar: boolean): Promise<void> {
  const lab = await startLab()
  const versions = versionsOf(releases)
  let first: Release | undefined
  for (const version of versions) {
    const release = await lab.publish({
      version,
      paths: paths(),
      sizes: tiny(),
      ...(first && { reuse: first.artifacts }),
    })
    first ??= release
  }
  if (isFar) for (const server of [lab.site, lab.rekor]) server.override('', latency(FAR_MS))
  const served: ServedAudit = {
    // Without the redirect: a CDN that is asked directly.
    releaseUrl: lab.cdn.url,
    rekorUrl: lab.rekorUrl,
    trustedRoot: await lab.writeTrustedRoot(folder),
  }
  if (isFar) lab.cdn.override('', latency(FAR_MS))
  process.stdout.write(`${JSON.stringify(served)}\n`)
  process.stdin.on('data', () => {
    process.stdout.write(`${JSON.stringify(countRequests(lab))}\n`)
  })
}

function countRequests({ cdn, rekor }: Lab): object {
  const isArtifact = /\/bin\/[^.]*$/
  return {
    site: cdn.requests.length,
    log: rekor.requests.length,
    artifacts: cdn.requests.filter(({ url }) => isArtifact.test(url)).length,
  }
}

function versionsOf(releases: number): string[] {
  return Array.from({ length: releases }, (_, patch) => `v1.35.${patch}`)
}

function tiny(): Record<string, number> {
  return Object.fromEntries(paths().map((path) => [path, 64]))
}

/** Audits in this process, and tells what it took. */
export async function runAuditChild(served: ServedAudit, folder: string, releases: number): Promise<void> {
  const request = parseAuditRequest(
    toWords({
      version: versionsOf(releases).join(','),
      artifacts: 'all',
      os: 'linux',
      arch: 'amd64',
      'release-url': served.releaseUrl,
      'rekor-url': served.rekorUrl,
      'trusted-root': served.trustedRoot,
      'log-requests-per-second': '1000',
      'report-formats': 'json, html, junit, vsa, markdown',
      report: join(folder, `report-${releases}`),
      'fail-on': 'never',
    }),
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const start = performance.now()
  const { report: audited } = await audit(request, {
    temporaryRoot: folder,
    cacheFolder: join(folder, 'cache'),
    startProgress: () =>
      Promise.resolve({ onProgress: () => undefined, onCount: () => undefined, stop: () => undefined }),
    onWaiting: () => undefined,
    onSecret: () => undefined,
  })
  const milliseconds = performance.now() - start
  const { user, system } = process.cpuUsage()
  process.stdout.write(
    `${JSON.stringify({ milliseconds, cpuMs: (user + system) / 1000, maxRssBytes: process.resourceUsage().maxRSS * 1024 })}\n`,
  )
  if (audited.outcome !== 'verified') throw new Error(`the lab's releases came out as ${audited.outcome}`)
}
