// The release audit, by the built programs: every finding, each found and named.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as nextTick } from 'node:timers/promises'
import { type AuditReport, formatAuditReport, parseAuditReport } from '../../src/audit/audit-report.js'
import { FAULTS, UNEXPECTED, everyPath, publishBroken } from '../support/broken-release.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { type Behaviour, behaviours, send } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { withJob } from '../support/job.js'

const GOOD = 'v1.35.2'
const BROKEN = 'v1.35.0'
const KUBECTL = 'bin/linux/amd64/kubectl'

const { lab, job } = await withJob(async (started) => {
  const good = await started.publish({ version: GOOD, paths: everyPath(GOOD) })
  await publishBroken(started, BROKEN)
  return good
})
/** Of the whole suite: one test reads what another wrote. */
let folder: string
let root: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'))
  root = await lab.writeTrustedRoot(folder)
})
afterAll(() => rm(folder, { recursive: true }))

interface Audited extends Finished {
  readonly folder: string
  readonly report: AuditReport
}

function command(...argv: string[]): Promise<Finished> {
  return runProgram(join(DIST, 'cli.js'), argv, { XDG_CACHE_HOME: join(folder, 'cache') })
}

const sources = (requestsPerSecond = 1000): string[] => [
  ...['--release-url', lab.releaseUrl, '--rekor-url', lab.rekorUrl, '--trusted-root', root],
  ...['--log-requests-per-second', String(requestsPerSecond)],
]

async function audit(version: string, ...flags: string[]): Promise<Audited> {
  const runFolder = await mkdtemp(join(folder, 'run-'))
  const all = flags.includes('--artifacts') ? [] : ['--artifacts', 'all']
  const finished = await command(
    'audit',
    '--version',
    version,
    ...all,
    ...sources(),
    '--report',
    runFolder,
    ...flags,
  )
  return { ...finished, folder: runFolder, report: await readReport(runFolder) }
}

async function readReport(from: string): Promise<AuditReport> {
  return parseAuditReport(await readFile(join(from, 'report.json'), 'utf8'), 'report', from)
}

const codesAt = (report: AuditReport, path: string): string[] =>
  (artifactAt(report, path)?.findings ?? []).map(({ code }) => code)

const artifactAt = (report: AuditReport, path: string) =>
  report.releases[0]?.artifacts.find((artifact) => artifact.path === path)

const bytesMoved = (): string[] =>
  lab.cdn.requests
    .filter(
      ({ method, url }) => method === 'GET' && /\/(?:bin\/.*\/[a-z-]+(?:\.exe)?|[^/]*\.tar\.gz)$/.test(url),
    )
    .map(({ url }) => url)

test('a good release is verified at digest depth, and no artifact byte is moved', async () => {
  const { code, report } = await audit(GOOD)
  expect([code, report.outcome, report.depth]).toEqual([0, 'verified', 'digest'])
  expect(report.counts).toEqual({
    artifacts: everyPath(GOOD).length + 1,
    verified: everyPath(GOOD).length + 1,
    rejected: 0,
    unverifiable: 0,
    findings: { alarm: 0, error: 0, warning: 0, note: 0 },
  })
  expect(bytesMoved()).toEqual([])
  expect(artifactAt(report, KUBECTL)).toMatchObject({
    depth: 'digest',
    outcome: 'verified',
    checks: { digest: 'not-run' },
  })
})

test('digest depth asks for three small files, a bundle that may be there, and a tenth of a request for entries, with a search', async () => {
  await audit(GOOD, '--artifacts', 'kubectl', '--log-search', 'failures')
  const ofKubectl = lab.cdn.requests.filter(({ url }) => url.includes('/linux/amd64/kubectl'))
  expect(ofKubectl.map(({ url }) => url.slice(url.lastIndexOf('kubectl'))).sort()).toEqual([
    'kubectl.cert',
    'kubectl.sha256',
    'kubectl.sig',
    'kubectl.sigstore.json',
  ])
  const asked = lab.rekor.requests.map(({ method, url }) => `${method} ${url}`)
  expect(new Set(asked)).toEqual(new Set(['POST /api/v1/log/entries/retrieve']))
  // Eleven platforms and the SBOM, ten entries at most at a time.
  expect(asked.length).toBeLessThan(8)
})

