// Images on the disk, as an OCI layout
// (https://github.com/opencontainers/image-spec/blob/main/image-layout.md):
// index.json names manifests, blobs/sha256/ has them and what they name; in a
// folder, or in a tar archive. `cosign save` puts the signatures beside the
// image, others put what refers to it. Whoever made it controls all of it: what
// is asked for by its digest has it.
import { parseJson } from '../../json/parse-json.js'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Digest, digestOf, parseDigest } from '../../digest.js'
import { EvidenceError, ImageError, messageOf } from '../../errors.js'
import { readSmallFile } from '../../files/read-small-file.js'
import type { ImageRegistry, Repository } from '../../ports.js'

/** Reads a piece by its path in the layout; undefined when there is none. */
type ReadPiece = (path: string) => Promise<Buffer | undefined>

const FOLDER = 'oci:'
const ARCHIVE = 'oci-archive:'
const MAX_PIECE_BYTES = 4 * 1024 * 1024
/** As many manifests are looked at. */
const MAX_MANIFESTS = 500
const NAME = 'org.opencontainers.image.ref.name'
/** What `cosign save` marks its manifests with. */
const KIND = 'kind'
const SIGNATURES = 'dev.cosignproject.cosign/sigs'
const IMAGES = ['dev.cosignproject.cosign/image', 'dev.cosignproject.cosign/imageIndex']
const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json'

const listedSchema = v.object({
  mediaType: v.string(),
  digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
  annotations: v.fallback(v.optional(v.record(v.string(), v.string()), {}), {}),
})
const indexSchema = v.object({ manifests: v.pipe(v.array(listedSchema), v.maxLength(MAX_MANIFESTS)) })
const subjectSchema = v.object({ subject: v.object({ digest: v.string() }) })

type Listed = v.InferOutput<typeof listedSchema>

/**
 * A registry that also has what `oci:FOLDER` and `oci-archive:FILE` name.
 * @param signatures another layout, which is asked as well for what says something of an image on the disk
 */
export function withLayouts(registry: ImageRegistry, signatures?: string): ImageRegistry {
  const opened = new Map<string, Promise<ReadPiece>>()
  const openNamed = async (name: string): Promise<ImageRegistry> => {
    const opening = opened.get(name) ?? openLayout(name)
    opened.set(name, opening)
    return createLayout(await opening)
  }
  const open = async ({ registry: name }: Repository): Promise<ImageRegistry> => {
    if (!name.startsWith(FOLDER) && !name.startsWith(ARCHIVE)) return registry
    const own = await openNamed(name)
    return signatures === undefined ? own : withSignatures(own, await openNamed(signatures))
  }
  return {
    fetchManifest: async (place, reference) => (await open(place)).fetchManifest(place, reference),
    fetchReferrers: async (place, digest) => (await open(place)).fetchReferrers(place, digest),
    fetchBlob: async (place, digest) => (await open(place)).fetchBlob(place, digest),
  }
}

/** What a signature of an image is kept under, and a list of what refers to it. */
const OF_AN_IMAGE = /^sha256-[0-9a-f]{64}(?:\.sig)?$/

/** The images of the one layout: what is asked for by a name is never the other's, but for what is said of an image. */
function withSignatures(own: ImageRegistry, others: ImageRegistry): ImageRegistry {
  return {
    fetchManifest: async (place, reference) => {
      const isOfImage = typeof reference !== 'string' || OF_AN_IMAGE.test(reference)
      const found = await own.fetchManifest(place, reference)
      return found ?? (isOfImage ? others.fetchManifest(place, reference) : undefined)
    },
    fetchReferrers: async (place, digest) => {
      const lists = await Promise.all([own, others].map((each) => each.fetchReferrers(place, digest)))
      return lists.flatMap((list) => list ?? [])
    },
    fetchBlob: (place, digest) =>
      own.fetchBlob(place, digest).catch((thrown: unknown) => {
        if (!(thrown instanceof EvidenceError)) throw thrown
        return others.fetchBlob(place, digest)
      }),
  }
}

