// What lies beside an artifact: a bundle, the two files that cosign wrote
// before there were bundles, and a `.sha256` file. Where it lies, a release
// site or a folder, is for the reader to know.
import { BUNDLE_V01_MEDIA_TYPE } from '@sigstore/bundle'
import type { Digest } from '../digest.js'
import { type Absence, type Candidate, isNothing } from '../evidence/candidate.js'
import { parseCertificate } from '../evidence/certificate.js'
import { parseChecksum } from '../evidence/checksum.js'
import type { Evidence } from '../evidence/evidence.js'
import { parseSignature } from '../evidence/signature.js'
import type { ArtifactUrls } from '../plan/plan.js'
import type { ReleaseSite, TransparencyLog } from '../ports.js'
import { type Result, toResult, toResultAsync } from '../result.js'
import { toBundleCandidate } from './bundle.js'
import { type MeasureFurther, toPairCandidate, toSignedDigest, withEntry } from './lookup.js'
import { type ReadEnding, readAll, readFirst } from './names.js'

/** Each rejects with its `EVIDENCE_…_MISSING` when there is none. */
export interface Beside {
  /** The artifact's file name, which a checksum file may give. */
  readonly name: string
  readonly signature: () => Promise<Buffer>
  readonly certificate: () => Promise<Buffer>
  /** One or more, under the usual names. */
  readonly bundles: () => Promise<readonly Buffer[]>
  /** Undefined where none is looked for, whose form each project has its own of. */
  readonly checksum: (() => Promise<Buffer>) | undefined
}

export interface Gathered {
  /** In the order in which they count: a bundle, then the pair, which is always there, if only to say what is missing. */
  readonly candidates: readonly Candidate[]
  readonly absent: readonly Absence[]
  /** By the `.sha256` file, which binds every candidate. */
  readonly checksum: Result<Digest> | undefined
}

export interface GatherOptions {
  /** The digest by other means than the `.sha256` file: of the bytes, once they are here, or by another paper. */
  readonly digest: () => Promise<Digest | undefined>
  readonly log: Pick<TransparencyLog, 'fetchEntry' | 'fetchCopies'>
  /** Of the bytes, for signatures by other algorithms than SHA-256. */
  readonly further?: MeasureFurther
  /** Whether the log waits for the bundle to fail; else it is asked for the pair's entry in any case. */
  readonly isLogLast?: boolean
}

/**
 * Everything beside an artifact. The log is asked for the pair's entry while the artifact is still on its way, unless
 * there is a bundle, which brings its own.
 */
export async function gatherBeside(
  beside: Beside,
  { digest, further, log, isLogLast = true }: GatherOptions,
): Promise<Gathered> {
  const [bundles, parts, checksum] = await Promise.all([
    toResultAsync(beside.bundles()),
    gatherPair(beside),
    beside.checksum && toResultAsync(beside.checksum().then((file) => parseChecksum(file, beside.name))),
  ])
  const known = checksum?.value ?? (await digest())
  const pair = toPairCandidate('pair', parts, await toSignedDigest(parts, known, further))
  const absence: Absence[] = bundles.error === undefined ? [] : [{ source: 'bundle', error: bundles.error }]
  const ofBundle = (bundles.value ?? []).flatMap((file) => toBundleCandidates(file, known))
  const isBundled = ofBundle.some(({ evidence }) => evidence.signature.value !== undefined)
  const logged = isBundled && isLogLast ? pair : await withEntry(pair, log)
  const absent = isNothing(logged)
    ? [...absence, ...(logged.evidence.signature.error ? [toAbsence(logged)] : [])]
    : absence
  return { candidates: [...ofBundle, logged], absent, checksum }
}

/**
 * A bundle; and where by its version it has but the log's promise, what the log itself has to say of its signature. One
 * of a later version that has no proof was stripped of it, and nobody makes that good.
 */
function toBundleCandidates(file: Buffer, known: Digest | undefined): Candidate[] {
  const bundle = toBundleCandidate('bundle', { value: file.toString() })
  const { signature, certificate, logEntry, envelope, furtherDigest, bundle: json } = bundle.evidence
  const hasPromise = logEntry.value?.inclusionProof === undefined && json?.mediaType === BUNDLE_V01_MEDIA_TYPE
  const isOfOther = envelope !== undefined || furtherDigest !== undefined
  if (!hasPromise || isOfOther || !signature.value || !certificate.value) return [bundle]
  const pair = toPairCandidate('pair', { signature, certificate }, bundle.digest?.value ?? known)
  return [bundle, { ...pair, source: 'bundle' }]
}

/** The two files, each as it is. */
export async function gatherPair({
  signature,
  certificate,
}: Pick<Beside, 'signature' | 'certificate'>): Promise<Pick<Evidence, 'signature' | 'certificate'>> {
  const [ofSignature, ofCertificate] = await Promise.all([
    toResultAsync(signature().then(parseSignature)),
    toResultAsync(certificate().then(parseCertificate)),
  ])
  return { signature: ofSignature, certificate: ofCertificate }
}

type Site = Pick<ReleaseSite, 'fetchSignature' | 'fetchCertificate' | 'fetchBundle' | 'fetchChecksum'>

/** Beside an artifact of a Kubernetes release, where each file has one name. */
export function besideReleased(urls: ArtifactUrls, site: Site): Beside {
  return {
    name: fileNameOf(urls.artifact),
    signature: () => site.fetchSignature(urls),
    certificate: () => site.fetchCertificate(urls),
    bundles: async () => [await site.fetchBundle(urls)],
    checksum: () => site.fetchChecksum(urls),
  }
}

/** Beside the URL of another project's artifact, under any of the usual names. */
export function besideUrl(urls: ArtifactUrls, site: Site): Beside {
  const at = (ending: string): URL => new URL(`${urls.artifact.href}${ending}`)
  const read: ReadEnding = (kind, ending) => {
    if (kind === 'signature') return site.fetchSignature({ ...urls, signature: at(ending) })
    if (kind === 'certificate') return site.fetchCertificate({ ...urls, certificate: at(ending) })
    return site.fetchBundle({ ...urls, bundle: at(ending) })
  }
  return { name: fileNameOf(urls.artifact), ...underUsualNames(read), checksum: undefined }
}

/** Whatever lies under one of the usual names. */
export function underUsualNames(read: ReadEnding): Pick<Beside, 'signature' | 'certificate' | 'bundles'> {
  return {
    signature: () => readFirst('signature', read, parseSignature),
    certificate: () => readFirst('certificate', read, parseCertificate),
    bundles: () => readAll('bundle', read),
  }
}

/** Of a URL, whose name may be escaped. */
export function fileNameOf({ pathname }: URL): string {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1)
  return toResult(() => decodeURIComponent(name)).value ?? name
}

function toAbsence({ source, evidence }: Candidate): Absence {
  return { source, error: evidence.signature.error as Absence['error'] }
}
