// Readers for the forms that inputs come in. A reader gives the value or the
// faults in it, so that one error can name every fault of a request at once.
import { distance } from 'fastest-levenshtein'
import { parseDigest, type Digest } from '../digest.js'
import type { FieldError } from '../errors.js'

/** A value, or why there is none: one or more faults of one input. */
export type Read<V> =
  | { readonly value: V; readonly faults?: undefined }
  | { readonly faults: readonly FieldError[]; readonly value?: undefined }

/** Reads the text of one input; `field` is its name as the user wrote it. */
export interface Reader<V> {
  (text: string, field: string): Read<V>
  /** The words that it allows, where it allows few: a shell completes them. */
  readonly choices?: readonly string[]
}

/** The answer of a reader that found one fault. */
export function refuse(
  field: string,
  message: string,
  code: FieldError['code'] = 'INPUT_INVALID',
): Read<never> {
  return { faults: [{ code, field, message }] }
}

/** The answer of a reader to a text that is none of the names that are allowed; it suggests the nearest. */
export function refuseName(
  text: string,
  {
    field,
    names,
    code,
  }: { readonly field: string; readonly names: readonly string[]; readonly code?: FieldError['code'] },
): Read<never> {
  return refuse(field, `"${text}" is not allowed; allowed: ${names.join(', ')}${suggest(text, names)}`, code)
}

/** Reads every item of a list; with any fault, the faults of all. */
export function readEach<T, V>(items: readonly T[], read: (item: T) => Read<V>): Read<readonly V[]> {
  const reads = items.map(read)
  const faults = reads.flatMap((each) => each.faults ?? [])
  if (faults.length > 0) return { faults }
  return { value: reads.flatMap((each) => (each.faults === undefined ? [each.value] : [])) }
}

/** What follows from a value that was read; faults stay as they are. */
export function mapRead<V, W>(read: Read<V>, toOther: (value: V) => W): Read<W> {
  return read.faults === undefined ? { value: toOther(read.value) } : read
}

/** The items of a list: commas or newlines separate them, blanks and repetitions are dropped. */
export function splitList(text: string): string[] {
  const items = text.split(/[,\n]/).map((item) => item.trim())
  return [...new Set(items.filter((item) => item !== ''))]
}

/** Any text; the empty one stands for nothing given. */
export const readText: Reader<string | undefined> = (text) => ({ value: text || undefined })

/** true, True, TRUE, false, False, FALSE: the booleans of YAML 1.2's core schema. */
export const readBoolean: Reader<boolean> = (text, field) => {
  if (/^(?:true|True|TRUE)$/.test(text)) return { value: true }
  if (/^(?:false|False|FALSE)$/.test(text)) return { value: false }
  return refuse(field, `"${text}" is not a boolean; allowed: true, false`)
}

/** Makes a reader of one of a few words. */
export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  const read: Reader<T> = (text, field) => {
    const choice = choices.find((each) => each === text)
    return choice === undefined ? refuseName(text, { field, names: choices }) : { value: choice }
  }
  return Object.assign(read, { choices })
}

/** Makes a reader of a list of a few words. */
export function someOf<const T extends string>(choices: readonly T[]): Reader<readonly T[]> {
  const readOne = oneOf(choices)
  const read: Reader<readonly T[]> = (text, field) =>
    readEach(splitList(text), (word) => readOne(word, field))
  return Object.assign(read, { choices })
}

/** Makes a reader of a whole number within bounds, both included. */
export function wholeNumber(min: number, max: number): Reader<number> {
  return (text, field) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
    if (number >= min && number <= max) return { value: number }
    return refuse(field, `"${text}" is not allowed; allowed: a whole number from ${min} to ${max}`)
  }
}

/** Makes a reader of decimal minutes within bounds, both included; the value is in milliseconds. */
export function minutes(min: number, max: number): Reader<number> {
  return (text, field) => {
    const number = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN
    if (number >= min && number <= max) return { value: Math.round(number * 60_000) }
    return refuse(field, `"${text}" is not allowed; allowed: minutes from ${min} to ${max}, like 2.5`)
  }
}

/** Makes a reader that gives undefined for the empty text. */
export function optional<V>(read: Reader<V>): Reader<V | undefined> {
  return (text, field) => (text === '' ? { value: undefined } : read(text, field))
}

/** A SHA-256 digest: 64 hex characters. */
export const readSha256: Reader<Digest> = (text, field) => {
  const digest = parseDigest(text)
  if (digest !== undefined) return { value: digest }
  return refuse(field, `"${text}" is not a SHA-256 digest; allowed: 64 hex characters`)
}

/** An https URL, or http to a loopback address, without credentials, query or fragment. */
export const readUrl: Reader<URL> = (text, field) => readUrlOr(text, field, '')

/** As readUrl, for a log: the part before `/api/v1/`, which follows by itself. */
export const readLogUrl: Reader<URL> = (text, field) => refuseTail(readUrl(text, field), field, LOG_TAIL)

/** What is copied too much of a log's or a release site's URL: what this program adds by itself. */
const LOG_TAIL = /\/api(?:\/v\d+(?:\/.*)?)?$/
const SITE_TAIL = /\/release(?:\/(?:v\d|stable|latest).*)?$/

function refuseTail(read: Read<URL>, field: string, tail: RegExp): Read<URL> {
  const [ending] = tail.exec(read.value?.pathname ?? '') ?? []
  if (read.value === undefined || ending === undefined) return read
  const { origin, pathname } = read.value
  const before = origin + pathname.slice(0, -ending.length)
  const message = `"${origin}${pathname}" ends in ${ending}, which this program adds by itself`
  return refuse(field, `${message}; allowed: the part before it, ${before}`)
}

/** As readUrl, or a folder as `file:///…`; the part before `/release/`, which follows by itself. */
export const readSiteUrl: Reader<URL> = (text, field) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'file:')
    return refuseTail(readUrlOr(text, field, ', or a folder as file:///…'), field, SITE_TAIL)
  const isPlain = url.host + url.search + url.hash === '' && !/%2f|%5c|%00/i.test(url.pathname)
  if (!isPlain) return refuse(field, `"${text}" is not a folder; allowed: file:///…`)
  url.pathname = url.pathname.replace(/\/+$/, '')
  return { value: url }
}

function readUrlOr(text: string, field: string, further: string): Read<URL> {
  const allowed = `allowed: an https URL without credentials, query or fragment (http for loopback only)${further}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined) return refuse(field, `"${text}" is not a URL; ${allowed}`)
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)
  const isPlain = url.username + url.password + url.search + url.hash === ''
  if (!isPlain || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback))) {
    // The text may hold a password: it is not repeated.
    return refuse(field, `the URL for host "${url.host}" is not allowed; ${allowed}`)
  }
  url.pathname = url.pathname.replace(/\/+$/, '')
  return { value: url }
}

/** Of the letters of a name, at most one in so many may be another: else it is another word. */
const LETTERS_PER_SLIP = 3

/** `; did you mean "kubectl"?`, where one name alone is near enough to be meant. */
export function suggest(text: string, names: readonly string[]): string {
  const given = text.toLowerCase()
  const near = names
    .map((name) => ({ name, slips: distance(given, name) }))
    .filter(({ name, slips }) => slips * LETTERS_PER_SLIP <= Math.max(given.length, name.length))
  const fewest = Math.min(...near.map(({ slips }) => slips))
  const [nearest, other] = near.filter(({ slips }) => slips === fewest)
  return nearest === undefined || other !== undefined ? '' : `; did you mean "${nearest.name}"?`
}
