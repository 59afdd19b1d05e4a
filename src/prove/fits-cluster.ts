// Whether what is proven fits the cluster that it is for.
import { CodedError } from '../errors.js'
import { fitsServers, fittingMinors } from '../kubernetes/skew.js'
import type { Minor } from '../kubernetes/version.js'
import type { PlannedArtifact } from '../plan/plan.js'

/**
 * Looks at each component that the version skew policy has a rule for.
 * @throws CodedError VERSION_SKEW_UNSUPPORTED for the first that does not fit
 */
export function assertFitsCluster(
  artifacts: readonly Pick<PlannedArtifact, 'name' | 'version'>[],
  servers: readonly Minor[] | undefined,
): void {
  if (servers === undefined) return
  for (const { name, version } of artifacts) {
    if (version === undefined || fitsServers(name, version, servers) !== false) continue
    const { from, to } = fittingMinors(name, servers) ?? { from: NaN, to: NaN }
    const expected = from > to ? 'none' : from === to ? `1.${to}` : `1.${from} to 1.${to}`
    const message = `${name} ${version} does not fit API servers of ${servers.join(' and ')}; expected ${expected}`
    throw new CodedError('VERSION_SKEW_UNSUPPORTED', message, { expected, actual: version })
  }
}
