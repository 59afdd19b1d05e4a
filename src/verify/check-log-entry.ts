// The transparency log entry: is it about these parts, is it in the log, and when.
import { verify } from 'node:crypto'
import { toCodedError } from '../errors.js'
import { type Checkpoint, parseCheckpoint } from '../evidence/checkpoint.js'
import type { Certificate } from '../evidence/certificate.js'
import type { Result } from '../result.js'
import { type SignedParts, hasIntegratedTime, isKnownKind, rebuildBody } from '../evidence/log-body.js'
import type { InclusionProof, LogEntry } from '../evidence/log-entry.js'
import { type LogAuthority, type TrustedRoot, isValidAt } from '../trust/trusted-root.js'
import { type CheckId, type CheckResult, failed, fromError, notRun, passed } from './check.js'
import { type SigningTime, formatTime } from './signing-time.js'
import { toRootHash } from './merkle.js'
import { refuseUnknown } from './unknown-authority.js'

/** Whether the entry is about exactly these parts: its body is rebuilt and compared. */
export function checkLogEntryBinding(
  logEntry: Result<LogEntry>,
  parts: Result<SignedParts> | undefined,
): CheckResult {
  const id = 'log-entry-binding'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  if (parts === undefined) return notRun(id, 'there is no digest to compare the entry with')
  if (parts.error !== undefined) return fromError(id, parts.error)
  const { kind, body, logIndex } = logEntry.value
  const what = `this digest, signature and ${parts.value.verifier.kind === 'certificate' ? 'certificate' : 'key'}`
  if (!isKnownKind(kind)) {
    return notRun(id, `the log entry is of the kind ${kind}, which is not known here`, 'LOG_ENTRY_MISMATCH')
  }
  const rebuilt = rebuildBody(kind, parts.value, body)
  return rebuilt?.equals(body) === true
    ? passed(id, `log entry ${logIndex} is about ${what}`)
    : failed(id, 'LOG_ENTRY_MISMATCH', {
        detail: `the log entry is not about ${what}`,
        expected: rebuilt?.toString() ?? 'an entry of a kind that is about such parts',
        actual: body.toString(),
      })
}

/** Whether the Merkle path leads from the entry to the root hash that the proof names. */
export function checkInclusionProof(logEntry: Result<LogEntry>): CheckResult {
  const id = 'inclusion-proof'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  const proof = logEntry.value.inclusionProof
  if (proof === undefined)
    return notRun(id, 'the log entry came without an inclusion proof', 'LOG_INCLUSION_UNPROVEN')
  const { kind, logIndex } = logEntry.value
  // A log of Rekor v2 has one tree, so that its two indexes are one.
  if (!hasIntegratedTime(kind) && logIndex !== proof.logIndex) {
    const context = { expected: String(logIndex), actual: String(proof.logIndex) }
    return failed(id, 'INCLUSION_PROOF_INVALID', {
      detail: 'the inclusion proof is for another entry',
      ...context,
    })
  }
  const root = toRootHash({ ...proof, leafHash: logEntry.value.leafHash.bytes, index: proof.logIndex })
  if (root?.equals(proof.rootHash) !== true) {
    return failed(id, 'INCLUSION_PROOF_INVALID', {
      detail: 'the inclusion proof does not lead from the entry to the root hash',
      expected: proof.rootHash.toString('hex'),
      actual: root?.toString('hex') ?? 'a proof that does not fit its index and tree size',
    })
  }
  return passed(id, `the entry is leaf ${proof.logIndex} of a tree of ${proof.treeSize}`)
}

/** Whether a trusted log signed the tree that the inclusion proof ends in. */
export function checkCheckpoint(
  logEntry: Result<LogEntry>,
  root: TrustedRoot,
  time: SigningTime,
): CheckResult {
  const id = 'checkpoint'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  const proof = logEntry.value.inclusionProof
  if (proof === undefined)
    return notRun(id, 'the log entry came without a checkpoint', 'LOG_INCLUSION_UNPROVEN')
  const log = findLog(logEntry.value, root, time.times)
  if (log === undefined)
    return refuseLog(id, 'CHECKPOINT_INVALID', { entry: logEntry.value, root, at: time.formatted })
  let checkpoint: Checkpoint
  try {
    checkpoint = parseCheckpoint(proof.checkpoint)
  } catch (thrown) {
    return fromError(id, toCodedError(thrown))
  }
  if (!isCheckpointOf(checkpoint, log, { isNamed: !hasIntegratedTime(logEntry.value.kind) })) {
    return failed(id, 'CHECKPOINT_INVALID', `the checkpoint was not signed by the key of ${log.baseUrl}`)
  }
  if (checkpoint.treeSize !== proof.treeSize || !checkpoint.rootHash.equals(proof.rootHash)) {
    return failed(id, 'CHECKPOINT_INVALID', {
      detail: 'the checkpoint is of another tree than the inclusion proof',
      expected: formatTree(proof),
      actual: formatTree(checkpoint),
    })
  }
  return passed(id, `${log.baseUrl} signed the tree of ${checkpoint.treeSize}`)
}

