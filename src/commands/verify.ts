// The short line for what is already at hand: files or a digest, with their
// evidence from files, URLs or the log → verify → report. Nothing is placed.
import { BUNDLE_V01_MEDIA_TYPE } from '@sigstore/bundle'
import pLimit from 'p-limit'
import type { Digest } from '../digest.js'
import { EvidenceError, InternalError, LockError, toCodedError } from '../errors.js'
import { parseBundle } from '../evidence/bundle.js'
import { parseCertificate } from '../evidence/certificate.js'
import { parseChecksum } from '../evidence/checksum.js'
import { toResult, toResultAsync } from '../result.js'
import type { Evidence } from '../evidence/evidence.js'
import { type LogEntry, parseLogEntry } from '../evidence/log-entry.js'
import { parseSignature } from '../evidence/signature.js'
import { RELEASE_SIGNER, findSigner } from '../kubernetes/signer.js'
import { parseLock } from '../lock/lock.js'
import type { LocalPorts } from '../ports.js'
import { fetchLogEntry, readBundleEvidence, readLockedEvidence } from '../prove/collect-evidence.js'
import { findRelease } from '../prove/find-release.js'
import { searchEvidence } from '../prove/search-evidence.js'
import { selfTested } from '../prove/self-tested.js'
import { type ArtifactReport, type Report, toReport } from '../report/report.js'
import type { EvidenceSource, Location, Subject, VerifyRequest } from '../request/verify-request.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { type DigestClaim, type DigestClaims, toDigest } from '../verify/check-digest.js'
import { type Policy, createPolicy } from '../verify/policy.js'
import { type VerificationResult, bestResult } from '../verify/verification-result.js'
import { verifyArtifact } from '../verify/verify.js'

const BUNDLE = 'the bundle'
/** Files that are hashed at once, each with its evidence. */
const CONCURRENT_FILES = 4

/** Never rejects: what went wrong is in the report. */
export async function runVerify(request: VerifyRequest, ports: LocalPorts): Promise<Report> {
  const startedAt = ports.now()
  const warnings: string[] = []
  const facts: { trustedRoot?: string; artifacts: readonly ArtifactReport[] } = { artifacts: [] }
  const error = await find().catch(toCodedError)
  return toReport({ ...facts, warnings, ...(error && { error }), startedAt, endedAt: ports.now() })

  async function find(): Promise<void> {
    const warn = (message: string): void => void warnings.push(message)
    const root = await ports.loadTrustedRoot(warn, { certificates: request.key === undefined })
    facts.trustedRoot = root.source
    const signer =
      request.key === undefined ? request.signer : { publicKey: await ports.readKey(request.key) }
    await selfTested()
    const limit = pLimit(CONCURRENT_FILES)
    const verifying = request.subjects.map((subject) =>
      limit(() => verifySubject(subject, { request, ports, root, signer, warn })),
    )
    const ends = await Promise.all(verifying.map((each) => toResultAsync(each)))
    facts.artifacts = ends.flatMap(({ value }) => (value ? [{ verification: value }] : []))
    const failure = ends.find((end) => end.error !== undefined)?.error
    if (failure !== undefined) throw failure
  }
}

interface VerifyContext {
  readonly request: VerifyRequest
  readonly ports: LocalPorts
  readonly root: TrustedRoot
  readonly signer: Policy['signer']
  readonly warn: (message: string) => void
}

async function verifySubject(
  subject: Subject,
  { request, ports, root, signer, warn }: VerifyContext,
): Promise<VerificationResult> {
  const { measured, claims: given } = await readSubject(subject, request, ports)
  const found = await readEvidence(subject, toDigest({ measured, claims: given }), request, ports)
  const results = found.map(({ evidence, claims, promiseSuffices }) =>
    verifyArtifact({
      measured,
      claims: [...given, ...claims],
      artifact: { name: subject.kind === 'file' ? subject.path : subject.digest.toString() },
      evidence,
      releaseBinding: { kind: 'not-applicable', reason: 'no release is claimed for a lone file or digest' },
      trustedRoot: root,
      policy: createPolicy({
        signer,
        compareDigest: measured !== undefined && given.length + claims.length > 0,
        bindRelease: false,
        promiseSuffices,
      }),
    }),
  )
  const best = bestResult(results)
  if (best === undefined) throw new InternalError('nothing was looked at')
  if (found[results.indexOf(best)]?.isSearched === true) {
    const hint = subject.kind === 'file' ? await guessRelease(subject.path, best, request, ports) : undefined
    warn(`${describeSearched(best)}. ${hint ?? UNKNOWN_RELEASE}`)
  }
  return best
}

/** Only what the checks have authenticated: the search may answer with anything. */
function describeSearched({ artifact, signer, logEntry }: VerificationResult): string {
  const who = signer && (findSigner({ ...signer }) ?? signer.certificateIdentity)
  const entry =
    logEntry && `log entry ${logEntry.logIndex} of ${logEntry.integratedTime ?? 'an unknown time'}`
  return `nothing lies beside ${artifact.name}, and its digest was searched in the log: ${
    who && entry ? `${entry}, signed by ${who}` : 'no entry there proves it'
  }`
}

const UNKNOWN_RELEASE = 'Which release and platform it is of, no signature says: name the version to prove it'

