// Manifests of container images
// (https://github.com/opencontainers/image-spec/blob/main/manifest.md and
// image-index.md; Docker's own are the same for us).
import { type JsonFault, readJson } from '../json/read-json.js'
import * as v from 'valibot'
import { type Digest, parseDigest } from '../digest.js'
import { ImageError } from '../errors.js'
import { describeText } from './describe.js'

export interface Descriptor {
  readonly mediaType: string
  readonly digest: Digest
  readonly annotations: Readonly<Record<string, string>>
  readonly artifactType?: string | undefined
}

export interface ImageManifest {
  /** Of an image. */
  readonly layers: readonly Descriptor[]
  /** Of an index. */
  readonly manifests: readonly Descriptor[]
  /** Whether it is an index, of images for several platforms or of what refers to an image. */
  readonly isIndex: boolean
  /** Of an image's configuration, which says what it is built for. */
  readonly config: Digest | undefined
}

const INDEX_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]
/** What an index and a manifest are called, by OCI and by Docker. */
export const MANIFEST_TYPES: readonly string[] = [
  ...INDEX_TYPES,
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]
/** Real images have some dozen. */
const MAX_DESCRIPTORS = 500

const descriptorSchema = v.object({
  mediaType: v.string(),
  digest: v.pipe(v.string(), v.regex(/^[a-z0-9+._-]+:[A-Za-z0-9=_-]+$/, 'is not a digest')),
  annotations: v.fallback(v.optional(v.record(v.string(), v.string()), {}), {}),
  artifactType: v.fallback(v.optional(v.string()), undefined),
})
const descriptors = v.optional(
  v.pipe(v.array(descriptorSchema), v.maxLength(MAX_DESCRIPTORS, `has more than ${MAX_DESCRIPTORS} parts`)),
  [],
)
const manifestSchema = v.object({
  schemaVersion: v.literal(2, 'is not 2'),
  // OCI made it optional; what is in the manifest tells.
  mediaType: v.optional(v.picklist(MANIFEST_TYPES, 'is not one of a manifest or an index')),
  layers: descriptors,
  manifests: descriptors,
  config: v.fallback(v.optional(v.object({ digest: v.string() })), undefined),
})
const configSchema = v.fallback(
  v.object({ architecture: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,32}$/))) }),
  {},
)

/**
 * Reads a manifest or an index.
 * @throws ImageError IMAGE_MANIFEST_MALFORMED with the JSON path
 */
export function parseImageManifest(text: string): ImageManifest {
  const { mediaType, layers, manifests, config } = readJson(text, manifestSchema, { refuse: refuse(text) })
  return {
    layers: toDescriptors(layers),
    manifests: toDescriptors(manifests),
    isIndex: manifests.length > 0 || (mediaType !== undefined && INDEX_TYPES.includes(mediaType)),
    config: parseSha256(config?.digest ?? ''),
  }
}

/** What an image is built for, by its configuration: `amd64`; undefined where that does not say it. */
export function parseArchitectureOf(text: string): string | undefined {
  return readJson(text, configSchema, { refuse: refuse(text) }).architecture
}

/** Without those of another algorithm: nobody asks for them, and nothing that we look for has one. */
function toDescriptors(listed: readonly v.InferOutput<typeof descriptorSchema>[]): Descriptor[] {
  return listed.flatMap((descriptor) => {
    const digest = parseSha256(descriptor.digest)
    return digest === undefined ? [] : [{ ...descriptor, digest }]
  })
}

function parseSha256(text: string): Digest | undefined {
  return /^sha256:[0-9a-f]{64}$/.test(text) ? parseDigest(text) : undefined
}

const refuse =
  (text: string) =>
  ({ isJson, what, cause }: JsonFault): ImageError => {
    const why = isJson ? `in its format: ${what}` : `JSON but ${describeText(text)}`
    return new ImageError('IMAGE_MANIFEST_MALFORMED', `the manifest is not ${why}`, { cause })
  }
