// From what a command finds to its report, the same for all that verify at one go.
import { describeDisregarded } from '../diagnose/disregarded.js'
import type { Ports } from '../ports.js'
import { type Report, type ReportParts, toReport } from '../report/report.js'
import { toResultAsync } from '../result.js'
import { listWeaknesses } from '../verify/weaknesses.js'
import { reached } from './reached.js'

type Facts = Omit<ReportParts, 'error' | 'startedAt' | 'endedAt' | 'hosts'>

/**
 * Finds facts, and reports them: what went wrong as well, with what was found until then. Never rejects.
 * @param facts what `find` fills
 */
export async function reportRun(
  facts: Facts,
  ports: Pick<Ports, 'now' | 'reachedHosts'>,
  find: () => Promise<void>,
): Promise<Report> {
  const startedAt = ports.now()
  const { error } = await toResultAsync(find())
  return toReport({
    ...facts,
    ...reached(ports),
    ...(error && { error }),
    startedAt,
    endedAt: ports.now(),
  })
}

/** Of each proof, what did not fail it: one sentence each, which may hold text from outside. */
export function warningsOf(proofs: readonly Parameters<typeof describeDisregarded>[0][]): readonly string[] {
  return proofs.flatMap((proof) => [...describeDisregarded(proof), ...listWeaknesses(proof.result)])
}