test('full depth moves and hashes every byte, and leaves none behind', async () => {
  const { code, report } = await audit(GOOD, '--depth', 'full', '--artifacts', 'kubectl', '--os', 'linux')
  expect([code, report.outcome]).toEqual([0, 'verified'])
  expect(bytesMoved()).toHaveLength(6)
  const kubectl = artifactAt(report, KUBECTL)
  expect(kubectl).toMatchObject({
    depth: 'full',
    size: 4096,
    checks: { digest: 'passed', 'checksum-sha512': 'passed' },
  })
})

test('full depth finds bytes that are not what was signed, where digest depth cannot', async () => {
  lab.cdn.override(
    `${GOOD}/${KUBECTL}`,
    behaviours.rewrite((bytes) => Buffer.concat([bytes, Buffer.from('!')])),
  )
  const flags = ['--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64']
  expect((await audit(GOOD, ...flags)).report.outcome).toBe('verified')
  const { code, report } = await audit(GOOD, ...flags, '--depth', 'full')
  expect([code, codesAt(report, KUBECTL)]).toEqual([1, expect.arrayContaining(['DIGEST_MISMATCH'])])
})

test('a sample is taken in full, and its seed draws the same again', async () => {
  const first = await audit(GOOD, '--sample', '5')
  const drawn = (report: AuditReport) =>
    report.releases[0]?.artifacts
      .filter(({ depth, kind }) => depth === 'full' && kind !== 'sbom')
      .map(({ path }) => path)
  const seed = first.report.sample?.seed ?? ''
  expect(seed).toMatch(/^[0-9a-f]{16}$/)
  expect(first.stdout).toContain(seed)
  expect(bytesMoved().length).toBeGreaterThanOrEqual(4)
  const second = await audit(GOOD, '--sample', '5', '--seed', seed)
  expect(drawn(second.report)).toEqual(drawn(first.report))
  const other = await audit(GOOD, '--sample', '5', '--seed', 'another')
  expect(drawn(other.report)).not.toEqual(drawn(first.report))
})

describe('a release in which everything is wrong', () => {
  let found: Audited
  beforeAll(async () => {
    found = await audit(BROKEN)
  })

  test.each(FAULTS.map((fault) => [fault.findings.join(', '), fault] as const))(
    '%s',
    (_, { path, findings, outcome }) => {
      expect(codesAt(found.report, path).sort()).toEqual([...findings].sort())
      expect(artifactAt(found.report, path)?.outcome).toBe(outcome)
    },
  )

  test('an artifact that the catalogue does not know is audited, and noted', () => {
    expect(codesAt(found.report, UNEXPECTED)).toEqual(['ARTIFACT_UNEXPECTED'])
    expect(artifactAt(found.report, UNEXPECTED)?.outcome).toBe('verified')
  })

  test('nothing else is found', () => {
    const faulty = [...FAULTS.map(({ path }) => path), UNEXPECTED]
    const others = found.report.releases[0]?.artifacts.filter(
      ({ path, findings }) => findings && !faulty.includes(path),
    )
    expect(others).toEqual([])
    expect(found.report.releases[0]?.findings).toEqual([])
    expect([found.code, found.report.outcome]).toEqual([1, 'rejected'])
  })

  test('the story of v1.35.0 in a sentence: which pieces belong together, and which entries could be published', () => {
    const [finding] = artifactAt(found.report, KUBECTL)?.findings ?? []
    expect(
      finding?.message
        .replace(/\b\d{10}\b/g, 'INDEX')
        .replace(/[0-9a-f]{64}/, 'DIGEST')
        .replace(/\d{4}-\S+?Z/g, 'TIME'),
    ).toMatchInlineSnapshot(
      `"v1.35.0 bin/linux/amd64/kubectl: the .sig and the .cert do not belong together: the key of the certificate, issued to krel-staging@k8s-releng-prod.iam.gserviceaccount.com, did not make this signature over sha256:DIGEST. The SBOM, SHA256SUMS, provenance.json name the same digest, so the bytes are likely the ones that were built. The log has 2 valid entries of the expected signer for this digest: INDEX of TIME, whose signature is the published .sig; INDEX of TIME, whose certificate is the published .cert; publish the signature and the certificate of one entry"`,
    )
  })

  test('the report is read back as it was written', () => {
    const text = formatAuditReport(found.report)
    expect(formatAuditReport(parseAuditReport(text, 'report', 'a'))).toBe(text)
  })
})

