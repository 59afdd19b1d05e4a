// Whether what is proven fits the cluster that it is for.
import { CodedError } from '../errors.js'
import { fitsServers, fittingMinors } from '../kubernetes/skew.js'
import type { Minor } from '../kubernetes/version.js'
import type { PlannedArtifact } from '../plan/plan.js'

/**
 * Looks at each component that the version skew policy has a rule for.
 * @returns a sentence about each artifact
 * @throws CodedError VERSION_SKEW_UNSUPPORTED naming all that do not fit
 */
export function assertFitsCluster(
  artifacts: readonly Pick<PlannedArtifact, 'name' | 'version'>[],
  servers: readonly Minor[] | undefined,
): readonly string[] {
  if (servers === undefined) return []
  const beside = `API servers of ${servers.join(' and ')}`
  const judged = artifacts.map(({ name, version }) => {
    const what = version === undefined ? name : `${name} ${version}`
    const fits = version === undefined ? undefined : fitsServers(name, version, servers)
    if (fits === undefined) return { note: `the version skew policy has no rule for ${what}` }
    const expected = formatMinors(fittingMinors(name, servers))
    if (fits) return { note: `${what} fits ${beside}, as ${expected} does` }
    return { version, expected, fault: `${what} does not fit ${beside}; expected ${expected}` }
  })
  const faults = judged.filter((each) => 'fault' in each)
  const [first] = faults
  if (first === undefined) return judged.flatMap(({ note }) => note ?? [])
  const message = faults.map(({ fault }) => fault).join('; ')
  throw new CodedError('VERSION_SKEW_UNSUPPORTED', message, {
    expected: first.expected,
    ...(first.version !== undefined && { actual: first.version }),
  })
}

function formatMinors(minors: ReturnType<typeof fittingMinors>): string {
  const { from, to } = minors ?? { from: NaN, to: NaN }
  return from > to ? 'none' : from === to ? `1.${to}` : `1.${from} to 1.${to}`
}
