// What was signed names exactly this manifest.
import { digestOf } from '../../src/digest.js'
import { EvidenceError } from '../../src/errors.js'
import { checkImagePayload } from '../../src/verify/check-image-payload.js'

const [A, B] = [digestOf(Buffer.from('a')), digestOf(Buffer.from('b'))]
const error = new EvidenceError('EVIDENCE_UNREADABLE', 'x')

test.each<[string, Parameters<typeof checkImagePayload>[0], string]>([
  ['this one', { manifest: A, named: { value: A } }, 'passed'],
  ['another', { manifest: A, named: { value: B } }, 'IMAGE_PAYLOAD_MISMATCH'],
  ['no manifest', { manifest: undefined, named: { value: A } }, 'IMAGE_NOT_FOUND'],
  ['a payload that cannot be read', { manifest: A, named: { error } }, 'EVIDENCE_UNREADABLE'],
])('%s', (_, given, end) => {
  const { status, code } = checkImagePayload(given)
  expect(code ?? status).toBe(end)
})
