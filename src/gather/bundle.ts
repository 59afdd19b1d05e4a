// Bundles, and what holds one: a lock file's entry.
import { LockError } from '../errors.js'
import { parseBundle, parseMessageBundle } from '../evidence/bundle.js'
import { type Candidate, type CandidateSource, toNoEvidence } from '../evidence/candidate.js'
import type { ProvenEntry } from '../lock/lock.js'
import { type Result, toResult } from '../result.js'

type BundleSource = Extract<CandidateSource, 'named-bundle' | 'bundle' | 'cache' | 'lock'>

/**
 * The candidate that a bundle is. One that cannot be read is wrong in every piece. A signed statement about the
 * artifact counts only where the user named it: it may say anything about it.
 */
export function toBundleCandidate(source: BundleSource, text: Result<string>): Candidate {
  const parse = source === 'named-bundle' ? parseBundle : parseMessageBundle
  const bundle = text.error === undefined ? toResult(() => parse(text.value)) : text
  if (bundle.error !== undefined)
    return { source, evidence: toNoEvidence(bundle.error), alternatives: [], digest: bundle }
  const { digest, evidence, alternatives } = bundle.value
  return { source, evidence, alternatives, ...(digest && { digest: { value: digest } }) }
}

/** The candidate in a lock file. What the entry says for people to read has to be what its bundle says. */
export function toLockCandidate({ digest, signer, logIndex, bundle }: ProvenEntry): Candidate {
  const candidate = toBundleCandidate('lock', { value: JSON.stringify(bundle) })
  const { certificate, logEntry } = candidate.evidence
  const pairs: [string, string, string | undefined][] = [
    ['digest', digest.toString(), candidate.digest?.value?.toString()],
    ['signer.certificateIdentity', signer.certificateIdentity, certificate.value?.identity],
    ['signer.oidcIssuer', signer.oidcIssuer, certificate.value?.oidcIssuer],
    ['logIndex', String(logIndex), logEntry.value && String(logEntry.value.logIndex)],
  ]
  // What cannot be read at all says so itself.
  const wrong = pairs.find(([, expected, actual]) => actual !== undefined && actual !== expected)
  if (wrong === undefined) return candidate
  const [name, expected, actual] = wrong
  const message = `the lock file's ${name} is not that of the bundle beside it`
  const error = new LockError('LOCK_ENTRY_MISMATCH', message, { expected, actual })
  return { source: 'lock', evidence: toNoEvidence(error), alternatives: [], digest: { error } }
}
