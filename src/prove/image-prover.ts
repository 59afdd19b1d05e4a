// Container images: from a reference to a manifest's digest, to the signatures
// that name it, to the first of them that meets the policy.
import { type Digest, digestOf } from '../digest.js'
import { CodedError, ImageError } from '../errors.js'
import type { Absence } from '../evidence/candidate.js'
import { parseArchitectureOf, parseImageManifest } from '../evidence/image-manifest.js'
import { lastNameOf, toNames } from '../evidence/image-name.js'
import {
  type GatheredSignatures,
  gatherReferrers,
  gatherTagged,
  placesOf,
  toNoSignature,
} from '../gather/image.js'
import type { Signer } from '../kubernetes/signer.js'
import type { ImageRegistry, Ports, Repository } from '../ports.js'
import { type ImageReference, formatImageReference } from '../request/image-reference.js'
import { toResultAsync } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { type JudgedCandidate, type Proof, chooseCandidate } from '../verify/proof.js'
import type { ImageSubject } from './judge.js'
import { prove } from './prove.js'

type ImagePorts = Pick<Ports, 'imageRegistry' | 'transparencyLog'>

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
  /** Whether the tag stands for an index, or for the image of a single platform; undefined where a digest was given. */
  readonly isIndex?: boolean
}

const offline = (): CodedError =>
  new CodedError('OFFLINE_MISS', 'an image on the disk is proven by what lies beside it')
/** An image on the disk is proven offline. */
const NO_LOG: ImagePorts['transparencyLog'] = {
  fetchEntry: () => Promise.reject(offline()),
  fetchCopies: () => Promise.resolve({ answers: [], isComplete: false, failure: offline() }),
  fetchEntryBy: () => Promise.reject(offline()),
  fetchBatch: () => Promise.reject(offline()),
  fetchConsistencyProof: () => Promise.reject(offline()),
  search: () => Promise.reject(offline()),
}

/** What a reference stands for. */
interface Resolved {
  readonly digest: Digest
  /** Undefined where the digest was given: nothing was fetched. */
  readonly isIndex?: boolean
}

/** Never rejects, but when the self-test fails: what went wrong is in the result. */
export async function proveImage(reference: ImageReference, context: ImageContext): Promise<ImageProof> {
  const { trustedRoot, signer } = context
  const ports = reference.isLayout ? { ...context.ports, transparencyLog: NO_LOG } : context.ports
  const artifact = { name: formatImageReference(reference) }
  const resolved = await toResultAsync(resolve(reference, ports.imageRegistry))
  const names = toNames(reference.repository, undefined)
  const subject: ImageSubject = { artifact, manifest: resolved.value?.digest, names, signer }
  if (resolved.error !== undefined) {
    const nothing = { candidates: [toNoSignature('image-tag', resolved.error)], absent: [] }
    const judging = { log: ports.transparencyLog, trustedRoot }
    return { reference, ...(await prove(subject, nothing, judging)) }
  }
  const { digest, isIndex } = resolved.value
  const proof = await proveManifest(subject, { place: reference, manifest: digest }, { ...context, ports })
  const form = isIndex === undefined ? {} : { isIndex }
  if (proof.result.outcome !== 'verified') return { reference, ...form, ...proof }
  const pinned = formatImageReference({ ...reference, tag: undefined, digest })
  return { reference, pinned, ...form, ...proof }
}

interface ManifestInPlace {
  readonly place: Repository
  readonly manifest: Digest
}

/** What is under the tags, and then what refers to the image, place by place, until something proves it. */
async function proveManifest(
  subject: ImageSubject,
  { place, manifest }: ManifestInPlace,
  { ports, trustedRoot }: ImageContext,
): Promise<Proof> {
  const judging = { log: ports.transparencyLog, trustedRoot }
  const places = placesOf(place)
  const steps: (() => Promise<GatheredSignatures>)[] = [
    ...places.map(
      (first, index) => () =>
        gatherTagged([first, ...places.slice(index + 1)], manifest, ports.imageRegistry),
    ),
    ...places.map((each) => () => gatherReferrers(each, manifest, ports.imageRegistry)),
  ]
  const judged: JudgedCandidate[] = []
  const absent: Absence[] = []
  for (const gather of steps) {
    const gathered = await gather()
    absent.push(...gathered.absent)
    if (gathered.candidates.length === 0) continue
    const named = await withNames(subject, gathered, { place, registry: ports.imageRegistry })
    const proof = await prove(named, gathered, judging)
    judged.push(...proof.judged)
    if (proof.result.outcome === 'verified') return { ...proof, judged, absent }
  }
  const chosen = chooseCandidate(judged)
  if (chosen !== undefined) return { result: chosen.result, chosen: chosen.candidate, judged, absent }
  return prove(subject, { candidates: [toNothing(absent)], absent }, judging)
}

/** Out of reach is not missing, and that there are statements says more than that there is nothing. */
function toNothing(absent: readonly Absence[]): ReturnType<typeof toNoSignature> {
  const isMissing = ({ error }: Absence): boolean => error.code === 'IMAGE_SIGNATURE_MISSING'
  const longest = [...absent].sort((a, b) => b.error.message.length - a.error.message.length)
  const [first] = [...absent.filter((each) => !isMissing(each)), ...longest]
  if (first === undefined) throw new RangeError('no place was looked at')
  return toNoSignature('image-tag', first.error)
}

/** Only where a signature names another image: an image's own architecture tells whether that name is its, too. */
async function withNames(
  subject: ImageSubject,
  { candidates }: GatheredSignatures,
  { place, registry }: { readonly place: Repository; readonly registry: ImageRegistry },
): Promise<ImageSubject> {
  const [asked = ''] = subject.names
  const isOther = candidates.some(({ payload }) => {
    const name = lastNameOf(payload?.reference ?? '')
    return name !== asked && (name.startsWith(`${asked}-`) || asked.startsWith(`${name}-`))
  })
  if (!isOther || subject.manifest === undefined) return subject
  const architecture = await toResultAsync(fetchArchitecture(place, subject.manifest, registry))
  return { ...subject, names: toNames(place.repository, architecture.value) }
}

/** Everything it reads has the digest of what was proven, or one that stands in it. */
async function fetchArchitecture(
  place: Repository,
  manifest: Digest,
  registry: ImageRegistry,
): Promise<string | undefined> {
  const bytes = await registry.fetchManifest(place, manifest)
  const { config } = bytes === undefined ? {} : parseImageManifest(bytes.toString())
  return config && parseArchitectureOf((await registry.fetchBlob(place, config)).toString())
}

/** The digest of the manifest or index: the given one, else computed from the bytes that the tag stands for. */
async function resolve(reference: ImageReference, registry: ImageRegistry): Promise<Resolved> {
  if (reference.digest !== undefined) return { digest: reference.digest }
  const bytes = await registry.fetchManifest(reference, reference.tag ?? '')
  if (bytes === undefined) {
    const where = reference.isLayout ? 'there is' : 'the registry has'
    throw new ImageError('IMAGE_NOT_FOUND', `${where} no ${formatImageReference(reference)}`)
  }
  // Whatever else is served under a tag is no image, and its digest nothing to look for.
  const { isIndex } = parseImageManifest(bytes.toString())
  return { digest: digestOf(bytes), isIndex }
}
