// Timestamps of timestamp authorities (RFC 3161) over the signature.
import type { Evidence } from '../evidence/evidence.js'
import type { SignedTimestamp } from '../evidence/signed-timestamp.js'
import {
  type AuthorityCertificate,
  type CertificateAuthority,
  type TrustedRoot,
  isValidAt,
} from '../trust/trusted-root.js'
import { TIME_STAMPING, findLeafFault, findPathFault } from './certificate-path.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'
import { formatTime } from './signing-time.js'

const ID = 'signed-timestamp'

export interface TimestampsResult {
  readonly check: CheckResult
  /** Those that were made by an authority of the trusted root over this signature: the only ones that say a time. */
  readonly genuine: readonly SignedTimestamp[]
}

/**
 * Whether an authority of the trusted root made a timestamp over exactly this signature. Anybody can add one to what
 * is there, so that beside a time that is proven another one decides nothing.
 * @param isTimeProven by the log's own signed entry timestamp
 */
export function checkSignedTimestamps(
  { signature, timestamps = [] }: Pick<Evidence, 'signature' | 'timestamps'>,
  root: TrustedRoot,
  isTimeProven: boolean,
): TimestampsResult {
  const none = (check: CheckResult): TimestampsResult => ({ check, genuine: [] })
  if (signature.error !== undefined) return none(fromError(ID, signature.error))
  if (timestamps.length === 0)
    return none(notRun(ID, 'no timestamp authority was asked: the log itself gives the time'))
  const seen = new Set<string>()
  const genuine: SignedTimestamp[] = []
  const others: CheckResult[] = []
  for (const timestamp of timestamps) {
    if (timestamp.error !== undefined) {
      others.push(fromError(ID, timestamp.error))
      continue
    }
    const { value } = timestamp
    const authority = root.timestampAuthorities.findIndex((each) => isBy(each, value, signature.value))
    if (authority < 0) {
      others.push(refuse(value, root))
      continue
    }
    // They would count twice for one look at a clock.
    const key = `${authority} ${formatTime(value.time)}`
    if (seen.has(key)) {
      const detail = `one timestamp authority gave two timestamps at ${formatTime(value.time)}`
      return none(failed(ID, 'SIGNED_TIMESTAMP_INVALID', detail))
    }
    seen.add(key)
    genuine.push(value)
  }
  return { check: conclude(genuine, others, isTimeProven), genuine }
}

function conclude(
  genuine: readonly SignedTimestamp[],
  others: readonly CheckResult[],
  isTimeProven: boolean,
): CheckResult {
  const ignored = others.map(({ detail }) => `; ignored: ${detail}`).join('')
  if (genuine.length > 0) {
    const times = genuine.map(({ time }) => formatTime(time)).join(', ')
    return passed(ID, `a trusted timestamp authority saw the signature at ${times}${ignored}`)
  }
  if (isTimeProven) return notRun(ID, `the log itself gives the time${ignored}`)
  return others.find(({ status }) => status === 'failed') ?? (others[0] as CheckResult)
}

/** Nobody's whom the trusted root names: then it is unknown whose it is. */
function refuse({ response, time }: SignedTimestamp, root: TrustedRoot): CheckResult {
  const detail = `no timestamp authority of the trusted root that was valid at ${formatTime(time)} made this timestamp over this signature`
  const code = 'SIGNED_TIMESTAMP_INVALID'
  const isOfKnown = root.timestampAuthorities.some(
    ({ chain: [signer] }) => signer && isNamed(response, signer),
  )
  return isOfKnown ? failed(ID, code, detail) : notRun(ID, detail, code)
}

function isNamed(response: SignedTimestamp['response'], { x509 }: AuthorityCertificate): boolean {
  try {
    return response.signerSerialNumber.equals(x509.serialNumber) && response.signerIssuer.equals(x509.issuer)
  } catch {
    return false
  }
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
  if (!isNamed(response, signer)) return false
  try {
    response.verify(signature, signer.publicKey)
    return true
  } catch {
    // The library throws for what is wrong, and a plain TypeError for what is no timestamp at all.
    return false
  }
}
