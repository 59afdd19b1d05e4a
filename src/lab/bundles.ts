// Bundles of the lab, made without any code of src/: what Kubernetes may
// publish one day, and what other projects do.
import { createHash } from 'node:crypto'
import { type HashName, generateKeyPair } from './authority.js'
import type { Lab } from './lab.js'
import { RELEASE_ISSUER, RELEASE_SIGNER, type SignedArtifact } from './release.js'

export interface BundleOptions {
  readonly identity?: string
  readonly issuer?: string
  readonly curve?: 'P-256' | 'P-384'
  /** What the signature hashes by; default: SHA-256. */
  readonly hash?: HashName
  /** A signed statement about the artifact instead of a signature over it. */
  readonly statement?: object
  /** Logged as the envelope that it is, not as a signature over it. */
  readonly asEnvelope?: boolean
  /** Timestamps over the signature; default: one, two seconds after the certificate. */
  readonly stamp?: (signature: Buffer, signedAt: Date) => readonly Buffer[]
}

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const IN_TOTO = 'application/vnd.in-toto+json'

/** A bundle with an entry of the log of today, from evidence that is there already. */
export function bundleV1(lab: Lab, artifact: SignedArtifact): object {
  const { sha256, signature, certificate, entry } = artifact
  const answer = lab.log.answer(entry)
  const { inclusionProof: proof, signedEntryTimestamp = '' } = answer.verification
  if (proof === undefined) throw new Error('the lab log gives a proof')
  return {
    mediaType: MEDIA_TYPE,
    verificationMaterial: {
      certificate: { rawBytes: certificate.toString('base64') },
      tlogEntries: [
        {
          logIndex: String(answer.logIndex),
          logId: { keyId: Buffer.from(answer.logID, 'hex').toString('base64') },
          kindVersion: { kind: 'hashedrekord', version: '0.0.1' },
          integratedTime: String(answer.integratedTime),
          inclusionPromise: { signedEntryTimestamp },
          inclusionProof: {
            logIndex: String(proof.logIndex),
            rootHash: Buffer.from(proof.rootHash, 'hex').toString('base64'),
            treeSize: String(proof.treeSize),
            hashes: proof.hashes.map((hash) => Buffer.from(hash, 'hex').toString('base64')),
            checkpoint: { envelope: proof.checkpoint },
          },
          canonicalizedBody: answer.body,
        },
      ],
    },
    messageSignature: {
      messageDigest: { algorithm: 'SHA2_256', digest: Buffer.from(sha256, 'hex').toString('base64') },
      signature: signature.toString('base64'),
    },
  }
}

/** A bundle with an entry of the log to come, and a timestamp of the authority. */
export async function bundleV2(lab: Lab, content: Buffer, options: BundleOptions = {}): Promise<object> {
  const {
    identity = RELEASE_SIGNER,
    issuer = RELEASE_ISSUER,
    curve = 'P-256',
    hash = 'sha256',
    statement,
  } = options
  const stamp =
    options.stamp ?? ((bytes: Buffer, time: Date) => [lab.tsa.stamp(bytes, new Date(time.getTime() + 2000))])
  const { signedAt } = lab.signing
  const key = await generateKeyPair(curve)
  const payload = statement === undefined ? undefined : Buffer.from(JSON.stringify(statement))
  const signed = payload === undefined ? content : preAuthEncoding(payload)
  const signature = key.sign(signed, hash)
  const certificate = await lab.authority.issue({ identity, issuer, key, notBefore: signedAt })
  const rawBytes = certificate.toString('base64')
  const digest = createHash(hash).update(signed).digest('base64')
  const algorithm = `SHA2_${hash.slice(3)}`
  const verifier = {
    keyDetails: `PKIX_ECDSA_${curve.replace('-', '')}_SHA_${hash.slice(3)}`,
    x509Certificate: { rawBytes },
  }
  const content64 = signature.toString('base64')
  const [kind, spec] =
    options.asEnvelope === true && payload !== undefined
      ? [
          'dsse',
          {
            dsseV002: {
              payloadHash: { algorithm: 'SHA2_256', digest: (await digestOf(payload)).toString('base64') },
              signatures: [{ content: content64, verifier }],
            },
          },
        ]
      : [
          'hashedrekord',
          {
            hashedRekordV002: {
              data: { algorithm, digest },
              signature: { content: content64, verifier },
            },
          },
        ]
  const entry = lab.tiledLog.add({ apiVersion: '0.0.2', kind, spec }, { kind, version: '0.0.2' })
  const rfc3161Timestamps = stamp(signature, signedAt).map((der) => ({
    signedTimestamp: der.toString('base64'),
  }))
  return {
    mediaType: MEDIA_TYPE,
    verificationMaterial: {
      certificate: { rawBytes },
      tlogEntries: [entry],
      timestampVerificationData: { rfc3161Timestamps },
    },
    ...(payload === undefined
      ? {
          messageSignature: {
            messageDigest: { algorithm, digest },
            signature: signature.toString('base64'),
          },
        }
      : {
          dsseEnvelope: {
            payloadType: IN_TOTO,
            payload: payload.toString('base64'),
            signatures: [{ sig: signature.toString('base64') }],
          },
        }),
  }
}

/** What DSSE signs. */
function preAuthEncoding(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${IN_TOTO.length} ${IN_TOTO} ${payload.length} `), payload])
}

async function digestOf(bytes: Buffer): Promise<Buffer> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}
