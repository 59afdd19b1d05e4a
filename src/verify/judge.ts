// The independent judge: @sigstore/verify decides over the same evidence as a
// whole. The one file that touches it. Independent is its logic; the arithmetic
// of the signature is by the same library of curves, since Node verifies over
// the artifact's bytes alone, and we have its digest.
import { EXTENSION_OID_SCT, X509Certificate } from '@sigstore/core'
import { type SignedEntity, type TrustMaterial, Verifier, toTrustMaterial } from '@sigstore/verify'
import { type Digest, type FurtherDigests, type Hash, digestOf } from '../digest.js'
import { messageOf } from '../errors.js'
import { toTransparencyLogEntry } from '../evidence/bundle.js'
import { parseCheckpoint } from '../evidence/checkpoint.js'
import { hasIntegratedTime } from '../evidence/log-body.js'
import type { LogEntry } from '../evidence/log-entry.js'
import type { SignedTimestamp } from '../evidence/signed-timestamp.js'
import { unwrap } from '../result.js'
import type { Certificate } from '../evidence/certificate.js'
import type { Evidence } from '../evidence/evidence.js'
import type { Signer } from '../kubernetes/signer.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { type CheckResult, failed, notRun, passed } from './check.js'
import { verifyEcdsa } from '../evidence/ecdsa.js'
import { type ManagedKey, isManagedKey } from './policy.js'
import { toSignedHash } from './signed-hash.js'

const materials = new WeakMap<TrustedRoot, TrustMaterial>()

const ID = 'independent-judge'

/** Where every check of ours accepts: what counted, and nothing else that came with it. */
export interface Accepted {
  readonly digest: Digest
  readonly further: FurtherDigests
  readonly evidence: Evidence
  /** The timestamps that are genuine. */
  readonly timestamps: readonly SignedTimestamp[]
  readonly signer: Signer | ManagedKey
}

/** Whether @sigstore/verify accepts the evidence, too. Whatever it throws is a refusal. */
export function checkByJudge(accepted: Accepted, root: TrustedRoot): CheckResult {
  const refusal = findRefusal(accepted, root)
  return refusal === undefined
    ? passed(ID, '@sigstore/verify accepts the same evidence')
    : failed(
        ID,
        'INDEPENDENT_JUDGE_REFUSED',
        `@sigstore/verify refuses what every check of ours accepts: ${refusal}`,
      )
}

/** Without all others it has nothing to say: it knows neither our policy nor what a release is. */
export function skipJudge(): CheckResult {
  return notRun(ID, 'it is asked once every other check has passed')
}

function findRefusal(accepted: Accepted, root: TrustedRoot): string | undefined {
  const { evidence, signer } = accepted
  try {
    const entity = toSignedEntity(accepted, root)
    const material = { ...materialOf(root), tlogs: toNamedLogs(root, unwrap(evidence.logEntry)) }
    if (isManagedKey(signer)) {
      // Its time does not matter, and Rekor v2 gives none.
      const key = { publicKey: signer.publicKey, validFor: () => true }
      new Verifier({ ...material, publicKey: () => key }, { timestampThreshold: 0 }).verify(entity)
      return undefined
    }
    const ctlogThreshold = root.isWithoutCtLogs ? 0 : 1
    const { identity } = new Verifier(material, { ctlogThreshold }).verify(entity)
    // Not by the library's policy: a string there is an unanchored regular expression.
    if (identity?.subjectAlternativeName !== signer.certificateIdentity)
      return 'the certificate identity differs'
    if (identity.extensions?.issuer !== signer.oidcIssuer) return 'the OIDC issuer differs'
    return undefined
  } catch (thrown) {
    // A plain TypeError on hostile input is a refusal like any other.
    return messageOf(thrown)
  }
}

