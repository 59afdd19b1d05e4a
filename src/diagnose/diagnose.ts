// Why a proof failed, for every command: one sentence that can be pasted into
// an issue, one remedy, and the code of whose fault it is. It goes by the check
// that decided, since one code may stand at several.
import { type ErrorCode, remedyOf } from '../errors.js'
import { type Signer, findSigner } from '../kubernetes/signer.js'
import type { CheckId } from '../verify/check.js'
import type { Proof } from '../verify/proof.js'
import {
  type JudgedCheck,
  type VerificationResult,
  decisiveCheck,
  didPass,
} from '../verify/verification-result.js'
import type { Facts, Opinion, RelatedEntry } from './facts.js'

export interface Diagnosis {
  readonly code: ErrorCode
  readonly check: CheckId
  /** One sentence or two, without the artifact's name. May hold text from outside. */
  readonly message: string
  readonly remedy: string
  readonly expected?: string
  readonly actual?: string
  /** Whether it is the cause of everything else that fails. */
  readonly explainsAll: boolean
}

type Found = Pick<Diagnosis, 'message'> & Partial<Pick<Diagnosis, 'remedy' | 'explainsAll'>>

interface Case {
  readonly check: JudgedCheck
  readonly proof: Pick<Proof, 'result' | 'chosen'>
  readonly facts: Facts
}

/** Of an entry of the published signature, where no other says so. */
const OTHER_CERTIFICATE = ' and whose certificate is not the published one'
const WHOLE_PAIR = 'publish the signature and the certificate of one entry'
const REPORT = 'Do not use the artifact. Report the release to the Kubernetes release engineers.'
const FETCH_AGAIN =
  'Do not use this file. Fetch it again, and if it stays the same, ask who runs the server or the mirror.'

/** @returns undefined of what is verified */
export function diagnose(proof: Pick<Proof, 'result' | 'chosen'>, facts: Facts): Diagnosis | undefined {
  const check = proof.result.outcome === 'verified' ? undefined : decisiveCheck(proof.result)
  return check && diagnoseCheck(check, proof, facts)
}

/** What one check that failed, or did not run, comes to. */
export function diagnoseCheck(
  check: JudgedCheck,
  proof: Pick<Proof, 'result' | 'chosen'>,
  facts: Facts,
): Diagnosis {
  const { code = 'INTERNAL', reason, detail, expected, actual, remedy } = check
  const rules = RULES[check.id] ?? []
  const found = rules.map((rule) => rule({ check, proof, facts })).find((each) => each !== undefined)
  return {
    code,
    check: check.id,
    message: found?.message ?? `${check.id}: ${detail}`,
    remedy: found?.remedy ?? remedy ?? remedyOf(code, reason),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    explainsAll: found?.explainsAll ?? false,
  }
}

type Rule = (given: Case) => Found | undefined

/** In the order in which they are tried: what says most comes first. */
const RULES: Readonly<Partial<Record<CheckId, readonly Rule[]>>> = {
  digest: [wrongPin, wrongChecksum, changedBytes, anotherFile],
  signature: [wrongChecksum, changedBytes, anotherFile, mixedPair],
  'certificate-identity': [anotherSigner],
  'oidc-issuer': [anotherSigner],
  'log-entry-binding': [notLogged],
  'release-binding': [rejectedSbom, anotherFile, misplaced],
}

function wrongPin({ facts: { pin, measured, opinions } }: Case): Found | undefined {
  const signed = opinions.find(
    ({ digest, result }) => isVerified(result) && measured?.equals(digest) === true,
  )
  if (pin === undefined || measured === undefined || pin.equals(measured) || signed === undefined)
    return undefined
  return {
    message: `the pin is of other bytes than the signed ones: the signature holds for ${measured.toString()}, which the bytes have, and the pin is ${pin.toString()}`,
    remedy:
      'Look at where the pin is from. If it is of another version or platform, pin the digest that is signed; if somebody gave it to you as this file’s, do not use the file.',
    explainsAll: true,
  }
}

