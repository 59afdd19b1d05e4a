// Papers that agree, disagree, are missing, or are none.
import { digestOf } from '../../src/digest.js'
import { EvidenceError, ReleaseError } from '../../src/errors.js'
import { CROSS_CHECK_IDS } from '../../src/verify/check.js'
import { type CrossCheckInput, crossCheck } from '../../src/verify/cross-check.js'

const SHA256 = digestOf(Buffer.from('kubectl'))
const SHA512 = 'ab'.repeat(64)
const OTHER_SHA256 = digestOf(Buffer.from('evil'))
const OTHER_SHA512 = 'cd'.repeat(64)
const COMMIT = 'c0'.repeat(20)

const sums = (...hex: string[]) => ({ value: { pathsOf: () => [], digestsOf: () => hex } })
const sbom = (sha256 = SHA256, sha512 = SHA512) => ({
  value: {
    namespace: '',
    created: undefined,
    paths: [],
    digestsOf: () => [sha256],
    sha512Of: () => [sha512],
  },
})
const provenance = ({
  builderId = 'https://git.k8s.io/release/docs/krel',
  sourceCommits = [COMMIT],
  subjects = [{ sha256: SHA256.hex, sha512: SHA512 }] as { sha256?: string; sha512?: string }[],
} = {}) => ({ value: { builderId, sourceCommits, pathsOf: () => [], subjectsOf: () => subjects } })

const good: CrossCheckInput = {
  papers: { sha256Sums: sums(SHA256.hex), sha512Sums: sums(SHA512), provenance: provenance(), sbom: sbom() },
  checksumSha512: { value: SHA512 },
  sha512: SHA512,
  version: 'v1.35.2',
  path: 'bin/linux/amd64/kubectl',
}

type Papers = Partial<CrossCheckInput['papers']>
const withPapers = (papers: Papers): CrossCheckInput => ({ ...good, papers: { ...good.papers, ...papers } })

const ends = (input: CrossCheckInput): Record<string, string> =>
  Object.fromEntries(crossCheck(SHA256, input).map(({ id, status, code }) => [id, code ?? status]))
const allPassed = Object.fromEntries(CROSS_CHECK_IDS.map((id) => [id, 'passed']))

test('papers that agree', () => {
  expect(crossCheck(SHA256, good).map(({ id }) => id)).toEqual(CROSS_CHECK_IDS)
  expect(ends(good)).toEqual(allPassed)
})

test.each<[string, CrossCheckInput, Record<string, string>]>([
  [
    '.sha512 file',
    { ...good, checksumSha512: { value: OTHER_SHA512 } },
    { 'checksum-sha512': 'CHECKSUM_SHA512_MISMATCH' },
  ],
  ['SHA256SUMS', withPapers({ sha256Sums: sums(OTHER_SHA256.hex) }), { sha256sums: 'SHA256SUMS_MISMATCH' }],
  [
    'SHA256SUMS, once',
    withPapers({ sha256Sums: sums(SHA256.hex, OTHER_SHA256.hex) }),
    { sha256sums: 'SHA256SUMS_MISMATCH' },
  ],
  ['SHA256SUMS, by silence', withPapers({ sha256Sums: sums() }), { sha256sums: 'SHA256SUMS_MISMATCH' }],
  ['SHA512SUMS', withPapers({ sha512Sums: sums(OTHER_SHA512) }), { sha512sums: 'SHA512SUMS_MISMATCH' }],
  ['SBOM, SHA-256', withPapers({ sbom: sbom(OTHER_SHA256) }), { 'sbom-file': 'SBOM_FILE_MISMATCH' }],
  ['SBOM, SHA-512', withPapers({ sbom: sbom(SHA256, OTHER_SHA512) }), { 'sbom-file': 'SBOM_FILE_MISMATCH' }],
  [
    'provenance',
    withPapers({ provenance: provenance({ subjects: [{ sha256: SHA256.hex, sha512: OTHER_SHA512 }] }) }),
    { 'provenance-subject': 'PROVENANCE_SUBJECT_MISMATCH' },
  ],
  [
    'provenance, by silence',
    withPapers({ provenance: provenance({ subjects: [{}] }) }),
    { 'provenance-subject': 'PROVENANCE_SUBJECT_MISMATCH' },
  ],
  [
    'builder',
    withPapers({ provenance: provenance({ builderId: 'https://git.k8s.io/release/docs/krel/evil' }) }),
    { 'provenance-builder': 'PROVENANCE_BUILDER_MISMATCH' },
  ],
  [
    'source, none',
    withPapers({ provenance: provenance({ sourceCommits: [] }) }),
    { 'provenance-source': 'PROVENANCE_SOURCE_MISMATCH' },
  ],
  [
    'source, two',
    withPapers({ provenance: provenance({ sourceCommits: [COMMIT, 'ff'.repeat(20)] }) }),
    { 'provenance-source': 'PROVENANCE_SOURCE_MISMATCH' },
  ],
])('a paper that disagrees: %s', (_, input, changed) => {
  expect(ends(input)).toEqual({ ...allPassed, ...changed })
  for (const check of crossCheck(SHA256, input)) {
    if (check.status === 'failed') expect([check.expected, check.actual]).not.toContain(undefined)
  }
})

test('a paper that is missing is not run, nor is one that is none: neither contradicts', () => {
  const missing = { error: new ReleaseError('RELEASE_PAPER_MISSING', 'there is no paper') }
  const malformed = { error: new EvidenceError('EVIDENCE_UNREADABLE', 'is an HTML page') }
  expect(
    crossCheck(SHA256, withPapers({ sha256Sums: missing, sha512Sums: malformed })).slice(1, 3),
  ).toMatchObject([
    { id: 'sha256sums', status: 'not-run', code: 'RELEASE_PAPER_MISSING' },
    { id: 'sha512sums', status: 'not-run', code: 'EVIDENCE_UNREADABLE', reason: 'unreadable' },
  ])
})

test('without bytes there is nothing to compare a SHA-512 with', () => {
  expect(ends({ ...good, sha512: undefined })).toEqual({
    ...allPassed,
    'checksum-sha512': 'not-run',
    sha512sums: 'not-run',
  })
})

test('nothing is there, and no paper lists it: no paper contradicts', () => {
  const input: CrossCheckInput = {
    ...withPapers({
      sha256Sums: sums(),
      sha512Sums: sums(),
      sbom: { value: { ...sbom().value, digestsOf: () => [], sha512Of: () => [] } },
      provenance: provenance({ subjects: [] }),
    }),
    sha512: undefined,
  }
  const failures = crossCheck(undefined, input).filter(({ status }) => status === 'failed')
  expect(failures.map(({ id }) => id)).toEqual([])
})
