// Folders that are written to, where a checkout or another user may have put a
// link before.
import { mkdir, realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { InstallError } from '../errors.js'
import { isBelow } from './open-file.js'
import { writing } from './writing.js'

export interface MakeOptions {
  /**
   * The folder that it has to lie in, links followed. Default: below the working folder, where a checkout lies, that
   * one; elsewhere nobody but the user named it, and it is as good as its name.
   */
  readonly root?: string | undefined
  /** Of the folders that are made, before the umask. */
  readonly mode?: number
}

/**
 * Makes a folder, and those above it.
 * @returns where it really is
 * @throws InstallError INSTALL_WRITE_FAILED, INSTALL_PATH_UNSAFE
 */
export async function makeFolder(folder: string, { root, mode = 0o777 }: MakeOptions = {}): Promise<string> {
  const path = resolve(folder)
  const holder = root ?? (isBelow(path, process.cwd()) ? process.cwd() : undefined)
  return writing(path, async () => {
    // Before anything is made: through a link it would be somewhere else.
    if (holder !== undefined) await assertBelow(await nearestFolder(path), holder)
    await mkdir(path, { recursive: true, mode })
    const real = await realpath(path)
    if (holder !== undefined) await assertBelow(real, holder)
    return real
  })
}

async function assertBelow(real: string, holder: string): Promise<void> {
  const top = await nearestFolder(holder)
  if (isBelow(real, top)) return
  throw new InstallError('INSTALL_PATH_UNSAFE', `a link leads out of ${resolve(holder)}`, {
    expected: `a folder in ${top}`,
    actual: real,
    hint: 'Name the folder itself, not a link to it.',
  })
}

/** The path, or the nearest folder above it that is there; its links followed. */
async function nearestFolder(path: string): Promise<string> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    try {
      return await realpath(folder)
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException
      if (code !== 'ENOENT' || dirname(folder) === folder) throw thrown
    }
  }
}
