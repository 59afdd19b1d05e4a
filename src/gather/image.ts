// Signatures of a container image: under the tag that cosign makes of the
// image's digest, in the registry that was named and in the one that
// registry.k8s.io keeps its own in; else bundles that refer to the image.
import type { Digest } from '../digest.js'
import { type CodedError, ImageError, InternalError, toCodedError } from '../errors.js'
import { parseBundle } from '../evidence/bundle.js'
import { type Absence, type Candidate, toNoEvidence } from '../evidence/candidate.js'
import { parseStatement } from '../evidence/envelope.js'
import { type Descriptor, parseImageManifest } from '../evidence/image-manifest.js'
import { SIMPLE_SIGNING_TYPE, parseSimpleSigning, readImageEvidence } from '../evidence/image-signature.js'
import type { LogEntry } from '../evidence/log-entry.js'
import type { ImageRegistry, Ports, Repository } from '../ports.js'
import { type Result, toResult, toResultAsync } from '../result.js'
import { isSameEntry, readEntries } from './lookup.js'

/** Several signatures are normal: the staging signer's comes before the promoter's. */
const MAX_SIGNATURES = 32
/** What cosign's bundles state about an image that they sign. Other statements are about an image, no signature of it. */
const SIGNATURE_PREDICATE = 'https://sigstore.dev/cosign/sign/v1'
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle'
/** Where registry.k8s.io keeps its signatures; its regional mirrors have lacked them. */
const CANONICAL = {
  of: 'registry.k8s.io',
  registry: 'us-central1-docker.pkg.dev',
  prefix: 'k8s-artifacts-prod/images/',
}

export type ImagePorts = Pick<Ports, 'imageRegistry' | 'transparencyLog'>

export interface GatheredSignatures {
  readonly candidates: readonly Candidate[]
  readonly absent: readonly Absence[]
}

/** Where an image's signatures may lie: the repository that was named, then the one that it is a mirror of. */
export function placesOf({ registry, repository }: Repository): readonly Repository[] {
  const named = { registry, repository }
  if (registry !== CANONICAL.of) return [named]
  return [named, { registry: CANONICAL.registry, repository: `${CANONICAL.prefix}${repository}` }]
}

/** The signatures under the `.sig` tag: of the first place that has any. */
export async function gatherTagged(
  places: readonly Repository[],
  manifest: Digest,
  ports: ImagePorts,
): Promise<GatheredSignatures> {
  // By tag and never again by digest: regional mirrors know the tag alone.
  const tag = `sha256-${manifest.hex}.sig`
  const absent: Absence[] = []
  for (const [index, place] of places.entries()) {
    const layers = await toResultAsync(fetchLayers(place, tag, ports.imageRegistry))
    if (layers.error !== undefined) absent.push({ source: 'image-tag', error: layers.error })
    else if (layers.value.length > 0) {
      const candidates = layers.value.map((layer) => readLayer(layer, places.slice(index), ports))
      return { candidates: await Promise.all(candidates), absent }
    }
  }
  return { candidates: [], absent: [...absent, toMissing('image-tag', manifest)] }
}

/** Bundles that refer to the manifest (OCI 1.1), of which only signatures count. */
export async function gatherReferrers(
  place: Repository,
  manifest: Digest,
  { imageRegistry }: ImagePorts,
): Promise<GatheredSignatures> {
  const source = 'image-referrer'
  const referrers = await toResultAsync(fetchReferrers(place, manifest, imageRegistry))
  if (referrers.error !== undefined) return { candidates: [], absent: [{ source, error: referrers.error }] }
  const found = await Promise.all(
    referrers.value.map(({ digest }) =>
      readReferrer(digest, place, manifest, imageRegistry).catch((thrown: unknown) =>
        toNoSignature(source, toCodedError(thrown)),
      ),
    ),
  )
  const candidates = found.filter((candidate) => candidate !== undefined)
  return { candidates, absent: candidates.length > 0 ? [] : [toMissing(source, manifest)] }
}

