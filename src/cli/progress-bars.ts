// Progress on a terminal: a bar per transfer, gone when it is done, one for all
// of an audit, and nothing left of any of them at the end.
import { MultiBar, type SingleBar } from 'cli-progress'
import type { AuditCount, ProgressDisplay } from '../commands/surroundings.js'
import type { Progress } from '../ports.js'
import { escapeText } from '../report/escape.js'
import { formatBytes } from '../report/progress.js'

const BAR_WIDTH = 10
/** A transfer without news for so long has failed or waits, or its end was not known beforehand. */
const SILENCE_MS = 5000

interface Transfer {
  readonly name: string
  readonly startedAt: number
  heardAt: number
  progress: Progress
  /** Absent while it is silent, or has no room. */
  bar?: SingleBar | undefined
}

/** Shows bars on a terminal; `stop` leaves it as it was, and what comes later is not shown. */
export function createProgressBars(stream: NodeJS.WriteStream): ProgressDisplay {
  const transfers = new Map<string, Transfer>()
  const display = new MultiBar({
    stream,
    hideCursor: true,
    // Cut at the right edge by cli-progress, not by a mode of the terminal that would have to be restored.
    linewrap: true,
    clearOnComplete: true,
    // A bar that moves up over a removed one is else not drawn anew until it changes.
    forceRedraw: true,
  })
  let shown = 0
  let isStopped = false

  const show = (transfer: Transfer): void => {
    // Lines that are scrolled away cannot be cleared; the last one is for the cursor.
    if (transfer.bar !== undefined || shown >= (stream.rows || Infinity) - 1) return
    const format = (_options: object, { maxWidth }: { maxWidth: number }): string =>
      formatTransfer(transfer, Date.now(), maxWidth)
    transfer.bar = display.create(1, 0, {}, { format })
    shown += 1
  }
  const hide = (transfer: Transfer): void => {
    if (transfer.bar === undefined) return
    display.remove(transfer.bar)
    transfer.bar = undefined
    shown -= 1
    // cli-progress clears the line of the last bar only here.
    if (shown === 0) display.stop()
  }
  let counted: { readonly startedAt: number; count: AuditCount } | undefined
  const stop = (): void => {
    isStopped = true
    process.off('exit', stop)
    if (shown > 0) display.stop()
    shown = 0
  }
  // A signal's handler that exits must not leave the cursor hidden.
  process.once('exit', stop)

  return {
    onProgress: (name, progress) => {
      if (isStopped) return
      const now = Date.now()
      const known = transfers.get(name)
      if (progress.totalBytes !== undefined && progress.receivedBytes >= progress.totalBytes) {
        transfers.delete(name)
        if (known !== undefined) hide(known)
        return
      }
      for (const other of transfers.values()) if (now - other.heardAt > SILENCE_MS) hide(other)
      const transfer = known ?? { name: escapeText(name), startedAt: now, heardAt: now, progress }
      transfers.set(name, transfer)
      transfer.heardAt = now
      transfer.progress = progress
      show(transfer)
    },
    onCount: (count) => {
      if (isStopped) return
      if (counted === undefined) {
        const counting = { startedAt: Date.now(), count: { ...count } }
        counted = counting
        const format = (): string => formatCount(counting.count, Date.now() - counting.startedAt)
        display.create(1, 0, {}, { format })
        shown += 1
      }
      counted.count = { ...count }
    },
    stop,
  }
}

/** `====------  43 % 86 of 201 artifacts so far, 12 a second` */
function formatCount({ audited, known }: AuditCount, elapsedMs: number): string {
  const rate = elapsedMs > 0 ? `, ${Math.round((audited * 1000) / elapsedMs)} a second` : ''
  return `${formatShare(known === 0 ? 0 : audited / known)} ${audited} of ${known} artifacts so far${rate}`
}

/** `==--------  22 % 12.3 MiB of 55.9 MiB, 10.2 MiB/s, 4 s left  …/linux/amd64/kubectl` */
function formatTransfer({ name, startedAt, progress }: Transfer, now: number, width: number): string {
  const { receivedBytes, totalBytes } = progress
  const bytesPerSecond = now > startedAt ? (receivedBytes * 1000) / (now - startedAt) : 0
  const rate = `${formatBytes(bytesPerSecond)}/s`
  const figures =
    totalBytes === undefined
      ? `${formatBytes(receivedBytes)}, ${rate}`
      : `${formatShare(receivedBytes / totalBytes)} ${formatBytes(receivedBytes)} of ${formatBytes(totalBytes)}, ${rate}${formatLeft(totalBytes - receivedBytes, bytesPerSecond)}`
  // The end of a name tells it from others.
  const room = width - figures.length - '  '.length
  return `${figures}  ${name.length > room ? `…${name.slice(name.length - room + 1)}` : name}`
}

function formatShare(share: number): string {
  const done = Math.floor(share * BAR_WIDTH)
  const percent = `${Math.floor(share * 100)}`.padStart(3)
  return `${'='.repeat(done)}${'-'.repeat(BAR_WIDTH - done)} ${percent} %`
}

function formatLeft(bytes: number, bytesPerSecond: number): string {
  return bytesPerSecond > 0 ? `, ${Math.ceil(bytes / bytesPerSecond)} s left` : ''
}
