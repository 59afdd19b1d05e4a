// The root cause of a failure in a sentence that a release engineer can paste
// into an issue: which of signature, certificate, digest and log entry belong
// together, and which do not. A diagnosis never turns a verdict.
import { findSigner } from '../kubernetes/signer.js'
import { type JudgedCheck, type VerificationResult, didPass } from '../verify/verification-result.js'
import { toFinding } from './audited.js'
import type { Finding } from './finding.js'

/** A log entry about the same digest that the expected signer validly made. */
export interface RelatedEntry {
  readonly logIndex: number
  /** ISO 8601, UTC. */
  readonly integratedTime: string | undefined
  /** Whether the published `.sig` is the signature in it. */
  readonly hasSignature: boolean
  /** Whether the published `.cert` is the certificate in it. */
  readonly hasCertificate: boolean
}

export interface Diagnosed {
  /** `v1.35.0 bin/linux/amd64/kubectl` */
  readonly title: string
  readonly result: VerificationResult
  /** Whom the published certificate names, whatever it is worth. */
  readonly named: { readonly certificateIdentity: string; readonly oidcIssuer: string } | undefined
  /** Papers that name the same digest. */
  readonly agreeing: readonly string[]
  /** Undefined when the log was not searched, or could not be. */
  readonly related: readonly RelatedEntry[] | undefined
}

/** One finding for each check that failed; of what could not be decided, one for what decided it. */
export function diagnose(diagnosed: Diagnosed): Finding[] {
  const { checks, outcome } = diagnosed.result
  if (outcome === 'verified') return []
  const failed = checks.filter(({ status }) => status === 'failed')
  const decisive = failed.length > 0 ? failed : checks.filter(isOpen).slice(0, 1)
  // Checks that failed for one and the same piece of evidence say it once, the first of them.
  const distinct = new Map(
    decisive.toReversed().map((check) => [`${check.code ?? ''} ${check.detail}`, check]),
  )
  return [...distinct.values()]
    .reverse()
    .map((check) => toFinding(check.code ?? 'INTERNAL', describe(check, diagnosed), check))
}

function isOpen({ required, status }: JudgedCheck): boolean {
  return required && status === 'not-run'
}

function describe(check: JudgedCheck, diagnosed: Diagnosed): string {
  const { title, result, named } = diagnosed
  const digest = result.digest?.toString() ?? 'its digest'
  const isPair = didPass(result.checks, 'signature')
  if (check.code === 'SIGNATURE_INVALID')
    return join(
      `${title}: the .sig and the .cert do not belong together: the key of the certificate${named ? `, issued to ${named.certificateIdentity},` : ''} did not make this signature over ${digest}`,
      describeAgreement(diagnosed),
      describeRelated(diagnosed),
    )
  if (check.code === 'IDENTITY_MISMATCH' || check.code === 'ISSUER_MISMATCH') {
    const known = named && findSigner(named)
    const who = named
      ? `${named.certificateIdentity}, vouched for by ${named.oidcIssuer}`
      : 'nobody that can be named'
    return join(
      `${title}: ${isPair ? 'validly signed' : 'signed'} by ${who}${known === undefined ? ', who is no signer that is known' : `, which is ${known}`}, and not by the expected signer`,
      describeRelated(diagnosed),
    )
  }
  if (check.code === 'EVIDENCE_LOG_ENTRY_MISSING' && isPair) {
    return join(
      `${title}: the .sig and the .cert belong together and to ${digest}, but the log has no entry of them`,
      describeRelated(diagnosed),
    )
  }
  const what = `${title}: ${check.id}: ${check.detail}`
  return check.code === 'RELEASE_BINDING_MISMATCH' && isPair
    ? join(
        what,
        `the .sig and the .cert belong together and to ${digest}: another file may have been published in its place`,
      )
    : what
}

function describeAgreement({ agreeing }: Diagnosed): string | undefined {
  if (agreeing.length === 0) return undefined
  return `${agreeing.join(', ')} ${agreeing.length === 1 ? 'names' : 'name'} the same digest, so the bytes are likely the ones that were built`
}

/** Which entries the signer could publish the files of, and what of them is published now. */
function describeRelated({ related }: Diagnosed): string | undefined {
  if (related === undefined) return undefined
  if (related.length === 0) return 'the log has no valid entry of the expected signer for this digest'
  const entries = related.map(({ logIndex, integratedTime, hasSignature, hasCertificate }) => {
    const published =
      hasSignature && hasCertificate
        ? ', both of which are published'
        : hasSignature
          ? ', whose signature is the published .sig'
          : hasCertificate
            ? ', whose certificate is the published .cert'
            : ''
    return `${logIndex}${integratedTime === undefined ? '' : ` of ${integratedTime}`}${published}`
  })
  return `the log has ${related.length === 1 ? 'a valid entry' : `${related.length} valid entries`} of the expected signer for this digest: ${entries.join('; ')}; publish the signature and the certificate of one entry`
}

/** The first begins with the artifact; the others as sentences do. */
function join(first: string, ...others: readonly (string | undefined)[]): string {
  const sentences = others.flatMap((text) =>
    text === undefined ? [] : text.charAt(0).toUpperCase() + text.slice(1),
  )
  return [first, ...sentences].join('. ')
}
