// What has to pass, by the request and the source of the evidence.
import { generateKeyPairSync } from 'node:crypto'
import { EvidenceError } from '../../src/errors.js'
import { toNoEvidence } from '../../src/evidence/candidate.js'
import type { Evidence } from '../../src/evidence/evidence.js'
import { CHECK_IDS, CROSS_CHECK_IDS, type CheckId } from '../../src/verify/check.js'
import { type PolicyOptions, createPolicy, requiredFor } from '../../src/verify/policy.js'

const SIGNER = { certificateIdentity: 'krel@example.com', oidcIssuer: 'https://issuer.example' }
const ROOT = { isWithoutCtLogs: false }
const required = (change: Partial<PolicyOptions> = {}): ReadonlySet<CheckId> =>
  createPolicy({ signer: SIGNER, compareDigest: true, bindRelease: true, ...change }).requiredChecks
const missing = (change: Partial<PolicyOptions>): CheckId[] => {
  const ids = required(change)
  return CHECK_IDS.filter((id) => !ids.has(id))
}

test('every check, unless there is nothing to check', () => {
  expect([...required()]).toEqual([...CHECK_IDS])
  expect(missing({ compareDigest: false })).toEqual(['digest'])
  expect(missing({ bindRelease: false })).toEqual(['release-binding'])
})

test('a managed key has no certificate, and needs no time', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  expect(missing({ signer: { publicKey } })).toEqual([
    'certificate-chain',
    'signed-certificate-timestamp',
    'certificate-identity',
    'oidc-issuer',
    'signed-entry-timestamp',
    'signed-timestamp',
    'log-time-within-certificate',
  ])
})

test('by its SBOM an artifact needs that, and its digest', () => {
  expect([...required({ signatureSource: 'release-sbom' })]).toEqual(['digest', 'release-binding'])
})

test('what is asked for beside', () => {
  expect(required({ bindImage: true }).has('image-payload')).toBe(true)
  expect(required({ bindImageName: true }).has('image-name')).toBe(true)
  expect(CROSS_CHECK_IDS.every((id) => required({ requirePapers: true }).has(id))).toBe(true)
  expect(CROSS_CHECK_IDS.some((id) => required().has(id))).toBe(false)
})

test.each<[string, Partial<PolicyOptions>]>([
  ['without an identity', { signer: { ...SIGNER, certificateIdentity: '' } }],
  ['without an issuer', { signer: { ...SIGNER, oidcIssuer: '' } }],
  ['by an SBOM that binds nothing', { signatureSource: 'release-sbom', bindRelease: false }],
])('an incomplete policy cannot be built: %s', (_, change) => {
  expect(() => required(change)).toThrow(RangeError)
})

const evidence = (entry: object, timestamps: readonly unknown[] = []): Evidence =>
  ({
    ...toNoEvidence(new EvidenceError('EVIDENCE_UNREADABLE', 'x')),
    logEntry: { value: entry },
    timestamps,
  }) as never
const PROMISE = { signedEntryTimestamp: Buffer.alloc(1) }
const [PROOF, STAMP] = [{ inclusionProof: {} }, { value: {} }]
const open = (given: Evidence | undefined, promiseSuffices = false, root = ROOT): CheckId[] => {
  const policy = createPolicy({ signer: SIGNER, compareDigest: true, bindRelease: true, promiseSuffices })
  const ids = requiredFor(policy, given, root)
  return CHECK_IDS.filter((id) => !ids.has(id))
}

test.each<[string, CheckId[], CheckId[]]>([
  ['one proof of the time: the log’s', open(evidence({ ...PROMISE, ...PROOF })), ['signed-timestamp']],
  [
    'the log’s, before an authority’s',
    open(evidence({ ...PROMISE, ...PROOF }, [STAMP])),
    ['signed-timestamp'],
  ],
  ['an authority’s, where the log gives none', open(evidence(PROOF, [STAMP])), ['signed-entry-timestamp']],
  ['neither: the log’s is missed', open(evidence(PROOF)), ['signed-timestamp']],
  ['no evidence', open(undefined), ['signed-timestamp']],
  ['a promise alone, which is not enough', open(evidence(PROMISE)), ['signed-timestamp']],
  [
    'a promise alone, which is',
    open(evidence(PROMISE), true),
    ['inclusion-proof', 'checkpoint', 'signed-timestamp'],
  ],
  ['a proof that is there has to hold', open(evidence({ ...PROMISE, ...PROOF }), true), ['signed-timestamp']],
  ['neither promise nor proof', open(evidence({}), true), ['signed-timestamp']],
  [
    'a root whose owner runs no CT log',
    open(evidence({ ...PROMISE, ...PROOF }), false, { isWithoutCtLogs: true }),
    ['signed-certificate-timestamp', 'signed-timestamp'],
  ],
])('%s', (_, ids, expected) => {
  expect(ids).toEqual(expected)
})
