// The job summary of an audit: Markdown, worst first, folded per release. All
// text from outside stands in code spans, where nothing is markup.
import { markdownTable } from 'markdown-table'
import type { AuditReport, AuditedRelease } from '../../audit/audit-report.js'
import {
  type FindingGroup,
  type LocatedFinding,
  countInWords,
  depthInWords,
  groupByCode,
  locateFindings,
  outcomesInWords,
  wordOf,
  worstFirst,
} from './words.js'
import type { ReportFormat } from '../../request/audit-inputs.js'
import { meaningOf, remedyOf } from '../../audit/finding.js'
import { describeVerificationSummaries } from './vsa.js'
import { toCode } from '../escape.js'
import { type Section, fitSummary } from '../fit.js'

const MARKS = { verified: '✅', rejected: '❌', unverifiable: '⚠️' } as const
const SIGNS = { alarm: '🚨', error: '❌', warning: '⚠️', note: 'ℹ️' } as const

/** @param formats in which the reports are written: which verification summaries there are is said if they are */
export function formatAuditSummary(report: AuditReport, formats: readonly ReportFormat[] = []): string {
  const { outcome, comparison, trustedRoot, hosts = [], warnings, error } = report
  const summaries = formats.includes('vsa') ? describeVerificationSummaries(report) : []
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
    ...(summaries.length === 0 ? [] : [summaries.map((line) => `- ${line}.`).join('\n')]),
    ...(trustedRoot === undefined ? [] : [`Trusted root: ${toCode(trustedRoot)}.`]),
    ...(hosts.length === 0 ? [] : [`Hosts reached: ${hosts.map(toCode).join(', ')}.`]),
  ]
  return fitSummary(head.join('\n\n'), worstFirst(report).map(formatRelease), {
    toRemark: (left) =>
      `**${left} findings are left out here for want of space**; the reports have them all.`,
  })
}

function formatRelease(release: AuditedRelease): Section {
  const { version, outcome, artifacts } = release
  const groups = groupByCode(locateFindings(release))
  const isQuiet = outcome === 'verified' && groups.length === 0
  const words = Map.groupBy(artifacts, wordOf)
  const table = markdownTable(
    [['What was proven', 'Artifacts'], ...[...words].map(([word, list]) => [word, String(list.length)])],
    { alignDelimiters: false },
  )
  return {
    open: `<details${isQuiet ? '' : ' open'}><summary>${MARKS[outcome]} ${version}: ${outcome}, ${outcomesInWords(release)}</summary>\n\n${table}\n`,
    items: groups.flatMap(formatGroup),
    close: '\n</details>',
  }
}

/** The code, what it means and what to do about it once, and then each finding; the first item holds the former. */
function formatGroup({ code, severity, findings }: FindingGroup): string[] {
  const head = [
    `**${SIGNS[severity]} ${code}** (${findings.length}): ${meaningOf(code)}`,
    `*What to do:* ${remedyOf(code)}`,
  ].join(' ')
  return findings.map((finding, index) => (index === 0 ? `\n${head}\n\n` : '') + formatFinding(finding))
}

function formatFinding({ message, expected, actual, since }: LocatedFinding): string {
  return [
    `- ${since === 'new' ? '**new** ' : ''}${toCode(message)}`,
    ...(expected === undefined ? [] : [`  - expected ${toCode(expected)}`]),
    ...(actual === undefined ? [] : [`  - actual ${toCode(actual)}`]),
  ].join('\n')
}