/** From the release site's unsigned files, and only for what the release signer signed: a hint, not a verdict. */
async function guessRelease(
  path: string,
  { outcome, digest, signer, logEntry }: VerificationResult,
  { releaseUrl, platform }: VerifyRequest,
  { releaseSite }: LocalPorts,
): Promise<string | undefined> {
  const signedAt = logEntry?.integratedTime
  const isOfRelease = signer?.certificateIdentity === RELEASE_SIGNER.certificateIdentity
  if (outcome !== 'verified' || digest === undefined || signedAt === undefined || !isOfRelease)
    return undefined
  const fileName = path.split(/[\\/]/).at(-1) ?? ''
  const place = await findRelease({ digest, fileName, signedAt, platform, releaseUrl }, releaseSite)
  if (place === undefined) return undefined
  return `By the release site's unsigned .sha256 file it is ${place}: name that version to prove it`
}

/** A digest is taken as given; a file is hashed, and compared with the `.sha256` file beside it where there is one. */
async function readSubject(
  subject: Subject,
  { expectedSha256 }: VerifyRequest,
  ports: LocalPorts,
): Promise<DigestClaims> {
  const pinned = expectedSha256 ? [{ source: 'the pin', digest: { value: expectedSha256 } }] : []
  if (subject.kind === 'digest') {
    const given = { source: 'the argument', digest: { value: subject.digest } }
    return { measured: undefined, claims: [given, ...pinned] }
  }
  const measured = { value: await ports.measure(subject.path) }
  const checksum = await toResultAsync(
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
  /** By the log's search. */
  readonly isSearched?: boolean
}

/** One or more, each of which may prove the subject. */
async function readEvidence(
  subject: Subject,
  digest: Digest | undefined,
  request: VerifyRequest,
  ports: LocalPorts,
): Promise<readonly FoundEvidence[]> {
  const { evidence } = request
  if (evidence.kind === 'bundle') return [await readBundle(evidence.location, ports)]
  if (evidence.kind === 'lock') return [await readLock(evidence.path, digest, ports)]
  if (evidence.kind === 'sidecars') return [await readSidecars(evidence, digest, request, ports)]
  return readBeside(subject.kind === 'file' ? subject.path : '', digest, request, ports)
}

/** A bundle, else sidecars, else what the log's search finds: only where there is nothing, not where it is wrong. */
async function readBeside(
  path: string,
  digest: Digest | undefined,
  request: VerifyRequest,
  ports: LocalPorts,
): Promise<readonly FoundEvidence[]> {
  const at = (ending: string): Location => ({ kind: 'file', path: `${path}${ending}` })
  const bundle = await toResultAsync(ports.readEvidence(at('.sigstore.json'), 'EVIDENCE_BUNDLE_MISSING'))
  if (bundle.error?.code !== 'EVIDENCE_BUNDLE_MISSING') {
    if (bundle.error !== undefined) throw bundle.error
    const { evidence, published } = readBundleEvidence(bundle.value.toString())
    return [{ evidence, claims: published, promiseSuffices: false }]
  }
  const sidecars = { signature: at('.sig'), certificate: at('.cert'), logEntry: undefined }
  const found = await readSidecars(sidecars, digest, request, ports)
  const { signature, certificate } = found.evidence
  const isAlone =
    signature.error?.code === 'EVIDENCE_SIGNATURE_MISSING' &&
    certificate.error?.code === 'EVIDENCE_CERTIFICATE_MISSING'
  if (!isAlone || request.isOffline || digest === undefined) return [found]
  const searched = await toResultAsync(searchEvidence(digest, ports.transparencyLog))
  const { error } = searched
  if (error !== undefined) {
    const evidence = { signature: { error }, certificate: { error }, logEntry: { error } }
    return [{ evidence, claims: [], promiseSuffices: false }]
  }
  return searched.value.map((evidence) => ({
    evidence,
    claims: [],
    promiseSuffices: false,
    isSearched: true,
  }))
}

async function readSidecars(
  sidecars: Omit<Extract<EvidenceSource, { kind: 'sidecars' }>, 'kind'>,
  digest: Digest | undefined,
  request: VerifyRequest,
  ports: LocalPorts,
): Promise<FoundEvidence> {
  const [signature, certificate] = await Promise.all([
    toResultAsync(ports.readEvidence(sidecars.signature, 'EVIDENCE_SIGNATURE_MISSING').then(parseSignature)),
    toResultAsync(
      ports.readEvidence(sidecars.certificate, 'EVIDENCE_CERTIFICATE_MISSING').then(parseCertificate),
    ),
  ])
  const parts = { digest, signature, certificate }
  const logEntry = await toResultAsync(findLogEntry(parts, sidecars.logEntry, request, ports))
  return { evidence: { signature, certificate, logEntry }, claims: [], promiseSuffices: false }
}

/** The lock file's proof for this digest, whatever release and path it stands under. */
async function readLock(path: string, digest: Digest | undefined, ports: LocalPorts): Promise<FoundEvidence> {
  const lock = parseLock(await ports.readLockFile(path))
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
  const text = await toResultAsync(ports.readEvidence(location, 'EVIDENCE_BUNDLE_MISSING'))
  const bundle = text.error === undefined ? toResult(() => parseBundle(text.value.toString())) : text
  if (bundle.error !== undefined) {
    const evidence = { signature: bundle, certificate: bundle, logEntry: bundle }
    return { evidence, claims: [{ source: BUNDLE, digest: bundle }], promiseSuffices: false }
  }
  const { digest, evidence } = bundle.value
  return {
    evidence,
    claims: digest ? [{ source: BUNDLE, digest: { value: digest } }] : [],
    // Version 0.1 was made when the log gave nothing but its promise.
    promiseSuffices: evidence.bundle.mediaType === BUNDLE_V01_MEDIA_TYPE,
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
