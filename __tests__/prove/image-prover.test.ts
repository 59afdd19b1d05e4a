// Images of registry.k8s.io, over a registry in memory: its mirrors and its signers of the time.
import { digestOf } from '../../src/digest.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import type { ImageRegistry } from '../../src/ports.js'
import { type ImageProof, proveImage } from '../../src/prove/image-prover.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { decisiveCheck } from '../../src/verify/verification-result.js'
import {
  type SignatureLayer,
  MANIFEST_TYPE,
  imagePayload,
  sha256,
  signPayload,
  signatureManifest,
  toBytes,
} from '../../src/lab/images.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { SignOptions } from '../../src/lab/release.js'

const MANIFEST = toBytes({ schemaVersion: 2, mediaType: MANIFEST_TYPE, layers: [] })
const DIGEST = digestOf(MANIFEST)
const TAG = `sha256-${DIGEST.hex}.sig`
const MIRROR = 'registry.k8s.io/pause'
const CANONICAL = 'us-central1-docker.pkg.dev/k8s-artifacts-prod/images/pause'
const FORMER = 'k8s-infra-gcr-promoter@k8s-artifacts-prod.iam.gserviceaccount.com'

let lab: Lab
beforeAll(async () => {
  // In the time of the former promoter's last month, and a month after it.
  lab = await startLab({ now: new Date('2023-01-15T00:00:00Z') })
})
afterAll(() => lab.close())

const layer = (options: Partial<SignOptions> = {}): Promise<SignatureLayer> =>
  signPayload(lab, toBytes(imagePayload(DIGEST.toString(), undefined, 'pause')), options)

/** What each place has, by tag or digest; an error is what asking for it comes to. */
type Places = Record<string, Record<string, Buffer | Error>>

async function prove(places: Places): Promise<ImageProof & { asked: string[] }> {
  const asked: string[] = []
  const find = (place: { registry: string; repository: string }, name: string): Buffer | undefined => {
    const key = `${place.registry}/${place.repository}`
    asked.push(`${key} ${name}`)
    const found = places[key]?.[name]
    if (found instanceof Error) throw found
    return found
  }
  const imageRegistry: ImageRegistry = {
    fetchManifest: async (place, reference) => Promise.resolve(find(place, reference.toString())),
    fetchReferrers: () => Promise.resolve(undefined),
    fetchBlob: async (place, digest) => {
      const found = await Promise.resolve(find(place, digest.toString()))
      if (found === undefined) throw new EvidenceError('EVIDENCE_SIGNATURE_MISSING', 'no such blob')
      return found
    },
  }
  const transparencyLog = {
    fetchEntry: () => Promise.reject(new FetchError('FETCH_NETWORK', 'out of reach')),
    fetchEntryBy: () => Promise.reject(new FetchError('FETCH_NETWORK', 'out of reach')),
    fetchCopies: () => Promise.resolve({ answers: [], isComplete: false }),
    fetchBatch: () => Promise.resolve([]),
    fetchConsistencyProof: () => Promise.resolve([]),
    search: () => Promise.resolve([]),
  }
  const reference = { registry: 'registry.k8s.io', repository: 'pause', tag: undefined, digest: DIGEST }
  const trustedRoot = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  const proof = await proveImage(reference, {
    ports: { imageRegistry, transparencyLog },
    trustedRoot,
    signer: undefined,
  })
  return { ...proof, asked }
}

const toPlace = (one: SignatureLayer): Record<string, Buffer> => ({
  [TAG]: toBytes(signatureManifest([one])),
  [sha256(one.payload)]: one.payload,
})
const refused = new FetchError('FETCH_HTTP_STATUS', 'the registry answered 403', { status: 403 })

test.each<[string, (good: Record<string, Buffer>, one: SignatureLayer) => Places]>([
  ['the mirror has all', (good) => ({ [MIRROR]: good })],
  ['the mirror lacks the signature', (good) => ({ [CANONICAL]: good })],
  ['the mirror refuses to say', (good) => ({ [MIRROR]: { [TAG]: refused }, [CANONICAL]: good })],
  [
    'the mirror has the manifest alone',
    (good) => ({ [MIRROR]: { [TAG]: good[TAG] as Buffer }, [CANONICAL]: good }),
  ],
  [
    'the mirror refuses what the manifest names',
    (good, one) => ({
      [MIRROR]: { [TAG]: good[TAG] as Buffer, [sha256(one.payload)]: refused },
      [CANONICAL]: good,
    }),
  ],
])('verified, by tag and never again by digest: %s', async (_, toPlaces) => {
  const one = await layer()
  const { pinned, result, asked } = await prove(toPlaces(toPlace(one), one))
  expect([result.outcome, pinned]).toEqual(['verified', `${MIRROR}@${DIGEST.toString()}`])
  const manifest = toBytes(signatureManifest([one]))
  expect(asked.filter((each) => each.includes(sha256(manifest)))).toEqual([])
})

test.each<[string, Places, string]>([
  ['nowhere', {}, 'IMAGE_SIGNATURE_MISSING'],
  [
    'missing in the one and out of reach in the other',
    { [CANONICAL]: { [TAG]: refused } },
    'FETCH_HTTP_STATUS',
  ],
])('unverifiable: %s', async (_, places, code) => {
  const { result, pinned } = await prove(places)
  expect([result.outcome, decisiveCheck(result)?.code, pinned]).toEqual(['unverifiable', code, undefined])
})

test.each<[string, string, 'verified' | 'rejected']>([
  ['the former promoter in its time', '2022-11-30T23:00:00Z', 'verified'],
  ['the former promoter on its first day', '2022-10-01T00:00:00Z', 'verified'],
  ['the former promoter after its time', '2022-12-01T00:00:00Z', 'rejected'],
  ['the former promoter before its time', '2022-09-30T23:00:00Z', 'rejected'],
])('%s', async (_, time, outcome) => {
  const one = await layer({ identity: FORMER, signedAt: new Date(time) })
  const { result } = await prove({ [MIRROR]: toPlace(one) })
  expect(result.outcome).toBe(outcome)
  if (outcome === 'rejected') expect(decisiveCheck(result)?.code).toBe('IDENTITY_MISMATCH')
})

test('a time that the log did not promise makes nobody the promoter of then', async () => {
  const one = await layer({ identity: FORMER, signedAt: new Date('2022-12-10T00:00:00Z') })
  const key = 'dev.sigstore.cosign/bundle'
  const promise = JSON.parse(one.annotations[key] ?? '') as { Payload: { integratedTime: number } }
  promise.Payload.integratedTime = Date.parse('2022-11-10T00:00:00Z') / 1000
  const forged = { ...one, annotations: { ...one.annotations, [key]: JSON.stringify(promise) } }
  const { result } = await prove({ [MIRROR]: toPlace(forged) })
  expect(result.outcome).toBe('rejected')
})
