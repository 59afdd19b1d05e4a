// The time at which the certificate is judged: Fulcio's certificates live for
// ten minutes, so "now" never fits.
import type { Certificate } from '../evidence/certificate.js'
import type { Claim } from '../evidence/claim.js'
import type { LogEntry } from '../evidence/log-entry.js'

export interface LogTime {
  readonly time: Date
  /** Whether the log's signed entry timestamp vouches for it. */
  readonly isProven: boolean
  /** For details: says so when the time is not proven. */
  readonly formatted: string
}

/**
 * The entry's integrated time; without an entry the start of the certificate's own validity.
 * @param isProven whether the signed entry timestamp verified
 */
export function toLogTime(
  entry: Claim<LogEntry>,
  certificate: Claim<Certificate>,
  isProven: boolean,
): LogTime {
  if (entry.value !== undefined) {
    const time = entry.value.integratedTime
    return {
      time,
      isProven,
      formatted: `${formatTime(time)} (${isProven ? 'integrated time' : 'integrated time, unproven'})`,
    }
  }
  const time = certificate.value?.notBefore ?? new Date(NaN)
  return { time, isProven: false, formatted: `${formatTime(time)} (the certificate’s own time, unproven)` }
}

/** ISO 8601 to the second, in UTC. */
export function formatTime(time: Date): string {
  return isNaN(time.getTime()) ? 'an unknown time' : time.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
