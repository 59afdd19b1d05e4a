// What a file is, by the signed SBOM of any release of the run.
import { digestOf } from '../../src/digest.js'
import { ReleaseError } from '../../src/errors.js'
import { parseReleaseSbom } from '../../src/evidence/spdx.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import type { SbomProof } from '../../src/prove/artifact-proof.js'
import { SbomsAtHand, findPath } from '../../src/prove/sboms-at-hand.js'

const PATH = 'bin/linux/amd64/kubectl'
const digest = (text: string) => digestOf(Buffer.from(text))
const documentOf = (version: string) =>
  parseReleaseSbom(
    `SPDXVersion: SPDX-2.3\nDocumentNamespace: https://sbom.k8s.io/${version}/release\nFileName: ${PATH}\nFileChecksum: SHA256: ${digest(version).hex}\n`,
  )
const provenOf = (version: ReleaseVersion) => ({
  version,
  sbom: () => Promise.resolve({ document: { value: documentOf(version) } } as SbomProof),
})
const atHand = (...versions: ReleaseVersion[]): SbomsAtHand => {
  const sboms = new SbomsAtHand()
  for (const version of versions) sboms.add(provenOf(version))
  return sboms
}

test('where an SBOM lists a digest', () => {
  expect(findPath(documentOf('v1.35.1'), digest('v1.35.1'))).toBe(PATH)
  expect(findPath(documentOf('v1.35.1'), digest('other'))).toBeUndefined()
})

test('another release of the run lists it', async () => {
  expect(await atHand('v1.35.2', 'v1.35.1').find(digest('v1.35.1'), 'v1.35.2')).toEqual({
    version: 'v1.35.1',
    place: `v1.35.1/${PATH}`,
  })
})

test('the release that was asked for, and none, say nothing', async () => {
  expect(await atHand('v1.35.2').find(digest('v1.35.2'), 'v1.35.2')).toBeUndefined()
  expect(await atHand('v1.35.2').find(digest('other'), undefined)).toBeUndefined()
})

test('an SBOM that is not proven, or not looked at, has no say', async () => {
  const sboms = new SbomsAtHand()
  const error = new ReleaseError('RELEASE_SBOM_REJECTED', 'x')
  sboms.add({ version: 'v1.35.1', sbom: () => Promise.resolve({ document: { error } } as SbomProof) })
  sboms.add({ version: 'v1.35.0', sbom: () => undefined })
  expect(await sboms.find(digest('v1.35.1'), undefined)).toBeUndefined()
})

test('of many releases the latest eight are kept', async () => {
  const versions = Array.from({ length: 9 }, (_, index): ReleaseVersion => `v1.35.${index}`)
  expect(await atHand(...versions).find(digest('v1.35.0'), undefined)).toBeUndefined()
  expect((await atHand(...versions).find(digest('v1.35.1'), undefined))?.version).toBe('v1.35.1')
})
