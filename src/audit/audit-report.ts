// What an audit found, as a value: `report.json` of an audit is this value as
// JSON, and docs/audit-report.schema.json is made from the schema below. A
// report is also read back, as a baseline, a shard or the start of a run that
// was cancelled; then it is input like any other, and read strictly.
//
// The report never says more than the depth proved: at depth `digest`,
// `verified` says that the published digest is signed, not that anybody saw
// bytes that have it.
import { formatJson } from '../json/format-json.js'
import { readJson, withoutValue } from '../json/read-json.js'
import * as v from 'valibot'
import { InputError } from '../errors.js'
import { CHECK_IDS, CROSS_CHECK_IDS, IMAGE_CHECK_IDS } from '../verify/check.js'
import { FINDING_CODES, SEVERITIES } from './finding.js'

/** What is written wherever `schemaVersion` stands at the top of an audit's report. */
const AUDIT_SCHEMA_VERSION = 1

const MAX_TEXT_LENGTH = 4096
const MAX_RELEASES = 10_000
const MAX_ARTIFACTS = 100_000
const MAX_FINDINGS = 1000
const MAX_CHECKPOINTS = 256

/** Text that may come from outside, and has an end. */
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** A time as ISO 8601 in UTC. */
export const time = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/))
const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))
/** A version of a release, with its `v`. */
export const version = v.pipe(
  v.string(),
  v.regex(
    /^v(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})(?:-(?:alpha|beta|rc)\.(?:0|[1-9]\d{0,5}))?$/,
  ),
)
/** Below the release's folder, or `image:NAME`. */
export const path = v.pipe(
  v.string(),
  v.maxLength(512),
  v.regex(/^(?:image:)?[A-Za-z0-9][A-Za-z0-9._+-]*(?:\/[A-Za-z0-9][A-Za-z0-9._+-]*)*$/),
)
const outcome = v.picklist(['verified', 'rejected', 'unverifiable'])
const depth = v.picklist(['digest', 'full'])
const status = v.picklist(['passed', 'failed', 'not-run'])
const checkId = v.picklist([...CHECK_IDS, ...CROSS_CHECK_IDS, ...IMAGE_CHECK_IDS])

const finding = v.strictObject({
  code: v.picklist(FINDING_CODES),
  severity: v.picklist(SEVERITIES),
  message: text,
  expected: v.exactOptional(text),
  actual: v.exactOptional(text),
  /** Set where there is a baseline to compare with. */
  since: v.exactOptional(v.picklist(['new', 'standing'])),
})

/** One artifact or image of a release. What passed is said by its status alone; what did not, in full. */
export const artifactSchema = v.strictObject({
  path,
  name: text,
  kind: v.picklist(['binary', 'tarball', 'sbom', 'image']),
  /** `linux/amd64`; absent where one file serves all. */
  platform: v.exactOptional(text),
  /** `full`: the bytes were hashed. `digest`: evidence was checked for the published digest; no bytes were seen. */
  depth,
  outcome,
  digest: v.exactOptional(digest),
  /** In bytes; only at depth `full`. */
  size: v.exactOptional(count),
  /** Each check's status, in the order of the checks. */
  checks: v.record(checkId, status),
  /** Each check that failed, or that was required and did not run. */
  problems: v.exactOptional(
    v.array(
      v.strictObject({
        id: checkId,
        status,
        code: v.exactOptional(v.picklist(FINDING_CODES)),
        detail: text,
        expected: v.exactOptional(text),
        actual: v.exactOptional(text),
      }),
    ),
  ),
  findings: v.exactOptional(v.pipe(v.array(finding), v.maxLength(MAX_FINDINGS))),
  /** Certificate identity and OIDC issuer, where the certificate is proven. */
  signer: v.exactOptional(v.strictObject({ certificateIdentity: text, oidcIssuer: text })),
  /** The transparency log entry, where it is proven. */
  logEntry: v.exactOptional(
    v.strictObject({ uuid: text, logId: text, logIndex: count, integratedTime: v.exactOptional(time) }),
  ),
})

const release = v.strictObject({
  version,
  /** `input`, or the URL of the release channel. */
  source: text,
  notes: v.array(text),
  /** When the release was made, by its signed SBOM. */
  releasedAt: v.exactOptional(time),
  /** The worst of its artifacts'. */
  outcome,
  /** What concerns the release as a whole, such as a paper that is missing. */
  findings: v.array(finding),
  /** By path. */
  artifacts: v.pipe(v.array(artifactSchema), v.maxLength(MAX_ARTIFACTS)),
})

const counts = v.strictObject({
  artifacts: count,
  verified: count,
  rejected: count,
  unverifiable: count,
  findings: v.strictObject({ alarm: count, error: count, warning: count, note: count }),
})

