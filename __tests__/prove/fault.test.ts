// Whose fault it is that a hit of a cache was not verified.
import type { ErrorCode } from '../../src/errors.js'
import { findFault } from '../../src/prove/fault.js'
import type { CheckId } from '../../src/verify/check.js'
import { openFor, rejectedFor } from '../support/results.js'

test.each<[string, CheckId, ErrorCode]>([
  ['other bytes', 'digest', 'DIGEST_MISMATCH'],
  ['another signature', 'signature', 'SIGNATURE_INVALID'],
  ['another entry', 'log-entry-binding', 'LOG_ENTRY_MISMATCH'],
  ['a proof that leads nowhere', 'inclusion-proof', 'INCLUSION_PROOF_INVALID'],
  ['another file of the release', 'release-binding', 'RELEASE_BINDING_MISMATCH'],
])('%s: its own, whatever root or policy', (_, id, code) => {
  expect(findFault(rejectedFor(id, code))).toBe('its-own')
})

test.each<[string, ReturnType<typeof rejectedFor>]>([
  ['another signer than is wanted', rejectedFor('certificate-identity', 'IDENTITY_MISMATCH')],
  ['another issuer', rejectedFor('oidc-issuer', 'ISSUER_MISMATCH')],
  ['no SBOM at hand', openFor('release-binding', 'RELEASE_BINDING_UNAVAILABLE')],
])('%s: nobody’s', (_, result) => {
  expect(findFault(result)).toBe('nobodys')
})

test.each<[string, ReturnType<typeof rejectedFor>]>([
  ['an authority that this root does not know', rejectedFor('certificate-chain', 'CERTIFICATE_UNTRUSTED')],
  ['the SBOM of this run is rejected', rejectedFor('release-binding', 'RELEASE_SBOM_REJECTED')],
])('%s: elsewhere, it stays until something better takes its place', (_, result) => {
  expect(findFault(result)).toBe('elsewhere')
})

test('what is wrong in itself is its own fault, whatever else is', () => {
  const result = rejectedFor('certificate-identity', 'IDENTITY_MISMATCH')
  const checks = result.checks.map((check) =>
    check.id === 'signature' ? { ...check, status: 'failed' as const } : check,
  )
  expect(findFault({ ...result, checks })).toBe('its-own')
})

test('what cannot be read is its own fault', () => {
  expect(findFault(openFor('signature', 'EVIDENCE_UNREADABLE'))).toBe('its-own')
})
