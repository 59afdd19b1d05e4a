// A `.sig` file: one line of base64 over a DER ECDSA signature, as cosign's
// sign-blob writes it, with no newline at the end.
//   MEQCIH0e1/0svxMoLzjeyhAaLFSHy5ZaYy0/2iQl2t3E0Pj4AiBsWmwjfLzr…
import { EvidenceError } from '../errors.js'
import { parseBase64 } from './base64.js'
import { describeText } from './describe.js'

/** The DER tag of a SEQUENCE: every ECDSA-Sig-Value (RFC 3279 §2.2.3) starts with it. */
const DER_SEQUENCE = 0x30

/**
 * Reads the text of a `.sig` file; space around it is ignored, as cosign does.
 * @returns the DER bytes; whether they are a signature over anything is for `verify/` to say
 * @throws EvidenceError EVIDENCE_UNREADABLE
 */
export function parseSignature(file: Uint8Array): Buffer {
  const text = Buffer.from(file).toString('latin1').trim()
  const der = parseBase64(text)
  if (der?.[0] !== DER_SEQUENCE) {
    throw new EvidenceError('EVIDENCE_UNREADABLE', `the signature file is ${describeText(text)}`, {
      expected: 'one line of base64 over a DER ECDSA signature',
      actual: describeText(text),
    })
  }
  return der
}
