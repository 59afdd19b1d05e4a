// Container images: from a reference to a manifest's digest, to the signatures
// that name it, to the first of them that meets the policy.
import { type Digest, digestOf } from '../digest.js'
import { type CodedError, ImageError, InternalError, toCodedError } from '../errors.js'
import { parseBundle } from '../evidence/bundle.js'
import { type Result, toResult, toResultAsync } from '../result.js'
import { parseStatement } from '../evidence/envelope.js'
import type { Evidence } from '../evidence/evidence.js'
import { type Descriptor, parseImageManifest } from '../evidence/image-manifest.js'
import { SIMPLE_SIGNING_TYPE, parseSimpleSigning, readImageEvidence } from '../evidence/image-signature.js'
import { type LogEntry, parseLogEntry } from '../evidence/log-entry.js'
import { type Signer, imageSignerAt } from '../kubernetes/signer.js'
import type { ImageRegistry, Ports, Repository } from '../ports.js'
import { type ImageReference, formatImageReference } from '../request/image-reference.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { createPolicy } from '../verify/policy.js'
import { type VerificationResult, bestResult } from '../verify/verification-result.js'
import { verifyArtifact } from '../verify/verify.js'
import { selfTested } from './self-tested.js'

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

export interface ImageContext {
  readonly ports: Pick<Ports, 'imageRegistry' | 'transparencyLog'>
  readonly trustedRoot: TrustedRoot
  /** Undefined: the promoter of the image's time. */
  readonly signer: Signer | undefined
}

export interface ImageProof {
  readonly reference: ImageReference
  /** The reference by digest: `registry.k8s.io/pause@sha256:…`. Only when verified. */
  readonly pinned?: string
  readonly result: VerificationResult
}

/** One signature as found. */
interface Candidate {
  /** Of what was signed, or of what a statement is about. */
  readonly measured: Digest
  /** The manifest that is named by it. */
  readonly named: Result<Digest>
  readonly evidence: Evidence
}

