// `npm run bench`: ratios taken side by side in one run, medians of several
// rounds. The site and the log of the lab run in a process of their own.
// `npm run bench -- audit` measures the audit, which takes some ten minutes.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { NO_CACHE } from '../../src/files/no-cache.js'
import { digestOf } from '../../src/digest.js'
import { parseCertificate } from '../../src/evidence/certificate.js'
import { toResult } from '../../src/result.js'
import { parseLogEntry } from '../../src/evidence/log-entry.js'
import { parseSignature } from '../../src/evidence/signature.js'
import { parseReleaseSbom } from '../../src/evidence/spdx.js'
import { PLATFORMS, isBuiltFor, membersOf, pathOf } from '../../src/kubernetes/catalogue.js'
import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import { type RawInputs, parseRequest } from '../support/words.js'
import { run } from '../../src/commands/get.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { createPolicy } from '../../src/verify/policy.js'
import type { VerifiedArtifact } from '../../src/verify/verified-artifact.js'
import { verifyArtifact } from '../../src/verify/verify.js'
import { withWorld } from '../../src/world.js'
import { readAll } from '../../src/lab/content.js'
import { TARGET } from '../../src/lab/hostile.js'
import { startLab } from '../../src/lab/lab.js'
import { type ServedAudit, measureAudits, runAuditChild, serveAudit } from './audit.js'
import { latency, pace } from '../../src/lab/pacing.js'
import { SBOM_PATH } from '../../src/lab/release.js'

const MB = 1_000_000
const ROUNDS = 5
/** What a hosted runner gets from a CDN at best, about one gigabit. */
const LINE_BYTES_PER_SECOND = 125 * MB
/** Versions of the lab, by what is special about them. */
const VERSIONS = { small: 'v1.35.0', medium: 'v1.35.1', paced: 'v1.35.2', large: 'v1.35.3' } as const
/** Whole releases of small artifacts, from a far site and a far log. */
const FAR_RELEASES = ['v1.34.0', 'v1.34.1'] as const
const FAR_MS = 20

interface Served {
  readonly releaseUrl: string
  readonly rekorUrl: string
  readonly cdnUrl: string
  readonly trustedRoot: string
}

