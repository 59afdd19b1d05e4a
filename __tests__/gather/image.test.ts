// Where an image's signatures may lie, and what it means when they do not.
import { digestOf } from '../../src/digest.js'
import { FetchError } from '../../src/errors.js'
import {
  type GatheredSignatures,
  gatherReferrers,
  gatherTagged,
  placesOf,
  toNoSignature,
} from '../../src/gather/image.js'
import {
  BUNDLE_TYPE,
  INDEX_TYPE,
  MANIFEST_TYPE,
  imagePayload,
  sha256,
  signPayload,
  signatureManifest,
  toBytes,
} from '../../src/lab/images.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { ImageRegistry } from '../../src/ports.js'

const DIGEST = digestOf(Buffer.from('a manifest'))
const TAG = `sha256-${DIGEST.hex}.sig`
const FALLBACK = `sha256-${DIGEST.hex}`
const PLACE = { registry: 'registry.example', repository: 'pause' }
let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

interface Stored {
  /** By tag or digest. */
  readonly files?: Readonly<Record<string, Buffer | Error>>
  readonly referrers?: readonly object[] | Error
}
function registryOf({ files = {}, referrers }: Stored): ImageRegistry {
  const find = (name: string): Buffer | undefined => {
    const file = files[name]
    if (file instanceof Error) throw file
    return file
  }
  return {
    fetchManifest: async (_, reference) => Promise.resolve(find(reference.toString())),
    fetchReferrers: async () => {
      if (referrers instanceof Error) throw referrers
      return Promise.resolve(
        referrers && [toBytes({ schemaVersion: 2, mediaType: INDEX_TYPE, manifests: referrers })],
      )
    },
    fetchBlob: async (_, digest) => {
      const blob = find(digest.toString())
      if (blob === undefined) throw new FetchError('FETCH_HTTP_STATUS', '404', { status: 404 })
      return Promise.resolve(blob)
    },
  }
}
const tagged = (stored: Stored) => gatherTagged([PLACE], DIGEST, registryOf(stored))
const referring = (stored: Stored) => gatherReferrers(PLACE, DIGEST, registryOf(stored))
const told = ({ candidates, absent }: GatheredSignatures) => ({
  sources: candidates.map(({ source, evidence }) => `${source} ${evidence.signature.error?.code ?? 'read'}`),
  absent: absent.map(({ source, error }) => `${source} ${error.code}`),
})
const sign = () => signPayload(lab, toBytes(imagePayload(DIGEST.toString(), undefined, 'pause')))
const describe = (bytes: Buffer, more: object = {}): object => ({
  mediaType: MANIFEST_TYPE,
  size: bytes.length,
  digest: sha256(bytes),
  ...more,
})

test('registry.k8s.io is a mirror: its canonical place is looked at, too; no other is', () => {
  expect(placesOf({ registry: 'registry.k8s.io', repository: 'pause' })).toEqual([
    { registry: 'registry.k8s.io', repository: 'pause' },
    { registry: 'us-central1-docker.pkg.dev', repository: 'k8s-artifacts-prod/images/pause' },
  ])
  expect(placesOf(PLACE)).toEqual([PLACE])
  expect(placesOf({ registry: 'registry.k8s.io.example', repository: 'pause' })).toHaveLength(1)
})

test('under the tag: each layer is a candidate', async () => {
  const layers = [await sign(), await sign()]
  const payloads = layers.map(({ payload }) => [sha256(payload), payload] as const)
  const files = { [TAG]: toBytes(signatureManifest(layers)), ...Object.fromEntries(payloads) }
  expect(told(await tagged({ files }))).toEqual({ sources: ['image-tag read', 'image-tag read'], absent: [] })
})

test.each<[string, Stored, string]>([
  ['no tag', {}, 'IMAGE_SIGNATURE_MISSING'],
  ['a tag out of reach', { files: { [TAG]: new FetchError('FETCH_NETWORK', 'away') } }, 'FETCH_NETWORK'],
  ['a tag that is no manifest', { files: { [TAG]: Buffer.from('<html>') } }, 'IMAGE_MANIFEST_MALFORMED'],
  [
    'a manifest without a signature',
    { files: { [TAG]: toBytes(signatureManifest([])) } },
    'IMAGE_SIGNATURE_MISSING',
  ],
])('%s', async (_, stored, code) => {
  expect(told(await tagged(stored))).toEqual({ sources: [], absent: [`image-tag ${code}`] })
})

test('more signatures than anybody makes are not judged', async () => {
  const layer = await sign()
  const files = { [TAG]: toBytes(signatureManifest(Array.from({ length: 33 }, () => layer))) }
  expect(told(await tagged({ files })).absent).toEqual(['image-tag IMAGE_MANIFEST_MALFORMED'])
})

test.each(['in the list', 'under the tag in its place'])('what refers to it, %s', async (where) => {
  const layer = await sign()
  const manifest = toBytes(signatureManifest([layer]))
  const listed = [describe(manifest)]
  const files = {
    [sha256(manifest)]: manifest,
    [sha256(layer.payload)]: layer.payload,
    ...(where !== 'in the list' && {
      [FALLBACK]: toBytes({ schemaVersion: 2, mediaType: INDEX_TYPE, manifests: listed }),
    }),
  }
  const stored = where === 'in the list' ? { files, referrers: listed } : { files }
  expect(told(await referring(stored))).toEqual({ sources: ['image-signature read'], absent: [] })
})

test('listed twice it is opened once', async () => {
  const layer = await sign()
  const manifest = toBytes(signatureManifest([layer]))
  const listed = [describe(manifest), describe(manifest)]
  const files = { [sha256(manifest)]: manifest, [sha256(layer.payload)]: layer.payload }
  expect(told(await referring({ files, referrers: listed })).sources).toHaveLength(1)
})

test('a list that is out of reach is said, whatever else there is', async () => {
  const stored = { referrers: new FetchError('FETCH_NETWORK', 'away') }
  expect(told(await referring(stored)).absent).toEqual([
    'image-referrer FETCH_NETWORK',
    'image-referrer IMAGE_SIGNATURE_MISSING',
  ])
})

test('what cannot be opened is a candidate that says why', async () => {
  const manifest = toBytes(signatureManifest([await sign()]))
  const stored = {
    referrers: [describe(manifest)],
    files: { [sha256(manifest)]: new FetchError('FETCH_NETWORK', 'away') },
  }
  expect(told(await referring(stored)).sources).toEqual(['image-referrer FETCH_NETWORK'])
})

test('of more than is opened the likely ones come first, and what is left out is said', async () => {
  const layer = await sign()
  const likely = toBytes(signatureManifest([layer]))
  const others = Array.from({ length: 64 }, (_, index) =>
    Buffer.from(`{"schemaVersion":2,"layers":[],"annotations":{"n":"${index}"}}`),
  )
  const listed = [
    ...others.map((each) => describe(each)),
    describe(likely, { artifactType: `${BUNDLE_TYPE}.v0.3+json` }),
  ]
  const files = Object.fromEntries([...others, likely, layer.payload].map((bytes) => [sha256(bytes), bytes]))
  const { sources, absent } = told(await referring({ files, referrers: listed }))
  expect([sources, absent]).toEqual([['image-signature read'], ['image-referrer IMAGE_MANIFEST_MALFORMED']])
})

test('a candidate of nothing says so in every piece', () => {
  const error = new FetchError('FETCH_NETWORK', 'away')
  const { evidence, payload } = toNoSignature('image-tag', error)
  expect([evidence.signature.error, payload?.digest.error, payload?.manifest.error]).toEqual([
    error,
    error,
    error,
  ])
})
