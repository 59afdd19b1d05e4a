// The action's outputs. Set on failure too, as far as they have a value; a
// path is only ever that of a verified artifact, because only those are placed.
import type { ArtifactReport, Report } from './report.js'

export interface OutputOptions {
  /** The separator of PATH on this machine. */
  readonly pathDelimiter: string
  readonly reportPath: string | undefined
}

type Placed = ArtifactReport & { readonly path: string }

export function toOutputs(
  report: Report,
  { pathDelimiter, reportPath }: OutputOptions,
): Record<string, string> {
  const placed = report.artifacts.filter((artifact): artifact is Placed => artifact.path !== undefined)
  const measured = report.artifacts.filter(({ verification }) => verification.digest !== undefined)
  const [first] = report.artifacts
  const logEntry = first?.verification.logEntry
  const outputs: Record<string, string | undefined> = {
    outcome: report.outcome,
    version: report.version,
    path: placed[0]?.path,
    paths:
      placed.length === 0 ? undefined : toJson(placed.map((artifact) => [nameOf(artifact), artifact.path])),
    'bin-dir': placed.map(({ path }) => toFolder(path)).join(pathDelimiter),
    ...Object.fromEntries(placed.map((artifact) => [`${nameOf(artifact)}-path`, artifact.path])),
    digests:
      measured.length === 0
        ? undefined
        : toJson(measured.map((artifact) => [nameOf(artifact), String(artifact.verification.digest)])),
    'log-index': logEntry && String(logEntry.logIndex),
    'log-entry-uuid': logEntry?.uuid,
    'cache-hit': placed.length === 0 ? undefined : 'false',
    report: reportPath,
  }
  return Object.fromEntries(
    Object.entries(outputs).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}

/** Every folder that belongs on the PATH, once each, in the order asked for. */
export function toPathFolders(report: Report): string[] {
  return [...new Set(report.artifacts.flatMap(({ path }) => (path === undefined ? [] : toFolder(path))))]
}

function nameOf({ verification }: ArtifactReport): string {
  return verification.artifact.name
}

function toFolder(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '')
}

function toJson(entries: (readonly [string, string])[]): string {
  return JSON.stringify(Object.fromEntries(entries))
}
