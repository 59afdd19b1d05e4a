// Signatures of a container image, wherever they may lie: under the tag that
// cosign makes of the image's digest, and among what refers to the image, as
// the registry lists it or as the tag in the place of a list does; each in the
// registry that was named, and in the one that registry.k8s.io mirrors.
import type { Digest } from '../digest.js'
import { type CodedError, ImageError, toCodedError } from '../errors.js'
import { type Absence, type Candidate, toNoEvidence } from '../evidence/candidate.js'
import { type Descriptor, MANIFEST_TYPES, parseImageManifest } from '../evidence/image-manifest.js'
import { SIMPLE_SIGNING_TYPE } from '../evidence/image-signature.js'
import { CANONICAL_REGISTRY, OFFICIAL_REGISTRY } from '../kubernetes/images.js'
import type { ImageRegistry, Repository } from '../ports.js'
import { toResultAsync } from '../result.js'
import { BUNDLE_TYPE, readBundleLayer, readSignatureLayer } from './image-layer.js'

/** Several signatures are normal: the staging signer's comes before the promoter's. */
const MAX_SIGNATURES = 32
/** What refers to an image may be anything, and is opened before it tells; so many are. */
const MAX_REFERRERS = 64
/** Types of what is opened first: where there is more than is opened, these are the likely ones. */
const LIKELY = /^application\/vnd\.dev\.(?:sigstore\.bundle|cosign\.artifact\.sig)/
export interface GatheredSignatures {
  readonly candidates: readonly Candidate[]
  readonly absent: readonly Absence[]
}

/** Where an image's signatures may lie: the repository that was named, then the one that it is a mirror of. */
export function placesOf({ registry, repository }: Repository): readonly Repository[] {
  const named = { registry, repository }
  if (registry !== OFFICIAL_REGISTRY) return [named]
  const { host, prefix } = CANONICAL_REGISTRY
  return [named, { registry: host, repository: `${prefix}${repository}` }]
}

/** The signatures under the `.sig` tag of the first place. What they are over may lie in any of them. */
export async function gatherTagged(
  places: readonly [Repository, ...Repository[]],
  manifest: Digest,
  registry: ImageRegistry,
): Promise<GatheredSignatures> {
  const source = 'image-tag'
  // By tag and never again by digest: regional mirrors know the tag alone.
  const tag = `sha256-${manifest.hex}.sig`
  const layers = await toResultAsync(fetchLayers(places[0], tag, registry))
  if (layers.error !== undefined) return { candidates: [], absent: [{ source, error: layers.error }] }
  if (layers.value.length === 0) return { candidates: [], absent: [toMissing(source, manifest, [])] }
  const candidates = layers.value.map((layer) => readSignatureLayer(layer, { source, places, registry }))
  return { candidates: await Promise.all(candidates), absent: [] }
}

