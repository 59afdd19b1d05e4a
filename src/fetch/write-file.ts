// A body into a file that is whole or gone, hashed on the way.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { Digest } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import type { MeasuredFile } from '../ports.js'
import type { ReadBodyOptions } from './read-body.js'

/** Windows has no such flag. */
const O_NOFOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW
const PRIVATE_MODE = 0o600

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
    await rm(path, { force: true })
    throw thrown
  }
}

/** One try into the file, from its start; each write runs while the next chunk is hashed. */
export async function writeOnce(
  file: FileHandle,
  path: string,
  transfer: (onChunk: ReadBodyOptions['onChunk']) => Promise<number>,
): Promise<MeasuredFile> {
  const hash = createHash('sha256')
  let position = 0
  let writing: Promise<void> = Promise.resolve()
  await writeLocally(path, () => file.truncate(0))
  const size = await transfer((chunk) => {
    const previous = writing
    const at = position
    position += chunk.length
    writing = previous.then(() => writeLocally(path, () => writeAll(file, chunk, at)))
    // The next await on it tells; until then it must not count as unhandled.
    writing.catch(() => undefined)
    hash.update(chunk)
    return previous
  }).finally(() => writing)
  return { path, size, sha256: new Digest(hash.digest()) }
}

async function writeAll(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    written += (await file.write(chunk, written, chunk.length - written, position + written)).bytesWritten
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
