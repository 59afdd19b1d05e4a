// The list of findings is in the page already; this shows those that match,
// the worst few first, and leads to their cells.
import { buttonWith, element } from './dom.js'
import { sentenceOf, toCopyButton } from './details.js'
import type { Subject } from './filter.js'
import type { PageArtifact, PageData, PageRelease } from './page-data.js'

/** The matrices come below, and nobody reads hundreds. */
const SHOWN_AT_FIRST = 20

interface Item {
  readonly element: HTMLLIElement
  readonly subject: Subject
  readonly actions: () => void
}

export class FindingList {
  readonly #items: Item[]
  readonly #more = buttonWith('', 'more', () => {
    this.#all = true
    this.#refresh()
  })
  /** Those that have got their buttons. */
  readonly #ready = new Set<Item>()
  #matching: Item[] = []
  #all = false

  constructor(list: Element, data: PageData, onOpen: (release: PageRelease, artifact: PageArtifact) => void) {
    this.#items = [...list.querySelectorAll<HTMLLIElement>('li.finding')].flatMap((item) => {
      const { release: at, artifact: place, finding: nth } = item.dataset
      const release = data.releases[Number(at)]
      const artifact = release?.artifacts[Number(place || NaN)]
      const finding = (artifact ?? release)?.findings?.[Number(nth)]
      if (release === undefined || finding === undefined) return []
      const actions = (): void => {
        const open = buttonWith('Details', 'quiet', () => {
          if (artifact !== undefined) onOpen(release, artifact)
        })
        const copy = toCopyButton(sentenceOf(release.version, artifact?.path, finding))
        const buttons = [artifact === undefined ? undefined : open, copy].filter((each) => each !== undefined)
        item.querySelector('p')?.append(element('span', { class: 'actions' }, buttons))
      }
      const subject: Subject = {
        text: `${item.textContent}\n${artifact?.digest ?? ''}`.toLowerCase(),
        version: release.version,
        outcome: artifact?.outcome,
        severities: [finding.severity],
      }
      return [{ element: item, subject, actions }]
    })
    list.after(this.#more)
  }

  filter(matches: (subject: Subject) => boolean): void {
    this.#matching = this.#items.filter(({ subject }) => matches(subject))
    this.#refresh()
  }

  #refresh(): void {
    const shown = new Set(this.#all ? this.#matching : this.#matching.slice(0, SHOWN_AT_FIRST))
    for (const item of this.#items) {
      item.element.hidden = !shown.has(item)
      if (shown.has(item) && !this.#ready.has(item)) {
        item.actions()
        this.#ready.add(item)
      }
    }
    this.#more.hidden = shown.size === this.#matching.length
    this.#more.textContent = `Show all ${this.#matching.length} findings`
  }
}