/** A candidate that says why there is none. */
export function toNoSignature(source: 'image-tag' | 'image-referrer', error: CodedError): Candidate {
  const payload = { digest: { error }, manifest: { error } }
  return { source, evidence: toNoEvidence(error), alternatives: [], payload }
}

async function fetchLayers(place: Repository, tag: string, registry: ImageRegistry): Promise<Descriptor[]> {
  const bytes = await registry.fetchManifest(place, tag)
  if (bytes === undefined) return []
  const layers = parseImageManifest(bytes.toString()).layers.filter(
    ({ mediaType }) => mediaType === SIMPLE_SIGNING_TYPE,
  )
  assertBounded(layers)
  return layers
}

async function readLayer(
  { digest, annotations }: Descriptor,
  places: readonly Repository[],
  { imageRegistry, transparencyLog }: ImagePorts,
): Promise<Candidate> {
  const evidence = readImageEvidence(annotations)
  const [payload, proven] = await Promise.all([
    toResultAsync(fetchBlob(places, digest, imageRegistry)),
    findProof(evidence.logEntry, transparencyLog),
  ])
  const manifest =
    payload.error === undefined ? toResult(() => parseSimpleSigning(payload.value.toString())) : payload
  return {
    source: 'image-tag',
    // A proof that turns out to be none takes nothing away from the promise.
    evidence: proven === undefined ? evidence : { ...evidence, logEntry: { value: proven } },
    alternatives: proven === undefined ? [] : [evidence],
    payload: { digest: { value: digest }, manifest },
  }
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
 * The log has the proof that cosign leaves out. It counts for the very copy that was promised, and the promise stays.
 * Out of the log's reach, its promise suffices, as cosign holds.
 */
async function findProof(
  { value: own }: Result<LogEntry>,
  log: ImagePorts['transparencyLog'],
): Promise<LogEntry | undefined> {
  if (own === undefined) return undefined
  const copies = await toResultAsync(log.fetchEntry(own.leafHash))
  const entries = copies.value === undefined ? [] : readEntries(copies.value)
  const same = entries.find(({ value }) => value !== undefined && isSameEntry(value, own))?.value
  return same?.inclusionProof && { ...own, uuid: same.uuid, inclusionProof: same.inclusionProof }
}

async function fetchReferrers(
  place: Repository,
  manifest: Digest,
  registry: ImageRegistry,
): Promise<Descriptor[]> {
  const pages = (await registry.fetchReferrers(place, manifest)) ?? []
  const listed = pages.flatMap((page) => parseImageManifest(page.toString()).manifests)
  const referrers = listed.filter(({ artifactType }) => artifactType?.startsWith(BUNDLE_TYPE))
  assertBounded(referrers)
  return referrers
}

async function readReferrer(
  digest: Digest,
  place: Repository,
  manifest: Digest,
  registry: ImageRegistry,
): Promise<Candidate | undefined> {
  const referrer = await registry.fetchManifest(place, digest)
  const [layer] = referrer === undefined ? [] : parseImageManifest(referrer.toString()).layers
  if (layer === undefined) return undefined
  const text = (await registry.fetchBlob(place, layer.digest)).toString()
  const { evidence, alternatives, digest: signed } = parseBundle(text)
  const { envelope } = evidence
  if (envelope !== undefined && parseStatement(envelope).predicateType !== SIGNATURE_PREDICATE)
    return undefined
  // A statement has to name the manifest among its subjects, which the check of the signature asks.
  const payload = { digest: { value: manifest }, manifest: { value: signed ?? manifest } }
  return { source: 'image-referrer', evidence, alternatives, payload }
}

function toMissing(source: Absence['source'], manifest: Digest): Absence {
  const message = `there is no signature of ${manifest.toString()}`
  return { source, error: new ImageError('IMAGE_SIGNATURE_MISSING', message) }
}

function assertBounded(signatures: readonly unknown[]): void {
  if (signatures.length <= MAX_SIGNATURES) return
  throw new ImageError('IMAGE_MANIFEST_MALFORMED', 'the image has more signatures than anybody makes', {
    expected: `at most ${MAX_SIGNATURES}`,
    actual: String(signatures.length),
  })
}