/** Signatures and bundles that refer to the manifest (OCI 1.1), told by what is in them. */
export async function gatherReferrers(
  place: Repository,
  manifest: Digest,
  registry: ImageRegistry,
): Promise<GatheredSignatures> {
  const source = 'image-referrer'
  const lists = await Promise.all([
    toResultAsync(listReferrers(place, manifest, registry)),
    toResultAsync(listTagged(place, manifest, registry)),
  ])
  const failures = lists.flatMap(({ error }): Absence[] => (error === undefined ? [] : [{ source, error }]))
  const listed = unique(lists.flatMap(({ value = [] }) => value))
  const opened = listed.slice(0, MAX_REFERRERS)
  const found = await Promise.all(
    opened.map(({ digest }) =>
      readReferrer(digest, { place, manifest, registry }).catch((thrown: unknown): Found => ({
        candidates: [toNoSignature(source, toCodedError(thrown))],
        statements: [],
      })),
    ),
  )
  const candidates = found.flatMap((each) => each.candidates)
  const statements = found.flatMap((each) => each.statements)
  const unopened = listed.length - opened.length
  const cut = unopened > 0 ? [toUnopened(unopened)] : []
  const missing = candidates.length > 0 ? [] : [toMissing(source, manifest, statements)]
  return { candidates, absent: [...failures, ...cut, ...missing] }
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

/** As the registry lists them; none where it has no such list. */
async function listReferrers(
  place: Repository,
  manifest: Digest,
  registry: ImageRegistry,
): Promise<Descriptor[]> {
  const pages = (await registry.fetchReferrers(place, manifest)) ?? []
  return pages.flatMap((page) => parseImageManifest(page.toString()).manifests)
}

/** As clients keep them under a tag, where the registry has no list, or had none when they were pushed. */
async function listTagged(
  place: Repository,
  manifest: Digest,
  registry: ImageRegistry,
): Promise<readonly Descriptor[]> {
  const bytes = await registry.fetchManifest(place, `sha256-${manifest.hex}`)
  return bytes === undefined ? [] : parseImageManifest(bytes.toString()).manifests
}

/** Each once, the likely ones first; but none is left out for what the list says of it. */
function unique(listed: readonly Descriptor[]): Descriptor[] {
  const byDigest = new Map(listed.map((descriptor) => [descriptor.digest.hex, descriptor]))
  const manifests = [...byDigest.values()].filter(({ mediaType }) => MANIFEST_TYPES.includes(mediaType))
  const isLikely = ({ artifactType = '' }: Descriptor): boolean => LIKELY.test(artifactType)
  return [...manifests.filter(isLikely), ...manifests.filter((each) => !isLikely(each))]
}

interface Found {
  readonly candidates: readonly Candidate[]
  /** Types of signed statements about the image that are no signatures of it. */
  readonly statements: readonly string[]
}

interface Reading {
  readonly place: Repository
  readonly manifest: Digest
  readonly registry: ImageRegistry
}

async function readReferrer(digest: Digest, { place, manifest, registry }: Reading): Promise<Found> {
  const bytes = await registry.fetchManifest(place, digest)
  const { layers } = bytes === undefined ? { layers: [] } : parseImageManifest(bytes.toString())
  const signatures = layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING_TYPE)
  assertBounded(signatures)
  if (signatures.length > 0) {
    const options = { source: 'image-signature', places: [place], registry } as const
    const candidates = signatures.map((layer) => readSignatureLayer(layer, options))
    return { candidates: await Promise.all(candidates), statements: [] }
  }
  const bundle = layers.find(({ mediaType }) => mediaType.startsWith(BUNDLE_TYPE))
  if (bundle === undefined) return { candidates: [], statements: [] }
  const read = await readBundleLayer(bundle, { place, manifest, registry })
  return 'statement' in read
    ? { candidates: [], statements: [read.statement] }
    : { candidates: [read], statements: [] }
}

function toMissing(source: Absence['source'], manifest: Digest, statements: readonly string[]): Absence {
  const what = [...new Set(statements)].join(', ')
  const beside = what === '' ? '' : `: what refers to it are statements about it (${what}), and no signature`
  const message = `there is no signature of ${manifest.toString()}${beside}`
  return { source, error: new ImageError('IMAGE_SIGNATURE_MISSING', message) }
}

function toUnopened(count: number): Absence {
  const message = `more refers to the image than is opened: ${count} were left out`
  const error = new ImageError('IMAGE_MANIFEST_MALFORMED', message, { expected: `at most ${MAX_REFERRERS}` })
  return { source: 'image-referrer', error }
}

function assertBounded(signatures: readonly unknown[]): void {
  if (signatures.length <= MAX_SIGNATURES) return
  throw new ImageError('IMAGE_MANIFEST_MALFORMED', 'the image has more signatures than anybody makes', {
    expected: `at most ${MAX_SIGNATURES}`,
    actual: String(signatures.length),
  })
}
