// What a cell says in a symbol and two words, so that it reads without colour.
// It never says more than the depth proved.
import type { PageArtifact, Severity } from './page-data.js'

export interface CellState {
  readonly symbol: string
  readonly text: string
  /** What colours it; only ever in addition. */
  readonly tone: 'good' | 'bad' | 'open' | Severity
}

/** From the loudest to the softest. */
const LOUDNESS: readonly Severity[] = ['alarm', 'error', 'warning', 'note']

function loudestOf(findings: readonly { readonly severity: Severity }[] = []): Severity | undefined {
  return LOUDNESS.find((severity) => findings.some((finding) => finding.severity === severity))
}

/** What `verified` means at this depth. */
export const PROVEN = {
  digest: 'signed digest',
  full: 'verified bytes',
} as const

export const PROVEN_IN_FULL = {
  digest: 'digest: evidence was checked for the published digest; no bytes were seen',
  full: 'full: the bytes were fetched, and have the digest that was signed',
} as const

type Judged = Pick<PageArtifact, 'outcome' | 'depth' | 'findings'>

/** A verdict is never hidden behind a finding; what was verified gives way to one. */
export function toCellState({ outcome, depth, findings }: Judged): CellState {
  const loudest = loudestOf(findings)
  if (outcome === 'rejected') {
    return { symbol: '✗', text: loudest === 'alarm' ? 'rejected, alarm' : 'rejected', tone: 'bad' }
  }
  if (loudest === 'alarm') {
    return { symbol: '!', text: outcome === 'verified' ? 'alarm' : 'alarm, unverifiable', tone: 'alarm' }
  }
  if (outcome === 'unverifiable') return { symbol: '?', text: 'unverifiable', tone: 'open' }
  if (loudest !== undefined) return { symbol: '!', text: loudest, tone: loudest }
  return { symbol: '✓', text: PROVEN[depth], tone: 'good' }
}
