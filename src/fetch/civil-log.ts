// The transparency log for whoever asks it much: never more requests in a
// second than the budget, and entries ten at a time, which is what Rekor v1
// answers at most (pkg/api/entries.go; what it does not have it leaves out).
// Batches are dataloader's and the budget p-throttle's, both well kept.
import DataLoader from 'dataloader'
import pThrottle from 'p-throttle'
import * as v from 'valibot'
import { EvidenceError, FetchError } from '../errors.js'
import type { Http, TransparencyLog } from '../ports.js'
import { createTransparencyLog } from './transparency-log.js'

const MAX_BATCH = 10
const MAX_ANSWER_BYTES = 4 * 1024 * 1024
/** How long a batch waits for others to join it: less than an answer takes. */
const GATHERING_MS = 10
const SECOND_MS = 1000

const answersSchema = v.array(v.record(v.string(), v.unknown()))

/** @param requestsPerSecond of all kinds together */
export function createCivilLog(http: Http, rekorUrl: URL, requestsPerSecond: number): TransparencyLog {
  const throttle = pThrottle({ limit: requestsPerSecond, interval: SECOND_MS, strict: true })
  const fetchBytes: Http['fetchBytes'] = throttle((url: URL, options: Parameters<Http['fetchBytes']>[1]) =>
    http.fetchBytes(url, options),
  )
  const log = createTransparencyLog({ ...http, fetchBytes }, rekorUrl)
  const url = new URL(`${rekorUrl.href.replace(/\/$/, '')}/api/v1/log/entries/retrieve`)
  const fetchBatch = async (leafHashes: readonly string[]): Promise<(string | Error)[]> => {
    const json = JSON.stringify({ entryUUIDs: leafHashes })
    let answer: Buffer
    try {
      answer = await fetchBytes(url, { maxBytes: MAX_ANSWER_BYTES, accept: 'application/json', json })
    } catch (thrown) {
      // A log or a mirror that knows no batches knows single entries.
      if (!(thrown instanceof FetchError) || !isRefusal(thrown.status)) throw thrown
      const single = await Promise.allSettled(leafHashes.map((hash) => log.fetchEntryBy(hash)))
      return single.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as Error)))
    }
    const found = readAnswers(answer.toString())
    return leafHashes.map((hash) => {
      const entry = found.find(([uuid]) => uuid.endsWith(hash))
      if (entry !== undefined) return JSON.stringify(Object.fromEntries([entry]))
      const message = `the log at ${rekorUrl.host} has no entry ${hash}`
      return new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', message)
    })
  }
  const loader = new DataLoader(fetchBatch, {
    maxBatchSize: MAX_BATCH,
    cache: false,
    batchScheduleFn: (dispatch) => void setTimeout(dispatch, GATHERING_MS),
  })
  return { ...log, fetchEntry: (leafHash) => loader.load(leafHash.hex) }
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 429 && status !== 408
}

function readAnswers(text: string): (readonly [string, unknown])[] {
  try {
    return v.parse(answersSchema, JSON.parse(text)).flatMap((each) => Object.entries(each))
  } catch (cause) {
    throw new EvidenceError('EVIDENCE_UNREADABLE', 'the log answered with something else than entries', {
      cause,
    })
  }
}
