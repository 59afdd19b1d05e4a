// What every proof of a run is made with.
import type { Lock } from '../lock/lock.js'
import type { Ports } from '../ports.js'
import type { Request } from '../request/request.js'
import type { Result } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'

export interface ProofContext {
  readonly request: Request
  readonly ports: Ports
  readonly loadingRoot: Promise<Result<TrustedRoot>>
  readonly lock: Lock | undefined
  /** Told what does not fail the run. */
  readonly warn: (message: string) => void
}
