// An audit for a terminal or a log: what it came to, then what was found,
// worst first. All text from outside is escaped.
import type { AuditReport } from '../../audit/audit-report.js'
import {
  type PlacedFinding,
  countInWords,
  depthInWords,
  placeFindings,
  remedyOf,
  worstFirst,
} from './words.js'
import { escapeText } from '../escape.js'

/** A log is for reading; the reports have them all. */
const MAX_FINDINGS = 100

export function toAuditText(report: AuditReport): string[] {
  const { outcome, trustedRoot, comparison, warnings, error } = report
  const releases = worstFirst(report)
  const findings = releases.flatMap(placeFindings)
  const left = findings.length - MAX_FINDINGS
  return [
    ...releases.map(({ version, source, outcome: own, artifacts }) =>
      escapeText(`Release ${version}, from ${source}: ${own}, ${artifacts.length} artifacts`),
    ),
    ...(trustedRoot === undefined ? [] : [`Trusted root: ${escapeText(trustedRoot)}`]),
    depthInWords(report),
    ...findings.slice(0, MAX_FINDINGS).flatMap(toLines),
    ...(left > 0 ? [`and ${left} further findings, which are in the reports`] : []),
    ...(comparison
      ? [
          `Since ${comparison.baselineStartedAt}: ${comparison.new} new, ${comparison.standing} standing, ${comparison.fixed.length} fixed findings, ${comparison.moved.length} digests moved`,
        ]
      : []),
    ...warnings.map((warning) => `warning: ${escapeText(warning)}`),
    ...(error ? [`${error.code}: ${escapeText(error.message)}`, `  ${escapeText(error.hint)}`] : []),
    countInWords(report),
    outcome,
  ]
}

function toLines({ code, severity, message, expected, actual, since }: PlacedFinding): string[] {
  const remedy = remedyOf(code)
  return [
    `${severity}${since === 'new' ? ', new' : ''}: ${code}: ${escapeText(message)}`,
    ...(expected === undefined ? [] : [`    expected: ${escapeText(expected)}`]),
    ...(actual === undefined ? [] : [`    actual:   ${escapeText(actual)}`]),
    ...(remedy === undefined ? [] : [`    ${remedy}`]),
  ]
}
