// One signature of an image: a layer of a manifest, in cosign's own form or as
// a bundle.
import type { Digest } from '../digest.js'
import { InternalError } from '../errors.js'
import { parseBundle } from '../evidence/bundle.js'
import type { Candidate } from '../evidence/candidate.js'
import { parseStatement } from '../evidence/envelope.js'
import type { Descriptor } from '../evidence/image-manifest.js'
import { parseSimpleSigning, readImageEvidence } from '../evidence/image-signature.js'
import type { LogEntry } from '../evidence/log-entry.js'
import type { ImageRegistry, LoggedCopies, Ports, Repository } from '../ports.js'
import { type Result, mapResult, toResult, toResultAsync } from '../result.js'
import { isSameEntry, readEntries } from './lookup.js'

export const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle'
/** What cosign's bundles state about an image that they sign. Other statements are about an image, no signature of it. */
const SIGNATURE_PREDICATE = 'https://sigstore.dev/cosign/sign/v1'

interface SignatureReading {
  readonly source: 'image-tag' | 'image-signature'
  readonly places: readonly Repository[]
  readonly ports: Pick<Ports, 'imageRegistry' | 'transparencyLog'>
}

/** A signature in cosign's own form: the layer is what is signed, its annotations are the evidence. */
export async function readSignatureLayer(
  { digest, annotations }: Descriptor,
  { source, places, ports: { imageRegistry, transparencyLog } }: SignatureReading,
): Promise<Candidate> {
  const evidence = readImageEvidence(annotations)
  const [payload, proven] = await Promise.all([
    toResultAsync(fetchBlob(places, digest, imageRegistry)),
    findProof(evidence.logEntry, transparencyLog),
  ])
  const signed =
    payload.error === undefined ? toResult(() => parseSimpleSigning(payload.value.toString())) : payload
  return {
    source,
    // A proof that turns out to be none takes nothing away from the promise.
    evidence: proven === undefined ? evidence : { ...evidence, logEntry: { value: proven } },
    alternatives: proven === undefined ? [] : [evidence],
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

/**
 * The log has the proof that cosign leaves out. It counts for the very copy that was promised, and the promise stays:
 * where the log answers with another copy, every shard is asked. Out of the log's reach, its promise suffices, as
 * cosign holds.
 */
async function findProof(
  { value: own }: Result<LogEntry>,
  log: Ports['transparencyLog'],
): Promise<LogEntry | undefined> {
  if (own === undefined) return undefined
  const { value: copies } = await toResultAsync(log.fetchEntry(own.leafHash))
  if (copies === undefined) return undefined
  const isAnother = !copies.isComplete && findSame(copies, own) === undefined
  const same = findSame(isAnother ? await log.fetchCopies(own.leafHash) : copies, own)
  return same?.inclusionProof && { ...own, uuid: same.uuid, inclusionProof: same.inclusionProof }
}

function findSame(copies: LoggedCopies, own: LogEntry): LogEntry | undefined {
  return readEntries(copies).find(({ value }) => value !== undefined && isSameEntry(value, own))?.value
}
