// What is already at hand: a file or a digest, with its evidence from files,
// URLs, a lock file, or, where nothing lies beside it, the log's search.
import { type Diagnosis, diagnose } from '../diagnose/diagnose.js'
import { NO_FACTS } from '../diagnose/facts.js'
import type { Digest, FurtherDigests } from '../digest.js'
import { type CodedError, EvidenceError, LockError } from '../errors.js'
import { type Candidate, isNothing, toNoEvidence } from '../evidence/candidate.js'
import { parseChecksum } from '../evidence/checksum.js'
import { type Beside, gatherBeside, gatherPair, underUsualNames } from '../gather/beside.js'
import { toBundleCandidate, toLockCandidate } from '../gather/bundle.js'
import { type MeasureFurther, readEntries, toPairCandidate, toSignedDigest } from '../gather/lookup.js'
import { MISSING_CODES, type ReadEnding } from '../gather/names.js'
import { searchCandidates } from '../gather/search.js'
import { parseLock } from '../lock/lock.js'
import type { LocalPorts } from '../ports.js'
import type { Location } from '../request/verify-inputs.js'
import type { EvidenceSource, Subject as LocalSubject, VerifyRequest } from '../request/verify-request.js'
import { type Result, mapResult, toResultAsync } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { type DigestClaim, toDigest } from '../verify/check-digest.js'
import { type Policy, isManagedKey } from '../verify/policy.js'
import type { Proof } from '../verify/proof.js'
import { once, withFurther } from './further.js'
import { gatherFacts } from './gather-facts.js'
import type { Subject } from './judge.js'
import { type Gathering, type Judging, prove } from './prove.js'

export interface LocalContext {
  readonly request: VerifyRequest
  readonly ports: LocalPorts
  readonly trustedRoot: TrustedRoot
  readonly signer: Policy['signer']
}

/** A proof with what a `.sha256` file beside the file says. */
export interface LocalProof extends Proof {
  readonly checksum: Digest | undefined
}

interface LocalDigests {
  readonly measured: Result<Digest> | undefined
  readonly claims: readonly DigestClaim[]
  readonly checksum: Digest | undefined
}

interface LocalGathering extends Gathering {
  /** Why there may be more than was looked at. */
  readonly incomplete?: EvidenceError | undefined
}

/**
 * Proves one file or digest.
 * @throws CodedError when what was named cannot be read at all
 */
export async function proveLocal(local: LocalSubject, context: LocalContext): Promise<LocalProof> {
  const { request, ports, trustedRoot, signer } = context
  const { measured, claims, checksum } = await readSubject(local, request, ports)
  const subject: Subject = {
    artifact: { name: local.kind === 'file' ? local.path : local.digest.toString() },
    measured,
    claims,
    releaseBinding: { kind: 'not-applicable', reason: 'no release is claimed for a lone file or digest' },
    signer,
    predicateType: request.predicateType,
  }
  const { transparencyLog: log } = ports
  const digest = toDigest({ measured, claims })
  const further = once(() => measureFurther(local, measured, ports))
  const gathering = await gather(local, digest, { ...context, log, further })
  const judging = { log, trustedRoot }
  const judged = await withFurther(subject, gathering, further)
  const proof = await proveGathered(judged, gathering, judging)
  const isBeside = request.evidence.kind === 'beside' && !gathering.candidates.every(isNothing)
  if (!isBeside || proof.result.outcome === 'verified' || request.isOffline || digest === undefined)
    return { checksum, ...proof }
  // What lies beside the file is no proof. That is no worse than if nothing did: then the log would be searched.
  const searched = await search(digest, gathering, context)
  const second = await proveGathered(subject, searched, judging)
  const all = [...proof.judged, ...second.judged]
  return { checksum, ...(second.result.outcome === 'verified' ? second : proof), judged: all }
}

