// The job summary of an audit: Markdown, worst first, folded per release. All
// text from outside stands in code spans, where nothing is markup.
import { markdownTable } from 'markdown-table'
import type { AuditReport, AuditedRelease } from '../../audit/audit-report.js'
import {
  type PlacedFinding,
  countInWords,
  depthInWords,
  placeFindings,
  remedyOf,
  wordOf,
  worstFirst,
} from './words.js'
import { toCode } from '../escape.js'

/** GitHub takes a mebibyte for a step and refuses the whole of what is larger. */
const MAX_BYTES = 900 * 1024
const MARKS = { verified: '✅', rejected: '❌', unverifiable: '⚠️' } as const
const SIGNS = { alarm: '🚨', error: '❌', warning: '⚠️', note: 'ℹ️' } as const

export function formatAuditSummary(report: AuditReport): string {
  const { outcome, comparison, trustedRoot, warnings, error } = report
  const head = [
    `## Audit of Kubernetes releases: ${MARKS[outcome]} ${outcome}`,
    `${countInWords(report)}.`,
    toCode(depthInWords(report)).slice(1, -1),
    ...(comparison?.moved ?? []).map(
      ({ version, path, from, to }) =>
        `> 🚨 **DIGEST_MOVED**: ${toCode(`${version} ${path ?? ''}`)} moved from ${toCode(from)} to ${toCode(to)} while the version stood still.`,
    ),
    ...(comparison
      ? [
          `Since ${comparison.baselineStartedAt}: **${comparison.new}** new, ${comparison.standing} standing, ${comparison.fixed.length} fixed findings.`,
        ]
      : []),
    ...(error ? [`- **${error.code}**: ${toCode(error.message)}\n  ${toCode(error.hint)}`] : []),
    ...warnings.map((warning) => `- **Warning**: ${toCode(warning)}`),
    ...(trustedRoot === undefined ? [] : [`Trusted root: ${toCode(trustedRoot)}.`]),
  ]
  return cutToFit(head, worstFirst(report).map(formatRelease))
}

/** Whole sections, and whole lines of the one that does not fit: markup is never cut. */
function cutToFit(head: readonly string[], releases: readonly FormattedRelease[]): string {
  const sections = [...head]
  let bytes = Buffer.byteLength(head.join('\n\n'))
  let left = 0
  for (const { open, items, close } of releases) {
    const frame = Buffer.byteLength(open + close) + 4
    const fitting: string[] = []
    for (const item of items) {
      const size = Buffer.byteLength(item) + 1
      if (bytes + frame + size > MAX_BYTES) left++
      else {
        fitting.push(item)
        bytes += size
      }
    }
    if (fitting.length === 0 && bytes + frame > MAX_BYTES) continue
    bytes += frame
    sections.push([open, ...fitting, close].join('\n'))
  }
  if (left > 0)
    sections.push(`**${left} findings are left out here for want of space**; the reports have them all.`)
  return `${sections.join('\n\n')}\n`
}

interface FormattedRelease {
  readonly open: string
  readonly items: readonly string[]
  readonly close: string
}

function formatRelease(release: AuditedRelease): FormattedRelease {
  const { version, outcome, artifacts } = release
  const findings = placeFindings(release)
  const isQuiet = outcome === 'verified' && findings.length === 0
  const words = Map.groupBy(artifacts, wordOf)
  const table = markdownTable(
    [['What was proven', 'Artifacts'], ...[...words].map(([word, list]) => [word, String(list.length)])],
    { alignDelimiters: false },
  )
  return {
    open: `<details${isQuiet ? '' : ' open'}><summary>${MARKS[outcome]} ${version}: ${outcome}, ${findings.length === 0 ? 'no findings' : `${findings.length} findings`}</summary>\n\n${table}\n`,
    items: findings.map(formatFinding),
    close: '\n</details>',
  }
}

function formatFinding({ code, severity, message, expected, actual, since }: PlacedFinding): string {
  const remedy = remedyOf(code)
  return [
    `- ${SIGNS[severity]} **${code}**${since === 'new' ? ' (new)' : ''}: ${toCode(message)}`,
    ...(expected === undefined ? [] : [`  - expected ${toCode(expected)}`]),
    ...(actual === undefined ? [] : [`  - actual ${toCode(actual)}`]),
    ...(remedy === undefined ? [] : [`  - ${remedy}`]),
  ].join('\n')
}
