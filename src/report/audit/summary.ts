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
import { type Section, fitSummary } from '../fit.js'

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
  return fitSummary(
    head.join('\n\n'),
    worstFirst(report).map(formatRelease),
    (left) => `**${left} findings are left out here for want of space**; the reports have them all.`,
  )
}

function formatRelease(release: AuditedRelease): Section {
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
