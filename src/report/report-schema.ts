// The form of report.json of `get`, `verify` and `image`, which
// docs/report.schema.json is made from. Programs read it: a field that is not
// here is not written, and what is written stands here.
import * as v from 'valibot'
import { ERRORS, type ErrorCode, REASONS, type Reason } from '../error-codes.js'
import { SIGNATURE_SOURCES } from '../request/request.js'
import type { Diagnosis } from '../diagnose/diagnose.js'
import { FILE_STATES, type JudgedFile } from '../inventory/judge.js'
import { CHECK_IDS, CROSS_CHECK_IDS, IMAGE_CHECK_IDS } from '../verify/check.js'
import type { JudgedCheck, VerificationResult } from '../verify/verification-result.js'
import type { ArtifactReport, InventoryReport, LogReport, ReleaseReport, Report } from './report.js'

/** A field that is added to a value is added to its form, or this does not compile. */
type Fields<T> = Record<keyof T, unknown>

const text = v.string()
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const time = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/))
const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))
const code = v.picklist(Object.keys(ERRORS) as ErrorCode[])
const reason = v.picklist(Object.keys(REASONS) as Reason[])
const outcome = v.picklist(['verified', 'rejected', 'unverifiable'])
const checkId = v.picklist([...CHECK_IDS, ...CROSS_CHECK_IDS, ...IMAGE_CHECK_IDS])

const check = v.strictObject({
  id: checkId,
  status: v.picklist(['passed', 'failed', 'not-run']),
  /** Set when failed, and when not run for a reason that keeps a required check from passing. */
  code: v.exactOptional(code),
  /** Set with the code: `contradiction` when failed, and never else. */
  reason: v.exactOptional(reason),
  /** One sentence; may hold text from outside, as the next three may. */
  detail: text,
  remedy: v.exactOptional(text),
  expected: v.exactOptional(text),
  actual: v.exactOptional(text),
  /** Whether the outcome depends on its passing; one that failed rejects in any case. */
  required: v.boolean(),
} satisfies Fields<JudgedCheck>)

const verification = v.strictObject({
  schemaVersion: v.literal(1),
  artifact: v.strictObject({
    name: text,
    version: v.exactOptional(text),
    platform: v.exactOptional(text),
    path: v.exactOptional(text),
  }),
  digest: v.exactOptional(digest),
  depth: v.picklist(['full', 'digest']),
  signatureSource: v.picklist(SIGNATURE_SOURCES),
  outcome,
  checks: v.array(check),
  leafHash: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  signer: v.exactOptional(v.strictObject({ certificateIdentity: text, oidcIssuer: text })),
  logEntry: v.exactOptional(
    v.strictObject({ uuid: text, logId: text, logIndex: count, integratedTime: v.exactOptional(time) }),
  ),
} satisfies Fields<VerificationResult>)

const diagnosis = v.strictObject({
  code,
  check: checkId,
  message: text,
  remedy: text,
  expected: v.exactOptional(text),
  actual: v.exactOptional(text),
  explainsAll: v.boolean(),
} satisfies Fields<Diagnosis>)

/** The form of report.json of get, verify and image, of which the published schema is made. */
export const reportSchema = v.strictObject({
  schemaVersion: v.literal(1),
  /** The worst of the artifacts', and never better than what stopped the run. */
  outcome,
  exitCode: v.picklist([0, 1, 2, 3, 70]),
  /** The first thing that kept it from being verified, and of what kind that is. */
  code: v.exactOptional(code),
  reason: v.exactOptional(reason),
  releases: v.exactOptional(
    v.array(
      v.strictObject({
        version: text,
        source: text,
        notes: v.array(text),
        sbom: v.exactOptional(verification),
      } satisfies Fields<ReleaseReport>),
    ),
  ),
  trustedRoot: v.exactOptional(text),
  artifacts: v.array(
    v.strictObject({
      kind: v.exactOptional(v.picklist(['binary', 'tarball', 'sbom', 'provenance', 'image'])),
      verification,
      diagnosis: v.exactOptional(diagnosis),
      isFromCache: v.exactOptional(v.boolean()),
      size: v.exactOptional(count),
      path: v.exactOptional(text),
      bundlePath: v.exactOptional(text),
      pinned: v.exactOptional(text),
    } satisfies Fields<ArtifactReport>),
  ),
  skipped: v.exactOptional(v.array(text)),
  /** What was seen of each tree of a log, beside what was seen before. */
  logs: v.exactOptional(
    v.array(
      v.strictObject({
        logId: text,
        treeId: text,
        state: v.picklist(['first-seen', 'consistent', 'unproven', 'inconsistent']),
        treeSize: count,
        checkpoints: v.array(text),
      } satisfies Fields<LogReport>),
    ),
  ),
  /** With release: what was found below the paths that were named. */
  inventory: v.exactOptional(
    v.strictObject({
      files: v.array(
        v.strictObject({
          /** The file on the disk, and then, within it, from archive to archive; may hold text from outside. */
          place: v.array(text),
          state: v.picklist(FILE_STATES),
          outcome,
          code: v.exactOptional(code),
          detail: text,
          sha256: v.exactOptional(digest),
          size: v.exactOptional(count),
          /** What it is, by the signed SBOM of that release. */
          artifact: v.exactOptional(text),
        } satisfies Fields<JudgedFile>),
      ),
      others: count,
      notes: v.array(text),
    } satisfies Fields<InventoryReport>),
  ),
  /** Every host that answered, with its port. */
  hosts: v.exactOptional(v.array(text)),
  warnings: v.array(text),
  /** What stopped the run as a whole. */
  error: v.exactOptional(v.strictObject({ code, reason, message: text, hint: text })),
  startedAt: time,
  durationMs: count,
} satisfies Fields<Report>)
