// The report as lines for a log or a terminal.
import type { JudgedCheck, VerificationResult } from '../verify/verification-result.js'
import { escapeText } from './escape.js'
import type { Report } from './report.js'

const MARKS = { passed: '✓', failed: '✗', 'not-run': '–' } as const

/** One artifact: a line for it, and a line for each of its checks. */
export interface TextBlock {
  readonly title: string
  readonly lines: readonly string[]
}

/** `kubectl v1.35.2 linux/amd64` */
export function formatSubject({ artifact }: VerificationResult): string {
  return escapeText([artifact.name, artifact.version, artifact.platform].filter(Boolean).join(' '))
}

export function toTextBlock(result: VerificationResult): TextBlock {
  const { outcome, digest, logEntry } = result
  const facts = [digest?.toString(), logEntry && `log index ${logEntry.logIndex}`].filter(Boolean)
  return {
    title: `${formatSubject(result)}: ${outcome}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`,
    lines: result.checks.flatMap(formatCheck),
  }
}

/** Every block of a report, the SBOM first: the others rest on it. */
export function toTextBlocks({ sbom, artifacts }: Report): TextBlock[] {
  return [...(sbom ? [sbom] : []), ...artifacts.map(({ verification }) => verification)].map(toTextBlock)
}

function formatCheck({ id, status, code, detail, expected, actual, required }: JudgedCheck): string[] {
  const state = status === 'not-run' ? `not run${required ? '' : ', not required'}` : status
  return [
    `${MARKS[status]} ${id}: ${state}${code === undefined ? '' : ` [${code}]`}: ${escapeText(detail)}`,
    ...(expected === undefined ? [] : [`    expected: ${escapeText(expected)}`]),
    ...(actual === undefined ? [] : [`    actual:   ${escapeText(actual)}`]),
  ]
}
