// A body into a file that is whole or gone, hashed on the way.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Digest, type MeasuredFile } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import { removeOrLeave } from './remove.js'

/** Windows has no such flag. */
const O_NOFOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW
const PRIVATE_MODE = 0o600
const WRITE_BYTES = 512 * 1024

/** Takes a chunk; a promise it returns is waited for before the next one is given. */
export type TakeChunk = (chunk: Buffer) => Promise<void> | undefined

/**
 * A new file; whatever was at the path stays as it was.
 * @throws InstallError INSTALL_WRITE_FAILED, or what `write` throws
 */
export async function writeWhole(
  path: string,
  write: (file: FileHandle) => Promise<MeasuredFile>,
): Promise<MeasuredFile> {
  const file = await writeLocally(path, () => open(path, CREATE, PRIVATE_MODE))
  try {
    const measured = await write(file)
    await writeLocally(path, () => file.close())
    return measured
  } catch (thrown) {
    await file.close().catch(() => undefined)
    await removeOrLeave(path)
    throw thrown
  }
}

/**
 * One try into the file, from its start. Small chunks are gathered, since every write is a trip to another
 * thread; each write runs while the next chunks come and are hashed, and one at most is waited for.
 */
export async function writeOnce(
  file: FileHandle,
  { path, withSha512 = false }: { readonly path: string; readonly withSha512?: boolean },
  transfer: (onChunk: TakeChunk) => Promise<number>,
): Promise<MeasuredFile> {
  const sha256 = createHash('sha256')
  const sha512 = withSha512 ? createHash('sha512') : undefined
  let gathered: Buffer[] = []
  let gatheredBytes = 0
  let position = 0
  let writing: Promise<void> = Promise.resolve()
  const flush = (): void => {
    const at = position
    const chunks = gathered
    position += gatheredBytes
    gathered = []
    gatheredBytes = 0
    writing = writing.then(() => writeLocally(path, () => writeAll(file, chunks, at)))
    // The next await on it tells; until then it must not count as unhandled.
    writing.catch(() => undefined)
  }
  // Not a file that is empty anyway: ext4 writes out what was truncated at once when it is closed.
  const { size: former } = await writeLocally(path, () => file.stat())
  if (former > 0) await writeLocally(path, () => file.truncate(0))
  const size = await transfer((chunk) => {
    sha256.update(chunk)
    sha512?.update(chunk)
    gathered.push(chunk)
    gatheredBytes += chunk.length
    if (gatheredBytes < WRITE_BYTES) return undefined
    const previous = writing
    flush()
    return previous
  }).finally(() => writing)
  flush()
  await writing
  return {
    path,
    size,
    sha256: new Digest(sha256.digest()),
    ...(sha512 && { sha512: sha512.digest('hex') }),
  }
}

/** The kernel may take less than it is given. */
async function writeAll(file: FileHandle, chunks: readonly Buffer[], position: number): Promise<void> {
  let at = position
  let rest: readonly Buffer[] = chunks
  while (rest.length > 0) {
    let { bytesWritten } = await file.writev(rest, at)
    at += bytesWritten
    rest = rest.flatMap((chunk) => {
      const written = Math.min(bytesWritten, chunk.length)
      bytesWritten -= written
      return written === chunk.length ? [] : [chunk.subarray(written)]
    })
  }
}

/** What the local file system refuses is not the network's fault, and not tried again. */
async function writeLocally<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    const message = `${path} cannot be written: ${messageOf(cause)}`
    throw new InstallError('INSTALL_WRITE_FAILED', message, { cause })
  }
}
