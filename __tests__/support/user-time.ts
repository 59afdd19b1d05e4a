// The processor time that a step takes by itself.

const ROUNDS = 3

/**
 * User time of a step in seconds, the least of up to three rounds: a collection of the whole test process's heap, or
 * another that takes turns on the same core, only adds to it.
 * @param limit below which one round is enough
 */
export function leastUserSeconds(step: () => void, limit: number): number {
  let least = Infinity
  for (let round = 0; round < ROUNDS && least >= limit; round++) {
    const started = process.cpuUsage()
    step()
    least = Math.min(least, process.cpuUsage(started).user / 1e6)
  }
  return least
}