function createLayout(read: ReadPiece): ImageRegistry {
  const readBlob = async (digest: Digest): Promise<Buffer | undefined> => {
    const bytes = await read(`blobs/sha256/${digest.hex}`)
    if (bytes === undefined || digestOf(bytes).equals(digest)) return bytes
    throw new ImageError('IMAGE_DIGEST_MISMATCH', 'a piece of the layout is not what it is called', {
      expected: digest.toString(),
      actual: digestOf(bytes).toString(),
    })
  }
  return {
    fetchManifest: async (_, reference) => {
      if (typeof reference !== 'string') return readBlob(reference)
      const listed = await readIndex(read)
      const found = listed === undefined ? undefined : find(listed, reference)
      return found && readBlob(parseDigest(found.digest) as Digest)
    },
    fetchReferrers: async (_, digest) => {
      const listed = (await readIndex(read)) ?? []
      const refers = await Promise.all(
        listed.map(async (each) => {
          const bytes = await readBlob(parseDigest(each.digest) as Digest)
          return bytes !== undefined && subjectOf(bytes) === digest.toString()
        }),
      )
      const manifests = listed.filter((_each, index) => refers[index])
      return [Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPE, manifests }))]
    },
    fetchBlob: async (_, digest) => {
      const bytes = await readBlob(digest)
      if (bytes !== undefined) return bytes
      throw new EvidenceError('EVIDENCE_SIGNATURE_MISSING', `the layout has no blob ${digest.toString()}`)
    },
  }
}

/** By its name; without one, the only image; of signatures, those that cosign marks as such. */
function find(listed: readonly Listed[], tag: string): Listed | undefined {
  const isNamed = ({ annotations }: Listed): boolean => {
    const name = annotations[NAME] ?? ''
    return tag !== '' && (name === tag || name.endsWith(`:${tag}`))
  }
  if (tag.endsWith('.sig'))
    return listed.find((each) => isNamed(each) || each.annotations[KIND] === SIGNATURES)
  if (tag !== '') return listed.find(isNamed)
  const images = listed.filter(({ annotations }) => {
    const { [KIND]: kind, [NAME]: name = '' } = annotations
    return kind === undefined ? !/sha256-[0-9a-f]{64}(?:\.\w+)?$/.test(name) : IMAGES.includes(kind)
  })
  if (images.length <= 1) return images[0]
  const names = images.map(({ annotations, digest }) => annotations[NAME] ?? digest).join(', ')
  throw new ImageError('IMAGE_NOT_FOUND', 'the layout has several images, and none is named', {
    expected: 'one image, or oci:FOLDER:TAG',
    actual: names,
  })
}

async function readIndex(read: ReadPiece): Promise<readonly Listed[] | undefined> {
  const bytes = await read('index.json')
  if (bytes === undefined) return undefined
  const parsed = v.safeParse(indexSchema, readJson(bytes))
  if (parsed.success) return parsed.output.manifests
  throw new ImageError('IMAGE_MANIFEST_MALFORMED', 'index.json is not that of an OCI layout')
}

function subjectOf(bytes: Buffer): string | undefined {
  const parsed = v.safeParse(subjectSchema, readJson(bytes))
  return parsed.success ? parsed.output.subject.digest : undefined
}

function readJson(bytes: Buffer): unknown {
  try {
    return parseJson(bytes.toString())
  } catch {
    return undefined
  }
}

async function openLayout(name: string): Promise<ReadPiece> {
  if (name.startsWith(FOLDER)) {
    const folder = name.slice(FOLDER.length)
    return (path) => readFrom(folder, path)
  }
  const { readOciArchive } = await import('./oci-archive.js')
  const pieces = await readOciArchive(name.slice(ARCHIVE.length))
  return (path) => Promise.resolve(pieces.get(path))
}

async function readFrom(folder: string, path: string): Promise<Buffer | undefined> {
  try {
    return await readSmallFile(join(folder, path), MAX_PIECE_BYTES, { root: folder })
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new ImageError(
      'IMAGE_MANIFEST_MALFORMED',
      `${path} of the layout cannot be read: ${messageOf(thrown)}`,
    )
  }
}
