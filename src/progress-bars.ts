// Progress on a terminal: a bar per transfer, gone when it is done.
import { MultiBar, type SingleBar } from 'cli-progress'
import type { Progress } from './ports.js'
import { escapeText } from './report/escape.js'
import { formatBytes } from './report/progress.js'

const FORMAT = '{bar} {percentage} % {received} of {size}, {rate}/s, {eta_formatted} left  {name}'
/** The server did not say how many bytes there are. */
const FORMAT_WITHOUT_TOTAL = '{received}, {rate}/s  {name}'

export interface ProgressDisplay {
  readonly onProgress: (name: string, progress: Progress) => void
  /** Leaves the terminal as it was. */
  readonly stop: () => void
}

export function createProgressBars(stream: NodeJS.WriteStream): ProgressDisplay {
  const bars = new Map<string, { readonly bar: SingleBar; readonly startedAt: number }>()
  const display = new MultiBar({ stream, hideCursor: true, clearOnComplete: true, barsize: 20 })
  return {
    onProgress: (name, { receivedBytes, totalBytes }) => {
      const format = totalBytes === undefined ? FORMAT_WITHOUT_TOTAL : FORMAT
      const known = bars.get(name) ?? {
        bar: display.create(totalBytes ?? 1, 0, {}, { format }),
        startedAt: Date.now(),
      }
      bars.set(name, known)
      const elapsedMs = Math.max(1, Date.now() - known.startedAt)
      known.bar.update(receivedBytes, {
        name: escapeText(name),
        received: formatBytes(receivedBytes),
        size: formatBytes(totalBytes ?? 0),
        rate: formatBytes((receivedBytes * 1000) / elapsedMs),
      })
      if (receivedBytes === totalBytes) {
        display.remove(known.bar)
        bars.delete(name)
      }
    },
    stop: () => {
      display.stop()
    },
  }
}
