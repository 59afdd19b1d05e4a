// Made-up reports of `get`, for the tests of what renders them.
import { digestOf } from '../../src/digest.js'
import type { ErrorCode } from '../../src/errors.js'
import { type Report, toReport } from '../../src/report/report.js'
import { CHECK_IDS, failed, notRun, passed } from '../../src/verify/check.js'
import type { JudgedCheck, VerificationResult } from '../../src/verify/verification-result.js'

const SIGNER = {
  certificateIdentity: 'krel-staging@k8s-releng-prod.iam.gserviceaccount.com',
  oidcIssuer: 'https://accounts.google.com',
}
const LOG_ENTRY = {
  uuid: '24296fb24b8ad77a'.padEnd(80, '0'),
  logId: 'c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d',
  logIndex: 123456789,
  integratedTime: '2026-01-15T12:34:56Z',
}

const judged = (check: Omit<JudgedCheck, 'required'>): JudgedCheck => ({ ...check, required: true })

/** A kubectl that is verified, but for what is changed. */
export function resultOf(change: Partial<VerificationResult> = {}): VerificationResult {
  return {
    schemaVersion: 1,
    artifact: {
      name: 'kubectl',
      version: 'v1.35.2',
      platform: 'linux/amd64',
      path: 'bin/linux/amd64/kubectl',
    },
    digest: digestOf(Buffer.from('kubectl')),
    depth: 'full',
    signatureSource: 'artifact',
    outcome: 'verified',
    checks: CHECK_IDS.map((id) => judged(passed(id, 'it holds'))),
    signer: SIGNER,
    logEntry: LOG_ENTRY,
    ...change,
  }
}

/** A kubectl whose signature somebody else made. */
export function rejectedResult(detail = 'the key in the certificate did not make it'): VerificationResult {
  const comparison = { expected: 'one key', actual: 'another' }
  return resultOf({
    outcome: 'rejected',
    checks: CHECK_IDS.map((id) =>
      judged(
        id === 'signature'
          ? failed(id, 'SIGNATURE_INVALID', { detail, ...comparison })
          : passed(id, 'it holds'),
      ),
    ),
  })
}

/** An artifact of which nothing could be had, for one and the same reason in every check. */
export function unreachableResult(name: string, code: ErrorCode = 'FETCH_NETWORK'): VerificationResult {
  return {
    schemaVersion: 1,
    depth: 'full',
    signatureSource: 'artifact',
    artifact: { name, version: 'v1.35.2', platform: 'linux/amd64' },
    outcome: 'unverifiable',
    checks: CHECK_IDS.map((id) => judged(notRun(id, 'https://dl.k8s.io did not answer', code))),
  }
}

/** The report over results. */
export function reportOf(results: readonly VerificationResult[], change: Partial<Report> = {}): Report {
  const report = toReport({
    releases: [{ version: 'v1.35.2', source: 'input', notes: [] }],
    trustedRoot: 'the embedded trusted root',
    artifacts: results.map((verification) => ({ kind: 'binary', verification })),
    warnings: [],
    startedAt: Date.parse('2026-11-26T12:00:00Z'),
    endedAt: Date.parse('2026-11-26T12:00:01Z'),
  })
  return { ...report, ...change }
}
