// A `.sig` file: as cosign's sign-blob writes it one line of base64 over a DER
// ECDSA signature, with no newline at the end.
//   MEQCIH0e1/0svxMoLzjeyhAaLFSHy5ZaYy0/2iQl2t3E0Pj4AiBsWmwjfLzr…
// Other tools wrap it at 76 characters, use the URL-safe alphabet, leave out
// the padding, or write the DER itself.
import { EvidenceError } from '../errors.js'
import { parseAnyBase64 } from './base64.js'
import { describeText } from './describe.js'
import { isDerSequence, toText } from './text.js'

/** The DER tag of a SEQUENCE: every ECDSA-Sig-Value (RFC 3279 §2.2.3) starts with it. */
const DER_SEQUENCE = 0x30

/**
 * Reads a `.sig` file.
 * @returns the DER bytes; whether they are a signature over anything is for `verify/` to say
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseSignature(file: Uint8Array): Buffer {
  if (isDerSequence(file)) return Buffer.from(file)
  const text = toText(file)
  const der = parseAnyBase64(text.replace(/\s+/g, ''))
  if (der?.[0] === DER_SEQUENCE) return der
  throw new EvidenceError('EVIDENCE_UNREADABLE', `the signature file is ${describeText(text)}`, {
    expected: 'a DER ECDSA signature, or base64 over it',
    actual: describeText(text),
  })
}
