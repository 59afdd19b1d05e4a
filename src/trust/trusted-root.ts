// The root of trust: a TrustedRoot document
// (https://github.com/sigstore/protobuf-specs, sigstore_trustroot.proto) with
// certificate authorities, certificate transparency logs and transparency
// logs, each with the time it is valid for. Parsed once, here; after this the
// keys are keys. Others add parts to the document before every reader knows
// them: a part that cannot be read is left out, and decides nothing as long as
// nobody needs it.
import { parseJson } from '../json/parse-json.js'
import { createPublicKey, type KeyObject, X509Certificate as NodeCertificate } from 'node:crypto'
import { X509Certificate } from '@sigstore/core'
import {
  CertificateAuthority as CertificateAuthorityDocument,
  HashAlgorithm,
  PublicKeyDetails,
  TransparencyLogInstance,
  type TrustedRoot as TrustedRootDocument,
} from '@sigstore/protobuf-specs'
import { TrustError, messageOf } from '../errors.js'
import { type CertificateExtensions, readExtensions } from '../evidence/certificate-extensions.js'
import { normalizeProtobufJson } from '../evidence/protobuf-json.js'

export interface Validity {
  readonly start: Date
  readonly end: Date | undefined
}

export interface AuthorityCertificate {
  /** As @sigstore/core reads it, and as OpenSSL does. */
  readonly x509: X509Certificate
  readonly native: NodeCertificate
  readonly publicKey: KeyObject
  readonly extensions: CertificateExtensions
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
  /** For people; empty when the document gives none. */
  readonly baseUrl: string
  /** Of the base URL, in lower case and without a port: the name that a log of Rekor v2 signs under; may be empty. */
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
  /**
   * Whether it may lack authorities that count by now: TUF was out of reach and this one was at hand, or its date has
   * passed. Whom it does not know may be known to a newer one.
   */
  readonly isStale: boolean
  /**
   * Whether its owner runs no certificate transparency: the root is the user's own file and names no such log. Then
   * its certificates are judged without, and whoever relies on it is told.
   */
  readonly isWithoutCtLogs: boolean
  /** What could not be read: an authority that is not known may be among it. */
  readonly leftOut: readonly LeftOut[]
  /** The document without what was left out, for the independent judge. */
  readonly document: TrustedRootDocument
}

/** The lists of the document. */
const FIELDS = ['certificateAuthorities', 'ctlogs', 'timestampAuthorities', 'tlogs'] as const
export type TrustedRootField = (typeof FIELDS)[number]

interface LeftOut {
  readonly field: TrustedRootField
  /** A sentence that names the part and what is wrong with it. */
  readonly message: string
}

export interface TrustedRootNeeds {
  /** Whether certificates are to be judged by it; a managed key needs logs alone. */
  readonly certificates?: boolean
  /**
   * Whether the user named this very document. Sigstore's client specification has each certificate's timestamp
   * verified by a log of the root, and the public instances' roots name some; where the root of a private instance
   * names none, as GitHub's, its silence is its owner's word. A root that came from elsewhere may just be incomplete.
   */
  readonly isOwn?: boolean
}

/** Whether the time lies in the validity, ends included. */
export function isValidAt(validity: Validity, time: Date): boolean {
  return validity.start <= time && (validity.end === undefined || time <= validity.end)
}

const MEDIA_TYPE = 'application/vnd.dev.sigstore.trustedroot'
/** The production root has some ten parts, and each costs time. */
const MAX_PARTS = 256
/** What this version verifies signatures by. */
const KEY_KINDS: readonly string[] = ['ec', 'ed25519', 'rsa']
const CURVES: readonly string[] = ['prime256v1', 'secp384r1', 'secp521r1']

/**
 * Reads a TrustedRoot document. A part that cannot be read is left out; it is for the caller to say so. Every
 * authority needs a start of validity: without one a key that was added in secret would count for all of the past.
 * @param text JSON
 * @throws TrustError TRUSTED_ROOT_MALFORMED when it is none, or when of what is needed nothing could be read
 */
