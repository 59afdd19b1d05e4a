// A folder of the run's own: nobody else may read or write it, and it is gone
// at the end of the run, also when the run is cancelled.
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { InstallError, messageOf } from '../errors.js'
import { onAbruptEnd } from './abrupt-end.js'
import { removeNow, removeOrLeave } from './remove.js'
import { OURS, type Purpose, sweep } from './sweep.js'

export interface TemporaryFolder {
  readonly path: string
  remove(): Promise<void>
}

export interface TemporaryFolderOptions {
  /** Hidden by a dot, where people look. */
  readonly isHidden?: boolean
  /** Done before the folder goes, also on a signal: what was taken from elsewhere is put back. Synchronous. */
  readonly beforeRemoval?: () => void
}

/**
 * Makes a folder with mode 0700 and a name that nobody can foresee. What a killed run left beside it is swept.
 * @param root RUNNER_TEMP, the system's folder, or where the work is to be renamed to
 */
export async function createTemporaryFolder(
  root: string,
  purpose: Purpose,
  { isHidden = false, beforeRemoval }: TemporaryFolderOptions = {},
): Promise<TemporaryFolder> {
  const path = await makePrivateFolder(root, purpose, { isHidden })
  const release = onAbruptEnd(() => {
    beforeRemoval?.()
    removeNow(path)
  })
  await sweep(root)
  return {
    path,
    remove: async () => {
      release()
      await removeOrLeave(path)
    },
  }
}

/** A folder with mode 0700 that stays: what is used from it stands there until the runner empties its folder. */
export async function makePrivateFolder(
  root: string,
  purpose: Purpose,
  { isHidden = false }: Pick<TemporaryFolderOptions, 'isHidden'> = {},
): Promise<string> {
  try {
    return await mkdtemp(join(root, `${isHidden ? '.' : ''}${OURS}${purpose}-`))
  } catch (cause) {
    const message = `no folder can be made in "${root}": ${messageOf(cause)}`
    throw new InstallError('INSTALL_WRITE_FAILED', message, { cause })
  }
}
