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
  const { outcome, digest, logEntry, signatureSource } = result
  const facts = [
    signatureSource === 'release-sbom' ? "by the release's signed SBOM alone" : undefined,
    digest?.toString(),
    logEntry && `log index ${logEntry.logIndex}`,
  ].filter(Boolean)
  return {
    title: `${formatSubject(result)}: ${outcome}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`,
    lines: result.checks.flatMap(formatCheck),
  }
}

/** Every result of a report, the SBOMs first: the others rest on them. */
export function toResults({ releases = [], artifacts }: Report): VerificationResult[] {
  const sboms = releases.flatMap(({ sbom }) => sbom ?? [])
  // An SBOM that was asked for is among the artifacts, too.
  return [
    ...sboms,
    ...artifacts.map(({ verification }) => verification).filter((each) => !sboms.includes(each)),
  ]
}

export function toTextBlocks(report: Report): TextBlock[] {
  return toResults(report).map(toTextBlock)
}

/** Where each version came from, and what else there is to know. */
export function toNotes({ releases = [], skipped = [] }: Report): string[] {
  return [
    ...releases.flatMap(({ notes }) => notes),
    ...(skipped.length === 0 ? [] : [`not begun, because fail-fast is on: ${skipped.join(', ')}`]),
  ].map(escapeText)
}

export function toSources({ releases = [] }: Report): string[] {
  return releases.map(({ version, source }) => escapeText(`Release ${version}, from ${source}`))
}

export function formatCheck({ id, status, code, detail, expected, actual, required }: JudgedCheck): string[] {
  const state = status === 'not-run' ? `not run${required ? '' : ', not required'}` : status
  return [
    `${MARKS[status]} ${id}: ${state}${code === undefined ? '' : ` [${code}]`}: ${escapeText(detail)}`,
    ...(expected === undefined ? [] : [`    expected: ${escapeText(expected)}`]),
    ...(actual === undefined ? [] : [`    actual:   ${escapeText(actual)}`]),
  ]
}
