// What was found below folders and in archives, as lines, rows and problems.
import { ERRORS } from '../errors.js'
import type { JudgedFile } from '../inventory/judge.js'
import { escapeText, toCode } from './escape.js'
import type { InventoryReport } from './report.js'
import type { TextBlock } from './text.js'

const WORDS = {
  proven: 'proven',
  'other-release': 'of another release',
  misnamed: 'misnamed',
  unknown: 'unknown',
  unread: 'not read',
} as const satisfies Record<JudgedFile['state'], string>
const MARKS = { verified: '✅', rejected: '❌', unverifiable: '⚠️' } as const
/** A log is for reading; the report has them all. */
const MAX_LINES = 1000

/** `./image.tar » usr/local/bin/kube-apiserver` */
function formatPlace({ place }: JudgedFile): string {
  return place.map(escapeText).join(' » ')
}

/** A line for each file: what is wrong stands first. */
export function toInventoryBlocks({ files }: InventoryReport): TextBlock[] {
  const sorted = worstFirst(files)
  const left = sorted.slice(MAX_LINES)
  const blocks = sorted.slice(0, MAX_LINES).map((file): TextBlock => ({
    title: `about ${formatPlace(file)}`,
    facts: [formatPlace(file), `${WORDS[file.state]}:`, whatIs(file)],
    tone: file.outcome,
    lines: file.sha256 === undefined ? [] : [`${file.sha256.toString()}, ${file.size} bytes`],
  }))
  if (left.length === 0) return blocks
  const facts = [`and ${left.length} more, which the report has`]
  return [...blocks, { title: 'more', facts, tone: 'note', lines: [] }]
}

/** `3 proven, 1 unknown, 12 other files` */
export function countInventory({ files, others }: InventoryReport): string {
  const counts = Map.groupBy(files, ({ state }) => state)
  return [
    ...Object.entries(WORDS).flatMap(([state, word]) => {
      const count = counts.get(state as JudgedFile['state'])?.length
      return count === undefined ? [] : [`${count} ${word}`]
    }),
    `${others} other files`,
  ].join(', ')
}

/** Rows of a table in Markdown, whose head is INVENTORY_HEADER. */
export function toInventoryRows({ files }: InventoryReport): string[] {
  return worstFirst(files).map((file) => {
    const what = file.artifact === undefined ? toCode(file.detail) : toCode(file.artifact)
    return `| ${MARKS[file.outcome]} | ${toCode(file.place.join(' » '))} | ${WORDS[file.state]} | ${what} |`
  })
}

export const INVENTORY_HEADER = '|  | File | State | What it is |\n| - | - | - | - |'

function whatIs({ state, detail, artifact }: JudgedFile): string {
  if (state === 'proven') return escapeText(artifact ?? '')
  return escapeText(state === 'other-release' ? `${detail}: ${artifact}` : detail)
}

function worstFirst(files: readonly JudgedFile[]): JudgedFile[] {
  const rank = ({ outcome }: JudgedFile): number => ['rejected', 'unverifiable', 'verified'].indexOf(outcome)
  return [...files].sort((a, b) => rank(a) - rank(b))
}

/** Each code's files that are named; the table has them all. */
const MAX_NAMED = 5

/** One for each code: the files, and what the first has. */
export function toInventoryProblems({ files }: InventoryReport) {
  const groups = Map.groupBy(files, ({ code }) => code)
  return [...groups].flatMap(([code, [first, ...others]]) => {
    if (code === undefined || first === undefined) return []
    const named = others.slice(0, MAX_NAMED - 1).map(formatPlace)
    const left = others.length - named.length
    const also =
      named.length === 0 ? '' : `; so are ${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
    const { reason, remedy } = ERRORS[code]
    return {
      code,
      reason,
      subject: formatPlace(first),
      detail: first.detail,
      message: `${formatPlace(first)}: ${first.outcome}: ${escapeText(first.detail)}${also}`,
      remedy,
    }
  })
}
