// Releases that are named outright, which nobody need be asked for.
import type { VersionSpec } from '../request/request.js'
import type { ResolvedVersion } from './plan.js'

type ExactSpec = Extract<VersionSpec, { readonly kind: 'exact' }>

/** The release that an exact version means. */
export function exactVersion({ version, origin }: ExactSpec): ResolvedVersion {
  return { version, source: origin }
}

/** Every release that is meant, once each, in the order asked for; undefined where one is not named outright. */
export function exactVersions(specs: readonly VersionSpec[]): ResolvedVersion[] | undefined {
  const exact = specs.filter((spec) => spec.kind === 'exact')
  if (exact.length < specs.length) return undefined
  const known = new Set<string>()
  return exact.map(exactVersion).filter(({ version }) => known.size < known.add(version).size)
}
