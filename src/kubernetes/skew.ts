// Which releases fit a cluster: how many minors a component may be older or
// newer than the API servers that it talks to. The policy counts minors alone.
// The data is in skew.json, with its source.
import skew from './skew.json' with { type: 'json' }
import { type Minor, type ReleaseVersion, minorOf } from './version.js'

interface SkewRule {
  /** How many minors older than any API server it may be. */
  readonly older: number
  readonly newer: number
  /** Of minors before one, that it may be no older than so many. */
  readonly olderBefore?: { readonly minor: number; readonly older: number }
}

const RULES: Readonly<Record<string, SkewRule>> = skew.rules

/** The components that the policy has a rule for. */
export const SKEWED: readonly string[] = Object.keys(RULES)

/** The first and last minor that fit, as their second numbers. */
export interface FittingMinors {
  readonly from: number
  readonly to: number
}

/** What the API servers of a cluster call themselves: `v1.34.3`, `v1.34.3+k3s1`, `v1.34.3-eks-1a2b3c4`, `1.34+`. */
const SERVER = /^v?1\.(0|[1-9]\d{0,2})(?:\+|(?:\.\d{1,3}(?:[-+.][0-9A-Za-z.+~_-]{0,100})?))?$/

/**
 * The minor of an API server, whoever built it.
 * @returns undefined when the text is no version of Kubernetes
 */
export function parseServerMinor(text: string): Minor | undefined {
  const [, minor] = SERVER.exec(text) ?? []
  return minor === undefined ? undefined : `1.${Number(minor)}`
}

/**
 * The minors of a component that fit every API server of a cluster; where it is upgraded, several.
 * @returns undefined when the policy has no rule for the component
 */
export function fittingMinors(component: string, servers: readonly Minor[]): FittingMinors | undefined {
  const rule = Object.hasOwn(RULES, component) ? RULES[component] : undefined
  if (rule === undefined) return undefined
  const numbers = servers.map(numberOf)
  const newest = Math.max(...numbers)
  const to = Math.min(...numbers) + rule.newer
  const from = Math.max(0, newest - rule.older)
  const { minor = 0, older = rule.older } = rule.olderBefore ?? {}
  // What is older than that minor may be less far away.
  return { from: from < minor ? Math.min(Math.max(from, newest - older), Math.max(from, minor)) : from, to }
}

/** The oldest minor of which any component fits. */
export function oldestFitting(servers: readonly Minor[]): Minor {
  return `1.${Math.min(...SKEWED.flatMap((name) => fittingMinors(name, servers)?.from ?? []))}`
}

/** Whether a release of a component fits; undefined when the policy has no rule for it. */
export function fitsServers(
  component: string,
  version: ReleaseVersion,
  servers: readonly Minor[],
): boolean | undefined {
  const minors = fittingMinors(component, servers)
  const number = numberOf(minorOf(version))
  return minors && minors.from <= number && number <= minors.to
}

/** The older first: by number, and not by text. */
export function compareMinors(one: Minor, other: Minor): number {
  return numberOf(one) - numberOf(other)
}

function numberOf(minor: Minor): number {
  return Number(minor.split('.')[1])
}
