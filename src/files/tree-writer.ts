// Many small files into a folder of the run's own, one call of the system
// after the other on this thread: to hand a call to another thread and to hear
// of its end costs four times what it takes to make a small file, and there
// may be hundreds of thousands. It also leaves nothing under way: whoever
// stops, has stopped. Who calls gives others their turn in between.
import {
  chmodSync,
  closeSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

const MODE_BITS = 0o7777

/** One file that is being written. */
export interface TreeFile {
  write(bytes: Buffer): void
  /** The file is whole, and has its mode. */
  close(): void
}

/** Makes files, folders and links below a folder that nobody else can write to; what stands there already is an error. */
export class TreeWriter {
  readonly #root: string
  readonly #folderMode: number
  /** Those that are there. */
  readonly #folders = new Set<string>()
  #open: number | undefined

  /** @param folderMode of folders, whatever the umask is */
  constructor(root: string, folderMode: number) {
    this.#root = root
    this.#folderMode = folderMode
    this.#folders.add(root)
  }

  /** A folder, with those that it stands in. It may be there. */
  makeFolder(path: string): void {
    this.#makeFolder(join(this.#root, path))
  }

  /** A new file with exactly this mode; one at a time. */
  makeFile(path: string, mode: number): TreeFile {
    const at = this.#place(path)
    const file = openSync(at, 'wx', mode)
    this.#open = file
    return {
      write: (bytes) => {
        for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
      },
      close: () => {
        const isAsAsked = (fstatSync(file).mode & MODE_BITS) === mode
        this.close()
        if (!isAsAsked) chmodSync(at, mode)
      },
    }
  }

  /** A symbolic link, to wherever its target says. */
  makeLink(path: string, target: string): void {
    symlinkSync(target, this.#place(path))
  }

  /** Another name for a file below the folder. */
  makeHardLink(path: string, existing: string): void {
    linkSync(join(this.#root, existing), this.#place(path))
  }

  /** Lets go of a file that was not written to its end. */
  close(): void {
    if (this.#open !== undefined) closeSync(this.#open)
    this.#open = undefined
  }

  /** Where a new thing is to stand, in a folder that is there. */
  #place(path: string): string {
    const at = join(this.#root, path)
    this.#makeFolder(dirname(at))
    return at
  }

  #makeFolder(at: string): void {
    if (this.#folders.has(at)) return
    this.#makeFolder(dirname(at))
    mkdirSync(at, this.#folderMode)
    if ((lstatSync(at).mode & MODE_BITS) !== this.#folderMode) chmodSync(at, this.#folderMode)
    this.#folders.add(at)
  }
}
