// How old what is verified is: by the time for which the log vouches, which
// nobody can put back. It is the time of signing, not of publication.
import { CodedError, ReleaseError } from '../errors.js'
import { formatTime } from './signing-time.js'
import type { VerificationResult } from './verification-result.js'

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `3 days`, `5 hours`, `1 minute`: in the largest unit that it has two of, rounded down. */
export function formatAge(ms: number): string {
  const [unit, length] = UNITS.find(([, each]) => ms >= 2 * each) ?? (['minute', 60_000] as const)
  const count = Math.max(0, Math.floor(ms / length))
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** What an age is measured by. */
export interface AgeRule {
  /** In milliseconds. */
  readonly minimumAge: number
  /** Milliseconds since the epoch, by this machine. */
  readonly now: number
}

/** Since when the log has vouched for a verified artifact; undefined where it is not known. */
export function provenTime({ logEntry }: Pick<VerificationResult, 'logEntry'>): Date | undefined {
  return logEntry?.integratedTime === undefined ? undefined : new Date(logEntry.integratedTime)
}

/**
 * Why something that is verified is not to be used yet.
 * @param time the earliest for which the log vouches
 * @returns undefined when it is old enough
 */
export function findTooNew(
  name: string,
  time: Date | undefined,
  { minimumAge, now }: AgeRule,
): CodedError | undefined {
  const expected = `at least ${formatAge(minimumAge)}`
  if (time === undefined) {
    const message = `nothing proves since when ${name} has been signed`
    return new ReleaseError('RELEASE_AGE_UNPROVEN', message, { artifact: name, expected })
  }
  const age = now - time.getTime()
  if (age >= minimumAge) return undefined
  const since = formatTime(time)
  if (age < 0) {
    const message = `this machine's clock (${formatTime(new Date(now))}) is before the log's time for ${name} (${since})`
    return new CodedError('CLOCK_BEFORE_LOG_TIME', message, { artifact: name })
  }
  const message = `${name} was signed ${formatAge(age)} ago, at ${since}; expected ${expected}`
  return new ReleaseError('RELEASE_TOO_NEW', message, { artifact: name, expected, actual: formatAge(age) })
}
