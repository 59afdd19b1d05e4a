// From a leaf to an anchor: what was issued, and what may be used.
import { parseCertificateDer } from '../../src/evidence/certificate.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { signArtifact } from '../../src/lab/release.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import {
  CODE_SIGNING,
  TIME_STAMPING,
  findLeafFault,
  findPathFault,
} from '../../src/verify/certificate-path.js'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

async function chainOf() {
  const signed = await signArtifact(toContent(Buffer.from('x')), lab.signing)
  const leaf = parseCertificateDer(signed.certificate)
  const { certificateAuthorities } = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  const issuers = certificateAuthorities[0]?.chain ?? []
  return { leaf, issuers, at: { time: leaf.notBefore, purpose: CODE_SIGNING } }
}
const NOT_ISSUED = { isIssued: false, detail: 'its authority did not issue the certificate' }

test('each issued by the next, up to the anchor', async () => {
  const { leaf, issuers, at } = await chainOf()
  expect(findPathFault(leaf, issuers, at)).toBeUndefined()
})

test('nobody issued it: no issuer, the wrong one first, or one who was not there yet', async () => {
  const { leaf, issuers, at } = await chainOf()
  expect(findPathFault(leaf, [], at)).toEqual(NOT_ISSUED)
  expect(findPathFault(leaf, [...issuers].reverse(), at)).toEqual(NOT_ISSUED)
  expect(findPathFault(leaf, issuers, { ...at, time: new Date('1999-01-01T00:00:00Z') })).toEqual(NOT_ISSUED)
})

test('a leaf names its purpose itself; one for anything, or for nothing, is for nothing here', async () => {
  const { leaf } = await chainOf()
  expect(findLeafFault(leaf.extensions, CODE_SIGNING)).toBeUndefined()
  expect(findLeafFault(leaf.extensions, TIME_STAMPING)).toBe(
    'the certificate was not issued for time stamping',
  )
  const { purposes, ...without } = leaf.extensions
  expect(purposes).toEqual([CODE_SIGNING])
  expect(findLeafFault(without as typeof leaf.extensions, CODE_SIGNING)).toBe(
    'the certificate was not issued for code signing',
  )
})

test('an issuer that is restricted to another purpose, or may not sign certificates', async () => {
  const { leaf, issuers, at } = await chainOf()
  const changed = (change: object) =>
    issuers.map((issuer, depth) =>
      depth === 0 ? { ...issuer, extensions: { ...issuer.extensions, ...change } } : issuer,
    )
  expect(findPathFault(leaf, changed({ purposes: [TIME_STAMPING] }), at)?.detail).toBe(
    'its issuer is restricted to other purposes',
  )
  expect(findPathFault(leaf, changed({ keyUsage: new Set() }), at)).toEqual({
    isIssued: true,
    detail: 'its issuer is no certificate authority',
  })
  expect(findPathFault(leaf, changed({ pathLength: undefined }), at)).toBeUndefined()
})
