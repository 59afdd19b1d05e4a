// The log's search, for hints about thousands of digests: where it does not
// answer, nobody waits for it ten thousand times.
import { type CodedError, toCodedError } from '../errors.js'
import type { TransparencyLog } from '../ports.js'

/** So many failures in a row are no accident. */
const MOST_FAILURES = 3

export interface BoundedSearch {
  /** The log, whose search fails at once when it has failed too often. */
  readonly log: TransparencyLog
  /** Why a search failed; undefined as long as none has. */
  readonly failure: () => CodedError | undefined
}

/** Keeps count of how a log's search fails. */
export function boundSearch(log: TransparencyLog): BoundedSearch {
  let failure: CodedError | undefined
  let failures = 0
  return {
    failure: () => failure,
    log: {
      ...log,
      search: async (digest, options) => {
        if (failure !== undefined && failures >= MOST_FAILURES) throw failure
        try {
          const found = await log.search(digest, options)
          failures = 0
          return found
        } catch (thrown) {
          failures++
          failure = toCodedError(thrown)
          throw failure
        }
      },
    },
  }
}
