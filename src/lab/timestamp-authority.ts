// A timestamp authority (RFC 3161): a signer with the one purpose of
// timestamps below a root of its own, and responses in CMS (RFC 5652). Shares
// no code with src/.
import { createHash, randomInt } from 'node:crypto'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { type KeyPair, generateKeyPair } from './authority.js'
import { explicit, generalizedTime, integer, octets, oid, sequence, set } from './der.js'

const SHA256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const POLICY = '1.3.6.1.4.1.57264.2'
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }
const SERIAL = 7

export interface TimestampAuthority {
  /** Signer, then root; DER. */
  readonly chain: readonly Buffer[]
  readonly key: KeyPair
  /**
   * A TimeStampResp over the data, DER.
   * @param key to forge: another than the authority's own
   */
  stamp(data: Buffer, time: Date, key?: KeyPair): Buffer
}

export async function createTimestampAuthority(
  validFrom: Date,
  validTo: Date,
  { purpose = TIME_STAMPING } = {},
): Promise<TimestampAuthority> {
  const root = await generateKeyPair()
  const key = await generateKeyPair()
  const validity = { notBefore: validFrom, notAfter: validTo, signingAlgorithm: SIGNING }
  const anchor = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'O=lab.example, CN=lab-tsa-root',
    keys: root.keys,
    ...validity,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  })
  const signer = await x509.X509CertificateGenerator.create({
    serialNumber: `0${SERIAL}`,
    subject: 'O=lab.example, CN=lab-tsa',
    issuer: anchor.subject,
    publicKey: key.keys.publicKey,
    signingKey: root.keys.privateKey,
    ...validity,
    extensions: [new x509.ExtendedKeyUsageExtension([purpose], true)],
  })
  const issuerName = Buffer.from(anchor.subjectName.toArrayBuffer())
  return {
    chain: [Buffer.from(signer.rawData), Buffer.from(anchor.rawData)],
    key,
    stamp: (data, time, signingKey = key) => {
      const info = sequence(
        integer(1),
        oid(POLICY),
        sequence(sequence(oid(SHA256)), octets(sha256(data))),
        integer(randomInt(1, 128)),
        generalizedTime(time),
      )
      const attributes = [
        sequence(oid(CONTENT_TYPE), set(oid(TST_INFO))),
        sequence(oid(MESSAGE_DIGEST), set(octets(sha256(info)))),
      ]
      const signerInfo = sequence(
        integer(1),
        sequence(issuerName, integer(SERIAL)),
        sequence(oid(SHA256)),
        explicit(0, ...attributes),
        sequence(oid(ECDSA_WITH_SHA256)),
        // Signed as the SET that they are, not under their tag in the message (RFC 5652 §5.4).
        octets(signingKey.sign(set(...attributes))),
      )
      const signedData = sequence(
        integer(3),
        set(sequence(oid(SHA256))),
        sequence(oid(TST_INFO), explicit(0, octets(info))),
        set(signerInfo),
      )
      return sequence(sequence(integer(0)), sequence(oid(SIGNED_DATA), explicit(0, signedData)))
    },
  }
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest()
}
