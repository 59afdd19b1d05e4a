// Rows of the audit: a release of 400 artifacts from a far site and a far log,
// and 40,000 artifacts in 100 releases from a near one, by the built command
// line. The lab runs in a process of its own.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pathOf, placesIn } from '../../src/kubernetes/catalogue.js'
import { formatPlatform } from '../../src/kubernetes/platform.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { latency } from '../../src/lab/pacing.js'
import { type Release, SBOM_PATH } from '../../src/lab/release.js'
import type { Figure } from './figures.js'
import { FAR_MS } from './lab-server.js'
import { CHILD_ENV, median, newFolder, runWithPeak } from './measure.js'

const ARTIFACTS = 400
const RELEASES = 100
const ROUNDS = 3
const PLATFORM = 'linux/amd64'
/** Of requests to the log in a second. */
const DEFAULT_BUDGET = 50
const AMPLE_BUDGET = 1000
const FORMATS = 'json, html, junit, sarif, vsa, markdown'

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

interface Counted {
  readonly site: number
  readonly log: number
  readonly artifacts: number
}

interface Taken {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMb: number
}

/** 400 artifacts at digest depth. */
export async function measureAudit(): Promise<Figure[]> {
  return withServer({ releases: 1, isFar: true }, async (served, count) => {
    const ample: Taken[] = []
    for (let round = 0; round < ROUNDS; round++) ample.push(audit(served, 1, AMPLE_BUDGET))
    const before = await count()
    const { wallMs } = audit(served, 1, DEFAULT_BUDGET)
    const log = (await count()).log - before.log
    const cpuMs = median(ample.map((taken) => taken.cpuMs))
    const what = `audit of ${ARTIFACTS} artifacts at digest depth with ${FAR_MS} ms per answer`
    const asked = (log / DEFAULT_BUDGET) * 1000
    const requests = `${Math.round(before.site / ROUNDS)} requests to the site, ${Math.round(before.log / ROUNDS)} to the log, ${before.artifacts} artifacts downloaded; ${(median(ample.map((taken) => taken.wallMs)) / 1000).toFixed(1)} s wall`
    return [
      { id: 'audit-cpu', what: `${what}, CPU`, unit: 's', value: cpuMs / 1000, aim: 2.4, detail: requests },
      {
        id: 'audit-wall',
        what: `${what} and the default budget, wall over what ${log} requests take by that budget alone`,
        unit: '×',
        value: wallMs / asked,
        aim: 1.2,
        detail: `${(wallMs / 1000).toFixed(1)} s against ${(asked / 1000).toFixed(1)} s`,
      },
      {
        id: 'audit-memory',
        what: `${what}, peak memory`,
        unit: 'MB',
        value: median(ample.map((taken) => taken.peakMb)),
      },
    ]
  })
}

/** 40,000 artifacts, all reports written. */
export async function measureLargeAudit(): Promise<Figure[]> {
  const one = await withServer({ releases: 1, isFar: false }, (served) =>
    Promise.resolve(Array.from({ length: ROUNDS }, () => audit(served, 1, AMPLE_BUDGET).cpuMs)),
  )
  const many = await withServer({ releases: RELEASES, isFar: false }, (served) =>
    Promise.resolve(audit(served, RELEASES, AMPLE_BUDGET)),
  )
  const what = `audit of ${ARTIFACTS * RELEASES} artifacts in ${RELEASES} releases`
  return [
    { id: 'audit-large-memory', what: `${what}, peak memory`, unit: 'MB', value: many.peakMb, aim: 300 },
    {
      id: 'audit-large',
      what: `${what}, CPU for each artifact over that of an audit of ${ARTIFACTS}`,
      unit: '×',
      value: many.cpuMs / RELEASES / median(one),
      aim: 1.3,
      detail: `${(many.cpuMs / 1000).toFixed(0)} s in all`,
    },
  ]
}

/** One audit by the built command line, with every report. */
function audit({ releaseUrl, rekorUrl, trustedRoot }: ServedAudit, releases: number, budget: number): Taken {
  const options = {
    version: versionsOf(releases).join(','),
    artifacts: 'all',
    os: 'linux',
    arch: 'amd64',
    'release-url': releaseUrl,
    'rekor-url': rekorUrl,
    'trusted-root': trustedRoot,
    'log-requests-per-second': String(budget),
    'report-formats': FORMATS,
    report: newFolder('report'),
    'fail-on': 'unverifiable',
  }
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  return runWithPeak({ argv: ['dist/cli.js', 'audit', ...words], env: { CI: 'true' } })
}

/** Runs with a lab of its own, and what counts the requests that it has had. */
async function withServer<T>(
  { releases, isFar }: { readonly releases: number; readonly isFar: boolean },
  measure: (served: ServedAudit, count: () => Promise<Counted>) => Promise<T>,
): Promise<T> {
  const argv = [process.argv[1] ?? '', 'serve-audit', newFolder('audit-lab'), String(releases), String(isFar)]
  const lab = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'], env: CHILD_ENV })
  try {
    const lines = createInterface({ input: lab.stdout })[Symbol.asyncIterator]()
    const next = async <U>(): Promise<U> => JSON.parse((await lines.next()).value as string) as U
    return await measure(await next<ServedAudit>(), () => {
      lab.stdin.write('\n')
      return next<Counted>()
    })
  } finally {
    lab.kill()
  }
}

/** What one release has, published under as many versions as are asked for: the SBOM and the papers are each version's own. */
export async function serveAudit(into = '', releaseCount = '', far = ''): Promise<void> {
  const [releases, isFar] = [Number(releaseCount), far === 'true']
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
    trustedRoot: await lab.writeTrustedRoot(into),
  }
  if (isFar) lab.cdn.override('', latency(FAR_MS))
  process.stdout.write(`${JSON.stringify(served)}\n`)
  process.stdin.on('data', () => {
    process.stdout.write(`${JSON.stringify(countRequests(lab))}\n`)
  })
}

function countRequests({ cdn, rekor }: Lab): Counted {
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
