// From a verification result to the compact form of an audit's report.
import {
  SharedValues,
  countAll,
  findingsOf,
  listingFindings,
  toAudited,
  toAuditedRelease,
  toFinding,
} from '../../src/audit/audited.js'
import type { ScopedArtifact } from '../../src/audit/scope.js'
import { digestOf } from '../../src/digest.js'
import type { JudgedCheck, VerificationResult } from '../../src/verify/verification-result.js'
import { auditedArtifact } from '../support/audit-reports.js'

const DIGEST = digestOf(Buffer.from('x'))
const SIGNER = { certificateIdentity: 'krel@example.com', oidcIssuer: 'https://issuer.example' }
const check = (some: Partial<JudgedCheck>): JudgedCheck => ({
  id: 'digest',
  status: 'passed',
  detail: 'as it was',
  required: true,
  ...some,
})
const result = (some: Partial<VerificationResult>): VerificationResult => ({
  schemaVersion: 1,
  artifact: { name: 'kubectl' },
  depth: 'digest',
  signatureSource: 'artifact',
  outcome: 'rejected',
  checks: [],
  ...some,
})
const parts = (values = new SharedValues()) => ({
  path: 'bin/linux/amd64/kubectl',
  name: 'kubectl',
  kind: 'binary' as const,
  platform: 'linux/amd64',
  findings: [],
  values,
})

test('what passed is said by its status alone; what kept it from being verified, in full', () => {
  const audited = toAudited(
    result({
      digest: DIGEST,
      checks: [
        check({}),
        check({ id: 'signature', status: 'failed', code: 'SIGNATURE_INVALID', required: false, actual: 'a' }),
        check({ id: 'checkpoint', status: 'not-run', code: 'LOG_INCLUSION_UNPROVEN' }),
        check({ id: 'signed-timestamp', status: 'not-run', required: false }),
      ],
    }),
    parts(),
  )
  expect(audited.checks).toEqual({
    digest: 'passed',
    signature: 'failed',
    checkpoint: 'not-run',
    'signed-timestamp': 'not-run',
  })
  expect(audited.problems?.map(({ id, code }) => [id, code])).toEqual([
    ['signature', 'SIGNATURE_INVALID'],
    ['checkpoint', 'LOG_INCLUSION_UNPROVEN'],
  ])
  expect([audited.digest, audited.signer, audited.size, audited.findings]).toEqual([
    DIGEST.toString(),
    undefined,
    undefined,
    undefined,
  ])
})

test('what many artifacts have in common is kept once', () => {
  const values = new SharedValues()
  const one = () => toAudited(result({ outcome: 'verified', signer: { ...SIGNER } }), parts(values))
  const [a, b] = [one(), one()]
  expect(a.signer).toBe(b.signer)
  expect(a.checks).toBe(b.checks)
})

test('no text is longer than the report allows', () => {
  const long = 'x'.repeat(5000)
  expect(toFinding('ARTIFACT_ABSENT', long, { expected: long, actual: long })).toEqual({
    code: 'ARTIFACT_ABSENT',
    severity: 'error',
    ...Object.fromEntries(['message', 'expected', 'actual'].map((name) => [name, `${'x'.repeat(2000)}…`])),
  })
})

const scoped = (some: Partial<ScopedArtifact>): ScopedArtifact =>
  ({ isInCatalogue: true, listedBy: [], missingFrom: [], ...some }) as ScopedArtifact

test.each<[string, Partial<ScopedArtifact>, string[]]>([
  ['listed by all', { listedBy: ['SBOM'] }, []],
  ['of a kind that no paper lists', {}, []],
  [
    'listed by some',
    { listedBy: ['SBOM'], missingFrom: ['SHA256SUMS', 'provenance.json'] },
    ['ARTIFACT_UNLISTED a: listed by SBOM, and not by SHA256SUMS, provenance.json'],
  ],
  [
    'listed by none',
    { missingFrom: ['SBOM'] },
    ['ARTIFACT_UNLISTED a: no paper of the release lists it, though the catalogue expects it'],
  ],
  [
    'unknown to the catalogue',
    { isInCatalogue: false, listedBy: ['SBOM'] },
    ['ARTIFACT_UNEXPECTED a: listed by SBOM, and unknown to the catalogue'],
  ],
])('an artifact %s', (_, some, findings) => {
  expect(listingFindings('a', scoped(some)).map(({ code, message }) => `${code} ${message}`)).toEqual(
    findings,
  )
})

test('a release has its artifacts by path, the outcome of the worst, and all their findings', () => {
  const [a, b] = [auditedArtifact(1, 8), auditedArtifact(1, 7, { faultAt: () => 'rejected' })]
  const about = {
    version: 'v1.35.1',
    source: 'input',
    notes: [],
    findings: [toFinding('PAPER_MISSING', 'x')],
  } as const
  const release = toAuditedRelease({ ...about, notes: [], findings: [...about.findings] }, [a, b])
  expect(release.artifacts.map(({ path }) => path)).toEqual([a.path, b.path].sort())
  expect(release.outcome).toBe('rejected')
  expect(findingsOf(release).map(({ code }) => code)).toEqual(['PAPER_MISSING', 'SIGNATURE_INVALID'])
  expect(countAll([release])).toEqual({
    artifacts: 2,
    verified: 1,
    rejected: 1,
    unverifiable: 0,
    findings: { alarm: 0, error: 2, warning: 0, note: 0 },
  })
})

test('a release of nothing is not verified', () => {
  const about = { version: 'v1.35.1', source: 'input', notes: [], findings: [] } as const
  expect(toAuditedRelease({ ...about, notes: [], findings: [] }, []).outcome).toBe('unverifiable')
})
