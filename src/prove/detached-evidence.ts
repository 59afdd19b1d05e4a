// What an audit asks for of an artifact, and what is not there.
import { toFinding } from '../audit/audited.js'
import type { Finding } from '../audit/finding.js'
import type { Digest } from '../digest.js'
import { parseChecksum } from '../evidence/checksum.js'
import { toResultAsync } from '../result.js'
import type { ArtifactUrls, PlannedArtifact } from '../plan/plan.js'
import type { Ports, ReleaseSite } from '../ports.js'
import type { VerificationResult } from '../verify/verification-result.js'
import {
  type CollectedEvidence,
  fetchLogEntry,
  fetchSignaturePair,
  readBundleEvidence,
} from './collect-evidence.js'

/** A release is staged, signed and published within a day or two. */
const MAX_DAYS_APART = 7
const DAY_MS = 24 * 3600_000

export interface DetachedEvidence {
  readonly collected: CollectedEvidence
  /** Endings of the files that are not published. */
  readonly missing: readonly string[]
}

/**
 * Three small files, and the log entry that follows from them; a bundle only where there are none.
 * @param listed the digest by the SBOM, for an artifact without a `.sha256` file
 */
export async function collectDetached(
  urls: ArtifactUrls,
  listed: Digest | undefined,
  { releaseSite, transparencyLog }: Pick<Ports, 'releaseSite' | 'transparencyLog'>,
): Promise<DetachedEvidence> {
  const [{ signature, certificate }, checksum] = await Promise.all([
    fetchSignaturePair(urls, releaseSite),
    toResultAsync(releaseSite.fetchChecksum(urls).then(parseChecksum)),
  ])
  const missing = [
    ...(signature.error?.code === 'EVIDENCE_SIGNATURE_MISSING' ? ['.sig'] : []),
    ...(certificate.error?.code === 'EVIDENCE_CERTIFICATE_MISSING' ? ['.cert'] : []),
    ...(checksum.error?.code === 'EVIDENCE_CHECKSUM_MISSING' ? ['.sha256'] : []),
  ]
  const published = missing.includes('.sha256') ? [] : [{ source: 'the .sha256 file', digest: checksum }]
  if (isUnsigned(missing)) {
    const bundle = await toResultAsync(releaseSite.fetchBundle(urls))
    if (bundle.error === undefined) {
      const inBundle = readBundleEvidence(bundle.value.toString())
      const collected = { ...inBundle, published: [...published, ...inBundle.published] }
      return { collected, missing: missing.filter((ending) => ending === '.sha256') }
    }
  }
  const parts = { digest: checksum.value ?? listed, signature, certificate }
  const logEntry = await toResultAsync(fetchLogEntry(transparencyLog, parts))
  return { collected: { published, evidence: { signature, certificate, logEntry } }, missing }
}

/** Absent, unsigned, or one of its files missing. */
export async function missingFindings(
  title: string,
  { path, urls }: PlannedArtifact,
  missing: readonly string[],
  releaseSite: Pick<ReleaseSite, 'fetchSize'>,
): Promise<Finding[]> {
  const size = isUnsigned(missing) ? await toResultAsync(releaseSite.fetchSize(urls)) : undefined
  if (size?.error?.code === 'RELEASE_ARTIFACT_NOT_PUBLISHED') {
    const comparison = { expected: 'published', actual: 'not found' }
    return [toFinding('ARTIFACT_ABSENT', `${title}: it is not published`, comparison)]
  }
  const unsigned = toFinding(
    'ARTIFACT_UNSIGNED',
    `${title}: it is published without signature and certificate`,
    {
      expected: 'a .sig and a .cert',
      actual: 'neither',
    },
  )
  const single = missing.filter((ending) => ending === '.sha256' || !isUnsigned(missing))
  return [
    ...(isUnsigned(missing) ? [unsigned] : []),
    ...single.map((ending) =>
      toFinding('SIDECAR_MISSING', `${title}: its ${ending} is not published`, {
        expected: `${path}${ending}`,
        actual: 'not found',
      }),
    ),
  ]
}

/** An entry of another time than the release's may be of another build. */
export function timeFindings(
  title: string,
  { logEntry }: VerificationResult,
  releasedAt: Date | undefined,
): Finding[] {
  if (logEntry?.integratedTime === undefined || releasedAt === undefined) return []
  const days = Math.abs(Date.parse(logEntry.integratedTime) - releasedAt.getTime()) / DAY_MS
  if (days <= MAX_DAYS_APART) return []
  const message = `${title}: the log took its entry ${Math.round(days)} days from the date of the release`
  return [
    toFinding('LOG_TIME_FAR', message, {
      expected: `within ${MAX_DAYS_APART} days of ${releasedAt.toISOString()}`,
      actual: logEntry.integratedTime,
    }),
  ]
}

function isUnsigned(missing: readonly string[]): boolean {
  return missing.includes('.sig') && missing.includes('.cert')
}
