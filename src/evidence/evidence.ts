import type { Bundle } from '@sigstore/bundle'
import type { Certificate } from './certificate.js'
import type { Claim } from './claim.js'
import type { Envelope } from './envelope.js'
import type { LogEntry } from './log-entry.js'
import type { SignedTimestamp } from './signed-timestamp.js'

/** What is claimed about one digest: signature, certificate and log entry as found, none of it believed. */
export interface Evidence {
  /** DER ECDSA signature. */
  readonly signature: Claim<Buffer>
  readonly certificate: Claim<Certificate>
  readonly logEntry: Claim<LogEntry>
  /** What was signed in the artifact's place: a statement that names its digest. */
  readonly envelope?: Envelope | undefined
  /** Of timestamp authorities, over the signature. */
  readonly timestamps?: readonly Claim<SignedTimestamp>[]
  /** The bundle that all this came in, as it came. */
  readonly bundle?: Bundle
}
