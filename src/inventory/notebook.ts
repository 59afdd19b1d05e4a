// What is noted while folders and archives are looked at: only what is listed
// by a release or called like an artifact, so that a whole machine fits.
import { LimitError } from '../archive/byte-source.js'
import type { Digest } from '../digest.js'
import { claimOf } from './claim.js'
import type { Findings, FoundFile, Place, UnreadFile } from './found.js'

/** Of findings: a mirror of all supported releases has some ten thousand, with what is in its tarballs. */
const MAX_NOTED = 100_000
/** Examples that a note names. */
const MAX_EXAMPLES = 3

/** Keeps what was found, and how much else there was. */
export class Notebook {
  readonly #files: FoundFile[] = []
  readonly #unread: UnreadFile[] = []
  readonly #passedOver = new Map<string, { readonly examples: Place[]; count: number }>()
  readonly #isListed: (sha256: Digest) => boolean
  readonly #maxEntries: number
  #others = 0
  #entries = 0

  constructor(isListed: (sha256: Digest) => boolean, maxEntries: number) {
    this.#isListed = isListed
    this.#maxEntries = maxEntries
  }

  addFile(file: FoundFile): void {
    if (file.claim === undefined && !this.#isListed(file.sha256)) this.#others++
    else this.#keep(this.#files, file)
  }

  addUnread(file: UnreadFile): void {
    this.#keep(this.#unread, file)
  }

  /** An entry of an archive that is no plain file; only of one that is called like an artifact anybody wants to know. */
  addUnreadEntry(file: UnreadFile): void {
    if (claimOf(file.place.at(-1) ?? '') !== undefined) this.addUnread(file)
    else this.passOver('entries of archives that are no plain files', file.place)
  }

  /** @param what in the plural, to go on after a number */
  passOver(what: string, place: Place): void {
    const noted = this.#passedOver.get(what) ?? { examples: [], count: 0 }
    this.#passedOver.set(what, noted)
    noted.count++
    if (noted.examples.length < MAX_EXAMPLES) noted.examples.push(place)
  }

  /** @throws LimitError when there are too many */
  countEntry(): void {
    this.#entries++
    if (this.#entries > this.#maxEntries)
      throw new LimitError(`it has more entries than are looked at: ${this.#maxEntries}`)
  }

  /** Whether nothing more is noted. */
  get isFull(): boolean {
    const most = Math.max(this.#files.length, this.#unread.length)
    return this.#entries > this.#maxEntries || most >= MAX_NOTED
  }

  /** Says where it was stopped. */
  stop(place: Place): void {
    const why = `more was found than is looked at or told: ${this.#maxEntries} entries, ${MAX_NOTED} findings`
    this.#unread.push({ place, why })
  }

  toFindings(): Findings {
    return {
      files: this.#files.sort(byPlace),
      unread: this.#unread.sort(byPlace),
      others: this.#others,
      notes: [...this.#passedOver].map(([what, { examples, count }]) => {
        const left = count - examples.length
        const named = examples.map((place) => place.join(' » ')).join(', ')
        return `passed over: ${count} ${what}: ${named}${left > 0 ? ` and ${left} more` : ''}`
      }),
    }
  }

  #keep<T>(list: T[], value: T): void {
    list.push(value)
    if (list.length >= MAX_NOTED) throw new LimitError(`more was found than is told: ${MAX_NOTED}`)
  }
}

/** The same order on every machine. */
function byPlace({ place: a }: { readonly place: Place }, { place: b }: { readonly place: Place }): number {
  const [one, other] = [a.join('\0'), b.join('\0')]
  return one < other ? -1 : one > other ? 1 : 0
}
