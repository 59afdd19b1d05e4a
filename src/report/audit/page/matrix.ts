// The matrix of one release: a grid in which the arrow keys move and one cell
// at a time takes part in the order of the Tab key.
import { toCellState } from './cell-state.js'
import { buttonWith, element } from './dom.js'
import type { PageArtifact, PageRelease, PageRow } from './page-data.js'

/** Rows that are made at once; a release of this project has fewer. */
export const ROWS_AT_ONCE = 200
/** About; in page.css nothing says so. */
export const ROW_HEIGHT_REM = 1.75

export interface MatrixOptions {
  readonly release: PageRelease
  /** Which artifacts to show. */
  readonly isShown: (artifact: number) => boolean
  readonly onOpen: (artifact: PageArtifact) => void
}

export function toMatrixElement({ release, isShown, onOpen }: MatrixOptions): HTMLElement {
  const { version, artifacts } = release
  const shows = (cell: number | null | undefined): boolean => typeof cell === 'number' && isShown(cell)
  const rows = release.rows.filter(({ cells }) => cells.some(shows))
  const columns = release.columns
    .map((title, column) => ({ title, column }))
    .filter(({ column }) => rows.some((row) => !row.servesAll && shows(row.cells[column])))

  const body = element('tbody')
  const toRow = ({ name, kind, cells, servesAll }: PageRow): HTMLElement =>
    element('tr', {}, [
      element('th', { attributes: { scope: 'row' } }, [
        element('bdi', { text: name }),
        element('span', { class: 'kind', text: kind }),
      ]),
      ...(servesAll
        ? cells.filter(shows).map((cell) => widen(toCell(cell)))
        : columns.map(({ column }) => toCell(cells[column] ?? null))),
    ])
  const toCell = (cell: number | null): HTMLTableCellElement => {
    const artifact = cell === null ? undefined : artifacts[cell]
    if (cell === null || artifact === undefined) return blank('–', 'not built')
    if (!isShown(cell)) return blank('·', 'filtered out')
    return element('td', {}, [toButton(artifact, cell)])
  }

  const widen = (cell: HTMLTableCellElement): HTMLTableCellElement => {
    cell.colSpan = Math.max(columns.length, 1)
    cell.className = 'wide'
    cell.append(element('span', { class: 'kind', text: 'any platform' }))
    return cell
  }

  let made = 0
  const more = buttonWith('', 'more', () => {
    addRows()
  })
  const addRows = (): void => {
    body.append(...rows.slice(made, made + ROWS_AT_ONCE).map(toRow))
    made = Math.min(made + ROWS_AT_ONCE, rows.length)
    more.hidden = made === rows.length
    more.textContent = `Show more of the ${rows.length - made} rows that are left`
  }
  addRows()
  body.querySelector('button')?.setAttribute('tabindex', '0')

  const head = element('tr', {}, [
    element('th', { text: 'Artifact', attributes: { scope: 'col' } }),
    ...columns.map(({ title }) => element('th', { text: title, attributes: { scope: 'col' } })),
    // Where nothing has a platform.
    columns.length === 0 ? element('th', { text: 'any', attributes: { scope: 'col' } }) : undefined,
  ])
  const grid = element('table', { attributes: { role: 'grid', 'aria-label': `Artifacts of ${version}` } }, [
    element('thead', {}, [head]),
    body,
  ])
  grid.addEventListener('keydown', moveByKey)
  grid.addEventListener('focusin', ({ target }) => {
    for (const each of grid.querySelectorAll('button[tabindex="0"]')) each.setAttribute('tabindex', '-1')
    if (target instanceof HTMLButtonElement) target.setAttribute('tabindex', '0')
  })
  grid.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    const artifact = artifacts[Number(button?.dataset['artifact'])]
    if (artifact !== undefined) onOpen(artifact)
  })
  const scroller = element('div', { class: 'scroller' }, [grid, more])
  // Its height until it is laid out, which is when it is seen.
  scroller.style.containIntrinsicHeight = `auto ${(made + 1) * ROW_HEIGHT_REM}rem`
  return scroller
}

function blank(symbol: string, text: string): HTMLTableCellElement {
  return element('td', { class: 'blank' }, [
    element('span', { text: symbol, attributes: { 'aria-hidden': 'true' } }),
    element('span', { class: 'unseen', text }),
  ])
}

function toButton(artifact: PageArtifact, index: number): HTMLElement {
  const { name, platform = 'any', findings = [] } = artifact
  const { symbol, text, tone } = toCellState(artifact)
  const found = findings.length === 0 ? '' : `, ${findings.length} finding${findings.length === 1 ? '' : 's'}`
  return element('button', {
    class: `cell ${tone}`,
    text: `${symbol} ${text}`,
    attributes: {
      type: 'button',
      tabindex: '-1',
      'data-artifact': String(index),
      'aria-label': `${name}, ${platform}: ${text}${found}`,
    },
  })
}

/** Blank cells are stepped over: there is nothing to open. */
function moveByKey(event: KeyboardEvent): void {
  const cell = event.target instanceof Element ? event.target.closest('td') : null
  const row = cell?.closest('tr')
  const body = row?.closest('tbody')
  if (!cell || !row || !body || event.altKey || event.metaKey) return
  const [at, along] = [row.sectionRowIndex, cell.cellIndex]
  const target = {
    ArrowRight: () => nextIn([...row.cells].slice(along + 1)),
    ArrowLeft: () => nextIn([...row.cells].slice(0, along).reverse()),
    ArrowDown: () => nextIn(columnOf(body, along).slice(at + 1)),
    ArrowUp: () => nextIn(columnOf(body, along).slice(0, at).reverse()),
    Home: () => nextIn(event.ctrlKey ? [...body.querySelectorAll('td')] : [...row.cells]),
    End: () => nextIn((event.ctrlKey ? [...body.querySelectorAll('td')] : [...row.cells]).reverse()),
  }[event.key]
  if (target === undefined) return
  event.preventDefault()
  target()?.focus()
}

/** A cell that serves all platforms is in each column. */
function columnOf(body: HTMLTableSectionElement, column: number): HTMLElement[] {
  return [...body.rows].flatMap(({ cells }) => cells[Math.min(column, cells.length - 1)] ?? [])
}

function nextIn(cells: readonly HTMLElement[]): HTMLButtonElement | null | undefined {
  return cells.map((cell) => cell.querySelector('button')).find((button) => button !== null)
}
