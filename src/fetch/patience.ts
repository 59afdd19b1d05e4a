// How long a server that is away is waited for. What is counted, for each
// origin, is the time in which at least one request waits to be tried again:
// a hundred requests that wait side by side cost no more than one, and a server
// that comes and goes is not given a new allowance each time. Every request
// has its first try, whatever was spent before.
import type { Clock } from './clock.js'

export interface PatienceOptions {
  /** For one origin, in a run; for all of them together twice as much. */
  readonly limitMs: number
  readonly minDelayMs: number
  readonly maxDelayMs: number
  readonly clock: Clock
  /** From 0 to 1: machines that lost the same server do not come back in step. */
  readonly random: () => number
  /** Told now and then while an origin is waited for. */
  readonly onWaiting?: ((host: string, waitedMs: number) => void) | undefined
}

/** Why a request is to be tried again, and what that says about its origin. */
export interface Setback {
  /** As URLs write it. */
  readonly origin: string
  /** A connection error: nobody answered. An error status: it may be about this object alone. */
  readonly kind: 'connection' | 'status' | 'object'
  /** The URL or whatever else tells one object of the origin from another. */
  readonly object: string
  /** When the server asked to be asked again. */
  readonly retryAfterMs?: number | undefined
  /** Less patience than the run's, for who can do without. */
  readonly limitMs?: number | undefined
}

/** A request between two tries, and while it is tried again: until the head of an answer. */
export interface Waiter {
  /** Whether it may be tried again; false when the patience is used up, or would be. */
  readonly turn: Promise<boolean>
  /** It was tried again, or given up. */
  leave(): void
}

interface Waiting {
  readyAt: number
  /** The server said when: no sooner. */
  readonly isBound: boolean
  /** It was let go, and its answer is awaited. */
  isTried: boolean
  readonly release: (mayTry: boolean) => void
}

/** Different objects that have to fail in a row with an error status before their origin counts as away. */
const FAILURES_OF_AN_ORIGIN = 2
/** When the first line about a wait is due; the next ones at twice the time of the one before. */
const FIRST_NOTICE_MS = 5000

