// The transparency log, Rekor v1. An entry is addressed by its leaf hash,
// which follows from digest, signature and certificate. Anybody can log the
// public body of an old entry again in a newer shard, and a leaf hash is looked
// for in the newest first: where that copy is no proof, every shard is asked.
// The log's search (`/api/v1/index/retrieve`) is best effort by its own service
// level: it is for people who look, and no part of any verdict.
import { parseJson } from '../json/parse-json.js'
import * as v from 'valibot'
import { type CodedError, EvidenceError, FetchError } from '../errors.js'
import type { Digest } from '../digest.js'
import { parseCheckpoint } from '../evidence/checkpoint.js'
import { toResult, toResultAsync } from '../result.js'
import { jsonFault } from './answer-form.js'
import type { HintOptions, Http, LoggedCopies, TransparencyLog } from '../ports.js'
import { NOT_FOUND, isNotFound } from './not-found.js'

const MAX_ANSWER_BYTES = 1024 * 1024
/** What Rekor takes in one request (pkg/api/entries.go). */
export const MAX_BATCH = 10
const MAX_BATCH_BYTES = 4 * 1024 * 1024
/** Rekor has had three in five years. */
const MAX_SHARDS = 32
/** In hex; the API writes it in decimal. */
const TREE_ID_LENGTH = 16
/** Of an endpoint that a log or a mirror does not have, or has switched off. */
const NOT_OFFERED = [NOT_FOUND, 405, 501]
/** What decides nothing is done without where it takes longer. */
const HINT_PATIENCE_MS = 3000
const JSON_TYPE = 'application/json'
const UUID = /^(?:[0-9a-f]{16})?[0-9a-f]{64}$/
const uuidsSchema = v.array(v.pipe(v.string(), v.regex(UUID)))
const answersSchema = v.array(v.record(v.string(), v.unknown()))
const shardSchema = v.object({
  treeID: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
  signedTreeHead: v.optional(v.string(), ''),
})
const shardsSchema = v.object({
  ...shardSchema.entries,
  inactiveShards: v.optional(v.nullable(v.pipe(v.array(shardSchema), v.maxLength(MAX_SHARDS))), []),
})
/** Entries under their UUIDs, one as a rule; whether each can be read is for its reader. */
const entrySchema = v.pipe(
  v.record(v.pipe(v.string(), v.regex(UUID)), v.record(v.string(), v.unknown())),
  v.check((entries) => Object.keys(entries).length > 0),
)
/** No tree has more levels, and no proof more than two hashes for each. */
const MAX_PROOF_HASHES = 126
const consistencySchema = v.object({
  hashes: v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.regex(/^[0-9a-f]{64}$/),
        v.transform((hex) => Buffer.from(hex, 'hex')),
      ),
    ),
    v.maxLength(MAX_PROOF_HASHES),
  ),
})
const consistencyFault = jsonFault((json) => v.is(consistencySchema, json))
const entryFault = jsonFault((json) => v.is(entrySchema, json))
const answersFault = jsonFault((json) => v.is(answersSchema, json))
const shardsFault = jsonFault((json) => v.is(shardsSchema, json))
const uuidsFault = jsonFault((json) => v.is(uuidsSchema, json))

