// What every proof of a run is made with.
import type { Lock } from '../lock/lock.js'
import type { Ports } from '../ports.js'
import type { Request } from '../request/request.js'
import { type Result, toResultAsync, unwrap } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import type { Judging } from './prove.js'
import type { SbomsAtHand } from './sboms-at-hand.js'

export interface ProofContext {
  readonly request: Request
  readonly ports: Ports
  readonly loadingRoot: Promise<Result<TrustedRoot>>
  readonly lock: Lock | undefined
  /** Of all releases of the run, for a diagnosis. */
  readonly sbomsAtHand?: SbomsAtHand
  /** Told what does not fail the run. */
  readonly warn: (message: string) => void
  /** Whether every published form is judged with all it needs: an audit does. */
  readonly asksForAll?: boolean
}

/** Makes the context of a run, whose trusted root is loaded when it is first asked for. */
export function lazyContext(given: Omit<ProofContext, 'loadingRoot'>): () => ProofContext {
  let loadingRoot: ProofContext['loadingRoot'] | undefined
  return () => {
    loadingRoot ??= toResultAsync(given.ports.loadTrustedRoot(given.warn))
    return { ...given, loadingRoot }
  }
}

/** @throws CodedError when there is no trusted root */
export async function toJudging({ ports, loadingRoot, asksForAll = false }: ProofContext): Promise<Judging> {
  return { log: ports.transparencyLog, trustedRoot: unwrap(await loadingRoot), asksForAll }
}
