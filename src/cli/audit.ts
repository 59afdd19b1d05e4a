// `audit`, `merge` and `plan --shards` on a terminal. Loaded only for them.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toMatrix } from '../audit/audit-plan.js'
import { formatAuditReport } from '../audit/audit-report.js'
import { audit, merge, planShards } from '../commands/audit/command.js'
import { escapeText } from '../report/escape.js'
import { toAuditText } from '../report/audit/text.js'
import { createPacedCount } from '../report/paced-progress.js'
import { formatWaiting } from '../report/progress.js'
import type { AuditCommand, AuditRequest } from '../request/audit-request.js'

export interface TerminalOptions {
  readonly format: 'text' | 'json'
  readonly cacheFolder: string
}

/** @returns the exit code */
export async function runAuditCommand(
  command: AuditCommand,
  request: AuditRequest,
  { format, cacheFolder }: TerminalOptions,
): Promise<number> {
  const surroundings = {
    temporaryRoot: tmpdir(),
    tufCacheFolder: join(cacheFolder, 'tuf'),
    papersFolder: join(cacheFolder, 'papers'),
    onWaiting: (host: string, waitedMs: number) => {
      process.stderr.write(`${formatWaiting(host, waitedMs)}\n`)
    },
    onProgress: createPacedCount((line) => {
      process.stderr.write(`${line}\n`)
    }, Date.now),
  }
  if (command === 'plan') {
    const { plan, path } = await planShards(request, surroundings)
    process.stdout.write(`${toMatrix(plan)}\n`)
    process.stderr.write(`wrote ${escapeText(path)}\n`)
    return 0
  }
  const { report, files } = command === 'merge' ? await merge(request) : await audit(request, surroundings)
  if (format === 'json') process.stdout.write(formatAuditReport(report))
  else for (const line of toAuditText(report)) process.stdout.write(`${line}\n`)
  for (const file of files) process.stderr.write(`wrote ${escapeText(file)}\n`)
  return report.exitCode
}
