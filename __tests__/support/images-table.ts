// Every way in which an image may be signed, or seem to be, for each kind of
// registry.
import { createImageRegistry } from '../../src/fetch/registry/client.js'
import { createHttp } from '../../src/fetch/http-client.js'
import { FetchError } from '../../src/errors.js'
import { parseImageReference } from '../../src/request/image-reference.js'
import { noticesOfImage } from '../../src/diagnose/image-notices.js'
import { type ImageProof, proveImage } from '../../src/prove/image-prover.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { decisiveCheck } from '../../src/verify/verification-result.js'
import { bundleV2 } from '../../src/lab/bundles.js'
import {
  BUNDLE_TYPE,
  type DescriptorJson,
  INDEX_TYPE,
  type ImageStore,
  MANIFEST_TYPE,
  type PushedImage,
  bundleManifest,
} from '../../src/lab/image-store.js'
import {
  IMAGE_SIGNER,
  STAGING_SIGNER,
  type SignatureLayer,
  imagePayload,
  sha256,
  signPayload,
  toBytes,
} from '../../src/lab/images.js'
import { type Lab, startLab } from '../../src/lab/lab.js'

/** A kind of registry. */
export interface Kind {
  name: string
  /** Whether it has a list of what refers to an image; else clients keep the tag. */
  hasReferrers: boolean
  start: () => Promise<{ store: ImageStore; stop: () => Promise<void> }>
}

