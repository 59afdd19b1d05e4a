// Why a proof failed, by values: which check decided, what is known beside, and what is said.
import { type Digest, digestOf } from '../../src/digest.js'
import { type Diagnosis, diagnose } from '../../src/diagnose/diagnose.js'
import { describeDisregarded } from '../../src/diagnose/disregarded.js'
import { type Facts, NO_FACTS, type Opinion } from '../../src/diagnose/facts.js'
import { type ErrorCode, EvidenceError } from '../../src/errors.js'
import { toNoEvidence } from '../../src/evidence/candidate.js'
import { CHECK_IDS, type CheckId } from '../../src/verify/check.js'
import type { Proof } from '../../src/verify/proof.js'
import type { Outcome, VerificationResult } from '../../src/verify/verification-result.js'

const digest = (text: string): Digest => digestOf(Buffer.from(text))
const [BYTES, SIGNED, PINNED] = [digest('bytes'), digest('signed'), digest('pinned')]

/** Everything passed up to the check, which failed; of the rest nothing ran. */
/** What a pair brings that counts here: that its certificate could be read. */
const WITH_CERTIFICATE = {
  evidence: { certificate: { value: { identity: 'krel@example.com' } } },
} as unknown as NonNullable<Proof['chosen']>

function failing(id: CheckId, code: ErrorCode, change: Partial<VerificationResult['checks'][number]> = {}) {
  const at = CHECK_IDS.findIndex((each) => each === id)
  const checks = CHECK_IDS.map((each, index) => ({
    id: each,
    status: index < at ? ('passed' as const) : ('not-run' as const),
    detail: 'as it was',
    required: true,
    ...(each === id && { status: 'failed' as const, code, ...change }),
  }))
  const chosen: Proof['chosen'] = undefined
  return { result: toResult('rejected', checks), chosen: chosen as Proof['chosen'] }
}
function toResult(outcome: Outcome, checks: VerificationResult['checks'] = []): VerificationResult {
  const artifact = { name: 'kubectl', version: 'v1.35.2' }
  return {
    schemaVersion: 1,
    artifact,
    digest: BYTES,
    depth: 'full',
    signatureSource: 'artifact',
    outcome,
    checks,
  }
}
const opinion = (of: Digest, outcome: Outcome, ...namedBy: string[]): Opinion => ({
  digest: of,
  namedBy,
  result: toResult(outcome),
})
const facts = (some: Partial<Facts>): Facts => ({ ...NO_FACTS, ...some })
const related = { logIndex: 7, integratedTime: undefined, hasSignature: true, hasCertificate: false }

test('of what is verified there is nothing to say', () => {
  expect(diagnose({ result: toResult('verified'), chosen: undefined }, NO_FACTS)).toBeUndefined()
})

test('without facts: the check’s own words, its code, and that code’s remedy', () => {
  const told = diagnose(failing('checkpoint', 'CHECKPOINT_INVALID', { expected: 'a', actual: 'b' }), NO_FACTS)
  expect(told).toMatchObject({
    code: 'CHECKPOINT_INVALID',
    message: 'checkpoint: as it was',
    expected: 'a',
    actual: 'b',
    explainsAll: false,
  })
  expect(told?.remedy).toMatch(/\.$/)
})

