// A Sigstore bundle v0.3: certificate, signature, digest and log entry in one
// JSON document (https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto).
// Kubernetes publishes none; we assemble one from the parts, so that any
// Sigstore client can verify the artifact again, offline.
import {
  type Bundle,
  type TransparencyLogEntry,
  bundleFromJSON,
  bundleToJSON,
  toMessageSignatureBundle,
} from '@sigstore/bundle'
import { Digest } from '../digest.js'
import { EvidenceError, messageOf } from '../errors.js'
import { parseCertificateDer } from './certificate.js'
import { parseCheckpoint } from './checkpoint.js'
import { claim } from './claim.js'
import { describeText } from './describe.js'
import type { Evidence } from './evidence.js'
import { toLeafHash } from './hashedrekord.js'
import type { LogEntry } from './log-entry.js'

const SHA256_BYTES = 32
/** In hex. */
const TREE_ID_LENGTH = 16

export interface BundleParts {
  readonly digest: Digest
  /** DER ECDSA signature. */
  readonly signature: Buffer
  readonly certificateDer: Buffer
  readonly logEntry: LogEntry
}

/** The parts as one bundle, media type `application/vnd.dev.sigstore.bundle.v0.3+json`. */
export function assembleBundle({ digest, signature, certificateDer, logEntry }: BundleParts): Bundle {
  const bundle = toMessageSignatureBundle({
    digest: digest.bytes,
    signature,
    certificate: certificateDer,
  })
  bundle.verificationMaterial.tlogEntries = [toTransparencyLogEntry(logEntry)]
  return bundle
}

/** The text of a `.sigstore.json` file. */
export function formatBundle(bundle: Bundle): string {
  return `${JSON.stringify(bundleToJSON(bundle), null, 2)}\n`
}

/** One entry in the bundle's form. */
export function toTransparencyLogEntry(entry: LogEntry): TransparencyLogEntry {
  const proof = entry.inclusionProof
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: Buffer.from(entry.logId, 'hex') },
    kindVersion: { kind: 'hashedrekord', version: '0.0.1' },
    integratedTime: String(entry.integratedTime.getTime() / 1000),
    inclusionPromise: entry.signedEntryTimestamp && { signedEntryTimestamp: entry.signedEntryTimestamp },
    inclusionProof: proof && {
      logIndex: String(proof.logIndex),
      rootHash: proof.rootHash,
      treeSize: String(proof.treeSize),
      hashes: [...proof.hashes],
      checkpoint: { envelope: proof.checkpoint },
    },
    canonicalizedBody: entry.body,
  }
}

export interface ParsedBundle {
  /** What the bundle says it is about. */
  readonly digest: Digest
  readonly evidence: Evidence
}

/**
 * Reads a bundle of the kind we write: a message signature by a certificate, with one log entry of Rekor v1.
 * @throws EvidenceError EVIDENCE_MALFORMED
 */
export function parseBundle(text: string): ParsedBundle {
  const { content, verificationMaterial } = readBundle(text)
  if (content.$case !== 'messageSignature') throw malformed('holds no message signature')
  const { signature, messageDigest } = content.messageSignature
  if (verificationMaterial.content.$case !== 'certificate') throw malformed('holds no lone certificate')
  const { rawBytes } = verificationMaterial.content.certificate
  const [entry, ...others] = verificationMaterial.tlogEntries
  if (entry === undefined || others.length > 0) throw malformed('does not hold one log entry')
  return {
    digest: claimDigest(messageDigest.digest),
    evidence: {
      signature: { value: signature },
      certificate: claim(() => parseCertificateDer(rawBytes)),
      logEntry: claim(() => toLogEntry(entry)),
    },
  }
}

function readBundle(text: string): Bundle {
  try {
    return bundleFromJSON(JSON.parse(text))
  } catch (cause) {
    throw new EvidenceError('EVIDENCE_MALFORMED', `the bundle cannot be read: ${messageOf(cause)}`, {
      cause,
      expected: 'a Sigstore bundle',
      actual: describeText(text),
    })
  }
}

function claimDigest(bytes: Buffer): Digest {
  if (bytes.length !== SHA256_BYTES) throw malformed('names no SHA-256 digest')
  return new Digest(bytes)
}

function toLogEntry(entry: TransparencyLogEntry): LogEntry {
  const { inclusionProof: proof, inclusionPromise, canonicalizedBody, logId } = entry
  const leafHash = toLeafHash(canonicalizedBody)
  return {
    uuid: `${proof?.checkpoint ? treeIdOf(proof.checkpoint.envelope) : ''}${leafHash.hex}`,
    body: canonicalizedBody,
    leafHash,
    logId: logId.keyId.toString('hex'),
    logIndex: toCount(entry.logIndex),
    integratedTime: new Date(toCount(entry.integratedTime) * 1000),
    inclusionProof: proof && {
      logIndex: toCount(proof.logIndex),
      treeSize: toCount(proof.treeSize),
      rootHash: proof.rootHash,
      hashes: proof.hashes,
      checkpoint: proof.checkpoint?.envelope ?? '',
    },
    signedEntryTimestamp: inclusionPromise?.signedEntryTimestamp,
  }
}

/** A bundle has no UUID; its first half is the ID of the tree, which stands in the checkpoint's origin in decimal. */
function treeIdOf(envelope: string): string {
  const [, treeId] = / - (\d{1,20})$/.exec(parseCheckpoint(envelope).origin) ?? []
  return treeId === undefined ? '' : BigInt(treeId).toString(16).padStart(TREE_ID_LENGTH, '0')
}

/** A 64-bit number as decimal text, as protobuf's JSON has it. */
function toCount(text: string): number {
  const count = /^\d{1,16}$/.test(text) ? Number(text) : NaN
  if (!Number.isSafeInteger(count)) throw malformed(`holds "${text.slice(0, 20)}" where a number belongs`)
  return count
}

function malformed(what: string): EvidenceError {
  return new EvidenceError('EVIDENCE_MALFORMED', `the bundle ${what}`)
}
