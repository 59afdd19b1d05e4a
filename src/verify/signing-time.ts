// The times at which the certificate is judged: Fulcio's certificates live for
// ten minutes, so "now" never fits.
import type { Certificate } from '../evidence/certificate.js'
import type { Result } from '../result.js'
import type { LogEntry } from '../evidence/log-entry.js'

export interface SigningTime {
  /** At least one; where several are proven, all of them count; where none is, the certificate's own start. */
  readonly times: readonly Date[]
  /** The entry's integrated time, where nothing proves it: it contradicts nothing. */
  readonly claimed?: Date | undefined
  /** Whether the log's signed entry timestamp, or a timestamp authority, vouches for them. */
  readonly isProven: boolean
  /** For details: says so when the time is not proven. */
  readonly formatted: string
}

export interface TimeClaims {
  readonly logEntry: Result<LogEntry>
  readonly certificate: Result<Certificate>
  /** Whether the signed entry timestamp verified. */
  readonly isEntryTimeProven: boolean
  /** Of timestamp authorities, verified. */
  readonly signedTimes: readonly Date[]
}

/** The proven times; without any the start of the certificate's own validity, which whoever issued it vouches for. */
export function toSigningTime({
  logEntry,
  certificate,
  isEntryTimeProven,
  signedTimes,
}: TimeClaims): SigningTime {
  const integratedTime = logEntry.value?.integratedTime
  const proven = [...(isEntryTimeProven && integratedTime ? [integratedTime] : []), ...signedTimes]
  if (proven.length > 0) {
    const source = signedTimes.length === 0 ? 'integrated time' : 'signed timestamps'
    return { times: proven, isProven: true, formatted: `${proven.map(formatTime).join(', ')} (${source})` }
  }
  const time = certificate.value?.notBefore ?? integratedTime ?? new Date(NaN)
  const source = certificate.value ? 'the certificate’s own time' : 'integrated time'
  const formatted = `${formatTime(time)} (${source}, unproven)`
  return { times: [time], claimed: integratedTime, isProven: false, formatted }
}

/** ISO 8601 to the second, in UTC. */
export function formatTime(time: Date): string {
  return isNaN(time.getTime()) ? 'an unknown time' : time.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