/** Whether a trusted log promised the entry, which proves its integrated time. */
export function checkSignedEntryTimestamp(logEntry: Result<LogEntry>, root: TrustedRoot): CheckResult {
  const id = 'signed-entry-timestamp'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  const entry = logEntry.value
  if (entry.signedEntryTimestamp === undefined) {
    return notRun(id, 'the log entry came without a signed entry timestamp', 'LOG_TIME_UNPROVEN')
  }
  const { integratedTime } = entry
  if (integratedTime === undefined) {
    const detail = 'the log entry has a signed entry timestamp, but by its kind no integrated time'
    return failed(id, 'SIGNED_ENTRY_TIMESTAMP_INVALID', detail)
  }
  const formatted = formatTime(integratedTime)
  const log = findLog(entry, root, [integratedTime])
  if (log === undefined)
    return refuseLog(id, 'SIGNED_ENTRY_TIMESTAMP_INVALID', { entry, root, at: formatted })
  if (!isSignature(toTimestampedBytes(entry, integratedTime), log, entry.signedEntryTimestamp)) {
    const detail = `the signed entry timestamp was not made by the key of ${log.baseUrl} over this entry`
    return failed(id, 'SIGNED_ENTRY_TIMESTAMP_INVALID', detail)
  }
  return passed(id, `${log.baseUrl} took the entry at ${formatted}`)
}

/** Whether the log took the entry while the certificate was valid. */
export function checkLogTime(
  certificate: Result<Certificate>,
  logEntry: Result<LogEntry>,
  time: SigningTime,
): CheckResult {
  const id = 'log-time-within-certificate'
  if (logEntry.error !== undefined) return fromError(id, logEntry.error)
  if (certificate.error !== undefined) return fromError(id, certificate.error)
  const { notBefore, notAfter } = certificate.value
  const times = time.isProven ? time.times : [time.claimed ?? notBefore]
  const outside = times.find((each) => !(notBefore <= each && each <= notAfter))
  if (outside !== undefined) {
    const code = 'CERTIFICATE_NOT_VALID_AT_LOG_TIME'
    const comparison = {
      expected: `between ${formatTime(notBefore)} and ${formatTime(notAfter)}`,
      actual: formatTime(outside),
    }
    return time.isProven
      ? failed(id, code, {
          detail: 'the certificate was not valid when the log took the entry',
          ...comparison,
        })
      : notRun(id, 'the certificate was not valid at the time that is claimed, and not proven', {
          code,
          ...comparison,
        })
  }
  if (!time.isProven) {
    return notRun(id, `nothing proves that the signature was there at ${time.formatted}`, 'LOG_TIME_UNPROVEN')
  }
  return passed(id, `the certificate was valid at ${time.formatted}`)
}

/** The trusted log that the entry says it is of, if its key was valid at the times. */
function findLog(entry: LogEntry, root: TrustedRoot, times: readonly Date[]): LogAuthority | undefined {
  return root.transparencyLogs.find(
    ({ logId, validFor }) => logId === entry.logId && times.every((time) => isValidAt(validFor, time)),
  )
}

/**
 * A signature under the log's own key hint; other signatures are witnesses', and not asked. A log of Rekor v1 signs
 * under the name of its machine, which says nothing; one of Rekor v2 under the host of its URL.
 */
export function isCheckpointOf(
  checkpoint: Checkpoint,
  log: LogAuthority,
  { isNamed: isNameKept }: { readonly isNamed: boolean },
): boolean {
  const keyHint = Buffer.from(log.logId, 'hex').subarray(0, 4)
  const isNamed = (name: string): boolean => !isNameKept || log.host === '' || name.toLowerCase() === log.host
  return checkpoint.signatures.some(
    ({ name, keyHint: hint, signature }) =>
      isNamed(name) && hint.equals(keyHint) && isSignature(checkpoint.signedText, log, signature),
  )
}

/** ECDSA or RSA over SHA-256, or Ed25519, which does its own hashing: the key decides, never the evidence. */
function isSignature(data: Buffer, { publicKey }: LogAuthority, signature: Buffer): boolean {
  try {
    return verify(publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256', data, publicKey, signature)
  } catch {
    return false
  }
}

/** What a signed entry timestamp is over: RFC 8785 JSON, which for these four fields is JSON with sorted keys. */
function toTimestampedBytes(entry: LogEntry, integratedTime: Date): Buffer {
  return Buffer.from(
    JSON.stringify({
      body: entry.body.toString('base64'),
      integratedTime: integratedTime.getTime() / 1000,
      logID: entry.logId,
      logIndex: entry.logIndex,
    }),
  )
}

function formatTree({ treeSize, rootHash }: Pick<InclusionProof, 'treeSize' | 'rootHash'>): string {
  return `tree size ${treeSize}, root ${rootHash.toString('hex')}`
}

/** A log that the root names was read, and is no log of that time; one that it does not name may be too new for it. */
function refuseLog(
  id: CheckId,
  code: 'CHECKPOINT_INVALID' | 'SIGNED_ENTRY_TIMESTAMP_INVALID',
  { entry, root, at }: { readonly entry: LogEntry; readonly root: TrustedRoot; readonly at: string },
): CheckResult {
  const detail = `log ${entry.logId} is not one that the trusted root knew at ${at}`
  const isNamed = root.transparencyLogs.some(({ logId }) => logId === entry.logId)
  return isNamed ? failed(id, code, detail) : refuseUnknown(id, { code, detail }, { root, field: 'tlogs' })
}
