// Log entries for people and for programs, in the fields that rekor-cli prints.
import type { EntryResult } from '../verify/verify-log-entry.js'
import { worstOutcome } from '../verify/verification-result.js'
import { escapeText } from './escape.js'
import { EXIT_CODES } from './report.js'
import { formatCheck } from './text.js'

export interface EntryReport {
  readonly warnings: readonly string[]
  readonly entries: readonly EntryResult[]
}

const SCHEMA_VERSION = 1

export function formatEntries(
  { warnings, entries }: EntryReport,
  format: 'text' | 'json',
): { readonly text: string; readonly exitCode: number } {
  const outcome = worstOutcome(entries.map((each) => each.outcome))
  const exitCode = EXIT_CODES[outcome]
  if (format === 'text') return { text: `${entries.map(toText).join('\n')}${outcome}\n`, exitCode }
  const report = { schemaVersion: SCHEMA_VERSION, outcome, exitCode, warnings, entries }
  return { text: `${JSON.stringify(report, null, 2)}\n`, exitCode }
}

function toText({ entry, error, checks }: EntryResult): string {
  const lines = [
    ...(entry
      ? [
          `LogID: ${entry.logId}`,
          `Index: ${entry.logIndex}`,
          `IntegratedTime: ${entry.integratedTime}`,
          `UUID: ${entry.uuid}`,
          `Body: ${formatBody(entry.body)}`,
        ]
      : []),
    ...(error ? [`${error.code}: ${escapeText(error.message)}`] : []),
    ...checks.flatMap((check) => formatCheck({ ...check, required: true })),
  ]
  return `${lines.join('\n')}\n`
}

/** Indented JSON; each line is escaped by itself, since whoever signed wrote some of it. */
function formatBody(body: unknown): string {
  return JSON.stringify(body, null, 2).split('\n').map(formatLine).join('\n')
}

/** A certificate is longer than what a message may repeat. */
function formatLine(line: string): string {
  const [indent = ''] = /^ */.exec(line) ?? []
  const text = line.slice(indent.length)
  const pieces = text.match(/.{1,500}/gs) ?? ['']
  return indent + pieces.map(escapeText).join('')
}
