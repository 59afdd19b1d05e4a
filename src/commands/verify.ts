// The short line for what is already at hand: files or a digest, with their
// evidence from files, URLs or the log → verify → report. Nothing is installed.
import pLimit from 'p-limit'
import { listWeakerRequests } from '../verify/weaknesses.js'
import { isNothing } from '../evidence/candidate.js'
import { replaceFile } from '../files/replace-file.js'
import { RELEASE_SIGNER, findSigner } from '../kubernetes/signer.js'
import type { LocalPorts } from '../ports.js'
import { findRelease } from '../prove/find-release.js'
import { type LocalContext, diagnoseLocal, proveLocal } from '../prove/local-prover.js'
import { readCheckpoints } from '../prove/log-consistency.js'
import { assertOldEnough } from '../prove/old-enough.js'
import { selfTested } from '../prove/self-tested.js'
import { type ArtifactReport, type LogReport, type Report } from '../report/report.js'
import type { Subject, VerifyRequest } from '../request/verify-request.js'
import { toResultAsync } from '../result.js'
import { watch } from './watch-logs.js'
import type { Proof } from '../verify/proof.js'
import { reportRun, warningsOf } from './report-run.js'
import type { VerificationResult } from '../verify/verification-result.js'

/** Files that are hashed at once, each with its evidence. */
const CONCURRENT_FILES = 4

/** Never rejects: what went wrong is in the report. */
export async function runVerify(request: VerifyRequest, ports: LocalPorts): Promise<Report> {
  const warnings: string[] = []
  const facts: Facts = { artifacts: [], warnings }
  return reportRun(facts, ports, async () => {
    const warn = (message: string): void => void warnings.push(message)
    const kept = await readCheckpoints(ports.checkpointFile)
    const root = await ports.loadTrustedRoot(warn, { certificates: request.key === undefined })
    facts.trustedRoot = root.source
    // A managed key is named by whoever asks, as its own.
    const own = request.key === undefined ? request.signer : undefined
    const weaker = { ...request, signer: own, isOfNoRelease: true }
    warnings.push(...listWeakerRequests(weaker))
    const signer =
      request.key === undefined ? request.signer : { publicKey: await ports.readKey(request.key) }
    await selfTested()
    const limit = pLimit(CONCURRENT_FILES)
    const verifying = request.subjects.map((subject) =>
      limit(() => verifySubject(subject, { request, ports, trustedRoot: root, signer, warn })),
    )
    const ends = await Promise.all(verifying.map((each) => toResultAsync(each)))
    const verified = ends.flatMap(({ value }) => value ?? [])
    facts.artifacts = verified.map(({ report }) => report)
    const failure = ends.find((end) => end.error !== undefined)?.error
    if (failure !== undefined) throw failure
    const proofs = verified.map(({ proof }) => proof)
    const settleLogs = await watch(proofs, { facts, trustedRoot: root, kept, ports, warn })
    await assertAges(proofs, { request, ports, trustedRoot: root, signer })
    const areAllVerified = proofs.every(({ result }) => result.outcome === 'verified')
    if (request.logCheckpoint === undefined || !areAllVerified) return
    const text = await settleLogs?.()
    if (text !== undefined) await replaceFile({ path: request.logCheckpoint, text })
  })
}

interface Facts {
  trustedRoot?: string
  artifacts: readonly ArtifactReport[]
  readonly warnings: readonly string[]
  logs?: readonly LogReport[]
}

async function assertAges(
  proofs: readonly Proof[],
  { request: { minimumAge, isOffline }, ports, trustedRoot, signer }: LocalContext,
): Promise<void> {
  if (minimumAge === undefined) return
  const { transparencyLog: log } = ports
  const earlier = isOffline ? undefined : { signer, log, judging: { log, trustedRoot } }
  const results = proofs.map(({ result }) => result)
  await assertOldEnough(results, { minimumAge, now: ports.now() }, earlier)
}

type VerifyContext = LocalContext & { readonly warn: (message: string) => void }

interface VerifiedSubject {
  readonly proof: Proof
  readonly report: ArtifactReport
}

async function verifySubject(subject: Subject, context: VerifyContext): Promise<VerifiedSubject> {
  const { warn } = context
  const proof = await proveLocal(subject, context)
  for (const warning of warningsOf([proof])) warn(warning)
  const { result, chosen } = proof
  if (chosen?.source === 'search' && chosen.evidence.signature.value !== undefined) {
    const hint = subject.kind === 'file' ? await guessRelease(subject.path, result, context) : undefined
    const hasOthers = proof.judged.some(
      ({ candidate }) => candidate.source !== 'search' && !isNothing(candidate),
    )
    warn(`${describeSearched(result, hasOthers)}. ${hint ?? UNKNOWN_RELEASE}`)
  }
  const diagnosis = await diagnoseLocal(subject, proof, context)
  return { proof, report: { verification: result, ...(diagnosis && { diagnosis }) } }
}

/** Only what the checks have authenticated: the search may answer with anything. */
function describeSearched({ artifact, signer, logEntry }: VerificationResult, hasOthers: boolean): string {
  const who = signer && (findSigner({ ...signer }) ?? signer.certificateIdentity)
  const entry =
    logEntry && `log entry ${logEntry.logIndex} of ${logEntry.integratedTime ?? 'an unknown time'}`
  const why = hasOthers ? 'no proof lies' : 'nothing lies'
  return `${why} beside ${artifact.name}, and its digest was searched in the log: ${
    who && entry ? `${entry}, signed by ${who}` : 'no entry there proves it'
  }`
}

const UNKNOWN_RELEASE = 'Which release and platform it is of, no signature says: name the version to prove it'

/** From the release site's unsigned files, and only for what the release signer signed: a hint, not a verdict. */
async function guessRelease(
  path: string,
  { outcome, digest, signer, logEntry }: VerificationResult,
  { request: { releaseUrl, platform }, ports: { hintSite } }: VerifyContext,
): Promise<string | undefined> {
  const signedAt = logEntry?.integratedTime
  const isOfRelease = signer?.certificateIdentity === RELEASE_SIGNER.certificateIdentity
  if (outcome !== 'verified' || digest === undefined || signedAt === undefined || !isOfRelease)
    return undefined
  const fileName = path.split(/[\\/]/).at(-1) ?? ''
  const place = await findRelease({ digest, fileName, signedAt, platform, releaseUrl }, hintSite)
  if (place === undefined) return undefined
  return `By the release site's unsigned .sha256 file it is ${place}: name that version to prove it`
}