export function parseTrustedRoot(
  text: string,
  source: string,
  { certificates = true, isOwn = false }: TrustedRootNeeds = {},
): TrustedRoot {
  const { mediaType, ...lists } = readLists(text)
  const leftOut: LeftOut[] = []
  const keep = <Part, Read>(field: TrustedRootField, read: (json: unknown) => [Part, Read]): [Part, Read][] =>
    lists[field].flatMap((json, index) => {
      try {
        return [read(json)]
      } catch (thrown) {
        const message = `the trusted root's ${field}[${index}]${nameOf(json)} cannot be read and is left out: ${messageOf(thrown)}`
        leftOut.push({ field, message })
        return []
      }
    })
  const toAuthorityPart = (json: unknown): [CertificateAuthorityDocument, CertificateAuthority] => {
    const part = CertificateAuthorityDocument.fromJSON(normalizeProtobufJson(json))
    return [part, toAuthority(part)]
  }
  const toLogPart = (json: unknown): [TransparencyLogInstance, LogAuthority] => {
    const part = TransparencyLogInstance.fromJSON(normalizeProtobufJson(json))
    const log = toLogAuthority(part)
    return [{ ...part, baseUrl: log.baseUrl }, log]
  }
  const certificateAuthorities = keep('certificateAuthorities', toAuthorityPart)
  const timestampAuthorities = keep('timestampAuthorities', toAuthorityPart)
  const tlogs = keep('tlogs', toLogPart)
  const ctlogs = keep('ctlogs', toLogPart)
  const kept = { certificateAuthorities, timestampAuthorities, tlogs, ctlogs }
  const needed: readonly TrustedRootField[] = certificates
    ? ['certificateAuthorities', 'ctlogs', 'tlogs']
    : ['tlogs']
  const fatal = leftOut.find(({ field }) => needed.includes(field) && kept[field].length === 0)
  if (fatal !== undefined) throw malformed(`${fatal.field} hold nothing that can be read: ${fatal.message}`)
  return {
    source,
    isStale: false,
    isWithoutCtLogs: isOwn && lists.ctlogs.length === 0,
    leftOut,
    certificateAuthorities: certificateAuthorities.map(([, authority]) => authority),
    timestampAuthorities: timestampAuthorities.map(([, authority]) => authority),
    transparencyLogs: tlogs.map(([, log]) => log),
    certificateTransparencyLogs: ctlogs.map(([, log]) => log),
    document: {
      mediaType,
      certificateAuthorities: certificateAuthorities.map(([part]) => part),
      timestampAuthorities: timestampAuthorities.map(([part]) => part),
      tlogs: tlogs.map(([part]) => part),
      ctlogs: ctlogs.map(([part]) => part),
    },
  }
}

type Lists = Record<TrustedRootField, readonly unknown[]> & { readonly mediaType: string }

