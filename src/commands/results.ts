// The report of a run, for its user.
import { replaceFile } from '../files/replace-file.js'
import { type Report, formatReport } from '../report/report.js'
import { reportPath } from './files.js'

/**
 * Writes report.json; what was installed has its report with it already.
 * @returns its path; undefined where no folder is named
 * @throws InstallError INSTALL_WRITE_FAILED, INSTALL_PATH_UNSAFE
 */
export async function writeReport(report: Report, folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined) return undefined
  const path = reportPath(folder)
  const isWritten = report.artifacts.some(({ path: installed }) => installed !== undefined)
  if (!isWritten) await replaceFile({ path, text: formatReport(report) })
  return path
}
