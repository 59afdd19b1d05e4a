// The extensions of a certificate that decide anything (RFC 5280 §4.2), of a
// leaf and of an authority alike. @sigstore/core reads the ASN.1; what stands
// in an extension is read here once and whole, so that one that cannot be read
// is found when the certificate is, and not in the middle of a judgement.
import { ASN1Obj, EXTENSION_OID_SCT, type X509Certificate } from '@sigstore/core'
import { messageOf } from '../errors.js'

const KEY_USAGE = '2.5.29.15'
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17'
const BASIC_CONSTRAINTS = '2.5.29.19'
const NAME_CONSTRAINTS = '2.5.29.30'
const CERTIFICATE_POLICIES = '2.5.29.32'
const EXTENDED_KEY_USAGE = '2.5.29.37'
/** RFC 6962 §3.1: what makes a precertificate, which nobody may use. */
const CT_POISON = '1.3.6.1.4.1.11129.2.4.3'

/** What Go's crypto/x509 processes too; any policy will do here, so none is asked for. */
const PROCESSED: readonly string[] = [
  KEY_USAGE,
  SUBJECT_ALTERNATIVE_NAME,
  BASIC_CONSTRAINTS,
  NAME_CONSTRAINTS,
  CERTIFICATE_POLICIES,
  EXTENDED_KEY_USAGE,
]

/** Bits of RFC 5280 §4.2.1.3. */
export const KEY_USAGE_BITS = { digitalSignature: 0, contentCommitment: 1, keyCertSign: 5 } as const

/** The tags of GeneralName's choices, RFC 5280 §4.2.1.6. */
export const NAME_KINDS = { email: 1, dns: 2, directory: 4, uri: 6, ipAddress: 7 } as const

export interface GeneralName {
  /** The number of its context tag, see NAME_KINDS. */
  readonly kind: number
  readonly value: Buffer
}

/** RFC 5280 §4.2.1.10. */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

export interface CertificateExtensions {
  /** Whether the certificate may issue others. */
  readonly isAuthority: boolean
  /** How many authorities may stand between this one and a leaf; undefined: any number. */
  readonly pathLength: number | undefined
  /** The positions of the bits that are set; undefined: the certificate does not say. */
  readonly keyUsage: ReadonlySet<number> | undefined
  /** OIDs of the extended key usage; undefined: the certificate does not say. */
  readonly purposes: readonly string[] | undefined
  /** The subject alternative names. */
  readonly names: readonly GeneralName[]
  readonly nameConstraints: NameConstraints | undefined
  /** OIDs of critical extensions that nothing here processes: RFC 5280 §4.2 has such a certificate refused. */
  readonly unknownCritical: readonly string[]
  readonly isPrecertificate: boolean
  /** The whole SignedCertificateTimestampList, with its length; undefined: there is none. */
  readonly timestampList: Buffer | undefined
}

/**
 * Reads the extensions.
 * @throws Error, with a sentence, when one of them is not in its form, or there twice
 */
export function readExtensions(x509: X509Certificate): CertificateExtensions {
  const found = new Map<string, Extension>()
  for (const element of x509.extensions) {
    const extension = readExtension(element)
    if (found.has(extension.oid)) throw new Error(`it has two extensions ${extension.oid}`)
    found.set(extension.oid, extension)
  }
  const read = <T>(oid: string, parse: (value: ASN1Obj) => T): T | undefined => {
    const extension = found.get(oid)
    if (extension === undefined) return undefined
    try {
      return parse(ASN1Obj.parseBuffer(Buffer.from(extension.value)))
    } catch (cause) {
      throw new Error(`its extension ${oid} cannot be read: ${messageOf(cause)}`, { cause })
    }
  }
  return {
    ...(read(BASIC_CONSTRAINTS, readBasicConstraints) ?? { isAuthority: false, pathLength: undefined }),
    keyUsage: read(KEY_USAGE, (bits) => new Set(bits.toBitString().flatMap((bit, at) => (bit ? [at] : [])))),
    purposes: read(EXTENDED_KEY_USAGE, (list) => sequenceOf(list).map((usage) => usage.toOID())),
    names: read(SUBJECT_ALTERNATIVE_NAME, (list) => sequenceOf(list).map(toGeneralName)) ?? [],
    nameConstraints: read(NAME_CONSTRAINTS, readNameConstraints),
    unknownCritical: [...found.values()].flatMap(({ oid, isCritical }) =>
      isCritical && !PROCESSED.includes(oid) && oid !== CT_POISON ? [oid] : [],
    ),
    isPrecertificate: found.has(CT_POISON),
    timestampList: read(EXTENSION_OID_SCT, ({ tag, value }) => {
      if (!tag.isOctetString()) throw new Error('it is no OCTET STRING')
      return value
    }),
  }
}

interface Extension {
  readonly oid: string
  readonly isCritical: boolean
  readonly value: Buffer
}

/** Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue OCTET STRING } */
function readExtension(element: ASN1Obj): Extension {
  const [id, ...rest] = sequenceOf(element)
  const value = rest.at(-1)
  if (id === undefined || value?.tag.isOctetString() !== true || rest.length > 2)
    throw new Error('it has an extension that is none')
  return {
    oid: id.toOID(),
    isCritical: rest.length === 2 && rest[0]?.toBoolean() === true,
    value: value.value,
  }
}

function readBasicConstraints(value: ASN1Obj): Pick<CertificateExtensions, 'isAuthority' | 'pathLength'> {
  const fields = [...sequenceOf(value)]
  const isAuthority = fields[0]?.tag.isBoolean() === true && fields.shift()?.toBoolean() === true
  const length = fields.shift()?.toInteger()
  if (fields.length > 0 || (length !== undefined && (length < 0n || length > 255n)))
    throw new Error('it is no BasicConstraints')
  return { isAuthority, pathLength: length === undefined ? undefined : Number(length) }
}

function readNameConstraints(value: ASN1Obj): NameConstraints {
  const fields = sequenceOf(value)
  const isKnown = fields.every(({ tag }) => tag.isContextSpecific(0) || tag.isContextSpecific(1))
  if (!isKnown || fields.length === 0) throw new Error('it is no NameConstraints')
  const subtrees = (number: number): GeneralName[] =>
    fields.filter(({ tag }) => tag.isContextSpecific(number)).flatMap(({ subs }) => subs.map(readSubtree))
  return { permitted: subtrees(0), excluded: subtrees(1) }
}

/** Its minimum has to be 0 and so left out, and its maximum absent. */
function readSubtree(subtree: ASN1Obj): GeneralName {
  const [base, ...bounds] = sequenceOf(subtree)
  if (base === undefined || bounds.length > 0) throw new Error('it has a subtree with bounds')
  return toGeneralName(base)
}

function toGeneralName({ tag, value }: ASN1Obj): GeneralName {
  if (!tag.isContextSpecific()) throw new Error('it has a name of no kind')
  return { kind: tag.number, value }
}

/** The tag of a SEQUENCE: universal, constructed, number 16. */
const SEQUENCE_TAG = 0x30

function sequenceOf({ tag, subs }: ASN1Obj): readonly ASN1Obj[] {
  if (tag.toDER() !== SEQUENCE_TAG) throw new Error('a SEQUENCE is missing')
  return subs
}
