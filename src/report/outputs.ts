// The action's outputs. Set on failure too, as far as they have a value; a
// path is only ever that of a verified artifact, because only those are installed.
import { formatJson } from '../json/format-json.js'
import type { ArtifactReport, Report } from './report.js'

export interface OutputOptions {
  /** The separator of PATH on this machine. */
  readonly pathDelimiter: string
  /** `linux/amd64`, as Kubernetes spells it; undefined on a machine that nothing is built for. */
  readonly machine: string | undefined
  readonly bundlesFolder: string | undefined
  readonly reportPath: string | undefined
}

type Installed = ArtifactReport & { readonly path: string }

/** The outputs of a run that proves artifacts or images. */
export function toOutputs(
  report: Report,
  { pathDelimiter, machine, bundlesFolder, reportPath }: OutputOptions,
): Record<string, string> {
  const { artifacts } = report
  const installed = installedOf(report)
  const measured = artifacts.filter(({ verification }) => verification.digest !== undefined)
  const keyOf = createKeys(artifacts)
  const [first] = artifacts
  const logEntry = first?.verification.logEntry
  const outputs: Record<string, string | undefined> = {
    outcome: report.outcome,
    version: report.releases?.map(({ version }) => version).join(','),
    path: installed[0]?.path,
    paths: toJson(installed.map((artifact) => [keyOf(artifact), artifact.path])),
    bundle: installed[0]?.bundlePath,
    'bundles-dir': installed.length === 0 ? undefined : bundlesFolder,
    'bin-dir': [...new Set(installed.filter(isBinary).map(({ path }) => toFolder(path)))].join(pathDelimiter),
    ...toArtifactPaths(installed, machine),
    digests: toJson(measured.map((artifact) => [keyOf(artifact), String(artifact.verification.digest)])),
    images: toJson(
      artifacts.flatMap(({ pinned, verification }) =>
        pinned === undefined ? [] : [[verification.artifact.name, pinned]],
      ),
    ),
    'log-index': logEntry && String(logEntry.logIndex),
    'log-entry-uuid': logEntry?.uuid,
    'cache-hit':
      installed.length === 0 ? undefined : String(installed.every(({ isFromCache }) => isFromCache === true)),
    report: reportPath,
  }
  return Object.fromEntries(
    Object.entries(outputs).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}

/**
 * The folders that belong on the PATH: of binaries for this machine, each name once, the first release asked for
 * before the others. Foreign platforms are installed, but would only break a PATH.
 */
export function toPathFolders(report: Report, machine: string | undefined): string[] {
  const named = new Map<string, string>()
  for (const artifact of installedOf(report).filter(isBinary)) {
    const name = nameOf(artifact)
    if (artifact.verification.artifact.platform === machine && !named.has(name)) {
      named.set(name, toFolder(artifact.path))
    }
  }
  return [...new Set(named.values())]
}

/** `kubectl-path`: of several platforms the machine's own, of several releases the first. */
function toArtifactPaths(
  installed: readonly Installed[],
  machine: string | undefined,
): Record<string, string> {
  // The name of an artifact by its URL is its server's, and no output of ours.
  const named = installed.filter(({ verification }) => verification.artifact.version !== undefined)
  const own = named.filter(({ verification }) => verification.artifact.platform === machine)
  // What comes first stays: fromEntries takes the last of equal names.
  return Object.fromEntries([...own, ...named].reverse().map((each) => [`${nameOf(each)}-path`, each.path]))
}

/** An artifact's name where it says which one is meant, else `v1.35.2/bin/linux/amd64/kubectl`. */
function createKeys(artifacts: readonly ArtifactReport[]): (artifact: ArtifactReport) => string {
  const names = artifacts.map(nameOf)
  return (artifact) => {
    const { name, version, path } = artifact.verification.artifact
    const isUnique = names.filter((each) => each === name).length === 1
    return isUnique ? name : [version, path].filter(Boolean).join('/')
  }
}

function installedOf({ artifacts }: Report): Installed[] {
  return artifacts.filter((artifact): artifact is Installed => artifact.path !== undefined)
}

function isBinary({ kind }: ArtifactReport): boolean {
  return kind === 'binary'
}

function nameOf({ verification }: ArtifactReport): string {
  return verification.artifact.name
}

function toFolder(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '')
}

function toJson(entries: (readonly [string, string])[]): string | undefined {
  return entries.length === 0 ? undefined : formatJson(Object.fromEntries(entries))
}
