// Timestamps of timestamp authorities (RFC 3161) over the signature.
import type { Result } from '../result.js'
import type { SignedTimestamp } from '../evidence/signed-timestamp.js'
import { type CertificateAuthority, type TrustedRoot, isValidAt } from '../trust/trusted-root.js'
import { TIME_STAMPING, findLeafFault, findPathFault } from './certificate-path.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'
import { formatTime } from './signing-time.js'

const ID = 'signed-timestamp'

/** Whether each timestamp was made by an authority of the trusted root over exactly this signature. */
export function checkSignedTimestamps(
  signature: Result<Buffer>,
  timestamps: readonly Result<SignedTimestamp>[],
  root: TrustedRoot,
): CheckResult {
  if (signature.error !== undefined) return fromError(ID, signature.error)
  if (timestamps.length === 0)
    return notRun(ID, 'no timestamp authority was asked: the log itself gives the time')
  const seen = new Set<string>()
  for (const { value: timestamp, error } of timestamps) {
    if (error !== undefined) return fromError(ID, error)
    const authority = root.timestampAuthorities.findIndex((each) => isBy(each, timestamp, signature.value))
    if (authority >= 0) {
      const time = formatTime(timestamp.time)
      // They would count twice for one look at a clock.
      if (seen.has(`${authority} ${time}`)) {
        const detail = `one timestamp authority gave two timestamps at ${time}`
        return failed(ID, 'SIGNED_TIMESTAMP_INVALID', detail)
      }
      seen.add(`${authority} ${time}`)
      continue
    }
    const detail = `no timestamp authority of the trusted root that was valid at ${formatTime(timestamp.time)} made this timestamp over this signature`
    return failed(ID, 'SIGNED_TIMESTAMP_INVALID', detail)
  }
  const times = timestamps.flatMap(({ value }) => (value ? formatTime(value.time) : []))
  return passed(ID, `a trusted timestamp authority saw the signature at ${times.join(', ')}`)
}

/** Certificates inside the timestamp are not looked at: the trusted root names the signer's. */
function isBy(
  { chain, validFor }: CertificateAuthority,
  timestamp: SignedTimestamp,
  signature: Buffer,
): boolean {
  const { time, response } = timestamp
  const [signer, ...issuers] = chain
  if (signer === undefined || !isValidAt(validFor, time)) return false
  if (!signer.x509.validForDate(time)) return false
  // A root may name the signer alone, which then is its own anchor.
  const fault =
    issuers.length === 0
      ? findLeafFault(signer.extensions, TIME_STAMPING)
      : findPathFault(signer, issuers, { time, purpose: TIME_STAMPING })
  if (fault !== undefined) return false
  try {
    if (!response.signerSerialNumber.equals(signer.x509.serialNumber)) return false
    if (!response.signerIssuer.equals(signer.x509.issuer)) return false
    response.verify(signature, signer.publicKey)
    return true
  } catch {
    // The library throws for what is wrong, and a plain TypeError for what is no timestamp at all.
    return false
  }
}
