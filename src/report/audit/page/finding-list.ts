// The findings are in the page already, one entry for each code; this shows
// those that match, the worst few of each entry first, and leads to their cells.
import { sentenceOf, toCopyButton } from './details.js'
import { buttonWith, element, partOf } from './dom.js'
import type { Subject } from './filter.js'
import type { PageArtifact, PageData, PageRelease } from './page-data.js'

/** Nobody reads hundreds. */
const SHOWN_AT_FIRST = 20

type Open = (release: PageRelease, artifact: PageArtifact) => void

interface Item {
  readonly element: HTMLLIElement
  readonly subject: Subject
  readonly addActions: () => void
}

export class FindingList {
  readonly #groups: readonly Group[]
  readonly #count: HTMLElement

  constructor(list: Element, data: PageData, onOpen: Open) {
    this.#groups = [...list.querySelectorAll<HTMLLIElement>('li.group')].map(
      (group) => new Group(group, data, onOpen),
    )
    this.#count = partOf(document, '#findings-title .count', HTMLElement)
  }

  filter(matches: (subject: Subject) => boolean): void {
    const shown = this.#groups.reduce((sum, group) => sum + group.filter(matches), 0)
    this.#count.textContent = shown.toLocaleString('en')
  }
}

/** The findings of one code. */
class Group {
  readonly #element: HTMLLIElement
  readonly #items: readonly Item[]
  readonly #count: HTMLElement
  readonly #more = buttonWith('', 'more', () => {
    this.#all = true
    this.#refresh()
  })
  /** Those that have got their buttons. */
  readonly #ready = new Set<Item>()
  #matching: Item[] = []
  #all = false

  constructor(group: HTMLLIElement, data: PageData, onOpen: Open) {
    this.#element = group
    this.#count = partOf(group, 'summary .count', HTMLElement)
    this.#items = [...group.querySelectorAll<HTMLLIElement>('li.finding')].flatMap(
      (item) => toItem(item, data, onOpen) ?? [],
    )
    partOf(group, 'ol', HTMLElement).after(this.#more)
  }

  /** @returns how many match */
  filter(matches: (subject: Subject) => boolean): number {
    this.#matching = this.#items.filter(({ subject }) => matches(subject))
    this.#refresh()
    return this.#matching.length
  }

  #refresh(): void {
    const shown = new Set(this.#all ? this.#matching : this.#matching.slice(0, SHOWN_AT_FIRST))
    for (const item of this.#items) {
      item.element.hidden = !shown.has(item)
      if (shown.has(item) && !this.#ready.has(item)) {
        item.addActions()
        this.#ready.add(item)
      }
    }
    this.#element.hidden = this.#matching.length === 0
    this.#count.textContent = this.#matching.length.toLocaleString('en')
    this.#more.hidden = shown.size === this.#matching.length
    this.#more.textContent = `Show all ${this.#matching.length}`
  }
}

function toItem(item: HTMLLIElement, data: PageData, onOpen: Open): Item | undefined {
  const { release: at, artifact: place, finding: nth } = item.dataset
  const release = data.releases[Number(at)]
  const artifact = release?.artifacts[Number(place || NaN)]
  const finding = (artifact ?? release)?.findings?.[Number(nth)]
  if (release === undefined || finding === undefined) return undefined
  const addActions = (): void => {
    const open = buttonWith('Details', 'quiet', () => {
      if (artifact !== undefined) onOpen(release, artifact)
    })
    const copy = toCopyButton(sentenceOf(release.version, artifact?.path, finding))
    const buttons = [artifact === undefined ? undefined : open, copy].filter((each) => each !== undefined)
    item.querySelector('p')?.append(element('span', { class: 'actions' }, buttons))
  }
  const subject: Subject = {
    text: `${item.textContent}\n${finding.code}\n${artifact?.digest ?? ''}`.toLowerCase(),
    version: release.version,
    outcome: artifact?.outcome,
    severities: [finding.severity],
  }
  return { element: item, subject, addActions }
}
