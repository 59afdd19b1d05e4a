// What an audit was asked for: a request like any other, and what only an
// audit has. Most defaults are wider than those of `get`: everything of every
// supported release.
import { type FieldErrors, readBoolean, readChoice, readList, refuse } from './fields.js'
import {
  INPUT_DEFAULTS,
  type InputName,
  type RawInputs,
  type RequestSurroundings,
  parseRequest,
} from './parse-request.js'
import type { Request } from './request.js'

export const AUDIT_COMMANDS = ['audit', 'plan', 'merge'] as const
export type AuditCommand = (typeof AUDIT_COMMANDS)[number]

export const DEPTHS = ['digest', 'full'] as const
export type Depth = (typeof DEPTHS)[number]

/** What fails the step; each includes the ones before it. */
export const FAIL_ON = ['rejected', 'unverifiable', 'finding', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

export const REPORT_FORMATS = ['json', 'html', 'junit', 'vsa', 'markdown', 'sarif'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

const LOG_SEARCHES = ['all', 'failures'] as const

/** GitHub Actions runs no more jobs of one matrix. */
export const MAX_SHARDS = 256
const MAX_SAMPLE = 100_000
const MAX_REQUESTS_PER_SECOND = 1000

/** The inputs that only an audit has, and their defaults, as in action.yml. */
export const AUDIT_INPUT_DEFAULTS = {
  depth: 'digest',
  sample: '0',
  seed: '',
  baseline: '',
  'fail-on': 'unverifiable',
  'report-formats': 'json, html, junit, vsa, markdown',
  'log-search': 'all',
  'log-requests-per-second': '50',
  resume: 'false',
  shards: '20',
  plan: '',
  shard: '',
  reports: '',
} as const satisfies Record<string, string>

export type AuditInputName = keyof typeof AUDIT_INPUT_DEFAULTS
export const AUDIT_INPUT_NAMES = Object.keys(AUDIT_INPUT_DEFAULTS) as AuditInputName[]
export type RawAuditInputs = RawInputs & Partial<Record<AuditInputName, string>>

/** What is audited when nothing is said. */
const WIDE_DEFAULTS: RawInputs = { version: 'supported', artifacts: 'all, images', os: 'all', arch: 'all' }
const DEFAULT_FOLDER = 'audit-report'

/** What an audit does not do: it places nothing and caches nothing. */
export const NOT_FOR_AUDITS: readonly InputName[] = [
  'files',
  'url',
  'expected-sha256',
  'signature-source',
  'extract',
  'fail-fast',
  'cache',
  'recheck-at-end',
  'lock-file',
  'frozen',
  'offline',
  'bundles-dir',
]

export interface AuditRequest {
  /** Which releases, artifacts and platforms, by whom signed, and from where. */
  readonly scope: Request
  readonly depth: Depth
  /** Artifacts of each release that are taken in full beside; drawn by the seed, which is made up where none is given. */
  readonly sample: { readonly perRelease: number; readonly seed: string | undefined }
  /** Path of a former report. */
  readonly baseline: string | undefined
  readonly failOn: FailOn
  readonly formats: readonly ReportFormat[]
  /** Folder for the reports. */
  readonly folder: string
  /** Whether the log is searched for every digest, or only where something failed. */
  readonly searchesAll: boolean
  readonly logRequestsPerSecond: number
  /** Whether what a cancelled run left in the folder is gone on from. */
  readonly resumes: boolean
  /** How many jobs a plan is for, at most. */
  readonly shards: number
  /** Path of a plan. */
  readonly plan: string | undefined
  /** Which part of the plan, counted from 1; undefined: all of it. */
  readonly shard: number | undefined
  /** Paths of the shards' reports, or of folders that hold them. */
  readonly reports: readonly string[]
}

/**
 * Reads the request of an audit.
 * @throws InputError with every faulty field
 */
export function parseAuditRequest(
  raw: RawAuditInputs,
  command: AuditCommand,
  { errors, ...surroundings }: RequestSurroundings & { readonly errors: FieldErrors },
): AuditRequest {
  const text = (name: AuditInputName): string => (raw[name] ?? '').trim() || AUDIT_INPUT_DEFAULTS[name]
  for (const name of NOT_FOR_AUDITS) {
    const value = (raw[name] ?? '').trim()
    if (value !== '' && value !== INPUT_DEFAULTS[name])
      errors.add(
        'INPUT_CONFLICT',
        name,
        `is not for ${command}, which places and caches nothing; allowed: leave it out`,
      )
  }
  const depth = readChoice(errors, 'depth', text('depth'), DEPTHS)
  const perRelease = readNumber(errors, 'sample', text('sample'), 0, MAX_SAMPLE)
  if (depth === 'full' && perRelease !== undefined && perRelease > 0)
    errors.add(
      'INPUT_CONFLICT',
      'sample',
      'takes some artifacts in full, and depth full takes all; allowed: 0',
    )
  const failOn = readChoice(errors, 'fail-on', text('fail-on'), FAIL_ON)
  const formats = readList(text('report-formats')).flatMap(
    (word) =>
      REPORT_FORMATS.find((format) => format === word) ??
      refuse(errors, 'report-formats', word, REPORT_FORMATS) ??
      [],
  )
  const logSearch = readChoice(errors, 'log-search', text('log-search'), LOG_SEARCHES)
  const logRequestsPerSecond = readNumber(
    errors,
    'log-requests-per-second',
    text('log-requests-per-second'),
    1,
    MAX_REQUESTS_PER_SECOND,
  )
  const resumes = readBoolean(errors, 'resume', text('resume'))
  const shards = readNumber(errors, 'shards', text('shards'), 1, MAX_SHARDS)
  const shard = text('shard') === '' ? undefined : readNumber(errors, 'shard', text('shard'), 1, MAX_SHARDS)
  const plan = text('plan') || undefined
  const reports = readList(text('reports'))
  if (shard !== undefined && plan === undefined)
    errors.add('INPUT_REQUIRED', 'plan', 'is needed with shard: the path of the plan that the shard is of')
  if (command === 'merge' && plan === undefined)
    errors.add('INPUT_REQUIRED', 'plan', 'is needed to merge: the path of the plan that the shards are of')
  if (command === 'merge' && reports.length === 0)
    errors.add('INPUT_REQUIRED', 'reports', 'is needed to merge: the shards’ reports, or a folder of them')
  if (shard !== undefined && text('baseline') !== '')
    errors.add('INPUT_CONFLICT', 'baseline', 'is for the whole; allowed with shard: give it to merge')
  const scope = parseRequest(
    {
      ...raw,
      ...Object.fromEntries(
        Object.entries(WIDE_DEFAULTS).filter(([name]) => !isGiven(raw, name as InputName)),
      ),
      'cross-check': 'true',
    },
    { ...surroundings, errors },
  )
  return {
    scope,
    depth: depth as Depth,
    sample: { perRelease: perRelease ?? 0, seed: text('seed') || undefined },
    baseline: text('baseline') || undefined,
    failOn: failOn as FailOn,
    formats,
    folder: scope.reportFolder ?? DEFAULT_FOLDER,
    searchesAll: logSearch === 'all',
    logRequestsPerSecond: logRequestsPerSecond ?? 1,
    resumes: resumes === true,
    shards: shards ?? 1,
    plan,
    shard,
    reports,
  }
}

/** Records every input of an audit that was given to something else. */
export function refuseAuditInputs(errors: FieldErrors, raw: RawAuditInputs): void {
  for (const name of AUDIT_INPUT_NAMES) {
    const value = (raw[name] ?? '').trim()
    if (value !== '' && value !== AUDIT_INPUT_DEFAULTS[name])
      errors.add('INPUT_CONFLICT', name, `is for audits; allowed with command: ${AUDIT_COMMANDS.join(', ')}`)
  }
}

/** A version-file stands for the version. */
function isGiven(raw: RawInputs, name: InputName): boolean {
  const names: InputName[] = name === 'version' ? ['version', 'version-file'] : [name]
  return names.some((each) => (raw[each] ?? '').trim() !== '')
}

function readNumber(
  errors: FieldErrors,
  field: string,
  text: string,
  min: number,
  max: number,
): number | undefined {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (number >= min && number <= max) return number
  return errors.add(
    'INPUT_INVALID',
    field,
    `"${text}" is not allowed; allowed: a whole number from ${min} to ${max}`,
  )
}