/** Made by hand, because the library's own way wants the whole artifact in memory. */
function toSignedEntity(
  { digest, further, evidence, timestamps, signer }: Accepted,
  { isWithoutCtLogs }: TrustedRoot,
): SignedEntity {
  const signature = unwrap(evidence.signature)
  const logEntry = unwrap(evidence.logEntry)
  const { envelope } = evidence
  const tlogEntry = toTransparencyLogEntry(logEntry)
  const publicKey = isManagedKey(signer) ? signer.publicKey : unwrap(evidence.certificate).publicKey
  const isOver = (hash: Hash): boolean => verifyEcdsa(publicKey, hash, signature)
  const signed = toSignedHash(evidence, { digest, further }, { publicKey, isOver })
  const toJudged = ({ x509, der }: Certificate): X509Certificate =>
    isWithoutCtLogs ? withoutTimestamps(der) : rememberDer(x509)
  if (signed === undefined) throw new Error('what is signed is not at hand')
  const content = envelope ? digestOf(envelope.payload) : signed
  return {
    signature: {
      signature,
      compareSignature: (other) => signature.equals(other),
      compareDigest: (other) => content.bytes.equals(other),
      compareSignedDigest: (other) => signed.bytes.equals(other),
      verifySignature: (key) => verifyEcdsa(key, signed, signature),
    },
    key: isManagedKey(signer)
      ? { $case: 'public-key', hint: '' }
      : { $case: 'certificate', certificate: toJudged(unwrap(evidence.certificate)) },
    tlogEntries: [tlogEntry],
    timestamps: [
      // The very entry that is verified, so that no other one's time counts.
      ...(logEntry.signedEntryTimestamp ? [{ $case: 'transparency-log' as const, tlogEntry }] : []),
      ...timestamps.map(({ response }) => ({ $case: 'timestamp-authority' as const, timestamp: response })),
    ],
  }
}

/**
 * The library wants the name that a checkpoint is signed under to be part of the log's URL. Where that name means
 * nothing (see check-log-entry.ts) the log is called by it; key hint and signature are still for the library to judge.
 */
function toNamedLogs(root: TrustedRoot, { kind, inclusionProof }: LogEntry): TrustMaterial['tlogs'] {
  const { tlogs } = materialOf(root)
  if (inclusionProof === undefined) return tlogs
  const { signatures } = parseCheckpoint(inclusionProof.checkpoint)
  const names = signatures.map(({ name }) => name).join(' ')
  return tlogs.map((log, index) => {
    const isNameless = hasIntegratedTime(kind) || root.transparencyLogs[index]?.host === ''
    return isNameless ? { ...log, baseURL: names } : log
  })
}

function materialOf(root: TrustedRoot): TrustMaterial {
  const known = materials.get(root)
  if (known !== undefined) return known
  const material = toTrustMaterial(root.document)
  for (const { certChain } of material.certificateAuthorities) {
    for (const certificate of certChain) rememberIssuers(rememberDer(certificate))
  }
  materials.set(root, material)
  return material
}

/** The library encodes a certificate anew for every comparison with another, a dozen times in one path. */
function rememberDer(certificate: X509Certificate): X509Certificate {
  for (const part of [certificate.root, ...certificate.root.subs]) {
    const toDER = part.toDER.bind(part)
    let der: Buffer | undefined
    part.toDER = () => (der ??= toDER())
  }
  return certificate
}

/** The library verifies each certificate timestamp that it finds, on a copy; where no log is named that made any, it finds none. */
function withoutTimestamps(der: Buffer): X509Certificate {
  const certificate = X509Certificate.parse(Buffer.from(der))
  const clone = certificate.clone.bind(certificate)
  certificate.clone = () => {
    const copy = clone()
    const at = copy.extensions.findIndex(({ subs: [id] }) => id?.toOID() === EXTENSION_OID_SCT)
    if (at >= 0) copy.extensions.splice(at, 1)
    return copy
  }
  return certificate
}

/** An authority's own chain is the same for every artifact, and the library would verify it anew each time. */
function rememberIssuers(certificate: X509Certificate): void {
  const answers = new Map<X509Certificate | undefined, boolean>()
  const verify = certificate.verify.bind(certificate)
  certificate.verify = (issuer) => {
    const answer = answers.get(issuer) ?? verify(issuer)
    answers.set(issuer, answer)
    return answer
  }
}
