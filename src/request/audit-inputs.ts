// The inputs of `audit`, `plan-shards` and `merge`, and what they ask of each
// other. Most defaults are wider than those of `get`: everything of every
// supported release.
import { oneOf, optional, someOf, splitList, wholeNumber } from './fields.js'
import {
  type CommandInputs,
  type Rule,
  type ValuesOf,
  booleanInput,
  conflict,
  excludes,
  input,
  required,
  textInput,
} from './input.js'
import { FORMAT_INPUTS } from './output-inputs.js'
import { BINDING_INPUTS } from './release-inputs.js'
import { SCOPE_RULES, scopeInputs } from './scope-inputs.js'
import {
  LOG_INPUTS,
  REGISTRY_INPUTS,
  RELEASE_SIGNER_INPUTS,
  ROOT_INPUTS,
  SITE_INPUTS,
  SITE_RULES,
} from './trust-inputs.js'

const DEPTHS = ['digest', 'full'] as const
export type Depth = (typeof DEPTHS)[number]

/** What fails the step; each includes the ones before it. */
const FAIL_ON = ['rejected', 'unverifiable', 'finding', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

const REPORT_FORMATS = ['json', 'html', 'junit', 'vsa', 'markdown', 'sarif'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

const LOG_SEARCHES = ['all', 'failures'] as const

/** GitHub Actions runs no more jobs of one matrix. */
const MAX_SHARDS = 256
const MAX_SAMPLE = 100_000
const MAX_REQUESTS_PER_SECOND = 1000

const REPORT_FOLDER_INPUTS = {
  report: textInput(
    'Results',
    'The folder for the reports or the plan, created if it is not there; empty means `audit-report`.',
    {
      fallback: 'audit-report',
      placeholder: 'folder',
    },
  ),
}

/** Of which releases, by whom signed, and from where. */
const SOURCE_INPUTS = {
  ...scopeInputs({ version: 'supported', artifacts: 'all, images', platforms: 'all' }),
  ...RELEASE_SIGNER_INPUTS,
  ...ROOT_INPUTS,
  ...BINDING_INPUTS,
  ...SITE_INPUTS,
  ...REGISTRY_INPUTS,
  ...LOG_INPUTS,
  'log-requests-per-second': input(
    'Services',
    'How many requests an audit may send to the transparency log in a second, from 1 to 1000.',
    {
      default: '50',
      placeholder: 'number',
      read: wholeNumber(1, MAX_REQUESTS_PER_SECOND),
    },
  ),
  depth: input(
    'What is audited',
    'How deep an audit goes, which is the signature of the published digest without a byte of the artifact (`digest`), or the bytes too (`full`).',
    { default: 'digest', placeholder: 'choice', read: oneOf(DEPTHS) },
  ),
  sample: input(
    'What is audited',
    'How many artifacts of each release an audit at digest depth takes in full, drawn by the seed.',
    {
      default: '0',
      placeholder: 'number',
      read: wholeNumber(0, MAX_SAMPLE),
    },
  ),
  seed: textInput(
    'What is audited',
    'Any text, which draws the same sample again; empty means one that is made up and told.',
  ),
  ...REPORT_FOLDER_INPUTS,
}

/** What the verdict of an audit is held against, and how it is told. */
const VERDICT_INPUTS = {
  baseline: textInput(
    'Results',
    'The path of the report.json of a former audit, to tell new, standing and fixed findings apart and to find digests that moved.',
    { placeholder: 'path' },
  ),
  'fail-on': input(
    'Results',
    'What fails the step of an audit, each including those before it (`rejected`, `unverifiable`, `finding`), or `never`; a digest that moved fails it unless `never` is said.',
    { default: 'unverifiable', placeholder: 'choice', read: oneOf(FAIL_ON) },
  ),
  'report-formats': input(
    'Results',
    'Which reports an audit writes (`json`, `html`, `junit`, `vsa`, `markdown`, `sarif`), separated by commas or newlines.',
    { default: 'json, html, junit, vsa, markdown', placeholder: 'names', read: someOf(REPORT_FORMATS) },
  ),
  ...FORMAT_INPUTS,
}

const PLAN_INPUTS = {
  plan: textInput(
    'Several jobs',
    'The path of the shard plan that `plan-shards` wrote, which its shards and the merge need.',
    { placeholder: 'path' },
  ),
}

const AUDIT_INPUTS = {
  ...SOURCE_INPUTS,
  'log-search': input(
    'What is audited',
    'Whether an audit searches the transparency log for other entries of every digest (`all`), or only where something failed (`failures`).',
    { default: 'all', placeholder: 'choice', read: oneOf(LOG_SEARCHES) },
  ),
  resume: booleanInput(
    'What is audited',
    'Whether an audit goes on from what a cancelled one with the same inputs left in the report folder, which is believed.',
  ),
  ...PLAN_INPUTS,
  shard: input(
    'Several jobs',
    'The number of the shard of the plan to audit, counted from 1; empty means all of it.',
    {
      placeholder: 'number',
      read: optional(wholeNumber(1, MAX_SHARDS)),
    },
  ),
  ...VERDICT_INPUTS,
}

const SHARDS_INPUTS = {
  ...SOURCE_INPUTS,
  shards: input('Several jobs', 'How many jobs a plan is for at most, from 1 to 256.', {
    default: '20',
    placeholder: 'number',
    read: wholeNumber(1, MAX_SHARDS),
  }),
}

const MERGE_INPUTS = {
  ...PLAN_INPUTS,
  reports: input(
    'Several jobs',
    'The reports of the shards for a merge, as paths of files or of folders that hold them, separated by commas or newlines.',
    {
      placeholder: 'paths',
      read: (text: string) => ({ value: splitList(text) }),
    },
  ),
  ...VERDICT_INPUTS,
  ...REPORT_FOLDER_INPUTS,
}

export type SourceValues = ValuesOf<typeof SOURCE_INPUTS>
type AuditValues = ValuesOf<typeof AUDIT_INPUTS>

const SOURCE_RULES: readonly Rule<SourceValues>[] = [
  ...SCOPE_RULES,
  ...SITE_RULES,
  conflict(
    'sample',
    'takes some artifacts in full, and {depth} full takes all; allowed: 0',
    ({ values }) => values.depth === 'full' && values.sample !== undefined && values.sample > 0,
  ),
  conflict(
    'seed',
    'draws a sample, and none is asked for; allowed with {sample}: 1 or more',
    ({ values }) => values.seed !== undefined && values.sample === 0,
  ),
]

export type VerdictValues = ValuesOf<typeof VERDICT_INPUTS & typeof REPORT_FOLDER_INPUTS>

/** What a plan has decided for its shards. */
const PLANNED = ['version', 'version-file', 'artifacts', 'os', 'arch', 'depth', 'sample', 'seed']

/** The inputs of `audit`. */
export const AUDIT: CommandInputs<AuditValues> = {
  table: AUDIT_INPUTS,
  rules: [
    ...SOURCE_RULES,
    ...excludes('plan', PLANNED, 'is what the plan says; allowed with {plan}: leave it out'),
    required(
      'plan',
      'is needed with {shard}: the path of the plan that the shard is of',
      ({ values }) => values.shard !== undefined && values.plan === undefined,
    ),
    conflict(
      'baseline',
      'is for the whole; allowed with {shard}: give it to merge',
      ({ values }) => values.shard !== undefined && values.baseline !== undefined,
    ),
  ],
}

/** The inputs of `plan-shards`. */
export const PLAN_SHARDS: CommandInputs<ValuesOf<typeof SHARDS_INPUTS>> = {
  table: SHARDS_INPUTS,
  rules: SOURCE_RULES,
}

/** The inputs of `merge`. */
export const MERGE: CommandInputs<ValuesOf<typeof MERGE_INPUTS>> = {
  table: MERGE_INPUTS,
  rules: [
    required(
      'plan',
      'is needed to merge: the path of the plan that the shards are of',
      ({ values }) => values.plan === undefined,
    ),
    required(
      'reports',
      'is needed to merge: the shards’ reports, or a folder of them',
      ({ values }) => values.reports?.length === 0,
    ),
  ],
}
