// What a proof of something planned stands on, and what it is called.
import { digestOf } from '../../src/digest.js'
import type { ReleaseSbom } from '../../src/evidence/spdx.js'
import { type PlannedArtifact, artifactUrls } from '../../src/plan/plan.js'
import {
  describe as describePlanned,
  formatName,
  toArtifactProof,
  toDocument,
} from '../../src/prove/artifact-proof.js'
import type { Proof } from '../../src/verify/proof.js'
import { openFor, rejectedFor, resultOf } from '../support/results.js'

const PATH = 'bin/linux/amd64/kubectl'
const PLANNED: PlannedArtifact = {
  name: 'kubectl',
  kind: 'binary',
  version: 'v1.35.2',
  platform: { os: 'linux', arch: 'amd64' },
  path: PATH,
  fileName: 'kubectl',
  urls: artifactUrls(new URL('https://site.example'), 'v1.35.2', PATH),
  signatureSource: 'artifact',
}
const proofOf = (result: Proof['result']): Proof => ({ result, chosen: undefined, judged: [], absent: [] })
const document = {} as ReleaseSbom

test('an SBOM is read once it is verified, and no sooner', () => {
  let reads = 0
  const read = () => ({ value: (reads++, document) })
  expect(toDocument(proofOf(rejectedFor('signature', 'SIGNATURE_INVALID')), read).error).toMatchObject({
    code: 'RELEASE_SBOM_REJECTED',
    message: "the release's SBOM is itself rejected: signature: as it was",
  })
  expect(toDocument(proofOf(openFor('signature', 'FETCH_NETWORK')), read).error).toMatchObject({
    code: 'RELEASE_BINDING_UNAVAILABLE',
    message: "the release's SBOM is not proven: signature: as it was",
  })
  expect(reads).toBe(0)
  expect(toDocument(proofOf(resultOf('verified')), read).value).toBe(document)
})

test('what is not verified is no verified artifact, with its bytes or without', () => {
  const measured = { path: '/x', size: 1, sha256: digestOf(Buffer.from('x')) }
  const rejected = proofOf(rejectedFor('signature', 'SIGNATURE_INVALID'))
  expect(toArtifactProof(PLANNED, rejected, { measured })).toMatchObject({ measured, planned: PLANNED })
  expect(toArtifactProof(PLANNED, rejected, { measured }).verified).toBeUndefined()
  expect(toArtifactProof(PLANNED, rejected, { measured: undefined }).measured).toBeUndefined()
})

test('a result that says verified, and nothing that proves it: our own bug', () => {
  const sha256 = digestOf(Buffer.from('x'))
  const verified = proofOf(resultOf('verified', {}, { digest: sha256 }))
  expect(() => toArtifactProof(PLANNED, verified, { measured: { path: '/x', size: 1, sha256 } })).toThrow(
    'is not verified',
  )
})

test('it is named as a report names it', () => {
  expect(describePlanned(PLANNED)).toEqual({
    name: 'kubectl',
    version: 'v1.35.2',
    platform: 'linux/amd64',
    path: PATH,
  })
  expect(formatName(PLANNED)).toBe('kubectl v1.35.2')
  expect(formatName({ ...PLANNED, version: undefined })).toBe('kubectl')
})
