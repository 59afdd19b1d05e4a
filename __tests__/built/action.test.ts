// The built action in the lab, as a runner runs it.
import { execFile } from 'node:child_process'
import { cp, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { HOSTILE_WORLDS, TARGET } from '../../src/lab/hostile.js'
import { FURTHER_HOSTILE_WORLDS } from '../../src/lab/hostile-further.js'
import { behaviours } from '../../src/lab/web-server.js'
import { Runner, type StepResult } from '../../src/lab/runner.js'
import { CHECK_IDS } from '../../src/verify/check.js'
import { DIST } from '../support/folders.js'
import { type Inputs, withJob } from '../support/job.js'

const { lab, release, job } = await withJob(async (started) => {
  const first = await started.publish({ version: 'v1.35.2' })
  await started.publish({ version: 'v1.31.0' })
  return first
})

/** By its default the newest stable release. */
const step = (inputs: Inputs = {}): Promise<StepResult> => job.step({ version: '', ...inputs })

/** No line that a runner obeys, but for those that we mean. */
function commands(stdout: string): string[] {
  return stdout
    .split('\n')
    .filter((line) => /^\s*::|##\[/.test(line) && !/^::(?:group|endgroup|error|warning|debug)\b/.test(line))
}

test('a proven kubectl: placed, on the PATH, with outputs, summary and report', async () => {
  const result = await step({ report: join(job.runner.folder, 'report') })
  expect(result.stderr).toBe('')
  expect(result.code).toBe(0)
  const folder = join(job.runner.toolCache, 'kubectl', '1.35.2', 'linux-amd64')
  const { sha256, entry } = release.artifact(TARGET)
  expect(result.outputs).toEqual({
    outcome: 'verified',
    code: '',
    reason: '',
    version: 'v1.35.2',
    path: join(folder, 'kubectl'),
    paths: JSON.stringify({ kubectl: join(folder, 'kubectl') }),
    'bin-dir': folder,
    'kubectl-path': join(folder, 'kubectl'),
    bundle: join(folder, 'kubectl.sigstore.json'),
    digests: JSON.stringify({ kubectl: `sha256:${sha256}` }),
    'log-index': String(lab.log.answer(entry).logIndex),
    'log-entry-uuid': lab.log.uuid(entry.leafHash),
    'cache-hit': 'false',
    report: join(job.runner.folder, 'report', 'report.json'),
  })
  expect(result.path).toEqual([folder])
  expect((await promisify(execFile)(join(folder, 'kubectl'))).stdout).toBe('kubectl v1.35.2 (lab)\n')
  expect((await stat(join(folder, 'kubectl'))).mode & 0o777).toBe(0o555)
  const report = JSON.parse(await readFile(join(job.runner.folder, 'report', 'report.json'), 'utf8')) as {
    artifacts: { verification: { checks: { id: string; status: string }[] } }[]
  }
  const checks = report.artifacts[0]?.verification.checks ?? []
  expect(checks).toHaveLength(CHECK_IDS.length)
  expect(checks.filter(({ status }) => status !== 'passed').map(({ id }) => id)).toEqual(['signed-timestamp'])
  expect(result.summary).toMatch(/^## ✅ Kubernetes artifacts: verified\n/)
  expect(result.summary).toContain(
    `| ✅ | \`kubectl v1.35.2\` | \`linux/amd64\` | \`${sha256.slice(0, 12)}\` |`,
  )
  expect((await job.runner.leftovers()).sort()).toEqual([
    'tools/kubectl/1.35.2/linux-amd64.complete',
    'tools/kubectl/1.35.2/linux-amd64/kubectl',
    'tools/kubectl/1.35.2/linux-amd64/kubectl.sigstore.json',
    'tools/release-sbom/1.35.2/any.complete',
    'tools/release-sbom/1.35.2/any/kubernetes-release.spdx',
    'tools/release-sbom/1.35.2/any/kubernetes-release.spdx.sigstore.json',
  ])
})

test('stable is resolved, and several artifacts are placed', async () => {
  const result = await step({ version: 'stable', artifacts: 'kubectl, kubeadm\nkubelet' })
  expect(result.code).toBe(0)
  expect(result.outputs['version']).toBe('v1.35.2')
  expect(Object.keys(JSON.parse(result.outputs['paths'] ?? '{}') as object)).toEqual([
    'kubectl',
    'kubeadm',
    'kubelet',
  ])
  expect(result.path).toHaveLength(3)
})

test('nothing is placed unless everything is verified', async () => {
  lab.cdn.override('bin/linux/amd64/kubeadm.sig', behaviours.body('?'))
  const result = await step({ artifacts: 'kubectl,kubeadm' })
  expect(result.code).toBe(3)
  expect(result.outputs['outcome']).toBe('unverifiable')
  expect(result.outputs['path']).toBeUndefined()
  expect(result.path).toEqual([])
  expect(await job.runner.leftovers()).toEqual([])
})

test('foreign platforms are placed but never on the PATH', async () => {
  const result = await step({ os: 'windows' })
  expect(result.code).toBe(0)
  expect(result.outputs['path']).toMatch(/windows-amd64.kubectl\.exe$/)
  expect(result.path).toEqual([])
})

test('release-binding off needs no SBOM, and says so', async () => {
  lab.cdn.override('kubernetes-release.spdx', behaviours.status(404))
  const result = await step({ 'release-binding': 'off' })
  expect(result.code).toBe(0)
  expect(result.stdout).toContain('::warning::release-binding is off')
  expect(lab.cdn.requests.filter(({ url }) => url.includes('.spdx'))).toEqual([])
})

test('a pin is one more thing that must agree', async () => {
  const { sha256 } = release.artifact(TARGET)
  expect((await step({ 'expected-sha256': sha256 })).code).toBe(0)
  const result = await step({ 'expected-sha256': '0'.repeat(64) })
  expect(result.code).toBe(1)
  expect(result.stdout).toContain('::error title=DIGEST_MISMATCH::')
})

test('the log is asked by leaf hash, and never searched', async () => {
  await step()
  const leafHashes = [TARGET, 'kubernetes-release.spdx'].map((path) => release.artifact(path).entry.leafHash)
  expect(lab.rekor.requests.map(({ method, url }) => `${method} ${url}`).sort()).toEqual(
    leafHashes.map((hash) => `GET /api/v1/log/entries/${hash}`).sort(),
  )
})

test('a dry run tells what would be fetched, and fetches and installs nothing', async () => {
  const { code, stdout, outputs } = await step({ version: 'v1.35.2', 'dry-run': 'true' })
  expect([code, outputs]).toEqual([0, { code: '', reason: '', version: 'v1.35.2' }])
  expect(stdout).toContain(`/release/v1.35.2/${TARGET}`)
  expect([lab.cdn.requests, lab.rekor.requests]).toEqual([[], []])
  expect(await job.runner.leftovers()).toEqual([])
})

describe('bad input: one error, every fault, nothing asked', () => {
  test.each([
    [{ artifacts: 'kubctl' }, ['artifacts: "kubctl" is not allowed', 'did you mean "kubectl"?']],
    [
      { version: '1.35.2.3', arch: 'amd46' },
      ['version: "1.35.2.3"', 'arch: "amd46" is not allowed; allowed: amd64'],
    ],
    [{ artifacts: 'kubelet', os: 'darwin' }, ['kubelet is not built for darwin/amd64']],
    [
      { 'expected-sha256': '0'.repeat(64), artifacts: 'kubectl,kubeadm' },
      ['expected-sha256: pins one artifact'],
    ],
    [{ 'add-to-path': 'yes' }, ['add-to-path: "yes" is not a boolean']],
    [
      { 'release-url': 'http://mirror.example' },
      ['release-url: the URL for host "mirror.example" is not allowed'],
    ],
    [{ 'release-binding': 'of' }, ['release-binding: "of" is not allowed', 'did you mean "off"?']],
  ])('%j', async (inputs, messages) => {
    const result = await step(inputs)
    expect(result.code).toBe(2)
    const code = expect.stringMatching(/^(?:INPUT|RELEASE_VERSION)_/) as string
    expect(result.outputs).toEqual({ outcome: 'unverifiable', code, reason: 'request' })
    for (const message of messages) expect(result.stdout).toContain(message)
    expect([...lab.site.requests, ...lab.rekor.requests]).toEqual([])
  })

  test('a release older than signing is never passed by its checksum', async () => {
    const result = await step({ version: 'v1.25.4' })
    expect(result.code).toBe(3)
    expect(result.stdout).toContain('::error title=RELEASE_PREDATES_SIGNING::')
    expect(result.outputs).toEqual({
      outcome: 'unverifiable',
      code: 'RELEASE_PREDATES_SIGNING',
      reason: 'predates-signing',
      version: 'v1.25.4',
    })
  })

  test.each(['v1.35', 'latest', '<html>', 'v1.36.0-rc.0', ''])('stable.txt says %j', async (body) => {
    lab.cdn.override('stable.txt', behaviours.body(body))
    const result = await step({ version: 'stable' })
    expect(result.code).toBe(3)
    expect(result.stdout).toContain('::error title=RELEASE_CHANNEL_UNRESOLVED::')
  })
})

const worlds = [...HOSTILE_WORLDS, ...FURTHER_HOSTILE_WORLDS].filter(({ isSlow }) => isSlow !== true)

describe('bad worlds: refused with the code of the check, nothing placed, nothing obeyed', () => {
  test.each(worlds)('$name', async ({ apply, expected }) => {
    await apply(lab, release)
    const result = await step({ report: join(job.runner.folder, 'report') })
    const problem = /^::error title=([A-Z_]+)::/m.exec(result.stdout)?.[1]
    expect({ code: result.code, problem }).toEqual({
      code: expected.outcome === 'rejected' ? 1 : 3,
      problem: expected.codes.includes(problem ?? '') ? problem : expected.codes.join(' or '),
    })
    expect(result.outputs['outcome']).toBe(expected.outcome)
    expect(Object.keys(result.outputs).filter((name) => /path|bin-dir/.test(name))).toEqual([])
    expect(result.path).toEqual([])
    expect(await job.runner.leftovers()).toEqual([])
    expect(commands(result.stdout)).toEqual([])
    // eslint-disable-next-line no-control-regex -- the terminal's own escape is what must not come through
    expect(result.stdout + result.summary).not.toMatch(/\u001b/)
    const report = JSON.parse(await readFile(join(job.runner.folder, 'report', 'report.json'), 'utf8')) as {
      releases: { sbom?: { checks: { status: string; code?: string }[] } }[]
      artifacts: { verification: { checks: { id: string; status: string }[] } }[]
    }
    if (expected.sbomCodes !== undefined) {
      const codes = report.releases[0]?.sbom?.checks.map(({ code }) => code)
      expect(codes?.filter((code) => expected.sbomCodes?.includes(code ?? ''))).not.toEqual([])
    }
    const check = report.artifacts[0]?.verification.checks.find(({ id }) => id === expected.check)
    expect(check?.status).not.toBe('passed')
  })
})

describe('a program that was tampered with does not trust itself', () => {
  /** What somebody could make of one function of the built action, so that it lets everything pass. */
  test.each([
    ['verifyEcdsa', 'return true'],
    ['isMadeBy', 'return true'],
    ['checkIdentity', "return { id: 'certificate-identity', status: 'passed', detail: '' }"],
    ['checkReleaseBinding', "return { id: 'release-binding', status: 'passed', detail: '' }"],
    ['checkDigest', "return { id: 'digest', status: 'passed', detail: '' }"],
  ])('%s', async (name, body) => {
    const dist = join(job.runner.folder, 'dist')
    await cp(DIST, dist, { recursive: true })
    const head = new RegExp(`^function ${name}\\(.*\\) \\{$`, 'm')
    const files = (await readdir(dist)).filter((file) => file.endsWith('.js'))
    let changed = 0
    for (const file of files) {
      const built = await readFile(join(dist, file), 'utf8')
      if (!head.test(built)) continue
      changed++
      await writeFile(
        join(dist, file),
        built.replace(head, (line) => `${line} ${body};`),
      )
    }
    expect(changed).toBeGreaterThan(0)
    const tampered = await Runner.create(dist)
    try {
      const result = await tampered.step({
        os: 'linux',
        arch: 'amd64',
        'release-url': lab.releaseUrl,
        'rekor-url': lab.rekorUrl,
        'trusted-root': job.trustedRoot,
      })
      expect(result.code).toBe(70)
      expect(result.stdout).toContain('::error title=INTERNAL::the self-test failed')
      expect(result.outputs['path']).toBeUndefined()
      expect(await tampered.leftovers()).toEqual([])
    } finally {
      await tampered.remove()
    }
  })
})