/** The file that names another digest than what is signed is itself unsigned. */
function wrongChecksum({ check, facts }: Case): Found | undefined {
  const { checksum, measured, listed, opinions } = facts
  const actual = measured ?? listed
  if (checksum === undefined || actual === undefined || checksum.equals(actual)) return undefined
  const signed = opinions.find(({ digest, result }) => isVerified(result) && digest.equals(actual))
  if (signed === undefined || (listed !== undefined && !listed.equals(actual))) return undefined
  const bytes = measured === undefined ? '' : ', as are the bytes'
  const sbom = listed === undefined ? '' : ' and SBOM'
  return {
    message: `the .sha256 file is wrong: it names ${checksum.toString()}, and signature${sbom} are of ${actual.toString()}${bytes}`,
    remedy: REPORT,
    explainsAll: check.id === 'signature' || measured !== undefined,
  }
}

/** What is signed is what the papers name; what was served is neither. */
function changedBytes({ facts }: Case): Found | undefined {
  const { measured, opinions } = facts
  const signed = opinions.find(
    ({ digest, namedBy, result }) =>
      isVerified(result) && namedBy.length > 0 && measured !== undefined && !digest.equals(measured),
  )
  if (measured === undefined || signed === undefined) return undefined
  const { namedBy, digest } = signed
  return {
    message: join(
      `the signature and the certificate are of ${digest.toString()}, which ${list(namedBy)} ${namedBy.length === 1 ? 'names' : 'name'}; the file served is another, ${measured.toString()}`,
      describeIdentity(facts),
    ),
    remedy: FETCH_AGAIN,
    explainsAll: true,
  }
}

function anotherFile({ check, facts }: Case): Found | undefined {
  const what = describeIdentity(facts)
  if (what === undefined) return undefined
  return {
    message: join(`${check.id}: ${check.detail}`, what),
    remedy:
      facts.place === undefined
        ? FETCH_AGAIN
        : `Do not use it as ${facts.place}. Ask for what it is, or fetch the right file and ask who put this one in its place.`,
    explainsAll: check.id !== 'release-binding',
  }
}

function mixedPair({ check, proof, facts }: Case): Found | undefined {
  const { result, chosen } = proof
  // What could not be judged, or was signed by a managed key or about another file, is no mixed pair.
  if (check.code !== 'SIGNATURE_INVALID' || check.status !== 'failed') return undefined
  const certificate = chosen?.evidence.certificate.value
  if (certificate === undefined) return undefined
  const { identity } = certificate
  const digest = result.digest?.toString() ?? 'its digest'
  const who = identity === undefined ? '' : `, issued to ${identity},`
  return {
    message: join(
      `the .sig and the .cert do not belong together: the key of the certificate${who} did not make this signature over ${digest}`,
      describeAgreement(facts),
      describeRelated(facts.related),
    ),
  }
}

function anotherSigner({ proof, facts }: Case): Found {
  const { identity, oidcIssuer } = proof.chosen?.evidence.certificate.value ?? {}
  const named =
    identity === undefined || oidcIssuer === undefined
      ? undefined
      : { certificateIdentity: identity, oidcIssuer }
  return {
    message: join(
      `${describeSigner(named, proof.result)} the expected signer`,
      describeRelated(facts.related),
    ),
  }
}

/** As far as it is proven: what a certificate names is a claim, as long as its chain does not hold. */
function describeSigner(named: Signer | undefined, { checks }: VerificationResult): string {
  if (named === undefined) return 'signed by nobody that can be named, and not by'
  const { certificateIdentity: who, oidcIssuer: by } = named
  const known = findSigner(named)
  const role = known === undefined ? 'who is no signer that is known' : `which is ${known}`
  const isSigned = didPass(checks, 'signature')
  if (isSigned && didPass(checks, 'certificate-chain', 'signed-certificate-timestamp'))
    return `validly signed by ${who}, vouched for by ${by}, ${role}, and not by`
  const certificate = isSigned ? 'signed by the key of a certificate that is not proven' : 'the certificate'
  return `${certificate}${isSigned ? ', which' : ''} names ${who} and ${by}, ${role}, and not`
}

