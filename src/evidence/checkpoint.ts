// A checkpoint: a signed note whose text is a tree head
// (https://github.com/C2SP/C2SP/blob/main/tlog-checkpoint.md and signed-note.md):
//   rekor.sigstore.dev - 2605736670972794746
//   117740831
//   <base64 root hash>
//   Timestamp: …
//                                            (an empty line)
//   — rekor.sigstore.dev wNI9aj…
// Each signature line holds a name and base64 over a 4-byte key hint and the signature.
import { EvidenceError } from '../errors.js'
import { parseBase64 } from './base64.js'

const SEPARATOR = '\n\n'
const SIGNATURE_LINE = /^— (\S+) (\S+)$/
const KEY_HINT_BYTES = 4
const ROOT_HASH_BYTES = 32
/** In hex. */
const TREE_ID_LENGTH = 16
/** A note has one signature per log and per witness. */
const MAX_SIGNATURES = 32

interface CheckpointSignature {
  readonly name: string
  /** First bytes of the key's ID. A hint, not a proof. */
  readonly keyHint: Buffer
  readonly signature: Buffer
}

export interface Checkpoint {
  readonly origin: string
  readonly treeSize: number
  readonly rootHash: Buffer
  /** What the signatures are over: the text, with its last newline. */
  readonly signedText: Buffer
  readonly signatures: readonly CheckpointSignature[]
}

/**
 * Reads a checkpoint.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseCheckpoint(envelope: string): Checkpoint {
  const end = envelope.indexOf(SEPARATOR)
  if (end < 0 || !envelope.endsWith('\n')) throw malformed('has no empty line before its signatures')
  const text = envelope.slice(0, end + 1)
  const [origin, size, root] = text.split('\n')
  const treeSize = /^(?:0|[1-9][0-9]{0,15})$/.test(size ?? '') ? Number(size) : NaN
  const rootHash = parseBase64(root ?? '')
  if (origin === undefined || origin === '') throw malformed('has no origin')
  if (!Number.isSafeInteger(treeSize)) throw malformed('has no tree size')
  if (rootHash?.length !== ROOT_HASH_BYTES) throw malformed('has no root hash')
  const lines = envelope.slice(end + SEPARATOR.length, -1).split('\n', MAX_SIGNATURES)
  return {
    origin,
    treeSize,
    rootHash,
    signedText: Buffer.from(text),
    signatures: lines.map(parseSignatureLine),
  }
}

/**
 * The ID of the tree, which stands in the origin of Rekor v1 in decimal.
 * @returns 16 hex characters; empty where the origin has none
 */
export function treeIdOf({ origin }: Pick<Checkpoint, 'origin'>): string {
  const [, treeId] = / - (\d{1,20})$/.exec(origin) ?? []
  const hex = treeId === undefined ? '' : BigInt(treeId).toString(16).padStart(TREE_ID_LENGTH, '0')
  return hex.length === TREE_ID_LENGTH ? hex : ''
}

function parseSignatureLine(line: string): CheckpointSignature {
  const [, name, value] = SIGNATURE_LINE.exec(line) ?? []
  const bytes = parseBase64(value ?? '')
  if (name === undefined || bytes === undefined || bytes.length <= KEY_HINT_BYTES) {
    throw malformed('has a line that is not a signature')
  }
  return { name, keyHint: bytes.subarray(0, KEY_HINT_BYTES), signature: bytes.subarray(KEY_HINT_BYTES) }
}

function malformed(what: string): EvidenceError {
  return new EvidenceError('EVIDENCE_UNREADABLE', `the checkpoint ${what}`)
}
