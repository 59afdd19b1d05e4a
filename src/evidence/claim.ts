// Evidence arrives in pieces, and each piece may be absent or unreadable.
// A claim keeps that as a value, so that one bad piece becomes one check's
// result and does not hide what the other pieces say.
import { type CodedError, toCodedError } from '../errors.js'

export type Claim<T> =
  | { readonly value: T; readonly error?: undefined }
  | { readonly error: CodedError; readonly value?: undefined }

/** Runs a parser and keeps its coded error as a value. */
export function claim<T>(parse: () => T): Claim<T> {
  try {
    return { value: parse() }
  } catch (thrown) {
    return { error: toCodedError(thrown) }
  }
}

/** Waits for a promise and keeps its coded error as a value. */
export async function claimAsync<T>(promise: Promise<T>): Promise<Claim<T>> {
  try {
    return { value: await promise }
  } catch (thrown) {
    return { error: toCodedError(thrown) }
  }
}

/** The claim of what follows from the value; an error stays as it is. */
export function mapClaim<T, U>(given: Claim<T>, toOther: (value: T) => U): Claim<U> {
  return given.error === undefined ? { value: toOther(given.value) } : given
}

/** The value; throws the error that stands in its place. */
export function unwrap<T>({ value, error }: Claim<T>): T {
  if (error !== undefined) throw error
  return value
}
