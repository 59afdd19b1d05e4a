// Readers for the forms that inputs come in. Each returns the value, or
// records one faulty field and returns undefined, so that one error can name
// every fault at once.
import { closest } from 'fastest-levenshtein'
import { type FieldError, InputError } from '../errors.js'

/** Collects faulty fields while a request is read. */
export class FieldErrors {
  readonly #errors: FieldError[] = []

  add(code: FieldError['code'], field: string, message: string): undefined {
    this.#errors.push({ code, field, message })
    return undefined
  }

  /** Throws one InputError for all that was added, if anything was. */
  throwIfAny(): void {
    const [first, ...rest] = this.#errors
    if (first !== undefined) throw new InputError([first, ...rest])
  }
}

/** Commas or newlines, blanks dropped, repetitions dropped. */
export function readList(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,\n]/)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
  ]
}

/** true, True, TRUE, false, False, FALSE: the booleans of YAML 1.2's core schema. */
export function readBoolean(errors: FieldErrors, field: string, text: string): boolean | undefined {
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  return errors.add('INPUT_INVALID', field, `"${text}" is not a boolean; allowed: true, false`)
}

/** As readUrl, or a folder as `file:///…`. */
export function readSiteUrl(errors: FieldErrors, field: string, text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'file:') return readUrl(errors, field, text, ', or a folder as file:///…')
  const isPlain = url.host + url.search + url.hash === '' && !/%2f|%5c|%00/i.test(url.pathname)
  if (!isPlain) return errors.add('INPUT_INVALID', field, `"${text}" is not a folder; allowed: file:///…`)
  url.pathname = url.pathname.replace(/\/+$/, '')
  return url
}

/** An https URL, or http to a loopback address, without credentials, query or fragment. */
export function readUrl(errors: FieldErrors, field: string, text: string, further = ''): URL | undefined {
  const allowed = `allowed: an https URL without credentials, query or fragment (http for loopback only)${further}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined) return errors.add('INPUT_INVALID', field, `"${text}" is not a URL; ${allowed}`)
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)
  const isPlain = url.username + url.password + url.search + url.hash === ''
  if (!isPlain || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback))) {
    // The text may hold a password: it is not repeated.
    return errors.add('INPUT_INVALID', field, `the URL for host "${url.host}" is not allowed; ${allowed}`)
  }
  url.pathname = url.pathname.replace(/\/+$/, '')
  return url
}

/** `; did you mean "kubectl"?`, where a name is near enough to be meant. */
export function suggest(text: string, names: readonly string[]): string {
  const nearest = names.length === 0 ? undefined : closest(text, [...names])
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`
}

/** One of a few words. */
export function readChoice<T extends string>(
  errors: FieldErrors,
  field: string,
  text: string,
  choices: readonly T[],
): T | undefined {
  return choices.find((choice) => choice === text) ?? refuse(errors, field, text, choices)
}

/** Records that the text is none of the names that are allowed. */
export function refuse(
  errors: FieldErrors,
  field: string,
  text: string,
  names: readonly string[],
  code: FieldError['code'] = 'INPUT_INVALID',
): undefined {
  return errors.add(
    code,
    field,
    `"${text}" is not allowed; allowed: ${names.join(', ')}${suggest(text, names)}`,
  )
}
