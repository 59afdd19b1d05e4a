// What happened, as a value; the texts, the summary and the outputs are made
// from it. `report.json` is this value as JSON.
import { formatJson } from '../json/format-json.js'
import type { Diagnosis } from '../diagnose/diagnose.js'
import { type CodedError, ERRORS, type ErrorCode, type Reason, unjudgedReason } from '../errors.js'
import type { JudgedFile } from '../inventory/judge.js'
import type { ArtifactKind } from '../kubernetes/catalogue.js'
import {
  type Outcome,
  type VerificationResult,
  decisiveCheck,
  worstOutcome,
} from '../verify/verification-result.js'

/** What is written wherever `schemaVersion` stands at the top of a report. */
const SCHEMA_VERSION = 1

/** How a program ends that has this verdict. */
export const EXIT_CODES: Readonly<Record<Outcome, number>> = { verified: 0, rejected: 1, unverifiable: 3 }

export interface ReportedError {
  readonly code: ErrorCode
  readonly reason: Reason
  /** May hold text from outside. */
  readonly message: string
  readonly hint: string
}

/** One artifact: its verification, and where it is when it was installed. */
export interface ArtifactReport {
  readonly kind?: ArtifactKind | 'image'
  readonly verification: VerificationResult
  /** Why it is not verified: which pieces belong together, and which do not. */
  readonly diagnosis?: Diagnosis
  /** Nothing was fetched for it: it stood in the cache, and was verified there. */
  readonly isFromCache?: boolean
  readonly size?: number
  readonly path?: string
  readonly bundlePath?: string
  /** A verified image by its digest: `registry.k8s.io/pause@sha256:…`. */
  readonly pinned?: string
}

/** What was found about an artifact. */
export function toArtifactReport(
  kind: ArtifactKind,
  { result, diagnosis }: { readonly result: VerificationResult; readonly diagnosis?: Diagnosis | undefined },
): ArtifactReport {
  return { kind, verification: result, ...(diagnosis && { diagnosis }) }
}

/** What was found about an image. */
export function toImageReport({
  result,
  pinned,
}: {
  readonly result: VerificationResult
  readonly pinned?: string
}): ArtifactReport {
  return { kind: 'image', verification: result, ...(pinned !== undefined && { pinned }) }
}

export interface ReleaseReport {
  readonly version: string
  /** `input`, or the URL of the release channel, or what stood in the version-file. */
  readonly source: string
  /** What was left out, and what else there is to know: end of life, pre-release. */
  readonly notes: readonly string[]
  /** The release's signed SBOM, verified like any artifact. */
  readonly sbom?: VerificationResult
}

/** What was seen of one tree of a transparency log, beside what was seen before. */
export interface LogReport {
  /** Hex. */
  readonly logId: string
  readonly treeId: string
  readonly state: 'first-seen' | 'consistent' | 'unproven' | 'inconsistent'
  readonly treeSize: number
  /** Signed notes, as the log gave them; of an inconsistent one the two that exclude each other. */
  readonly checkpoints: readonly string[]
}

/** What was found about a tree of a log. */
export function toLogReport({ logId, treeId, state, treeSize, checkpoints }: LogReport): LogReport {
  return { logId, treeId, state, treeSize, checkpoints }
}

/** What was found below the paths that were named. */
export interface InventoryReport {
  /** What a release lists, what is called like an artifact, and what could not be looked at. */
  readonly files: readonly JudgedFile[]
  /** How many more files were read. */
  readonly others: number
  /** What was passed over; may hold text from outside. */
  readonly notes: readonly string[]
}

interface Facts {
  readonly releases?: readonly ReleaseReport[]
  readonly trustedRoot?: string
  readonly artifacts: readonly ArtifactReport[]
  /** Not begun, because something had failed and the request is to fail fast. */
  readonly skipped?: readonly string[]
  /** With log-checkpoint; without, only those that are inconsistent. */
  readonly logs?: readonly LogReport[]
  /** With release. */
  readonly inventory?: InventoryReport
  /** Every host that answered, with its port, redirects included. */
  readonly hosts?: readonly string[]
  readonly warnings: readonly string[]
}

export interface Report extends Facts {
  readonly schemaVersion: typeof SCHEMA_VERSION
  readonly outcome: Outcome
  readonly exitCode: number
  /** The first thing that kept it from being verified, and of what kind that is. */
  readonly code?: ErrorCode
  readonly reason?: Reason
  /** What stopped the run as a whole. */
  readonly error?: ReportedError
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
}

export interface ReportParts extends Facts {
  readonly error?: CodedError
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly endedAt: number
}

/** The outcome is the worst of the artifacts', and never better than what stopped the run. */
export function toReport({ error, startedAt, endedAt, ...facts }: ReportParts): Report {
  const outcome = worstOutcome([
    ...facts.artifacts.map(({ verification }) => verification.outcome),
    ...(facts.inventory?.files ?? []).map((file) => file.outcome),
    ...(facts.skipped ?? []).map(() => 'unverifiable' as const),
    ...(error === undefined
      ? []
      : ([error.exitCode === EXIT_CODES.rejected ? 'rejected' : 'unverifiable'] as const)),
  ])
  // What could not be decided takes nothing from a contradiction that was found.
  const isMilder = error?.exitCode === EXIT_CODES.unverifiable && outcome === 'rejected'
  const decisive = isMilder ? undefined : error
  return {
    schemaVersion: SCHEMA_VERSION,
    outcome,
    exitCode: decisive?.exitCode ?? EXIT_CODES[outcome],
    ...(decisive === undefined ? toCause(facts, outcome) : { code: decisive.code, reason: decisive.reason }),
    ...facts,
    ...(error && {
      error: { code: error.code, reason: error.reason, message: error.message, hint: error.hint },
    }),
    startedAt: new Date(startedAt).toISOString(),
    durationMs: endedAt - startedAt,
  }
}

/** The first artifact or file of that outcome says why it is none better. */
function toCause({ artifacts, inventory }: Facts, outcome: Outcome): Pick<Report, 'code' | 'reason'> {
  if (outcome === 'verified') return {}
  const first = artifacts.find(({ verification }) => verification.outcome === outcome)
  const { code, reason } = (first && decisiveCheck(first.verification)) ?? {}
  if (code !== undefined) return { code, reason: reason ?? unjudgedReason(code) }
  const file = inventory?.files.find((each) => each.outcome === outcome)
  return file?.code === undefined ? {} : { code: file.code, reason: ERRORS[file.code].reason }
}

/** The text of report.json. */
export function formatReport(report: Report): string {
  return `${formatJson(report, 2)}\n`
}
