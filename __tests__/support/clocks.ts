// Clocks on which waiting takes no time, or little.
import type { Clock } from '../../src/fetch/clock.js'

/** Jumps to the next thing that is due as soon as nothing else happens. For waiting, not for time-outs. */
export function createJumpingClock(): Clock {
  const pending = new Set<{ readonly at: number; readonly callback: () => void }>()
  let now = 0
  const jump = (): void => {
    const [next] = [...pending].sort((one, other) => one.at - other.at)
    if (next === undefined) return
    pending.delete(next)
    now = Math.max(now, next.at)
    next.callback()
  }
  return {
    now: () => now,
    after: (milliseconds, callback) => {
      const entry = { at: now + milliseconds, callback }
      pending.add(entry)
      setImmediate(jump)
      return () => pending.delete(entry)
    },
  }
}

/** After so many ticks in which nobody asks, the clock stops until somebody does. */
const IDLE_TICKS = 5000

/**
 * At best a minute in a second, for `speed` = 60: what is waited for and what is timed out stay in proportion. It ticks
 * by turns of the event loop and not by the machine's time, so a machine that is busy slows the clock, too.
 */
export function createFastClock(speed: number): Clock {
  const pending = new Set<{ readonly at: number; readonly callback: () => void }>()
  let now = 0
  let idle = 0
  let ticking: NodeJS.Timeout | undefined
  const tick = (): void => {
    now += speed
    for (const entry of [...pending].sort((one, other) => one.at - other.at)) {
      if (entry.at > now || !pending.delete(entry)) continue
      entry.callback()
    }
    idle = pending.size > 0 ? 0 : idle + 1
    if (idle < IDLE_TICKS) return
    clearInterval(ticking)
    ticking = undefined
  }
  const wake = (): void => {
    idle = 0
    ticking ??= setInterval(tick, 1).unref()
  }
  wake()
  return {
    now: () => {
      wake()
      return now
    },
    after: (milliseconds, callback) => {
      wake()
      const entry = { at: now + milliseconds, callback }
      pending.add(entry)
      return () => pending.delete(entry)
    },
  }
}
