// What was seen of transparency logs, to be kept with the code that relies on
// them, so that a log that shows two faces is found out:
//   { "checkpointFileVersion": 1,
//     "checkpoints": [{ "logId": "<64 hex>", "treeId": "<16 hex>",
//       "firstSeen": "2026-11-26T16:00:00Z", "seen": "2026-11-26T17:00:00Z",
//       "checkpoint": "<a signed note>" }, …] }
// Whoever can change the repository can change this file: a checkpoint counts
// only for what its signature says.
import * as v from 'valibot'
import { LockError, messageOf } from '../errors.js'
import { readJson } from '../json/read-json.js'
import { treeIdOf, parseCheckpoint } from './checkpoint.js'

const VERSION = 1
/** A log has a tree a shard; Rekor has had three in five years. */
const MAX_CHECKPOINTS = 64
const MAX_NOTE_LENGTH = 16 * 1024

const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'is not a time like 2026-11-26T16:00:00Z'),
)
const fileSchema = v.strictObject({
  checkpointFileVersion: v.literal(VERSION, `is not ${VERSION}`),
  checkpoints: v.pipe(
    v.array(
      v.strictObject({
        logId: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not 64 hex characters')),
        treeId: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'is not 16 hex characters')),
        firstSeen: time,
        seen: time,
        checkpoint: v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH, 'is too long')),
      }),
    ),
    v.maxLength(MAX_CHECKPOINTS, `has more than ${MAX_CHECKPOINTS}`),
  ),
})

/** One tree of a log, as it was last seen. */
export type SeenCheckpoint = v.InferOutput<typeof fileSchema>['checkpoints'][number]

/**
 * Reads a checkpoint file; no signature is looked at.
 * @throws LockError LOG_CHECKPOINT_MALFORMED with the JSON path
 */
export function parseCheckpointFile(text: string): readonly SeenCheckpoint[] {
  const { checkpoints } = readJson(text, fileSchema, {
    refuse: ({ isJson, what, cause }) => malformed(isJson ? what : `it is not JSON: ${messageOf(cause)}`),
  })
  const trees = new Set<string>()
  for (const [index, { logId, treeId, checkpoint }] of checkpoints.entries()) {
    if (trees.has(`${logId} ${treeId}`))
      throw malformed(`checkpoints.${index} is of a tree that is there twice`)
    trees.add(`${logId} ${treeId}`)
    if (readTreeId(checkpoint) !== treeId)
      throw malformed(`checkpoints.${index}.checkpoint is no checkpoint of the tree ${treeId}`)
  }
  return checkpoints
}

/** The text of a checkpoint file, the same for the same content. */
export function formatCheckpointFile(checkpoints: readonly SeenCheckpoint[]): string {
  const keyOf = ({ logId, treeId }: SeenCheckpoint): string => `${logId} ${treeId}`
  const sorted = [...checkpoints].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return `${JSON.stringify({ checkpointFileVersion: VERSION, checkpoints: sorted }, null, 2)}\n`
}

function readTreeId(checkpoint: string): string | undefined {
  try {
    return treeIdOf(parseCheckpoint(checkpoint))
  } catch {
    return undefined
  }
}

function malformed(what: string): LockError {
  return new LockError('LOG_CHECKPOINT_MALFORMED', `the checkpoint file is not in its format: ${what}`)
}
