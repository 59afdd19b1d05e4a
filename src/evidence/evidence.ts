import type { Certificate } from './certificate.js'
import type { Claim } from './claim.js'
import type { LogEntry } from './log-entry.js'

/** What is claimed about one digest: signature, certificate and log entry as found, none of it believed. */
export interface Evidence {
  /** DER ECDSA signature. */
  readonly signature: Claim<Buffer>
  readonly certificate: Claim<Certificate>
  readonly logEntry: Claim<LogEntry>
}
