// A DSSE envelope (https://github.com/secure-systems-lab/dsse/blob/master/protocol.md)
// around an in-toto statement (https://github.com/in-toto/attestation/tree/main/spec):
//   { "payloadType": "application/vnd.in-toto+json", "payload": "<base64 of
//     { "_type": "https://in-toto.io/Statement/v1", "predicateType": "…",
//       "subject": [{ "name": "…", "digest": { "sha256": "<hex>" } }], … }>" }
// What is signed is not the artifact but type and payload, length-prefixed. The
// statement says something about its subjects; what, is in its predicate type.
import { type JsonFault, readJson } from '../json/read-json.js'
import { dsse } from '@sigstore/core'
import * as v from 'valibot'
import { type Digest, parseDigest } from '../digest.js'
import { EvidenceError } from '../errors.js'
import { describeText } from './describe.js'

export interface Envelope {
  readonly payloadType: string
  readonly payload: Buffer
}

export interface Statement {
  readonly predicateType: string
  /** The SHA-256 digests of all subjects that have one. */
  readonly subjects: readonly Digest[]
  /** The names of other algorithms, where a subject has digests by those alone. */
  readonly otherAlgorithms: readonly string[]
  /** The SHA-384 and SHA-512 digests of all subjects, as `sha512:<lower-case hex>`. */
  readonly further: ReadonlySet<string>
  /** The names of the subjects that have one, each with its digest. */
  readonly named: readonly { readonly name: string; readonly digest: Digest }[]
  /** What a verification summary or a test result came to, as it stands there. */
  readonly verdict: string | undefined
}

/** https://slsa.dev/spec/v1.0/verification_summary */
export const VSA_TYPES = [
  'https://slsa.dev/verification_summary/v0.2',
  'https://slsa.dev/verification_summary/v1',
]

const IN_TOTO = 'application/vnd.in-toto+json'

const statementSchema = v.object({
  _type: v.pipe(
    v.string(),
    v.regex(/^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1)$/, 'is not a statement’s'),
  ),
  predicateType: v.string(),
  subject: v.array(
    v.object({
      name: v.fallback(v.optional(v.string()), undefined),
      digest: v.optional(v.record(v.string(), v.string())),
    }),
  ),
  predicate: v.optional(v.unknown()),
})

/** DSSE's pre-authentication encoding: what the signature is over. */
export function toSignedBytes({ payloadType, payload }: Envelope): Buffer {
  return dsse.preAuthEncoding(payloadType, payload)
}

/**
 * Reads the statement in an envelope.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseStatement({ payloadType, payload }: Envelope): Statement {
  if (payloadType !== IN_TOTO) {
    const context = { expected: IN_TOTO, actual: payloadType }
    throw new EvidenceError('EVIDENCE_UNREADABLE', 'the envelope holds no in-toto statement', context)
  }
  const { predicateType, subject, predicate } = readStatement(payload.toString())
  const digests = subject.map(({ name = '', digest }) => ({
    name,
    digest: parseDigest(digest?.['sha256'] ?? ''),
  }))
  return {
    predicateType,
    subjects: digests.flatMap(({ digest }) => digest ?? []),
    named: digests.flatMap(({ name, digest }) =>
      name === '' || digest === undefined ? [] : { name, digest },
    ),
    otherAlgorithms: subject.flatMap(({ digest = {} }) => ('sha256' in digest ? [] : Object.keys(digest))),
    further: new Set(
      subject.flatMap(({ digest = {} }) =>
        (['sha384', 'sha512'] as const).flatMap((name) => {
          const hex = digest[name]
          return hex === undefined ? [] : [`${name}:${hex.toLowerCase()}`]
        }),
      ),
    ),
    verdict: readVerdict(predicate),
  }
}

/** `verificationResult` of a summary (v0.2: snake case), `result` of a test. */
function readVerdict(predicate: unknown): string | undefined {
  const parsed = v.safeParse(verdictSchema, predicate)
  if (!parsed.success) return undefined
  const { verificationResult, verification_result: former, result } = parsed.output
  const verdict = verificationResult ?? former ?? result
  return typeof verdict === 'string' ? verdict : undefined
}

const verdictSchema = v.object({
  verificationResult: v.optional(v.unknown()),
  verification_result: v.optional(v.unknown()),
  result: v.optional(v.unknown()),
})

function readStatement(text: string): v.InferOutput<typeof statementSchema> {
  const refuse = ({ isJson, what, cause }: JsonFault): EvidenceError => {
    const message = isJson ? `the statement's ${what}` : `the statement is not JSON but ${describeText(text)}`
    return new EvidenceError('EVIDENCE_UNREADABLE', message, { cause })
  }
  return readJson(text, statementSchema, { refuse })
}
