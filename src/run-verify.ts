// The short line for what is already at hand: a file or a digest, with its
// evidence from files, URLs or the log → verify → report. Nothing is placed.
import { parseLock } from './lock/lock.js'
import { fetchLogEntry, readLockedEvidence } from './prove/collect-evidence.js'
import { selfTested } from './prove/self-tested.js'
import type { Digest } from './digest.js'
import { EvidenceError, LockError, toCodedError } from './errors.js'
import { parseCertificate } from './evidence/certificate.js'
import { parseChecksum } from './evidence/checksum.js'
import { parseBundle } from './evidence/bundle.js'
import { claim, claimAsync } from './evidence/claim.js'
import type { Evidence } from './evidence/evidence.js'
import { type LogEntry, parseLogEntry } from './evidence/log-entry.js'
import { parseSignature } from './evidence/signature.js'
import type { LocalPorts } from './ports.js'
import { type Report, toReport } from './report/report.js'
import type { Location, VerifyRequest } from './request/verify-request.js'
import { type DigestClaim, type DigestClaims, toDigest } from './verify/check-digest.js'
import { createPolicy } from './verify/policy.js'
import type { VerificationResult } from './verify/verification-result.js'
import { verifyArtifact } from './verify/verify.js'

const BUNDLE = 'the bundle'
const BUNDLE_V01 = 'application/vnd.dev.sigstore.bundle+json;version=0.1'

/** Never rejects: what went wrong is in the report. */
export async function runVerify(request: VerifyRequest, ports: LocalPorts): Promise<Report> {
  const startedAt = ports.now()
  const warnings: string[] = []
  const facts: { trustedRoot?: string; artifacts: { verification: VerificationResult }[] } = {
    artifacts: [],
  }
  const error = await find().catch(toCodedError)
  return toReport({ ...facts, warnings, ...(error && { error }), startedAt, endedAt: ports.now() })

  async function find(): Promise<void> {
    const root = await ports.loadTrustedRoot((message) => void warnings.push(message))
    facts.trustedRoot = root.source
    const subject = await readSubject(request, ports)
    const { evidence, claims, promiseSuffices } = await readEvidence(toDigest(subject), request, ports)
    await selfTested()
    const digests = { ...subject, claims: [...subject.claims, ...claims] }
    const verification = verifyArtifact({
      ...digests,
      artifact: {
        name: request.subject.kind === 'file' ? request.subject.path : request.subject.digest.toString(),
      },
      evidence,
      releaseBinding: { kind: 'not-applicable', reason: 'no release is claimed for a lone file or digest' },
      trustedRoot: root,
      policy: createPolicy({
        signer: request.key === undefined ? request.signer : { publicKey: await ports.readKey(request.key) },
        compareDigest: subject.measured !== undefined && digests.claims.length > 0,
        bindRelease: false,
        promiseSuffices,
      }),
    })
    facts.artifacts = [{ verification }]
  }
}

/** A digest is taken as given; a file is hashed, and compared with the `.sha256` file beside it where there is one. */
async function readSubject(
  { subject, expectedSha256 }: VerifyRequest,
  ports: LocalPorts,
): Promise<DigestClaims> {
  const pinned = expectedSha256 ? [{ source: 'the pin', digest: { value: expectedSha256 } }] : []
  if (subject.kind === 'digest') {
    const given = { source: 'the argument', digest: { value: subject.digest } }
    return { measured: undefined, claims: [given, ...pinned] }
  }
  const measured = { value: await ports.measure(subject.path) }
  const checksum = await claimAsync(
    ports
      .readEvidence({ kind: 'file', path: `${subject.path}.sha256` }, 'EVIDENCE_CHECKSUM_MISSING')
      .then(parseChecksum),
  )
  const isAbsent = checksum.error?.code === 'EVIDENCE_CHECKSUM_MISSING'
  return {
    measured,
    claims: [...pinned, ...(isAbsent ? [] : [{ source: 'the .sha256 file', digest: checksum }])],
  }
}

interface FoundEvidence {
  readonly evidence: Evidence
  /** The digest that a bundle says it is about. */
  readonly claims: readonly DigestClaim[]
  readonly promiseSuffices: boolean
}

async function readEvidence(
  digest: Digest | undefined,
  request: VerifyRequest,
  ports: LocalPorts,
): Promise<FoundEvidence> {
  const { evidence } = request
  if (evidence.kind === 'bundle') return readBundle(evidence.location, ports)
  if (evidence.kind === 'lock') return readLock(evidence.path, digest, ports)
  const [signature, certificate] = await Promise.all([
    claimAsync(ports.readEvidence(evidence.signature, 'EVIDENCE_SIGNATURE_MISSING').then(parseSignature)),
    claimAsync(
      ports.readEvidence(evidence.certificate, 'EVIDENCE_CERTIFICATE_MISSING').then(parseCertificate),
    ),
  ])
  const parts = { digest, signature, certificate }
  const logEntry = await claimAsync(findLogEntry(parts, evidence.logEntry, request, ports))
  return { evidence: { signature, certificate, logEntry }, claims: [], promiseSuffices: false }
}

/** The lock file's proof for this digest, whatever release and path it stands under. */
async function readLock(path: string, digest: Digest | undefined, ports: LocalPorts): Promise<FoundEvidence> {
  const location = { kind: 'file', path } as const
  const lock = parseLock((await ports.readEvidence(location, 'EVIDENCE_BUNDLE_MISSING')).toString())
  const entry = lock.artifacts.find((each) => 'bundle' in each && digest?.equals(each.digest) === true)
  if (entry === undefined || !('bundle' in entry)) {
    const message = `the lock file has no proof for ${digest?.toString() ?? 'no digest'}`
    throw new LockError('LOCK_INCOMPLETE', message)
  }
  const { published, evidence } = readLockedEvidence(entry)
  return { evidence, claims: published, promiseSuffices: false }
}

/** A bundle that cannot be read is wrong in every piece. */
async function readBundle(location: Location, ports: LocalPorts): Promise<FoundEvidence> {
  const text = await claimAsync(ports.readEvidence(location, 'EVIDENCE_BUNDLE_MISSING'))
  const bundle = text.error === undefined ? claim(() => parseBundle(text.value.toString())) : text
  if (bundle.error !== undefined) {
    const evidence = { signature: bundle, certificate: bundle, logEntry: bundle }
    return { evidence, claims: [{ source: BUNDLE, digest: bundle }], promiseSuffices: false }
  }
  const { digest, evidence } = bundle.value
  return {
    evidence,
    claims: digest ? [{ source: BUNDLE, digest: { value: digest } }] : [],
    // Version 0.1 was made when the log gave nothing but its promise.
    promiseSuffices: evidence.bundle.mediaType === BUNDLE_V01,
  }
}

async function findLogEntry(
  parts: Pick<Evidence, 'signature' | 'certificate'> & { readonly digest: Digest | undefined },
  logEntry: string | undefined,
  { isOffline }: VerifyRequest,
  ports: LocalPorts,
): Promise<LogEntry> {
  if (logEntry !== undefined) {
    const file = await ports.readEvidence({ kind: 'file', path: logEntry }, 'EVIDENCE_LOG_ENTRY_MISSING')
    return parseLogEntry(file.toString())
  }
  if (isOffline) {
    throw new EvidenceError(
      'EVIDENCE_LOG_ENTRY_MISSING',
      'no log entry is at hand, and offline the log cannot be asked',
    )
  }
  return fetchLogEntry(ports.transparencyLog, parts)
}