async function measureFurther(
  local: LocalSubject,
  measured: Result<Digest> | undefined,
  ports: LocalPorts,
): Promise<FurtherDigests | undefined> {
  if (local.kind !== 'file' || measured?.value === undefined) return undefined
  return ports.measureFurther(local.path, measured.value)
}

async function proveGathered(
  subject: Subject,
  { incomplete, ...gathering }: LocalGathering,
  judging: Judging,
): Promise<Proof> {
  if (incomplete === undefined) return prove(subject, gathering, judging)
  const proof = gathering.candidates.length > 0 ? await prove(subject, gathering, judging) : undefined
  if (proof?.result.outcome === 'verified') return proof
  // Of entries that were not looked at, any could be the genuine one.
  const missing = await prove(subject, only(toMissing(incomplete)), judging)
  return { ...missing, judged: [...(proof?.judged ?? []), ...missing.judged] }
}

/** Why a proof failed; undefined of one that holds. */
export async function diagnoseLocal(
  subject: LocalSubject,
  { checksum, ...proof }: LocalProof,
  { request, ports, trustedRoot, signer }: LocalContext,
): Promise<Diagnosis | undefined> {
  if (proof.result.outcome === 'verified') return undefined
  if (request.isOffline || request.evidence.kind === 'lock') return diagnose(proof, NO_FACTS)
  const { transparencyLog: log, hintSite } = ports
  const { releaseUrl, platform } = request
  const judging = { log, trustedRoot }
  const context = { signer, judging, log, hintSite, sbomsAtHand: undefined, releaseUrl, platform }
  const measured = subject.kind === 'file' ? proof.result.digest : undefined
  const fileName = subject.kind === 'file' ? (subject.path.split(/[\\/]/).at(-1) ?? '') : ''
  const input = { proof, measured, pin: request.expectedSha256, checksum, fileName }
  return diagnose(proof, await gatherFacts(input, context))
}

/** A digest is taken as given; a file is hashed, and compared with the `.sha256` file beside it where there is one. */
async function readSubject(
  subject: LocalSubject,
  { expectedSha256 }: VerifyRequest,
  ports: LocalPorts,
): Promise<LocalDigests> {
  const pinned = expectedSha256 ? [{ source: 'the pin', digest: { value: expectedSha256 } }] : []
  if (subject.kind === 'digest') {
    const given = { source: 'the argument', digest: { value: subject.digest } }
    return { measured: undefined, claims: [given, ...pinned], checksum: undefined }
  }
  const measured = { value: await ports.measure(subject.path) }
  const location = { kind: 'file', path: `${subject.path}.sha256` } as const
  const checksum = await toResultAsync(
    ports
      .readEvidence(location, 'EVIDENCE_CHECKSUM_MISSING')
      .then((file) => parseChecksum(file, nameOf(subject.path))),
  )
  const isAbsent = checksum.error?.code === 'EVIDENCE_CHECKSUM_MISSING'
  const published = isAbsent ? [] : [{ source: 'the .sha256 file', digest: checksum }]
  return { measured, claims: [...pinned, ...published], checksum: checksum.value }
}

/** Evidence that the user names is the only one: nothing rescues it. */
async function gather(
  subject: LocalSubject,
  digest: Digest | undefined,
  context: LocalContext & Pick<Judging, 'log'> & { readonly further: MeasureFurther },
): Promise<LocalGathering> {
  const { request, ports, log, further } = context
  const { evidence } = request
  if (evidence.kind === 'bundle') return only(await readBundle(evidence.location, ports))
  if (evidence.kind === 'lock') return only(await readLock(evidence.path, digest, ports))
  if (evidence.kind === 'sidecars') return only(await readNamedPair(evidence, digest, context))
  const path = subject.kind === 'file' ? subject.path : undefined
  const found =
    path === undefined
      ? { candidates: [], absent: [] }
      : await gatherBeside(besideFile(path, ports), { digest: () => Promise.resolve(digest), further, log })
  const isAlone = found.candidates.every(isNothing)
  if (isAlone && !request.isOffline && digest !== undefined) return search(digest, found, context)
  if (found.candidates.length > 0) return found
  const message = 'there is no evidence for a lone digest, and offline the log cannot be searched'
  return only(toMissing(new EvidenceError('EVIDENCE_SIGNATURE_MISSING', message)))
}

