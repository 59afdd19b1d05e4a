// A report for a terminal: one line an artifact, then what went wrong and what
// to do about it. Everything fits 100 columns, but for words that are longer.
import { stripVTControlCharacters } from 'node:util'
import { type Outcome, type VerificationResult, decisiveCheck } from '../verify/verification-result.js'
import { escapeText } from './escape.js'
import { toProblems } from './problems.js'
import type { ArtifactReport, Report } from './report.js'
import { formatSubject, toNotes, toResults, toSources, toTextBlock } from './text.js'

const COLUMNS = 100
/** Of a digest's 64 characters: enough to tell two apart by eye. */
const SHORT_DIGEST_LENGTH = 12
const MARKS = { verified: '✓', rejected: '✗', unverifiable: '?' } as const
const STYLES = { verified: 'green', rejected: 'red', unverifiable: 'yellow' } as const

export type Style = (typeof STYLES)[Outcome] | 'bold'
export type Verbosity = 'quiet' | 'normal' | 'verbose'

export interface TerminalOptions {
  /** `quiet`: errors alone. `verbose`: every check, and what all of it rests on. */
  readonly verbosity: Verbosity
  /** Colours a text for standard output or standard error, where that is a terminal that has colours. */
  readonly paint: (style: Style, text: string, stream: 'stdout' | 'stderr') => string
}

export interface TerminalText {
  readonly stdout: string
  readonly stderr: string
}

/** What a person reads of a report. All text from outside is escaped. */
export function formatTerminal(report: Report, { verbosity, paint }: TerminalOptions): TerminalText {
  const { outcome, warnings, trustedRoot } = report
  const isQuiet = verbosity === 'quiet'
  const isVerbose = verbosity === 'verbose'
  const errors = toProblems(report).flatMap(({ code, message, remedy }) => [
    ...wrap(`${paint('red', 'error:', 'stderr')} ${code}: ${message}`, '  '),
    ...wrap(`  ${remedy}`, '  '),
  ])
  const asides = [
    ...warnings.map((warning) => `${paint('yellow', 'warning:', 'stderr')} ${escapeText(warning)}`),
    ...toNotes(report).map((note) => `note: ${note}`),
  ].flatMap((line) => wrap(line, '  '))
  const grounds = [
    ...toSources(report),
    ...(trustedRoot === undefined ? [] : [`Trusted root: ${escapeText(trustedRoot)}`]),
  ]
  const artifacts = toResults(report).flatMap((result) => [
    ...formatArtifact(result, report.artifacts, paint),
    ...(isVerbose ? toTextBlock(result).lines.map((line) => `    ${line}`) : []),
  ])
  const lines = [...(isVerbose ? grounds : []), ...artifacts, paint(STYLES[outcome], outcome, 'stdout')]
  return {
    stdout: isQuiet ? '' : toText(lines),
    stderr: toText(isQuiet ? errors : [...asides, ...errors]),
  }
}

/** `✓ kubectl v1.35.2 linux/amd64 sha256:924eb5077915… signed by krel-staging@…, log 123456789, 2026-01-15` */
function formatArtifact(
  result: VerificationResult,
  artifacts: readonly ArtifactReport[],
  paint: TerminalOptions['paint'],
): string[] {
  const { outcome, digest, signer, logEntry, signatureSource } = result
  const { path, pinned } = artifacts.find(({ verification }) => verification === result) ?? {}
  const facts =
    outcome === 'verified'
      ? [
          digest && `sha256:${digest.hex.slice(0, SHORT_DIGEST_LENGTH)}…`,
          signatureSource === 'release-sbom' && "by the release's signed SBOM alone",
          signer && `signed by ${shorten(signer.certificateIdentity)},`,
          logEntry && `log ${logEntry.logIndex}${logEntry.integratedTime === undefined ? '' : ','}`,
          logEntry?.integratedTime?.slice(0, 10),
          path !== undefined && `→ ${escapeText(path)}`,
          pinned !== undefined && `→ ${escapeText(pinned)}`,
        ]
      : [`${outcome}:`, decisiveCheck(result)?.code ?? '']
  const mark = paint(STYLES[outcome], MARKS[outcome], 'stdout')
  return fill(
    [`${mark} ${formatSubject(result)}`, ...facts.filter((fact) => typeof fact === 'string')],
    '    ',
  )
}

/** `krel-staging@…`: the whole is in the report, and with --verbose. */
function shorten(identity: string): string {
  const at = identity.indexOf('@')
  return escapeText(at > 0 && !identity.includes('/') ? `${identity.slice(0, at)}@…` : identity)
}

/** Breaks a line between its words. */
function wrap(line: string, indent: string): string[] {
  const [, start = '', rest = ''] = /^(\s*)(.*)$/s.exec(line) ?? []
  return fill(rest.split(' '), indent, start)
}

/** Puts as many parts into each line as fit. */
function fill(parts: readonly string[], indent: string, start = ''): string[] {
  const lines: string[] = []
  let current = ''
  for (const part of parts) {
    const longer = current === '' ? `${lines.length === 0 ? start : indent}${part}` : `${current} ${part}`
    if (current === '' || widthOf(longer) <= COLUMNS) current = longer
    else {
      lines.push(current)
      current = indent + part
    }
  }
  return [...lines, current]
}

/** Without the sequences that colour it. */
function widthOf(line: string): number {
  return stripVTControlCharacters(line).length
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
