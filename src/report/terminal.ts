// An ending for a terminal: one line an artifact, then what went wrong and what
// to do about it. An error stays one line however long, so that it is found by
// search; an artifact's line fits 100 columns.
import { stripVTControlCharacters } from 'node:util'
import type { Ending } from './ending.js'
import { SIGNS, type Tone } from './text.js'

const COLUMNS = 100
const INDENT = '  '
/** What is longer fits no line, such as a SHA-512 digest. */
const LONGEST_PART = COLUMNS - 3 * INDENT.length
const STYLES: Readonly<Record<Tone, Style>> = {
  verified: 'green',
  rejected: 'red',
  unverifiable: 'yellow',
  alarm: 'red',
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
}

export type Style = 'green' | 'red' | 'yellow' | 'cyan'

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
  { heading, blocks, prose, closing, warnings, notes, problems }: Ending,
  { isVerbose, isQuiet, paint }: TerminalOptions,
): TerminalText {
  const errors = problems
    .filter(({ isInBlock = false }) => isQuiet || !isInBlock)
    .flatMap(({ code, message, remedy }) => [
      `${paint('red', 'error:', 'stderr')} ${code}: ${message}`,
      `${INDENT}${remedy}`,
    ])
  if (isQuiet) return { asides: '', result: '', errors: toText(errors) }
  const asides = [
    ...warnings.map((warning) => `${paint('yellow', 'warning:', 'stderr')} ${warning}`),
    ...notes.map((note) => `note: ${note}`),
  ]
  const told = blocks.flatMap(({ tone, facts: [subject = '', ...facts], lines, isOpen = false }) => [
    ...fill([`${paint(STYLES[tone], SIGNS[tone], 'stdout')} ${subject}`, ...facts]),
    ...(isOpen ? lines.flatMap((line) => wrap(`${INDENT}${line}`)) : []),
    ...(isVerbose && !isOpen ? lines.map((line) => `${INDENT}${line}`) : []),
  ])
  return {
    asides: toText(asides),
    result: toText([
      ...(isVerbose ? heading : []),
      ...told,
      ...prose.flatMap(wrap),
      ...closing.map(paintOutcome),
    ]),
    errors: toText(errors),
  }

  function paintOutcome(line: string): string {
    return line in STYLES ? paint(STYLES[line as Tone], line, 'stdout') : line
  }
}

/** Puts as many parts into each line as fit; what is longer than a line stays where it is. */
function fill([first = '', ...parts]: readonly string[]): string[] {
  const lines: string[] = []
  let current = first
  for (const part of parts) {
    const longer = `${current} ${part}`
    if (stripVTControlCharacters(longer).length <= COLUMNS || part.length > LONGEST_PART) current = longer
    else {
      lines.push(current)
      current = INDENT + part
    }
  }
  return [...lines, current]
}

/** Parts a line at its blanks; what follows stands deeper than its beginning. A path or digest stays whole. */
function wrap(line: string): string[] {
  const [indent = ''] = /^ */.exec(line) ?? []
  const [first = '', ...words] = line.slice(indent.length).split(' ')
  const [head = '', ...rest] = fill([`${indent}${first}`, ...words])
  return [head, ...rest.map((each) => `${indent}${each}`)]
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
