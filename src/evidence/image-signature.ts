// cosign's signatures of container images
// (https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md): a
// manifest with a layer per signature. The layer is the signed payload,
//   {"critical":{"identity":{"docker-reference":"registry.k8s.io/pause"},
//    "image":{"docker-manifest-digest":"sha256:…"},
//    "type":"cosign container image signature"},"optional":{…}}
// and its annotations hold signature, certificate and the log's promise:
//   dev.sigstore.cosign/bundle: {"SignedEntryTimestamp":"<base64>","Payload":
//   {"body":"<base64>","integratedTime":…,"logIndex":…,"logID":"<hex>"}}
import { type JsonFault, readJson } from '../json/read-json.js'
import * as v from 'valibot'
import { type Digest, parseDigest } from '../digest.js'
import { EvidenceError } from '../errors.js'
import { parseCertificate } from './certificate.js'
import { toResult } from '../result.js'
import { describeText } from './describe.js'
import type { Evidence } from './evidence.js'
import { toLeafHash } from './log-body.js'
import { type LogEntry, parseLogEntry } from './log-entry.js'
import { parseSignature } from './signature.js'

/** The media type of a layer that cosign signed in its simple form. */
export const SIMPLE_SIGNING_TYPE = 'application/vnd.dev.cosign.simplesigning.v1+json'
const SIGNATURE = 'dev.cosignproject.cosign/signature'
const CERTIFICATE = 'dev.sigstore.cosign/certificate'
const BUNDLE = 'dev.sigstore.cosign/bundle'
const PAYLOAD_TYPE = 'cosign container image signature'

const payloadSchema = v.object({
  critical: v.object({
    identity: v.object({ 'docker-reference': v.string() }),
    image: v.object({ 'docker-manifest-digest': v.string() }),
    type: v.string(),
  }),
})
const promiseSchema = v.object({
  SignedEntryTimestamp: v.string(),
  Payload: v.object({
    body: v.string(),
    integratedTime: v.number(),
    logIndex: v.number(),
    logID: v.string(),
  }),
})

/** What is signed about an image. */
export interface SimpleSigning {
  /** Of its manifest. */
  readonly manifest: Digest
  /** What its signer called it. A mirror of old may stand before its last name, and its tag does not belong to it. */
  readonly reference: string
}

/**
 * Reads a payload.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseSimpleSigning(text: string): SimpleSigning {
  const { critical } = read(payloadSchema, text, 'the signed payload')
  if (critical.type !== PAYLOAD_TYPE) {
    const context = { expected: PAYLOAD_TYPE, actual: critical.type }
    throw new EvidenceError('EVIDENCE_UNREADABLE', 'the signed payload is of another type', context)
  }
  const named = critical.image['docker-manifest-digest']
  const manifest = named.startsWith('sha256:') ? parseDigest(named) : undefined
  if (manifest !== undefined) return { manifest, reference: critical.identity['docker-reference'] }
  throw new EvidenceError('EVIDENCE_UNREADABLE', 'the signed payload names no SHA-256 digest of a manifest')
}

/** The evidence in the annotations of a layer. */
export function readImageEvidence(annotations: Readonly<Record<string, string>>): Evidence {
  const { [SIGNATURE]: signature, [CERTIFICATE]: certificate, [BUNDLE]: promise } = annotations
  return {
    signature:
      signature === undefined
        ? { error: new EvidenceError('EVIDENCE_SIGNATURE_MISSING', `the layer has no ${SIGNATURE}`) }
        : toResult(() => parseSignature(Buffer.from(signature))),
    certificate:
      certificate === undefined
        ? { error: new EvidenceError('EVIDENCE_CERTIFICATE_MISSING', `the layer has no ${CERTIFICATE}`) }
        : toResult(() => parseCertificate(Buffer.from(certificate))),
    logEntry:
      promise === undefined
        ? { error: new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', `the layer has no ${BUNDLE}`) }
        : toResult(() => parsePromise(promise)),
  }
}

/** Read in the form of the log's own answer, without the inclusion proof that cosign leaves out. */
function parsePromise(text: string): LogEntry {
  const { SignedEntryTimestamp, Payload } = read(promiseSchema, text, "the log's promise")
  const leafHash = toLeafHash(Buffer.from(Payload.body, 'base64')).hex
  const verification = { signedEntryTimestamp: SignedEntryTimestamp }
  return parseLogEntry(JSON.stringify({ [leafHash]: { ...Payload, verification } }))
}

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  what: string,
): v.InferOutput<Schema> {
  const refuse = ({ isJson, what: fault, cause }: JsonFault): EvidenceError => {
    const message = isJson ? `${what}: ${fault}` : `${what} is not JSON but ${describeText(text)}`
    return new EvidenceError('EVIDENCE_UNREADABLE', message, { cause })
  }
  return readJson(text, schema, { refuse })
}
