// An audit for a terminal or a log: how each release came out, what was found,
// worst first and by its code, and what it all came to. All text from outside
// is escaped.
import type { AuditReport, AuditedRelease } from '../../audit/audit-report.js'
import { meaningOf, remedyOf } from '../../audit/finding.js'
import type { ReportFormat } from '../../request/audit-inputs.js'
import type { ToldProblem } from '../ending.js'
import { escapeText } from '../escape.js'
import type { TextBlock } from '../text.js'
import { describeVerificationSummaries } from './vsa.js'
import {
  type FindingGroup,
  type LocatedFinding,
  countInWords,
  depthInWords,
  groupFindings,
  outcomesInWords,
  worstFirst,
} from './words.js'

/** A log is for reading; the reports have them all. */
const MAX_FINDINGS = 100

/** A line for each release, then one for each code with what was found under it. */
export function toAuditBlocks(report: AuditReport): TextBlock[] {
  return [...worstFirst(report).map(toReleaseBlock), ...toFindingBlocks(report)]
}

/** What it all came to, and what it rests on, a sentence a line. */
export function toAuditProse(report: AuditReport, formats: readonly ReportFormat[]): string[] {
  const { trustedRoot, hosts = [], comparison } = report
  return [
    ...(trustedRoot === undefined ? [] : [`Trusted root: ${escapeText(trustedRoot)}`]),
    ...(hosts.length === 0 ? [] : [`Hosts reached: ${hosts.map(escapeText).join(', ')}`]),
    depthInWords(report),
    ...(comparison
      ? [
          `Since ${comparison.baselineStartedAt}: ${comparison.new} new, ${comparison.standing} standing, ${comparison.fixed.length} fixed findings, ${comparison.moved.length} digests moved`,
        ]
      : []),
    ...(formats.includes('vsa') ? describeVerificationSummaries(report) : []),
    countInWords(report),
  ]
}

/** What stopped the audit, and what was found that fails it: of each code the first, and how many more there are. */
export function toAuditProblems(report: AuditReport): ToldProblem[] {
  const { error, exitCode } = report
  const failing = exitCode === 0 ? [] : groupFindings(report).filter(isFailing)
  return [
    ...(error === undefined
      ? []
      : [{ code: error.code, message: escapeText(error.message), remedy: escapeText(error.hint) }]),
    ...failing.map(({ code, findings: [first, ...others] }) => ({
      code,
      message: `${escapeText(first?.message ?? '')}${others.length === 0 ? '' : `; and ${others.length} more like it`}`,
      remedy: remedyOf(code),
      isInBlock: true,
    })),
  ]
}

/** Whether it is loud, or about something that is not verified. */
function isFailing({ severity, findings }: FindingGroup): boolean {
  const isLoud = severity === 'alarm' || severity === 'error'
  return isLoud || findings.some(({ artifact }) => artifact !== undefined && artifact.outcome !== 'verified')
}

function toReleaseBlock(release: AuditedRelease): TextBlock {
  const { version, source, outcome, notes } = release
  return {
    title: `about ${version}`,
    facts: [version, `${outcome}:`, outcomesInWords(release)],
    tone: outcome,
    lines: [`from ${source}`, ...notes].map(escapeText),
  }
}

function toFindingBlocks(report: AuditReport): TextBlock[] {
  let room = MAX_FINDINGS
  return groupFindings(report).flatMap(({ code, severity, findings }): TextBlock[] => {
    const shown = findings.slice(0, room)
    const left = findings.length - shown.length
    room -= shown.length
    return [
      {
        title: `${code} (${findings.length})`,
        facts: [`${severity}:`, `${code} (${findings.length}):`, ...meaningOf(code).split(' ')],
        tone: severity,
        lines: [
          ...shown.flatMap(toLines),
          ...(left > 0 ? [`and ${left} more, which the reports have`] : []),
          `What to do: ${remedyOf(code)}`,
        ],
        isOpen: true,
      },
    ]
  })
}

function toLines({ message, expected, actual, since }: LocatedFinding): string[] {
  return [
    `${since === 'new' ? 'new: ' : ''}${escapeText(message)}`,
    ...(expected === undefined ? [] : [`  expected: ${escapeText(expected)}`]),
    ...(actual === undefined ? [] : [`  actual:   ${escapeText(actual)}`]),
  ]
}
