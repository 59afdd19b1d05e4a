// The signature over the digest.
import type { KeyObject } from 'node:crypto'
import { ASN1Obj } from '@sigstore/core'
import type { Hash } from '../digest.js'
import type { CodedError } from '../errors.js'
import { toResult } from '../result.js'
import { type Envelope, parseStatement } from '../evidence/envelope.js'
import { curveOf, verifyEcdsa } from '../evidence/ecdsa.js'
import type { Evidence } from '../evidence/evidence.js'
import { mayBeOverSha384 } from '../evidence/further-digests.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'
import { type StatementContext, checkStatement } from './check-statement.js'
import { type Policy, isManagedKey } from './policy.js'
import { type KnownDigests, toSignedHash } from './signed-hash.js'

/** Why nobody can say whether the signature holds; undefined where it can be said. */
function whyUnreadable(publicKey: KeyObject, signature: Buffer): string | undefined {
  if (curveOf(publicKey) === undefined) {
    const kind = publicKey.asymmetricKeyDetails?.namedCurve ?? publicKey.asymmetricKeyType ?? 'unknown'
    return `the key is of the kind ${kind}, by which this version verifies no signature`
  }
  return isDerSignature(signature) ? undefined : 'the signature is not an ECDSA signature in DER'
}

/** ECDSA-Sig-Value (RFC 3279 §2.2.3): a SEQUENCE of two INTEGERs, and nothing after it; the numbers may be any. */
function isDerSignature(signature: Buffer): boolean {
  try {
    const sequence = ASN1Obj.parseBuffer(Buffer.from(signature))
    const isPair = sequence.tag.number === UNIVERSAL_TAG.SEQUENCE && sequence.subs.length === 2
    return (
      isPair &&
      sequence.subs.every(({ tag }) => tag.isUniversal() && tag.number === UNIVERSAL_TAG.INTEGER) &&
      sequence.toDER().equals(signature)
    )
  } catch {
    return false
  }
}

/** Tags of X.690 §8. */
const UNIVERSAL_TAG = { INTEGER: 0x02, SEQUENCE: 0x10 } as const

/**
 * Whether the certificate's key made the signature over the digest, or over a statement that names it.
 * @param policy whose managed key, where there is one, stands in the certificate's place
 */
export function checkSignature(
  known: KnownDigests | undefined,
  evidence: Evidence,
  policy: Policy,
): CheckResult {
  const id = 'signature'
  const managedKey = isManagedKey(policy.signer) ? policy.signer.publicKey : undefined
  const { signature, certificate } = evidence
  if (signature.error !== undefined) return fromError(id, signature.error)
  const publicKey = managedKey ?? certificate.value?.publicKey
  if (publicKey === undefined) return fromError(id, certificate.error as CodedError)
  if (known === undefined) return notRun(id, 'there is no digest to verify the signature over')
  const who = managedKey ? 'the given key' : "the certificate's key"
  const unreadable = whyUnreadable(publicKey, signature.value)
  if (unreadable !== undefined) return notRun(id, unreadable, 'SIGNATURE_INVALID')
  const by = { publicKey, signature: signature.value, who, what: managedKey ? 'key' : 'certificate' }
  const made = checkMade(evidence, known, by)
  if (made.status !== 'passed' || evidence.envelope === undefined) return made
  return checkEnvelope(evidence.envelope, known, { signedBy: who, namedType: policy.predicateType })
}

interface Made {
  readonly publicKey: KeyObject
  readonly signature: Buffer
  /** `the given key`, `the certificate's key` */
  readonly who: string
  /** `key`, `certificate` */
  readonly what: string
}

/** Whether the key made the signature over what it has to be over. */
function checkMade(
  evidence: Evidence,
  known: KnownDigests,
  { publicKey, signature, who, what }: Made,
): CheckResult {
  const id = 'signature'
  const isOver = (hash: Hash): boolean => verifyEcdsa(publicKey, hash, signature)
  const signed = toSignedHash(evidence, known, { publicKey, isOver })
  if (signed === undefined) {
    const detail = `the signature is over a digest by ${evidence.furtherDigest?.algorithm ?? ''}, which is supported only where the bytes are at hand`
    return notRun(id, detail, 'SIGNATURE_INVALID')
  }
  if (isOver(signed)) return passed(id, `${who} signed ${format(signed)}`)
  if (mayBeOverSha384(evidence, publicKey) && known.further.sha384 === undefined) {
    const detail = `${who} did not make this signature over ${format(signed)}; over a digest by sha384 it is supported only where the bytes are at hand`
    return notRun(id, detail, 'SIGNATURE_INVALID')
  }
  return failed(id, 'SIGNATURE_INVALID', {
    detail: `${who} did not make this signature over this digest: signature, ${what} and artifact do not belong together`,
    expected: `a signature over ${format(signed)}`,
    actual: 'a signature that does not verify',
  })
}

function format({ algorithm, bytes }: Hash): string {
  return `${algorithm}:${bytes.toString('hex')}`
}

/** Whether a signed statement is about the artifact, by whichever digest it names. */
function checkEnvelope(
  envelope: Envelope,
  { digest, further }: KnownDigests,
  spoken: StatementContext,
): CheckResult {
  const id = 'signature'
  const statement = toResult(() => parseStatement(envelope))
  if (statement.error !== undefined) return fromError(id, statement.error)
  const { subjects, otherAlgorithms, further: named } = statement.value
  const known = Object.entries(further).map(([algorithm, bytes]) => `${algorithm}:${bytes.toString('hex')}`)
  const own = known.find((each) => named.has(each))
  if (subjects.length === 0 && own !== undefined) return checkStatement(statement.value, spoken)
  const isComparable = known.some((each) => otherAlgorithms.includes(each.split(':')[0] ?? ''))
  if (subjects.length === 0 && otherAlgorithms.length > 0 && !isComparable) {
    const actual = [...new Set(otherAlgorithms)].join(', ').slice(0, MAX_LISTED)
    const comparison = { expected: digest.toString(), actual }
    return notRun(
      id,
      'the signed statement names no SHA-256 digest, and another is supported only where the bytes are at hand',
      { code: 'SUBJECT_MISMATCH', ...comparison },
    )
  }
  if (!subjects.some((subject) => subject.equals(digest))) {
    return failed(id, 'SUBJECT_MISMATCH', {
      detail: 'the signed statement is not about this digest',
      expected: digest.toString(),
      actual: subjects.map(String).join(', ') || 'no SHA-256 digest',
    })
  }
  return checkStatement(statement.value, spoken)
}

/** How much of foreign names a message repeats. */
const MAX_LISTED = 100
