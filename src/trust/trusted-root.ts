// The root of trust: a TrustedRoot document
// (https://github.com/sigstore/protobuf-specs, sigstore_trustroot.proto) with
// certificate authorities, certificate transparency logs and transparency
// logs, each with the time it is valid for. Parsed once, here; after this the
// keys are keys.
import { createPublicKey, type KeyObject, X509Certificate as NodeCertificate } from 'node:crypto'
import { X509Certificate } from '@sigstore/core'
import {
  type CertificateAuthority as CertificateAuthorityDocument,
  PublicKeyDetails,
  type TransparencyLogInstance,
  TrustedRoot as TrustedRootDocument,
} from '@sigstore/protobuf-specs'
import { TrustError } from '../errors.js'

export interface Validity {
  readonly start: Date
  readonly end: Date | undefined
}

export interface AuthorityCertificate {
  /** As @sigstore/core reads it, and as OpenSSL does. */
  readonly x509: X509Certificate
  readonly native: NodeCertificate
  readonly publicKey: KeyObject
}

export interface CertificateAuthority {
  /** From the issuer of leaves, or the signer of timestamps, up to the root. */
  readonly chain: readonly AuthorityCertificate[]
  readonly validFor: Validity
}

/** A transparency log, or a certificate transparency log. */
export interface LogAuthority {
  /** Hex SHA-256 of the log's key. */
  readonly logId: string
  readonly baseUrl: string
  /** Of the base URL: the name that a log signs its checkpoints under. */
  readonly host: string
  readonly publicKey: KeyObject
  readonly validFor: Validity
}

export interface TrustedRoot {
  /** Where it came from, for the report: `tuf`, `embedded` or the file, with its date where known. */
  readonly source: string
  readonly certificateAuthorities: readonly CertificateAuthority[]
  readonly transparencyLogs: readonly LogAuthority[]
  readonly certificateTransparencyLogs: readonly LogAuthority[]
  /** May be empty: Rekor v1 needs none. */
  readonly timestampAuthorities: readonly CertificateAuthority[]
  /** The document itself, for the independent judge. */
  readonly document: TrustedRootDocument
}

/** Whether the time lies in the validity, ends included. */
export function isValidAt(validity: Validity, time: Date): boolean {
  return validity.start <= time && (validity.end === undefined || time <= validity.end)
}

/**
 * Reads and validates a TrustedRoot document.
 * Every authority needs a start of validity: without one a key that was
 * added in secret would count for all of the past.
 * @param text JSON
 * @throws TrustError TRUSTED_ROOT_MALFORMED, naming the field
 */
export function parseTrustedRoot(text: string, source: string): TrustedRoot {
  const document = at('(root)', () => TrustedRootDocument.fromJSON(JSON.parse(text)))
  if (!document.mediaType.startsWith('application/vnd.dev.sigstore.trustedroot')) {
    throw malformed('mediaType', `is not a trusted root's: "${document.mediaType}"`)
  }
  // An empty list would let nothing pass; that it is empty is the thing to say.
  for (const field of ['tlogs', 'ctlogs', 'certificateAuthorities'] as const) {
    if (document[field].length === 0) throw malformed(field, 'is empty')
  }
  return {
    source,
    document,
    certificateAuthorities: document.certificateAuthorities.map((authority, index) =>
      toAuthority(authority, `certificateAuthorities[${index}]`),
    ),
    timestampAuthorities: document.timestampAuthorities.map((authority, index) =>
      toAuthority(authority, `timestampAuthorities[${index}]`),
    ),
    transparencyLogs: document.tlogs.map((log, index) => toLogAuthority(log, `tlogs[${index}]`)),
    certificateTransparencyLogs: document.ctlogs.map((log, index) => toLogAuthority(log, `ctlogs[${index}]`)),
  }
}

function toAuthority(
  { certChain, validFor }: CertificateAuthorityDocument,
  path: string,
): CertificateAuthority {
  const certificates = certChain?.certificates ?? []
  if (certificates.length === 0) throw malformed(`${path}.certChain`, 'is empty')
  return {
    chain: certificates.map(({ rawBytes }, position) =>
      at(`${path}.certChain.certificates[${position}]`, () => toAuthorityCertificate(Buffer.from(rawBytes))),
    ),
    validFor: toValidity(validFor, path),
  }
}

function toAuthorityCertificate(der: Buffer<ArrayBuffer>): AuthorityCertificate {
  const native = new NodeCertificate(der)
  return { x509: X509Certificate.parse(der), native, publicKey: native.publicKey }
}

function toLogAuthority(log: TransparencyLogInstance, path: string): LogAuthority {
  const { rawBytes, validFor, keyDetails } = log.publicKey ?? {}
  const keyId = (log.checkpointKeyId ?? log.logId)?.keyId
  if (rawBytes === undefined) throw malformed(`${path}.publicKey.rawBytes`, 'is missing')
  if (keyId === undefined || keyId.length === 0) throw malformed(`${path}.logId.keyId`, 'is missing')
  return {
    logId: Buffer.from(keyId).toString('hex'),
    baseUrl: log.baseUrl,
    host: at(`${path}.baseUrl`, () => new URL(log.baseUrl).host),
    publicKey: at(`${path}.publicKey.rawBytes`, () =>
      createPublicKey({
        key: Buffer.from(rawBytes),
        format: 'der',
        // The one kind that is not in SubjectPublicKeyInfo: certificate transparency logs of old.
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for new keys
        type: keyDetails === PublicKeyDetails.PKCS1_RSA_PKCS1V5 ? 'pkcs1' : 'spki',
      }),
    ),
    validFor: toValidity(validFor, `${path}.publicKey`),
  }
}

function toValidity(
  range: { start?: Date | undefined; end?: Date | undefined } | undefined,
  path: string,
): Validity {
  if (range?.start === undefined) throw malformed(`${path}.validFor.start`, 'is missing')
  if (isNaN(range.start.getTime())) throw malformed(`${path}.validFor.start`, 'is not a time')
  if (range.end !== undefined && isNaN(range.end.getTime()))
    throw malformed(`${path}.validFor.end`, 'is not a time')
  return { start: range.start, end: range.end }
}

function at<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw malformed(path, 'cannot be read', cause)
  }
}

function malformed(path: string, what: string, cause?: unknown): TrustError {
  return new TrustError('TRUSTED_ROOT_MALFORMED', `the trusted root's ${path} ${what}`, { cause })
}
