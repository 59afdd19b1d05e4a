// Container images, and a registry that they are pushed to, whichever it is.
import { createHash } from 'node:crypto'

export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json'
export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json'
export const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json'
const EMPTY_TYPE = 'application/vnd.oci.empty.v1+json'
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json'

export const sha256 = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
export const toBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

export interface DescriptorJson {
  readonly mediaType: string
  readonly size: number
  readonly digest: string
}

export function describe(mediaType: string, bytes: Buffer): DescriptorJson {
  return { mediaType, size: bytes.length, digest: sha256(bytes) }
}

/** A manifest as JSON says it, whichever kind. */
export interface ManifestJson {
  readonly mediaType: string
  readonly [key: string]: unknown
}

/** A manifest as it is sent. */
export interface ManifestBytes {
  readonly bytes: Buffer
  readonly type: string
}

/** The manifest that holds signatures as its layers. */
export function signatureManifest(layers: readonly SignatureLayer[], subject?: DescriptorJson): ManifestJson {
  return {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    // As cosign's mode for OCI 1.1 marks its own, and as its tags have it.
    config: describe(subject ? 'application/vnd.dev.cosign.artifact.sig.v1+json' : CONFIG_TYPE, toBytes({})),
    layers: layers.map(({ payload, annotations }) => ({ ...describe(SIMPLE_SIGNING, payload), annotations })),
    ...(subject && { subject }),
  }
}

/** The manifest of a bundle, as cosign 3 writes it. */
export function bundleManifest(
  bundle: Buffer,
  subject?: DescriptorJson,
  artifactType = BUNDLE_TYPE,
): ManifestJson {
  return {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType,
    config: describe(EMPTY_TYPE, toBytes({})),
    layers: [describe(BUNDLE_TYPE, bundle)],
    ...(subject && { subject }),
  }
}

export interface SignatureLayer {
  readonly payload: Buffer
  readonly annotations: Record<string, string>
}

export interface PushedImage {
  /** Digest of the index. */
  readonly index: string
  /** Its size in bytes. */
  readonly indexSize: number
  /** Digest of the image for linux/amd64, which the index lists. */
  readonly child: string
}

export abstract class ImageStore {
  /** Host and port. */
  abstract readonly host: string
  abstract pushBlob(repository: string, bytes: Buffer): Promise<void>
  abstract pushBytes(repository: string, tag: string, manifest: ManifestBytes): Promise<void>

  /** @returns the manifest's digest */
  async pushManifest(repository: string, tag: string, manifest: ManifestJson): Promise<string> {
    const bytes = toBytes(manifest)
    await this.pushBytes(repository, tag, { bytes, type: manifest.mediaType })
    return sha256(bytes)
  }

  /** An image of one layer, and an index of it; @returns the digest of the index */
  async pushImage(repository: string, tag: string): Promise<string> {
    return (await this.pushIndex(repository, tag)).index
  }

  async pushIndex(repository: string, tag: string): Promise<PushedImage> {
    const layer = Buffer.from(`layer of ${repository}:${tag}`)
    const config = toBytes({
      os: 'linux',
      architecture: 'amd64',
      rootfs: { type: 'layers', diff_ids: [] },
      config: {},
    })
    for (const blob of [layer, config]) await this.pushBlob(repository, blob)
    const manifest = {
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      config: describe(CONFIG_TYPE, config),
      layers: [describe('application/vnd.oci.image.layer.v1.tar', layer)],
    }
    const child = await this.pushManifest(repository, `${tag}-amd64`, manifest)
    const platform = { os: 'linux', architecture: 'amd64' }
    const index = {
      schemaVersion: 2,
      mediaType: INDEX_TYPE,
      manifests: [{ ...describe(MANIFEST_TYPE, toBytes(manifest)), platform }],
    }
    const digest = await this.pushManifest(repository, tag, index)
    return { index: digest, indexSize: toBytes(index).length, child }
  }

  async pushSignatures(repository: string, digest: string, layers: readonly SignatureLayer[]): Promise<void> {
    await this.#pushPayloads(repository, layers)
    await this.pushManifest(repository, `${digest.replace(':', '-')}.sig`, signatureManifest(layers))
  }

  /** Signatures that refer to the manifest (cosign's mode for OCI 1.1). */
  async pushReferringSignatures(
    repository: string,
    subject: DescriptorJson,
    layers: readonly SignatureLayer[],
  ): Promise<DescriptorJson> {
    await this.#pushPayloads(repository, layers)
    return this.pushReferrer(repository, signatureManifest(layers, subject))
  }

  /** A bundle that refers to the manifest. */
  async pushBundle(repository: string, subject: DescriptorJson, bundle: Buffer): Promise<DescriptorJson> {
    for (const blob of [bundle, toBytes({})]) await this.pushBlob(repository, blob)
    return this.pushReferrer(repository, bundleManifest(bundle, subject))
  }

  async pushReferrer(repository: string, manifest: ManifestJson): Promise<DescriptorJson> {
    const digest = await this.pushManifest(repository, sha256(toBytes(manifest)), manifest)
    return { mediaType: MANIFEST_TYPE, size: toBytes(manifest).length, digest }
  }

  /** What stands in the place of a list of referrers where the registry has none. */
  async pushFallbackTag(repository: string, digest: string, referrers: readonly object[]): Promise<void> {
    const index = { schemaVersion: 2, mediaType: INDEX_TYPE, manifests: referrers }
    await this.pushManifest(repository, digest.replace(':', '-'), index)
  }

  async #pushPayloads(repository: string, layers: readonly SignatureLayer[]): Promise<void> {
    await this.pushBlob(repository, toBytes({}))
    for (const { payload } of layers) await this.pushBlob(repository, payload)
  }
}