test.each<[string, ReturnType<typeof failing>, Partial<Facts>, string, Partial<Diagnosis>]>([
  [
    'changed bytes',
    failing('digest', 'DIGEST_MISMATCH'),
    {
      measured: BYTES,
      checksum: SIGNED,
      listed: SIGNED,
      opinions: [opinion(SIGNED, 'verified', 'the .sha256 file', 'the SBOM'), opinion(BYTES, 'rejected')],
    },
    `the signature and the certificate are of ${SIGNED.toString()}, which the .sha256 file and the SBOM name; the file served is another, ${BYTES.toString()}`,
    { explainsAll: true },
  ],
  [
    'changed bytes, and a .sha256 file changed with them',
    failing('signature', 'SIGNATURE_INVALID'),
    { measured: BYTES, checksum: BYTES, listed: SIGNED, opinions: [opinion(SIGNED, 'verified', 'the SBOM')] },
    'which the SBOM names; the file served is another',
    { code: 'SIGNATURE_INVALID' },
  ],
  [
    'a wrong .sha256 file',
    failing('digest', 'DIGEST_MISMATCH'),
    { measured: BYTES, checksum: PINNED, listed: BYTES, opinions: [opinion(BYTES, 'verified', 'the SBOM')] },
    `the .sha256 file is wrong: it names ${PINNED.toString()}, and signature and SBOM are of ${BYTES.toString()}, as are the bytes`,
    { code: 'DIGEST_MISMATCH' },
  ],
  [
    'a wrong .sha256 file, where no bytes are looked at',
    failing('signature', 'SIGNATURE_INVALID'),
    { checksum: PINNED, listed: SIGNED, opinions: [opinion(SIGNED, 'verified', 'the SBOM')] },
    `the .sha256 file is wrong: it names ${PINNED.toString()}, and signature and SBOM are of ${SIGNED.toString()}`,
    {},
  ],
  [
    'a wrong pin',
    failing('digest', 'DIGEST_MISMATCH'),
    { measured: BYTES, pin: PINNED, opinions: [opinion(BYTES, 'verified')] },
    'the pin is of other bytes than the signed ones',
    {},
  ],
  [
    'a pair of two runs',
    { ...failing('signature', 'SIGNATURE_INVALID'), chosen: WITH_CERTIFICATE },
    { measured: BYTES, agreeing: ['the SBOM'], related: [related] },
    'the .sig and the .cert do not belong together',
    { explainsAll: false },
  ],
  [
    'a certificate that was not logged',
    failing('log-entry-binding', 'EVIDENCE_LOG_ENTRY_MISSING'),
    { related: [related] },
    'whose certificate is not the published one',
    { remedy: expect.stringContaining('publish the signature and the certificate of one entry') as string },
  ],
  [
    'another signer',
    failing('certificate-identity', 'IDENTITY_MISMATCH'),
    { related: [] },
    'and not by the expected signer. The log has no valid entry of the expected signer for this digest',
    {},
  ],
  [
    'an SBOM that was rejected',
    failing('release-binding', 'RELEASE_SBOM_REJECTED'),
    {},
    'as it was. Its own signature holds',
    { code: 'RELEASE_SBOM_REJECTED' },
  ],
  [
    'another file of the release',
    failing('release-binding', 'RELEASE_BINDING_MISMATCH'),
    { measured: BYTES, place: 'v1/a', identity: { place: 'v1/b', isSigned: true } },
    "by the release's signed SBOM it is v1/b, and not v1/a",
    {},
  ],
  [
    'another release, by what is unsigned',
    failing('digest', 'DIGEST_MISMATCH'),
    { measured: BYTES, place: 'v1/a', identity: { place: 'v0/a', isSigned: false } },
    "by the release site's .sha256 files, which are unsigned, it is v0/a, and not v1/a",
    { remedy: expect.not.stringContaining('another mirror') as string },
  ],
  [
    'another release, by its SBOM that is at hand',
    failing('release-binding', 'RELEASE_BINDING_MISMATCH'),
    { measured: BYTES, place: 'v1/a', identity: { place: 'v0/a', isSigned: true, sbomOf: 'v0' } },
    'by the signed SBOM of v0 it is v0/a, and not v1/a',
    { remedy: expect.stringContaining('Do not use it as v1/a.') as string },
  ],
  [
    'a file in another’s place, of which nothing is known',
    failing('release-binding', 'RELEASE_BINDING_MISMATCH'),
    {},
    'another file may have been published in its place',
    {},
  ],
])('%s', (_, proof, known, sentence, rest) => {
  const told = diagnose(proof, facts(known))
  const said = (told?.message ?? '').toLowerCase()
  expect(said).toContain(sentence.toLowerCase())
  expect(told).toMatchObject(rest)
})

describe('who signed is said as far as it is proven', () => {
  const certificate = { value: { identity: 'krel@example.com', oidcIssuer: 'https://issuer.example' } }
  const chosen = { evidence: { certificate } } as unknown as NonNullable<Proof['chosen']>
  const without = (...ids: CheckId[]) => {
    const { result } = failing('certificate-identity', 'IDENTITY_MISMATCH')
    const checks = result.checks.map((check) =>
      ids.includes(check.id) ? { ...check, status: 'not-run' as const } : check,
    )
    return { result: { ...result, checks }, chosen }
  }

  const [who, by] = ['krel@example.com', 'https://issuer.example']
  const role = 'who is no signer that is known'
  const unproven = `signed by the key of a certificate that is not proven, which names ${who} and ${by}, ${role}, and not`

  test.each<[string, CheckId[], string]>([
    ['signature and chain', [], `validly signed by ${who}, vouched for by ${by}, ${role}, and not by`],
    ['the signature', ['certificate-chain'], unproven],
    ['no timestamp of a CT log', ['signed-certificate-timestamp'], unproven],
    [
      'nothing',
      ['signature', 'certificate-chain'],
      `the certificate names ${who} and ${by}, ${role}, and not`,
    ],
  ])('%s', (_, ids, sentence) => {
    expect(diagnose(without(...ids), NO_FACTS)?.message).toBe(`${sentence} the expected signer`)
  })
})

test('what is not validly signed is not called so, where the SBOM does not list it either', () => {
  const unlisted = failing('release-binding', 'RELEASE_BINDING_MISMATCH')
  expect(diagnose(unlisted, NO_FACTS)?.remedy).toContain('validly signed')
  const checks = unlisted.result.checks.map((check) =>
    check.id === 'signature' ? { ...check, status: 'not-run' as const } : check,
  )
  const told = diagnose({ ...unlisted, result: { ...unlisted.result, checks } }, NO_FACTS)
  expect(told?.message).toBe('release-binding: as it was')
  expect(told?.remedy).not.toContain('validly signed')
})

test('what an opinion does not hold for is not said', () => {
  const known = facts({
    measured: BYTES,
    checksum: SIGNED,
    opinions: [opinion(SIGNED, 'rejected', 'the .sha256 file')],
  })
  expect(diagnose(failing('digest', 'DIGEST_MISMATCH'), known)?.message).toBe('digest: as it was')
})

test('what lies beside a proof is named with what is wrong with it', () => {
  const error = new EvidenceError('EVIDENCE_UNREADABLE', 'an HTML page')
  const candidate = { source: 'bundle', evidence: toNoEvidence(error), alternatives: [] } as const
  const { result } = failing('signature', 'EVIDENCE_UNREADABLE', {
    status: 'not-run',
    detail: 'an HTML page',
  })
  const judged = [{ candidate, result }]
  expect(describeDisregarded({ result: toResult('verified'), judged, absent: [] })).toEqual([
    'kubectl v1.35.2 is proven; the bundle beside it proves nothing: signature: an HTML page',
  ])
  expect(describeDisregarded({ result: toResult('rejected'), judged, absent: [] })).toEqual([])
})
