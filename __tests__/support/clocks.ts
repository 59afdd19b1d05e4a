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

/** A minute in a second, for `speed` = 60: what is waited for and what is timed out stay in proportion. */
export function createFastClock(speed: number): Clock {
  const startedAt = performance.now()
  return {
    now: () => (performance.now() - startedAt) * speed,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds / speed)
      return () => clearTimeout(timer)
    },
  }
}
