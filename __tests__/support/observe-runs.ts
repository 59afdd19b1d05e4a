// Before every suite: whatever a suite runs the built programs for, each run
// has to end as the rules of exits and reports say. Exit 1 is said on purpose
// or not at all.
import { access, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ValidateFunction } from 'ajv'
import { AUDIT_FINDINGS } from '../../src/audit/finding.js'
import { ERRORS, type ErrorCode, REASONS } from '../../src/errors.js'
import { type ObservedRun, observeRuns, parseOutputs } from '../../src/lab/runner.js'
import { ROOT } from './folders.js'

const ACTIONS = ['action.js', 'verify.js', 'audit.js', 'plan-shards.js', 'merge.js']

/** Loaded by the suites alone that run something. */
async function loadValidator(): Promise<ValidateFunction> {
  const { Ajv } = await import('ajv')
  const schema = JSON.parse(await readFile(`${ROOT}/docs/report.schema.json`, 'utf8')) as object
  return new Ajv({ strict: false }).compile(schema)
}
let validator: Promise<ValidateFunction> | undefined

observeRuns(async (run) => {
  const isAction = ACTIONS.includes(basename(run.program))
  if (!isAction && !run.program.endsWith('cli.js')) return
  assertPurpose(run)
  const report = toReport(run.stdout)
  if (report !== undefined) assertReport(report, await (validator ??= loadValidator()))
  if (isAction) await assertOutputs(run)
})

/** What a run that ends with 1 says, in whatever form: a code of something that contradicts, or of a finding. */
function assertPurpose({ code, stdout, stderr, program }: ObservedRun): void {
  if (code !== 1) return
  const said = `${stdout}\n${stderr}`.match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? []
  const isSaid = said.some(
    (word) => word in AUDIT_FINDINGS || (word in ERRORS && ERRORS[word as ErrorCode].exit === 1),
  )
  if (!isSaid) throw new Error(`${program} ended with 1, and said no code for that:\n${stdout}\n${stderr}`)
}

/** Of `get`, `verify` and `image` in JSON; audits and entries have forms of their own. */
function toReport(stdout: string): Report | undefined {
  if (!stdout.startsWith('{')) return undefined
  try {
    const report = JSON.parse(stdout) as Report
    return 'exitCode' in report && 'artifacts' in report ? report : undefined
  } catch {
    return undefined
  }
}

interface Report {
  readonly outcome: string
  readonly exitCode: number
  readonly reason?: keyof typeof REASONS
  readonly error?: { readonly reason: string }
  readonly inventory?: { readonly files: readonly { readonly code?: ErrorCode }[] }
  readonly artifacts: readonly { readonly verification: { readonly checks: readonly { status: string }[] } }[]
}

function assertReport(report: Report, validate: ValidateFunction): void {
  if (!validate(report))
    throw new Error(`a report is not in its published form: ${JSON.stringify(validate.errors)}`)
  const hasFailed =
    report.inventory?.files.some(({ code }) => code !== undefined && ERRORS[code].exit === 1) === true ||
    report.artifacts.some(({ verification }) => verification.checks.some(({ status }) => status === 'failed'))
  if (report.exitCode === 1 && !hasFailed && report.error?.reason !== 'contradiction')
    throw new Error('a report rejects, and nothing in it contradicts')
  const exit = report.reason === undefined ? 0 : REASONS[report.reason]
  if (exit !== report.exitCode)
    throw new Error(`reason ${report.reason ?? '(none)'} at exit ${report.exitCode}`)
}

/** Every end of every action sets both. */
async function assertOutputs({ code, env }: ObservedRun): Promise<void> {
  const file = env['GITHUB_OUTPUT']
  const isThere =
    file !== undefined &&
    (await access(file).then(
      () => true,
      () => false,
    ))
  if (!isThere || code === null) return
  const outputs = parseOutputs(await readFile(file, 'utf8'))
  const { code: said, reason } = outputs
  if (said === undefined || reason === undefined)
    throw new Error(`an action ended with ${code} without code and reason: ${JSON.stringify(outputs)}`)
  if ((said === '') !== (reason === '')) throw new Error(`code "${said}" and reason "${reason}"`)
  if (code !== 0 && reason !== '' && REASONS[reason as keyof typeof REASONS] !== code)
    throw new Error(`exit ${code}, but reason "${reason}" of ${said}`)
  if (code !== 0 && reason === '') throw new Error(`exit ${code} without a reason`)
}
