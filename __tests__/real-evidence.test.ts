// The evidence that Kubernetes published for its first signed kubectl, under
// Sigstore's production root, offline, by the built command line.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDigest } from '../src/digest.js'
import { parseCertificate } from '../src/evidence/certificate.js'
import { toHashedrekordBody, toLeafHash } from '../src/evidence/log-body.js'
import { parseSignature } from '../src/evidence/signature.js'
import { type Finished, runProgram } from '../src/lab/runner.js'
import { DIST, ROOT, sharedFolder } from './support/folders.js'

const FIXTURES = join(ROOT, '__tests__', 'fixtures')
const DIGEST = 'sha256:982dfe7eb5c27120de6262d30fa3e8029bc1da9e632ce70570e9c921d2851fc2'
const SIGNATURE = join(FIXTURES, 'kubectl.sig')
const CERTIFICATE = join(FIXTURES, 'kubectl.cert')
const LEAF_HASH = '5d54b39222e3fa9a21bcb0badd8aac939b4b0d1d9085b37f1f10b18a8cd24657'
const PROVEN_OFFLINE = [
  'signature',
  'certificate-chain',
  'signed-certificate-timestamp',
  'certificate-identity',
  'oidc-issuer',
]

interface Check {
  readonly id: string
  readonly status: string
  readonly code?: string
  readonly detail: string
}

function verify(...flags: string[]): Promise<Finished> {
  return runProgram(join(DIST, 'cli.js'), ['verify', ...flags, '--offline', '--format', 'json'])
}

function checksOf({ stdout }: Finished): Check[] {
  const report = JSON.parse(stdout) as { artifacts: { verification: { checks: Check[] } }[] }
  return report.artifacts[0]?.verification.checks ?? []
}

const passed = (checks: readonly Check[]): string[] =>
  checks.filter(({ status }) => status === 'passed').map(({ id }) => id)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'real-evidence-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the leaf hash is the one in the published UUID', async () => {
  const digest = parseDigest(DIGEST)
  const signature = parseSignature(await readFile(SIGNATURE))
  const { der } = parseCertificate(await readFile(CERTIFICATE))
  expect(
    digest &&
      toLeafHash(toHashedrekordBody({ digest, signature, verifier: { kind: 'certificate', der } })).hex,
  ).toBe(LEAF_HASH)
})

test('without a log entry: five checks pass at the certificate’s own time, exit 3', async () => {
  const result = await verify(DIGEST, '--signature', SIGNATURE, '--certificate', CERTIFICATE)
  expect(result.code).toBe(3)
  const checks = checksOf(result)
  expect(passed(checks)).toEqual(PROVEN_OFFLINE)
  expect(checks[2]?.detail).toMatch(/2022-11-30T18:59:06Z .*unproven/)
  // `id` and `status` stand next to each other, for people who grep.
  expect(result.stdout).toMatch(/"id": "signature",\n\s+"status": "passed"/)
})

test('with the published part of the log entry: bound to it, at its time, exit 3', async () => {
  const body = toHashedrekordBody({
    digest: parseDigest(DIGEST) as NonNullable<ReturnType<typeof parseDigest>>,
    signature: parseSignature(await readFile(SIGNATURE)),
    verifier: { kind: 'certificate', der: parseCertificate(await readFile(CERTIFICATE)).der },
  })
  const entry = join(folder, 'entry.json')
  await writeFile(
    entry,
    JSON.stringify({
      uuid: `24296fb24b8ad77a${LEAF_HASH}`,
      logIndex: 8173886,
      logID: 'c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d',
      integratedTime: 1669834747,
      body: body.toString('base64'),
    }),
  )
  const result = await verify(
    DIGEST,
    '--signature',
    SIGNATURE,
    '--certificate',
    CERTIFICATE,
    '--log-entry',
    entry,
  )
  expect(result.code).toBe(3)
  const checks = checksOf(result)
  expect(passed(checks)).toEqual([...PROVEN_OFFLINE, 'log-entry-binding'])
  expect(checks[2]?.detail).toContain('2022-11-30T18:59:06Z (the certificate’s own time, unproven)')
})

test.each(['digest', 'signature', 'certificate'])(
  'a changed byte of the %s is refused with its code',
  async (piece) => {
    const changedDigest = DIGEST.replace('982d', '982e')
    const signature = join(folder, 'changed.sig')
    const certificate = join(folder, 'changed.cert')
    const flip = async (path: string, at: number): Promise<string> => {
      const bytes = Buffer.from((await readFile(path)).toString(), 'base64')
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes.toString('base64')
    }
    await writeFile(signature, await flip(SIGNATURE, 40))
    await writeFile(certificate, await flip(CERTIFICATE, 600))
    const result = await verify(
      piece === 'digest' ? changedDigest : DIGEST,
      '--signature',
      piece === 'signature' ? signature : SIGNATURE,
      '--certificate',
      piece === 'certificate' ? certificate : CERTIFICATE,
    )
    expect(result.code).toBe(1)
    const codes = checksOf(result).flatMap(({ status, code }) => (status === 'failed' ? [code] : []))
    if (piece === 'certificate')
      expect(codes[0]).toMatch(/^(?:EVIDENCE_UNREADABLE|CERTIFICATE_UNTRUSTED|SIGNATURE_INVALID)$/)
    else expect(codes[0]).toBe('SIGNATURE_INVALID')
  },
)

test.each([
  [['--certificate-identity', 'krel-staging@k8s-releng-prod'], 'IDENTITY_MISMATCH'],
  [['--certificate-identity', 'krel-staging@k8s-releng-prod.iam.gserviceaccount.co.'], 'IDENTITY_MISMATCH'],
  [['--certificate-oidc-issuer', 'https://accounts.google.co'], 'ISSUER_MISMATCH'],
])('another required signer is refused: %j', async (flags, code) => {
  const result = await verify(DIGEST, '--signature', SIGNATURE, '--certificate', CERTIFICATE, ...flags)
  expect(result.code).toBe(1)
  expect(checksOf(result).find(({ status }) => status === 'failed')?.code).toBe(code)
})

const shared = sharedFolder('evidence')
const withShared = shared === undefined ? describe.skip : describe

withShared('the shared copy of the same evidence', () => {
  const at = (name: string): string => join(shared ?? '', 'kubectl-v1.26.0-rc.1-linux-amd64', name)
  test('the canonical body is the one we rebuild, and its parts verify', async () => {
    const body = toHashedrekordBody({
      digest: parseDigest(DIGEST) as NonNullable<ReturnType<typeof parseDigest>>,
      signature: parseSignature(await readFile(at('kubectl.sig'))),
      verifier: { kind: 'certificate', der: parseCertificate(await readFile(at('kubectl.cert'))).der },
    })
    expect(body.equals(await readFile(at('rekor-canonical-body.json')))).toBe(true)
    const flags = ['--signature', at('kubectl.sig'), '--certificate', at('kubectl.cert')]
    const result = await verify(DIGEST, ...flags, '--log-entry', at('rekor-entry-partial.json'))
    expect(result.code).toBe(3)
    expect(passed(checksOf(result))).toEqual([...PROVEN_OFFLINE, 'log-entry-binding'])
  })
})
