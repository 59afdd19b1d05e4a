// Progress at a pace that a log can bear.
import type { Progress } from '../ports.js'
import { formatProgress } from './progress.js'

/** What is done sooner needs no progress. */
const INTERVAL_MS = 5000

/** Makes a listener that prints how far a count has come, every few seconds. */
export function createPacedCount(
  print: (line: string) => void,
  now: () => number,
): (progress: { readonly audited: number; readonly known: number }) => void {
  let printedAt = now()
  return ({ audited, known }) => {
    if (now() - printedAt < INTERVAL_MS) return
    printedAt = now()
    print(`audited: ${audited} of ${known} artifacts so far`)
  }
}

/**
 * Makes a listener that prints a line per transfer every few seconds.
 * @param now milliseconds, passed in
 */
export function createPacedProgress(
  print: (line: string) => void,
  now: () => number,
): (name: string, progress: Progress) => void {
  const transfers = new Map<string, { readonly startedAt: number; printedAt: number }>()
  return (name, progress) => {
    const time = now()
    const transfer = transfers.get(name) ?? { startedAt: time, printedAt: time }
    transfers.set(name, transfer)
    if (time - transfer.printedAt < INTERVAL_MS) return
    transfer.printedAt = time
    print(formatProgress(name, progress, time - transfer.startedAt))
  }
}
