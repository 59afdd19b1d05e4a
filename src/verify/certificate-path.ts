// Certification paths, link by link from a leaf up to an anchor of the trusted
// root (RFC 5280 §6, as far as Sigstore's authorities use it).
import type { X509Certificate } from '@sigstore/core'
import type { AuthorityCertificate } from '../trust/trusted-root.js'

type Link = Pick<AuthorityCertificate, 'native'>

const EXTENDED_KEY_USAGE = '2.5.29.37'

/**
 * Whether each certificate was issued by the next, all issuers being valid authorities at the time.
 * @param issuers from the leaf's own up to the anchor, which is trusted because the root says so
 */
export function isPathValid(leaf: Link, issuers: readonly AuthorityCertificate[], time: Date): boolean {
  const isLinked = (certificate: Link, depth: number): boolean => {
    const issuer = issuers[depth]
    if (issuer === undefined) return depth > 0
    return (
      issuer.x509.isCA &&
      issuer.x509.validForDate(time) &&
      allowsDepth(issuer.x509, depth) &&
      isIssuedBy(certificate, issuer)
    )
  }
  return [leaf, ...issuers].every(isLinked)
}

/** @param oid of a purpose, RFC 5280 §4.2.1.12 */
export function hasUsage(leaf: X509Certificate, oid: string): boolean {
  const usages = leaf.extension(EXTENDED_KEY_USAGE)?.valueObj.subs[0]?.subs ?? []
  return usages.some((usage) => usage.toOID() === oid)
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

/** By OpenSSL, whose reading of X.509 is strict, and not the independent judge's. */
function isSignedBy({ native }: Link, issuer: AuthorityCertificate): boolean {
  try {
    return native.checkIssued(issuer.native) && native.verify(issuer.publicKey)
  } catch {
    return false
  }
}

/** RFC 5280 §4.2.1.9: how many certificate authorities may stand between this one and the leaf. */
function allowsDepth(issuer: X509Certificate, below: number): boolean {
  const limit = issuer.extBasicConstraints?.pathLenConstraint
  return limit === undefined || below <= limit
}
