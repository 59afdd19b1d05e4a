// The clock that waiting is measured by; tests bring one that runs faster.

export interface Clock {
  /** Milliseconds from some fixed moment; never backwards. */
  now(): number
  /** Calls back once, that many milliseconds from now. @returns what calls it off */
  after(milliseconds: number, callback: () => void): () => void
}

/** The machine's own clock, which only runs forward. */
export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}
