// A small file that the user keeps elsewhere than in the project, and how far
// it may be trusted: who owns it, who else may write to it, and whether it
// really lies outside of the checkout, which is anybody's.
import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { messageOf } from '../errors.js'
import { UnfitFileError, isBelow, openFile } from './open-file.js'

export interface TrustedText {
  readonly text: string
  /** Why nothing that the file says may be run; undefined when it may. */
  readonly distrust: string | undefined
}

export interface TrustedTextOptions {
  readonly maxBytes: number
  /** Folders that are anybody's. */
  readonly workspaces: readonly string[]
}

const WRITABLE_BY_OTHERS = 0o002n
const ROOT_UID = 0n

/**
 * Reads a regular file, and says whether what it names may be run.
 * @returns undefined when there is none; a reason when it cannot be read
 */
export async function readTrustedText(
  path: string,
  { maxBytes, workspaces }: TrustedTextOptions,
): Promise<TrustedText | { readonly reason: string } | undefined> {
  try {
    const real = await realpath(path)
    const { handle, stats } = await openFile(real)
    try {
      const buffer = Buffer.alloc(maxBytes + 1)
      let size = 0
      for (;;) {
        const { bytesRead } = await handle.read(buffer, size, buffer.length - size)
        size += bytesRead
        if (size > maxBytes) return { reason: `it has more than ${maxBytes} bytes` }
        if (bytesRead === 0) break
      }
      const folders = await Promise.all(
        workspaces.map((folder) => realpath(folder).catch(() => resolve(folder))),
      )
      const isInside = folders.some((folder) => isBelow(real, folder))
      const distrust = isInside ? 'the file lies in the workspace' : distrustOfOwner(stats)
      return { text: buffer.toString('utf8', 0, size), distrust }
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    if (thrown instanceof UnfitFileError) return { reason: thrown.message }
    const { code } = thrown as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { reason: code ?? messageOf(thrown) }
  }
}

/** Windows has no such owner and mode. */
function distrustOfOwner({ uid, mode }: { uid: bigint; mode: bigint }): string | undefined {
  const own = process.geteuid?.()
  if (own === undefined) return undefined
  if (uid !== BigInt(own) && uid !== ROOT_UID) return 'the file belongs to another user'
  return (mode & WRITABLE_BY_OTHERS) === 0n ? undefined : 'everybody may write to the file'
}
