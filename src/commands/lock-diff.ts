// `lock diff`: two lock files → what changed → the proof of everything in the
// current one, with no log asked and no artifact fetched.
import { CodedError, InputError, LockError } from '../errors.js'
import { NO_INSTALLER } from '../fetch/file-at-hand.js'
import { createLockFile, readPipedLock } from '../files/lock-file.js'
import { type Asked, toAsked } from '../lock/asked.js'
import { compareLocks } from '../lock/changes.js'
import { assertCovered, assertNothingElse } from '../lock/frozen.js'
import { type Lock, parseLock } from '../lock/lock.js'
import { planRequest, dayOf } from '../plan/plan.js'
import type { Ports } from '../ports.js'
import { proveLocked } from '../prove/locked.js'
import { assertAge } from '../prove/old-enough.js'
import type { ProofContext } from '../prove/proof-context.js'
import { resolveVersions } from '../prove/resolve-versions.js'
import { type Ending, toReportEnding } from '../report/ending.js'
import { type ArtifactReport, type ReleaseReport, type Report, toArtifactReport } from '../report/report.js'
import type { Words } from '../request/input.js'
import { type LockDiffRequest, STANDARD_INPUT, parseLockDiffRequest } from '../request/lock-request.js'
import type { Request } from '../request/request.js'
import { toResultAsync } from '../result.js'
import { listWeakerRequests } from '../verify/weaknesses.js'
import { withWorld } from '../world.js'
import { toQuietWorld } from './quiet-world.js'
import { assertSignerNamed, endWhole, toChangesEnding } from './lock-ending.js'
import { writeReport } from './results.js'
import { reportRun, warningsOf } from './report-run.js'
import type { RunCommand, Surroundings } from './surroundings.js'

/** Tells what changed from one lock file to another, once the current one is proven. */
export const runLockDiff: RunCommand = (words, surroundings) =>
  endWhole(words, () => diff(words, surroundings))

async function diff(words: Words, surroundings: Surroundings): Promise<Ending> {
  const request = parseLockDiffRequest(words)
  const former = await readLock(request.former)
  const current = await readLock(request.current)
  if (current === undefined) throw new LockError('LOCK_MISSING', 'standard input holds no lock file')
  const changes = compareLocks(former, current)
  const asked = toAsked(current, toName(request.current))
  assertProvable(request, { asked, lock: current, words })
  const world = toQuietWorld(surroundings, NO_INSTALLER)
  const again = { ...request, ...asked }
  const report = await withWorld(again, world, (ports) => run(again, current, ports))
  const reportPath = await writeReport(report, request.reportFolder)
  const ending = toReportEnding(report, { reportPath })
  return ending.exitCode === 0 ? toChangesEnding({ changes, report }, ending, request) : ending
}

/** @returns undefined of an empty standard input: what `git show` leaves of a file that was not there */
async function readLock(path: string): Promise<Lock | undefined> {
  const text = path === STANDARD_INPUT ? await readPipedLock() : await createLockFile(path).read()
  if (text === undefined) throw new LockError('LOCK_MISSING', `there is no lock file "${path}"`)
  return path === STANDARD_INPUT && text === '' ? undefined : parseLock(text, toName(path))
}

function toName(path: string): string {
  return path === STANDARD_INPUT ? 'the lock file on standard input' : `the lock file "${path}"`
}

interface Provable {
  readonly asked: Asked
  readonly lock: Lock
  readonly words: Words
}

function assertProvable(request: LockDiffRequest, { asked, lock, words }: Provable): void {
  assertSignerNamed(request, asked, words)
  const isBySbom = lock.artifacts.some((entry) => 'signatureSource' in entry)
  if (!isBySbom || request.releaseBinding !== 'off') return
  const message =
    'off leaves nothing that proves what the lock file has by the SBOM of a release; allowed: required'
  throw new InputError([{ code: 'INPUT_CONFLICT', field: words.spell('release-binding'), message }])
}

/** Of two lock files, it is the current one that something is wrong with. */
function named(error: CodedError, path: string): CodedError {
  if (!(error instanceof LockError)) return error
  return new CodedError(error.code, `${toName(path)}: ${error.message}`, error)
}

interface Facts {
  releases: readonly ReleaseReport[]
  artifacts: readonly ArtifactReport[]
  trustedRoot: string
  readonly warnings: readonly string[]
}

/** Never rejects: what went wrong is in the report. */
async function run(request: LockDiffRequest, lock: Lock, ports: Ports): Promise<Report> {
  const warnings = listWeakerRequests({ ...request, isOfNoRelease: request.urls.length > 0 })
  const facts: Facts = { releases: [], artifacts: [], trustedRoot: '', warnings }
  const warn = (message: string): void => void warnings.push(message)
  return reportRun(facts, ports, async () => {
    const { error } = await toResultAsync(find(facts, request, { lock, ports, warn }))
    if (error !== undefined) throw named(error, request.current)
  })
}

async function find(
  facts: Facts,
  request: Request,
  { lock, ports, warn }: Pick<ProofContext, 'ports' | 'warn'> & { readonly lock: Lock },
): Promise<void> {
  if (request.releaseBinding === 'off')
    warn('release-binding is off: nothing proves which version, platform and file this is')
  const { versions } = await resolveVersions(request, ports, { lock })
  const today = dayOf(ports.now())
  // What has no bundle of its own is proven by the SBOM, whatever is asked for: the lock file says which.
  const planned = planRequest({ ...request, signatureSource: 'release-sbom' }, versions, today)
  const whole = planRequest({ ...request, releaseBinding: 'required' }, versions, today)
  assertNothingElse(whole, lock)
  assertCovered(request, planned, lock)
  facts.releases = planned.releases.map(({ version, source, notes }) => ({ version, source, notes }))
  const loadingRoot = toResultAsync(ports.loadTrustedRoot(warn))
  const context = { request, ports, loadingRoot, lock, warn }
  const proofs = await proveLocked(lock, whole, context)
  facts.trustedRoot = (await loadingRoot).value?.source ?? ''
  facts.artifacts = proofs.map((proof) => toArtifactReport(proof.planned.kind, proof))
  for (const warning of warningsOf(proofs)) warn(warning)
  if (proofs.some(({ result }) => result.outcome !== 'verified')) return
  await assertAge(
    proofs.map(({ result }) => result),
    context,
  )
}
