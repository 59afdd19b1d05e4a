// What `entry` was asked: which entry of the log, by any of its names.
import { type Digest, parseDigest } from '../digest.js'
import { type FieldErrors, readUrl } from './fields.js'
import type { ArgumentNames, Arguments } from './parse-arguments.js'
import { INPUT_DEFAULTS, readTrustedRoot } from './parse-request.js'
import type { TrustedRootChoice } from './request.js'

export type EntryName =
  /** A UUID of 80 or a leaf hash of 64 hex characters, or an index over all shards. */
  | { readonly kind: 'id'; readonly id: string | number }
  /** All entries about a digest, by the log's search; with evidence the one that follows from it. */
  | {
      readonly kind: 'digest'
      readonly digest: Digest
      readonly evidence: { readonly signature: string; readonly certificate: string } | undefined
    }

export interface EntryRequest {
  readonly name: EntryName
  readonly trustedRoot: TrustedRootChoice
  readonly rekorUrl: URL
  readonly tufUrl: URL
}

export const ENTRY_ARGUMENTS: ArgumentNames = {
  values: ['signature', 'certificate', 'trusted-root', 'rekor-url', 'tuf-url', 'format'],
  switches: [],
  positionals: 1,
}

/**
 * Reads the arguments of `entry`.
 * @throws InputError with every faulty field
 */
export function parseEntryRequest(errors: FieldErrors, { positionals, values }: Arguments): EntryRequest {
  const { signature, certificate } = values
  const evidence =
    signature === undefined || certificate === undefined ? undefined : { signature, certificate }
  if (evidence === undefined && (signature ?? certificate) !== undefined) {
    const missing = signature === undefined ? '--signature' : '--certificate'
    errors.add('INPUT_REQUIRED', missing, 'is needed with the other: a path')
  }
  const name = readName(errors, positionals[0] ?? '', evidence)
  if (evidence !== undefined && name?.kind === 'id')
    errors.add('INPUT_CONFLICT', '--signature', 'goes with a digest; allowed: sha256:<64 hex characters>')
  const url = (flag: 'rekor-url' | 'tuf-url'): URL | undefined =>
    readUrl(errors, `--${flag}`, values[flag] ?? INPUT_DEFAULTS[flag])
  const [rekorUrl, tufUrl] = [url('rekor-url'), url('tuf-url')]
  errors.throwIfAny()
  return {
    name: name as EntryName,
    trustedRoot: readTrustedRoot(values['trusted-root'] ?? INPUT_DEFAULTS['trusted-root']),
    rekorUrl: rekorUrl as URL,
    tufUrl: tufUrl as URL,
  }
}

function readName(
  errors: FieldErrors,
  text: string,
  evidence: Extract<EntryName, { kind: 'digest' }>['evidence'],
): EntryName | undefined {
  const digest = text.startsWith('sha256:') ? parseDigest(text) : undefined
  if (digest !== undefined) return { kind: 'digest', digest, evidence }
  if (/^(?:[0-9a-f]{16})?[0-9a-f]{64}$/.test(text)) return { kind: 'id', id: text }
  if (/^\d{1,15}$/.test(text)) return { kind: 'id', id: Number(text) }
  const allowed = 'allowed: a UUID of 64 or 80 hex characters, an index, or sha256:<64 hex characters>'
  return errors.add('INPUT_INVALID', text === '' ? 'entry' : text, `names no entry; ${allowed}`)
}
