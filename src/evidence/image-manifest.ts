// Manifests of container images
// (https://github.com/opencontainers/image-spec/blob/main/manifest.md and
// image-index.md; Docker's own are the same for us).
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
}

/** What an index and a manifest are called, by OCI and by Docker. */
export const MANIFEST_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]
/** Real images have some dozen. */
const MAX_DESCRIPTORS = 500

const descriptorSchema = v.object({
  mediaType: v.string(),
  digest: v.pipe(
    v.string(),
    v.regex(/^sha256:[0-9a-f]{64}$/, 'is not a SHA-256 digest'),
    v.transform((text) => parseDigest(text) as Digest),
  ),
  annotations: v.optional(v.record(v.string(), v.string()), {}),
  artifactType: v.optional(v.string()),
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
})

/**
 * Reads a manifest or an index.
 * @throws ImageError IMAGE_MANIFEST_MALFORMED with the JSON path
 */
export function parseImageManifest(text: string): ImageManifest {
  const parsed = v.safeParse(manifestSchema, parseJson(text), { abortEarly: true })
  if (!parsed.success) {
    const [issue] = parsed.issues
    const message = `the manifest is not in its format: ${v.getDotPath(issue) ?? '(root)'} ${issue.message}`
    throw new ImageError('IMAGE_MANIFEST_MALFORMED', message)
  }
  return parsed.output
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = `the manifest is not JSON but ${describeText(text)}`
    throw new ImageError('IMAGE_MANIFEST_MALFORMED', message, { cause })
  }
}
