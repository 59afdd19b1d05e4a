// An OCI layout in a tar archive (`oci-archive:FILE`), read in one pass: the
// small pieces are kept, the layers of the image are passed over. Nothing is
// unpacked.
import { list } from 'tar'
import { ImageError, messageOf } from '../../errors.js'

const PIECE = /^(?:\.\/)?(index\.json|blobs\/sha256\/[0-9a-f]{64})$/
const MAX_PIECE_BYTES = 4 * 1024 * 1024
/** Of all pieces together: manifests, payloads and bundles have some thousand bytes each. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024

/** @throws ImageError when it is no archive, or keeps more than anybody's */
export async function readOciArchive(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const pieces = new Map<string, Buffer>()
  let kept = 0
  try {
    await list({
      file,
      strict: true,
      onReadEntry: (entry) => {
        const [, path] = PIECE.exec(entry.path) ?? []
        const isKept =
          path !== undefined && entry.type === 'File' && entry.size <= MAX_PIECE_BYTES && !pieces.has(path)
        if (!isKept) return void entry.resume()
        kept += entry.size
        if (kept > MAX_KEPT_BYTES) return void entry.resume()
        const chunks: Buffer[] = []
        entry.on('data', (chunk: Buffer) => chunks.push(chunk))
        entry.on('end', () => pieces.set(path, Buffer.concat(chunks)))
      },
    })
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new ImageError('IMAGE_NOT_FOUND', `there is no ${file}`)
    throw new ImageError('IMAGE_MANIFEST_MALFORMED', `${file} is no OCI archive: ${messageOf(thrown)}`)
  }
  if (kept <= MAX_KEPT_BYTES) return pieces
  throw new ImageError('IMAGE_MANIFEST_MALFORMED', `${file} has more small pieces than an image`, {
    expected: `at most ${MAX_KEPT_BYTES} bytes`,
  })
}
