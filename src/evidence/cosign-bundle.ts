// What cosign 1 and 2 wrote by --bundle, before Sigstore's bundle: signature,
// certificate and the log's promise, without an inclusion proof
// (https://github.com/sigstore/cosign/blob/main/pkg/cosign/bundle/rekor.go):
//   { "base64Signature": "MEYC…", "cert": "<base64 of PEM>", "rekorBundle": {
//     "SignedEntryTimestamp": "MEYC…", "Payload": { "body": "eyJh…",
//       "integratedTime": 1768478401, "logIndex": 4163436, "logID": "fdc0…" } } }
// `cert` may be a public key, and of attest-blob the signature a whole DSSE
// envelope in base64. It is turned into a bundle of version 0.1, which says the
// same, and read like any.
import { parseJson } from '../json/parse-json.js'
import { readValue } from '../json/read-json.js'
import { BUNDLE_V01_MEDIA_TYPE } from '@sigstore/bundle'
import * as v from 'valibot'
import { parseAnyBase64 } from './base64.js'
import { parseCertificate } from './certificate.js'

const MAX_SECONDS = 8_640_000_000_000
const base64 = v.pipe(
  v.string(),
  v.transform((text) => parseAnyBase64(text.replace(/\s+/g, ''))),
  v.custom<Buffer>((bytes) => bytes !== undefined, 'is not base64'),
)
const index = v.pipe(v.number(), v.safeInteger('is not a whole number'), v.minValue(0, 'is negative'))

const schema = v.object({
  base64Signature: base64,
  cert: v.optional(base64),
  rekorBundle: v.object({
    SignedEntryTimestamp: base64,
    Payload: v.object({
      body: base64,
      integratedTime: v.pipe(index, v.maxValue(MAX_SECONDS, 'is not a time')),
      logIndex: index,
      logID: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not 64 hex characters')),
    }),
  }),
})

/** Whether a JSON document is of this form, though perhaps not in order. */
export function isCosignBundle(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'base64Signature' in json
}

/**
 * The same in the JSON form of a Sigstore bundle, version 0.1.
 * @throws Error, with a sentence, when it is not in its form
 */
export function toSigstoreBundleJson(json: unknown): object {
  const {
    base64Signature: signature,
    cert,
    rekorBundle,
  } = readValue(json, schema, {
    refuse: ({ what }) => new Error(what),
  })
  const { SignedEntryTimestamp, Payload } = rekorBundle
  const { kind, apiVersion, spec } = readBody(Payload.body)
  return {
    mediaType: BUNDLE_V01_MEDIA_TYPE,
    verificationMaterial: {
      ...toKeyMaterial(cert),
      tlogEntries: [
        {
          logIndex: String(Payload.logIndex),
          logId: { keyId: Buffer.from(Payload.logID, 'hex').toString('base64') },
          kindVersion: { kind, version: apiVersion },
          integratedTime: String(Payload.integratedTime),
          inclusionPromise: { signedEntryTimestamp: SignedEntryTimestamp.toString('base64') },
          canonicalizedBody: Payload.body.toString('base64'),
        },
      ],
    },
    ...toContent(signature, spec),
  }
}

function toKeyMaterial(cert: Buffer | undefined): object {
  if (cert === undefined || cert.includes('-----BEGIN PUBLIC KEY-----')) return { publicKey: { hint: '' } }
  const { der } = parseCertificate(cert)
  return { x509CertificateChain: { certificates: [{ rawBytes: der.toString('base64') }] } }
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha256: 'SHA2_256',
  sha384: 'SHA2_384',
  sha512: 'SHA2_512',
}

/** The form names no digest: it stands in the body of the entry, which every check compares with it. */
function toContent(signature: Buffer, { data }: EntrySpec): object {
  const envelope = readEnvelope(signature)
  if (envelope !== undefined) return { dsseEnvelope: envelope }
  const { algorithm = '', value = '' } = data?.hash ?? {}
  const known = ALGORITHMS[algorithm]
  if (known === undefined || !/^(?:[0-9a-f]{2})+$/.test(value))
    throw new Error('rekorBundle.Payload.body names no digest')
  return {
    messageSignature: {
      messageDigest: { algorithm: known, digest: Buffer.from(value, 'hex').toString('base64') },
      signature: signature.toString('base64'),
    },
  }
}

/** @returns undefined for a bare signature, which is DER and so no JSON */
function readEnvelope(signature: Buffer): object | undefined {
  if (signature[0] !== '{'.charCodeAt(0)) return undefined
  const json: unknown = parseJson(signature.toString())
  return typeof json === 'object' && json !== null && 'payloadType' in json ? json : undefined
}

interface EntrySpec {
  readonly data?:
    { readonly hash?: { readonly algorithm?: string; readonly value?: string } | undefined } | undefined
}

const bodySchema = v.object({
  kind: v.string(),
  apiVersion: v.string(),
  spec: v.object({
    data: v.optional(v.object({ hash: v.optional(v.object({ algorithm: v.string(), value: v.string() })) })),
  }),
})

function readBody(body: Buffer): v.InferOutput<typeof bodySchema> {
  const parsed = v.safeParse(bodySchema, parseJson(body.toString()))
  if (!parsed.success) throw new Error('rekorBundle.Payload.body is no entry of the log')
  return parsed.output
}
