// `checksums`: request → plan → the SBOM of each release → verify → its list,
// in the form that was asked for. No artifact is fetched.
import { join } from 'node:path'
import { parseJson } from '../json/parse-json.js'
import { NO_INSTALLER } from '../fetch/file-at-hand.js'
import { pendFiles } from '../files/replace-file.js'
import { toBundleFiles } from '../install/bundles-folder.js'
import { bundleText } from '../install/stage.js'
import { planRequest, dayOf } from '../plan/plan.js'
import type { Ports } from '../ports.js'
import { listArtifacts } from '../prove/listed.js'
import { assertAge, createAgeChoice } from '../prove/old-enough.js'
import { proveSboms } from '../prove/proven-lists.js'
import { resolveVersions } from '../prove/resolve-versions.js'
import { CHECKSUM_FILES, type ReleaseChecksums, formatChecksums } from '../report/checksums.js'
import { EMPTY_ENDING, toReportEnding } from '../report/ending.js'
import { type ArtifactReport, type ReleaseReport, type Report, toArtifactReport } from '../report/report.js'
import { type ChecksumsRequest, parseChecksumsRequest } from '../request/checksums-request.js'
import { unwrap } from '../result.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { listWeakerRequests } from '../verify/weaknesses.js'
import { withWorld } from '../world.js'
import { toQuietWorld } from './quiet-world.js'
import { toSurroundings } from './request-surroundings.js'
import { writeReport } from './results.js'
import { lazyContext } from '../prove/proof-context.js'
import { reportRun, warningsOf } from './report-run.js'
import type { RunCommand } from './surroundings.js'

/** Writes down the digests that the signed SBOMs list, once those are proven. */
export const runChecksumsCommand: RunCommand = async (words, surroundings) => {
  const request = parseChecksumsRequest(words, await toSurroundings(words, surroundings))
  const world = toQuietWorld(surroundings, NO_INSTALLER)
  const { report, text, written } = await withWorld(request, world, (ports) => runChecksums(request, ports))
  const reportPath = await writeReport(report, request.reportFolder)
  const ending = toReportEnding(report, { reportPath })
  // Whatever reads standard output gets a list, or nothing.
  if (text === undefined) return { ...ending, heading: [], blocks: [], closing: [] }
  const isPrinted = request.outputFolder === undefined
  return {
    ...EMPTY_ENDING,
    warnings: ending.warnings,
    notes: ending.notes,
    closing: isPrinted ? text.trimEnd().split('\n') : [report.outcome],
    written,
    json: () => (isPrinted ? text : ending.json()),
  }
}

interface Checksums {
  readonly report: Report
  /** The list; undefined unless everything was verified. */
  readonly text?: string
  /** Paths of the files that were written. */
  readonly written: readonly string[]
}

/** Never rejects: what went wrong is in the report. */
async function runChecksums(request: ChecksumsRequest, ports: Ports): Promise<Checksums> {
  const warnings = listWeakerRequests({ ...request, isOfNoRelease: false })
  const facts: Facts = { releases: [], artifacts: [], trustedRoot: '', warnings }
  let list: Awaited<ReturnType<typeof find>> = { written: [] }
  const report = await reportRun(facts, ports, async () => {
    list = await find(facts, { request, ports, warn: (message) => void warnings.push(message) })
  })
  return { ...list, report }
}

interface Facts {
  releases: readonly ReleaseReport[]
  artifacts: readonly ArtifactReport[]
  trustedRoot: string
  readonly warnings: readonly string[]
}

interface FindContext {
  readonly request: ChecksumsRequest
  readonly ports: Ports
  readonly warn: (message: string) => void
}

async function find(
  facts: Facts,
  { request, ports, warn }: FindContext,
): Promise<Pick<Checksums, 'text' | 'written'>> {
  const toContext = lazyContext({ request, ports, lock: undefined, warn })
  const { choose, sbomOf } = createAgeChoice(request, toContext)
  const { versions } = await resolveVersions(request, ports, { choose })
  const { releases } = planRequest(request, versions, dayOf(ports.now()))
  facts.releases = releases.map(({ version, source, notes, leftOut }) => ({
    version,
    source,
    notes: request.areAllArtifacts ? notes : [...notes, ...leftOut],
  }))
  const context = toContext()
  const proofs = await proveSboms(releases, context, sbomOf)
  facts.trustedRoot = (await context.loadingRoot).value?.source ?? ''
  facts.artifacts = proofs.map((proof) => toArtifactReport('sbom', proof))
  for (const warning of warningsOf(proofs)) warn(warning)
  const sboms = proofs.flatMap(({ verified }) => verified ?? [])
  if (sboms.length < proofs.length) return { written: [] }
  await assertAge(
    proofs.map(({ result }) => result),
    context,
  )
  const lists = releases.map((release, index): ReleaseChecksums => {
    const { verified, document } = proofs[index] ?? {}
    if (verified === undefined || document === undefined) throw new RangeError('an SBOM is not proven')
    const { artifacts, leftOut } = listArtifacts(request, release, unwrap(document))
    const notes = [...(facts.releases[index]?.notes ?? []), ...leftOut]
    const bundle: unknown = parseJson(bundleText(verified))
    return { version: release.version, notes, artifacts, sbomDigest: verified.digest, bundle }
  })
  facts.releases = facts.releases.map((release, index) => ({ ...release, notes: lists[index]?.notes ?? [] }))
  const text = formatChecksums(lists, request.form)
  return { text, written: await write(request, text, sboms) }
}

/**
 * The list, the SBOMs and their bundles: all of them, or nothing.
 * @returns the paths that were written
 */
async function write(
  { outputFolder: folder, form }: ChecksumsRequest,
  text: string,
  sboms: readonly VerifiedArtifact[],
): Promise<string[]> {
  if (folder === undefined) return []
  const list = { path: join(folder, CHECKSUM_FILES[form]), text, root: folder }
  const files = [list, ...(await toBundleFiles([], sboms, folder))]
  const pending = await pendFiles(files)
  await pending.commit()
  await pending.settle()
  return files.map(({ path }) => path)
}
