import type { Bundle } from '@sigstore/bundle'
import type { Hash } from '../digest.js'
import type { Certificate } from './certificate.js'
import type { Result } from '../result.js'
import type { Envelope } from './envelope.js'
import type { LogEntry } from './log-entry.js'
import type { SignedTimestamp } from './signed-timestamp.js'

/** What is claimed about one digest: signature, certificate and log entry as found, none of it believed. */
export interface Evidence {
  /** DER ECDSA signature. */
  readonly signature: Result<Buffer>
  readonly certificate: Result<Certificate>
  readonly logEntry: Result<LogEntry>
  /** Where a bundle says that the signature is over a digest by another algorithm than SHA-256. */
  readonly furtherDigest?: Hash
  /** What was signed in the artifact's place: a statement that names its digest. */
  readonly envelope?: Envelope | undefined
  /** Of timestamp authorities, over the signature. */
  readonly timestamps?: readonly Result<SignedTimestamp>[]
  /** The bundle that all this came in, as it came. */
  readonly bundle?: Bundle
}
