// The transparency log entry: is it about these parts, is it in the log, and when.
import { verify } from 'node:crypto'
import type { Digest } from '../digest.js'
import { toCodedError } from '../errors.js'
import { type Checkpoint, parseCheckpoint } from '../evidence/checkpoint.js'
import type { Certificate } from '../evidence/certificate.js'
import type { Claim } from '../evidence/claim.js'
import type { Evidence } from '../evidence/evidence.js'
import { toHashedrekordBody } from '../evidence/hashedrekord.js'
import type { InclusionProof, LogEntry } from '../evidence/log-entry.js'
import { type LogAuthority, type TrustedRoot, isValidAt } from '../trust/trusted-root.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'
import { type LogTime, formatTime } from './log-time.js'
import { toRootHash } from './merkle.js'

/** Whether the entry is about exactly this digest, signature and certificate: its body is rebuilt and compared. */
export function checkLogEntryBinding(digest: Digest | undefined, evidence: Evidence): CheckResult {
  const id = 'log-entry-binding'
  const { signature, certificate, logEntry } = evidence
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  if (signature.error !== undefined) return fromError(id, signature.error)
  if (certificate.error !== undefined) return fromError(id, certificate.error)
  if (digest === undefined) return notRun(id, 'there is no digest to compare the entry with')
  const body = toHashedrekordBody({
    digest,
    signature: signature.value,
    certificateDer: certificate.value.der,
  })
  return body.equals(logEntry.value.body)
    ? passed(id, `log entry ${logEntry.value.logIndex} is about this digest, signature and certificate`)
    : failed(id, 'LOG_ENTRY_MISMATCH', 'the log entry is not about this digest, signature and certificate', {
        expected: body.toString(),
        actual: logEntry.value.body.toString(),
      })
}

/** Whether the Merkle path leads from the entry to the root hash that the proof names. */
export function checkInclusionProof(logEntry: Claim<LogEntry>): CheckResult {
  const id = 'inclusion-proof'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  const proof = logEntry.value.inclusionProof
  if (proof === undefined)
    return notRun(id, 'the log entry came without an inclusion proof', 'LOG_INCLUSION_UNPROVEN')
  const root = toRootHash({ ...proof, leafHash: logEntry.value.leafHash.bytes, index: proof.logIndex })
  if (root?.equals(proof.rootHash) !== true) {
    return failed(
      id,
      'INCLUSION_PROOF_INVALID',
      'the inclusion proof does not lead from the entry to the root hash',
      {
        expected: proof.rootHash.toString('hex'),
        actual: root?.toString('hex') ?? 'a proof that does not fit its index and tree size',
      },
    )
  }
  return passed(id, `the entry is leaf ${proof.logIndex} of a tree of ${proof.treeSize}`)
}

/** Whether a trusted log signed the tree that the inclusion proof ends in. */
export function checkCheckpoint(logEntry: Claim<LogEntry>, root: TrustedRoot): CheckResult {
  const id = 'checkpoint'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  const proof = logEntry.value.inclusionProof
  if (proof === undefined)
    return notRun(id, 'the log entry came without a checkpoint', 'LOG_INCLUSION_UNPROVEN')
  const log = findLog(logEntry.value, root)
  if (log === undefined) return failed(id, 'CHECKPOINT_INVALID', notTrusted(logEntry.value))
  let checkpoint: Checkpoint
  try {
    checkpoint = parseCheckpoint(proof.checkpoint)
  } catch (thrown) {
    return fromError(id, toCodedError(thrown))
  }
  if (!isSignedBy(checkpoint, log)) {
    return failed(id, 'CHECKPOINT_INVALID', `the checkpoint was not signed by the key of ${log.baseUrl}`)
  }
  if (checkpoint.treeSize !== proof.treeSize || !checkpoint.rootHash.equals(proof.rootHash)) {
    return failed(id, 'CHECKPOINT_INVALID', 'the checkpoint is of another tree than the inclusion proof', {
      expected: formatTree(proof),
      actual: formatTree(checkpoint),
    })
  }
  return passed(id, `${log.baseUrl} signed the tree of ${checkpoint.treeSize}`)
}

