// `verify --release`: request → the SBOMs of the releases → verify → what lies
// below the paths, by its digests → report. Nothing is unpacked, and nothing
// that is found is run.
import { CodedError } from '../errors.js'
import type { Findings } from '../inventory/found.js'
import { type Known, judgeFindings } from '../inventory/judge.js'
import { takeInventory } from '../inventory/take-inventory.js'
import { type ReleasePlan, type ResolvedVersion, planRequest, dayOf } from '../plan/plan.js'
import type { Ports } from '../ports.js'
import { SKEWED } from '../kubernetes/skew.js'
import { type ReleaseVersion, minorOf, parseReleaseVersion } from '../kubernetes/version.js'
import { assertFitsCluster } from '../prove/fits-cluster.js'
import { assertAge, createAgeChoice } from '../prove/old-enough.js'
import { type Watched, readCheckpoints } from '../prove/log-consistency.js'
import { replaceFile } from '../files/replace-file.js'
import type { ArtifactProof } from '../prove/artifact-proof.js'
import type { ProofContext } from '../prove/proof-context.js'
import { type ProvenLists, proveLists } from '../prove/proven-lists.js'
import { patchesBelow, resolveVersions, supportedMinors } from '../prove/resolve-versions.js'
import type { ArtifactReport, InventoryReport, LogReport, ReleaseReport, Report } from '../report/report.js'
import { toArtifactReport } from '../report/report.js'
import type { InventoryRequest } from '../request/inventory-request.js'
import type { Channel } from '../request/request.js'
import { toResultAsync } from '../result.js'
import { listWeakerRequests } from '../verify/weaknesses.js'
import { reportRun, warningsOf } from './report-run.js'
import { lazyContext } from '../prove/proof-context.js'
import { watch } from './watch-logs.js'

/** Of one minor; none has had as many. */
const MAX_PATCHES = 40

/** Never rejects: what went wrong is in the report. */
export async function runInventory(request: InventoryRequest, ports: Ports): Promise<Report> {
  const warnings = listWeakerRequests({ ...request, isOfNoRelease: false })
  const warn = (message: string): void => void warnings.push(message)
  const facts: Facts = { releases: [], artifacts: [], trustedRoot: '', warnings }
  return reportRun(facts, ports, () => find(facts, { request, ports, warn }))
}

interface Facts {
  releases: readonly ReleaseReport[]
  artifacts: readonly ArtifactReport[]
  trustedRoot: string
  logs?: readonly LogReport[]
  inventory?: InventoryReport
  readonly warnings: readonly string[]
}

interface Finding {
  readonly request: InventoryRequest
  readonly ports: Ports
  readonly warn: (message: string) => void
}

async function find(facts: Facts, finding: Finding): Promise<void> {
  const { request, ports, warn } = finding
  const toContext = lazyContext({ request, ports, lock: undefined, warn })
  const kept = await readCheckpoints(ports.checkpointFile)
  const { choose, sbomOf } = createAgeChoice(request, toContext)
  const { versions } = await resolveVersions(request, ports, { choose })
  const releases = planReleases(request.isAny ? versions.flatMap(withPatches) : versions, finding)
  const context = toContext()
  const lists = await proveLists(releases, context, sbomOf)
  const { proofs, listed } = lists
  const { value: trustedRoot } = await context.loadingRoot
  facts.trustedRoot = trustedRoot?.source ?? ''
  facts.artifacts = proofs.map(toSbomReport)
  facts.releases = releases.map(({ version, source, notes }) => ({ version, source, notes }))
  for (const warning of warningsOf(proofs)) warn(warning)
  const settleLogs = await watch(proofs, { facts, trustedRoot, kept, ports, warn })
  const isWhole = proofs.every(({ result }) => result.outcome === 'verified')
  // What is of a release that was named is not known before its list is proven.
  if (!isWhole && (!request.isAny || listed.size === 0)) return
  const results = proofs.map(({ result }) => result)
  await assertAge(results, context)
  const found = await takeInventory(request.paths, ({ hex }) => listed.has(hex))
  const others = await listOthers(found, lists, { releases, context, finding })
  const name = request.isAny ? 'any supported release' : releases.map(({ version }) => version).join(', ')
  facts.inventory = toInventory(found, { asked: listed, others, name, isWhole })
  if (request.isAny) foldSboms(facts, proofs, warn)
  const { files, notes } = facts.inventory
  facts.inventory = {
    ...facts.inventory,
    notes: [...notes, ...assertFitsCluster(componentsOf(files), request.skewOf)],
  }
  if (files.every(({ outcome }) => outcome === 'verified')) await writeCheckpoints(request, settleLogs)
  if (files.length > 0) return
  const message = `nothing is a Kubernetes artifact among ${found.others} files below ${request.paths.join(', ')}`
  throw new CodedError('FILE_NONE_FOUND', message)
}

