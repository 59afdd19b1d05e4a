// The body of a Rekor v1 log entry of kind hashedrekord 0.0.1, in the
// canonical form that the log hashes (Go's json.Marshal: no space, this order):
//   {"apiVersion":"0.0.1","kind":"hashedrekord","spec":{"data":{"hash":
//   {"algorithm":"sha256","value":"<hex>"}},"signature":{"content":"<base64
//   DER>","publicKey":{"content":"<base64 PEM>"}}}}
// It follows from digest, signature and certificate alone. So we rebuild and
// compare it, rather than take a foreign body apart, and we can ask the log
// for the entry by its leaf hash without any search.
import { createHash } from 'node:crypto'
import { Digest } from '../digest.js'
import { formatPem } from './certificate.js'

/** Domain separation of leaves from inner nodes, RFC 6962 §2.1. */
const LEAF_PREFIX = Buffer.from([0x00])

export interface HashedrekordParts {
  readonly digest: Digest
  /** DER ECDSA signature. */
  readonly signature: Buffer
  readonly certificateDer: Buffer
}

/** The canonical body as the log stores it. */
export function toHashedrekordBody({ digest, signature, certificateDer }: HashedrekordParts): Buffer {
  return Buffer.from(
    JSON.stringify({
      apiVersion: '0.0.1',
      kind: 'hashedrekord',
      spec: {
        data: { hash: { algorithm: digest.algorithm, value: digest.hex } },
        signature: {
          content: signature.toString('base64'),
          publicKey: { content: Buffer.from(formatPem(certificateDer)).toString('base64') },
        },
      },
    }),
  )
}

/** SHA-256 over 0x00 ‖ body, RFC 6962 §2.1: the last 64 hex characters of the entry's UUID. */
export function toLeafHash(body: Buffer): Digest {
  return new Digest(createHash('sha256').update(LEAF_PREFIX).update(body).digest())
}
