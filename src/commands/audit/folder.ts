// The files of an audit: plans, former reports and shards in, reports out, and
// between them a line for every artifact that is done, so that a run that was
// cancelled can be gone on from. A partial report is believed as every report
// is: keep it where nobody else writes.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type AuditPlan, digestOfPlan, parseAuditPlan } from '../../audit/audit-plan.js'
import { type AuditReport, type AuditedArtifact, parseAuditReport } from '../../audit/audit-report.js'
import type { NamedReport } from '../../audit/merge.js'
import { followsFromChecks } from '../../audit/recompute.js'
import {
  type PartialHeader,
  formatPartialHeader,
  formatPartialLine,
  parsePartialHeader,
  parsePartialLine,
} from '../../audit/partial.js'
import { digestOf } from '../../digest.js'
import { InputError, messageOf } from '../../errors.js'
import { type LineWriter, appendTo, readLines } from '../../files/lines.js'
import { readSmallFile } from '../../files/read-small-file.js'
import { remove } from '../../files/remove.js'
import { pendFiles, replaceFile } from '../../files/replace-file.js'
import { writing } from '../../files/writing.js'
import type { FileContent } from '../../ports.js'
import type { AuditRequest } from '../../request/audit-request.js'

/** A hundred releases take some forty million. */
const MAX_FILE_BYTES = 128 * 1024 * 1024
const MAX_REPORTS = 256
const PARTIAL = 'audit.partial.jsonl'
const PLAN = 'audit-plan.json'

/**
 * Reads a plan of shards.
 * @throws InputError when it cannot be read or is none
 */
export async function readPlan(path: string): Promise<AuditPlan> {
  return parseAuditPlan(await readText('plan', path), path)
}

/**
 * Reads a former report to compare with.
 * @throws InputError when it cannot be read or is none
 */
export async function readBaseline(path: string): Promise<AuditReport> {
  return parseAuditReport(await readText('baseline', path), 'baseline', path)
}

/** Reports by their paths; of a folder, every report.json in it and one level below, where a download puts each shard's. */
export async function readReports(paths: readonly string[]): Promise<NamedReport[]> {
  const files = (await Promise.all(paths.map(findReports))).flat().sort()
  if (files.length > MAX_REPORTS)
    throw refuse('reports', `there are ${files.length}; allowed: ${MAX_REPORTS}`)
  return Promise.all(
    files.map(async (name) => ({
      name,
      report: parseAuditReport(await readText('reports', name), 'reports', name),
    })),
  )
}

async function findReports(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { withFileTypes: true })
    const own = entries
      .filter((entry) => entry.isFile() && entry.name === 'report.json')
      .map(({ name }) => join(path, name))
    const below = entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name, 'report.json'))
    const isThere = await Promise.all(
      below.map((file) =>
        stat(file).then(
          () => true,
          () => false,
        ),
      ),
    )
    return [...own, ...below.filter((_, index) => isThere[index])]
  } catch (cause) {
    throw refuse('reports', `"${path}" cannot be read: ${messageOf(cause)}`)
  }
}

async function readText(field: string, path: string): Promise<string> {
  try {
    return (await readSmallFile(path, MAX_FILE_BYTES)).toString()
  } catch (cause) {
    throw refuse(field, `"${path}" cannot be read: ${messageOf(cause)}`)
  }
}

/**
 * Whole, and all of them or none: a former report may be somebody's baseline.
 * @returns the paths written
 */
export async function writeFiles(
  folder: string,
  files: Iterable<{ readonly name: string; readonly text: string | Iterable<string> }>,
): Promise<string[]> {
  const paths: string[] = []
  function* inFolder(): Generator<FileContent> {
    for (const { name, text } of files) {
      const path = join(folder, name)
      paths.push(path)
      yield { path, text, root: folder }
    }
  }
  const pending = await pendFiles(inFolder())
  await pending.commit()
  await pending.settle()
  return paths
}

/**
 * Writes a plan of shards into a folder.
 * @returns its path
 */
