// What a row of the benchmark says, how it is written down, and when it is
// worse than it was.
import { cpus, totalmem } from 'node:os'

type Unit = '×' | 's' | 'ms' | 'MB'

/** One line of the table. */
export interface Figure {
  /** Of its bound, and of what was measured before. */
  readonly id: string
  readonly what: string
  readonly unit: Unit
  /** NaN where the other side of the ratio is not on this machine. */
  readonly value: number
  /** No more than this; absent where it is there to be looked at. */
  readonly aim?: number
  /** Both sides of a ratio, or what else there is to say. */
  readonly detail?: string
}

/** A figure as it was measured, and where. */
export interface Measured extends Figure {
  /** ISO 8601, a day. */
  readonly date: string
  readonly machine: string
}

const DIGITS: Readonly<Record<Unit, number>> = { '×': 2, s: 2, ms: 1, MB: 0 }
const SMALL_DIGITS = 3
const START = '<!-- measured: begin -->'
const END = '<!-- measured: end -->'
const ALLOWED = 1.5

/** The machine in a few words. */
export function describeMachine(): string {
  const [first] = cpus()
  const model = (first?.model ?? 'unknown').replace(/\s+/g, ' ').trim()
  return `${cpus().length} cores (${model}), ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}, ${process.platform}`
}

/** `1.04 × (778 ms against 751 ms)` */
export function formatFigure({ unit, value, detail }: Figure): string {
  const text = Number.isNaN(value)
    ? 'not measured'
    : `${value.toFixed(unit === 'MB' && value < 10 ? SMALL_DIGITS : DIGITS[unit])} ${unit}`
  return detail === undefined ? text : `${text} (${detail})`
}

/** The table of docs/bench.md. Markdown, ready to be formatted. */
export function formatTable(all: readonly Measured[]): string {
  const rows = all.map((figure) => {
    const { what, aim, unit, value } = figure
    const isMet = Number.isNaN(value) ? '' : value <= (aim ?? Infinity) ? 'yes' : 'no'
    return [
      what,
      formatFigure(figure),
      ...(aim === undefined ? ['', ''] : [`≤ ${aim} ${unit}`, isMet]),
      figure.date,
    ]
  })
  const head = ['What', 'Measured', 'Aim', 'Met', 'On']
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const machines = [...new Set(all.map(({ machine }) => machine))].join('; ')
  return [`Machine: ${machines}.`, '', ...[head, head.map(() => '---'), ...rows].map(line)].join('\n')
}

/** The page with another table between its marks. */
export function withTable(page: string, all: readonly Measured[]): string {
  const [before, after] = [page.indexOf(START), page.indexOf(END)]
  if (before < 0 || after < before) throw new Error('docs/bench.md has no marks for the table')
  return `${page.slice(0, before + START.length)}\n\n${formatTable(all)}\n\n${page.slice(after)}`
}

/** In the order of the figures now; those that were not measured now stand where they stood. */
export function join(former: readonly Measured[], now: readonly Measured[]): Measured[] {
  const fresh = new Map(now.map((figure) => [figure.id, figure]))
  const kept = former.map((figure) => {
    const other = fresh.get(figure.id)
    fresh.delete(figure.id)
    return other ?? figure
  })
  return [...kept, ...fresh.values()]
}

/** Ratios and memory that are worse than their bound by more than half; seconds depend on the machine, and have none. */
export function findWorse(
  figures: readonly Figure[],
  bounds: Readonly<Record<string, number | undefined>>,
): string[] {
  return figures.flatMap(({ id, what, unit, value }) => {
    const bound = bounds[id]
    // The size of one file has an aim; what is kept is the sum.
    if ((unit !== '×' && unit !== 'MB') || Number.isNaN(value) || (id.startsWith('size-') && !bound))
      return []
    if (bound === undefined) return [`${what}: no bound is kept for "${id}"`]
    return value > bound * ALLOWED ? [`${what}: ${value.toFixed(2)} ${unit}, and the bound is ${bound}`] : []
  })
}
