// A file's size and digests, in one pass over its bytes and constant memory.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { Digest, type MeasuredFile } from '../digest.js'

/** Windows has no such flag. */
const O_NOFOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
const READ_BUFFER_BYTES = 1024 * 1024

/** The digest of a file, in constant memory. A link is refused, unless the user named it. */
export async function digestOfFile(path: string, { followLink = false } = {}): Promise<Digest> {
  return (await measureFile(path, { followLink })).sha256
}

/** Size and digests of a file, in constant memory. */
export async function measureFile(
  path: string,
  { followLink = false, withSha512 = false } = {},
): Promise<Omit<MeasuredFile, 'path'>> {
  const handle = await open(path, constants.O_RDONLY | (followLink ? 0 : O_NOFOLLOW))
  if ((await handle.stat()).isCharacterDevice()) {
    await handle.close()
    // Such as /dev/zero, which has no end.
    throw new Error(`${path} is a device`)
  }
  const sha256 = createHash('sha256')
  const sha512 = withSha512 ? createHash('sha512') : undefined
  let size = 0
  for await (const chunk of handle.createReadStream({
    highWaterMark: READ_BUFFER_BYTES,
  }) as AsyncIterable<Buffer>) {
    sha256.update(chunk)
    sha512?.update(chunk)
    size += chunk.length
  }
  return { size, sha256: new Digest(sha256.digest()), ...(sha512 && { sha512: sha512.digest('hex') }) }
}