export async function writePlan(folder: string, text: string): Promise<string> {
  const [path = ''] = await writeFiles(folder, [{ name: PLAN, text }])
  return path
}

export interface Partial {
  readonly seed: string
  readonly done: ReadonlyMap<string, AuditedArtifact>
  /** Takes note of one artifact that is done. */
  add(version: string, artifact: AuditedArtifact): void
  /** The report is written, and what a service left open may be gone on from. */
  close(): Promise<void>
  /** The report is written: there is nothing to go on from any more. */
  remove(): Promise<void>
}

/**
 * Begins a partial report, or goes on from the one in the folder.
 * @param seed for the draw, unless the one that is gone on from has its own
 * @throws InputError when there is one of another audit, or one that cannot be read
 */
export async function openPartial(
  request: AuditRequest,
  { plan, seed }: { readonly plan: AuditPlan | undefined; readonly seed: string },
): Promise<Partial> {
  const path = join(request.folder, PARTIAL)
  const key = keyOf(request, plan)
  const former = request.resumes ? await readPartial(path) : undefined
  if (
    former !== undefined &&
    (former.header.key !== key || (request.sample.seed ?? former.header.seed) !== former.header.seed)
  )
    throw refuse('resume', `"${path}" is of an audit with other inputs; allowed with resume: the same inputs`)
  const header: PartialHeader = former?.header ?? { key, seed }
  const done = former?.done ?? new Map<string, AuditedArtifact>()
  const writer = await begin(path, header, done)
  return {
    seed: header.seed,
    done,
    add: (version, artifact) => {
      writer.write(formatPartialLine(version, artifact))
    },
    close: () => writer.close(),
    remove: async () => {
      await writer.close()
      await remove(path)
    },
  }
}

/** Written anew: the line that a killed run ended in is cut off. */
async function begin(
  path: string,
  header: PartialHeader,
  done: ReadonlyMap<string, AuditedArtifact>,
): Promise<LineWriter> {
  const lines = [...done].map(([key, artifact]) => formatPartialLine(key.split(' ')[0] ?? '', artifact))
  await replaceFile({ path, text: [formatPartialHeader(header), ...lines] })
  return writing(path, () => appendTo(path))
}

async function readPartial(
  path: string,
): Promise<
  { readonly header: PartialHeader; readonly done: ReadonlyMap<string, AuditedArtifact> } | undefined
> {
  let header: PartialHeader | undefined
  const done = new Map<string, AuditedArtifact>()
  try {
    for await (const line of readLines(path, MAX_FILE_BYTES)) {
      if (header === undefined) {
        header = parsePartialHeader(line)
        if (header === undefined) throw refuse('resume', `"${path}" is not a partial report`)
        continue
      }
      const parsed = parsePartialLine(line)
      // A run that was killed may have left half a line, and nothing after it.
      if (parsed === undefined) break
      // What could not be decided is tried again, and so is what does not follow from its own checks.
      if (parsed.artifact.outcome !== 'unverifiable' && followsFromChecks(parsed.artifact))
        done.set(`${parsed.version} ${parsed.artifact.path}`, parsed.artifact)
    }
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (thrown instanceof InputError) throw thrown
    throw refuse('resume', `"${path}" cannot be read: ${messageOf(thrown)}`)
  }
  return header && { header, done }
}

/** Everything that a result depends on. */
function keyOf(
  { scope, depth, sample, searchesAll, shard }: AuditRequest,
  plan: AuditPlan | undefined,
): string {
  const { signer, imageSigner, releaseUrl, rekorUrl, imageRegistry, releaseBinding, trustedRoot } = scope
  const parts = [
    signer,
    imageSigner,
    releaseUrl.href,
    rekorUrl.href,
    imageRegistry,
    releaseBinding,
    trustedRoot,
    depth,
    sample.perRelease,
    searchesAll,
    shard ?? 0,
    plan === undefined ? '' : digestOfPlan(plan).toString(),
  ]
  return digestOf(Buffer.from(JSON.stringify(parts))).toString()
}

function refuse(field: string, message: string): InputError {
  return new InputError([{ code: 'INPUT_INVALID', field, message }])
}
