// Which signed statements stand for a signature, by type and verdict.
import type { Statement } from '../../src/evidence/envelope.js'
import { checkStatement } from '../../src/verify/check-statement.js'

const VSA = 'https://slsa.dev/verification_summary/v1'
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'

function check(predicateType: string, verdict?: string, namedType?: string): [string, string | undefined] {
  const statement: Statement = {
    predicateType,
    verdict,
    subjects: [],
    named: [],
    otherAlgorithms: [],
    further: new Set(),
  }
  const { status, code } = checkStatement(statement, { signedBy: 'the key', namedType })
  return [status, code]
}

test.each<[string, string | undefined, string | undefined]>([
  ['https://slsa.dev/provenance/v0.2', undefined, undefined],
  ['https://slsa.dev/provenance/v1', undefined, undefined],
  ['https://sigstore.dev/cosign/sign/v1', undefined, undefined],
  [VSA, 'PASSED', undefined],
  ['https://example.com/vetted', undefined, 'https://example.com/vetted'],
  [TEST_RESULT, 'PASSED', TEST_RESULT],
])('%s with verdict %s, named %s: speaks for the artifact', (type, verdict, named) => {
  expect(check(type, verdict, named)).toEqual(['passed', undefined])
})

test.each<[string, string | undefined, string | undefined]>([
  ['', undefined, undefined],
  ['', undefined, ''],
  ['https://example.com/vetted', undefined, undefined],
  ['https://example.com/vetted', undefined, 'https://example.com/other'],
  [TEST_RESULT, 'PASSED', undefined],
  [TEST_RESULT, 'WARNED', undefined],
  [VSA, undefined, undefined],
  [VSA, 'passed?', undefined],
  [VSA, undefined, VSA],
  ['https://spdx.dev/Document', undefined, undefined],
])('%s with verdict %s, named %s: says nothing by itself', (type, verdict, named) => {
  expect(check(type, verdict, named)).toEqual(['not-run', 'STATEMENT_TYPE_UNEXPECTED'])
})

test.each<[string, string, string | undefined]>([
  [VSA, 'FAILED', undefined],
  [VSA, 'FAILED', VSA],
  [TEST_RESULT, 'FAILED', undefined],
  [TEST_RESULT, 'FAILED', TEST_RESULT],
  ['https://example.com/vetted', 'failed', 'https://example.com/vetted'],
])('%s with verdict %s, named %s: rejected', (type, verdict, named) => {
  expect(check(type, verdict, named)).toEqual(['failed', 'STATEMENT_NEGATIVE'])
})