test.each([
  ['SHA256SUMS', ''],
  ['SHA512SUMS', 'no sums'],
  ['provenance.json', '{}'],
])(
  'a %s that is missing or malformed is a finding of the release, and not one of each artifact',
  async (paper, body) => {
    lab.cdn.override(`${GOOD}/${paper}`, body === '' ? behaviours.status(404) : behaviours.body(body))
    const { report } = await audit(GOOD, '--artifacts', 'kubectl')
    expect(report.releases[0]?.findings.map(({ code }) => code)).toEqual(['PAPER_MISSING'])
    expect(report.releases[0]?.artifacts.filter(({ findings }) => findings)).toEqual([])
  },
)

test('an image that the registry lacks is absent, and the artifacts are judged all the same', async () => {
  const { code, report } = await audit(
    GOOD,
    '--artifacts',
    'kubectl, image:kube-apiserver',
    '--image-registry',
    new URL(lab.cdn.url).host,
  )
  expect(codesAt(report, 'image:kube-apiserver')).toEqual(['ARTIFACT_ABSENT'])
  expect(artifactAt(report, KUBECTL)?.outcome).toBe('verified')
  expect(code).toBe(3)
})

describe('plan, shards and merge', () => {
  const two = `${GOOD}, ${BROKEN}`
  /** Without what is new each time: times, the log's signature under a checkpoint, and how often a server was asked. */
  const timeless = (text: string): string =>
    text
      .replace(/"startedAt": "[^"]*"/, '"startedAt"')
      .replace(/"durationMs": \d+/, '"durationMs"')
      .replace(/ \(tried \d times\)/g, '')
      .replace(/(— \S+) [A-Za-z0-9+/=]+\\n"/g, '$1"')

  let planned: string
  beforeAll(async () => {
    planned = await mkdtemp(join(folder, 'plan-'))
  })

  async function plan(
    ...flags: string[]
  ): Promise<{ include: { shard: number; artifacts: number; bytes: number }[] }> {
    const { stdout } = await command(
      'plan',
      '--shards',
      '3',
      '--version',
      two,
      '--artifacts',
      'all',
      ...sources(),
      '--report',
      planned,
      ...flags,
    )
    return JSON.parse(stdout) as Awaited<ReturnType<typeof plan>>
  }

  const shard = (number: number, ...flags: string[]): Promise<Finished> =>
    command(
      'audit',
      '--plan',
      join(planned, 'audit-plan.json'),
      '--shard',
      String(number),
      ...sources(),
      '--report',
      join(planned, 'shards', String(number)),
      ...flags,
    )

  const merge = async (...flags: string[]): Promise<Audited> => {
    const merged = await mkdtemp(join(folder, 'merged-'))
    const finished = await command(
      'merge',
      '--plan',
      join(planned, 'audit-plan.json'),
      '--reports',
      join(planned, 'shards'),
      '--report',
      merged,
      ...flags,
    )
    return { ...finished, folder: merged, report: await readReport(merged) }
  }

  test('merged shards are the single run, byte for byte but for times', async () => {
    const { include } = await plan('--sample', '3', '--seed', 'here')
    expect(include.map(({ shard: number }) => number)).toEqual([1, 2, 3])
    const counts = include.map(({ artifacts }) => artifacts)
    expect(counts.reduce((sum, each) => sum + each)).toBe(2 * (everyPath(GOOD).length + 1) + 1)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    for (const { shard: number } of include) await shard(number)
    const single = await audit(two, '--sample', '3', '--seed', 'here')
    const merged = await merge()
    const read = (from: string): Promise<string> => readFile(join(from, 'report.json'), 'utf8')
    expect(timeless(await read(merged.folder))).toBe(timeless(await read(single.folder)))
    expect([merged.code, merged.report.outcome]).toEqual([single.code, 'rejected'])
  })

  test('a shard that is missing leaves the audit incomplete', async () => {
    await rm(join(planned, 'shards', '2'), { recursive: true })
    const { code, report } = await merge('--fail-on', 'unverifiable')
    expect(report.error?.code).toBe('AUDIT_INCOMPLETE')
    expect(code).toBe(1)
    await shard(2)
  })

  test('a report of another plan, one that is there twice, and one that was changed are refused', async () => {
    const file = join(planned, 'shards', '1', 'report.json')
    const report = await readFile(file, 'utf8')
    const refused = async (text: string): Promise<string> => {
      await writeFile(file, text)
      const { code, stdout, stderr } = await command(
        'merge',
        '--plan',
        join(planned, 'audit-plan.json'),
        '--reports',
        join(planned, 'shards'),
        '--report',
        join(folder, 'nowhere'),
      )
      expect([code, stderr]).toEqual([2, expect.stringMatching(/INPUT_INVALID|SHARD_MISMATCH/)])
      return stdout + stderr
    }
    expect(await refused(report.replace(/"plan": "sha256:./, '"plan": "sha256:0'))).toMatch(
      /is not of this plan|plan/,
    )
    expect(await refused(await readFile(join(planned, 'shards', '2', 'report.json'), 'utf8'))).toContain(
      'is there twice',
    )
    expect(await refused(report.replace('"number": 1', '"number": 2'))).toContain('not of its shard')
    expect(await refused(report.replace('"outcome": "verified"', '"outcome": "fine"'))).toContain(
      'is not the report of an audit',
    )
    expect(await refused('{')).toContain('it is not JSON')
    await writeFile(file, report)
  })

  test('sizes balance a plan of full depth', async () => {
    const { include } = await plan('--depth', 'full')
    const bytes = include.map((each) => each.bytes)
    expect(Math.min(...bytes)).toBeGreaterThan(0)
    expect(bytesMoved()).toEqual([])
  })

  test.each([
    [['audit', '--shard', '1'], 'plan'],
    [['merge'], 'plan'],
    [['audit', '--sample', '-1'], 'sample'],
    [['audit', '--depth', 'half'], 'depth'],
    [['audit', '--fail-on', 'sometimes'], 'fail-on'],
    [['audit', '--report-formats', 'pdf'], 'report-formats'],
    [['audit', '--log-requests-per-second', '0'], 'log-requests-per-second'],
    [['audit', '--depth', 'full', '--sample', '3'], 'sample'],
    [['plan', '--shards', '257'], 'shards'],
    [['plan-shards', '--fail-on', 'never'], 'fail-on'],
    [['merge', '--depth', 'full'], 'depth'],
    [['audit', '--seed', 'x'], 'seed'],
    [['audit', '--plan', 'x', '--depth', 'full'], 'depth'],
    [['audit', '--plan', 'x', '--artifacts', 'kubectl'], 'artifacts'],
    [['audit', '--baseline', '/nowhere/report.json'], 'baseline'],
    [['audit', '--plan', '/nowhere/plan.json'], 'plan'],
  ])('%j is a bad request that names its field', async (argv, field) => {
    const { code, stderr } = await command(...argv, '--report', join(folder, 'nowhere'))
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(new RegExp(`error: INPUT_[A-Z]+: (?:.*; )?(?:--)?${field}: `)),
    ])
    expect(lab.cdn.requests).toEqual([])
  })
})

describe('a baseline', () => {
  test('tells new, standing and fixed findings apart', async () => {
    const flags = ['--artifacts', 'kubectl, kubeadm', '--os', 'linux']
    const former = await audit(BROKEN, ...flags)
    const baseline = ['--baseline', join(former.folder, 'report.json')]
    const same = await audit(BROKEN, ...flags, ...baseline)
    expect(same.report.comparison).toMatchObject({ new: 0, fixed: [], moved: [] })
    expect(same.report.comparison?.standing).toBeGreaterThan(5)

    lab.cdn.override(`${BROKEN}/bin/linux/arm/kubectl.sig`, behaviours.status(404))
    const worse = await audit(BROKEN, ...flags, ...baseline)
    const fresh = worse.report.releases.flatMap(({ artifacts }) =>
      artifacts.flatMap(({ path, findings = [] }) =>
        findings.filter(({ since }) => since === 'new').map(({ code }) => `${path} ${code}`),
      ),
    )
    expect(fresh).toEqual(['bin/linux/arm/kubectl SIDECAR_MISSING'])

    lab.reset()
    const better = await audit(BROKEN, ...flags, '--baseline', join(worse.folder, 'report.json'))
    expect(better.report.comparison?.fixed).toMatchObject([
      { path: 'bin/linux/arm/kubectl', code: 'SIDECAR_MISSING' },
    ])
  })

  test('a digest that moved while its version stood still is an alarm that fails the step', async () => {
    const flags = ['--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64']
    const { folder: former } = await audit(GOOD, ...flags)
    const file = join(former, 'report.json')
    const text = await readFile(file, 'utf8')
    const digest = artifactAt(await readReport(former), KUBECTL)?.digest ?? ''
    const moved = digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    await writeFile(file, text.replaceAll(digest, moved))
    const baseline = ['--baseline', file]
    const { code, report, stdout } = await audit(GOOD, ...flags, ...baseline, '--fail-on', 'rejected')
    expect(report.comparison?.moved).toEqual([{ version: GOOD, path: KUBECTL, from: moved, to: digest }])
    expect([code, report.outcome, codesAt(report, KUBECTL)]).toEqual([1, 'verified', ['DIGEST_MOVED']])
    expect(stdout).toContain('DIGEST_MOVED')
    expect((await audit(GOOD, ...flags, '--baseline', file, '--fail-on', 'never')).code).toBe(0)
  })
})

test.each([
  ['rejected', 1],
  ['never', 0],
])('fail-on %s: the exit code is %i, and the outcome is what it is', async (failOn, exit) => {
  const { code, report } = await audit(BROKEN, '--artifacts', 'kubectl', '--os', 'linux', '--fail-on', failOn)
  expect([code, report.exitCode, report.outcome]).toEqual([exit, exit, 'rejected'])
})

test.each([
  ['rejected', 0],
  ['unverifiable', 3],
  ['finding', 3],
])('of what cannot be decided, fail-on %s exits with %i', async (failOn, exit) => {
  const flags = ['--artifacts', 'kubectl', '--os', 'linux', '--arch', 'arm64']
  const { code, report } = await audit(BROKEN, ...flags, '--fail-on', failOn)
  expect([code, report.outcome]).toEqual([exit, 'unverifiable'])
})

test('a finding beside what is verified fails the step only where that is asked for', async () => {
  const flags = ['--artifacts', 'kubelet', '--os', 'linux', '--arch', 'amd64']
  expect((await audit(BROKEN, ...flags)).code).toBe(0)
  expect((await audit(BROKEN, ...flags, '--fail-on', 'finding')).code).toBe(1)
})

test('papers are asked for again by their tags, and come back only when they are others', async () => {
  await audit(GOOD, '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64')
  lab.reset()
  await audit(GOOD, '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64')
  const papers = lab.cdn.requests.filter(({ url }) => /(?:spdx|SUMS|provenance\.json)$/.test(url))
  expect(papers).toHaveLength(4)
  // Only of what is signed is a former copy worth anything: a forged SHA256SUMS would hide what the site has.
  for (const { url, headers } of papers) {
    const isKept = url.endsWith('.spdx')
    expect([url, /^"[0-9a-f]{32}"$/.test(headers['if-none-match'] ?? '')]).toEqual([url, isKept])
  }
  lab.cdn.override(`${GOOD}/SHA256SUMS`, behaviours.body('changed'))
  const { report } = await audit(GOOD, '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64')
  expect(report.releases[0]?.findings.map(({ code }) => code)).toEqual(['PAPER_MISSING'])
})

test('the log is asked no more often than the budget allows', async () => {
  const perSecond = 2
  const times: number[] = []
  const note: Behaviour = ({ response, genuine }) => {
    times.push(performance.now())
    send(response, genuine)
  }
  lab.rekor.override('/log/entries/retrieve', note)
  lab.rekor.override('/index/retrieve', note)
  const flags = [
    '--version',
    GOOD,
    '--artifacts',
    'kubectl',
    '--os',
    'linux',
    '--report',
    join(folder, 'civil'),
  ]
  const { code } = await command('audit', ...flags, ...sources(perSecond))
  expect(code).toBe(0)
  // Six platforms and the SBOM are searched for one by one, beside the batches.
  expect(times.length).toBeGreaterThanOrEqual(7)
  // Two at once, then two a second; a request may be late on its way, and only the first one's lateness counts.
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
  expect(seconds).toBeGreaterThan((times.length - perSecond) / perSecond - 1)
})

test.each([404, 501])('a log that knows no batches is asked for single entries', async (status) => {
  lab.rekor.override('/log/entries/retrieve', behaviours.status(status))
  const { code } = await audit(GOOD, '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64')
  expect(code).toBe(0)
  expect(
    lab.rekor.requests.some(
      ({ method, url }) => method === 'GET' && /\/log\/entries\/[0-9a-f]{64}$/.test(url),
    ),
  ).toBe(true)
})

test('a log that is away in the middle: what it left open is looked at again at the end', async () => {
  lab.rekor.override('/log/entries/retrieve', behaviours.status(502), { times: 2 })
  const { code, report } = await audit(GOOD, '--artifacts', 'all', '--patience', '0')
  expect([code, report.outcome]).toEqual([0, 'verified'])
  expect(report.releases[0]?.artifacts.every(({ outcome }) => outcome === 'verified')).toBe(true)
})

test('a log that stays away leaves it unverifiable, and nothing rejected', async () => {
  lab.rekor.override('/log/entries/retrieve', behaviours.status(502))
  const { code, report } = await audit(GOOD, '--artifacts', 'kubectl', '--patience', '0')
  expect([code, report.outcome]).toEqual([3, 'unverifiable'])
})

test.each([
  ['answers with an error', behaviours.status(404)],
  ['is away', behaviours.status(503)],
  ['hangs', behaviours.stall()],
])('a log whose search %s costs a finding and some seconds, not the verdict', async (_, search) => {
  lab.rekor.override('/index/retrieve', search)
  const startedAt = Date.now()
  const { code, report } = await audit(GOOD, '--artifacts', 'kubectl', '--os', 'linux')
  expect([code, report.outcome]).toEqual([0, 'verified'])
  const said = report.releases.flatMap(({ findings }) => findings).map((finding) => finding.code)
  expect(said).toEqual(['LOG_SEARCH_UNAVAILABLE'])
  // The run's own patience is 150 s.
  expect(Date.now() - startedAt).toBeLessThan(60_000)
})

describe('a run that was cancelled', () => {
  test('is gone on from: what is done is not asked for again, what was undecided is', async () => {
    const runFolder = await mkdtemp(join(folder, 'resumed-'))
    const flags = ['--version', BROKEN, '--artifacts', 'kubectl', '--os', 'linux', '--report', runFolder]
    // Every artifact but one is answered; the one hangs, and the run is killed when all others are done.
    lab.cdn.override(`${BROKEN}/bin/linux/arm/kubectl.sig`, behaviours.stall())
    const partial = join(runFolder, 'audit.partial.jsonl')
    await killWhen(['audit', ...flags, ...sources()], async () => {
      const text = await readFile(partial, 'utf8').catch(() => '')
      return text.split('\n').filter(Boolean).length >= 6
    })
    const before = (await readFile(partial, 'utf8')).split('\n').filter(Boolean)
    expect(before.some((line) => line.includes('linux/amd64/kubectl'))).toBe(true)
    // Killed in the middle of a line.
    await writeFile(partial, `${before.join('\n')}\n{"version":"v1.3`)
    lab.reset()
    const { code } = await command('audit', ...flags, ...sources(), '--resume', 'true')
    expect(code).toBe(1)
    const asked = lab.cdn.requests.map(({ url }) => url)
    expect(asked.filter((url) => url.includes('linux/amd64/kubectl'))).toEqual([])
    expect(asked.filter((url) => url.includes('linux/arm64/kubectl'))).not.toEqual([])
    const whole = await audit(BROKEN, '--artifacts', 'kubectl', '--os', 'linux')
    expect((await readReport(runFolder)).releases).toEqual(whole.report.releases)
    await expect(readFile(partial)).rejects.toThrow('ENOENT')
  })

  test('a service that was away leaves what is open to a run that resumes, and that alone', async () => {
    const runFolder = await mkdtemp(join(folder, 'resumed-'))
    const flags = ['--version', GOOD, '--artifacts', 'kubectl', '--os', 'linux', '--report', runFolder]
    lab.cdn.override(`${GOOD}/bin/linux/arm64/kubectl.sig`, behaviours.status(503))
    const first = await command('audit', ...flags, ...sources(), '--patience', '0')
    expect(first.code).toBe(3)
    lab.reset()
    const second = await command('audit', ...flags, ...sources(), '--resume', 'true')
    expect(second.code).toBe(0)
    const asked = lab.cdn.requests.map(({ url }) => url).filter((url) => url.endsWith('kubectl.sig'))
    expect(asked).toEqual([`/release/${GOOD}/bin/linux/arm64/kubectl.sig`])
    expect((await readReport(runFolder)).outcome).toBe('verified')
    await expect(readFile(join(runFolder, 'audit.partial.jsonl'))).rejects.toThrow('ENOENT')
  })

  test('of other inputs is refused', async () => {
    const runFolder = await mkdtemp(join(folder, 'resumed-'))
    const header = { schemaVersion: 1, kind: 'audit-partial', key: 'another', seed: '' }
    await writeFile(join(runFolder, 'audit.partial.jsonl'), `${JSON.stringify(header)}\n`)
    const { code, stderr } = await command(
      'audit',
      '--version',
      GOOD,
      '--artifacts',
      'kubectl',
      ...sources(),
      '--report',
      runFolder,
      '--resume',
      'true',
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining('resume')])
  })
})