/** The lab as a process: tells its URLs, then a line with the time of each request. */
async function serve(folder: string): Promise<void> {
  const lab = await startLab()
  const sizes = { small: 4096, medium: 100 * MB, paced: 100 * MB, large: 1000 * MB }
  for (const [kind, version] of Object.entries(VERSIONS)) {
    await lab.publish({ version, paths: [TARGET], sizes: { [TARGET]: sizes[kind as keyof typeof sizes] } })
  }
  for (const version of FAR_RELEASES) {
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
  lab.cdn.override(`${VERSIONS.paced}/${TARGET}`, pace(LINE_BYTES_PER_SECOND))
  const served: Served = {
    releaseUrl: lab.releaseUrl,
    rekorUrl: lab.rekorUrl,
    cdnUrl: lab.cdn.url,
    trustedRoot: await lab.writeTrustedRoot(folder),
  }
  process.stdout.write(`${JSON.stringify(served)}\n`)
  const { requests } = lab.site
  const push = requests.push.bind(requests)
  requests.push = (...added) => {
    process.stdout.write(`${Date.now()}\n`)
    return push(...added)
  }
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

/** Fetches and verifies in this process, and tells how long it took and how much memory it held at most. */
async function prove(inputs: RawInputs, served: Served, folder: string): Promise<void> {
  const request = parseRequest(
    {
      ...inputs,
      'release-url': served.releaseUrl,
      'rekor-url': served.rekorUrl,
      'trusted-root': served.trustedRoot,
    },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const world = {
    // Keeps the file, as every installer does, but does not hash it again: that is placing.
    installer: {
      cache: NO_CACHE,
      install: async ([artifact, ...others]: readonly VerifiedArtifact[]) => {
        if (others.length === 0) await rename(artifact?.file.path ?? '', join(folder, 'kept'))
        return []
      },
    },
    temporaryRoot: folder,
    tufCacheFolder: folder,
    onProgress: () => undefined,
  }
  // A placement is into a folder of its own: it replaces nothing.
  await rm(join(folder, 'kept'), { force: true })
  const start = performance.now()
  const { outcome, artifacts } = await withWorld(request, world, (ports) => run(request, ports))
  const milliseconds = performance.now() - start
  if (outcome !== 'verified') throw new Error(`the lab's ${JSON.stringify(inputs)} came out as ${outcome}`)
  const maxRssBytes = process.resourceUsage().maxRSS * 1024
  process.stdout.write(`${JSON.stringify({ milliseconds, maxRssBytes, artifacts: artifacts.length })}\n`)
}

async function main(folder: string): Promise<void> {
  const lab = spawn(process.execPath, [program, 'serve', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const lines = createInterface({ input: lab.stdout })[Symbol.asyncIterator]()
    const served = JSON.parse((await lines.next()).value as string) as Served
    const requestTimes: number[] = []
    void (async () => {
      for (let line = await lines.next(); line.done !== true; line = await lines.next())
        requestTimes.push(Number(line.value))
    })()
    await measureDownload('100 MB over a line of 1 Gbit/s', VERSIONS.paced, served, folder)
    await measureDownload('100 MB as fast as loopback goes', VERSIONS.medium, served, folder)
    await measureMemory(served, folder)
    await measureStart(served, requestTimes, folder)
    await measureCacheHit(served, requestTimes, folder)
    await measureRelease(served, folder)
  } finally {
    stop(lab)
  }
  spawnSync(process.execPath, [program, 'check'], { stdio: 'inherit' })
}

async function measureDownload(what: string, version: string, served: Served, folder: string): Promise<void> {
  const url = `${served.cdnUrl}/release/${version}/${TARGET}`
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await rm(join(folder, 'curl'), { force: true })
    const curl = spawnSync('curl', ['-sS', '-o', join(folder, 'curl'), '-w', '%{time_total}', url], {
      encoding: 'utf8',
    })
    ratios.push((await proveInChild({ version }, served, folder)).milliseconds / (Number(curl.stdout) * 1000))
  }
  report(
    `fetch and verify, ${what}`,
    `${median(ratios).toFixed(2)} × curl -o (of ${ratios.map((r) => r.toFixed(2)).join(', ')})`,
  )
}

async function measureMemory(served: Served, folder: string): Promise<void> {
  const peaks: number[][] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, version] of [VERSIONS.medium, VERSIONS.large].entries()) {
      peaks[index]?.push((await proveInChild({ version }, served, folder)).maxRssBytes / MB)
    }
  }
  const [medium = 0, large = 0] = peaks.map(median)
  report(
    'peak memory, 1 GB against 100 MB',
    `${large.toFixed(0)} MB against ${medium.toFixed(0)} MB: ${(large - medium).toFixed(0)} MB apart`,
  )
}

