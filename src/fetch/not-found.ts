// That a server has no such thing, told from every other failure.
import { FetchError } from '../errors.js'

/** RFC 9110 §15.5.5. */
export const NOT_FOUND = 404

/** Whether a request failed because there is no such thing. */
export function isNotFound(thrown: unknown): thrown is FetchError {
  return thrown instanceof FetchError && thrown.status === NOT_FOUND
}
