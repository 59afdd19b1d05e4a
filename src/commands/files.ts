// What `get` writes beside what it installs: lock, bundles and report.
import { join } from 'node:path'
import { toBundleFiles } from '../install/bundles-folder.js'
import type { FileContent } from '../ports.js'
import { type Report, formatReport } from '../report/report.js'
import type { Request } from '../request/request.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'

/** What is written with what is installed: all of it, or nothing. A lock that says the same stays as it is. */
export async function toFiles(
  { lockFile, logCheckpoint, reportFolder, bundlesFolder }: Request,
  {
    report,
    placed,
    papers,
    lockText,
    formerLock,
    checkpointText,
  }: {
    readonly report: Report
    readonly placed: readonly VerifiedArtifact[]
    readonly papers: readonly VerifiedArtifact[]
    readonly lockText: string | undefined
    readonly formerLock: string | undefined
    readonly checkpointText: string | undefined
  },
): Promise<FileContent[]> {
  const isLockNew = lockFile !== undefined && lockText !== undefined && lockText !== formerLock
  return [
    ...(isLockNew ? [{ path: lockFile, text: lockText }] : []),
    ...(logCheckpoint && checkpointText ? [{ path: logCheckpoint, text: checkpointText }] : []),
    ...(!bundlesFolder ? [] : await toBundleFiles(placed, papers, bundlesFolder)),
    ...(!reportFolder ? [] : [{ path: reportPath(reportFolder), text: formatReport(report) }]),
  ]
}

/** Where a report is written. */
export function reportPath(folder: string): string {
  return join(folder, 'report.json')
}
