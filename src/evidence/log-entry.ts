// A Rekor v1 log entry, as `GET /api/v1/log/entries/<leaf hash>` answers
// (https://github.com/sigstore/rekor/blob/main/openapi.yaml):
//   { "<uuid>": { "body": "<base64>", "integratedTime": 1669834747,
//     "logID": "<64 hex>", "logIndex": 8173886, "verification": {
//       "inclusionProof": { "logIndex", "treeSize", "rootHash", "hashes",
//         "checkpoint" }, "signedEntryTimestamp": "<base64 DER>" } } }
// The UUID is the tree's ID (16 hex) and the leaf hash (64 hex), or the leaf
// hash alone. The entry's index counts over all shards of the log, the
// proof's within its shard.
import { parseJson } from '../json/parse-json.js'
import { readValue } from '../json/read-json.js'
import * as v from 'valibot'
import type { Digest } from '../digest.js'
import { EvidenceError } from '../errors.js'
import { type Result, toResult, unwrap } from '../result.js'
import { parseBase64 } from './base64.js'
import { describeText } from './describe.js'
import { type EntryKind, HASHEDREKORD_V1, toLeafHash } from './log-body.js'

export interface InclusionProof {
  /** Index of the leaf within its shard. */
  readonly logIndex: number
  readonly treeSize: number
  readonly rootHash: Buffer
  /** Sibling hashes from the leaf upwards. */
  readonly hashes: readonly Buffer[]
  /** A signed note, see checkpoint.ts. */
  readonly checkpoint: string
}

/** One log entry as found: nothing in it is believed yet. */
export interface LogEntry {
  readonly uuid: string
  readonly kind: EntryKind
  readonly body: Buffer
  readonly leafHash: Digest
  /** Hex SHA-256 of the log's public key. */
  readonly logId: string
  /** Index over all shards; exceeds 2^31. */
  readonly logIndex: number
  /** Authenticated by the signed entry timestamp alone; an entry of Rekor v2 has none. */
  readonly integratedTime: Date | undefined
  readonly inclusionProof: InclusionProof | undefined
  /** DER ECDSA signature of the log over body, time, ID and index. */
  readonly signedEntryTimestamp: Buffer | undefined
}

/** Deeper than any tree that has fewer than 2^63 leaves. */
const MAX_PROOF_HASHES = 63
/** Date's own limit, in seconds. */
const MAX_UNIX_SECONDS = 8_640_000_000_000

const base64 = v.pipe(
  v.string(),
  v.check((text) => parseBase64(text) !== undefined, 'is not base64'),
  v.transform((text) => Buffer.from(text, 'base64')),
)
const index = v.pipe(v.number(), v.safeInteger('is not a whole number'), v.minValue(0, 'is negative'))
const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not 64 hex characters'))
const sha256 = v.pipe(
  sha256Hex,
  v.transform((text) => Buffer.from(text, 'hex')),
)
const uuid = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{16})?[0-9a-f]{64}$/, 'is not 64 or 80 hex characters'))

const entrySchema = v.object({
  body: base64,
  integratedTime: v.pipe(index, v.maxValue(MAX_UNIX_SECONDS, 'is not a time')),
  logID: sha256Hex,
  logIndex: index,
  verification: v.optional(
    v.object({
      inclusionProof: v.optional(
        v.object({
          logIndex: index,
          treeSize: index,
          rootHash: sha256,
          hashes: v.pipe(v.array(sha256), v.maxLength(MAX_PROOF_HASHES, 'has too many hashes')),
          checkpoint: v.string(),
        }),
      ),
      signedEntryTimestamp: v.optional(base64),
    }),
  ),
})
/** The log's answer: entries under their UUIDs. */
const answerSchema = v.record(uuid, v.unknown())
/** The same with the UUID inside, as people write single entries down. */
const flatSchema = v.object({ uuid, ...entrySchema.entries })
/** Every shard's copy of one entry, and room for what else may stand beside it. */
const MAX_ENTRIES = 64

/**
 * Reads one log entry.
 * @param text JSON from the log, or from a file the user gave
 * @throws EvidenceError EVIDENCE_UNREADABLE with the JSON path, or when it is not one entry
 */
export function parseLogEntry(text: string): LogEntry {
  const [first, ...others] = parseLogEntries(text)
  if (first === undefined) throw malformed('holds no entry')
  if (others.length > 0) throw malformed(`holds ${others.length + 1} entries where one was asked for`)
  return unwrap(first)
}

/**
 * Reads every entry in an answer, each by itself: one that cannot be read hides no other.
 * @throws EvidenceError EVIDENCE_UNREADABLE when the answer as a whole is none
 */
export function parseLogEntries(text: string): Result<LogEntry>[] {
  const json = readJson(text)
  if (typeof json === 'object' && json !== null && 'uuid' in json) {
    return [
      toResult(() => {
        const flat = read(flatSchema, json)
        return toLogEntry(flat.uuid, flat)
      }),
    ]
  }
  const answers = Object.entries(read(answerSchema, json))
  if (answers.length > MAX_ENTRIES) throw malformed(`holds more than ${MAX_ENTRIES} entries`)
  return answers.map(([id, entry]) => toResult(() => toLogEntry(id, read(entrySchema, entry, id))))
}

function toLogEntry(id: string, entry: v.InferOutput<typeof entrySchema>): LogEntry {
  const leafHash = toLeafHash(entry.body)
  if (!id.endsWith(leafHash.hex)) {
    throw new EvidenceError(
      'EVIDENCE_UNREADABLE',
      'the log entry is filed under a UUID that is not its own',
      {
        expected: leafHash.hex,
        actual: id,
      },
    )
  }
  return {
    uuid: id,
    kind: kindOf(entry.body) ?? HASHEDREKORD_V1,
    body: entry.body,
    leafHash,
    logId: entry.logID,
    logIndex: entry.logIndex,
    integratedTime: new Date(entry.integratedTime * 1000),
    inclusionProof: entry.verification?.inclusionProof,
    signedEntryTimestamp: entry.verification?.signedEntryTimestamp,
  }
}

/** @returns undefined when the body does not say it; then it is of no kind that could be rebuilt */
function kindOf(body: Buffer): EntryKind | undefined {
  try {
    const { kind, apiVersion } = parseJson(body.toString()) as { kind?: unknown; apiVersion?: unknown }
    return typeof kind === 'string' && typeof apiVersion === 'string' ? `${kind}/${apiVersion}` : undefined
  } catch {
    return undefined
  }
}

function readJson(text: string): unknown {
  try {
    return parseJson(text)
  } catch (cause) {
    throw new EvidenceError('EVIDENCE_UNREADABLE', `the log entry is not JSON but ${describeText(text)}`, {
      cause,
    })
  }
}

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  parent = '',
): v.InferOutput<Schema> {
  const inParent = (what: string): string =>
    parent === '' ? what : `${parent}.${what}`.replace(`${parent}.(root)`, parent)
  return readValue(json, schema, { refuse: ({ what }) => malformed(inParent(what)) })
}

function malformed(what: string): EvidenceError {
  return new EvidenceError('EVIDENCE_UNREADABLE', `the log entry is not what the log's API promises: ${what}`)
}
