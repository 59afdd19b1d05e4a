// A Sigstore bundle: certificate, signature, digest and log entry in one JSON
// document (https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto),
// versions 0.1 to 0.3, and cosign's own from before. Kubernetes publishes none beside what is on dl.k8s.io
// so far; we assemble one from the parts, so that any Sigstore client can
// verify the artifact again, offline.
import { formatJson } from '../json/format-json.js'
import { parseJson } from '../json/parse-json.js'
import {
  BUNDLE_V01_MEDIA_TYPE,
  BUNDLE_V02_MEDIA_TYPE,
  BUNDLE_V03_LEGACY_MEDIA_TYPE,
  BUNDLE_V03_MEDIA_TYPE,
  type Bundle,
  type TransparencyLogEntry,
  ValidationError,
  bundleFromJSON,
  toMessageSignatureBundle,
} from '@sigstore/bundle'
import { HashAlgorithm, Bundle as ProtobufBundle } from '@sigstore/protobuf-specs'
import { Digest, type Hash } from '../digest.js'
import { EvidenceError, messageOf } from '../errors.js'
import { type Certificate, parseCertificateDer } from './certificate.js'
import { parseCheckpoint, treeIdOf } from './checkpoint.js'
import { isCosignBundle, toSigstoreBundleJson } from './cosign-bundle.js'
import { type Result, toResult } from '../result.js'
import { describeFields } from './bundle-fields.js'
import { toBundleJson } from '../json/bundle-json.js'
import { describeText } from './describe.js'
import type { Evidence } from './evidence.js'
import { type EntryKind, hasIntegratedTime, toLeafHash } from './log-body.js'
import type { LogEntry } from './log-entry.js'
import { normalizeProtobufJson } from './protobuf-json.js'
import { parseSignedTimestamp } from './signed-timestamp.js'

/** Versions 0.1 to 0.3, the last in both of its spellings. */
const MEDIA_TYPES: readonly string[] = [
  BUNDLE_V01_MEDIA_TYPE,
  BUNDLE_V02_MEDIA_TYPE,
  BUNDLE_V03_LEGACY_MEDIA_TYPE,
  BUNDLE_V03_MEDIA_TYPE,
]
/** Every signature line of a checkpoint and every timestamp costs time; real bundles have one or two. */
const MAX_TIMESTAMPS = 16
const MAX_CERTIFICATES = 16
/** A bundle that is logged in Rekor v1 and v2 has two. */
const MAX_LOG_ENTRIES = 8

export interface BundleParts {
  /** What the signature is over. */
  readonly digest: Hash
  /** DER ECDSA signature. */
  readonly signature: Buffer
  readonly certificateDer: Buffer
  readonly logEntry: LogEntry
}

const ALGORITHM_NAMES = {
  sha256: HashAlgorithm.SHA2_256,
  sha384: HashAlgorithm.SHA2_384,
  sha512: HashAlgorithm.SHA2_512,
} as const satisfies Record<Hash['algorithm'], HashAlgorithm>

/** The parts as one bundle, media type `application/vnd.dev.sigstore.bundle.v0.3+json`. */
export function assembleBundle({ digest, signature, certificateDer, logEntry }: BundleParts): Bundle {
  const bundle = toMessageSignatureBundle({
    digest: digest.bytes,
    signature,
    certificate: certificateDer,
  })
  bundle.content.messageSignature.messageDigest.algorithm = ALGORITHM_NAMES[digest.algorithm]
  bundle.verificationMaterial.tlogEntries = [toTransparencyLogEntry(logEntry)]
  return bundle
}

/** The text of a `.sigstore.json` file. */
export function formatBundle(bundle: Bundle): string {
  return `${formatJson(toBundleJson(bundle), 2)}\n`
}

/** One entry in the bundle's form. */
export function toTransparencyLogEntry(entry: LogEntry): TransparencyLogEntry {
  const { inclusionProof: proof, integratedTime } = entry
  const [kind = '', version = ''] = entry.kind.split('/')
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: Buffer.from(entry.logId, 'hex') },
    kindVersion: { kind, version },
    integratedTime: integratedTime === undefined ? '0' : String(integratedTime.getTime() / 1000),
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

