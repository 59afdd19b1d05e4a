// The certificate: its chain, its certificate timestamp, and who it names.
import { createHash } from 'node:crypto'
import {
  ASN1Obj,
  ByteStream,
  EXTENSION_OID_SCT,
  type X509Certificate,
  type X509SCTExtension,
} from '@sigstore/core'
import { messageOf } from '../errors.js'
import type { Certificate } from '../evidence/certificate.js'
import type { Result } from '../result.js'
import { type Signer, findSigner } from '../kubernetes/signer.js'
import { type CertificateAuthority, type TrustedRoot, isValidAt } from '../trust/trusted-root.js'
import { CODE_SIGNING, type PathFault, findPathFault } from './certificate-path.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'
import type { SigningTime } from './signing-time.js'
import { refuseUnknown } from './unknown-authority.js'

/** The place of the extensions in a TBSCertificate: context tag 3 (RFC 5280 §4.1). */
const EXTENSIONS_TAG = 3

/** Whether the certificate was issued, for code signing, by an authority of the trusted root that was valid at the time. */
export function checkCertificateChain(
  certificate: Result<Certificate>,
  root: TrustedRoot,
  time: SigningTime,
): CheckResult {
  if (certificate.error !== undefined) return fromError('certificate-chain', certificate.error)
  const { authority, fault } = findAuthority(certificate.value, root, time)
  if (authority === undefined) {
    const code = 'CERTIFICATE_UNTRUSTED'
    if (fault !== undefined)
      return failed('certificate-chain', code, `the certificate may not be used: ${fault.detail}`)
    const detail = `no certificate authority of the trusted root that was valid at ${time.formatted} issued this certificate`
    return refuseUnknown('certificate-chain', { code, detail }, { root, field: 'certificateAuthorities' })
  }
  return passed(
    'certificate-chain',
    `the certificate chains to the trusted root (${root.source}) at ${time.formatted}`,
  )
}

const WITHOUT_CT_LOGS =
  'the trusted root names no certificate transparency log, so nothing says that the certificate was made public'

/** Whether a certificate transparency log of the trusted root saw the certificate before it was issued (RFC 6962 §3.2). */
export function checkCertificateTimestamp(
  certificate: Result<Certificate>,
  root: TrustedRoot,
  time: SigningTime,
): CheckResult {
  const id = 'signed-certificate-timestamp'
  if (certificate.error !== undefined) return fromError(id, certificate.error)
  const { x509, extensions } = certificate.value
  const { authority, fault } = findAuthority(certificate.value, root, time)
  const issuer = authority?.chain[0]?.x509
  const code = 'CERTIFICATE_TIMESTAMP_INVALID'
  const refuse = (detail: string): CheckResult => failed(id, code, detail)
  if (issuer === undefined) {
    const detail = 'its chain does not hold, so no signed certificate timestamp can be verified'
    if (fault !== undefined) return refuse(detail)
    return refuseUnknown(id, { code, detail }, { root, field: 'certificateAuthorities' })
  }
  let timestamps: Timestamps
  try {
    timestamps = readTimestamps(x509, extensions)
  } catch (thrown) {
    return refuse(`its signed certificate timestamps cannot be read: ${messageOf(thrown)}`)
  }
  if (timestamps.length === 0 && !root.isWithoutCtLogs)
    return refuse('the certificate holds no signed certificate timestamp')
  const logIds = timestamps.map(({ logID }) => logID.toString('hex'))
  if (new Set(logIds).size < logIds.length)
    return refuse('the certificate holds two signed certificate timestamps of one log')
  if (root.isWithoutCtLogs) return notRun(id, WITHOUT_CT_LOGS)
  const precertificate = toPrecertificate(x509, issuer)
  for (const timestamp of timestamps) {
    const log = root.certificateTransparencyLogs.find(
      (candidate) =>
        candidate.logId === timestamp.logID.toString('hex') &&
        isValidAt(candidate.validFor, timestamp.datetime),
    )
    if (log === undefined) {
      const detail = `its signed certificate timestamp is by log ${timestamp.logID.toString('hex')}, which is not trusted`
      return refuseUnknown(id, { code, detail }, { root, field: 'ctlogs' })
    }
    if (!timestamp.verify(precertificate, log.publicKey)) {
      return refuse(`its signed certificate timestamp was not made by the key of ${log.baseUrl}`)
    }
  }
  return passed(
    id,
    `a trusted certificate transparency log saw the certificate at ${formatTimes(timestamps)}`,
  )
}

