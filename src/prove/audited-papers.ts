// What an audit asks of a release's papers: which paths each lists, and which
// of them say the same of one artifact.
import { toFinding } from '../audit/audited.js'
import type { Finding } from '../audit/finding.js'
import type { Paper, PaperLists } from '../audit/scope.js'
import type { Digest } from '../digest.js'
import { CodedError } from '../errors.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { Result } from '../result.js'
import type { ReleasePapers } from '../verify/cross-check.js'
import type { SbomProof } from './artifact-proof.js'

/** Whatever of a release's papers could be read. */
export interface AuditedPapers extends ReleasePapers {
  readonly proof: SbomProof | undefined
}

/** What each paper lists; a paper that cannot be read lists nothing. */
export function listPaths(
  { sbom, sha256Sums, sha512Sums, provenance }: ReleasePapers,
  version: string,
): PaperLists {
  const lists: [Paper, readonly string[] | undefined][] = [
    ['SBOM', sbom.value?.paths],
    ['SHA256SUMS', sha256Sums.value?.pathsOf(version)],
    ['SHA512SUMS', sha512Sums.value?.pathsOf(version)],
    ['provenance.json', provenance.value?.pathsOf(version)],
  ]
  return Object.fromEntries(lists.filter(([, paths]) => paths !== undefined))
}

/** One for each paper that is missing or cannot be read. */
export function findingsOfPapers(
  { sbom, sha256Sums, sha512Sums, provenance }: ReleasePapers,
  version: string,
): Finding[] {
  const papers = {
    'kubernetes-release.spdx': sbom,
    SHA256SUMS: sha256Sums,
    SHA512SUMS: sha512Sums,
    'provenance.json': provenance,
  }
  return Object.entries(papers).flatMap(([name, { error }]) =>
    error === undefined
      ? []
      : [toFinding('PAPER_MISSING', `${version} ${name}: ${error.code}: ${error.message}`)],
  )
}

/** Papers that give the artifact this digest and no other. */
export function agreeingPapers(
  { sbom, sha256Sums, provenance }: ReleasePapers,
  digest: Digest,
  { version, path }: Pick<PlannedArtifact, 'version' | 'path'>,
): string[] {
  if (version === undefined) return []
  const lists: [string, readonly (string | undefined)[] | undefined][] = [
    ['the SBOM', sbom.value?.digestsOf(path).map(({ hex }) => hex)],
    ['SHA256SUMS', sha256Sums.value?.digestsOf(version, path)],
    ['provenance.json', provenance.value?.subjectsOf(version, path).map(({ sha256 }) => sha256)],
  ]
  return lists
    .filter(([, hexes = []]) => hexes.length > 0 && hexes.every((hex) => hex === digest.hex))
    .map(([name]) => name)
}

/** A paper that does not list the artifact, or cannot be read, says nothing of its digest; that is a finding of its own. */
export function onlyListing(
  { sbom, sha256Sums, sha512Sums, provenance }: ReleasePapers,
  missingFrom: readonly Paper[],
): ReleasePapers {
  const only = <T>(paper: Paper, claimed: Result<T>): Result<T> => {
    if (claimed.error === undefined && !missingFrom.includes(paper)) return claimed
    const why = claimed.error === undefined ? 'does not list it' : 'cannot be read'
    return { error: new CodedError('RELEASE_PAPER_MISSING', `${paper} ${why}`) }
  }
  return {
    sbom: only('SBOM', sbom),
    sha256Sums: only('SHA256SUMS', sha256Sums),
    sha512Sums: only('SHA512SUMS', sha512Sums),
    provenance: only('provenance.json', provenance),
  }
}
