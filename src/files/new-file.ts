// New files in folders of the run's own, where nobody else can put anything.
import { chmod, lstat, writeFile } from 'node:fs/promises'
import { copyOpened } from './measure.js'
import { UnfitFileError, openFile } from './open-file.js'
import { rename } from './rename.js'

/** A new file; whatever stands at the path is an error, and stays. */
export async function writeNewFile(path: string, content: string | Buffer): Promise<void> {
  await writeFile(path, content, { flag: 'wx', mode: 0o600 })
}

/** Copies a regular file to a new one with mode 0600. */
export async function copyFile(from: string, to: string): Promise<void> {
  const opened = await openFile(from)
  try {
    await copyOpened(opened, to)
  } finally {
    await opened.handle.close()
  }
}

/** Renames, or copies to another file system. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (thrown) {
    // The temporary folder may be on another file system than the tool cache.
    if ((thrown as NodeJS.ErrnoException).code !== 'EXDEV') throw thrown
    await copyFile(from, to)
  }
}

/** Exactly this mode, whatever the umask is. On Windows only its write bit counts. */
export async function setMode(path: string, mode: number): Promise<void> {
  if ((await lstat(path)).isSymbolicLink()) throw new UnfitFileError(`${path} is a link`)
  await chmod(path, mode)
}
