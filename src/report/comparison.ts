// Expected and actual, on one line.
import { escapeText } from './escape.js'

/** More than this of a text nobody compares by eye, in characters; the report has it whole. */
const MAX_COMPARED = 200
/** How much of two long texts stands before the place where they part. */
const COMMON = 40

/** What was expected and what was found, each of them if there is one; may hold text from outside. */
export interface Compared {
  readonly expected?: string | undefined
  readonly actual?: string | undefined
}

/**
 * `expected X, actual Y`, escaped; of long texts the part from where they differ.
 * @param said what stands before it: a description with which that ends is not said again
 */
export function formatComparison({ expected, actual }: Compared, said: string): string {
  const start = Math.max(0, findParting(expected, actual) - COMMON)
  const isLong = Math.max(expected?.length ?? 0, actual?.length ?? 0) > MAX_COMPARED
  const show = (text: string): string => escapeText(isLong ? cut(text, start) : text)
  const isSaid = actual?.includes(' ') === true && said.endsWith(actual)
  return [
    ...(expected === undefined ? [] : [`expected ${show(expected)}`]),
    ...(actual === undefined || isSaid ? [] : [`actual ${show(actual)}`]),
  ].join(', ')
}

/** Where two texts begin to differ, in UTF-16 code units; 0 where there are no two. */
function findParting(expected = '', actual = ''): number {
  let index = 0
  while (index < Math.min(expected.length, actual.length) && expected[index] === actual[index]) index++
  return index
}

function cut(text: string, start: number): string {
  const end = start + MAX_COMPARED
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${text.length > end ? '…' : ''}`
}