/** A real one has 4 to 20 KB. */
export const MAX_BUNDLE_BYTES = 1024 * 1024

export interface ParsedBundle {
  /** What the bundle says it is about; undefined when a signed statement says it, or a hash by another algorithm. */
  readonly digest: Digest | undefined
  readonly evidence: Evidence & { readonly bundle: Bundle }
  /** The same with each other log entry that it holds: one of Rekor v1 may stand beside one of v2. */
  readonly alternatives: readonly (Evidence & { readonly bundle: Bundle })[]
}

/**
 * Reads a bundle.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseBundle(text: string): ParsedBundle {
  const bundle = readBundle(text)
  const { content, verificationMaterial } = bundle
  const { tlogEntries, timestampVerificationData } = verificationMaterial
  if (tlogEntries.length > MAX_LOG_ENTRIES) throw malformed(`holds more than ${MAX_LOG_ENTRIES} log entries`)
  assertDistinct(tlogEntries)
  const timestamps = timestampVerificationData?.rfc3161Timestamps ?? []
  if (timestamps.length > MAX_TIMESTAMPS) throw malformed(`holds more than ${MAX_TIMESTAMPS} timestamps`)
  const hash =
    content.$case === 'messageSignature' ? toHash(content.messageSignature.messageDigest) : undefined
  const digest = hash?.algorithm === 'sha256' ? new Digest(hash.bytes) : undefined
  const evidence: Evidence & { readonly bundle: Bundle } = {
    bundle,
    ...(hash && !digest && { furtherDigest: hash }),
    signature: {
      value:
        content.$case === 'messageSignature'
          ? content.messageSignature.signature
          : (content.dsseEnvelope.signatures[0]?.sig ?? Buffer.alloc(0)),
    },
    certificate: readCertificate(verificationMaterial.content),
    logEntry: { error: new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', 'the bundle holds no log entry') },
    envelope: content.$case === 'dsseEnvelope' ? content.dsseEnvelope : undefined,
    timestamps: timestamps.map(({ signedTimestamp }) =>
      toResult(() => parseSignedTimestamp(signedTimestamp)),
    ),
  }
  const entries: readonly TransparencyLogEntry[] = tlogEntries
  const [first = evidence, ...alternatives] = entries.map((entry) => ({
    ...evidence,
    bundle: tlogEntries.length === 1 ? bundle : withOnly(bundle, entry),
    logEntry: toResult(() => toLogEntry(entry)),
  }))
  return {
    digest,
    evidence: first,
    alternatives,
  }
}

/** Twice the same would count twice for who counts. */
function assertDistinct(entries: readonly TransparencyLogEntry[]): void {
  const names = entries.map(({ logId, logIndex }) => `${logId.keyId.toString('hex')} ${logIndex}`)
  if (new Set(names).size < names.length) throw malformed('holds the same log entry twice')
}

/** What is kept of a bundle is what proved something. */
function withOnly(bundle: Bundle, entry: TransparencyLogEntry): Bundle {
  return { ...bundle, verificationMaterial: { ...bundle.verificationMaterial, tlogEntries: [entry] } }
}

/**
 * Reads a bundle that signs an artifact itself. A statement about an artifact is not enough to use the artifact:
 * it may say anything about it.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseMessageBundle(text: string): ParsedBundle {
  const parsed = parseBundle(text)
  if (parsed.evidence.envelope !== undefined)
    throw malformed('signs a statement about the artifact, not the artifact itself')
  return parsed
}

/** As describeText calls it. */
const SIGSTORE_BUNDLE = 'a Sigstore bundle'

function readBundle(text: string): Bundle {
  let form = SIGSTORE_BUNDLE
  try {
    const json: unknown = parseJson(text)
    if (isCosignBundle(json)) form = "cosign's old bundle"
    const normalized = normalizeProtobufJson(isCosignBundle(json) ? toSigstoreBundleJson(json) : json)
    assertKnown(normalized)
    return fromJson(normalized)
  } catch (cause) {
    const actual = form === SIGSTORE_BUNDLE ? describeText(text) : form
    throw new EvidenceError('EVIDENCE_UNREADABLE', `the bundle cannot be read: ${messageOf(cause)}`, {
      cause,
      // What is one, and lacks something, is not compared with what it is.
      ...(actual !== SIGSTORE_BUNDLE && { expected: SIGSTORE_BUNDLE, actual }),
    })
  }
}

