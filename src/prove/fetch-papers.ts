// The papers that Kubernetes has published without a signature: sums and
// provenance. Should one be signed, its signature has to verify first.
import { fetchLogEntry } from './collect-evidence.js'
import { digestOf } from '../digest.js'
import { CodedError, ReleaseError } from '../errors.js'
import { parseCertificate } from '../evidence/certificate.js'
import { parseChecksumsFile } from '../evidence/checksums-file.js'
import { toResultAsync, unwrap } from '../result.js'
import { parseProvenance } from '../evidence/provenance.js'
import { parseSignature } from '../evidence/signature.js'
import type { ArtifactUrls, PlannedPapers } from '../plan/plan.js'
import type { ProofContext } from './proof-context.js'
import type { ReleasePapers } from '../verify/cross-check.js'
import { createPolicy } from '../verify/policy.js'
import { decisiveCheck } from '../verify/verification-result.js'
import { verifyArtifact } from '../verify/verify.js'

/** Never rejects: a paper that is missing or wrong is a claim with an error. */
export async function fetchPapers(
  { sha256Sums, sha512Sums, provenance }: PlannedPapers,
  context: ProofContext,
): Promise<Omit<ReleasePapers, 'sbom'>> {
  const read = <T>(urls: ArtifactUrls, parse: (text: string) => T) =>
    toResultAsync(fetchPaper(urls, context).then(parse))
  const [sums256, sums512, statement] = await Promise.all([
    read(sha256Sums, (text) => parseChecksumsFile(text, 'sha256')),
    read(sha512Sums, (text) => parseChecksumsFile(text, 'sha512')),
    read(provenance, parseProvenance),
  ])
  return { sha256Sums: sums256, sha512Sums: sums512, provenance: statement }
}

async function fetchPaper(
  urls: ArtifactUrls,
  { request, ports, loadingRoot }: ProofContext,
): Promise<string> {
  const { releaseSite, transparencyLog } = ports
  const [paper, signature] = await Promise.all([
    releaseSite.fetchPaper(urls),
    toResultAsync(releaseSite.fetchSignature(urls).then(parseSignature)),
  ])
  if (signature.error?.code === 'EVIDENCE_SIGNATURE_MISSING') return paper.toString()
  const digest = digestOf(paper)
  const certificate = await toResultAsync(releaseSite.fetchCertificate(urls).then(parseCertificate))
  const logEntry = await toResultAsync(fetchLogEntry(transparencyLog, { digest, signature, certificate }))
  const result = verifyArtifact({
    artifact: { name: urls.artifact.pathname },
    measured: { value: digest },
    claims: [],
    evidence: { signature, certificate, logEntry },
    releaseBinding: { kind: 'not-applicable', reason: 'this is a paper' },
    trustedRoot: unwrap(await loadingRoot),
    policy: createPolicy({ signer: request.signer, compareDigest: false, bindRelease: false }),
  })
  if (result.outcome === 'verified') return paper.toString()
  const check = decisiveCheck(result)
  const message = `the paper is signed, and its signature does not stand: ${check?.detail ?? ''}`
  if (result.outcome === 'rejected') throw new ReleaseError('RELEASE_PAPER_REJECTED', message, check)
  throw new CodedError(check?.code ?? 'RELEASE_PAPER_MISSING', message, { reason: check?.reason })
}
