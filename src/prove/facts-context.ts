// Where the facts of a diagnosis are from.
import type { Platform } from '../kubernetes/platform.js'
import type { Signer } from '../kubernetes/signer.js'
import type { HintSite, TransparencyLog } from '../ports.js'
import type { ManagedKey } from '../verify/policy.js'
import { type ProofContext, toJudging } from './proof-context.js'
import type { Judging } from './prove.js'
import type { SbomsAtHand } from './sboms-at-hand.js'

export interface FactsContext {
  readonly signer: Signer | ManagedKey
  readonly judging: Judging
  readonly log: Pick<TransparencyLog, 'search' | 'fetchBatch'>
  readonly hintSite: HintSite
  readonly sbomsAtHand: SbomsAtHand | undefined
  readonly releaseUrl: URL
  /** The machine's. */
  readonly platform: Platform | undefined
}

/** @throws CodedError when there is no trusted root */
export async function toFactsContext(context: ProofContext): Promise<FactsContext> {
  const { request, ports, sbomsAtHand } = context
  return {
    signer: request.signer,
    judging: await toJudging(context),
    log: ports.transparencyLog,
    hintSite: ports.hintSite,
    sbomsAtHand,
    releaseUrl: request.releaseUrl,
    platform: request.platforms[0],
  }
}
