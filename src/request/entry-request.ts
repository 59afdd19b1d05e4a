// What `entry` was asked: which entry of the log, by any of its names.
import { type Digest, parseDigest } from '../digest.js'
import { type Reader, oneOf, refuse } from './fields.js'
import {
  type CommandInputs,
  type ValuesOf,
  type Words,
  belongTo,
  conflict,
  input,
  readInputs,
  textInput,
} from './input.js'
import type { TrustedRootChoice } from './request.js'
import { LOG_INPUTS, ROOT_INPUTS, toTrustedRoot } from './trust-inputs.js'

/** The paths of a signature and its certificate. */
interface Pair {
  readonly signature: string
  readonly certificate: string
}

export type EntryName =
  /** A UUID of 80 or a leaf hash of 64 hex characters, or an index over all shards. */
  | { readonly kind: 'id'; readonly id: string | number }
  /** All entries about a digest, by the log's search; with evidence the one that follows from it. */
  | { readonly kind: 'digest'; readonly digest: Digest; readonly evidence: Pair | undefined }

const ENTRY_FORMATS = ['text', 'json', 'tle', 'rekor'] as const
export type EntryFormat = (typeof ENTRY_FORMATS)[number]

export interface EntryRequest {
  readonly format: EntryFormat
  readonly name: EntryName
  readonly trustedRoot: TrustedRootChoice
  readonly rekorUrl: URL
  /** How long, in a run, a server is waited for that is away. */
  readonly patienceMs: number
  readonly tufUrl: URL
}

const readName: Reader<string | number | Digest> = (text, field) => {
  const digest = text.startsWith('sha256:') ? parseDigest(text) : undefined
  if (digest !== undefined) return { value: digest }
  if (/^(?:[0-9a-f]{16})?[0-9a-f]{64}$/.test(text)) return { value: text }
  if (/^\d{1,15}$/.test(text)) return { value: Number(text) }
  const allowed = 'allowed: a UUID of 64 or 80 hex characters, an index, or sha256:<64 hex characters>'
  return refuse(text === '' ? field : text, `names no entry; ${allowed}`)
}

const INPUTS = {
  entry: input(
    'What',
    'The entry by its UUID, by its index in the log, or by the digest that it is about (`sha256:…`).',
    {
      placeholder: 'UUID|index|digest',
      read: readName,
    },
  ),
  signature: textInput(
    'Evidence',
    'The path of the signature that the entry is about, given with certificate and a digest.',
    {
      placeholder: 'path',
    },
  ),
  certificate: textInput(
    'Evidence',
    "The path of the signer's certificate, given with signature and a digest.",
    {
      placeholder: 'path',
    },
  ),
  ...ROOT_INPUTS,
  ...LOG_INPUTS,
  format: input(
    'Results',
    'Whether the entry is printed for people (`text`), for programs (`json`), as in a bundle (`tle`) or as rekor-cli prints it as JSON (`rekor`).',
    { entry: 'cli', default: 'text', placeholder: 'choice', read: oneOf(ENTRY_FORMATS) },
  ),
}
type EntryValues = ValuesOf<typeof INPUTS>

/** The inputs of `entry`. */
export const ENTRY: CommandInputs<EntryValues> = {
  table: INPUTS,
  rules: [
    ...belongTo('signature', ['certificate'], ': a path'),
    ...belongTo('certificate', ['signature'], ': a path'),
    conflict('signature', 'goes with a digest; allowed: sha256:<64 hex characters>', ({ values }) => {
      const isId = typeof values.entry === 'string' || typeof values.entry === 'number'
      return isId && values.signature !== undefined && values.certificate !== undefined
    }),
  ],
  positionals: { name: 'entry', most: 1, isOnly: true },
}

/**
 * Reads the request of `entry`.
 * @throws InputError with every fault
 */
export function parseEntryRequest(words: Words): EntryRequest {
  const values = readInputs(ENTRY, words)
  return {
    format: values.format,
    name: toEntryName(values),
    trustedRoot: toTrustedRoot(values, false),
    rekorUrl: values['rekor-url'],
    patienceMs: values.patience,
    tufUrl: values['tuf-url'],
  }
}

function toEntryName({ entry, signature, certificate }: EntryValues): EntryName {
  if (typeof entry !== 'object') return { kind: 'id', id: entry }
  const isPair = signature !== undefined && certificate !== undefined
  return { kind: 'digest', digest: entry, evidence: isPair ? { signature, certificate } : undefined }
}
