// The program of the page: puts the parts together and follows the filter.
// The data block is of our own making and escaped; the address is not, and is
// only compared with.
import { showDetails, toFinding } from './details.js'
import { element, partOf } from './dom.js'
import {
  type Filter,
  NO_FILTER,
  type Subject,
  formatHash,
  isEmpty,
  parseHash,
  toMatcher,
  toSubjects,
} from './filter.js'
import { FindingList } from './finding-list.js'
import { ROWS_AT_ONCE, ROW_HEIGHT_REM, toMatrixElement } from './matrix.js'
import type { PageArtifact, PageData, PageRelease } from './page-data.js'

/** A matrix is made when it comes this close to what is seen. */
const MARGIN = '400px'
/** As many cells are made at once wherever they are, so that what a search finds is simply there. */
const EAGER_CELLS = 1000

const data = JSON.parse(partOf(document, '#data', HTMLScriptElement).text) as PageData
const form = partOf(document, '#filters', HTMLFormElement)
const query = partOf(form, '[name=query]', HTMLInputElement)
const outcome = partOf(form, '[name=outcome]', HTMLSelectElement)
const severity = partOf(form, '[name=severity]', HTMLSelectElement)
const release = partOf(form, '[name=release]', HTMLSelectElement)
const findingsOnly = partOf(form, '[name=findingsOnly]', HTMLInputElement)
const shown = partOf(form, '#shown', HTMLOutputElement)
const dialog = partOf(document, '#details', HTMLDialogElement)

const subjects = toSubjects(data)
const total = subjects.reduce((sum, { artifacts }) => sum + artifacts.length, 0)
const open = (of: PageRelease, artifact: PageArtifact): void => {
  showDetails(dialog, { data, release: of, artifact })
}

/** A release on the page. Its matrix is made when it is seen, and again when the filter has changed since. */
class Section {
  readonly place: HTMLElement
  readonly #release: PageRelease
  readonly #artifacts: readonly Subject[]
  readonly #findings: readonly Subject[]
  #matches: (subject: Subject) => boolean = () => true
  #isNear = false
  #isStale = true
  /** Whether it is unfolded while no filter is set. */
  #restsOpen: boolean

  constructor(
    readonly details: HTMLDetailsElement,
    index: number,
  ) {
    const of = data.releases[index]
    if (of === undefined) throw new Error(`the page has no data for release ${index}`)
    this.#release = of
    this.#artifacts = subjects[index]?.artifacts ?? []
    this.#findings = subjects[index]?.findings ?? []
    this.place = partOf(details, '.matrix', HTMLElement)
    this.#restsOpen = details.open
    // About as high as it is going to be, so that scrolling does not make them all at once.
    this.place.style.minHeight = `${Math.min(of.rows.length, ROWS_AT_ONCE) * ROW_HEIGHT_REM}rem`
    details.addEventListener('toggle', () => {
      if (isEmpty(filter)) this.#restsOpen = details.open
    })
  }

  /** @returns how many artifacts are shown, and whether the release is */
  filter(matches: (subject: Subject) => boolean): { artifacts: number; isShown: boolean } {
    const artifacts = this.#artifacts.filter(matches).length
    const isShown = artifacts > 0 || this.#findings.some(matches) || isEmpty(filter)
    this.details.hidden = !isShown
    this.details.open = isEmpty(filter) ? this.#restsOpen : isShown
    this.#matches = matches
    this.#isStale = true
    this.refresh()
    return { artifacts, isShown }
  }

  approach(isNear: boolean): void {
    this.#isNear = isNear
    this.refresh()
  }

  /**
   * @param isUrgent also where nobody looks yet
   * @returns whether the matrix had to be made
   */
  refresh(isUrgent = false): boolean {
    if (!(this.#isNear || isUrgent) || !this.#isStale || !this.details.open || this.details.hidden)
      return false
    this.#isStale = false
    const [of, matches, artifacts] = [this.#release, this.#matches, this.#artifacts]
    const isShown = (artifact: number): boolean => {
      const subject = artifacts[artifact]
      return subject !== undefined && matches(subject)
    }
    const findings = of.findings.filter((_, at) => this.#findings.slice(at, at + 1).some(matches))
    this.place.replaceChildren(
      ...(findings.length === 0
        ? []
        : [
            element(
              'ul',
              { class: 'findings' },
              findings.map((finding) => toFinding(of.version, undefined, finding)),
            ),
          ]),
      artifacts.some(matches)
        ? toMatrixElement({
            release: of,
            isShown,
            onOpen: (artifact) => {
              open(of, artifact)
            },
          })
        : element('p', { class: 'calm', text: 'No artifact of this release is shown.' }),
    )
    this.place.style.minHeight = ''
    return true
  }
}

let filter = parseHash(location.hash)
const list = document.querySelector('#findings')
const findingList = list === null ? undefined : new FindingList(list, data, open)
const sections = [...document.querySelectorAll<HTMLDetailsElement>('details.release')].map(
  (details, index) => new Section(details, index),
)
const sectionOf = new Map<Element, Section>(sections.map((section) => [section.place, section]))

function apply(next: Filter): void {
  filter = next
  const matches = toMatcher(filter)
  findingList?.filter(matches)
  const results = sections.map((section) => section.filter(matches))
  let made = 0
  sections.forEach((section, index) => {
    if (made > EAGER_CELLS) return
    if (section.refresh(true)) made += results[index]?.artifacts ?? 0
  })
  const artifacts = results.reduce((sum, each) => sum + each.artifacts, 0)
  const releases = results.filter(({ isShown }) => isShown).length
  shown.textContent =
    `${artifacts.toLocaleString('en')} of ${total.toLocaleString('en')} artifacts, ` +
    `${releases.toLocaleString('en')} of ${sections.length.toLocaleString('en')} releases`
}

function readForm(): Filter {
  return {
    query: query.value,
    outcome: outcome.value,
    severity: severity.value,
    release: release.value,
    findingsOnly: findingsOnly.checked,
  }
}

/** What the address asks for and the form cannot say is dropped. */
function fillForm(from: Filter): void {
  query.value = from.query
  outcome.value = from.outcome
  severity.value = from.severity
  release.value = from.release
  for (const select of [outcome, severity, release]) if (select.selectedIndex === -1) select.selectedIndex = 0
  findingsOnly.checked = from.findingsOnly
}

/** So that the address can be shared. Some browsers forbid it to a file. */
function keepInAddress(): void {
  try {
    history.replaceState(null, '', `#${formatHash(filter)}`)
  } catch {
    // The page works without.
  }
}

form.addEventListener('input', () => {
  apply(readForm())
})
// At the end of typing: browsers refuse an address that changes with every key.
form.addEventListener('change', keepInAddress)
form.addEventListener('reset', (event) => {
  event.preventDefault()
  fillForm(NO_FILTER)
  apply(NO_FILTER)
  keepInAddress()
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
})
addEventListener('hashchange', () => {
  fillForm(parseHash(location.hash))
  apply(readForm())
})
dialog.addEventListener('click', (event) => {
  // The dialog itself is hit only beside what is in it.
  if (event.target === dialog) dialog.close()
})

// Paper shows what nobody has scrolled to.
addEventListener('beforeprint', () => {
  for (const section of sections) section.refresh(true)
})

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) sectionOf.get(target)?.approach(isIntersecting)
  },
  { rootMargin: MARGIN },
)
for (const { place } of sections) observer.observe(place)

fillForm(filter)
apply(readForm())
form.hidden = false
partOf(document, '#hint', HTMLElement).hidden = true
partOf(document, '#legend', HTMLElement).hidden = false
