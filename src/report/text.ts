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

/** One artifact with all of its checks. */
export function toTextBlock(result: VerificationResult): TextBlock {
  const { outcome, digest, logEntry, signatureSource } = result
  const facts = [
    signatureSource === 'release-sbom' ? "by the release's signed SBOM alone" : undefined,
    digest?.toString(),
    logEntry && `log index ${logEntry.logIndex}`,
  ].filter(Boolean)
  return {
    title: `${formatSubject(result)}: ${outcome}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`,
    lines: foldChecks(result.checks).flatMap(formatChecks),
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

/** Every result of a report with all of its checks. */
export function toTextBlocks(report: Report): TextBlock[] {
  return toResults(report).map(toTextBlock)
}

/** What else there is to know of the releases: end of life, what was left out, what was not begun. */
export function toNotes({ releases = [], skipped = [] }: Report): string[] {
  return [
    ...releases.flatMap(({ notes }) => notes),
    ...(skipped.length === 0 ? [] : [`not begun, because fail-fast is on: ${skipped.join(', ')}`]),
  ].map(escapeText)
}

/** Where each version came from. */
export function toSources({ releases = [] }: Report): string[] {
  return releases.map(({ version, source }) => escapeText(`Release ${version}, from ${source}`))
}

/** Checks that one cause kept from running are told together, where the first of them stands. */
function foldChecks(checks: readonly JudgedCheck[]): JudgedCheck[][] {
  const groups = Map.groupBy(checks, (check) =>
    check.status === 'not-run' ? JSON.stringify([check.code, check.required, check.detail]) : check.id,
  )
  return [...groups.values()]
}

function formatChecks(checks: readonly JudgedCheck[]): string[] {
  const [first, ...others] = checks
  if (first === undefined) return []
  return formatCheck(first, [first, ...others].map(({ id }) => id).join(', '))
}

/** A check as one line, and what was expected and found as two more. */
export function formatCheck(
  { id, status, code, detail, expected, actual, required }: JudgedCheck,
  name: string = id,
): string[] {
  const state = status === 'not-run' ? `not run${required ? '' : ', not required'}` : status
  return [
    `${MARKS[status]} ${name}: ${state}${code === undefined ? '' : ` [${code}]`}: ${escapeText(detail)}`,
    ...(expected === undefined ? [] : [`    expected: ${escapeText(expected)}`]),
    ...(actual === undefined ? [] : [`    actual:   ${escapeText(actual)}`]),
  ]
}
