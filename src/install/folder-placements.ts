// Whole folders into their places in the tool cache, all or none.
import { lstat, mkdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { setMode, writeNewFile } from '../files/new-file.js'
import { removeNow } from '../files/remove.js'
import { isThere, isThereNow, rename, renameIfFree, renameIfThere, renameNow } from '../files/rename.js'
import {
  type Expected,
  FOLDER_MODE,
  type Manifest,
  isStagedNow,
  type Settled,
  findFault,
  settle,
} from './placed.js'
import type { StagedArtifact } from './stage.js'

const MAX_PLACING_TRIES = 12
/** Of these, how many may only look again: a folder in which a file is missing is replaced then. */
const MAX_RELOOKS = 4
/** Two seconds: another runner only has to rename, though the machine may be busy. */
const MAX_LOOKS = 80
const LOOK_PAUSE_MS = 25
const MARK_MODE = 0o644

/** One folder that was moved into place, and what stood there before. */
interface Placement {
  readonly destination: string
  /** In staging: what is put back there goes with it. */
  readonly staged: string
  /** What was staged as a whole. */
  readonly folder: Expected | undefined
  /** Where what stood there is put, the last of several; in staging. */
  readonly formers: string[]
  /** It stood there as it was staged. What stands there later may be another runner's. */
  isChecked: boolean
  isMarked: boolean
}

/** Whole folders that take their places in the tool cache, all or none. */
export class FolderPlacements {
  readonly #placements: Placement[] = []

  /**
   * Moves a staged folder to its destination, and looks at every file in it once more there. Another runner may place
   * the same at the same time: whoever is later finds the place taken.
   * @throws InstallError INSTALL_DIGEST_CHANGED, or what the file system says
   */
  async place({ artifact, folder, manifest }: StagedArtifact, destination: string): Promise<void> {
    const { name } = artifact.planned
    await makeFolders(dirname(destination))
    const placement: Placement = {
      destination,
      staged: folder,
      folder: manifest.get(''),
      formers: [],
      isChecked: false,
      isMarked: false,
    }
    this.#placements.push(placement)
    for (let tries = 0; !(await renameIfFree(folder, destination)); tries++) {
      if (tries === MAX_PLACING_TRIES) throw new Error(`${destination} is taken again and again`)
      const fault = await findFault(destination, manifest, { name, isSame: false })
      if (fault === undefined) return this.#leaveToOther(placement)
      // Another runner is at it: the place may be free now, or hold what it has to.
      if (fault.kind === 'gone' && tries < MAX_RELOOKS) continue
      const former = `${folder}.former-${tries}`
      // Noted before it is taken: what stood here is never lost.
      placement.formers.push(former)
      await renameIfThere(destination, former)
    }
    if ((await checkSettled(destination, manifest, name)) === 'replaced') return this.#leaveToOther(placement)
    placement.isChecked = true
    await mark(placement)
  }

  /** Another runner's stands there, which is as proven as ours would be: there is nothing to take back. */
  async #leaveToOther(placement: Placement): Promise<void> {
    this.#placements.splice(this.#placements.indexOf(placement), 1)
    await mark(placement)
  }

  /** What stood in the places is there again, and nothing of ours. Synchronous, for a run that is cancelled. */
  revert(): void {
    for (const placement of this.#placements.splice(0).reverse()) revertNow(placement)
  }

  /** All is well. */
  settle(): void {
    this.#placements.splice(0)
  }
}

/** Whatever the umask says: what is below is for every user of the runner. */
async function makeFolders(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  let path = dirname(toPlainPath(first))
  for (const segment of relative(path, folder).split(sep)) {
    path = join(path, segment)
    await setMode(path, FOLDER_MODE)
  }
}

/** On Windows mkdir answers in the form `\\?\C:\…`, which no other path is relative to. */
export function toPlainPath(path: string): string {
  return path.replace(/^\\\\\?\\UNC\\/, '\\\\').replace(/^\\\\\?\\/, '')
}

/** After the folder: without the mark nobody looks into it. By a rename, which no link at the name misleads. */
async function mark(placement: Placement): Promise<void> {
  const path = `${placement.destination}.complete`
  if (await isPlainFile(path)) return
  await writeNewFile(`${placement.staged}.mark`, '')
  await setMode(`${placement.staged}.mark`, MARK_MODE)
  placement.isMarked = !(await isThere(path))
  await rename(`${placement.staged}.mark`, path)
}

async function isPlainFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isFile(),
    () => false,
  )
}

/**
 * Checks what was placed. What is gone, another runner took away to place the same: in a moment that stands there.
 * @throws InstallError INSTALL_DIGEST_CHANGED
 */
async function checkSettled(folder: string, manifest: Manifest, name: string): Promise<Settled> {
  for (let looks = 1; ; looks++) {
    const fault = await findFault(folder, manifest, { name })
    if (fault?.kind !== 'gone' || looks === MAX_LOOKS) return settle(fault)
    await delay(LOOK_PAUSE_MS)
  }
}

/** By what is there: of a step that a signal fell into, nobody knows whether it was taken. */
function revertNow({ destination, staged, folder, formers, isChecked, isMarked }: Placement): void {
  // Into staging, which goes as a whole: whatever stands there by now is not to be used.
  const isOurs = !isChecked || isStagedNow(destination, folder)
  if (!isThereNow(staged) && isOurs) renameNow(destination, `${staged}.reverted`)
  const former = formers.find(isThereNow)
  if (former !== undefined) renameNow(former, destination)
  if (isMarked) removeNow(`${destination}.complete`)
}