/** Asked first: the library takes what it does not know for its newest version, or names no reason. */
function assertKnown(json: unknown): void {
  const { mediaType } = (json ?? {}) as { readonly mediaType?: unknown }
  if (typeof mediaType === 'string' && !MEDIA_TYPES.includes(mediaType))
    throw new Error(`"${mediaType.slice(0, MAX_NAME_LENGTH)}" is no version that is known here`)
}

/** How much of a foreign name a message repeats. */
const MAX_NAME_LENGTH = 100

/** An entry that was stripped of its inclusion proof can be read: what it lacks is for the checks to say. */
function fromJson(json: unknown): Bundle {
  try {
    return bundleFromJSON(json)
  } catch (thrown) {
    const fields = thrown instanceof ValidationError ? thrown.fields : []
    const isStripped = fields.length > 0 && fields.every((field) => field.endsWith('].inclusionProof'))
    if (fields.length === 0) throw thrown
    if (!isStripped) throw new Error(describeFields(fields), { cause: thrown })
    return ProtobufBundle.fromJSON(json) as Bundle
  }
}

type MessageDigest = Extract<
  Bundle['content'],
  { $case: 'messageSignature' }
>['messageSignature']['messageDigest']

/** By the format's names of algorithms, with the length of a digest in bytes. */
const ALGORITHMS: Readonly<Partial<Record<HashAlgorithm, readonly [Hash['algorithm'], number]>>> = {
  [HashAlgorithm.SHA2_256]: ['sha256', 32],
  [HashAlgorithm.SHA2_384]: ['sha384', 48],
  [HashAlgorithm.SHA2_512]: ['sha512', 64],
}

function toHash({ algorithm, digest }: MessageDigest): Hash {
  const [name, length] = ALGORITHMS[algorithm] ?? []
  if (name === undefined || digest.length !== length)
    throw malformed('names no digest by SHA-256, SHA-384 or SHA-512')
  return { algorithm: name, bytes: digest }
}

/** The signer's alone: what else a chain holds, be it a root, counts only where the trusted root names it too. */
function readCertificate(key: Bundle['verificationMaterial']['content']): Result<Certificate> {
  if (key.$case === 'publicKey') {
    const message = 'the bundle was signed with a managed key, and holds no certificate'
    return { error: new EvidenceError('EVIDENCE_CERTIFICATE_MISSING', message) }
  }
  const [leaf, ...others] =
    key.$case === 'certificate' ? [key.certificate] : key.x509CertificateChain.certificates
  return toResult(() => {
    if (others.length > MAX_CERTIFICATES) throw malformed(`holds more than ${MAX_CERTIFICATES} certificates`)
    return parseCertificateDer(leaf?.rawBytes ?? Buffer.alloc(0))
  })
}

function toLogEntry(entry: TransparencyLogEntry): LogEntry {
  const { inclusionProof: proof, inclusionPromise, canonicalizedBody, logId, kindVersion } = entry
  const leafHash = toLeafHash(canonicalizedBody)
  const kind: EntryKind = `${kindVersion.kind}/${kindVersion.version}`
  return {
    uuid: `${proof?.checkpoint ? treeIdOf(parseCheckpoint(proof.checkpoint.envelope)) : ''}${leafHash.hex}`,
    kind,
    body: canonicalizedBody,
    leafHash,
    logId: logId.keyId.toString('hex'),
    logIndex: toCount(entry.logIndex),
    integratedTime: hasIntegratedTime(kind) ? new Date(toCount(entry.integratedTime) * 1000) : undefined,
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

/** A 64-bit number as decimal text, as protobuf's JSON has it. */
function toCount(text: string): number {
  const count = /^\d{1,16}$/.test(text) ? Number(text) : NaN
  if (!Number.isSafeInteger(count)) throw malformed(`holds "${text.slice(0, 20)}" where a number belongs`)
  return count
}

function malformed(what: string, cause?: unknown): EvidenceError {
  return new EvidenceError('EVIDENCE_UNREADABLE', `the bundle ${what}`, { cause })
}
