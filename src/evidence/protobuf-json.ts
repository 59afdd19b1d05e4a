// Protobuf's JSON as every reader of it has to take it
// (https://protobuf.dev/programming-guides/json/): names in lowerCamelCase or
// as the .proto file has them (media_type), bytes in base64 of either
// alphabet, padded or not. The library that turns it into messages knows the
// first of each alone, and skips in base64 what it does not know; so a
// document is brought into one form here, before it is read.
import { parseAnyBase64 } from './base64.js'

/** Every field of bytes in bundles and trusted roots. */
const BYTES =
  /^(?:rawBytes|digest|signature|keyId|rootHash|hashes|signedEntryTimestamp|canonicalizedBody|payload|sig|signedTimestamp)$/
/** The deepest document of the field has eight levels. */
const MAX_DEPTH = 32
/** Bundles have some tens of hashes, trusted roots some tens of parts; a message that is built of each costs time. */
const MAX_ENTRIES = 1024

/**
 * The same document with camel-case names and canonical base64.
 * @param json as JSON.parse gave it
 * @throws Error, with a sentence, for bytes that are not base64, a name given twice, a list too long, or a document too deep
 */
export function normalizeProtobufJson(json: unknown): unknown {
  return normalize(json, '', 0)
}

function normalize(value: unknown, name: string, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new Error(`it is nested deeper than ${MAX_DEPTH} levels`)
  if (typeof value === 'string') return BYTES.test(name) ? normalizeBytes(value, name) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value) && value.length > MAX_ENTRIES)
    throw new Error(`${name || 'it'} has more than ${MAX_ENTRIES} entries`)
  if (Array.isArray(value)) return value.map((each) => normalize(each, name, depth + 1))
  const fields = new Map<string, unknown>()
  for (const [key, inner] of Object.entries(value)) {
    const camel = toCamelCase(key)
    if (fields.has(camel)) throw new Error(`${camel} is given twice`)
    fields.set(camel, normalize(inner, camel, depth + 1))
  }
  return Object.fromEntries(fields)
}

function normalizeBytes(text: string, name: string): string {
  if (text === '') return text
  const bytes = parseAnyBase64(text)
  if (bytes === undefined) throw new Error(`${name} is not base64`)
  return bytes.toString('base64')
}

function toCamelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
