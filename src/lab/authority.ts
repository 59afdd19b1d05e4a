// A certificate authority like Fulcio, with a certificate transparency log:
// root and intermediate on P-384, leaves for ten minutes that name a signer
// (https://github.com/sigstore/fulcio/blob/main/docs/certificate-specification.md).
// Shares no code with src/, so that no error of ours is mirrored here.
import 'reflect-metadata'
import { createHash, createPrivateKey, createSign, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { der } from './der.js'

x509.cryptoProvider.set(webcrypto as never)

type CryptoKey = webcrypto.CryptoKey
type CryptoKeyPair = webcrypto.CryptoKeyPair

const SIGN_CA = { name: 'ECDSA', hash: 'SHA-384' }

const CODE_SIGNING = '1.3.6.1.5.5.7.3.3'
const ISSUER_V1 = '1.3.6.1.4.1.57264.1.1'
const ISSUER_V2 = '1.3.6.1.4.1.57264.1.8'
const SIGNED_CERTIFICATE_TIMESTAMPS = '1.3.6.1.4.1.11129.2.4.2'

export type HashName = 'sha256' | 'sha384' | 'sha512'

export interface KeyPair {
  readonly keys: CryptoKeyPair
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
  /** Signs with SHA-256 as a rule, DER. */
  sign(data: Uint8Array, hash?: HashName): Buffer
  signAll(chunks: Iterable<Uint8Array>, hash?: HashName): Buffer
}

export async function generateKeyPair(curve: 'P-256' | 'P-384' = 'P-256'): Promise<KeyPair> {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: curve }, true, [
    'sign',
    'verify',
  ])
  const spki = Buffer.from(await webcrypto.subtle.exportKey('spki', keys.publicKey))
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const signAll = (chunks: Iterable<Uint8Array>, hash: HashName = 'sha256'): Buffer => {
    const signer = createSign(hash)
    for (const chunk of chunks) signer.update(chunk)
    return signer.sign(key)
  }
  return { keys, spki, signAll, sign: (data, hash) => signAll([data], hash) }
}

export interface LeafOptions {
  readonly identity: string
  readonly issuer: string
  readonly key: KeyPair
  readonly notBefore: Date
  readonly validityMinutes?: number
  /** 2022 certificates carry only v1. */
  readonly issuerExtensions?: 'v1' | 'v1+v2'
  /** To forge: another key than the CT log's. */
  readonly ctKey?: KeyPair
  readonly omitTimestamp?: boolean
  /** Beside the usual ones, or in their place where the OID is the same. */
  readonly extensions?: readonly ExtraExtension[]
  /** Bytes after the list of certificate timestamps, inside its OCTET STRING. */
  readonly afterTimestamps?: Buffer
}

export interface ExtraExtension {
  readonly oid: string
  readonly isCritical: boolean
  /** DER. */
  readonly value: Buffer
}

export interface Authority {
  /** Intermediate, then root; DER. */
  readonly chain: readonly Buffer[]
  readonly ctKey: KeyPair
  readonly validFrom: Date
  readonly validTo: Date
  /** A leaf, DER. */
  issue(options: LeafOptions): Promise<Buffer>
}

export interface AuthorityOptions {
  readonly now: Date
  /** Of the intermediate. */
  readonly extensions?: readonly ExtraExtension[]
}

