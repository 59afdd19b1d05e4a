// JSON from outside. JSON.parse takes linear time, but a document of brackets
// alone becomes fifty times its size in memory: how deep it is and how many
// values it has is looked at first. How long it may be is the business of
// whoever reads it from elsewhere.

/** Of arrays and objects in each other. Real documents have at most some twenty. */
export const MAX_JSON_DEPTH = 64
/** Of arrays, objects and their members: the report of an audit of a hundred releases has some two million. */
const MAX_JSON_PARTS = 5_000_000

/**
 * Parses JSON from outside, whoever wrote it.
 * @throws Error, with a sentence, when it is no JSON, is nested deeper than 64 levels, or has more than 5,000,000 parts
 */
export function parseJson(text: string): unknown {
  const excess = findJsonExcess(text)
  if (excess !== undefined) throw new Error(`it ${excess}`)
  // eslint-disable-next-line no-restricted-properties -- the one place, behind the depth
  return JSON.parse(text)
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c

/** What of a text is more than any real document has; a predicate without its subject. In linear time. */
export function findJsonExcess(text: string): string | undefined {
  let depth = 0
  let parts = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    else if (code === COMMA) parts++
    // [ and {, then ] and }
    else if (code === 0x5b || code === 0x7b) {
      parts++
      if (++depth > MAX_JSON_DEPTH) return `is nested deeper than ${MAX_JSON_DEPTH} levels`
      if (parts > MAX_JSON_PARTS) return `has more than ${MAX_JSON_PARTS} parts`
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return parts > MAX_JSON_PARTS ? `has more than ${MAX_JSON_PARTS} parts` : undefined
}
