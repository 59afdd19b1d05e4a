// Progress at a pace that a log can bear.
import type { Progress } from '../ports.js'
import { formatProgress } from './progress.js'

/** Transfers that are done sooner need no progress. */
const INTERVAL_MS = 5000

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
