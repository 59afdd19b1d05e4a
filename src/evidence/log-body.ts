// The body of a log entry, in the canonical form that the log hashes. It
// follows from the signed parts alone, so we rebuild and compare it, rather
// than take a foreign body apart; and for Rekor v1's hashedrekord we can ask
// the log for the entry by its leaf hash without any search. Rekor v1
// (https://github.com/sigstore/rekor/tree/main/pkg/types; Go's json.Marshal: no
// space, this order):
//   {"apiVersion":"0.0.1","kind":"hashedrekord","spec":{"data":{"hash":
//   {"algorithm":"sha256","value":"<hex>"}},"signature":{"content":"<base64
//   DER>","publicKey":{"content":"<base64 PEM>"}}}}
// Rekor v2 (https://github.com/sigstore/rekor-tiles, RFC 8785 JSON):
//   {"apiVersion":"0.0.2","kind":"hashedrekord","spec":{"hashedRekordV002":
//   {"data":{"algorithm":"SHA2_256","digest":"<base64>"},"signature":
//   {"content":"<base64 DER>","verifier":{"keyDetails":
//   "PKIX_ECDSA_P256_SHA_256","x509Certificate":{"rawBytes":"<base64 DER>"}}}}}}
import { parseJson } from '../json/parse-json.js'
import { createHash } from 'node:crypto'
import { Digest, type Hash, digestOf } from '../digest.js'
import { parseBase64 } from './base64.js'
import { formatPem } from './certificate.js'
import { type Envelope, toSignedBytes } from './envelope.js'

/** Domain separation of leaves from inner nodes, RFC 6962 §2.1. */
const LEAF_PREFIX = Buffer.from([0x00])

const LABELS = { certificate: 'CERTIFICATE', 'public-key': 'PUBLIC KEY' } as const
const PEM = /^-----BEGIN ([A-Z ]+)-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END \1-----\s*$/

/** What made the signature: a certificate, or a bare public key. DER. */
type Verifier =
  | { readonly kind: 'certificate'; readonly der: Buffer }
  | { readonly kind: 'public-key'; readonly der: Buffer }

export interface SignedParts {
  /** Of the artifact; what was signed, unless there is an envelope. */
  readonly digest: Hash
  /** DER ECDSA signature. */
  readonly signature: Buffer
  readonly verifier: Verifier
  readonly envelope?: Envelope | undefined
  /** What the signature is over, where that is neither the digest nor SHA-256 of the envelope. */
  readonly signed?: Hash | undefined
}

/** `hashedrekord/0.0.1` and the like. */
export type EntryKind = `${string}/${string}`

/** The kind of entry that cosign makes for a signature over a digest. */
export const HASHEDREKORD_V1: EntryKind = 'hashedrekord/0.0.1'

/** The entries of Rekor v2 have no time of their own. */
const WITHOUT_TIME: readonly EntryKind[] = ['hashedrekord/0.0.2', 'dsse/0.0.2']

/** Those that can be rebuilt. */
const KNOWN_KINDS: readonly EntryKind[] = [HASHEDREKORD_V1, 'dsse/0.0.1', 'intoto/0.0.2', ...WITHOUT_TIME]

/** Whether the body of such an entry can be read here. */
export function isKnownKind(kind: EntryKind): boolean {
  return KNOWN_KINDS.includes(kind)
}

/** Whether the log itself says when it took such an entry. */
export function hasIntegratedTime(kind: EntryKind): boolean {
  return !WITHOUT_TIME.includes(kind)
}

/** The canonical body of hashedrekord 0.0.1, as Rekor v1 stores it. */
export function toHashedrekordBody(parts: SignedParts): Buffer {
  const { signature, verifier } = parts
  const { algorithm, bytes } = toSigned(parts)
  return toBody(HASHEDREKORD_V1, {
    data: { hash: { algorithm, value: bytes.toString('hex') } },
    signature: { content: toBase64(signature), publicKey: { content: toPemBase64(verifier) } },
  })
}

/**
 * The body that an entry of this kind about these parts has.
 * @param body the entry's own: what cannot be rebuilt (the hash of an envelope's JSON text, which of the
 *   names of a key's algorithm the log chose) is taken from there
 * @returns undefined when there is no entry of this kind about such parts
 */
export function rebuildBody(kind: EntryKind, parts: SignedParts, body: Buffer): Buffer | undefined {
  if (kind === HASHEDREKORD_V1) return toHashedrekordBody(parts)
  const found = readBody(body)
  if (kind === 'hashedrekord/0.0.2') return rebuildHashedrekordV2(parts, found)
  const { envelope } = parts
  if (envelope === undefined) return undefined
  if (kind === 'dsse/0.0.1') return rebuildDsse(parts, envelope, found)
  if (kind === 'dsse/0.0.2') return rebuildDsseV2(parts, envelope, found)
  return kind === 'intoto/0.0.2' ? rebuildIntoto(parts, envelope, found) : undefined
}

/**
 * The signature and the certificate in a body of hashedrekord 0.0.1, each in the form of its sidecar file.
 * @returns undefined for a body of another kind
 */
