// Why a proof failed, by the built programs: the same world to `get` and to an audit at full depth, by code and by
// sentence. The code is that of whose fault it is.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AuditReport } from '../../src/audit/audit-report.js'
import { readAll, toContent } from '../../src/lab/content.js'
import { TARGET } from '../../src/lab/hostile.js'
import { type Release, SBOM_PATH, type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { codesOf, withJob } from '../support/job.js'

const ARM64 = 'bin/linux/arm64/kubectl'
let older: Release
const { lab, release, job } = await withJob(async (started) => {
  const first = await started.publish({ version: 'v1.35.2', paths: [TARGET, ARM64] })
  older = await started.publish({ version: 'v1.35.1', paths: [TARGET, ARM64] })
  started.channels.set('stable-1.35.txt', 'v1.35.2')
  return first
})
const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

function put(path: string, artifact: SignedArtifact, endings = ['', '.sig', '.cert', '.sha256']): void {
  for (const ending of endings) {
    const body = ending === '' ? readAll(artifact.content) : (artifact.sidecars[ending] ?? '')
    lab.cdn.override(`v1.35.2/${path}${ending}`, behaviours.body(body))
  }
}

interface Told {
  readonly code: string | undefined
  readonly text: string
}

async function byGet(inputs: Record<string, string> = {}): Promise<Told> {
  const got = await job.step({ artifacts: 'kubectl', 'cross-check': 'false', ...inputs })
  expect(got.outputs['path']).toBeUndefined()
  return { code: codesOf(got)[0], text: decodeURIComponent(got.stdout.replace(/%(?![0-9A-F]{2})/g, '%25')) }
}

async function byAudit(...flags: string[]): Promise<{ path: string; code: string; message: string }[]> {
  const folder = join(job.folder, `audit-${Math.random()}`)
  const servers = Object.entries(job.servers).flatMap(([name, value]) => [`--${name}`, value])
  const scope = [
    ...(flags.includes('--version') ? [] : ['--version', 'v1.35.2']),
    '--artifacts',
    'kubectl,release-sbom',
    '--os',
    'linux',
    '--arch',
    'amd64',
  ]
  await runProgram(join(DIST, 'cli.js'), ['audit', ...scope, ...servers, '--report', folder, ...flags])
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as AuditReport
  const audited = report.releases.find(({ version }) => version === 'v1.35.2')
  return (audited?.artifacts ?? []).flatMap(({ path, findings = [] }) =>
    findings
      .filter(({ code }) => code !== 'SIGNED_AGAIN')
      .map(({ code, message }) => ({ path, code, message })),
  )
}
const ofTarget = <T extends { path: string }>(findings: readonly T[]): T[] =>
  findings.filter(({ path }) => path === TARGET)

test('the artifact changed; pair and .sha256 are of the original: one finding, which says so', async () => {
  lab.cdn.override(`v1.35.2/${TARGET}`, behaviours.body('changed'))
  const original = release.artifact(TARGET).sha256
  const sentence = `the signature and the certificate are of sha256:${original}, which the .sha256 file and the SBOM name; the file served is another, sha256:${hash('changed')}`
  const got = await byGet()
  expect(got.code).toBe('DIGEST_MISMATCH')
  expect(got.text).toContain(sentence)
  expect(ofTarget(await byAudit('--depth', 'full'))).toEqual([
    { path: TARGET, code: 'DIGEST_MISMATCH', message: expect.stringContaining(sentence) as string },
  ])
})

test('the certificate of another run with the same key: the log has the entry of another certificate', async () => {
  const { content, key } = release.artifact(TARGET)
  const { signedAt } = lab.signing
  const again = await lab.authority.issue({
    identity: 'krel-staging@k8s-releng-prod.iam.gserviceaccount.com',
    issuer: 'https://accounts.google.com',
    key,
    notBefore: new Date(signedAt.getTime() + 60_000),
  })
  expect(content.size).toBeGreaterThan(0)
  const pem = `-----BEGIN CERTIFICATE-----\n${(again.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
  lab.cdn.override(`v1.35.2/${TARGET}.cert`, behaviours.body(Buffer.from(pem).toString('base64')))
  const index = lab.log.answer(release.artifact(TARGET).entry).logIndex
  const got = await byGet()
  expect(got.code).toBe('EVIDENCE_LOG_ENTRY_MISSING')
  for (const text of [got.text, ofTarget(await byAudit())[0]?.message ?? '']) {
    expect(text).toContain(`The log has a valid entry of the expected signer for this digest: ${index}`)
    expect(text).toContain('whose certificate is not the published one')
    expect(text).not.toContain('Check the rekor-url')
  }
})

test("only the SBOM's signature is of another run: it is the SBOM's fault, and the artifact's own signature holds", async () => {
  const again = await signArtifact(release.artifact(SBOM_PATH).content, lab.signing)
  lab.cdn.override(`v1.35.2/${SBOM_PATH}.sig`, behaviours.body(again.sidecars['.sig'] ?? ''))
  const got = await byGet()
  expect(got.code).toBe('RELEASE_SBOM_REJECTED')
  expect(got.text).toContain("the release's SBOM is itself rejected: signature: ")
  expect(got.text).toContain('Its own signature holds')
  const [finding] = ofTarget(await byAudit())
  expect([finding?.code, finding?.message]).toEqual([
    'RELEASE_SBOM_REJECTED',
    expect.stringContaining('Its own signature holds'),
  ])
  expect(finding?.message).not.toContain('both of which are published')
})

test.each([SBOM_PATH, TARGET])('unsigned in an audit: %s', async (path) => {
  for (const ending of ['.sig', '.cert']) lab.cdn.override(`v1.35.2/${path}${ending}`, behaviours.status(404))
  const findings = (await byAudit()).filter((each) => each.path === path)
  expect(findings.map(({ code }) => code)).toEqual(['ARTIFACT_UNSIGNED'])
})

test("another platform's file: the release's signed SBOM tells which", async () => {
  put(TARGET, release.artifact(ARM64))
  const got = await byGet()
  expect(got.code).toBe('RELEASE_BINDING_MISMATCH')
  expect(got.text).toContain(`y the release's signed SBOM it is v1.35.2/${ARM64}, and not v1.35.2/${TARGET}`)
  expect(ofTarget(await byAudit()).find(({ code }) => code === got.code)?.message).toContain(
    `it is v1.35.2/${ARM64}`,
  )
})

test("another release's file: the release site's unsigned files tell, and it is said that they are", async () => {
  put(TARGET, older.artifact(TARGET))
  const got = await byGet()
  expect(got.code).toBe('RELEASE_BINDING_MISMATCH')
  expect(got.text).toContain(
    `y the release site's .sha256 files, which are unsigned, it is v1.35.1/${TARGET}, and not v1.35.2/${TARGET}`,
  )
})

test("another release's file, whose signed SBOM is at hand: that one tells, and no search", async () => {
  put(TARGET, older.artifact(TARGET))
  const sentence = `y the signed SBOM of v1.35.1 it is v1.35.1/${TARGET}, and not v1.35.2/${TARGET}`
  const got = await byGet({ version: 'v1.35.2, v1.35.1' })
  expect(got.code).toBe('RELEASE_BINDING_MISMATCH')
  expect(got.text).toContain(sentence)
  expect(got.text).not.toContain('unsigned')
  const found = ofTarget(await byAudit('--version', 'v1.35.2, v1.35.1', '--depth', 'full'))
  expect(found.find(({ code }) => code === 'RELEASE_BINDING_MISMATCH')?.message).toContain(sentence)
})

test('a proven kubectl under a wrong version: what it is, and no other mirror is asked for', async () => {
  const folder = join(job.folder, 'files')
  await mkdir(folder)
  await writeFile(join(folder, 'kubectl'), readAll(older.artifact(TARGET).content))
  const got = await job.verify({
    files: join(folder, 'kubectl'),
    version: 'v1.35.2',
    os: 'linux',
    arch: 'amd64',
  })
  expect(codesOf(got)).toEqual(['DIGEST_MISMATCH'])
  expect(got.stdout).toContain(`it is v1.35.1/${TARGET}, and not v1.35.2/${TARGET}`)
  expect(got.stdout).not.toContain('another mirror')
})

test('the .sha256 file is wrong, and signature and SBOM are of these bytes: said, and still not verified', async () => {
  lab.cdn.override(`v1.35.2/${TARGET}.sha256`, behaviours.body('0'.repeat(64)))
  const { sha256 } = release.artifact(TARGET)
  const got = await byGet()
  expect(got.code).toBe('DIGEST_MISMATCH')
  const sentence = `the .sha256 file is wrong: it names sha256:${'0'.repeat(64)}, and signature and SBOM are of sha256:${sha256}`
  expect(got.text).toContain(sentence)
  for (const depth of ['full', 'digest']) {
    const found = ofTarget(await byAudit('--depth', depth))
    expect(found.map(({ message }) => message).join('\n')).toContain(sentence)
  }
})

test('the pin is wrong: it is of other bytes than the signed ones', async () => {
  const pin = 'a'.repeat(64)
  const got = await byGet({ 'expected-sha256': pin })
  expect(got.code).toBe('DIGEST_MISMATCH')
  expect(got.text).toContain('the pin is of other bytes than the signed ones')
  expect(got.text).toContain(`the pin is sha256:${pin}`)
  expect(got.text).not.toContain('another mirror')
})

describe('a lone file', () => {
  const verify = (file: string) => {
    const servers = Object.entries(job.servers).flatMap(([name, value]) => [`--${name}`, value])
    return runProgram(join(DIST, 'cli.js'), ['verify', file, ...servers])
  }

  test('25 entries of strangers for its digest, then the genuine one: verified', async () => {
    const content = toContent(Buffer.from('signed by a crowd'))
    for (let index = 0; index < 25; index++)
      await signArtifact(content, { ...lab.signing, identity: `stranger-${index}@example.com` })
    await signArtifact(content, lab.signing)
    const file = join(job.folder, 'crowded')
    await writeFile(file, 'signed by a crowd')
    lab.rekor.requests.length = 0
    expect((await verify(file)).code).toBe(0)
    // 26 entries, ten a request, and the search.
    expect(lab.rekor.requests).toHaveLength(4)
  })

  test('more entries of the expected signer than are looked at: unverifiable, not rejected', async () => {
    const content = toContent(Buffer.from('signed too often'))
    for (let index = 0; index < 21; index++)
      await signArtifact(content, { ...lab.signing, loggedAt: new Date(lab.now.getTime()) })
    const file = join(job.folder, 'often')
    await writeFile(file, 'signed too often')
    expect((await verify(file)).code).toBe(3)
  })
})

test('nothing was fetched: no digest of nothing is told', async () => {
  const registry = new URL(lab.releaseUrl).host
  const argv = [
    'image',
    `${registry}/nothing:v1`,
    '--rekor-url',
    lab.rekorUrl,
    '--trusted-root',
    job.trustedRoot,
  ]
  const { stdout, stderr } = await runProgram(join(DIST, 'cli.js'), argv)
  expect(stdout + stderr).not.toContain(hash('').slice(0, 8))
})
