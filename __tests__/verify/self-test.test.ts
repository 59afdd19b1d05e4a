// The self-test itself, against programs that cannot tell right from wrong.
import { InternalError } from '../../src/errors.js'
import { type CheckId, CHECK_IDS } from '../../src/verify/check.js'
import { SELF_TEST_STEPS } from '../../src/verify/self-test.js'
import type { VerificationResult } from '../../src/verify/verification-result.js'
import { verifyArtifact } from '../../src/verify/verify.js'

type Verify = typeof verifyArtifact

function runSelfTest(verify: Verify): void {
  for (const step of SELF_TEST_STEPS) step(verify)
}

test('this program passes, and is asked with right and wrong', () => {
  const outcomes: string[] = []
  const failed: CheckId[] = []
  runSelfTest((input) => {
    const result = verifyArtifact(input)
    outcomes.push(result.outcome)
    failed.push(...result.checks.filter(({ status }) => status === 'failed').map(({ id }) => id))
    return result
  })
  expect(outcomes).toEqual(['verified', 'rejected', 'rejected', 'rejected'])
  expect(failed).toEqual([...CHECK_IDS].sort(byItself))
})

/** Those two have a lie of their own, before the one that is for all others. */
function byItself(a: CheckId, b: CheckId): number {
  const weigh = (id: CheckId): number => ['independent-judge', 'log-time-within-certificate'].indexOf(id)
  return weigh(b) - weigh(a)
}

/** A program in which one check passes whatever it is shown. */
const blindIn =
  (blind: CheckId): Verify =>
  (input) => {
    const result = verifyArtifact(input)
    const checks = result.checks.map((check) =>
      check.id === blind ? { ...check, status: 'passed' as const } : check,
    )
    return { ...result, checks }
  }

test.each(CHECK_IDS)('a program that is blind in %s is found out', (id) => {
  expect(() => {
    runSelfTest(blindIn(id))
  }).toThrow(InternalError)
})

const always =
  (outcome: VerificationResult['outcome']): Verify =>
  (input) => ({ ...verifyArtifact(input), outcome })

test.each(['verified', 'rejected', 'unverifiable'] as const)(
  'a program that says %s to everything is found out',
  (outcome) => {
    expect(() => {
      runSelfTest(always(outcome))
    }).toThrow(InternalError)
  },
)
