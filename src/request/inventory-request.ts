// What `verify --release` was asked: which releases' files are searched for,
// and where.
import { ALL, PLATFORMS, membersOf } from '../kubernetes/catalogue.js'
import type { Read } from './fields.js'
import { type Rule, type Words, conflict, readInputs, required } from './input.js'
import { oldestFitting } from '../kubernetes/skew.js'
import type { Request, VersionSpec } from './request.js'
import type { RequestSurroundings } from './scope-inputs.js'
import { VERIFY, type VerifyValues } from './verify-inputs.js'
import { toReleaseRequest } from './verify-request.js'

export interface InventoryRequest extends Request {
  /** Files, folders and archives. */
  readonly paths: readonly string[]
  /** Whether all patches of the minors that are still patched are meant; then `versions` asks for the latest of each. */
  readonly isAny: boolean
}

export interface InventorySurroundings extends RequestSurroundings {
  /** What was found to be there. */
  readonly paths: Read<readonly string[]>
}

/**
 * Reads the request of `verify` with a release to search for.
 * @throws InputError with every fault
 */
export function parseInventoryRequest(
  words: Words,
  { paths, ...surroundings }: InventorySurroundings,
): InventoryRequest {
  const rules = [...VERIFY.rules, ...(paths.faults === undefined ? rulePaths(paths.value) : [])]
  const values = readInputs({ ...VERIFY, rules }, words, {
    faults: [...(paths.faults ?? []), ...(surroundings.skewOf?.faults ?? [])],
  })
  const { release } = values
  return {
    ...toReleaseRequest(values, surroundings),
    versions: release?.kind === 'named' ? release.versions : [toAny(surroundings)],
    artifacts: membersOf(ALL)
      .filter(({ kind }) => kind === 'binary' || kind === 'tarball')
      .map((entry) => ({ entry, isNamed: false })),
    areAllArtifacts: true,
    platforms: PLATFORMS,
    arePlatformsNamed: false,
    releaseBinding: 'required',
    signatureSource: 'artifact',
    paths: [...new Set(paths.value)],
    isAny: release?.kind !== 'named',
  }
}

/** What is still patched; and what is not, and may stand beside the cluster. */
function toAny({ skewOf }: RequestSurroundings): VersionSpec {
  const servers = skewOf?.value?.servers
  return { kind: 'supported', origin: 'input', ...(servers && { from: oldestFitting(servers) }) }
}

function rulePaths(paths: readonly string[]): Rule<VerifyValues>[] {
  return [
    required('files', 'needs a file, folder or archive', () => paths.length === 0),
    ...paths
      .filter((path) => path.startsWith('sha256:'))
      .map((path) =>
        conflict<unknown>('files', `"${path}" is no path; allowed with {release}: a path`, () => true),
      ),
  ]
}