const location = { version, path: v.exactOptional(path) }

const comparison = v.strictObject({
  /** When the baseline was made. */
  baselineStartedAt: time,
  new: count,
  standing: count,
  /** Findings of the baseline that are gone, though what they were about was looked at. */
  fixed: v.array(v.strictObject({ ...location, code: v.picklist(FINDING_CODES), message: text })),
  /** Digests that moved while the version stood still: the loudest. */
  moved: v.array(v.strictObject({ ...location, from: digest, to: digest })),
})

const checkpoint = v.strictObject({
  logId: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Empty of a log of Rekor v2. */
  treeId: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{16})?$/)),
  treeSize: count,
  /** The signed note. */
  checkpoint: text,
})

const signer = v.strictObject({ certificateIdentity: text, oidcIssuer: text })
/** Who has to have signed releases and images. */
export const signers = v.strictObject({ release: signer, image: signer })

/** The form of report.json; scripts/audit-schema.mjs makes the published schema of it. @public */
export const auditReportSchema = v.strictObject({
  schemaVersion: v.literal(AUDIT_SCHEMA_VERSION),
  kind: v.literal('audit'),
  outcome,
  /** By `fail-on`; the outcome stays what it is. */
  exitCode: v.picklist([0, 1, 2, 3, 70]),
  depth,
  /** How many artifacts of each release were taken in full, and the seed that draws the same again. */
  sample: v.exactOptional(v.strictObject({ perRelease: count, seed: text })),
  /** Which part of a plan this is. */
  shard: v.exactOptional(v.strictObject({ number: count, of: count, plan: digest })),
  trustedRoot: v.exactOptional(text),
  /** Who has to have signed. */
  signers,
  /** The version of this program. */
  program: v.exactOptional(text),
  counts,
  comparison: v.exactOptional(comparison),
  /** The last state of each tree of a log that everything before it leads to: the next audit goes on from there. */
  checkpoints: v.exactOptional(v.pipe(v.array(checkpoint), v.maxLength(MAX_CHECKPOINTS))),
  releases: v.pipe(v.array(release), v.maxLength(MAX_RELEASES)),
  /** Every host that answered, with its port. */
  hosts: v.exactOptional(v.array(text)),
  warnings: v.array(text),
  /** What stopped the audit as a whole. */
  error: v.exactOptional(v.strictObject({ code: v.picklist(FINDING_CODES), message: text, hint: text })),
  startedAt: time,
  durationMs: count,
})

export type AuditReport = v.InferOutput<typeof auditReportSchema>
/** What a report's outcome, counts and exit code follow from. */
export type AuditFacts = Omit<
  AuditReport,
  'schemaVersion' | 'kind' | 'outcome' | 'exitCode' | 'counts' | 'error'
>
export type AuditedRelease = AuditReport['releases'][number]
export type AuditedArtifact = AuditedRelease['artifacts'][number]
export type AuditedCheckpoint = NonNullable<AuditReport['checkpoints']>[number]
export type Comparison = NonNullable<AuditReport['comparison']>

/**
 * Reads a report.
 * @param name of the file, for the error
 * @throws InputError INPUT_INVALID, with the JSON path of the first fault
 */
export function parseAuditReport(json: string, field: string, name: string): AuditReport {
  const refuse = (what: string): InputError =>
    new InputError([
      { code: 'INPUT_INVALID', field, message: `"${name}" is not the report of an audit: ${what}` },
    ])
  return readJson(json, auditReportSchema, { refuse: ({ what }) => refuse(what), message: withoutValue })
}

/** The text of report.json. */
export function formatAuditReport(report: AuditReport): string {
  return [...toAuditReportPieces(report)].join('')
}

/** The same in pieces, for who writes what need not be in memory: an artifact a line, so that reports can be compared line by line. */
export function* toAuditReportPieces({ releases, ...rest }: AuditReport): Generator<string> {
  yield `${withoutEnd(rest)},\n  "releases": [`
  for (const [index, { artifacts, ...release }] of releases.entries()) {
    yield `${index === 0 ? '' : ','}\n${withoutEnd(release).replace(/^/gm, '    ')},\n      "artifacts": [`
    for (const [at, artifact] of artifacts.entries())
      yield `${at === 0 ? '' : ','}\n        ${formatJson(artifact)}`
    yield `${artifacts.length === 0 ? '' : '\n      '}]\n    }`
  }
  yield `${releases.length === 0 ? '' : '\n  '}]\n}\n`
}

/** An object's JSON, open for one more field. */
function withoutEnd(object: object): string {
  return formatJson(object, 2).replace(/\n\}$/, '')
}
