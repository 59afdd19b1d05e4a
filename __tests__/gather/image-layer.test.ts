// One signature of an image, in cosign's own form and as a bundle.
import { type Digest, digestOf, parseDigest } from '../../src/digest.js'
import { FetchError } from '../../src/errors.js'
import type { Candidate } from '../../src/evidence/candidate.js'
import type { Descriptor } from '../../src/evidence/image-manifest.js'
import { readBundleLayer, readSignatureLayer } from '../../src/gather/image-layer.js'
import { withProof } from '../../src/gather/promise.js'
import { bundleV2 } from '../../src/lab/bundles.js'
import { type SignatureLayer, imagePayload, sha256, signPayload, toBytes } from '../../src/lab/images.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { ImageRegistry, TransparencyLog } from '../../src/ports.js'
import { logOf, withFailure } from '../support/memory.js'

const MANIFEST = digestOf(Buffer.from('a manifest'))
const [HERE, THERE] = ['here', 'there'].map((repository) => ({ registry: 'registry.example', repository }))
let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const sign = (): Promise<SignatureLayer> =>
  signPayload(lab, toBytes(imagePayload(MANIFEST.toString(), undefined, 'pause')))
const registryOf = (blobs: Readonly<Record<string, Buffer | Error>>): ImageRegistry => ({
  fetchManifest: () => Promise.resolve(undefined),
  fetchReferrers: () => Promise.resolve(undefined),
  fetchBlob: async ({ repository }) => {
    const blob =
      blobs[repository] ?? new FetchError('FETCH_HTTP_STATUS', `${repository} has none`, { status: 404 })
    if (blob instanceof Error) throw blob
    return Promise.resolve(blob)
  },
})
const descriptorOf = (bytes: Buffer, annotations: Readonly<Record<string, string>> = {}): Descriptor => ({
  mediaType: 'x',
  digest: parseDigest(sha256(bytes)) as Digest,
  annotations,
})

async function read(
  layer: SignatureLayer,
  {
    blobs = { here: layer.payload },
    log = logOf(lab.log),
  }: { blobs?: Record<string, Buffer | Error>; log?: TransparencyLog } = {},
): Promise<Candidate> {
  const places = [HERE, THERE].flatMap((place) => place ?? [])
  const descriptor = descriptorOf(layer.payload, layer.annotations)
  const reading = { source: 'image-tag', places, registry: registryOf(blobs) } as const
  return withProof(await readSignatureLayer(descriptor, reading), log)
}

test('the payload is what is signed, and names manifest and image', async () => {
  const layer = await sign()
  const { payload, evidence, alternatives } = await read(layer)
  expect(payload?.digest.value?.toString()).toBe(sha256(layer.payload))
  expect([payload?.manifest.value?.hex, payload?.reference]).toEqual([
    MANIFEST.hex,
    'registry.lab.example/pause',
  ])
  // The log's proof beside the promise; and should that be none, the promise alone.
  expect(evidence.logEntry.value?.inclusionProof).toBeDefined()
  expect(evidence.logEntry.value?.signedEntryTimestamp).toBeDefined()
  expect(alternatives.map(({ logEntry }) => logEntry.value?.inclusionProof)).toEqual([undefined])
})

test('where the log answers with a later copy, every shard is asked for the one that was promised', async () => {
  const layer = await sign()
  for (const entry of lab.log.search(sha256(layer.payload))) lab.activeTree.logAgain(entry, lab.now)
  const log = logOf(lab.activeTree, lab.log)
  const { evidence } = await read(layer, { log })
  expect(evidence.logEntry.value?.inclusionProof).toBeDefined()
  expect(evidence.logEntry.value?.logId).toBe(lab.log.logId)
  expect(log.asked.map((each) => each.split(' ')[0])).toEqual(['entry', 'copies'])
})

test.each<[string, (log: TransparencyLog) => TransparencyLog]>([
  [
    'out of reach',
    (log) => ({ ...log, fetchEntry: () => Promise.reject(new FetchError('FETCH_NETWORK', 'away')) }),
  ],
  ['that has a later copy alone', (log) => withFailure(log, new FetchError('FETCH_NETWORK', 'away'))],
])('a log %s: the promise stays as it is', async (name, change) => {
  const layer = await sign()
  for (const entry of lab.log.search(sha256(layer.payload))) lab.activeTree.logAgain(entry, lab.now)
  const { evidence, alternatives } = await read(layer, { log: change(logOf(lab.activeTree, lab.log)) })
  expect([evidence.logEntry.value?.inclusionProof, alternatives, name.length > 0]).toEqual([
    undefined,
    [],
    true,
  ])
  expect(evidence.logEntry.value?.logId).toBe(lab.log.logId)
})

test('some mirrors serve a signature and not what it is over: the other place has it', async () => {
  const layer = await sign()
  expect((await read(layer, { blobs: { there: layer.payload } })).payload?.manifest.value).toBeDefined()
  const { payload } = await read(layer, { blobs: {} })
  expect(payload?.manifest.error?.message).toBe('here has none')
})

test('a payload that is none names nothing', async () => {
  const layer = await sign()
  const { payload } = await read(layer, { blobs: { here: Buffer.from('<html>') } })
  expect([payload?.manifest.error?.code, payload?.reference]).toEqual([expect.any(String), undefined])
})

const about = (predicateType: string, digest = MANIFEST): object => ({
  _type: 'https://in-toto.io/Statement/v1',
  predicateType,
  subject: [{ name: 'registry.lab.example/pause', digest: { sha256: digest.hex } }],
})
async function readBundle(bundle: object) {
  const bytes = toBytes(bundle)
  const place = HERE ?? { registry: '', repository: '' }
  return readBundleLayer(descriptorOf(bytes), {
    place,
    manifest: MANIFEST,
    registry: registryOf({ here: bytes }),
  })
}

test('a bundle over the manifest itself names that', async () => {
  const read = await readBundle(await bundleV2(lab, Buffer.from('a manifest')))
  expect(read).toMatchObject({ source: 'image-referrer', payload: { reference: undefined } })
  expect(read).toMatchObject({ payload: { manifest: { value: MANIFEST } } })
})

test('a statement that signs the image is a signature, and any other is a statement about it', async () => {
  const statement = about('https://sigstore.dev/cosign/sign/v1')
  const signed = await readBundle(await bundleV2(lab, Buffer.alloc(0), { statement }))
  expect(signed).toMatchObject({ payload: { reference: 'registry.lab.example/pause' } })
  const provenance = about('https://slsa.dev/provenance/v1')
  expect(await readBundle(await bundleV2(lab, Buffer.alloc(0), { statement: provenance }))).toEqual({
    statement: 'https://slsa.dev/provenance/v1',
  })
})

test('a statement about another image says no name', async () => {
  const statement = about('https://sigstore.dev/cosign/sign/v1', digestOf(Buffer.from('another')))
  const read = await readBundle(await bundleV2(lab, Buffer.alloc(0), { statement }))
  expect(read).toMatchObject({ payload: { reference: undefined } })
})
