// The names that an authority may vouch for (RFC 5280 §4.2.1.10). Where the RFC
// and Go's crypto/x509 differ, whichever refuses is right: by the one a host
// in an e-mail constraint is that host alone, by the other its subdomains too.
import {
  type CertificateExtensions,
  type GeneralName,
  NAME_KINDS,
  type NameConstraints,
} from '../evidence/certificate-extensions.js'

/**
 * A name of the certificate that the constraints forbid, or that they cannot be compared with.
 * @returns a description for people, such as `the e-mail address a@b.example`
 */
export function findForbiddenName(
  { names }: Pick<CertificateExtensions, 'names'>,
  { permitted, excluded }: NameConstraints,
): string | undefined {
  // A distinguished name can be written in many ways: no constraint of it could be held to, as in Go.
  if ([...permitted, ...excluded].some(({ kind }) => kind === NAME_KINDS.directory))
    return 'any name: they are about distinguished names, which are not compared here'
  const forbidden = names.find((name) => {
    const sameKind = ({ kind }: GeneralName): boolean => kind === name.kind
    const allowed = permitted.filter(sameKind)
    return (
      excluded.filter(sameKind).some((base) => isWithin(name, base, 'widely') !== false) ||
      (allowed.length > 0 && !allowed.some((base) => isWithin(name, base, 'narrowly') === true))
    )
  })
  return forbidden && describe(forbidden)
}

/** How a host without a leading dot is read: with its subdomains, or alone. */
type Reading = 'widely' | 'narrowly'

/** @returns undefined when the two cannot be compared */
function isWithin({ kind, value }: GeneralName, base: GeneralName, reading: Reading): boolean | undefined {
  const [name, constraint] = [value.toString('latin1'), base.value.toString('latin1')]
  if (kind === NAME_KINDS.email) return isMailboxWithin(name, constraint, reading)
  if (kind === NAME_KINDS.dns) return isHostWithin(name, constraint, 'widely')
  if (kind === NAME_KINDS.uri) return isUriWithin(name, constraint, reading)
  return undefined
}

function isMailboxWithin(mailbox: string, constraint: string, reading: Reading): boolean | undefined {
  const at = mailbox.lastIndexOf('@')
  if (at < 1 || at === mailbox.length - 1) return undefined
  const [local, host] = [mailbox.slice(0, at), mailbox.slice(at + 1)]
  const constraintAt = constraint.lastIndexOf('@')
  if (constraintAt < 0) return isHostWithin(host, constraint, reading)
  // The part before the @ is the host's own affair; by the strict reading it minds case.
  const [otherLocal, otherHost] = [constraint.slice(0, constraintAt), constraint.slice(constraintAt + 1)]
  const isSameLocal =
    local === otherLocal || (reading === 'widely' && local.toLowerCase() === otherLocal.toLowerCase())
  return isSameLocal && host.toLowerCase() === otherHost.toLowerCase()
}

function isUriWithin(uri: string, constraint: string, reading: Reading): boolean | undefined {
  const host = URL.canParse(uri) ? new URL(uri).hostname : ''
  // An address is no host name, and a constraint is always of those.
  if (host === '' || /^\[|^[\d.]+$/.test(host)) return undefined
  return isHostWithin(host, constraint, reading)
}

function isHostWithin(host: string, constraint: string, reading: Reading): boolean {
  const [name, base] = [host, constraint].map((text) => text.toLowerCase().replace(/\.$/, '')) as [
    string,
    string,
  ]
  if (base === '') return true
  if (base.startsWith('.')) return name.endsWith(base) && name.length > base.length
  return name === base || (reading === 'widely' && name.endsWith(`.${base}`))
}

function describe({ kind, value }: GeneralName): string {
  const text = value.toString('latin1')
  if (kind === NAME_KINDS.email) return `the e-mail address ${text}`
  if (kind === NAME_KINDS.uri) return `the URI ${text}`
  if (kind === NAME_KINDS.dns) return `the host ${text}`
  return `a name of kind ${kind}`
}