/** The built action over a cached 100 MB, in seconds of CPU, against sha256sum of the file and the action's own start. */
async function measureCacheHit(served: Served, requestTimes: number[], folder: string): Promise<void> {
  const tools = await mkdtemp(join(folder, 'tools-'))
  const env = {
    PATH: process.env['PATH'] ?? '',
    RUNNER_TEMP: folder,
    RUNNER_TOOL_CACHE: tools,
    INPUT_VERSION: VERSIONS.medium,
    INPUT_OS: 'linux',
    INPUT_ARCH: 'amd64',
    'INPUT_RELEASE-URL': served.releaseUrl,
    'INPUT_REKOR-URL': served.rekorUrl,
    'INPUT_TRUSTED-ROOT': served.trustedRoot,
  }
  const cpuOf = (command: string, extra: Record<string, string> = {}): number => {
    const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time ${command} >/dev/null`], {
      env: { ...env, ...extra },
      encoding: 'utf8',
    })
    const [user = NaN, system = NaN] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
    return user + system
  }
  const action = `'${process.execPath}' dist/action.js`
  cpuOf(action)
  requestTimes.length = 0
  const file = join(tools, 'kubectl', VERSIONS.medium.slice(1), 'linux-amd64', 'kubectl')
  const rounds = Array.from({ length: ROUNDS }, () => ({
    hit: cpuOf(action),
    sum: cpuOf(`sha256sum '${file}'`),
    // A bad request ends it as soon as it has started.
    start: cpuOf(`${action} || true`, { INPUT_OS: 'none' }),
  }))
  const [hit, sum, start] = (['hit', 'sum', 'start'] as const).map((key) =>
    median(rounds.map((each) => each[key])),
  )
  const ratio = ((hit ?? NaN) - (start ?? NaN)) / (sum ?? NaN)
  report(
    'cache hit of 100 MB, CPU',
    `${ratio.toFixed(2)} × sha256sum and the action's start (${hit?.toFixed(2) ?? ''} s against ${sum?.toFixed(2) ?? ''} s and ${start?.toFixed(2) ?? ''} s), ${requestTimes.length} requests`,
  )
}

/** All artifacts of two releases in one run, against a run for each, one after the other in one process. */
async function measureRelease(served: Served, folder: string): Promise<void> {
  const everything = { artifacts: 'all', os: 'all', arch: 'all' }
  const together: Proven[] = []
  const alone: number[] = []
  for (let round = 0; round < 3; round++) {
    together.push(await proveInChild({ version: FAR_RELEASES.join(','), ...everything }, served, folder))
    alone.push((await proveInChild('one by one', served, folder)).milliseconds)
  }
  const [first] = together
  const milliseconds = median(together.map((each) => each.milliseconds))
  const count = first?.artifacts ?? 0
  report(
    `${count} small artifacts, ${FAR_MS} ms per answer`,
    `1/${(median(alone) / milliseconds).toFixed(1)} of one after the other (${milliseconds.toFixed(0)} ms against ${median(alone).toFixed(0)} ms)`,
  )
  const few = await proveInChild(
    { version: FAR_RELEASES[0], ...everything, arch: 'amd64', artifacts: 'client' },
    served,
    folder,
  )
  report(
    `peak memory, ${count} artifacts against ${few.artifacts}`,
    `${((first?.maxRssBytes ?? 0) / MB).toFixed(0)} MB against ${(few.maxRssBytes / MB).toFixed(0)} MB`,
  )
}

/** A run for every artifact that a run for all of them has. */
async function proveOneByOne(served: Served, folder: string): Promise<void> {
  const start = performance.now()
  let artifacts = 0
  for (const version of FAR_RELEASES) {
    for (const entry of membersOf('all')) {
      const platforms =
        entry.platforms === undefined
          ? [undefined]
          : PLATFORMS.filter((each) => isBuiltFor(entry, each, version))
      for (const platform of platforms) {
        await prove(
          { version, artifacts: entry.name, os: platform?.os ?? '', arch: platform?.arch ?? '' },
          served,
          folder,
        )
        artifacts++
      }
    }
  }
  const milliseconds = performance.now() - start
  process.stdout.write(
    JSON.stringify({ milliseconds, maxRssBytes: process.resourceUsage().maxRSS * 1024, artifacts }),
  )
}