async function writeCheckpoints(
  { logCheckpoint: path }: InventoryRequest,
  settle: Watched['settle'] | undefined,
): Promise<void> {
  const text = await settle?.()
  if (path !== undefined && text !== undefined) await replaceFile({ path, text })
}

function toInventory(found: Findings, known: Known): InventoryReport {
  const { others, notes } = found
  return { files: judgeFindings(found, known), others, notes }
}

/** Of many releases those that nobody needed are told beside: what is proven is proven without them. */
function foldSboms(facts: Facts, proofs: readonly ArtifactProof[], warn: (message: string) => void): void {
  const isNeeded = facts.inventory?.files.some(({ code }) => code === 'RELEASE_BINDING_UNAVAILABLE') === true
  const isTold = ({ result: { outcome } }: ArtifactProof): boolean =>
    outcome === 'rejected' || (outcome === 'unverifiable' && isNeeded)
  for (const { result } of proofs) {
    if (result.outcome === 'unverifiable' && !isNeeded)
      warn(`the SBOM of ${result.artifact.version ?? ''} is not proven, and none of the files needs it`)
  }
  facts.releases = facts.releases.map((release, index) => {
    const { result } = proofs[index] ?? {}
    return result?.outcome === 'verified' ? { ...release, sbom: result } : release
  })
  facts.artifacts = proofs.filter(isTold).map(toSbomReport)
}

function toSbomReport(proof: ArtifactProof): ArtifactReport {
  return toArtifactReport('sbom', proof)
}

function planReleases(
  versions: readonly ResolvedVersion[],
  { request, ports }: Finding,
): readonly ReleasePlan[] {
  return planRequest(request, versions, dayOf(ports.now())).releases
}

/** A release and the patches before it. */
function withPatches({ version, source, notes }: ResolvedVersion): ResolvedVersion[] {
  const older = patchesBelow(version).slice(0, MAX_PATCHES - 1)
  return [
    { version, source, ...(notes && { notes }) },
    ...older.map((each) => ({ version: each, source: `before ${version}` })),
  ]
}

/** Each release of each component that the version skew policy has a rule for, whichever was asked for. */
function componentsOf(files: InventoryReport['files']): { name: string; version: ReleaseVersion }[] {
  const places = new Set(files.flatMap(({ artifact }) => artifact ?? []))
  const found = [...places].flatMap((artifact) => {
    const { version: text = '', name = '' } =
      /^(?<version>[^/]+)\/(?:.*\/)?(?<name>[^/]+?)(?:\.exe)?$/.exec(artifact)?.groups ?? {}
    const version = parseReleaseVersion(text)
    return version !== undefined && SKEWED.includes(name) ? [{ name, version }] : []
  })
  return [...new Map(found.map((each) => [`${each.name} ${each.version}`, each])).values()]
}

interface Looking {
  readonly releases: readonly ReleasePlan[]
  readonly context: ProofContext
  readonly finding: Finding
}

/** What else files may be that are called like artifacts, and are none of the releases': asked for only then. */
async function listOthers(
  { files }: Findings,
  { listed }: ProvenLists,
  { releases, context, finding }: Looking,
): Promise<ProvenLists['listed']> {
  const { request } = finding
  const isOpen = files.some(({ claim, sha256 }) => claim !== undefined && !listed.has(sha256.hex))
  if (!isOpen || request.isAny || request.isOffline) return new Map()
  const { value, error } = await toResultAsync(
    listSupported(finding).then((found) => {
      const asked = new Set(releases.map(({ version }) => version))
      const others = planReleases(
        found.filter(({ version }) => !asked.has(version)),
        finding,
      )
      return proveLists(others, { ...context, warn: () => undefined })
    }),
  )
  if (error !== undefined) warnOfOthers(finding, error)
  return value?.listed ?? new Map()
}

/** The releases of each supported minor whose channel answers: of the others nothing is known, and that is said. */
async function listSupported(finding: Finding): Promise<ResolvedVersion[]> {
  const { request, ports } = finding
  const ask = async (channel: Channel): Promise<readonly ResolvedVersion[]> =>
    (await resolveVersions({ ...request, versions: [{ kind: 'channel', channel, origin: 'input' }] }, ports))
      .versions
  const [newest] = await ask('stable')
  if (newest === undefined) return []
  const minors = supportedMinors(minorOf(newest.version), new Date(ports.now()).toISOString())
  const ends = await Promise.all(minors.map((minor) => toResultAsync(ask(`stable-${minor}`))))
  const failure = ends.find(({ error }) => error !== undefined)?.error
  if (failure !== undefined) warnOfOthers(finding, failure)
  const found = [newest, ...ends.flatMap(({ value }) => value ?? [])].flatMap(withPatches)
  return [...new Map(found.map((each) => [each.version, each])).values()]
}

function warnOfOthers({ warn }: Finding, { message }: CodedError): void {
  warn(`which other release a file is of could not be found out for every release: ${message}`)
}