/** Whether a trusted log promised the entry, which proves its integrated time. */
export function checkSignedEntryTimestamp(logEntry: Claim<LogEntry>, root: TrustedRoot): CheckResult {
  const id = 'signed-entry-timestamp'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  const entry = logEntry.value
  if (entry.signedEntryTimestamp === undefined) {
    return notRun(id, 'the log entry came without a signed entry timestamp', 'LOG_TIME_UNPROVEN')
  }
  const log = findLog(entry, root)
  if (log === undefined) return failed(id, 'SIGNED_ENTRY_TIMESTAMP_INVALID', notTrusted(entry))
  if (!isSignature(toTimestampedBytes(entry), log, entry.signedEntryTimestamp)) {
    const detail = `the signed entry timestamp was not made by the key of ${log.baseUrl} over this entry`
    return failed(id, 'SIGNED_ENTRY_TIMESTAMP_INVALID', detail)
  }
  return passed(id, `${log.baseUrl} took the entry at ${formatTime(entry.integratedTime)}`)
}

/** Whether the log took the entry while the certificate was valid. */
export function checkLogTime(
  certificate: Claim<Certificate>,
  logEntry: Claim<LogEntry>,
  time: LogTime,
): CheckResult {
  const id = 'log-time-within-certificate'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  if (certificate.error !== undefined) return fromError(id, certificate.error)
  const { notBefore, notAfter } = certificate.value
  if (time.time < notBefore || time.time > notAfter) {
    return failed(
      id,
      'CERTIFICATE_NOT_VALID_AT_LOG_TIME',
      'the certificate was not valid when the log took the entry',
      {
        expected: `between ${formatTime(notBefore)} and ${formatTime(notAfter)}`,
        actual: formatTime(time.time),
      },
    )
  }
  if (!time.isProven) {
    return notRun(id, `nothing proves that the log took the entry at ${time.formatted}`, 'LOG_TIME_UNPROVEN')
  }
  return passed(id, `the certificate was valid at ${time.formatted}`)
}

/** The trusted log that the entry says it is of, if its key was valid at the integrated time. */
function findLog(entry: LogEntry, root: TrustedRoot): LogAuthority | undefined {
  return root.transparencyLogs.find(
    ({ logId, validFor }) => logId === entry.logId && isValidAt(validFor, entry.integratedTime),
  )
}

/** A signature under the log's own key hint and host name; other signatures are witnesses', and not asked. */
function isSignedBy(checkpoint: Checkpoint, log: LogAuthority): boolean {
  const keyHint = Buffer.from(log.logId, 'hex').subarray(0, 4)
  return checkpoint.signatures.some(
    ({ name, keyHint: hint, signature }) =>
      name === log.host && hint.equals(keyHint) && isSignature(checkpoint.signedText, log, signature),
  )
}

/** ECDSA over SHA-256, or Ed25519, which does its own hashing: the key decides, never the evidence. */
function isSignature(data: Buffer, { publicKey }: LogAuthority, signature: Buffer): boolean {
  return verify(publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256', data, publicKey, signature)
}

/** What a signed entry timestamp is over: RFC 8785 JSON, which for these four fields is JSON with sorted keys. */
function toTimestampedBytes(entry: LogEntry): Buffer {
  return Buffer.from(
    JSON.stringify({
      body: entry.body.toString('base64'),
      integratedTime: entry.integratedTime.getTime() / 1000,
      logID: entry.logId,
      logIndex: entry.logIndex,
    }),
  )
}

function formatTree({ treeSize, rootHash }: Pick<InclusionProof, 'treeSize' | 'rootHash'>): string {
  return `tree size ${treeSize}, root ${rootHash.toString('hex')}`
}

function notTrusted(entry: LogEntry): string {
  return `log ${entry.logId} is not one that the trusted root knew at ${formatTime(entry.integratedTime)}`
}