async function measureStart(served: Served, requestTimes: number[], folder: string): Promise<void> {
  const bare: number[] = []
  const action: number[] = []
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const bareStart = performance.now()
    spawnSync(process.execPath, ['-e', '0'])
    bare.push(performance.now() - bareStart)
    // An empty one: a cache hit asks for nothing.
    const toolCache = await mkdtemp(join(folder, 'tools-'))
    requestTimes.length = 0
    const start = Date.now()
    await finished(
      spawn(process.execPath, ['dist/action.js'], {
        stdio: 'ignore',
        env: {
          RUNNER_TEMP: folder,
          RUNNER_TOOL_CACHE: toolCache,
          INPUT_VERSION: VERSIONS.small,
          INPUT_OS: 'linux',
          INPUT_ARCH: 'amd64',
          'INPUT_RELEASE-URL': served.releaseUrl,
          'INPUT_REKOR-URL': served.rekorUrl,
          'INPUT_TRUSTED-ROOT': served.trustedRoot,
        },
      }),
    )
    const [first] = requestTimes
    if (first === undefined) throw new Error('the action asked for nothing')
    action.push(first - start)
  }
  const ratio = median(action) / median(bare)
  report(
    'built action, start to first request',
    `${ratio.toFixed(2)} × the start of bare Node (${median(action).toFixed(0)} ms against ${median(bare).toFixed(0)} ms)`,
  )
}

async function measureVerification(): Promise<void> {
  const lab = await startLab()
  const release = await lab.publish({ version: 'v1.35.2', paths: [TARGET] })
  const { content, sidecars, entry } = release.artifact(TARGET)
  const answer = lab.answerFor(entry.leafHash, lab.log.answer(entry))
  const sbom = readAll(release.artifact(SBOM_PATH).content).toString()
  const trustedRoot = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  const digest = digestOf(readAll(content))
  const policy = createPolicy({ signer: RELEASE_SIGNER, compareDigest: true, bindRelease: true })
  await lab.close()
  const times: number[] = []
  for (let round = 0; round < 200; round++) {
    const start = performance.now()
    const result = verifyArtifact({
      artifact: { name: 'kubectl' },
      measured: { value: digest },
      claims: [{ source: 'the .sha256 file', digest: { value: digest } }],
      evidence: {
        signature: toResult(() => parseSignature(sidecars['.sig'] as Buffer)),
        certificate: toResult(() => parseCertificate(sidecars['.cert'] as Buffer)),
        logEntry: toResult(() => parseLogEntry(answer)),
      },
      releaseBinding: {
        kind: 'sbom',
        sbom: toResult(() => parseReleaseSbom(sbom)),
        namespace: 'https://sbom.k8s.io/v1.35.2/release',
        path: TARGET,
      },
      trustedRoot,
      policy,
    })
    times.push(performance.now() - start)
    if (result.outcome !== 'verified') throw new Error('the lab artifact was not verified')
  }
  report(
    'all checks over a hashed artifact',
    `${median(times).toFixed(1)} ms (the first, cold: ${(times[0] ?? 0).toFixed(1)} ms)`,
  )
}

interface Proven {
  readonly milliseconds: number
  readonly maxRssBytes: number
  readonly artifacts: number
}

async function proveInChild(what: RawInputs | 'one by one', served: Served, folder: string): Promise<Proven> {
  const child = spawn(
    process.execPath,
    [program, 'prove', JSON.stringify(what), JSON.stringify(served), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  await finished(child)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Proven
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      resolve()
    })
  })
}

function stop(child: ChildProcess): void {
  child.kill()
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

function report(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`)
}

const [program = '', mode = 'main', ...rest] = process.argv.slice(1)
if (mode === 'serve') await serve(rest[0] ?? '')
else if (mode === 'audit-serve') await serveAudit(rest[0] ?? '', Number(rest[1]), rest[2] === 'true')
else if (mode === 'audit-run')
  await runAuditChild(JSON.parse(rest[0] ?? '') as ServedAudit, rest[1] ?? '', Number(rest[2]))
else if (mode === 'check') await measureVerification()
else if (mode === 'prove') {
  const what = JSON.parse(rest[0] ?? '') as RawInputs | 'one by one'
  const served = JSON.parse(rest[1] ?? '') as Served
  await (what === 'one by one' ? proveOneByOne(served, rest[2] ?? '') : prove(what, served, rest[2] ?? ''))
} else {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    if (mode === 'audit') await measureAudits(program, folder)
    else await main(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
