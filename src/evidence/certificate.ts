// A `.cert` file: one line of base64 over the PEM of the leaf certificate, as
// cosign's sign-blob writes it; plain PEM is taken too, as cosign takes it.
// The leaf is Fulcio's: valid for ten minutes, an ECDSA key, a critical SAN
// with the signer, the OIDC issuer in an extension of Fulcio's own
// (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md).
import { type KeyObject, X509Certificate as NodeCertificate } from 'node:crypto'
import { X509Certificate } from '@sigstore/core'
import { EvidenceError } from '../errors.js'
import { parseBase64 } from './base64.js'
import { type CertificateExtensions, NAME_KINDS, readExtensions } from './certificate-extensions.js'
import { describeText } from './describe.js'

/** Issuer, v1: the raw bytes of the URL. Always there until 2023, and still. */
const FULCIO_ISSUER_V1 = '1.3.6.1.4.1.57264.1.1'
/** Issuer, v2: a DER UTF8String. */
const FULCIO_ISSUER_V2 = '1.3.6.1.4.1.57264.1.8'

const PEM = /^-----BEGIN CERTIFICATE-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END CERTIFICATE-----$/
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
 * Reads the text of a `.cert` file.
 * @throws EvidenceError EVIDENCE_UNREADABLE when it is not exactly one certificate
 */
export function parseCertificate(file: Uint8Array): Certificate {
  const text = Buffer.from(file).toString('latin1').trim()
  const pem = text.startsWith('-----') ? text : parseBase64(text)?.toString('latin1').trim()
  const der = parseBase64(pem?.match(PEM)?.[1]?.replace(/[\r\n]/g, '') ?? '')
  if (der === undefined) {
    throw new EvidenceError('EVIDENCE_UNREADABLE', `the certificate file is ${describeText(text)}`, {
      expected: 'one certificate in PEM, or that in one line of base64',
      actual: describeText(text),
    })
  }
  return parseCertificateDer(der)
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
