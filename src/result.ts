// Evidence arrives in pieces, and each piece may be absent or unreadable.
// A result keeps that as a value, so that one bad piece becomes one check's
// answer and does not hide what the other pieces say.
import { type CodedError, toCodedError } from './errors.js'

export type Result<T> =
  | { readonly value: T; readonly error?: undefined }
  | { readonly error: CodedError; readonly value?: undefined }

/** Runs a parser and keeps its coded error as a value. */
export function toResult<T>(parse: () => T): Result<T> {
  try {
    return { value: parse() }
  } catch (thrown) {
    return { error: toCodedError(thrown) }
  }
}

/** Waits for a promise and keeps its coded error as a value. */
export async function toResultAsync<T>(promise: Promise<T>): Promise<Result<T>> {
  try {
    return { value: await promise }
  } catch (thrown) {
    return { error: toCodedError(thrown) }
  }
}

/** The result of what follows from the value; an error stays as it is. */
export function mapResult<T, U>(given: Result<T>, toOther: (value: T) => U): Result<U> {
  return given.error === undefined ? { value: toOther(given.value) } : given
}

/** The value; throws the error that stands in its place. */
export function unwrap<T>({ value, error }: Result<T>): T {
  if (error !== undefined) throw error
  return value
}
