// What links in an archive lead to: a file of the same archive, or nothing that
// can be told. No link leads to the disk.
import { posix } from 'node:path'
import { type ArchiveEntry, plainPath } from '../archive/entry.js'
import { claimOf } from './claim.js'
import type { Measured, Place } from './found.js'
import type { Notebook } from './notebook.js'

type Link = Extract<ArchiveEntry, { kind: 'link' }>

/** In characters, of the paths in one archive. */
const MAX_REMEMBERED = 16 * 1024 * 1024
/** In characters, of where a link leads. */
const MAX_TOLD = 200
/** As many links lead to each other at most. */
const MAX_HOPS = 8

/** The files and links of one archive. */
export class ArchiveLinks {
  readonly #files = new Map<string, Measured>()
  readonly #links = new Map<string, Link>()
  readonly #place: Place
  readonly #notebook: Notebook
  #remembered = 0

  constructor(place: Place, notebook: Notebook) {
    this.#place = place
    this.#notebook = notebook
  }

  note(path: string, measured: Measured): void {
    if (this.#remembers(path)) this.#files.set(path, measured)
  }

  add(link: Link): void {
    if (this.#remembers(link.path + link.target)) this.#links.set(link.path, link)
    else
      this.#notebook.addUnreadEntry({ place: this.#placeOf(link.path), why: 'it is one of too many links' })
  }

  /** Takes note of every link that is called like an artifact, once all entries were seen. */
  settle(): void {
    for (const [path, { target }] of this.#links) {
      const claim = claimOf(path)
      if (claim === undefined) continue
      const place = this.#placeOf(path)
      const found = this.#follow(path)
      const why = `it is a link to "${target.slice(0, MAX_TOLD)}", which is no file of the same archive`
      if (found !== undefined) this.#notebook.addFile({ place, claim, ...found })
      else this.#notebook.addUnread({ place, why })
    }
  }

  #follow(path: string): Measured | undefined {
    let at = path
    for (let hops = 0; hops < MAX_HOPS; hops++) {
      const link = this.#links.get(at)
      if (link === undefined) return this.#files.get(at)
      const from = link.isHard || link.target.startsWith('/') ? '' : posix.dirname(at)
      at = plainPath(posix.normalize(posix.join(from, link.target)))
    }
    return undefined
  }

  #placeOf(path: string): Place {
    return [...this.#place, path]
  }

  #remembers(text: string): boolean {
    this.#remembered += text.length
    return this.#remembered <= MAX_REMEMBERED
  }
}