function notLogged({ check, proof, facts }: Case): Found | undefined {
  if (check.code !== 'EVIDENCE_LOG_ENTRY_MISSING' || !didPass(proof.result.checks, 'signature'))
    return undefined
  const digest = proof.result.digest?.toString() ?? 'its digest'
  const hasOther = (facts.related ?? []).length > 0
  return {
    message: join(
      `the .sig and the .cert belong together and to ${digest}, but the log has no entry of them`,
      describeRelated(facts.related, OTHER_CERTIFICATE),
    ),
    ...(hasOther && {
      remedy: `Do not use the artifact as it is published. Whoever published it: ${WHOLE_PAIR}.`,
    }),
  }
}

/** What comes after the artifact's own evidence. */
const AFTER_ITS_OWN: readonly CheckId[] = ['release-binding', 'independent-judge']

/** Whose fault it is: the paper's that was to bind it, not its own. */
function rejectedSbom({ check, proof }: Case): Found | undefined {
  if (check.code !== 'RELEASE_SBOM_REJECTED') return undefined
  return { message: isOwnProven(proof) ? `${check.detail}. Its own signature holds` : check.detail }
}

function isOwnProven({ result: { checks, signatureSource } }: Case['proof']): boolean {
  const own = checks.filter(({ id, required }) => required && !AFTER_ITS_OWN.includes(id))
  return signatureSource === 'artifact' && own.every(({ status }) => status === 'passed')
}

/** The code's own remedy is for what is validly signed. */
function misplaced({ check, proof }: Case): Found | undefined {
  if (check.code !== 'RELEASE_BINDING_MISMATCH') return undefined
  const digest = proof.result.digest?.toString() ?? 'its digest'
  const isPair = didPass(proof.result.checks, 'signature')
  return {
    message: join(
      `${check.id}: ${check.detail}`,
      isPair
        ? `the .sig and the .cert belong together and to ${digest}: another file may have been published in its place`
        : undefined,
    ),
    ...(!isOwnProven(proof) && { remedy: FETCH_AGAIN }),
  }
}

function describeIdentity({ identity, place }: Facts): string | undefined {
  if (identity === undefined || identity.place === place) return undefined
  const instead = place === undefined ? '' : `, and not ${place}`
  const { isSigned, sbomOf } = identity
  const release = sbomOf === undefined ? "the release's signed SBOM" : `the signed SBOM of ${sbomOf}`
  const who = isSigned ? release : "the release site's .sha256 files, which are unsigned,"
  return `by ${who} it is ${identity.place}${instead}`
}

function describeAgreement({ agreeing }: Facts): string | undefined {
  if (agreeing.length === 0) return undefined
  return `${agreeing.join(', ')} ${agreeing.length === 1 ? 'names' : 'name'} the same digest, so the bytes are likely the ones that were built`
}

/** Which entries the signer could publish the files of, and what of them is published now. */
function describeRelated(related: readonly RelatedEntry[] | undefined, ofSignature = ''): string | undefined {
  if (related === undefined) return undefined
  if (related.length === 0) return 'the log has no valid entry of the expected signer for this digest'
  const entries = related.map(
    (entry) =>
      `${entry.logIndex}${entry.integratedTime === undefined ? '' : ` of ${entry.integratedTime}`}${describePublished(entry, ofSignature)}`,
  )
  return `the log has ${related.length === 1 ? 'a valid entry' : `${related.length} valid entries`} of the expected signer for this digest: ${entries.join('; ')}; ${WHOLE_PAIR}`
}

function describePublished({ hasSignature, hasCertificate }: RelatedEntry, ofSignature: string): string {
  if (hasSignature && hasCertificate) return ', both of which are published'
  if (hasSignature) return `, whose signature is the published .sig${ofSignature}`
  return hasCertificate ? ', whose certificate is the published .cert' : ''
}

function isVerified({ outcome }: Opinion['result']): boolean {
  return outcome === 'verified'
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/** The first goes on from the artifact's name; the others begin as sentences do. */
function join(first: string, ...others: readonly (string | undefined)[]): string {
  const sentences = others.flatMap((text) =>
    text === undefined ? [] : text.charAt(0).toUpperCase() + text.slice(1),
  )
  return [first, ...sentences].join('. ')
}
