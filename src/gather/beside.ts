// What lies beside an artifact: a bundle, the two files that cosign wrote
// before there were bundles, and a `.sha256` file. Where it lies, a release
// site or a folder, is for the reader to know.
import type { Digest } from '../digest.js'
import { type Absence, type Candidate, isNothing } from '../evidence/candidate.js'
import { parseCertificate } from '../evidence/certificate.js'
import { parseChecksum } from '../evidence/checksum.js'
import type { Evidence } from '../evidence/evidence.js'
import { parseSignature } from '../evidence/signature.js'
import type { ArtifactUrls } from '../plan/plan.js'
import type { ReleaseSite, TransparencyLog } from '../ports.js'
import { type Result, toResultAsync } from '../result.js'
import { toBundleCandidate } from './bundle.js'
import { toPairCandidate, withEntry } from './lookup.js'

/** Each rejects with its `EVIDENCE_…_MISSING` when there is none. */
export interface Beside {
  readonly signature: () => Promise<Buffer>
  readonly certificate: () => Promise<Buffer>
  readonly bundle: () => Promise<Buffer>
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
  /** Whether the log waits for the bundle to fail; else it is asked for the pair's entry in any case. */
  readonly isLogLast?: boolean
}

/**
 * Everything beside an artifact. The log is asked for the pair's entry while the artifact is still on its way, unless
 * there is a bundle, which brings its own.
 */
export async function gatherBeside(
  beside: Beside,
  { digest, log, isLogLast = true }: GatherOptions,
): Promise<Gathered> {
  const [bundle, parts, checksum] = await Promise.all([
    toResultAsync(beside.bundle()),
    gatherPair(beside),
    beside.checksum && toResultAsync(beside.checksum().then(parseChecksum)),
  ])
  const pair = toPairCandidate('pair', parts, checksum?.value ?? (await digest()))
  const absence: Absence[] = bundle.error === undefined ? [] : [{ source: 'bundle', error: bundle.error }]
  const ofBundle =
    bundle.error === undefined ? [toBundleCandidate('bundle', { value: bundle.value.toString() })] : []
  const isBundled = ofBundle.some(({ evidence }) => evidence.signature.value !== undefined)
  const logged = isBundled && isLogLast ? pair : await withEntry(pair, log)
  const absent = isNothing(logged)
    ? [...absence, ...(logged.evidence.signature.error ? [toAbsence(logged)] : [])]
    : absence
  return { candidates: [...ofBundle, logged], absent, checksum }
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

/** Beside the artifact's URL. */
export function besideUrl(
  urls: ArtifactUrls,
  site: Pick<ReleaseSite, 'fetchSignature' | 'fetchCertificate' | 'fetchBundle' | 'fetchChecksum'>,
  { withChecksum }: { readonly withChecksum: boolean },
): Beside {
  return {
    signature: () => site.fetchSignature(urls),
    certificate: () => site.fetchCertificate(urls),
    bundle: () => site.fetchBundle(urls),
    checksum: withChecksum ? () => site.fetchChecksum(urls) : undefined,
  }
}

function toAbsence({ source, evidence }: Candidate): Absence {
  return { source, error: evidence.signature.error as Absence['error'] }
}
