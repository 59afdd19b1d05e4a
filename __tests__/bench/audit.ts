// The audit's part of `npm run bench`: a release of 400 artifacts from a far
// site and a far log, and 40,000 artifacts in 100 releases from a near one.
// The lab runs in a process of its own, and so does each audit.
import { join } from 'node:path'
import { audit } from '../../src/audit-command.js'
import { pathOf, placesIn } from '../../src/kubernetes/catalogue.js'
import { formatPlatform } from '../../src/kubernetes/platform.js'
import { parseAuditRequest } from '../../src/request/audit-request.js'
import { FieldErrors } from '../../src/request/fields.js'
import { type Lab, startLab } from '../lab/lab.js'
import { latency } from '../lab/pacing.js'
import { type Release, SBOM_PATH } from '../lab/release.js'

export const ARTIFACTS = 400
export const RELEASES = 100
const FAR_MS = 20
const PLATFORM = 'linux/amd64'

interface ServedAudit {
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
  const errors = new FieldErrors()
  const request = parseAuditRequest(
    {
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
    },
    'audit',
    { machine: { platform: 'linux', arch: 'x64' }, errors },
  )
  const start = performance.now()
  const { report } = await audit(request, {
    temporaryRoot: folder,
    tufCacheFolder: folder,
    papersFolder: undefined,
    onProgress: () => undefined,
  })
  const milliseconds = performance.now() - start
  const { user, system } = process.cpuUsage()
  process.stdout.write(
    `${JSON.stringify({ milliseconds, cpuMs: (user + system) / 1000, maxRssBytes: process.resourceUsage().maxRSS * 1024, counts: report.counts })}\n`,
  )
}
