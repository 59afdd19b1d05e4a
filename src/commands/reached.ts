// The hosts that a run has reached, for its report.
import type { Ports } from '../ports.js'

/** The hosts that have answered, where any has. */
export function reached({ reachedHosts }: Pick<Ports, 'reachedHosts'>): { readonly hosts?: string[] } {
  const hosts = [...(reachedHosts?.() ?? [])]
  return hosts.length === 0 ? {} : { hosts }
}
