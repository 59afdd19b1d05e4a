// Container images: from a reference to a manifest's digest, to the signatures
// that name it, to the first of them that meets the policy.
import { type Digest, digestOf } from '../digest.js'
import { ImageError } from '../errors.js'
import { parseImageManifest } from '../evidence/image-manifest.js'
import {
  type GatheredSignatures,
  type ImagePorts,
  gatherReferrers,
  gatherTagged,
  placesOf,
  toNoSignature,
} from '../gather/image.js'
import type { Signer } from '../kubernetes/signer.js'
import type { ImageRegistry } from '../ports.js'
import { type ImageReference, formatImageReference } from '../request/image-reference.js'
import { toResultAsync } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import type { Proof } from '../verify/proof.js'
import type { ImageSubject } from './judge.js'
import { prove } from './prove.js'

export interface ImageContext {
  readonly ports: ImagePorts
  readonly trustedRoot: TrustedRoot
  /** Undefined: the promoter of the image's time. */
  readonly signer: Signer | undefined
}

export interface ImageProof extends Proof {
  readonly reference: ImageReference
  /** The reference by digest: `registry.k8s.io/pause@sha256:…`. Only when verified. */
  readonly pinned?: string
}

/** Never rejects, but when the self-test fails: what went wrong is in the result. */
export async function proveImage(reference: ImageReference, context: ImageContext): Promise<ImageProof> {
  const { ports, trustedRoot, signer } = context
  const artifact = { name: formatImageReference(reference) }
  const judging = { log: ports.transparencyLog, trustedRoot }
  const manifest = await toResultAsync(resolve(reference, ports.imageRegistry))
  const subject: ImageSubject = { artifact, manifest: manifest.value, signer }
  if (manifest.error !== undefined) {
    const nothing = { candidates: [toNoSignature('image-tag', manifest.error)], absent: [] }
    return { reference, ...(await prove(subject, nothing, judging)) }
  }
  const proof = await proveManifest(subject, reference, manifest.value, context)
  if (proof.result.outcome !== 'verified') return { reference, ...proof }
  const { registry, repository } = reference
  const pinned = formatImageReference({ registry, repository, tag: undefined, digest: manifest.value })
  return { reference, pinned, ...proof }
}

/** What is under the tag; then, if that proves nothing, what refers to the image. */
async function proveManifest(
  subject: ImageSubject,
  reference: ImageReference,
  manifest: Digest,
  { ports, trustedRoot }: ImageContext,
): Promise<Proof> {
  const judging = { log: ports.transparencyLog, trustedRoot }
  const tagged = await gatherTagged(placesOf(reference), manifest, ports)
  if (tagged.candidates.length > 0) {
    const proof = await prove(subject, tagged, judging)
    if (proof.result.outcome === 'verified') return proof
  }
  const referrers = await gatherReferrers(reference, manifest, ports)
  return prove(subject, join(tagged, referrers), judging)
}

/** Out of reach is not missing: where nothing was found, that is said first. */
function join(...gathered: readonly GatheredSignatures[]): GatheredSignatures {
  const candidates = gathered.flatMap((each) => each.candidates)
  const absent = gathered.flatMap((each) => each.absent)
  if (candidates.length > 0) return { candidates, absent }
  const [first] = absent.filter(({ error }) => error.code !== 'IMAGE_SIGNATURE_MISSING').concat(absent)
  return { candidates: first ? [toNoSignature('image-tag', first.error)] : [], absent }
}

/** The digest of the manifest or index: the given one, else computed from the bytes that the tag stands for. */
async function resolve(reference: ImageReference, registry: ImageRegistry): Promise<Digest> {
  if (reference.digest !== undefined) return reference.digest
  const bytes = await registry.fetchManifest(reference, reference.tag ?? '')
  if (bytes === undefined) {
    throw new ImageError('IMAGE_NOT_FOUND', `the registry has no ${formatImageReference(reference)}`)
  }
  // Whatever else is served under a tag is no image, and its digest nothing to look for.
  parseImageManifest(bytes.toString())
  return digestOf(bytes)
}
