// `command: audit`, `plan` and `merge` on a runner. Loaded only for them.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import { type Audited, audit, merge, planShards } from '../commands/audit/command.js'
import { readVersionFile } from '../files/read-version-file.js'
import { toAuditOutputs, toPlanOutputs } from '../report/audit/outputs.js'
import { formatAuditSummary } from '../report/audit/summary.js'
import { toAuditText } from '../report/audit/text.js'
import { escapeText } from '../report/escape.js'
import { createPacedCount } from '../report/paced-progress.js'
import { formatWaiting } from '../report/progress.js'
import { type AuditCommand, type RawAuditInputs, parseAuditRequest } from '../request/audit-request.js'
import { FieldErrors } from '../request/fields.js'

/** @throws CodedError when there is nothing to report */
export async function runAuditAction(command: AuditCommand, inputs: RawAuditInputs): Promise<void> {
  const errors = new FieldErrors()
  const request = parseAuditRequest(inputs, command, {
    machine: { platform: process.platform, arch: process.arch },
    versionFile: await readVersionFile(errors, inputs['version-file'] ?? ''),
    errors,
  })
  const temporaryRoot = process.env['RUNNER_TEMP'] ?? tmpdir()
  const kept = join(process.env['RUNNER_TOOL_CACHE'] ?? temporaryRoot, '.verify-k8s-artifacts')
  const surroundings = {
    temporaryRoot,
    tufCacheFolder: join(kept, 'tuf'),
    papersFolder: join(kept, 'papers'),
    onWaiting: (host: string, waitedMs: number) => {
      core.info(formatWaiting(host, waitedMs))
    },
    onProgress: createPacedCount((line) => {
      core.info(line)
    }, Date.now),
    onSecret: core.setSecret,
  }
  if (command === 'plan') {
    const { plan, path } = await planShards(request, surroundings)
    setOutputs(toPlanOutputs(plan, path))
    const artifacts = plan.shards.reduce((sum, shard) => sum + shard.artifacts, 0)
    core.info(`Planned: ${artifacts} artifacts in ${plan.shards.length} shards`)
    return
  }
  await publish(command === 'merge' ? await merge(request) : await audit(request, surroundings))
}

async function publish({ report, files }: Audited): Promise<void> {
  process.exitCode = report.exitCode
  // Outputs before all else that could fail: a step that runs on failure reads `outcome`.
  setOutputs(toAuditOutputs(report, files))
  for (const line of toAuditText(report)) core.info(line)
  for (const file of files) core.info(`Wrote ${escapeText(file)}`)
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(formatAuditSummary(report)).write()
}

function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
}