export function describeImages(kinds: readonly Kind[], options: { readonly isAbsent?: boolean } = {}): void {
  // Without the programs, nothing is started that would fail in the place of being skipped.
  if (options.isAbsent === true) {
    describe.skip.each(kinds)('$name', () => {
      test('needs programs that are absent', () => undefined)
    })
    return
  }
  let labOfAll: Lab
  beforeAll(async () => {
    labOfAll = await startLab()
  })
  afterAll(() => labOfAll.close())

  describe.each(kinds)('$name', ({ hasReferrers, start }) => {
    let store: ImageStore
    let stop: () => Promise<void>
    let image: PushedImage
    let subject: DescriptorJson
    let number = 0
    /** `kube-apiserver`, below a prefix of its own for each test. */
    let repository: string

    beforeAll(async () => {
      ;({ store, stop } = await start())
    })
    afterAll(() => stop())
    beforeEach(async () => {
      repository = `mirror-${number++}/kube-apiserver`
      image = await store.pushIndex(repository, 'v1.35.2')
      subject = { mediaType: INDEX_TYPE, size: image.indexSize, digest: image.index }
    })

    async function prove(reference = `${repository}:v1.35.2`): Promise<ImageProof> {
      const http = createHttp()
      try {
        const credentials = { find: () => Promise.resolve({ reasons: [] }) }
        const away = new FetchError('FETCH_NETWORK', 'out of reach')
        const parsed = parseImageReference(`${store.host}/${reference}`)
        if (parsed === undefined) throw new Error(`${reference} is no reference`)
        return await proveImage(parsed, {
          ports: {
            imageRegistry: createImageRegistry(http, { credentials, onSecret: () => undefined }),
            transparencyLog: {
              fetchEntry: () => Promise.reject(away),
              fetchCopies: () => Promise.reject(away),
              fetchBatch: () => Promise.reject(away),
              fetchEntryBy: () => Promise.reject(away),
              fetchConsistencyProof: () => Promise.resolve([]),
              search: () => Promise.resolve([]),
            },
          },
          trustedRoot: parseTrustedRoot(JSON.stringify(labOfAll.trustedRoot), 'lab'),
          signer: undefined,
        })
      } finally {
        http.close()
      }
    }

    const sign = (
      digest = image.index,
      name = 'kube-apiserver',
      identity = IMAGE_SIGNER,
    ): Promise<SignatureLayer> =>
      signPayload(labOfAll, toBytes(imagePayload(digest, undefined, name)), { identity })
    async function bundle(
      predicateType = 'https://sigstore.dev/cosign/sign/v1',
      { digest = image.index, name }: { digest?: string; name?: string } = {},
    ): Promise<Buffer> {
      const about = [
        { ...(name !== undefined && { name }), digest: { sha256: digest.slice('sha256:'.length) } },
      ]
      const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        subject: about,
        predicateType,
        predicate: {},
      }
      return toBytes(await bundleV2(labOfAll, Buffer.alloc(0), { statement, identity: IMAGE_SIGNER }))
    }
    /** By the registry's list where it has one, else by the tag, as clients do. */
    async function refer(...referrers: Promise<DescriptorJson>[]): Promise<void> {
      const pushed = await Promise.all(referrers)
      if (!hasReferrers) await store.pushFallbackTag(repository, image.index, pushed)
    }

    test('old form', async () => {
      await store.pushSignatures(repository, image.index, [await sign()])
      const { result, pinned, isIndex } = await prove()
      expect([result.outcome, pinned, isIndex]).toEqual([
        'verified',
        `${store.host}/${repository}@${image.index}`,
        true,
      ])
      // The tag is nobody's word, and nobody may read otherwise.
      expect(result.checks.find(({ id }) => id === 'image-name')).toMatchObject({
        status: 'passed',
        required: true,
        detail: expect.stringMatching(/its tag is not signed/) as string,
      })
    })

    test('staging and promoter', async () => {
      await store.pushSignatures(repository, image.index, [
        await sign(image.index, 'kube-apiserver', STAGING_SIGNER),
        await sign(),
      ])
      expect((await prove()).result.outcome).toBe('verified')
    })

    test('a bundle by referrer: verified, and its name is open', async () => {
      await refer(store.pushBundle(repository, subject, await bundle()))
      const proof = await prove()
      expect(proof.result.outcome).toBe('verified')
      expect(proof.result.checks.find(({ id }) => id === 'image-name')).toMatchObject({
        status: 'not-run',
        required: false,
        code: 'IMAGE_NAME_UNBOUND',
      })
      expect(noticesOfImage(proof, 'it').map(({ code }) => code)).toEqual(['IMAGE_NAME_UNBOUND'])
    })

    test('a bundle that says its name, and one that says another', async () => {
      const named = await bundle(undefined, { name: `registry.k8s.io/kube-apiserver` })
      await refer(store.pushBundle(repository, subject, named))
      const proof = await prove()
      expect([proof.result.outcome, noticesOfImage(proof, 'it')]).toEqual(['verified', []])
    })

    test('a bundle for another name', async () => {
      const named = await bundle(undefined, { name: 'registry.k8s.io/kube-proxy' })
      await refer(store.pushBundle(repository, subject, named))
      const { result } = await prove()
      expect([result.outcome, decisiveCheck(result)?.code]).toEqual(['rejected', 'IMAGE_NAME_MISMATCH'])
    })

    test('a bundle by fallback tag, whatever lists there are', async () => {
      const referrer = await store.pushBundle(repository, subject, await bundle())
      await store.pushFallbackTag(repository, image.index, [referrer])
      expect((await prove()).result.outcome).toBe('verified')
    })

    test('a bundle behind others, on a later page', async () => {
      const others = [
        'https://slsa.dev/provenance/v1',
        'https://spdx.dev/Document',
        'https://k8s.io/promo-tools/promotion/v1',
      ]
      const statements = await Promise.all(others.map((type) => bundle(type)))
      const signature = await bundle()
      await refer(...[...statements, signature].map((each) => store.pushBundle(repository, subject, each)))
      expect((await prove()).result.outcome).toBe('verified')
    })

    test.each(['application/vnd.oci.empty.v1+json', 'application/vnd.example.sbom', 'text/plain'])(
      'artifactType %s: the manifest tells',
      async (artifactType) => {
        const bytes = await bundle()
        for (const blob of [bytes, toBytes({})]) await store.pushBlob(repository, blob)
        const referrer = await store.pushReferrer(repository, bundleManifest(bytes, subject, artifactType))
        await store.pushFallbackTag(repository, image.index, [{ ...referrer, artifactType }])
        expect((await prove()).result.outcome).toBe('verified')
      },
    )

    test('no artifactType in the list', async () => {
      const referrer = await store.pushBundle(repository, subject, await bundle())
      await store.pushFallbackTag(repository, image.index, [referrer])
      expect((await prove()).result.outcome).toBe('verified')
    })

    test('a signature of the old form that refers to the image', async () => {
      await refer(store.pushReferringSignatures(repository, subject, [await sign()]))
      const proof = await prove()
      expect([proof.result.outcome, proof.chosen?.source]).toEqual(['verified', 'image-signature'])
    })

    test('junk under the .sig tag, and a bundle beside', async () => {
      await store.pushSignatures(repository, image.index, [await sign(sha256(Buffer.from('another')))])
      await refer(store.pushBundle(repository, subject, await bundle()))
      expect((await prove()).result.outcome).toBe('verified')
    })

    test('index and child are told apart: the signature of one is none of the other', async () => {
      await store.pushSignatures(repository, image.index, [await sign()])
      expect((await prove()).isIndex).toBe(true)
      const child = await prove(`${repository}@${image.child}`)
      expect([child.result.outcome, decisiveCheck(child.result)?.code]).toEqual([
        'unverifiable',
        'IMAGE_SIGNATURE_MISSING',
      ])
    })

    test('the child in the place of the index: verified, and said', async () => {
      await store.pushSignatures(repository, image.child, [await sign(image.child)])
      const proof = await prove(`${repository}:v1.35.2-amd64`)
      expect([proof.result.outcome, proof.isIndex]).toEqual(['verified', false])
      expect(noticesOfImage(proof, 'it').map(({ code }) => code)).toEqual(['IMAGE_SINGLE_PLATFORM'])
    })

    test.each([
      ['kube-apiserver-amd64', 'verified'],
      ['kube-apiserver-arm64', 'rejected'],
      ['kube-apiserver-', 'rejected'],
      ['kube-proxy-amd64', 'rejected'],
    ])('a child for amd64 that is signed as %s is %s', async (name, outcome) => {
      await store.pushSignatures(repository, image.child, [await sign(image.child, name)])
      expect((await prove(`${repository}@${image.child}`)).result.outcome).toBe(outcome)
    })

    test('an index that is signed with an architecture in its name is another', async () => {
      await store.pushSignatures(repository, image.index, [await sign(image.index, 'kube-apiserver-amd64')])
      expect((await prove()).result.outcome).toBe('rejected')
    })

    test.each(['kube-proxy', 'pause', 'apiserver', 'KUBE-APISERVER', ''])('signed as "%s"', async (name) => {
      await store.pushSignatures(repository, image.index, [await sign(image.index, name)])
      const { result, pinned } = await prove()
      expect([result.outcome, decisiveCheck(result)?.code, pinned]).toEqual([
        'rejected',
        'IMAGE_NAME_MISMATCH',
        undefined,
      ])
    })

    test('a mirror’s prefix on either side does not count, nor a tag or digest in the signed name', async () => {
      for (const name of ['a/b/kube-apiserver', 'kube-apiserver:v1.0.0', `kube-apiserver@${image.index}`]) {
        await store.pushSignatures(repository, image.index, [await sign(image.index, name)])
        expect([name, (await prove()).result.outcome]).toEqual([name, 'verified'])
      }
    })

    test('attestations alone are no signature, and named', async () => {
      const vsa = 'https://slsa.dev/verification_summary/v1'
      await refer(store.pushBundle(repository, subject, await bundle(vsa)))
      const { result } = await prove()
      expect([result.outcome, decisiveCheck(result)?.code]).toEqual([
        'unverifiable',
        'IMAGE_SIGNATURE_MISSING',
      ])
      expect(decisiveCheck(result)?.detail).toContain(vsa)
    })

    test('nothing at all', async () => {
      const { result } = await prove()
      expect([result.outcome, decisiveCheck(result)?.code]).toEqual([
        'unverifiable',
        'IMAGE_SIGNATURE_MISSING',
      ])
    })

    test('what refers to it and cannot be read hides nothing', async () => {
      const broken = Buffer.from('{"mediaType":"a bundle of the future"}')
      const blob = toBytes({})
      await store.pushBlob(repository, blob)
      const other = {
        schemaVersion: 2,
        mediaType: MANIFEST_TYPE,
        config: { ...subject, mediaType: BUNDLE_TYPE, digest: sha256(blob), size: blob.length },
        layers: [],
        subject,
      }
      await refer(
        store.pushBundle(repository, subject, broken),
        store.pushReferrer(repository, other),
        store.pushBundle(repository, subject, await bundle()),
      )
      expect((await prove()).result.outcome).toBe('verified')
    })
  })
}
