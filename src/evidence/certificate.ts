// A `.cert` file: as cosign's sign-blob writes it one line of base64 over the
// PEM of the leaf certificate. Plain PEM is taken too, with text before it, and
// DER, and a chain, in which the leaf is looked for.
// The leaf is Fulcio's: valid for ten minutes, an ECDSA key, a critical SAN
// with the signer, the OIDC issuer in an extension of Fulcio's own
// (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md).
import { type KeyObject, X509Certificate as NodeCertificate } from 'node:crypto'
import { X509Certificate } from '@sigstore/core'
import { EvidenceError } from '../errors.js'
import { parseAnyBase64, parseBase64 } from './base64.js'
import { type CertificateExtensions, NAME_KINDS, readExtensions } from './certificate-extensions.js'
import { describeText } from './describe.js'
import { isDerSequence, toText } from './text.js'

/** Issuer, v1: the raw bytes of the URL. Always there until 2023, and still. */
const FULCIO_ISSUER_V1 = '1.3.6.1.4.1.57264.1.1'
/** Issuer, v2: a DER UTF8String. */
const FULCIO_ISSUER_V2 = '1.3.6.1.4.1.57264.1.8'

const PEM_START = '-----BEGIN CERTIFICATE-----'
const PEM_END = '-----END CERTIFICATE-----'
/** A chain has three or four; each costs time. */
const MAX_CERTIFICATES = 16
const PEM_LINE_LENGTH = 64

/** A leaf certificate, read but not believed: every field is the signer's claim until the chain check passes. */
export interface Certificate {
  readonly der: Buffer
  /** As @sigstore/core reads it, which knows Fulcio's extensions, and as OpenSSL does. */
  readonly x509: X509Certificate
  readonly native: NodeCertificate
  readonly publicKey: KeyObject
  readonly extensions: CertificateExtensions
  readonly notBefore: Date
  readonly notAfter: Date
  /** The one e-mail or URI subject alternative name; undefined when there is none, more than one, or one not in ASCII. */
  readonly identity: string | undefined
  readonly oidcIssuer: string | undefined
}

/**
 * Reads a `.cert` file. Of a chain the certificate counts that may not issue others; what else it holds has to be in
 * the trusted root anyway.
 * @throws EvidenceError EVIDENCE_UNREADABLE when there is not exactly one such certificate
 */
export function parseCertificate(file: Uint8Array): Certificate {
  if (isDerSequence(file)) return parseCertificateDer(Buffer.from(file))
  const text = toText(file)
  const decoded = text.includes(PEM_START) ? undefined : parseAnyBase64(text.replace(/\s+/g, ''))
  if (decoded !== undefined && isDerSequence(decoded)) return parseCertificateDer(decoded)
  const ders = readPem(decoded === undefined ? text : toText(decoded))
  const certificates = ders.map(parseCertificateDer)
  const leaves =
    certificates.length > 1 ? certificates.filter(({ extensions }) => !extensions.isAuthority) : certificates
  const [leaf] = leaves
  if (leaf !== undefined && leaves.length === 1) return leaf
  const actual =
    ders.length > 0 ? `${ders.length} certificates, ${leaves.length} of them of signers` : describeText(text)
  throw new EvidenceError('EVIDENCE_UNREADABLE', `the certificate file is ${actual}`, {
    expected: "a signer's certificate in PEM or DER, or base64 over it",
    actual,
  })
}

/** Each certificate in a text, DER. What stands between them says nothing. */
function readPem(text: string): Buffer[] {
  const ders: Buffer[] = []
  let start = text.indexOf(PEM_START)
  while (start >= 0) {
    const end = text.indexOf(PEM_END, start)
    const der = parseBase64(text.slice(start + PEM_START.length, Math.max(end, start)).replace(/\s+/g, ''))
    if (der === undefined)
      throw new EvidenceError(
        'EVIDENCE_UNREADABLE',
        'the certificate file holds PEM that is not base64, or has no end',
      )
    if (ders.push(der) > MAX_CERTIFICATES)
      throw new EvidenceError(
        'EVIDENCE_UNREADABLE',
        `the certificate file holds more than ${MAX_CERTIFICATES} certificates`,
      )
    start = text.indexOf(PEM_START, end)
  }
  return ders
}

/**
 * Reads a certificate in DER.
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseCertificateDer(der: Buffer): Certificate {
  try {
    // Node's parser (OpenSSL) is the strict one: it refuses what @sigstore/core reads over.
    const node = new NodeCertificate(der)
    if (!node.raw.equals(der)) throw new Error('there are bytes after the certificate')
    const x509 = X509Certificate.parse(Buffer.from(der))
    // A thirteenth month is parsed to a date that is none.
    if ([x509.notBefore, x509.notAfter].some((time) => isNaN(time.getTime())))
      throw new Error('its validity is no time')
    const extensions = readExtensions(x509)
    return {
      der,
      x509,
      native: node,
      publicKey: node.publicKey,
      extensions,
      notBefore: x509.notBefore,
      notAfter: x509.notAfter,
      identity: subjectAlternativeName(extensions),
      oidcIssuer: oidcIssuer(x509),
    }
  } catch (cause) {
    throw new EvidenceError('EVIDENCE_UNREADABLE', 'the certificate is not valid X.509 DER', { cause })
  }
}

/** PEM as Go's encoding/pem writes it: 64 columns, LF, LF at the end. Rekor stores certificates and keys in this form. */
export function formatPem(der: Buffer, label: 'CERTIFICATE' | 'PUBLIC KEY' = 'CERTIFICATE'): string {
  const lines = der.toString('base64').match(new RegExp(`.{1,${PEM_LINE_LENGTH}}`, 'g')) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** An e-mail address and a URI are IA5Strings (RFC 5280 §4.2.1.6): ASCII, byte for byte. */
function subjectAlternativeName({ names }: CertificateExtensions): string | undefined {
  const [name] = names
  if (name === undefined || names.length !== 1) return undefined
  if (name.kind !== NAME_KINDS.email && name.kind !== NAME_KINDS.uri) return undefined
  return name.value.every((byte) => byte < 0x80) ? name.value.toString('latin1') : undefined
}

function oidcIssuer(x509: X509Certificate): string | undefined {
  const v2 = x509.extension(FULCIO_ISSUER_V2)
  if (v2 !== undefined) return v2.valueObj.subs[0]?.value.toString('utf8')
  return x509.extension(FULCIO_ISSUER_V1)?.value.toString('latin1')
}
