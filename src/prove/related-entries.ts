// Other entries of the log about the same digest, for the diagnosis: a search
// tells where they are, and each counts only once it is verified like any
// evidence. The search is best effort by the log's own service level.
import type { RelatedEntry } from '../audit/diagnose.js'
import type { Digest } from '../digest.js'
import { type Result, toResultAsync, unwrap } from '../result.js'
import type { Evidence } from '../evidence/evidence.js'
import { parseLogEntry } from '../evidence/log-entry.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { createPolicy } from '../verify/policy.js'
import type { VerificationResult } from '../verify/verification-result.js'
import { verifyArtifact } from '../verify/verify.js'
import type { ProofContext } from './proof-context.js'
import { toEvidence } from './search-evidence.js'

/** Entries about one digest that are looked at. */
const MAX_RELATED = 20

type RelatedContext = Pick<ProofContext, 'ports' | 'request' | 'loadingRoot'>

/**
 * Valid entries of the expected signer for the digest, by their index, the verified one's own included.
 * @returns undefined when the log could not be searched
 */
export async function searchRelated(
  result: VerificationResult,
  digest: Digest,
  evidence: Evidence,
  { ports: { transparencyLog }, request: { signer }, loadingRoot }: RelatedContext,
): Promise<RelatedEntry[] | undefined> {
  const uuids = await toResultAsync(transparencyLog.search(digest))
  if (uuids.error !== undefined) return undefined
  const own = result.outcome === 'verified' ? result.logEntry : undefined
  const others = uuids.value.filter((uuid) => leafOf(uuid) !== leafOf(own?.uuid ?? '')).slice(0, MAX_RELATED)
  const found = await Promise.all(
    others.map((uuid) => toResultAsync(transparencyLog.fetchEntryBy(uuid).then(parseLogEntry))),
  )
  const root = unwrap(await loadingRoot)
  const related = found.flatMap(({ value: entry }): RelatedEntry[] => {
    if (entry === undefined) return []
    const parts = toEvidence(entry)
    if (parts === undefined || !isValid(parts, digest, root, signer)) return []
    return [
      {
        logIndex: entry.logIndex,
        integratedTime: formatTime(entry.integratedTime),
        hasSignature: isSame(parts.signature, evidence.signature, (a, b) => a.equals(b)),
        hasCertificate: isSame(parts.certificate, evidence.certificate, (a, b) => a.der.equals(b.der)),
      },
    ]
  })
  if (own !== undefined) {
    const { logIndex, integratedTime } = own
    related.push({ logIndex, integratedTime, hasSignature: true, hasCertificate: true })
  }
  return related.sort((a, b) => a.logIndex - b.logIndex)
}

function isValid(
  evidence: Evidence,
  digest: Digest,
  trustedRoot: TrustedRoot,
  signer: ProofContext['request']['signer'],
): boolean {
  const { outcome } = verifyArtifact({
    artifact: { name: digest.toString() },
    measured: undefined,
    claims: [{ source: 'the log', digest: { value: digest } }],
    evidence,
    releaseBinding: { kind: 'not-applicable', reason: 'this is for the diagnosis' },
    trustedRoot,
    policy: createPolicy({ signer, compareDigest: false, bindRelease: false }),
  })
  return outcome === 'verified'
}

/** The tree's ID before it may be left out. */
function leafOf(uuid: string): string {
  return uuid.slice(-64)
}

function formatTime(time: Date | undefined): string | undefined {
  return time?.toISOString().replace('.000Z', 'Z')
}

function isSame<T>(a: Result<T>, b: Result<T>, equals: (a: T, b: T) => boolean): boolean {
  if (a.error !== undefined || b.error !== undefined) return false
  return equals(a.value, b.value)
}
