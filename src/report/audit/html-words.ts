// Words that several parts of the page of an audit share.
import { type Markup, html } from '../html.js'

/** Longer lists are cut, and say so: report.json and the cells have it all. */
export const MAX_LISTED = 2000

/** A count and its noun. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** As many as fit on the page, and how many are left out. */
export function capped<T>(all: readonly T[], format: (each: T) => Markup): Markup[] {
  const rest = all.length - MAX_LISTED
  const items = all.slice(0, MAX_LISTED).map(format)
  return rest > 0 ? [...items, html`<li class="rest">and ${rest} more, which report.json has</li>`] : items
}