function readLists(text: string): Lists {
  let json: unknown
  try {
    json = parseJson(text)
  } catch (cause) {
    throw malformed('(root) cannot be read: it is not JSON', cause)
  }
  if (!isRecord(json)) throw malformed('(root) is no JSON object')
  const { mediaType, media_type: otherName } = json
  const type = mediaType ?? otherName
  if (typeof type !== 'string' || !type.startsWith(MEDIA_TYPE))
    throw malformed(`mediaType is not a trusted root's: ${JSON.stringify(type ?? null).slice(0, 100)}`)
  const list = (field: TrustedRootField): readonly unknown[] => {
    const value = json[field] ?? json[field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] ?? []
    if (!Array.isArray(value)) throw malformed(`${field} is not a list`)
    if (value.length > MAX_PARTS) throw malformed(`${field} has more than ${MAX_PARTS} entries`)
    return value
  }
  const lists = Object.fromEntries(FIELDS.map((field) => [field, list(field)])) as Omit<Lists, 'mediaType'>
  // Some lists may be empty: GitHub's root has no logs, a private one may have no certificates.
  if (FIELDS.every((field) => lists[field].length === 0))
    throw malformed('lists are all empty: it names no authority')
  return { mediaType: type, ...lists }
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** How much of a foreign name a message repeats. */
const MAX_NAME_LENGTH = 80

/** What a part calls itself. */
function nameOf(json: unknown): string {
  if (!isRecord(json)) return ''
  const name = json['baseUrl'] ?? json['base_url'] ?? json['uri']
  return typeof name === 'string' && name !== '' ? ` (${name.slice(0, MAX_NAME_LENGTH)})` : ''
}

function toAuthority({ certChain, validFor }: CertificateAuthorityDocument): CertificateAuthority {
  const certificates = certChain?.certificates ?? []
  if (certificates.length === 0) throw new Error('its certChain is empty')
  return {
    chain: certificates.map(({ rawBytes }, position) =>
      at(`its certChain.certificates[${position}]`, () => toAuthorityCertificate(Buffer.from(rawBytes))),
    ),
    validFor: toValidity(validFor),
  }
}

function toAuthorityCertificate(der: Buffer<ArrayBuffer>): AuthorityCertificate {
  const native = new NodeCertificate(der)
  if (!native.raw.equals(der)) throw new Error('there are bytes after the certificate')
  const x509 = X509Certificate.parse(der)
  // A thirteenth month is parsed to a date that is none, and a comparison with that is false without a word.
  if ([x509.notBefore, x509.notAfter].some((time) => isNaN(time.getTime())))
    throw new Error('its validity is no time')
  return { x509, native, publicKey: toKnownKey(native.publicKey), extensions: readExtensions(x509) }
}

function toLogAuthority({
  baseUrl,
  hashAlgorithm,
  publicKey,
  checkpointKeyId,
  logId,
}: TransparencyLogInstance): LogAuthority {
  const { rawBytes, validFor, keyDetails } = publicKey ?? {}
  const { keyId } = checkpointKeyId ?? logId ?? {}
  if (hashAlgorithm !== HashAlgorithm.HASH_ALGORITHM_UNSPECIFIED && hashAlgorithm !== HashAlgorithm.SHA2_256)
    throw new Error('its hashAlgorithm is not SHA2_256')
  if (rawBytes === undefined) throw new Error('its publicKey.rawBytes is missing')
  if (keyId === undefined || keyId.length === 0) throw new Error('its logId.keyId is missing')
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  return {
    logId: Buffer.from(keyId).toString('hex'),
    // Schemes and hosts mind no case, but whoever compares texts does.
    baseUrl: url?.href.replace(/\/$/, '') ?? baseUrl,
    host: url?.hostname ?? '',
    publicKey: at('its publicKey.rawBytes', () => toKnownKey(toKey(rawBytes, keyDetails))),
    validFor: toValidity(validFor),
  }
}

function toKey(rawBytes: Uint8Array, keyDetails: PublicKeyDetails | undefined): KeyObject {
  return createPublicKey({
    key: Buffer.from(rawBytes),
    format: 'der',
    // The one kind that is not in SubjectPublicKeyInfo: certificate transparency logs of old.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for new keys
    type: keyDetails === PublicKeyDetails.PKCS1_RSA_PKCS1V5 ? 'pkcs1' : 'spki',
  })
}

/** Node knows more kinds of keys, such as ML-DSA, than there is a rule for how a log of Sigstore signs by them. */
function toKnownKey(key: KeyObject): KeyObject {
  const { asymmetricKeyType: kind = 'unknown', asymmetricKeyDetails: { namedCurve } = {} } = key
  if (!KEY_KINDS.includes(kind) || (namedCurve !== undefined && !CURVES.includes(namedCurve)))
    throw new Error(`this version does not verify by keys of the kind ${namedCurve ?? kind}`)
  return key
}

function toValidity(range: { start?: Date | undefined; end?: Date | undefined } | undefined): Validity {
  if (range?.start === undefined) throw new Error('its validFor.start is missing')
  if (isNaN(range.start.getTime())) throw new Error('its validFor.start is not a time')
  if (range.end !== undefined && isNaN(range.end.getTime())) throw new Error('its validFor.end is not a time')
  return { start: range.start, end: range.end }
}

function at<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new Error(`${path} cannot be read: ${messageOf(cause)}`, { cause })
  }
}

function malformed(what: string, cause?: unknown): TrustError {
  return new TrustError('TRUSTED_ROOT_MALFORMED', `the trusted root's ${what}`, { cause })
}
