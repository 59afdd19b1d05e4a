// Certification paths, link by link from a leaf up to an anchor of the trusted
// root (RFC 5280 §6 as Go's crypto/x509 reads it, with names compared byte for
// byte). An authority of the trusted root may be anybody's, so everything that
// a certificate can say to restrict itself or what it issues is minded.
import { type CertificateExtensions, KEY_USAGE_BITS } from '../evidence/certificate-extensions.js'
import type { AuthorityCertificate } from '../trust/trusted-root.js'
import { findForbiddenName } from './name-constraints.js'

type Link = Pick<AuthorityCertificate, 'native' | 'x509' | 'extensions'>

/** Purposes of the extended key usage, RFC 5280 §4.2.1.12. */
export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3'
/** The extended key usage of a timestamp authority (RFC 3161 §2.3). */
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const ANY_PURPOSE = '2.5.29.37.0'

export interface PathFault {
  /** Whether the issuers did issue the leaf, and only may not count for it. */
  readonly isIssued: boolean
  /** Of the leaf's owner: `the certificate was not issued for code signing`. */
  readonly detail: string
}

/**
 * What is wrong with a path, at a time and for a purpose.
 * @param issuers from the leaf's own up to the anchor, which is trusted because the root says so
 * @returns undefined when each certificate was issued by the next, and all of them may be used
 */
export function findPathFault(
  leaf: Link,
  issuers: readonly AuthorityCertificate[],
  { time, purpose }: { readonly time: Date; readonly purpose: string },
): PathFault | undefined {
  const path = [leaf, ...issuers]
  const isIssued = path.every((certificate, depth) => {
    const issuer = issuers[depth]
    if (issuer === undefined) return depth > 0
    return issuer.x509.validForDate(time) && isIssuedBy(certificate, issuer)
  })
  if (!isIssued) return { isIssued, detail: 'its authority did not issue the certificate' }
  const detail =
    findLeafFault(leaf.extensions, purpose) ??
    first(issuers, (issuer, depth) => findIssuerFault(issuer, path.slice(0, depth + 1), purpose))
  return detail === undefined ? undefined : { isIssued, detail }
}

/**
 * What forbids the use of a leaf for a purpose, whoever issued it. The leaf names its purpose itself: a certificate
 * for anything is for nothing here.
 */
export function findLeafFault(leaf: CertificateExtensions, purpose: string): string | undefined {
  const { keyUsage, purposes = [] } = leaf
  const { digitalSignature, contentCommitment } = KEY_USAGE_BITS
  if (leaf.isPrecertificate) return 'it is a precertificate, which is poisoned so that nobody uses it'
  const [oid] = leaf.unknownCritical
  if (oid !== undefined) return `it has the critical extension ${oid}, which is not known here`
  if (!purposes.includes(purpose))
    return `the certificate was not issued for ${purpose === TIME_STAMPING ? 'time stamping' : 'code signing'}`
  if (keyUsage !== undefined && !keyUsage.has(digitalSignature) && !keyUsage.has(contentCommitment))
    return 'its key may not be used for signatures'
  return undefined
}

/** @param below the certificates that the issuer vouches for, from the leaf to the one it issued */
function findIssuerFault(
  { extensions }: AuthorityCertificate,
  below: readonly Link[],
  purpose: string,
): string | undefined {
  const { isAuthority, pathLength, keyUsage, purposes, nameConstraints, unknownCritical } = extensions
  if (!isAuthority || keyUsage?.has(KEY_USAGE_BITS.keyCertSign) === false)
    return 'its issuer is no certificate authority'
  if (pathLength !== undefined && below.length - 1 > pathLength)
    return 'its issuer may not stand so far above a leaf'
  const [oid] = unknownCritical
  if (oid !== undefined) return `its issuer has the critical extension ${oid}, which is not known here`
  if (purposes !== undefined && !purposes.includes(purpose) && !purposes.includes(ANY_PURPOSE))
    return 'its issuer is restricted to other purposes'
  if (extensions.isPrecertificate) return 'its issuer is a precertificate, which nobody may use'
  if (nameConstraints === undefined) return undefined
  const forbidden = first(below, (certificate) => findForbiddenName(certificate.extensions, nameConstraints))
  return forbidden && `the name constraints of its issuer do not allow ${forbidden}`
}

/** Links that were tried: two checks ask for a leaf's, every artifact for the authority's own, and P-384 takes a millisecond. */
const links = new WeakMap<Link, WeakMap<Link, boolean>>()

function isIssuedBy(certificate: Link, issuer: AuthorityCertificate): boolean {
  const tried = links.get(certificate) ?? new WeakMap<Link, boolean>()
  links.set(certificate, tried)
  const isIssued = tried.get(issuer) ?? isSignedBy(certificate, issuer)
  tried.set(issuer, isIssued)
  return isIssued
}

/**
 * By OpenSSL, whose reading of X.509 is strict, and not the independent judge's. It compares names without regard to
 * case and space; Go, and so the field, does so byte for byte.
 */
function isSignedBy({ native, x509 }: Link, issuer: AuthorityCertificate): boolean {
  try {
    return (
      x509.issuer.equals(issuer.x509.subject) &&
      native.checkIssued(issuer.native) &&
      native.verify(issuer.publicKey)
    )
  } catch {
    return false
  }
}

function first<T, U>(list: readonly T[], find: (item: T, index: number) => U | undefined): U | undefined {
  for (const [index, item] of list.entries()) {
    const found = find(item, index)
    if (found !== undefined) return found
  }
  return undefined
}
