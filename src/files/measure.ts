// A file's size and digests, in one pass over its bytes and constant memory.
import { createHash } from 'node:crypto'
import { type BigIntStats, closeSync, readSync } from 'node:fs'
import { Digest, type FurtherDigests, type MeasuredFile, digestOf } from '../digest.js'
import { type OpenOptions, type OpenedFile, openFile, openFileNow } from './open-file.js'
import { type TakeChunk, writeOnce, writeWhole } from './write-file.js'

const READ_BUFFER_BYTES = 1024 * 1024
/** Up to this a file is read on this thread: to hand it to another takes longer than to read it. */
const MAX_SMALL_BYTES = 64 * 1024

export interface MeasureOptions extends OpenOptions {
  readonly withSha512?: boolean
}

/** The digest of a file, in constant memory. */
export async function digestOfFile(path: string, options: OpenOptions = {}): Promise<Digest> {
  return (await measureFile(path, options)).sha256
}

/** Size and digests of a file, in constant memory. */
export async function measureFile(
  path: string,
  { withSha512 = false, ...where }: MeasureOptions = {},
): Promise<Omit<MeasuredFile, 'path'>> {
  const opened = await openFile(path, where)
  try {
    return await measureOpened(opened, { withSha512 })
  } finally {
    await opened.handle.close()
  }
}

/** Metadata and digest of one file, as it was when it was opened; of many small files a hundred thousand take seconds. */
export async function lookAtFile(
  path: string,
): Promise<{ readonly stats: BigIntStats; readonly sha256: Digest }> {
  const small = lookNow(path)
  if (small !== undefined) return small
  const opened = await openFile(path)
  try {
    return { stats: opened.stats, sha256: (await measureOpened(opened)).sha256 }
  } finally {
    await opened.handle.close()
  }
}

/** Undefined of a file that is not small, or cannot be opened on this thread. */
function lookNow(path: string): { readonly stats: BigIntStats; readonly sha256: Digest } | undefined {
  const opened = openFileNow(path)
  if (opened === undefined) return undefined
  const { file, stats } = opened
  try {
    const bytes = stats.size <= MAX_SMALL_BYTES ? readNow(file, Number(stats.size)) : undefined
    return bytes && { stats, sha256: digestOf(bytes) }
  } finally {
    closeSync(file)
  }
}

/** All bytes of a small file; undefined when it has not the size that it had. */
function readNow(file: number, size: number): Buffer | undefined {
  const buffer = Buffer.allocUnsafe(size + 1)
  let read = 0
  for (let more = -1; more !== 0 && read <= size; read += more)
    more = readSync(file, buffer, read, buffer.length - read, null)
  return read === size ? buffer.subarray(0, size) : undefined
}

/** Size and digests of a file that is open, from its start; it stays open. */
export async function measureOpened(
  opened: OpenedFile,
  { withSha512 = false }: Pick<MeasureOptions, 'withSha512'> = {},
): Promise<Omit<MeasuredFile, 'path'>> {
  const sha256 = createHash('sha256')
  const sha512 = withSha512 ? createHash('sha512') : undefined
  const size = await readAll(opened, (chunk) => {
    sha256.update(chunk)
    sha512?.update(chunk)
    return undefined
  })
  return { size, sha256: new Digest(sha256.digest()), ...(sha512 && { sha512: sha512.digest('hex') }) }
}

/**
 * The SHA-384 and SHA-512 digests of a file that was measured before.
 * @throws Error when it is not the same file any more
 */
export async function measureFurther(
  path: string,
  { sha256, ...where }: OpenOptions & { readonly sha256: Digest },
): Promise<FurtherDigests> {
  const opened = await openFile(path, where)
  const hashes = { sha256: createHash('sha256'), sha384: createHash('sha384'), sha512: createHash('sha512') }
  try {
    await readAll(opened, (chunk) => {
      for (const hash of Object.values(hashes)) hash.update(chunk)
      return undefined
    })
  } finally {
    await opened.handle.close()
  }
  if (!new Digest(hashes.sha256.digest()).equals(sha256)) throw new Error('it changed while it was looked at')
  return { sha384: hashes.sha384.digest(), sha512: hashes.sha512.digest() }
}

/** Copies an open file to a new one with mode 0600, measured on the way: what was hashed is what was written. */
export async function copyOpened(
  opened: OpenedFile,
  to: string,
  { withSha512 = false }: Pick<MeasureOptions, 'withSha512'> = {},
): Promise<MeasuredFile> {
  return writeWhole(to, (file) =>
    writeOnce(file, { path: to, withSha512 }, (onChunk) => readAll(opened, onChunk)),
  )
}

/** @returns the number of bytes */
async function readAll({ handle }: OpenedFile, onChunk: TakeChunk): Promise<number> {
  let size = 0
  const stream = handle.createReadStream({ start: 0, highWaterMark: READ_BUFFER_BYTES, autoClose: false })
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    await onChunk(chunk)
    size += chunk.length
  }
  return size
}
