// Files into places where something may stand, all or none. What stands there
// keeps a second name until all is well, so that it is there all the while and
// comes back whatever happens.
import { randomUUID } from 'node:crypto'
import { link, lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { InstallError } from '../errors.js'
import { removeNow, removeOrLeave } from './remove.js'
import { isThereNow, rename, renameIfThere, renameNow } from './rename.js'

interface Move {
  readonly from: string
  readonly to: string
  /** The second name of what stood there. */
  readonly former: string
  isBegun?: boolean
}

/** Files that take the places of others, all or none. */
export class Replacement {
  readonly #moves: Move[] = []

  /**
   * Moves a file, link or folder into its place, which is in the same file system.
   * @throws InstallError INSTALL_PATH_UNSAFE when something stands there that is not to be replaced, or what the
   *   file system says
   */
  async move(from: string, to: string): Promise<void> {
    await assertReplaceable(to)
    const former = join(dirname(to), `.${basename(to)}.${randomUUID()}.former`)
    const move: Move = { from, to, former }
    // Noted before anything can fail: what stood here is never lost.
    this.#moves.push(move)
    await keep(to, former)
    move.isBegun = true
    await rename(from, to)
  }

  /** What stood in the places is there again, and nothing else. */
  revert(): void {
    for (const move of this.#moves.splice(0).reverse()) revertNow(move)
  }

  /** All is well: second names go. */
  async settle(): Promise<void> {
    for (const { former } of this.#moves.splice(0)) await removeOrLeave(former)
  }
}

/**
 * Only a file is replaced, or a link: its name, not what it leads to.
 * @throws InstallError INSTALL_PATH_UNSAFE
 */
export async function assertReplaceable(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined)
  if (found === undefined || found.isFile() || found.isSymbolicLink()) return
  const what = found.isDirectory() ? 'a folder' : 'no regular file'
  throw new InstallError('INSTALL_PATH_UNSAFE', `${path} is ${what}, and is not replaced`, {
    expected: 'a regular file, a link, or nothing',
    actual: what,
    hint: 'Move it away, or choose another folder.',
  })
}

/** Nothing where nothing is. */
async function keep(path: string, former: string): Promise<void> {
  // Windows does not rename onto a file that is read-only.
  if (process.platform === 'win32') return void (await renameIfThere(path, former))
  try {
    await link(path, former)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return
    // A file system without hard links.
    await renameIfThere(path, former)
  }
}

/** By what is there: of a step that a signal fell into, nobody knows whether it was taken. */
function revertNow({ from, to, former, isBegun }: Move): void {
  if (!isThereNow(former)) {
    if (isBegun === true && !isThereNow(from)) removeNow(to)
    return
  }
  // Two names of one file: then a rename leaves both. Where it fails, what stood there stays under its second name.
  if (renameNow(former, to)) removeNow(former)
}
