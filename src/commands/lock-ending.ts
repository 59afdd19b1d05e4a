// How `lock update` and `lock diff` end alike.
import { InputError } from '../errors.js'
import type { Asked } from '../lock/asked.js'
import type { LockChanges } from '../lock/changes.js'
import { formatPlace } from '../plan/plan.js'
import type { Ending } from '../report/ending.js'
import type { Report } from '../report/report.js'
import { toNotes, toResults } from '../report/text.js'
import { escapeText } from '../report/escape.js'
import {
  formatChangesJson,
  formatChangesMarkdown,
  listBackwards,
  tellAsked,
  toChangeBlocks,
} from '../report/lock-changes.js'
import { parseReleaseVersion } from '../kubernetes/version.js'
import { type Words, wordOf } from '../request/input.js'
import type { ChangesFormat } from '../request/lock-request.js'
import { runToEnding } from './run-command.js'
import type { VerificationResult } from '../verify/verification-result.js'

interface Found {
  readonly changes: LockChanges
  /** Of everything in the current lock file. */
  readonly report: Report
}

interface Told {
  readonly format: ChangesFormat
  readonly written?: readonly string[]
  readonly notes?: readonly string[]
}

/** The ending of what was verified in whole. */
export function toChangesEnding({ changes, report }: Found, ending: Ending, told: Told): Ending {
  const notes = [...toNotes(report), ...(told.notes ?? [])].map(escapeText)
  const warnings = [...report.warnings, ...listBackwards(changes)].map(escapeText)
  const proofs = new Map(toResults(report).map((result) => [toPlace(result), result]))
  const proven = { ...changes, proofs, warnings, notes, trustedRoot: report.trustedRoot ?? '' }
  const isMarkdown = told.format === 'markdown'
  const isChanged = changes.changes.length + changes.asked.length > 0
  return {
    ...ending,
    warnings,
    notes,
    heading: isMarkdown ? [] : ending.heading,
    blocks: isMarkdown ? [] : toChangeBlocks(proven),
    closing: isMarkdown
      ? formatChangesMarkdown(proven).trimEnd().split('\n')
      : [...(isChanged ? tellAsked(changes.asked) : ['nothing has changed']), 'verified'],
    written: told.written ?? [],
    json: () => formatChangesJson(proven),
  }
}

/** Ends with what `run` comes to. Whatever reads Markdown from standard output gets what is proven, or nothing. */
export async function endWhole(words: Words, run: () => Promise<Ending>): Promise<Ending> {
  const ending = await runToEnding(run)
  if (ending.exitCode === 0 || wordOf(words, 'format') !== 'markdown') return ending
  return { ...ending, heading: [], blocks: [], prose: [], closing: [] }
}

/** @throws InputError where the lock file is of artifacts of other projects, and nobody said who signs those */
export function assertSignerNamed(
  { isSignerNamed }: { readonly isSignerNamed: boolean },
  { urls }: Asked,
  { spell }: Words,
): void {
  if (isSignerNamed || urls.length === 0) return
  const message = `is needed with ${spell('certificate-oidc-issuer')} for a lock file of URLs: who has to have signed them`
  throw new InputError([{ code: 'INPUT_REQUIRED', field: spell('certificate-identity'), message }])
}

function toPlace({ artifact: { version, path = '' } }: VerificationResult): string {
  return formatPlace({ version: version === undefined ? undefined : parseReleaseVersion(version), path })
}
