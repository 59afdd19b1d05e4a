// Other entries of the log about the same digest, for the diagnosis: a search
// tells where they are, and each counts only once it is verified like any
// evidence. The search is best effort by the log's own service level.
import type { RelatedEntry } from '../diagnose/facts.js'
import type { Digest } from '../digest.js'
import type { Candidate } from '../evidence/candidate.js'
import type { Evidence } from '../evidence/evidence.js'
import { type SearchedLog, asHint, searchCandidates } from '../gather/search.js'
import { type Result, toResultAsync } from '../result.js'
import { isManagedKey } from '../verify/policy.js'
import type { Proof } from '../verify/proof.js'
import type { FactsContext } from './facts-context.js'
import { judge } from './judge.js'

/**
 * Valid entries of the expected signer for the digest, by their index, the verified one's own included.
 * @returns undefined when the log could not be searched
 */
export async function searchRelated(
  { result, chosen }: Pick<Proof, 'result' | 'chosen'>,
  digest: Digest,
  { signer, log, judging }: Pick<FactsContext, 'signer' | 'log' | 'judging'>,
): Promise<RelatedEntry[] | undefined> {
  const expected = isManagedKey(signer) ? undefined : signer
  const own = result.outcome === 'verified' ? result.logEntry : undefined
  const searched = await toResultAsync(searchCandidates(digest, expected, withoutOwn(asHint(log), own?.uuid)))
  if (searched.error !== undefined) return undefined
  const subject = {
    artifact: { name: digest.toString() },
    measured: undefined,
    claims: [{ source: 'the log', digest: { value: digest } }],
    releaseBinding: { kind: 'not-applicable', reason: 'this is for the diagnosis' },
    signer,
  } as const
  const related = searched.value.candidates.flatMap((candidate): RelatedEntry[] => {
    const valid = [candidate.evidence, ...candidate.alternatives].find((evidence) => {
      const one: Candidate = { ...candidate, evidence }
      return judge(subject, one, judging.trustedRoot).outcome === 'verified'
    })
    return valid === undefined ? [] : toRelated(valid, chosen?.evidence)
  })
  if (own !== undefined) {
    const { logIndex, integratedTime } = own
    related.push({ logIndex, integratedTime, hasSignature: true, hasCertificate: true })
  }
  return related.sort((a, b) => a.logIndex - b.logIndex)
}

/** Its own entry is known, and mostly the only one: every copy of it is left where it is. */
function withoutOwn(log: SearchedLog, own: string | undefined): SearchedLog {
  if (own === undefined) return log
  const isOther = (uuid: string): boolean => leafOf(uuid) !== leafOf(own)
  return { ...log, search: async (digest) => (await log.search(digest)).filter(isOther) }
}

function toRelated(
  { signature, certificate, logEntry }: Evidence,
  published: Evidence | undefined,
): RelatedEntry[] {
  if (logEntry.value === undefined) return []
  const { logIndex, integratedTime } = logEntry.value
  return [
    {
      logIndex,
      integratedTime: formatTime(integratedTime),
      hasSignature: isSame(signature, published?.signature, (a, b) => a.equals(b)),
      hasCertificate: isSame(certificate, published?.certificate, (a, b) => a.der.equals(b.der)),
    },
  ]
}

/** The tree's ID before it may be left out. */
function leafOf(uuid: string): string {
  return uuid.slice(-64)
}

function formatTime(time: Date | undefined): string | undefined {
  return time?.toISOString().replace('.000Z', 'Z')
}

function isSame<T>(a: Result<T>, b: Result<T> | undefined, equals: (a: T, b: T) => boolean): boolean {
  return a.value !== undefined && b?.value !== undefined && equals(a.value, b.value)
}
