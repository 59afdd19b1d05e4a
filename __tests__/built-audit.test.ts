// The release audit, by the built programs: every finding, each found and named.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AuditReport, formatAuditReport, parseAuditReport } from '../src/audit/audit-report.js'
import { FAULTS, UNEXPECTED, everyPath, publishBroken } from './lab/broken-release.js'
import { type Lab, startLab } from './lab/lab.js'
import { type Finished, runProgram } from './lab/runner.js'
import { behaviours } from './lab/web-server.js'
import { DIST } from './support/folders.js'

const GOOD = 'v1.35.2'
const BROKEN = 'v1.35.0'
const KUBECTL = 'bin/linux/amd64/kubectl'

let lab: Lab
let folder: string
let root: string

beforeAll(async () => {
  lab = await startLab()
  await lab.publish({ version: GOOD, paths: everyPath(GOOD) })
  await publishBroken(lab, BROKEN)
  folder = await mkdtemp(join(tmpdir(), 'audit-'))
  root = await lab.writeTrustedRoot(folder)
})
afterAll(async () => {
  await lab.close()
  await rm(folder, { recursive: true })
})
afterEach(() => {
  lab.reset()
})

interface Audited extends Finished {
  readonly folder: string
  readonly report: AuditReport
}

function command(...argv: string[]): Promise<Finished> {
  return runProgram(join(DIST, 'cli.js'), argv, { XDG_CACHE_HOME: join(folder, 'cache') })
}

const sources = (): string[] => [
  ...['--release-url', lab.releaseUrl, '--rekor-url', lab.rekorUrl, '--trusted-root', root],
  ...['--log-requests-per-second', '1000'],
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

test('digest depth asks for three small files and a tenth of a request for entries, with a search', async () => {
  await audit(GOOD, '--artifacts', 'kubectl', '--log-search', 'failures')
  const ofKubectl = lab.cdn.requests.filter(({ url }) => url.includes('/linux/amd64/kubectl'))
  expect(ofKubectl.map(({ url }) => url.slice(url.lastIndexOf('kubectl'))).sort()).toEqual([
    'kubectl.cert',
    'kubectl.sha256',
    'kubectl.sig',
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
      `"v1.35.0 bin/linux/amd64/kubectl: the .sig and the .cert do not belong together: the key of the certificate, issued to krel-staging@k8s-releng-prod.iam.gserviceaccount.com, did not make this signature over sha256:DIGEST. the SBOM, SHA256SUMS, provenance.json name the same digest, so the bytes are likely the ones that were built. the log has 2 valid entries of the expected signer for this digest: INDEX of TIME, whose signature is the published .sig; INDEX of TIME, whose certificate is the published .cert; publish the signature and the certificate of one entry"`,
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
