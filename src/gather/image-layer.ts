// One signature of an image: a layer of a manifest, in cosign's own form or as
// a bundle.
import type { Digest } from '../digest.js'
import { InternalError } from '../errors.js'
import { parseBundle } from '../evidence/bundle.js'
import type { Candidate } from '../evidence/candidate.js'
import { parseStatement } from '../evidence/envelope.js'
import type { Descriptor } from '../evidence/image-manifest.js'
import { parseSimpleSigning, readImageEvidence } from '../evidence/image-signature.js'
import type { ImageRegistry, Repository } from '../ports.js'
import { mapResult, toResult, toResultAsync } from '../result.js'

/** How the media type of every Sigstore bundle begins. */
export const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle'
/** What cosign's bundles state about an image that they sign. Other statements are about an image, no signature of it. */
const SIGNATURE_PREDICATE = 'https://sigstore.dev/cosign/sign/v1'

interface SignatureReading {
  readonly source: 'image-tag' | 'image-signature'
  readonly places: readonly Repository[]
  readonly registry: ImageRegistry
}

/** A signature in cosign's own form: the layer is what is signed, its annotations are the evidence. */
export async function readSignatureLayer(
  { digest, annotations }: Descriptor,
  { source, places, registry }: SignatureReading,
): Promise<Candidate> {
  const payload = await toResultAsync(fetchBlob(places, digest, registry))
  const signed =
    payload.error === undefined ? toResult(() => parseSimpleSigning(payload.value.toString())) : payload
  return {
    source,
    evidence: readImageEvidence(annotations),
    alternatives: [],
    payload: {
      digest: { value: digest },
      manifest: mapResult(signed, ({ manifest }) => manifest),
      reference: signed.value?.reference,
    },
  }
}

interface BundleReading {
  readonly place: Repository
  readonly manifest: Digest
  readonly registry: ImageRegistry
}

/** A bundle that signs the image; or the type of what it states about it instead. */
export async function readBundleLayer(
  { digest }: Descriptor,
  { place, manifest, registry }: BundleReading,
): Promise<Candidate | { readonly statement: string }> {
  const text = (await registry.fetchBlob(place, digest)).toString()
  const { evidence, alternatives, digest: signed } = parseBundle(text)
  const statement = evidence.envelope && parseStatement(evidence.envelope)
  if (statement !== undefined && statement.predicateType !== SIGNATURE_PREDICATE)
    return { statement: statement.predicateType }
  const named = statement?.named.find((subject) => subject.digest.equals(manifest))
  // A statement has to name the manifest among its subjects, which the check of the signature asks.
  const payload = {
    digest: { value: manifest },
    manifest: { value: signed ?? manifest },
    reference: named?.name,
  }
  return { source: 'image-referrer', evidence, alternatives, payload }
}

/** From the first place that has it: some mirrors serve a signature's manifest, and not what it names. */
async function fetchBlob(
  [first, ...others]: readonly Repository[],
  digest: Digest,
  registry: ImageRegistry,
): Promise<Buffer> {
  if (first === undefined) throw new InternalError('there is no place to fetch from')
  const blob = await toResultAsync(registry.fetchBlob(first, digest))
  if (blob.error === undefined) return blob.value
  if (others.length === 0) throw blob.error
  const other = await toResultAsync(fetchBlob(others, digest, registry))
  if (other.error !== undefined) throw blob.error
  return other.value
}