export function readSidecars(body: Buffer): { signature: Buffer; certificate: Buffer } | undefined {
  const found = readBody(body)
  const signature = at(found, 'signature', 'content')
  const certificate = at(found, 'signature', 'publicKey', 'content')
  if (signature === undefined || certificate === undefined) return undefined
  return { signature: Buffer.from(signature), certificate: Buffer.from(certificate) }
}

/** SHA-256 over 0x00 ‖ body, RFC 6962 §2.1: the last 64 hex characters of the entry's UUID. */
export function toLeafHash(body: Buffer): Digest {
  return new Digest(createHash('sha256').update(LEAF_PREFIX).update(body).digest())
}

function toSigned({ digest, envelope, signed }: SignedParts): Hash {
  return signed ?? (envelope ? digestOf(toSignedBytes(envelope)) : digest)
}

/** Names of protobuf-specs. */
const ALGORITHM_NAMES = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' } as const

function rebuildHashedrekordV2(parts: SignedParts, found: Found): Buffer {
  const { signature, verifier } = parts
  const { algorithm, bytes } = toSigned(parts)
  return toBody('hashedrekord/0.0.2', {
    hashedRekordV002: {
      data: { algorithm: ALGORITHM_NAMES[algorithm], digest: toBase64(bytes) },
      signature: {
        content: toBase64(signature),
        verifier: toVerifier(verifier, at(found, 'hashedRekordV002', 'signature', 'verifier', 'keyDetails')),
      },
    },
  })
}

function rebuildDsse({ signature, verifier }: SignedParts, { payload }: Envelope, found: Found): Buffer {
  return toBody('dsse/0.0.1', {
    envelopeHash: { algorithm: 'sha256', value: at(found, 'envelopeHash', 'value') },
    payloadHash: { algorithm: 'sha256', value: digestOf(payload).hex },
    signatures: [
      {
        signature: toBase64(signature),
        verifier: samePem(verifier, at(found, 'signatures', '0', 'verifier')),
      },
    ],
  })
}

function rebuildDsseV2({ signature, verifier }: SignedParts, { payload }: Envelope, found: Found): Buffer {
  return toBody('dsse/0.0.2', {
    dsseV002: {
      payloadHash: { algorithm: 'SHA2_256', digest: toBase64(digestOf(payload).bytes) },
      signatures: [
        {
          content: toBase64(signature),
          verifier: toVerifier(verifier, at(found, 'dsseV002', 'signatures', '0', 'verifier', 'keyDetails')),
        },
      ],
    },
  })
}

/** Signature and payload are base64 in the envelope, and once more in the entry, which may leave the payload out. */
function rebuildIntoto({ signature, verifier }: SignedParts, envelope: Envelope, found: Found): Buffer {
  const { payloadType, payload } = envelope
  const hasPayload = at(found, 'content', 'envelope', 'payload') !== undefined
  // A name that a signer gave its key: nobody signs it, and it decides nothing.
  const keyid = at(found, 'content', 'envelope', 'signatures', '0', 'keyid')
  return toBody('intoto/0.0.2', {
    content: {
      envelope: {
        ...(hasPayload && { payload: toBase64(Buffer.from(toBase64(payload))) }),
        payloadType,
        signatures: [
          {
            ...(keyid !== undefined && { keyid }),
            publicKey: samePem(verifier, at(found, 'content', 'envelope', 'signatures', '0', 'publicKey')),
            sig: toBase64(Buffer.from(toBase64(signature))),
          },
        ],
      },
      hash: { algorithm: 'sha256', value: at(found, 'content', 'hash', 'value') },
      payloadHash: { algorithm: 'sha256', value: digestOf(payload).hex },
    },
  })
}

function toBody(entryKind: EntryKind, spec: object): Buffer {
  const [kind, apiVersion] = entryKind.split('/')
  return Buffer.from(JSON.stringify({ apiVersion, kind, spec }))
}

function toVerifier({ kind, der }: Verifier, keyDetails: string | undefined): object {
  const rawBytes = toBase64(der)
  return kind === 'certificate'
    ? { keyDetails, x509Certificate: { rawBytes } }
    : { keyDetails, publicKey: { rawBytes } }
}

function toPemBase64({ kind, der }: Verifier): string {
  return toBase64(Buffer.from(formatPem(der, LABELS[kind])))
}

/** PEM as the signer's client wrote it, whatever its line length, if it is of this very verifier. */
function samePem(verifier: Verifier, found: string | undefined): string {
  const [, label, base64 = ''] = PEM.exec(Buffer.from(found ?? '', 'base64').toString('latin1')) ?? []
  const isSame =
    label === LABELS[verifier.kind] && parseBase64(base64.replace(/\s/g, ''))?.equals(verifier.der) === true
  return isSame && found !== undefined ? found : toPemBase64(verifier)
}

function toBase64(bytes: Buffer): string {
  return bytes.toString('base64')
}

/** The spec of a foreign body. */
type Found = unknown

function readBody(body: Buffer): Found {
  try {
    return (parseJson(body.toString()) as { spec?: unknown } | null)?.spec
  } catch {
    return undefined
  }
}

/** The text at a path; undefined where there is none. */
function at(found: Found, ...path: readonly string[]): string | undefined {
  let value = found
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  }
  return typeof value === 'string' ? value : undefined
}
