// Sidecars and the log entry that follows from them, as claims.
import type { Digest } from '../digest.js'
import { EvidenceError } from '../errors.js'
import { parseCertificate } from '../evidence/certificate.js'
import { parseChecksum } from '../evidence/checksum.js'
import { type Claim, claimAsync } from '../evidence/claim.js'
import type { Evidence } from '../evidence/evidence.js'
import { toHashedrekordBody, toLeafHash } from '../evidence/hashedrekord.js'
import { type LogEntry, parseLogEntry } from '../evidence/log-entry.js'
import { parseSignature } from '../evidence/signature.js'
import type { ArtifactUrls } from '../plan/plan.js'
import type { Ports, TransparencyLog } from '../ports.js'

export interface CollectedEvidence {
  /** Of the `.sha256` file. */
  readonly published: Claim<Digest>
  readonly evidence: Evidence
}

/**
 * The sidecars side by side, then the log entry: its leaf hash follows from
 * them, so it is asked for while the artifact is still on its way.
 */
export async function collectEvidence(
  urls: ArtifactUrls,
  { releaseSite, transparencyLog }: Ports,
): Promise<CollectedEvidence> {
  const [signature, certificate, published] = await Promise.all([
    claimAsync(releaseSite.fetchSignature(urls).then(parseSignature)),
    claimAsync(releaseSite.fetchCertificate(urls).then(parseCertificate)),
    claimAsync(releaseSite.fetchChecksum(urls).then(parseChecksum)),
  ])
  const parts = { digest: published.value, signature, certificate }
  const logEntry = await claimAsync(fetchLogEntry(transparencyLog, parts))
  return { published, evidence: { signature, certificate, logEntry } }
}

/**
 * Asks the log for the one entry about these parts.
 * @throws EvidenceError EVIDENCE_LOG_ENTRY_MISSING when a part is missing, or the log has no such entry
 */
export async function fetchLogEntry(
  transparencyLog: TransparencyLog,
  {
    digest,
    signature,
    certificate,
  }: Pick<Evidence, 'signature' | 'certificate'> & { readonly digest: Digest | undefined },
): Promise<LogEntry> {
  if (digest === undefined || !signature.value || !certificate.value) {
    const message = 'the log was not asked: an entry’s address follows from digest, signature and certificate'
    throw new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', message)
  }
  const body = toHashedrekordBody({
    digest,
    signature: signature.value,
    certificateDer: certificate.value.der,
  })
  return parseLogEntry(await transparencyLog.fetchEntry(toLeafHash(body)))
}
