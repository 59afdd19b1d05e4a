// Whether what stands in the tool cache does, and what cannot be asked for then.
import { InputError } from '../errors.js'
import { type Rule, type ValuesOf, type Words, booleanInput, conflict } from './input.js'
import type { PROOF_INPUTS } from './release-inputs.js'
import { type VersionSpec, isAnsweredByCache } from './request.js'
import type { RequestSurroundings, ScopeValues } from './scope-inputs.js'
import type { ROOT_INPUTS } from './trust-inputs.js'

/** What the tool cache may decide. */
export const CACHE_INPUTS = {
  'prefer-cached': booleanInput(
    'What',
    'Whether, for a minor, `stable` or a range, the newest fitting release is taken of which the tool cache holds and proves every artifact and the SBOM, without a single request; nobody is asked for a newer one then, a notice says so, and what the lock file names comes first. Where the cache has none, it is asked for as usual.',
  ),
}

type CacheValues = ValuesOf<typeof CACHE_INPUTS> &
  ValuesOf<typeof PROOF_INPUTS> &
  ValuesOf<typeof ROOT_INPUTS> &
  Pick<ScopeValues, 'version' | 'artifacts'>

const PREFER_CACHED = 'prefer-cached'
const CANNOT_TELL =
  'takes what stands in the tool cache, which cannot tell what is the latest or still patched; allowed: an exact version, a minor, stable, or a range'

/** What that cannot be asked for together with. */
export const CACHE_RULES: readonly Rule<CacheValues>[] = [
  conflict(
    PREFER_CACHED,
    CANNOT_TELL,
    ({ values, isGiven }) =>
      values[PREFER_CACHED] === true && !isGiven('version-file') && !areInCache(values.version),
  ),
  conflict(
    'cross-check',
    'asks for papers that no cache holds; allowed with {prefer-cached}: false',
    ({ values }) => values[PREFER_CACHED] === true && (values['cross-check'] ?? false) !== false,
  ),
  conflict(
    'trusted-root',
    'tuf asks for a newer one each time; allowed with {prefer-cached}: auto, embedded, staging, or a file',
    ({ values }) => values[PREFER_CACHED] === true && values['trusted-root']?.kind === 'tuf',
  ),
  conflict(
    'artifacts',
    'images are looked up in their registry; allowed with {prefer-cached}: other artifacts',
    ({ values }) => values[PREFER_CACHED] === true && (values.artifacts?.images.length ?? 0) > 0,
  ),
]

/**
 * As the rule for `version`, for what the version-file says.
 * @throws InputError INPUT_CONFLICT
 */
export function assertInCache(
  values: ValuesOf<typeof CACHE_INPUTS>,
  { spell }: Words,
  { versionFile }: RequestSurroundings,
): void {
  if (!values[PREFER_CACHED] || areInCache(versionFile?.value)) return
  throw new InputError([{ code: 'INPUT_CONFLICT', field: spell(PREFER_CACHED), message: CANNOT_TELL }])
}

/** Whether a cache can have what each version means. */
function areInCache(versions: readonly VersionSpec[] = []): boolean {
  return versions.every(isAnsweredByCache)
}
