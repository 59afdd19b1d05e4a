// Sidecars and the log entry that follows from them, as claims.
import type { Digest, MeasuredFile } from '../digest.js'
import { EvidenceError, LockError } from '../errors.js'
import { parseMessageBundle } from '../evidence/bundle.js'
import { parseCertificate } from '../evidence/certificate.js'
import { parseChecksum } from '../evidence/checksum.js'
import { type Result, toResult, toResultAsync } from '../result.js'
import type { Evidence } from '../evidence/evidence.js'
import { toHashedrekordBody, toLeafHash } from '../evidence/log-body.js'
import { type LogEntry, parseLogEntry } from '../evidence/log-entry.js'
import { parseSignature } from '../evidence/signature.js'
import type { ProvenEntry } from '../lock/lock.js'
import type { ArtifactUrls, PlannedArtifact } from '../plan/plan.js'
import type { DigestClaim } from '../verify/check-digest.js'
import type { Ports, ReleaseSite, TransparencyLog } from '../ports.js'

export interface CollectedEvidence {
  /** The digests that are published beside the artifact. */
  readonly published: readonly DigestClaim[]
  readonly evidence: Evidence
}

/** The two files that cosign writes beside an artifact. */
export async function fetchSignaturePair(
  urls: ArtifactUrls,
  releaseSite: Pick<ReleaseSite, 'fetchSignature' | 'fetchCertificate'>,
): Promise<Pick<Evidence, 'signature' | 'certificate'>> {
  const [signature, certificate] = await Promise.all([
    toResultAsync(releaseSite.fetchSignature(urls).then(parseSignature)),
    toResultAsync(releaseSite.fetchCertificate(urls).then(parseCertificate)),
  ])
  return { signature, certificate }
}

/**
 * A bundle beside the artifact, which holds it all; else the sidecars, and then
 * the log entry: its leaf hash follows from them, so it is asked for while the
 * artifact is still on its way. Beside a URL of another project, no `.sha256`
 * file is looked for, whose form each has its own of: the log waits for the
 * artifact's own digest.
 */
export async function collectEvidence(
  { urls, version }: PlannedArtifact,
  fetching: Promise<Result<MeasuredFile>>,
  { releaseSite, transparencyLog }: Ports,
): Promise<CollectedEvidence> {
  const isOfRelease = version !== undefined
  const [bundle, { signature, certificate }, checksum] = await Promise.all([
    toResultAsync(releaseSite.fetchBundle(urls)),
    fetchSignaturePair(urls, releaseSite),
    isOfRelease ? toResultAsync(releaseSite.fetchChecksum(urls).then(parseChecksum)) : undefined,
  ])
  const published = checksum ? [{ source: 'the .sha256 file', digest: checksum }] : []
  // One that cannot be had is no loss: what proves the artifact in its place is checked no less.
  if (bundle.error === undefined) {
    const { published: inBundle, evidence } = readBundleEvidence(bundle.value.toString())
    const isAbsent = checksum?.error?.code === 'EVIDENCE_CHECKSUM_MISSING'
    return { published: [...(isAbsent ? [] : published), ...inBundle], evidence }
  }
  const digest = isOfRelease ? checksum?.value : (await fetching).value?.sha256
  const parts = { digest, signature, certificate }
  const logEntry = await toResultAsync(fetchLogEntry(transparencyLog, parts))
  return { published, evidence: { signature, certificate, logEntry } }
}

/** A bundle names its digest: the bytes have to have it. One that cannot be read is wrong in every piece. */
export function readBundleEvidence(text: string): CollectedEvidence {
  const source = 'the bundle'
  const bundle = toResult(() => parseMessageBundle(text))
  if (bundle.error === undefined) {
    const { digest, evidence } = bundle.value
    return { published: [{ source, digest: { value: digest } }], evidence }
  }
  return {
    published: [{ source, digest: bundle }],
    evidence: { signature: bundle, certificate: bundle, logEntry: bundle },
  }
}

/** The evidence in a lock file. What the entry says for people to read has to be what its bundle says. */
export function readLockedEvidence({ digest, signer, logIndex, bundle }: ProvenEntry): CollectedEvidence {
  const collected = readBundleEvidence(JSON.stringify(bundle))
  const { certificate, logEntry } = collected.evidence
  const pairs: [string, string, string | undefined][] = [
    ['digest', digest.toString(), collected.published[0]?.digest.value?.toString()],
    ['signer.certificateIdentity', signer.certificateIdentity, certificate.value?.identity],
    ['signer.oidcIssuer', signer.oidcIssuer, certificate.value?.oidcIssuer],
    ['logIndex', String(logIndex), logEntry.value && String(logEntry.value.logIndex)],
  ]
  // What cannot be read at all says so itself.
  const wrong = pairs.find(([, expected, actual]) => actual !== undefined && actual !== expected)
  if (wrong === undefined) return collected
  const [name, expected, actual] = wrong
  const message = `the lock file's ${name} is not that of the bundle beside it`
  const error = new LockError('LOCK_ENTRY_MISMATCH', message, { expected, actual })
  return {
    published: [{ source: 'the lock file', digest: { error } }],
    evidence: { signature: { error }, certificate: { error }, logEntry: { error } },
  }
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
    verifier: { kind: 'certificate', der: certificate.value.der },
  })
  return parseLogEntry(await transparencyLog.fetchEntry(toLeafHash(body)))
}
