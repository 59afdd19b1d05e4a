// What a proof rests on that is less than it could be: said once, as a warning,
// so that nobody takes it for more.
import type { Signer } from '../kubernetes/signer.js'
import { RELEASE_SIGNER, findSigner } from '../kubernetes/signer.js'
import type { TrustedRootChoice } from '../request/request.js'
import { CROSS_CHECK_IDS, type CheckId } from './check.js'
import { type VerificationResult, didPass } from './verification-result.js'

/** What the request itself gives away. */
export interface WeakerRequest {
  /** Whether something is asked for that is of no release. */
  readonly isOfNoRelease: boolean
  /** Undefined where the signer follows from what is asked for. */
  readonly signer: Signer | undefined
  readonly trustedRoot: TrustedRootChoice
}

/** Of what is asked for, each as a sentence. */
export function listWeakerRequests({ isOfNoRelease, signer, trustedRoot }: WeakerRequest): string[] {
  const isStranger =
    signer !== undefined && !isSame(signer, RELEASE_SIGNER) && findSigner(signer) === undefined
  return [
    ...(isOfNoRelease
      ? [
          'what is asked for is of no release: its signature says who signed it, not which version or file it is',
        ]
      : []),
    ...(isStranger
      ? [
          `the signer is your own: ${signer.certificateIdentity} by ${signer.oidcIssuer}, not that of Kubernetes`,
        ]
      : []),
    ...(trustedRoot.kind === 'file'
      ? [`the trusted root is your own, ${trustedRoot.path}: whoever wrote it decides who is trusted`]
      : []),
  ]
}

function isSame(a: Signer, b: Signer): boolean {
  return a.certificateIdentity === b.certificateIdentity && a.oidcIssuer === b.oidcIssuer
}

/** Of what is verified, each as a sentence that may hold text from outside. */
export function listWeaknesses(result: VerificationResult): string[] {
  const { artifact, outcome, checks, signatureSource } = result
  if (outcome !== 'verified') return []
  const name = [artifact.name, artifact.version].filter(Boolean).join(' ')
  const isPromised = signatureSource === 'artifact' && !didPass(checks, 'inclusion-proof')
  const isUnlisted = didPass(checks, 'certificate-chain') && !didPass(checks, 'signed-certificate-timestamp')
  return [
    ...(isUnlisted
      ? [
          `${name} is signed by a certificate that nothing says was made public: the trusted root names no certificate transparency log`,
        ]
      : []),
    ...(isPromised
      ? [`${name} is proven by the log's promise alone: nothing proves that the log kept it`]
      : []),
    ...checks
      .filter(({ id, status, code }) => isOfPapers(id) && status === 'not-run' && code !== undefined)
      .map(({ id, detail }) => `${name} was not compared by ${id}: ${detail}`),
  ]
}

function isOfPapers(id: CheckId): boolean {
  return (CROSS_CHECK_IDS as readonly CheckId[]).includes(id)
}
