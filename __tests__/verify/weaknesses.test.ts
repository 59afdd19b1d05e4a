import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import { CHECK_IDS } from '../../src/verify/check.js'
import { listWeakerRequests, listWeaknesses } from '../../src/verify/weaknesses.js'
import type { VerificationResult } from '../../src/verify/verification-result.js'

const STRONG = { isOfNoRelease: false, signer: RELEASE_SIGNER, trustedRoot: { kind: 'auto' } } as const

test('a request of a release, its signer and the public root gives nothing away', () => {
  expect(listWeakerRequests(STRONG)).toEqual([])
})

test.each([
  [{ isOfNoRelease: true }, 'of no release'],
  [
    { signer: { certificateIdentity: 'a@example.com', oidcIssuer: 'https://example.com' } },
    'signer is your own',
  ],
  [{ trustedRoot: { kind: 'file', path: 'root.json' } }, 'trusted root is your own'],
] as const)('a weaker request is said: %j', (change, said) => {
  expect(listWeakerRequests({ ...STRONG, ...change })).toEqual([expect.stringContaining(said)])
})

const result = (notRun: readonly string[]): VerificationResult => ({
  schemaVersion: 1,
  artifact: { name: 'kubectl', version: 'v1.35.2' },
  depth: 'full',
  signatureSource: 'artifact',
  outcome: 'verified',
  checks: [
    ...CHECK_IDS.map(
      (id) =>
        ({ id, status: notRun.includes(id) ? 'not-run' : 'passed', detail: '', required: false }) as const,
    ),
    {
      id: 'sha256sums',
      status: 'not-run',
      code: 'RELEASE_PAPER_MISSING',
      detail: 'it is gone',
      required: false,
    },
  ],
})

test('a promise without a proof is said, and a paper that is not there', () => {
  expect(listWeaknesses(result([]))).toEqual([expect.stringContaining('sha256sums: it is gone')])
  expect(listWeaknesses(result(['inclusion-proof']))).toEqual([
    expect.stringContaining("the log's promise alone"),
    expect.stringContaining('sha256sums'),
  ])
  expect(listWeaknesses(result(['signed-certificate-timestamp']))).toEqual([
    expect.stringContaining('names no certificate transparency log'),
    expect.stringContaining('sha256sums'),
  ])
  // A managed key has no certificate that could have been made public.
  expect(listWeaknesses(result(['certificate-chain', 'signed-certificate-timestamp']))).toHaveLength(1)
  expect(listWeaknesses({ ...result(['inclusion-proof']), outcome: 'rejected' })).toEqual([])
})
