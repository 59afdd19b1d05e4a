// Log entries for people and for programs, in the fields that rekor-cli prints.
import { formatJson } from '../json/format-json.js'
import type { EntryFormat } from '../request/entry-request.js'
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

/** Entries of the log in one of the formats of `entry`. */
export function formatEntries(
  { warnings, entries }: EntryReport,
  format: EntryFormat,
): { readonly text: string; readonly exitCode: number } {
  const outcome = worstOutcome(entries.map((each) => each.outcome))
  const exitCode = EXIT_CODES[outcome]
  if (format === 'text') return { text: `${entries.map(toText).join('\n')}${outcome}\n`, exitCode }
  // Of an entry that is not proven nothing is shown in a form that says no more than what it is.
  if (format !== 'json' && outcome === 'verified')
    return { text: entries.map((each) => `${formatJson(toForeign(each, format))}\n`).join(''), exitCode }
  const shown = entries.map(({ outcome: end, checks, error, entry }) => ({
    outcome: end,
    checks,
    ...(error && { error }),
    ...(entry && { entry }),
  }))
  const report = { schemaVersion: SCHEMA_VERSION, outcome, exitCode, warnings, entries: shown }
  return { text: `${formatJson(report, 2)}\n`, exitCode }
}

/** `tle`: as in a bundle's `tlogEntries`. `rekor`: the fields of rekor-cli's JSON. An entry a line. */
function toForeign({ tle, entry }: EntryResult, format: 'tle' | 'rekor'): unknown {
  if (format === 'tle') return tle
  if (entry === undefined) return {}
  const { kind, spec } = entry.body as { kind?: unknown; spec?: unknown }
  const name = ENTRY_NAMES[String(kind)] ?? String(kind)
  return {
    Attestation: '',
    AttestationType: '',
    Body: { [name]: spec },
    LogIndex: entry.logIndex,
    IntegratedTime: Date.parse(entry.integratedTime) / 1000,
    UUID: entry.uuid,
    LogID: entry.logId,
  }
}

/** What rekor-cli calls the kinds of entries. */
const ENTRY_NAMES: Readonly<Record<string, string>> = {
  hashedrekord: 'HashedRekordObj',
  dsse: 'DSSEObj',
  intoto: 'IntotoObj',
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
