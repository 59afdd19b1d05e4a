// What a run has seen of transparency logs: for its report, and for the file
// of what was seen before.
import type { Ports } from '../ports.js'
import { type KeptCheckpoints, type Watched, watchLogs } from '../prove/log-consistency.js'
import { type LogReport, toLogReport } from '../report/report.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import type { Proof } from '../verify/proof.js'

export interface WatchContext {
  /** Of the run; what is found about logs is added. */
  readonly facts: { logs?: readonly LogReport[] }
  /** Undefined: without one nothing counts that a log says. */
  readonly trustedRoot: TrustedRoot | undefined
  readonly kept: KeptCheckpoints | undefined
  readonly ports: Pick<Ports, 'checkpointFile' | 'transparencyLog' | 'now'>
  readonly warn: (message: string) => void
}

/**
 * Holds what the run has seen of logs against itself and what was kept.
 * @returns what gives the new text of the checkpoint file
 * @throws CodedError LOG_INCONSISTENT, LOG_CONSISTENCY_UNPROVEN, CHECKPOINT_INVALID
 */
export async function watch(
  proofs: readonly Pick<Proof, 'judged'>[],
  { facts, trustedRoot, kept, ports, warn }: WatchContext,
): Promise<Watched['settle'] | undefined> {
  if (trustedRoot === undefined) return undefined
  const { checkpointFile: file, transparencyLog: log } = ports
  const { states, error, settle } = await watchLogs(proofs, {
    kept,
    file,
    trustedRoot,
    log,
    now: ports.now(),
    warn,
  })
  if (states.length > 0) facts.logs = states.map(toLogReport)
  if (error !== undefined) throw error
  return settle
}