/** Never rejects, but when the self-test fails: what went wrong is in the result. */
export async function proveImage(reference: ImageReference, context: ImageContext): Promise<ImageProof> {
  await selfTested()
  const { imageRegistry } = context.ports
  const manifest = await toResultAsync(resolve(reference, imageRegistry))
  const candidates = await toResultAsync(
    manifest.error === undefined
      ? findCandidates(reference, manifest.value, context)
      : Promise.reject(manifest.error),
  )
  if (manifest.error !== undefined || candidates.error !== undefined) {
    const error = toCodedError(manifest.error ?? candidates.error)
    return { reference, result: verifyCandidate(reference, manifest.value, toNothing(error), context) }
  }
  const results = candidates.value.map((candidate) =>
    verifyCandidate(reference, manifest.value, candidate, context),
  )
  const result = bestResult(results)
  if (result === undefined)
    throw new InternalError(`no signature of ${formatImageReference(reference)} was tried`)
  if (result.outcome !== 'verified') return { reference, result }
  const { registry, repository } = reference
  const pinned = formatImageReference({ registry, repository, tag: undefined, digest: manifest.value })
  return { reference, pinned, result }
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

async function findCandidates(
  repository: Repository,
  manifest: Digest,
  { ports }: ImageContext,
): Promise<Candidate[]> {
  const { imageRegistry } = ports
  // By tag and never again by digest: regional mirrors know the tag alone.
  const tag = `sha256-${manifest.hex}.sig`
  const places = [repository, ...canonicalOf(repository)]
  const failures: CodedError[] = []
  for (const [index, place] of places.entries()) {
    const { value: bytes, error } = await toResultAsync(imageRegistry.fetchManifest(place, tag))
    if (error !== undefined) failures.push(error)
    if (bytes === undefined) continue
    const layers = parseImageManifest(bytes.toString()).layers.filter(
      ({ mediaType }) => mediaType === SIMPLE_SIGNING_TYPE,
    )
    assertBounded(layers)
    if (layers.length > 0)
      return Promise.all(layers.map((layer) => readLayer(layer, places.slice(index), ports)))
  }
  // Out of reach is not missing.
  if (failures[0] !== undefined) throw failures[0]
  const bundled = await findBundles(repository, manifest, imageRegistry)
  if (bundled.length > 0) return bundled
  throw new ImageError('IMAGE_SIGNATURE_MISSING', `there is no signature of ${manifest.toString()}`)
}

function canonicalOf({ registry, repository }: Repository): Repository[] {
  if (registry !== CANONICAL.of) return []
  return [{ registry: CANONICAL.registry, repository: `${CANONICAL.prefix}${repository}` }]
}

async function readLayer(
  { digest, annotations }: Descriptor,
  places: readonly Repository[],
  ports: ImageContext['ports'],
): Promise<Candidate> {
  const payload = await toResultAsync(fetchBlob(places, digest, ports))
  const evidence = readImageEvidence(annotations)
  return {
    measured: digest,
    named:
      payload.error === undefined ? toResult(() => parseSimpleSigning(payload.value.toString())) : payload,
    evidence: { ...evidence, logEntry: await withProof(evidence.logEntry, ports) },
  }
}

/** From the first place that has it: some mirrors serve a signature's manifest, and not what it names. */
async function fetchBlob(
  [first, ...others]: readonly Repository[],
  digest: Digest,
  ports: ImageContext['ports'],
): Promise<Buffer> {
  if (first === undefined) throw new InternalError('there is no place to fetch from')
  const blob = await toResultAsync(ports.imageRegistry.fetchBlob(first, digest))
  if (blob.error === undefined) return blob.value
  if (others.length === 0) throw blob.error
  const other = await toResultAsync(fetchBlob(others, digest, ports))
  if (other.error !== undefined) throw blob.error
  return other.value
}

/** The log has the proof that cosign leaves out. Out of its reach, its promise suffices, as cosign holds. */
async function withProof(
  promised: Result<LogEntry>,
  { transparencyLog }: ImageContext['ports'],
): Promise<Result<LogEntry>> {
  if (promised.value === undefined) return promised
  const entry = await toResultAsync(transparencyLog.fetchEntry(promised.value.leafHash).then(parseLogEntry))
  return entry.error === undefined ? entry : promised
}

/** Bundles that refer to the manifest (OCI 1.1), of which only signatures count. */
async function findBundles(
  repository: Repository,
  manifest: Digest,
  registry: ImageRegistry,
): Promise<Candidate[]> {
  const bytes = await registry.fetchReferrers(repository, manifest)
  if (bytes === undefined) return []
  const referrers = parseImageManifest(bytes.toString()).manifests.filter(({ artifactType }) =>
    artifactType?.startsWith(BUNDLE_TYPE),
  )
  assertBounded(referrers)
  const found = await Promise.all(
    referrers.map(({ digest }) =>
      readReferrer(digest).catch((thrown: unknown) => toNothing(toCodedError(thrown))),
    ),
  )
  return found.filter((candidate) => candidate !== undefined)

  /** One that cannot be read must not hide the others. */
  async function readReferrer(digest: Digest): Promise<Candidate | undefined> {
    const referrer = await registry.fetchManifest(repository, digest)
    const [layer] = referrer === undefined ? [] : parseImageManifest(referrer.toString()).layers
    if (layer === undefined) return undefined
    const text = (await registry.fetchBlob(repository, layer.digest)).toString()
    const { evidence, digest: signed } = parseBundle(text)
    const { envelope } = evidence
    if (envelope !== undefined && parseStatement(envelope).predicateType !== SIGNATURE_PREDICATE)
      return undefined
    // A statement has to name the manifest among its subjects, which the check of the signature asks.
    return { measured: manifest, named: { value: signed ?? manifest }, evidence }
  }
}

/** By the time that the log promised; the checks say whether it did. */
function promoterOf({ certificate, logEntry }: Evidence): Signer {
  const { identity, oidcIssuer } = certificate.value ?? {}
  const { signedEntryTimestamp, integratedTime } = logEntry.value ?? {}
  return imageSignerAt(
    {
      ...(identity !== undefined && { certificateIdentity: identity }),
      ...(oidcIssuer !== undefined && { oidcIssuer }),
    },
    signedEntryTimestamp && integratedTime,
  )
}

function assertBounded(signatures: readonly unknown[]): void {
  if (signatures.length <= MAX_SIGNATURES) return
  throw new ImageError('IMAGE_MANIFEST_MALFORMED', 'the image has more signatures than anybody makes', {
    expected: `at most ${MAX_SIGNATURES}`,
    actual: String(signatures.length),
  })
}

function toNothing(error: CodedError): Candidate {
  const missing = { error }
  return {
    measured: digestOf(Buffer.alloc(0)),
    named: missing,
    evidence: { signature: missing, certificate: missing, logEntry: missing },
  }
}

function verifyCandidate(
  reference: ImageReference,
  manifest: Digest | undefined,
  { measured, named, evidence }: Candidate,
  { trustedRoot, signer }: ImageContext,
): VerificationResult {
  const result = verifyArtifact({
    artifact: { name: formatImageReference(reference) },
    measured: { value: measured },
    claims: [],
    evidence,
    releaseBinding: { kind: 'not-applicable', reason: 'an image is bound to its manifest instead' },
    imagePayload: { manifest: manifest ?? measured, named },
    trustedRoot,
    policy: createPolicy({
      signer: signer ?? promoterOf(evidence),
      compareDigest: false,
      bindRelease: false,
      bindImage: true,
      promiseSuffices: true,
    }),
  })
  // The image's digest is its manifest's, not that of the payload that was signed.
  const { digest, ...rest } = result
  return manifest === undefined || digest === undefined ? rest : { ...rest, digest: manifest }
}
