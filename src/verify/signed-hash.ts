// What a signature is over: a hash of the artifact, or of a statement about
// it. Sigstore's signatures hash by SHA-256 as a rule; a key on P-384 may go
// with SHA-384, and a bundle says where an artifact was hashed by another
// algorithm. Then the bytes have to be at hand: of two hashes by two
// algorithms nobody can say whether they are of the same bytes.
import { type KeyObject, createHash } from 'node:crypto'
import type { Digest, FurtherDigests, Hash } from '../digest.js'
import { toSignedBytes } from '../evidence/envelope.js'
import type { Evidence } from '../evidence/evidence.js'

/** Of whichever the caller knows to be right about the artifact. */
export interface KnownDigests {
  readonly digest: Digest
  readonly further: FurtherDigests
}

/**
 * The hash that the signature has to be over.
 * @param isOver whether the signature is over a hash: for a statement, no field says by which algorithm it was made
 * @returns undefined when it is one that only the bytes would give
 */
export function toSignedHash(
  { envelope, furtherDigest }: Pick<Evidence, 'envelope' | 'furtherDigest'>,
  { digest, further }: KnownDigests,
  { publicKey, isOver }: { readonly publicKey: KeyObject; readonly isOver: (hash: Hash) => boolean },
): Hash | undefined {
  if (envelope !== undefined) {
    const bytes = toSignedBytes(envelope)
    const by = (algorithm: Hash['algorithm']): Hash => ({
      algorithm,
      bytes: createHash(algorithm).update(bytes).digest(),
    })
    const usual = by('sha256')
    if (publicKey.asymmetricKeyDetails?.namedCurve !== 'secp384r1' || isOver(usual)) return usual
    const other = by('sha384')
    return isOver(other) ? other : usual
  }
  if (furtherDigest === undefined) return digest
  const { algorithm } = furtherDigest
  if (algorithm === 'sha256') return digest
  const known = further[algorithm]
  return known && { algorithm, bytes: known }
}
