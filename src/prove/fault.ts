// A hit that fails: is it wrong, or only not what this request can use?
import { CROSS_CHECK_IDS, type CheckId } from '../verify/check.js'
import { type VerificationResult, decisiveCheck } from '../verify/verification-result.js'

/**
 * Whose the fault is that something in the cache was not verified.
 * - `its-own`: wrong or incomplete, under whatever root and policy; nobody should find it again.
 * - `elsewhere`: it may be right under the trusted root or the SBOM of another run, which may share the cache: it stays
 *   until what is verified takes its place.
 * - `nobodys`: another signer's, or nothing at hand binds it to its release.
 */
export type Fault = 'its-own' | 'elsewhere' | 'nobodys'

/** What no trusted root and no policy changes. */
const SELF_CONTAINED: readonly CheckId[] = ['digest', 'signature', 'log-entry-binding', 'inclusion-proof']
/** What is looked up beside it. */
const LOOKED_UP: readonly CheckId[] = ['release-binding', ...CROSS_CHECK_IDS]

/** Whose fault it is that something does not prove: its own, that of something else, or nobody's. */
export function findFault(result: VerificationResult): Fault {
  const isWrong = result.checks.some(
    ({ id, status, code }) =>
      status === 'failed' && (SELF_CONTAINED.includes(id) || code === 'RELEASE_BINDING_MISMATCH'),
  )
  if (isWrong) return 'its-own'
  const check = decisiveCheck(result)
  if (check?.code === 'IDENTITY_MISMATCH' || check?.code === 'ISSUER_MISMATCH') return 'nobodys'
  if (check?.status === 'not-run' && LOOKED_UP.includes(check.id)) return 'nobodys'
  const isElsewhere = check?.code === 'CERTIFICATE_UNTRUSTED' || check?.id === 'release-binding'
  return isElsewhere ? 'elsewhere' : 'its-own'
}
