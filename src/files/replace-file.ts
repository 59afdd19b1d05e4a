// The one writer of files where others may have put something: links at the
// name or at the folder, half a report of a run before. The whole content goes
// into a new file beside it, onto the disk, and into its place by a rename.
// What can fail, a full disk first of all, fails before anything is replaced.
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, chmod, lstat, open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileContent } from '../ports.js'
import { onAbruptEnd } from './abrupt-end.js'
import { makeFolder } from './make-folder.js'
import { remove, removeNow } from './remove.js'
import { Replacement, assertReplaceable } from './replacement.js'
import { OURS, sweep } from './sweep.js'
import { writing } from './writing.js'

const { O_NOFOLLOW = 0 } = constants as Partial<typeof constants>
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW
const MODE = 0o666
const WRITE_LENGTH = 64 * 1024

/** Files that are written, and not yet in their places. */
export interface PendingFiles {
  /** Into their places: all of them, or none. */
  commit(): Promise<void>
  /** What stood in their places is there again, and nothing else; also after `commit`. */
  revert(): void
  /** Nothing will be reverted any more. */
  settle(): Promise<void>
}

/**
 * Replaces a file as a whole, or leaves it as it was. Folders that are missing are made.
 * @throws InstallError INSTALL_WRITE_FAILED, INSTALL_PATH_UNSAFE
 */
export async function replaceFile(file: FileContent): Promise<void> {
  const pending = await pendFiles([file])
  await pending.commit()
  await pending.settle()
}

/**
 * Writes files beside their places, one after the other, so that one text at a time is in memory. A run that ends here leaves everything as it was.
 * @throws InstallError INSTALL_WRITE_FAILED, INSTALL_PATH_UNSAFE; then nothing is left
 */
export async function pendFiles(files: Iterable<FileContent>): Promise<PendingFiles> {
  const replacement = new Replacement()
  const staged: string[] = []
  const undo = (): void => {
    replacement.revert()
    for (const path of staged) removeNow(path)
  }
  const release = onAbruptEnd(undo)
  const revert = (): void => {
    undo()
    release()
  }
  const moves: { readonly from: string; readonly to: string }[] = []
  try {
    const folders = new Set<string>()
    for (const file of files) {
      if (file.root !== undefined) await makeFolder(file.root)
      const folder = await makeFolder(dirname(file.path), { root: file.root })
      const to = join(folder, basename(file.path))
      const from = join(folder, `.${basename(file.path)}.${OURS}${randomUUID()}`)
      folders.add(folder)
      staged.push(from)
      moves.push({ from, to })
      await writing(file.path, () => stage(file, { from, to }))
    }
    for (const folder of folders) await sweep(folder)
  } catch (thrown) {
    revert()
    throw thrown
  }
  return {
    commit: async () => {
      try {
        for (const { from, to } of moves) await writing(to, () => replacement.move(from, to))
      } catch (thrown) {
        revert()
        throw thrown
      }
    },
    revert,
    settle: async () => {
      release()
      await replacement.settle()
    },
  }
}

async function stage(
  { text }: FileContent,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await assertReplaceable(to)
  const handle = await open(from, CREATE, MODE)
  try {
    await writeText(handle, text)
    await handle.sync()
    await handle.close()
  } catch (thrown) {
    await handle.close().catch(() => undefined)
    await remove(from)
    throw thrown
  }
  const former = await lstat(to).catch(() => undefined)
  if (former?.isFile() === true) await chmod(from, former.mode & 0o777)
}

/** In pieces: reports may be larger than one string should be. */
async function writeText(handle: FileHandle, text: FileContent['text']): Promise<void> {
  if (Buffer.isBuffer(text)) return handle.writeFile(text)
  let gathered = ''
  for (const piece of typeof text === 'string' ? [text] : text) {
    gathered += piece
    if (gathered.length < WRITE_LENGTH) continue
    await handle.writeFile(gathered)
    gathered = ''
  }
  await handle.writeFile(gathered)
}
