// Work on one thread, in steps: a signal, a timer or an answer of the network
// waits for no more than some of them.
import { setImmediate } from 'node:timers/promises'
import { boundYoungGeneration } from './young-generation.js'

/** Some milliseconds of small calls of the system. */
const STEPS = 256

/** @returns what gives everything else its turn, every so many times that it is called */
export function createTurns(): () => Promise<void> | undefined {
  let steps = 0
  return () => {
    if (++steps % STEPS !== 0) return undefined
    boundYoungGeneration()
    return setImmediate()
  }
}
