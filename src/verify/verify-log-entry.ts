// One log entry by itself: is it in the log, and did the log promise it. What
// it is about, and whether its signature holds, is another question.
import { parseJson } from '../json/parse-json.js'
import { TransparencyLogEntry } from '@sigstore/protobuf-specs'
import { toTransparencyLogEntry } from '../evidence/bundle.js'
import { withIndices } from '../json/bundle-json.js'
import { parseCheckpoint, treeIdOf } from '../evidence/checkpoint.js'
import type { LogEntry } from '../evidence/log-entry.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import type { CheckResult } from './check.js'
import { checkCheckpoint, checkInclusionProof, checkSignedEntryTimestamp } from './check-log-entry.js'
import { formatTime } from './signing-time.js'
import type { Outcome } from './verification-result.js'

export interface EntryResult {
  readonly outcome: Outcome
  readonly checks: readonly CheckResult[]
  /** Why there was no entry to check. */
  readonly error?: { readonly code: string; readonly message: string }
  /** The entry as in a bundle's `tlogEntries`; only of one that is verified. */
  readonly tle?: unknown
  /** As rekor-cli prints it; only of an entry that is verified. */
  readonly entry?: {
    readonly logId: string
    readonly logIndex: number
    /** ISO 8601, UTC. */
    readonly integratedTime: string
    readonly uuid: string
    readonly body: unknown
  }
}

/** Nothing of the entry is shown before inclusion proof, checkpoint and signed entry timestamp hold. */
export function verifyLogEntry(entry: LogEntry, root: TrustedRoot): EntryResult {
  const time = entry.integratedTime ?? new Date(NaN)
  const logEntry = { value: entry }
  const checks = [
    checkInclusionProof(logEntry),
    checkCheckpoint(logEntry, root, { times: [time], isProven: false, formatted: formatTime(time) }),
    checkSignedEntryTimestamp(logEntry, root),
  ]
  if (checks.some(({ status }) => status === 'failed')) return { outcome: 'rejected', checks }
  if (!checks.every(({ status }) => status === 'passed')) return { outcome: 'unverifiable', checks }
  const { logId, logIndex, body } = entry
  return {
    outcome: 'verified',
    checks,
    tle: withIndices(TransparencyLogEntry.toJSON(toTransparencyLogEntry(entry)) as object),
    entry: {
      logId,
      logIndex,
      integratedTime: formatTime(time),
      uuid: provenUuid(entry),
      body: readBody(body),
    },
  }
}

/**
 * Under which UUID an entry is filed, the log alone says. What is signed is the tree in the checkpoint, and what
 * follows from the entry is its leaf hash.
 * @param entry whose checkpoint holds
 */
export function provenUuid({ leafHash, inclusionProof }: LogEntry): string {
  const { checkpoint } = inclusionProof ?? {}
  const treeId = checkpoint === undefined ? '' : treeIdOf(parseCheckpoint(checkpoint))
  return `${treeId}${leafHash.hex}`
}

function readBody(body: Buffer): unknown {
  try {
    return parseJson(body.toString())
  } catch {
    return body.toString('base64')
  }
}
