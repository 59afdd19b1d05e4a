// The independent judge: @sigstore/verify decides over the same evidence as a
// whole. The one file that touches it.
import type { X509Certificate } from '@sigstore/core'
import { type SignedEntity, type TrustMaterial, Verifier, toTrustMaterial } from '@sigstore/verify'
import { type Digest, digestOf } from '../digest.js'
import { messageOf } from '../errors.js'
import { toTransparencyLogEntry } from '../evidence/bundle.js'
import { parseCheckpoint } from '../evidence/checkpoint.js'
import { hasIntegratedTime } from '../evidence/log-body.js'
import type { LogEntry } from '../evidence/log-entry.js'
import { unwrap } from '../result.js'
import { toSignedDigest } from '../evidence/envelope.js'
import type { Evidence } from '../evidence/evidence.js'
import type { Signer } from '../kubernetes/signer.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { isSignatureBy } from './check-signature.js'
import { type ManagedKey, isManagedKey } from './policy.js'

const materials = new WeakMap<TrustedRoot, TrustMaterial>()

/**
 * @returns undefined when the judge accepts, else its reason
 */
export function findRefusal(
  digest: Digest,
  evidence: Evidence,
  root: TrustedRoot,
  signer: Signer | ManagedKey,
): string | undefined {
  try {
    const entity = toSignedEntity(digest, evidence, signer)
    const material = { ...materialOf(root), tlogs: toNamedLogs(root, unwrap(evidence.logEntry)) }
    if (isManagedKey(signer)) {
      // Its time does not matter, and Rekor v2 gives none.
      const key = { publicKey: signer.publicKey, validFor: () => true }
      new Verifier({ ...material, publicKey: () => key }, { timestampThreshold: 0 }).verify(entity)
      return undefined
    }
    const { identity } = new Verifier(material).verify(entity)
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
function toSignedEntity(digest: Digest, evidence: Evidence, signer: Signer | ManagedKey): SignedEntity {
  const signature = unwrap(evidence.signature)
  const logEntry = unwrap(evidence.logEntry)
  const { envelope, timestamps = [] } = evidence
  const tlogEntry = toTransparencyLogEntry(logEntry)
  const signed = envelope ? toSignedDigest(envelope) : digest
  const content = envelope ? digestOf(envelope.payload) : digest
  return {
    signature: {
      signature,
      compareSignature: (other) => signature.equals(other),
      compareDigest: (other) => content.bytes.equals(other),
      compareSignedDigest: (other) => signed.bytes.equals(other),
      verifySignature: (key) => isSignatureBy(key, signed, signature),
    },
    key: isManagedKey(signer)
      ? { $case: 'public-key', hint: '' }
      : { $case: 'certificate', certificate: rememberDer(unwrap(evidence.certificate).x509) },
    tlogEntries: [tlogEntry],
    timestamps: [
      // The very entry that is verified, so that no other one's time counts.
      ...(logEntry.signedEntryTimestamp ? [{ $case: 'transparency-log' as const, tlogEntry }] : []),
      ...timestamps.map((timestamp) => ({
        $case: 'timestamp-authority' as const,
        timestamp: unwrap(timestamp).response,
      })),
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