export async function createAuthority({ now, extensions = [] }: AuthorityOptions): Promise<Authority> {
  const validFrom = new Date(now.getTime() - 5 * 365 * 24 * 3600_000)
  const validTo = new Date(now.getTime() + 5 * 365 * 24 * 3600_000)
  const { keys: rootKeys } = await generateKeyPair('P-384')
  const { keys: intermediateKeys } = await generateKeyPair('P-384')
  const ctKey = await generateKeyPair()
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'O=lab.example, CN=lab-sigstore',
    notBefore: validFrom,
    notAfter: validTo,
    keys: rootKeys,
    signingAlgorithm: SIGN_CA,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  })
  const intermediate = await x509.X509CertificateGenerator.create({
    serialNumber: '02',
    subject: 'O=lab.example, CN=lab-sigstore-intermediate',
    issuer: root.subject,
    notBefore: validFrom,
    notAfter: validTo,
    publicKey: intermediateKeys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: SIGN_CA,
    extensions: withExtra(
      [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        new x509.ExtendedKeyUsageExtension([CODE_SIGNING]),
        await x509.SubjectKeyIdentifierExtension.create(intermediateKeys.publicKey),
        await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
      ],
      extensions,
    ),
  })
  let serial = 0x1000
  return {
    chain: [Buffer.from(intermediate.rawData), Buffer.from(root.rawData)],
    ctKey,
    validFrom,
    validTo,
    issue: async (options) => {
      const serialNumber = (++serial).toString(16)
      const toCertificate = async (extra: x509.Extension[]): Promise<x509.X509Certificate> =>
        x509.X509CertificateGenerator.create({
          serialNumber,
          subject: '',
          issuer: intermediate.subject,
          notBefore: options.notBefore,
          notAfter: new Date(options.notBefore.getTime() + (options.validityMinutes ?? 10) * 60_000),
          publicKey: options.key.keys.publicKey,
          signingKey: intermediateKeys.privateKey,
          signingAlgorithm: SIGN_CA,
          extensions: [...(await leafExtensions(options, intermediateKeys.publicKey)), ...extra],
        })
      const precertificate = await toCertificate([])
      if (options.omitTimestamp === true) return Buffer.from(precertificate.rawData)
      const timestamp = signTimestamp({
        key: options.ctKey ?? ctKey,
        logKey: ctKey,
        issuerSpki: Buffer.from(intermediate.publicKey.rawData),
        tbs: tbsOf(Buffer.from(precertificate.rawData)),
        time: options.notBefore,
        after: options.afterTimestamps ?? Buffer.alloc(0),
      })
      return Buffer.from(
        (await toCertificate([new x509.Extension(SIGNED_CERTIFICATE_TIMESTAMPS, false, toView(timestamp))]))
          .rawData,
      )
    },
  }
}

async function leafExtensions(options: LeafOptions, issuerKey: CryptoKey): Promise<x509.Extension[]> {
  const { identity, issuer, issuerExtensions = 'v1+v2', extensions = [] } = options
  const kind = identity.includes('://') ? 'url' : 'email'
  const usual = [
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([CODE_SIGNING]),
    await x509.SubjectKeyIdentifierExtension.create(options.key.keys.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(issuerKey),
    new x509.SubjectAlternativeNameExtension([{ type: kind, value: identity }], true),
    new x509.Extension(ISSUER_V1, false, toView(Buffer.from(issuer))),
    ...(issuerExtensions === 'v1'
      ? []
      : [new x509.Extension(ISSUER_V2, false, toView(der(0x0c, Buffer.from(issuer))))]),
  ]
  return withExtra(usual, extensions)
}

function withExtra(usual: readonly x509.Extension[], extra: readonly ExtraExtension[]): x509.Extension[] {
  return [
    ...usual.filter(({ type }) => !extra.some(({ oid }) => oid === type)),
    ...extra.map(({ oid, isCritical, value }) => new x509.Extension(oid, isCritical, toView(value))),
  ]
}

/** A SignedCertificateTimestampList of one, inside its OCTET STRING (RFC 6962 §3.2 and §3.3). */
function signTimestamp(parts: {
  key: KeyPair
  logKey: KeyPair
  issuerSpki: Buffer
  tbs: Buffer
  time: Date
  after: Buffer
}): Buffer {
  const timestamp = Buffer.alloc(8)
  timestamp.writeBigUInt64BE(BigInt(parts.time.getTime()))
  const signed = Buffer.concat([
    Buffer.of(0, 0), // v1, certificate_timestamp
    timestamp,
    Buffer.of(0, 1), // precert_entry
    createHash('sha256').update(parts.issuerSpki).digest(),
    uint(parts.tbs.length, 3),
    parts.tbs,
    uint(0, 2), // no extensions
  ])
  const signature = parts.key.sign(signed)
  const entry = Buffer.concat([
    Buffer.of(0),
    createHash('sha256').update(parts.logKey.spki).digest(),
    timestamp,
    uint(0, 2),
    Buffer.of(4, 3), // sha256, ecdsa
    uint(signature.length, 2),
    signature,
  ])
  const list = Buffer.concat([uint(entry.length, 2), entry])
  return der(0x04, Buffer.concat([uint(list.length, 2), list, parts.after]))
}

/** The first element of a Certificate: its TBSCertificate, header included. */
function tbsOf(certificate: Buffer): Buffer {
  const inner = certificate.subarray(headerLength(certificate))
  return inner.subarray(0, headerLength(inner) + contentLength(inner))
}

function headerLength(element: Buffer): number {
  const first = element[1] ?? 0
  return first < 0x80 ? 2 : 2 + (first & 0x7f)
}

function contentLength(element: Buffer): number {
  const first = element[1] ?? 0
  return first < 0x80 ? first : element.readUIntBE(2, first & 0x7f)
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}

/** WebCrypto's types want a buffer that is not shared. */
function toView(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer)
}
