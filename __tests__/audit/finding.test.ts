// Codes of findings: those of an audit, and those of errors.
import { AUDIT_FINDINGS, FINDING_CODES, meaningOf, severityOf } from '../../src/audit/finding.js'
import { SEVERITIES } from '../../src/audit/finding-codes.js'
import { ERRORS } from '../../src/errors.js'

test('every code has a severity, and says what it means', () => {
  for (const code of FINDING_CODES) {
    expect(SEVERITIES).toContain(severityOf(code))
    expect(meaningOf(code)).toMatch(/^[A-Z].*\.$/s)
  }
})

test('no code of an audit is that of an error, but the one that says the same in both', () => {
  expect(Object.keys(AUDIT_FINDINGS).filter((code) => code in ERRORS)).toEqual(['LOG_INCONSISTENT'])
  expect(severityOf('LOG_INCONSISTENT')).toBe('alarm')
  expect(new Set(FINDING_CODES).size).toBe(FINDING_CODES.length)
})

test.each([
  ['DIGEST_MOVED', 'alarm'],
  ['ARTIFACT_ABSENT', 'error'],
  ['ARTIFACT_UNSIGNED', 'error'],
  // So that what is proven stays so.
  ['EVIDENCE_DISREGARDED', 'warning'],
  ['LOG_SEARCH_UNAVAILABLE', 'warning'],
  ['SIGNED_AGAIN', 'note'],
  ['SIGNATURE_INVALID', 'error'],
  ['FETCH_NETWORK', 'warning'],
] as const)('%s: %s', (code, severity) => {
  expect(severityOf(code)).toBe(severity)
})