/** One clock for several things that overlap: runs while there is at least one. */
class Union {
  #count = 0
  #since = 0
  #spentMs = 0
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  enter(): void {
    if (this.#count++ === 0) this.#since = this.#clock.now()
  }

  leave(): void {
    if (--this.#count === 0) this.#spentMs += this.#clock.now() - this.#since
  }

  get spentMs(): number {
    return this.#spentMs + (this.#count > 0 ? this.#clock.now() - this.#since : 0)
  }
}

/** The patience of one run. */
export class Patience {
  readonly #options: PatienceOptions
  readonly #all: Union
  readonly #origins = new Map<string, Origin>()

  constructor(options: PatienceOptions) {
    this.#options = options
    this.#all = new Union(options.clock)
  }

  /** The origin gave an answer that is no server error. */
  answered(name: string): void {
    for (const origin of this.#origins.values()) if (origin.name === name) origin.answered()
  }

  /** What may still be waited for an origin. */
  remainingMs(origin: string, limitMs?: number): number {
    return this.#origin(origin, limitMs).remainingMs
  }

  /** @param tries how often the request was tried so far */
  wait(setback: Setback, tries: number): Waiter {
    return this.#origin(setback.origin, setback.limitMs).wait(setback, tries)
  }

  /** Who has less patience keeps an account of its own, so that it ends nobody else's. */
  #origin(name: string, limitMs = this.#options.limitMs): Origin {
    const key = `${name} ${limitMs}`
    const existing = this.#origins.get(key)
    if (existing !== undefined) return existing
    const limits = { ...this.#options, limitMs: Math.min(limitMs, this.#options.limitMs) }
    const origin = new Origin(name, limits, { clock: this.#all, limitMs: 2 * this.#options.limitMs })
    this.#origins.set(key, origin)
    return origin
  }
}

/** What all origins together may cost. */
interface RunLimit {
  readonly clock: Union
  readonly limitMs: number
}

class Origin {
  readonly name: string
  readonly #options: PatienceOptions
  readonly #all: RunLimit
  readonly #own: Union
  /** In the order in which they are tried: who failed goes to the end. */
  readonly #queue = new Set<Waiting>()
  /** Objects that failed with an error status since the last answer. */
  readonly #failed = new Set<string>()
  #isAway = false
  /** Failures of the origin as a whole, since it is away. */
  #probes = 0
  #probeAt = 0
  #isLastProbeMade = false
  #noticeMs = FIRST_NOTICE_MS
  #callOff: (() => void) | undefined

  constructor(name: string, options: PatienceOptions, all: RunLimit) {
    this.name = name
    this.#options = options
    this.#all = all
    this.#own = new Union(options.clock)
  }

  get remainingMs(): number {
    const ownMs = this.#options.limitMs - this.#own.spentMs
    return Math.max(0, Math.min(ownMs, this.#all.limitMs - this.#all.clock.spentMs))
  }

  answered(): void {
    this.#failed.clear()
    if (!this.#isAway) return
    this.#isAway = false
    this.#probes = 0
    // It is back: only who was told to wait still does.
    for (const each of this.#waiting()) if (!each.isBound) each.readyAt = this.#options.clock.now()
    this.#schedule()
  }

  wait({ kind, object, retryAfterMs = 0 }: Setback, tries: number): Waiter {
    if (kind === 'status') this.#failed.add(object)
    if (kind === 'connection' || this.#failed.size >= FAILURES_OF_AN_ORIGIN) this.#countAway()
    const { remainingMs } = this
    if (remainingMs <= 0 || retryAfterMs > remainingMs) {
      return { turn: Promise.resolve(false), leave: () => undefined }
    }
    const { promise: turn, resolve: release } = Promise.withResolvers<boolean>()
    const delayMs = Math.min(Math.max(this.#delay(tries), retryAfterMs), remainingMs)
    const readyAt = this.#options.clock.now() + delayMs
    const waiting: Waiting = { readyAt, isBound: retryAfterMs > 0, isTried: false, release }
    this.#own.enter()
    this.#all.clock.enter()
    this.#queue.add(waiting)
    this.#schedule()
    return {
      turn,
      leave: () => {
        if (!this.#queue.delete(waiting)) return
        this.#own.leave()
        this.#all.clock.leave()
        this.#schedule()
      },
    }
  }

  #countAway(): void {
    const now = this.#options.clock.now()
    // Those that failed side by side failed once.
    if (this.#isAway && now < this.#probeAt) return
    this.#isAway = true
    const delayMs = this.#delay(++this.#probes)
    this.#probeAt = now + Math.min(delayMs, this.remainingMs)
  }

  /** Doubles from one failure to the next, less up to a half of it by chance. */
  #delay(failures: number): number {
    const { minDelayMs, maxDelayMs, random } = this.#options
    return Math.min(maxDelayMs, minDelayMs * 2 ** Math.min(failures - 1, 30)) * (1 - random() / 2)
  }

  #waiting(): Waiting[] {
    return [...this.#queue].filter(({ isTried }) => !isTried)
  }

  /** Lets those go whose time has come, and sets the clock for who comes next. */
  #schedule(): void {
    this.#callOff?.()
    this.#callOff = undefined
    this.#notice()
    const { clock } = this.#options
    const now = clock.now()
    if (this.#isAway) this.#probe(now)
    else for (const each of this.#waiting()) if (each.readyAt <= now) this.#release(each)
    const waiting = this.#waiting()
    if (waiting.length === 0) return
    const times = this.#isProbed() ? [] : waiting.map((each) => this.#timeOf(each))
    const noticeAt = now + this.#noticeMs - this.#own.spentMs
    const next = Math.min(...times, this.#options.onWaiting === undefined ? Infinity : noticeAt)
    if (next === Infinity) return
    this.#callOff = clock.after(Math.max(0, next - now), () => {
      this.#schedule()
    })
  }

  /** One asks for all. The last time is when the patience ends: then all know. */
  #probe(now: number): void {
    if (this.#isProbed()) return
    const isSpent = this.remainingMs <= 0
    if (isSpent && this.#isLastProbeMade) {
      for (const each of this.#waiting()) each.release(false)
      return
    }
    const due = this.#waiting().find((each) => isSpent || this.#timeOf(each) <= now)
    if (due === undefined) return
    this.#isLastProbeMade ||= isSpent
    this.#release(due)
  }

  #release(waiting: Waiting): void {
    waiting.isTried = true
    waiting.release(true)
  }

  #timeOf({ readyAt, isBound }: Waiting): number {
    if (!this.#isAway) return readyAt
    return isBound ? Math.max(readyAt, this.#probeAt) : this.#probeAt
  }

  #isProbed(): boolean {
    return this.#isAway && [...this.#queue].some(({ isTried }) => isTried)
  }

  #notice(): void {
    const waitedMs = this.#own.spentMs
    if (waitedMs < this.#noticeMs) return
    while (this.#noticeMs <= waitedMs) this.#noticeMs *= 2
    this.#options.onWaiting?.(new URL(this.name).host, waitedMs)
  }
}
