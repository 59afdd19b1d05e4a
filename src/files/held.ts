// Files that another program holds open: on Windows they can be neither
// renamed nor removed nor opened meanwhile. A scanner lets go of what was just
// written within a moment; who runs a file does not. So a run waits, and not
// for each file anew: time that was waited in vain is never waited again.
import { setTimeout as delay } from 'node:timers/promises'
import { messageOf } from '../errors.js'

/** What a held file says to whoever renames it; Windows says EACCES of a folder with such a file, too. */
export const HELD: readonly string[] = ['EPERM', 'EBUSY', ...(process.platform === 'win32' ? ['EACCES'] : [])]
const PATIENCE_MS = 5000
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 500

/** For tests: a pause that takes no time. */
export type Pause = (milliseconds: number) => Promise<unknown>

/** How long a run waits in all for programs that do not let go. */
export class Patience {
  readonly #pause: Pause
  #leftMs = PATIENCE_MS

  constructor(pause: Pause = delay) {
    this.#pause = pause
  }

  /**
   * Takes a step again until nobody holds the file, or the run's patience is at its end.
   * @param codes of the file system, by which it says so
   * @throws what the file system said last, which says how long was waited if that was the reason
   */
  async whenFree<T>(step: () => Promise<T>, codes = HELD): Promise<T> {
    let waitedMs = 0
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        const value = await step()
        this.#leftMs += waitedMs
        return value
      } catch (thrown) {
        if (!codes.includes(codeOf(thrown))) throw thrown
        if (this.#leftMs <= 0) throw toOutOfPatience(thrown)
      }
      const thisMs = Math.min(pauseMs, this.#leftMs)
      this.#leftMs -= thisMs
      waitedMs += thisMs
      await this.#pause(thisMs)
    }
  }
}

const ofThisRun = new Patience()

/** Takes a step again until nobody holds the file, within the patience of this run; as `Patience.whenFree`. */
export async function whenFree<T>(step: () => Promise<T>, codes?: readonly string[]): Promise<T> {
  return ofThisRun.whenFree(step, codes)
}

/** What the file system calls what it threw; empty for anything else. */
export function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException).code ?? ''
}

/** With code, call and path of what the file system said. */
function toOutOfPatience(thrown: unknown): Error {
  const why = `a run waits ${PATIENCE_MS / 1000} s in all for programs that hold files`
  return Object.assign(new Error(`${messageOf(thrown)} (${why})`, { cause: thrown }), thrown)
}
