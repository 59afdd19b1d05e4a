// The report as lines for a log or a terminal.
import {
  type JudgedCheck,
  type Outcome,
  type VerificationResult,
  decisiveCheck,
} from '../verify/verification-result.js'
import { escapeText } from './escape.js'
import type { LogReport, Report } from './report.js'

/** Of a digest's 64 characters: enough to tell two apart by eye. */
const SHORT_DIGEST_LENGTH = 12
const MARKS = { passed: '✓', failed: '✗', 'not-run': '–' } as const

/** Something that was looked at, such as an artifact, or that was found, and the details of it. */
export interface TextBlock {
  /** What it is called, where its details are folded. */
  readonly title: string
  /** One line, in parts that a narrow terminal may part: an artifact's name, digest, signer, log entry and date. */
  readonly facts: readonly string[]
  readonly tone: Tone
  /** What is shown to who wants to know more: an artifact's checks. */
  readonly lines: readonly string[]
  /** Whether the details are shown to everybody. */
  readonly isOpen?: boolean
}

/** What a line is about: how an artifact came out, or how loud a finding is. */
export type Tone = Outcome | 'alarm' | 'error' | 'warning' | 'note'

/** A sign for each tone: it says the same as its colour. */
export const SIGNS: Readonly<Record<Tone, string>> = {
  verified: '✓',
  rejected: '✗',
  unverifiable: '?',
  alarm: '!',
  error: '!',
  warning: '!',
  note: '·',
}

/** `kubectl v1.35.2 linux/amd64` */
export function formatSubject({ artifact }: VerificationResult): string {
  return escapeText([artifact.name, artifact.version, artifact.platform].filter(Boolean).join(' '))
}

/** One artifact with all of its checks. */
function toTextBlock(result: VerificationResult): TextBlock {
  return {
    title: `checks of ${formatSubject(result)}`,
    facts: toFacts(result),
    tone: result.outcome,
    lines: foldChecks(result.checks).flatMap(formatChecks),
  }
}

/** `kubectl v1.35.2 linux/amd64`, `sha256:924eb5077915…`, `signed by krel-staging@…,`, `log 123456789,`, `2026-01-15` */
function toFacts(result: VerificationResult): string[] {
  const { outcome, digest, signer, logEntry, signatureSource } = result
  const subject = formatSubject(result)
  if (outcome !== 'verified') return [subject, `${outcome}:`, decisiveCheck(result)?.code ?? '']
  return [
    subject,
    digest && `sha256:${digest.hex.slice(0, SHORT_DIGEST_LENGTH)}…`,
    signatureSource === 'release-sbom' && "by the release's signed SBOM alone",
    signer && `signed by ${shorten(signer.certificateIdentity)}${logEntry === undefined ? '' : ','}`,
    logEntry && `log ${logEntry.logIndex}${logEntry.integratedTime === undefined ? '' : ','}`,
    logEntry?.integratedTime?.slice(0, 10),
  ].filter((fact) => typeof fact === 'string')
}

/** `krel-staging@…`: the whole is in the report, and with --verbose. */
function shorten(identity: string): string {
  const at = identity.indexOf('@')
  return escapeText(at > 0 && !identity.includes('/') ? `${identity.slice(0, at)}@…` : identity)
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
export function toNotes({ releases = [], skipped = [], logs = [], inventory }: Report): string[] {
  return [
    ...releases.flatMap(({ notes }) => notes),
    ...(skipped.length === 0 ? [] : [`not begun, because fail-fast is on: ${skipped.join(', ')}`]),
    ...logs.flatMap(describeLog),
    ...(inventory?.notes ?? []),
  ].map(escapeText)
}

/** What went wrong with a log is an error, and no note. */
function describeLog({ logId, treeId, state, treeSize }: LogReport): string[] {
  const tree = `the log ${logId.slice(0, SHORT_DIGEST_LENGTH)}${treeId === '' ? '' : `, tree ${treeId}`}`
  if (state === 'first-seen') return [`${tree}: first seen, with ${treeSize} entries`]
  return state === 'consistent'
    ? [`${tree}: has only grown since it was first seen, to ${treeSize} entries`]
    : []
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
