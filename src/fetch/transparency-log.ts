// The transparency log, Rekor v1. An entry is addressed by its leaf hash,
// which follows from digest, signature and certificate. The log's search
// (`/api/v1/index/retrieve`) is best effort by its own service level: it is for
// people who look, and no part of any verdict.
import * as v from 'valibot'
import { EvidenceError, FetchError } from '../errors.js'
import type { Http, TransparencyLog } from '../ports.js'

const MAX_ANSWER_BYTES = 1024 * 1024
const NOT_FOUND = 404
const JSON_TYPE = 'application/json'
const uuidsSchema = v.array(v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{16})?[0-9a-f]{64}$/)))

/** @param rekorUrl the part before `/api/v1/…` */
export function createTransparencyLog(http: Http, rekorUrl: URL): TransparencyLog {
  const options = { maxBytes: MAX_ANSWER_BYTES, accept: JSON_TYPE }
  const toUrl = (path: string): URL => new URL(`${rekorUrl.href.replace(/\/$/, '')}/api/v1/${path}`)
  const fetchEntryBy = async (id: string | number): Promise<string> => {
    const url = toUrl(typeof id === 'number' ? `log/entries?logIndex=${id}` : `log/entries/${id}`)
    try {
      return (await http.fetchBytes(url, options)).toString()
    } catch (cause) {
      if (!(cause instanceof FetchError) || cause.status !== NOT_FOUND) throw cause
      const message = `the log at ${rekorUrl.host} has no entry ${id}`
      throw new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', message, { cause, url: url.href })
    }
  }
  return {
    fetchEntry: (leafHash) => fetchEntryBy(leafHash.hex),
    fetchEntryBy,
    search: async (digest) => {
      const json = JSON.stringify({ hash: digest.toString() })
      const answer = await http.fetchBytes(toUrl('index/retrieve'), { ...options, json })
      const uuids = v.safeParse(uuidsSchema, parseJson(answer.toString()))
      if (uuids.success) return uuids.output
      const message = "the log's search answered with something else than UUIDs"
      throw new EvidenceError('EVIDENCE_UNREADABLE', message)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
