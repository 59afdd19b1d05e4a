// Runs a command to an ending, whatever happens.
import { toCodedError } from '../errors.js'
import { type Ending, toReportEnding } from '../report/ending.js'
import { toReport } from '../report/report.js'
import { tellStack } from './uncaught.js'

/** Ends with what `run` comes to, or with what it threw. Never rejects. */
export async function runToEnding(run: () => Promise<Ending>): Promise<Ending> {
  const startedAt = Date.now()
  try {
    return await run()
  } catch (thrown) {
    const error = toCodedError(thrown)
    if (error.code === 'INTERNAL') tellStack(thrown)
    return toReportEnding(toReport({ error, artifacts: [], warnings: [], startedAt, endedAt: Date.now() }))
  }
}