/** Whether the certificate names exactly the required signer. Never a prefix, a part or a pattern. */
export function checkIdentity(certificate: Result<Certificate>, signer: Signer): CheckResult {
  if (certificate.error !== undefined) return fromError('certificate-identity', certificate.error)
  const actual = certificate.value.identity ?? 'not exactly one e-mail address or URI in ASCII'
  const expected = signer.certificateIdentity
  return actual === expected
    ? passed('certificate-identity', `the certificate was issued to ${actual}`)
    : failed('certificate-identity', 'IDENTITY_MISMATCH', {
        detail: describeStranger(certificate.value),
        expected,
        actual,
      })
}

/** A signer of something else is told apart from a stranger: the one is a mix-up, the other may be an attack. */
function describeStranger({ identity = '', oidcIssuer = '' }: Certificate): string {
  const known = findSigner({ certificateIdentity: identity, oidcIssuer })
  return known === undefined
    ? 'the certificate was issued to another identity'
    : `the certificate was issued to another identity, that of ${known}`
}

/** Whether exactly the required OIDC issuer vouched for the signer. */
export function checkIssuer(certificate: Result<Certificate>, signer: Signer): CheckResult {
  if (certificate.error !== undefined) return fromError('oidc-issuer', certificate.error)
  const actual = certificate.value.oidcIssuer ?? 'none'
  const expected = signer.oidcIssuer
  return actual === expected
    ? passed('oidc-issuer', `${actual} vouched for the signer`)
    : failed('oidc-issuer', 'ISSUER_MISMATCH', {
        detail: 'another OIDC issuer vouched for the signer',
        expected,
        actual,
      })
}

interface Issuing {
  readonly authority?: CertificateAuthority
  /** Of an authority that did issue the certificate. */
  readonly fault?: PathFault
}

/** The authority whose chain, in the order the trusted root gives it, holds from the leaf up at each of the times. */
function findAuthority(leaf: Certificate, root: TrustedRoot, { times }: SigningTime): Issuing {
  const faults: PathFault[] = []
  for (const authority of root.certificateAuthorities) {
    const { chain, validFor } = authority
    if (!times.every((time) => isValidAt(validFor, time))) continue
    const found = times.flatMap((time) => findPathFault(leaf, chain, { time, purpose: CODE_SIGNING }) ?? [])
    if (found.length === 0) return { authority }
    faults.push(...found)
  }
  const fault = faults.find(({ isIssued }) => isIssued)
  return fault === undefined ? {} : { fault }
}

type Timestamps = X509SCTExtension['signedCertificateTimestamps']

/**
 * A list of RFC 6962 §3.3, which names its own length; the library reads over bytes after it.
 * @throws Error when it is not in its form
 */
function readTimestamps(leaf: X509Certificate, { timestampList }: Certificate['extensions']): Timestamps {
  if (timestampList === undefined) return []
  if (timestampList.length < 2 || timestampList.readUInt16BE() !== timestampList.length - 2)
    throw new Error('their list has not the length that it names')
  return leaf.extSCT?.signedCertificateTimestamps ?? []
}

/** What a certificate transparency log signs: the issuer's key hash, and the certificate without its timestamps. */
function toPrecertificate(leaf: X509Certificate, issuer: X509Certificate): Buffer {
  const tbs = without(leaf.tbsCertificate, EXTENSION_OID_SCT).toDER()
  const stream = new ByteStream()
  stream.appendView(createHash('sha256').update(issuer.publicKey).digest())
  stream.appendUint24(tbs.length)
  stream.appendView(tbs)
  return stream.buffer
}

function without(tbsCertificate: ASN1Obj, oid: string): ASN1Obj {
  const withSubs = ({ tag, value }: ASN1Obj, subs: ASN1Obj[]): ASN1Obj => new ASN1Obj(tag, value, subs)
  return withSubs(
    tbsCertificate,
    tbsCertificate.subs.map((field) => {
      const [extensions] = field.subs
      if (!field.tag.isContextSpecific(EXTENSIONS_TAG) || extensions === undefined) return field
      const kept = extensions.subs.filter((extension) => extension.subs[0]?.toOID() !== oid)
      return withSubs(field, [withSubs(extensions, kept)])
    }),
  )
}

function formatTimes(timestamps: Timestamps): string {
  return timestamps.map(({ datetime }) => datetime.toISOString()).join(', ')
}
