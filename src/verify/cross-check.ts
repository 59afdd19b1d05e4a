// What a release's own papers say about one artifact. Most are unsigned and
// from the same server: that they agree proves nothing, that they disagree
// says that something is wrong with the release.
import type { Digest } from '../digest.js'
import type { ContradictionCode } from '../errors.js'
import type { ChecksumsFile } from '../evidence/checksums-file.js'
import type { Result } from '../result.js'
import type { Provenance } from '../evidence/provenance.js'
import type { ReleaseSbom } from '../evidence/spdx.js'
import { type CheckId, type CheckResult, failed, fromError, notRun, passed } from './check.js'

/** The id of the Kubernetes release process (kubernetes/release pkg/provenance). */
const RELEASE_BUILDER = 'https://git.k8s.io/release/docs/krel'

/** Each paper verified first where it is signed, and read. */
export interface ReleasePapers {
  readonly sha256Sums: Result<ChecksumsFile>
  readonly sha512Sums: Result<ChecksumsFile>
  readonly provenance: Result<Provenance>
  readonly sbom: Result<ReleaseSbom>
}

export interface CrossCheckInput {
  readonly papers: ReleasePapers
  /** Hex, of the artifact's `.sha512` file. */
  readonly checksumSha512: Result<string>
  /** Hex, of the bytes; undefined when there are none. */
  readonly sha512: string | undefined
  readonly version: string
  readonly path: string
  /** Whether every paper has to be there, and agree. */
  readonly isRequired?: boolean
}

/** In the order of CROSS_CHECK_IDS. */
export function crossCheck(sha256: Digest | undefined, input: CrossCheckInput): CheckResult[] {
  const { papers, checksumSha512, sha512, version, path } = input
  const { sha256Sums, sha512Sums, provenance, sbom } = papers
  const digests = { sha256: sha256?.hex, sha512 }
  const compare = (comparison: Comparison, listed: readonly Listed[]): CheckResult =>
    compareListed({ ...comparison, what: `${comparison.what} for ${path}` }, listed, digests)
  return [
    given('checksum-sha512', checksumSha512, (hex) => compare(COMPARISONS.checksum, [{ sha512: hex }])),
    given('sha256sums', sha256Sums, (sums) => {
      const listed = sums.digestsOf(version, path).map((hex) => ({ sha256: hex }))
      return compare(COMPARISONS.sha256Sums, listed)
    }),
    given('sha512sums', sha512Sums, (sums) => {
      const listed = sums.digestsOf(version, path).map((hex) => ({ sha512: hex }))
      return compare(COMPARISONS.sha512Sums, listed)
    }),
    given('sbom-file', sbom, (document) => {
      const listed = [
        ...document.digestsOf(path).map(({ hex }) => ({ sha256: hex })),
        ...document.sha512Of(path).map((hex) => ({ sha512: hex })),
      ]
      return compare(COMPARISONS.sbom, listed)
    }),
    given('provenance-subject', provenance, (statement) => {
      const listed = statement.subjectsOf(version, path, {
        ...(digests.sha256 !== undefined && { sha256: digests.sha256 }),
        ...(digests.sha512 !== undefined && { sha512: digests.sha512 }),
      })
      return compare(COMPARISONS.provenance, listed)
    }),
    given('provenance-builder', provenance, ({ builderId }) => checkBuilder(builderId)),
    given('provenance-source', provenance, ({ sourceCommits }) => checkSource(sourceCommits)),
  ]
}

/** What a paper that lists digests is to the check that reads it. */
interface Comparison {
  readonly id: CheckId
  readonly code: ContradictionCode
  /** Its name in a sentence. */
  readonly what: string
}

const COMPARISONS = {
  checksum: { id: 'checksum-sha512', code: 'CHECKSUM_SHA512_MISMATCH', what: 'the .sha512 file' },
  sha256Sums: { id: 'sha256sums', code: 'SHA256SUMS_MISMATCH', what: 'SHA256SUMS' },
  sha512Sums: { id: 'sha512sums', code: 'SHA512SUMS_MISMATCH', what: 'SHA512SUMS' },
  sbom: { id: 'sbom-file', code: 'SBOM_FILE_MISMATCH', what: 'the SBOM' },
  provenance: { id: 'provenance-subject', code: 'PROVENANCE_SUBJECT_MISMATCH', what: 'provenance.json' },
} as const satisfies Record<string, Comparison>

const ALGORITHMS = ['sha256', 'sha512'] as const
type Algorithm = (typeof ALGORITHMS)[number]

/** What one line, file or subject says; each algorithm only where it names one. */
type Listed = Readonly<Partial<Record<Algorithm, string>>>

/** Hex, of the bytes; undefined where there are none. */
type Measured = Readonly<Record<Algorithm, string | undefined>>

function given<T>(id: CheckId, paper: Result<T>, check: (value: T) => CheckResult): CheckResult {
  return paper.error === undefined ? check(paper.value) : fromError(id, paper.error)
}

function compareListed(
  { id, code, what }: Comparison,
  listed: readonly Listed[],
  digests: Measured,
): CheckResult {
  const claims = listed.flatMap((each) =>
    ALGORITHMS.flatMap((algorithm) => {
      const hex = each[algorithm]
      return hex === undefined ? [] : [{ algorithm, hex }]
    }),
  )
  // Nothing that is not there contradicts a paper that does not list it.
  if (ALGORITHMS.every((algorithm) => digests[algorithm] === undefined))
    return notRun(id, `${what}: there are no bytes to compare with`)
  if (claims.length === 0)
    return failed(id, code, { detail: `${what}: not listed`, expected: 'a digest', actual: 'none' })
  const comparable = claims.filter(({ algorithm }) => digests[algorithm] !== undefined)
  if (comparable.length === 0) return notRun(id, `${what}: there are no bytes to compare with`)
  const wrong = comparable.find(({ algorithm, hex }) => hex !== digests[algorithm])
  if (wrong === undefined) {
    return passed(id, `${what} says the same: ${comparable.map(({ algorithm }) => algorithm).join(', ')}`)
  }
  return failed(id, code, {
    detail: `${what} says another digest`,
    expected: `${wrong.algorithm}:${wrong.hex}`,
    actual: `${wrong.algorithm}:${digests[wrong.algorithm] ?? ''}`,
  })
}

function checkBuilder(builderId: string): CheckResult {
  const id = 'provenance-builder'
  return builderId === RELEASE_BUILDER
    ? passed(id, `provenance.json names the builder ${builderId}`)
    : failed(id, 'PROVENANCE_BUILDER_MISMATCH', {
        detail: 'provenance.json names another builder',
        expected: RELEASE_BUILDER,
        actual: builderId,
      })
}

function checkSource(commits: readonly string[]): CheckResult {
  const id = 'provenance-source'
  const [commit] = commits
  return commit !== undefined && commits.length === 1
    ? passed(id, `provenance.json names the source commit ${commit}`)
    : failed(id, 'PROVENANCE_SOURCE_MISMATCH', {
        detail: 'provenance.json does not name one source commit',
        expected: 'one commit of kubernetes/kubernetes',
        actual: commits.length === 0 ? 'none' : commits.join(', '),
      })
}
