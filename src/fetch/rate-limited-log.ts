// The transparency log for whoever asks it much: never more requests in a
// second than the budget, and entries ten at a time, each with all its copies
// from all shards. Batches are dataloader's and the budget p-throttle's, both
// well kept.
import DataLoader from 'dataloader'
import pThrottle from 'p-throttle'
import type { Http, LoggedCopies, TransparencyLog } from '../ports.js'
import { MAX_BATCH, createTransparencyLog } from './transparency-log.js'

/** How long a batch waits for others to join it: less than an answer takes. */
const GATHERING_MS = 10
const SECOND_MS = 1000

/** @param requestsPerSecond of all kinds together */
export function createRateLimitedLog(http: Http, rekorUrl: URL, requestsPerSecond: number): TransparencyLog {
  const throttle = pThrottle({ limit: requestsPerSecond, interval: SECOND_MS, strict: true })
  const fetchBytes: Http['fetchBytes'] = throttle((url: URL, options: Parameters<Http['fetchBytes']>[1]) =>
    http.fetchBytes(url, options),
  )
  const log = createTransparencyLog({ fetchBytes }, rekorUrl)
  const loader = new DataLoader<string, LoggedCopies>(
    async (ids) => (await log.fetchBatch(ids)).map(({ value, error }) => error ?? value),
    {
      maxBatchSize: MAX_BATCH,
      cache: false,
      batchScheduleFn: (dispatch) => void setTimeout(dispatch, GATHERING_MS),
    },
  )
  return {
    ...log,
    fetchEntry: (leafHash, options) =>
      options?.isExpected === true ? log.fetchEntry(leafHash, options) : loader.load(leafHash.hex),
  }
}