/** Only where there is nothing at all, not where it is wrong. */
async function search(
  digest: Digest,
  found: Gathering,
  { ports, signer }: LocalContext,
): Promise<LocalGathering> {
  const expected = isManagedKey(signer) ? undefined : signer
  const searched = await toResultAsync(searchCandidates(digest, expected, ports.transparencyLog))
  if (searched.error !== undefined) return { ...found, candidates: [toMissing(searched.error)] }
  const { candidates, incomplete } = searched.value
  if (candidates.length > 0 || incomplete !== undefined)
    return { candidates, absent: found.absent, incomplete }
  const message = `nothing lies beside it, and the log's search knows no signature of ${digest.toString()}`
  return { ...found, candidates: [toMissing(new EvidenceError('EVIDENCE_SIGNATURE_MISSING', message))] }
}

async function readBundle(location: Location, ports: LocalPorts): Promise<Candidate> {
  const bytes = await toResultAsync(ports.readEvidence(location, 'EVIDENCE_BUNDLE_MISSING'))
  return toBundleCandidate('named-bundle', mapResult(bytes, String))
}

/** The lock file's proof for this digest, whatever release and path it stands under. */
async function readLock(path: string, digest: Digest | undefined, ports: LocalPorts): Promise<Candidate> {
  const lock = parseLock(await ports.readLockFile(path), `the lock file "${path}"`)
  const entry = lock.artifacts.find((each) => 'bundle' in each && digest?.equals(each.digest) === true)
  if (entry !== undefined && 'bundle' in entry) return toLockCandidate(entry)
  const message = `the lock file has no proof for ${digest?.toString() ?? 'no digest'}`
  throw new LockError('LOCK_INCOMPLETE', message)
}

/** Two files, or URLs; the log's entry from a file, or from the log. */
async function readNamedPair(
  named: Extract<EvidenceSource, { kind: 'sidecars' }>,
  digest: Digest | undefined,
  { ports, further }: Pick<LocalContext, 'ports'> & { readonly further: MeasureFurther },
): Promise<Candidate> {
  const parts = await gatherPair({
    signature: () => ports.readEvidence(named.signature, 'EVIDENCE_SIGNATURE_MISSING'),
    certificate: () => ports.readEvidence(named.certificate, 'EVIDENCE_CERTIFICATE_MISSING'),
  })
  const pair = toPairCandidate('named-pair', parts, await toSignedDigest(parts, digest, further))
  if (named.logEntry === undefined) return pair
  const file = await toResultAsync(
    ports.readEvidence({ kind: 'file', path: named.logEntry }, 'EVIDENCE_LOG_ENTRY_MISSING'),
  )
  const entries = file.error === undefined ? readEntries({ answers: [file.value.toString()] }) : [file]
  const [first = pair.evidence, ...alternatives] = entries.map((logEntry) => ({ ...pair.evidence, logEntry }))
  return { source: 'named-pair', evidence: first, alternatives }
}

function besideFile(path: string, ports: LocalPorts): Beside {
  const read: ReadEnding = (kind, ending) =>
    ports.readEvidence({ kind: 'file', path: `${path}${ending}` }, MISSING_CODES[kind])
  // The checksum is compared as soon as the file is measured.
  return { name: nameOf(path), ...underUsualNames(read), checksum: undefined }
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? ''
}

function only(candidate: Candidate): Gathering {
  return { candidates: [candidate], absent: [] }
}

function toMissing(error: CodedError): Candidate {
  return { source: 'search', evidence: toNoEvidence(error), alternatives: [] }
}
