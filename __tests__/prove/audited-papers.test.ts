// What an audit asks of a release's papers.
import { digestOf } from '../../src/digest.js'
import { ReleaseError } from '../../src/errors.js'
import { parseChecksumsFile } from '../../src/evidence/checksums-file.js'
import { parseProvenance } from '../../src/evidence/provenance.js'
import { parseReleaseSbom } from '../../src/evidence/spdx.js'
import { agreeingPapers, findingsOfPapers, listPaths, onlyListing } from '../../src/prove/audited-papers.js'
import type { ReleasePapers } from '../../src/verify/cross-check.js'

const [VERSION, PATH] = ['v1.35.2', 'bin/linux/amd64/kubectl'] as const
const DIGEST = digestOf(Buffer.from('kubectl'))
const missing = new ReleaseError('RELEASE_PAPER_MISSING', 'it is not published')
const sbom = parseReleaseSbom(
  `SPDXVersion: SPDX-2.3\nDocumentNamespace: https://sbom.k8s.io/${VERSION}/release\nFileName: ${PATH}\nFileChecksum: SHA256: ${DIGEST.hex}\n`,
)
const sums = (hex: string, length: 64 | 128) =>
  parseChecksumsFile(`${hex.padEnd(length, '0')}  ${PATH}\n`, length === 64 ? 'sha256' : 'sha512')
const papers = (change: Partial<ReleasePapers> = {}): ReleasePapers => ({
  sbom: { value: sbom },
  sha256Sums: { value: sums(DIGEST.hex, 64) },
  sha512Sums: { value: sums('ab', 128) },
  provenance: { error: missing },
  ...change,
})

test('each paper that can be read lists its paths', () => {
  expect(listPaths(papers(), VERSION)).toEqual({ SBOM: [PATH], SHA256SUMS: [PATH], SHA512SUMS: [PATH] })
})

test('one finding for each that cannot', () => {
  expect(findingsOfPapers(papers(), VERSION).map(({ code, message }) => `${code} ${message}`)).toEqual([
    'PAPER_MISSING v1.35.2 provenance.json: RELEASE_PAPER_MISSING: it is not published',
  ])
})

test('papers that give this digest and no other agree', () => {
  const at = { version: VERSION, path: PATH }
  expect(agreeingPapers(papers(), DIGEST, at)).toEqual(['the SBOM', 'SHA256SUMS'])
  const other = papers({ sha256Sums: { value: sums('00', 64) } })
  expect(agreeingPapers(other, DIGEST, at)).toEqual(['the SBOM'])
  expect(agreeingPapers(papers(), DIGEST, { ...at, path: 'x' })).toEqual([])
  expect(agreeingPapers(papers(), DIGEST, { ...at, version: undefined })).toEqual([])
})

test('a provenance that names it agrees', () => {
  const statement = {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    subject: [{ name: `gs://x/release/${VERSION}/${PATH}`, digest: { sha256: DIGEST.hex } }],
    predicate: { builder: { id: 'x' }, buildType: 'y' },
  }
  const provenance = { value: parseProvenance(JSON.stringify(statement)) }
  const at = { version: VERSION, path: PATH }
  expect(agreeingPapers(papers({ provenance }), DIGEST, at)).toContain('provenance.json')
})

test('a paper that does not list it, or cannot be read, says nothing of it', () => {
  const only = onlyListing(papers(), ['SHA256SUMS'])
  expect(only.sbom.value).toBe(sbom)
  expect([only.sha256Sums.error?.message, only.provenance.error?.message]).toEqual([
    'SHA256SUMS does not list it',
    'provenance.json cannot be read',
  ])
})