/** Runs the program until something holds, looked at a bounded number of times, then kills it. */
async function killWhen(argv: readonly string[], holds: () => Promise<boolean>): Promise<void> {
  const child = spawn(process.execPath, [join(DIST, 'cli.js'), ...argv], {
    stdio: 'ignore',
    env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') },
  })
  const closed = once(child, 'close')
  for (let look = 0; look < 1000 && !(await holds()); look++) await nextTick(10)
  child.kill('SIGKILL')
  await closed
}

test('the action: outputs, a summary, reports in the formats asked for', async () => {
  const { runner } = job
  const inputs = {
    version: BROKEN,
    artifacts: 'kubectl',
    os: 'linux',
    'release-url': lab.releaseUrl,
    'rekor-url': lab.rekorUrl,
    'trusted-root': root,
    report: join(runner.folder, 'reports'),
  }
  const formats = { 'report-formats': 'json, junit, vsa, markdown, sarif' }
  const step = await runner.step({ ...inputs, ...formats }, {}, 'audit.js')
  expect(step.code).toBe(1)
  expect(step.outputs).toMatchObject({
    outcome: 'rejected',
    version: BROKEN,
    report: join(runner.folder, 'reports', 'report.json'),
  })
  expect(Number(step.outputs['findings'])).toBeGreaterThan(4)
  expect(step.summary).toContain('SIGNATURE_INVALID')
  expect((await readdir(join(runner.folder, 'reports'))).sort()).toEqual([
    'junit.xml',
    'report.json',
    'report.sarif',
    'summary.md',
    'vsa',
  ])
  const foreign = await runner.step({ ...inputs, ...formats }, {}, 'plan-shards.js')
  expect([foreign.code, foreign.stdout]).toEqual([2, expect.stringContaining('report-formats')])
  const planned = await runner.step({ ...inputs, command: 'plan', shards: '2' })
  expect([planned.code, planned.stdout]).toEqual([0, expect.stringContaining('::warning::')])
  const { include } = JSON.parse(planned.outputs['matrix'] ?? '') as { include: { shard: number }[] }
  expect(include.map(({ shard }) => shard)).toEqual([1, 2])
  const get = await runner.step({ version: GOOD, depth: 'full' })
  expect([get.code, get.stdout]).toEqual([2, expect.stringContaining('INPUT_CONFLICT')])
})