/** @param rekorUrl the part before `/api/v1/…` */
export function createTransparencyLog(http: Pick<Http, 'fetchBytes'>, rekorUrl: URL): TransparencyLog {
  const options = { maxBytes: MAX_ANSWER_BYTES, accept: JSON_TYPE }
  const toUrl = (path: string): URL => new URL(`${rekorUrl.href.replace(/\/$/, '')}/api/v1/${path}`)
  const missing = (id: string | number, context = {}): EvidenceError =>
    new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', `the log at ${rekorUrl.host} has no entry ${id}`, context)

  const fetchEntryBy = async (id: string | number, isExpected = false): Promise<string> => {
    const url = toUrl(typeof id === 'number' ? `log/entries?logIndex=${id}` : `log/entries/${id}`)
    try {
      const answer = await http.fetchBytes(url, {
        ...options,
        isExpected: () => isExpected,
        findFault: entryFault,
      })
      return answer.toString()
    } catch (cause) {
      if (!isNotFound(cause)) throw cause
      throw missing(id, { cause, url: url.href })
    }
  }

  /** Up to ten entries, each shard's copy by itself; undefined where the log offers no such thing. */
  const retrieve = async (
    ids: readonly string[],
    { isHint }: HintOptions = {},
  ): Promise<readonly LoggedAnswer[] | undefined> => {
    const json = JSON.stringify({ entryUUIDs: ids })
    const patienceMs = patienceOf(isHint)
    const batch = { maxBytes: MAX_BATCH_BYTES, accept: JSON_TYPE, json, findFault: answersFault, patienceMs }
    const answer = await toResultAsync(http.fetchBytes(toUrl('log/entries/retrieve'), batch))
    if (answer.error === undefined) return readAnswers(answer.value.toString())
    if (isNotOffered(answer.error)) return undefined
    throw answer.error
  }

  const fetchShards = async (): Promise<readonly v.InferOutput<typeof shardSchema>[]> => {
    const answer = await http.fetchBytes(toUrl('log'), { ...options, findFault: shardsFault })
    const shards = v.safeParse(shardsSchema, readJson(answer.toString()))
    if (shards.success) return [shards.output, ...(shards.output.inactiveShards ?? [])]
    throw notOfTheLog('with something else than its shards')
  }

  /** By the keys that its tree heads are signed with. A log that does not say is taken for the one that was meant. */
  const assertPromiser = async (logId: string): Promise<void> => {
    const { value: shards = [] } = await toResultAsync(fetchShards())
    const heads = shards.map(({ signedTreeHead }) => toResult(() => parseCheckpoint(signedTreeHead)).value)
    const hints = heads.flatMap(
      (head) => head?.signatures.map(({ keyHint }) => keyHint.toString('hex')) ?? [],
    )
    if (hints.length === 0 || hints.some((hint) => logId.startsWith(hint))) return
    throw notOfTheLog(`as another than ${logId}, which promised the entry`)
  }

  const listShards = async (): Promise<readonly string[]> => {
    const ids = (await fetchShards()).map(({ treeID }) => treeID)
    return [...new Set(ids)].map((id) => BigInt(id).toString(16).padStart(TREE_ID_LENGTH, '0'))
  }

  /** Shard by shard, where the log answers for all of them in no other way. */
  const fetchFromShards = async (leafHash: Digest): Promise<LoggedCopies> => {
    const shards = await toResultAsync(listShards())
    if (shards.error !== undefined) return { answers: [], isComplete: false, failure: shards.error }
    const found = await Promise.all(
      shards.value.map((shard) => toResultAsync(fetchEntryBy(`${shard}${leafHash.hex}`))),
    )
    const failure = found.find(({ error }) => error !== undefined && !isAbsence(error))?.error
    const answers = found.flatMap(({ value }) => value ?? [])
    return { answers, isComplete: failure === undefined, ...(failure && { failure }) }
  }

  return {
    fetchEntry: async (leafHash, { isExpected, promisedBy } = { isExpected: false }) => {
      if (promisedBy !== undefined) await assertPromiser(promisedBy)
      return { answers: [await fetchEntryBy(leafHash.hex, isExpected)], isComplete: false }
    },
    fetchCopies: async (leafHash) => {
      const { value: copies, error } = await toResultAsync(retrieve([leafHash.hex]))
      if (copies !== undefined) return { answers: answersFor(leafHash.hex, copies), isComplete: true }
      if (error !== undefined) return { answers: [], isComplete: false, failure: error }
      return fetchFromShards(leafHash)
    },
    fetchEntryBy: (id) => fetchEntryBy(id),
    fetchBatch: async (ids, hint) => {
      const found = await retrieve(ids, hint)
      if (found !== undefined) {
        return ids.map((id) => {
          const answers = answersFor(id, found)
          return answers.length === 0 ? { error: missing(id) } : { value: { answers, isComplete: true } }
        })
      }
      // A log or a mirror that knows no batches knows single entries.
      return Promise.all(
        ids.map(async (id) =>
          toResultAsync(fetchEntryBy(id).then((answer) => ({ answers: [answer], isComplete: false }))),
        ),
      )
    },
    // The answer's root hash is that of the tree as it is now, and unsigned: nobody needs it.
    fetchConsistencyProof: async ({ treeId, firstSize, lastSize }) => {
      const query = `firstSize=${firstSize}&lastSize=${lastSize}&treeID=${BigInt(`0x${treeId}`)}`
      const url = toUrl(`log/proof?${query}`)
      const answer = await http.fetchBytes(url, { ...options, findFault: consistencyFault })
      const proof = v.safeParse(consistencySchema, parseJson(answer.toString()))
      if (proof.success) return proof.output.hashes
      throw notOfTheLog('with something else than a consistency proof')
    },
    search: async (digest, { isHint } = {}) => {
      const json = JSON.stringify({ hash: digest.toString() })
      const answer = await http.fetchBytes(toUrl('index/retrieve'), {
        ...options,
        json,
        findFault: uuidsFault,
        patienceMs: patienceOf(isHint),
      })
      const uuids = v.safeParse(uuidsSchema, readJson(answer.toString()))
      if (uuids.success) return uuids.output
      throw notOfTheLog('with something else than UUIDs to a search')
    },
  }
}

/** How long the log is waited for while it is away; undefined: as long as the run's patience lasts. */
function patienceOf(isHint = false): number | undefined {
  return isHint ? HINT_PATIENCE_MS : undefined
}

/** UUID and entry. */
type LoggedAnswer = readonly [string, unknown]

/** A leaf hash is meant in every shard, a UUID in its own. */
function answersFor(id: string, answers: readonly LoggedAnswer[]): string[] {
  return answers
    .filter(([uuid]) => uuid.endsWith(id))
    .map((answer) => JSON.stringify(Object.fromEntries([answer])))
}

function readAnswers(text: string): LoggedAnswer[] {
  const answers = v.safeParse(answersSchema, readJson(text))
  if (answers.success) return answers.output.flatMap((each) => Object.entries(each))
  throw notOfTheLog('with something else than entries')
}

function isNotOffered(error: CodedError): boolean {
  return error instanceof FetchError && error.status !== undefined && NOT_OFFERED.includes(error.status)
}

function isAbsence({ code }: CodedError): boolean {
  return code === 'EVIDENCE_LOG_ENTRY_MISSING'
}

function notOfTheLog(how: string): FetchError {
  return new FetchError('FETCH_ANSWER_UNEXPECTED', `the log answered ${how}`)
}

function readJson(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
