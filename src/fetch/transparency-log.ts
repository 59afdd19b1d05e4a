// The transparency log, Rekor v1. An entry is addressed by its leaf hash,
// which follows from digest, signature and certificate; the log's search
// (`/api/v1/index/retrieve`) is best effort by its own service level, and no
// part of this.
import { EvidenceError, FetchError } from '../errors.js'
import type { Http, TransparencyLog } from '../ports.js'

const MAX_ENTRY_BYTES = 1024 * 1024
const NOT_FOUND = 404

/** @param rekorUrl the part before `/api/v1/…` */
export function createTransparencyLog(http: Http, rekorUrl: URL): TransparencyLog {
  return {
    fetchEntry: async (leafHash) => {
      const url = new URL(`${rekorUrl.href.replace(/\/$/, '')}/api/v1/log/entries/${leafHash.hex}`)
      try {
        return (
          await http.fetchBytes(url, { maxBytes: MAX_ENTRY_BYTES, accept: 'application/json' })
        ).toString()
      } catch (cause) {
        if (!(cause instanceof FetchError) || cause.status !== NOT_FOUND) throw cause
        throw new EvidenceError(
          'EVIDENCE_LOG_ENTRY_MISSING',
          `the log at ${rekorUrl.host} has no entry ${leafHash.hex}`,
          {
            cause,
            url: url.href,
          },
        )
      }
    },
  }
}
