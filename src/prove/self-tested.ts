// The self-test, once in a process, before the first result counts. It runs
// while the network has the word: the requests are out by then.
import { setImmediate } from 'node:timers/promises'
import { SELF_TEST_STEPS } from '../verify/self-test.js'
import { verifyArtifact } from '../verify/verify.js'

let testing: Promise<void> | undefined

/** @throws InternalError when the program cannot tell right from wrong */
export function selfTested(): Promise<void> {
  return (testing ??= runSteps())
}

async function runSteps(): Promise<void> {
  for (const step of SELF_TEST_STEPS) {
    await setImmediate()
    step(verifyArtifact)
  }
}
