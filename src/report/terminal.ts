// An ending for a terminal: one line an artifact, then what went wrong and what
// to do about it. An error stays one line however long, so that it is found by
// search; an artifact's line fits 100 columns.
import { stripVTControlCharacters } from 'node:util'
import type { Ending } from './ending.js'

const COLUMNS = 100
const INDENT = '  '
const MARKS = { verified: '✓', rejected: '✗', unverifiable: '?' } as const
const STYLES = { verified: 'green', rejected: 'red', unverifiable: 'yellow' } as const

export type Style = 'green' | 'red' | 'yellow'

export interface TerminalOptions {
  /** Whether every check is shown, and what all of it rests on. */
  readonly isVerbose: boolean
  /** Whether errors alone are shown. */
  readonly isQuiet: boolean
  /** Colours a text for a stream, where that is a terminal that has colours. */
  readonly paint: (style: Style, text: string, stream: 'stdout' | 'stderr') => string
}

export interface TerminalText {
  /** Warnings and notes, for standard error. */
  readonly asides: string
  /** For standard output. */
  readonly result: string
  /** For standard error, below the result: what a reader has to act upon stands last. */
  readonly errors: string
}

/** What a person reads of an ending, whose text is escaped already. */
export function formatTerminal(
  { heading, blocks, closing, warnings, notes, problems }: Ending,
  { isVerbose, isQuiet, paint }: TerminalOptions,
): TerminalText {
  const errors = problems.flatMap(({ code, message, remedy }) => [
    `${paint('red', 'error:', 'stderr')} ${code}: ${message}`,
    `${INDENT}${remedy}`,
  ])
  if (isQuiet) return { asides: '', result: '', errors: toText(errors) }
  const asides = [
    ...warnings.map((warning) => `${paint('yellow', 'warning:', 'stderr')} ${warning}`),
    ...notes.map((note) => `note: ${note}`),
  ]
  const artifacts = blocks.flatMap(({ outcome, facts: [subject = '', ...facts], lines }) => [
    ...fill([`${paint(STYLES[outcome], MARKS[outcome], 'stdout')} ${subject}`, ...facts]),
    ...(isVerbose ? lines.map((line) => `${INDENT}${line}`) : []),
  ])
  return {
    asides: toText(asides),
    result: toText([...(isVerbose ? heading : []), ...artifacts, ...closing.map(paintOutcome)]),
    errors: toText(errors),
  }

  function paintOutcome(line: string): string {
    return line in STYLES ? paint(STYLES[line as keyof typeof STYLES], line, 'stdout') : line
  }
}

/** Puts as many parts into each line as fit. */
function fill([first = '', ...parts]: readonly string[]): string[] {
  const lines: string[] = []
  let current = first
  for (const part of parts) {
    const longer = `${current} ${part}`
    if (stripVTControlCharacters(longer).length <= COLUMNS) current = longer
    else {
      lines.push(current)
      current = INDENT + part
    }
  }
  return [...lines, current]
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
