// JSON of a known form, from outside: parsed, held against its schema, and
// where it differs refused for the first fault, by its path. Each form says in
// its own words, and by its own code, what it refuses.
import * as v from 'valibot'
import { parseJson } from './parse-json.js'

/** What is wrong with a document. */
export interface JsonFault {
  /** Whether it is JSON at all; if so, it is another than the schema's. */
  readonly isJson: boolean
  /** `releases.0.path is missing`; of what is no JSON, `it is not JSON`. */
  readonly what: string
  /** Why it is no JSON. */
  readonly cause?: unknown
  /** What the schema has to say. */
  readonly issue?: v.BaseIssue<unknown>
}

interface ReadOptions {
  /** How the fault of a value is put, where the schema does not say it itself. */
  readonly message?: string | ((issue: v.BaseIssue<unknown>) => string)
}

type Refuse = (fault: JsonFault) => Error

/**
 * Reads a text.
 * @throws what `refuse` makes of the first fault
 */
export function readJson<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  { refuse, ...options }: ReadOptions & { readonly refuse: Refuse },
): v.InferOutput<Schema> {
  let json: unknown
  try {
    json = parseJson(text)
  } catch (cause) {
    throw refuse({ isJson: false, what: 'it is not JSON', cause })
  }
  return readValue(json, schema, { refuse, ...options })
}

/**
 * Reads a value that was parsed before.
 * @throws what `refuse` makes of the first fault
 */
export function readValue<Schema extends v.GenericSchema>(
  json: unknown,
  schema: Schema,
  { refuse, message }: ReadOptions & { readonly refuse: Refuse },
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json, { abortEarly: true, ...(message !== undefined && { message }) })
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw refuse({ isJson: true, what: `${v.getDotPath(issue) ?? '(root)'} ${issue.message}`, issue })
}

/** A fault in words that, unlike the schema library's, do not repeat the value: it may be as long as the file. */
export function withoutValue({ expected, received }: v.BaseIssue<unknown>): string {
  return received === 'undefined' ? 'is missing' : `is not ${expected ?? 'valid'}`
}
