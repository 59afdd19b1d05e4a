// A timestamp of a timestamp authority (RFC 3161): a signed promise that the
// authority saw a signature at a time. It is what proves the time of an entry
// of Rekor v2, which has no signed entry timestamp.
import { RFC3161Timestamp } from '@sigstore/core'
import { EvidenceError } from '../errors.js'

export interface SignedTimestamp {
  /** The TimeStampResp, DER. */
  readonly der: Buffer
  readonly response: RFC3161Timestamp
  /** What the authority claims. */
  readonly time: Date
}

/** Status `granted` of RFC 3161 §2.4.2. */
const GRANTED = 0n

/**
 * Reads a TimeStampResp.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseSignedTimestamp(der: Buffer): SignedTimestamp {
  try {
    const response = RFC3161Timestamp.parse(Buffer.from(der))
    const time = response.signingTime
    if (response.status !== GRANTED || isNaN(time.getTime())) throw new Error('it was not granted')
    return { der, response, time }
  } catch (cause) {
    const message = 'the signed timestamp is not an RFC 3161 response that grants a time'
    throw new EvidenceError('EVIDENCE_UNREADABLE', message, { cause })
  }
}
