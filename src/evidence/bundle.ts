// A Sigstore bundle v0.3: certificate, signature, digest and log entry in one
// JSON document (https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto).
// Kubernetes publishes none; we assemble one from the parts, so that any
// Sigstore client can verify the artifact again, offline.
import {
  type Bundle,
  type TransparencyLogEntry,
  bundleToJSON,
  toMessageSignatureBundle,
} from '@sigstore/bundle'
import type { Digest } from '../digest.js'
import type { LogEntry } from './log-entry.js'

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
