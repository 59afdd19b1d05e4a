// JSON from outside. JSON.parse takes linear time, but a document of brackets
// alone becomes fifty times its size in memory: its depth is looked at first.
// How long it may be is the business of whoever reads it from elsewhere.

/** Of arrays and objects in each other. Real documents have at most some twenty. */
export const MAX_JSON_DEPTH = 64

/**
 * Parses JSON from outside, whoever wrote it.
 * @throws Error, with a sentence, when it is no JSON, or nested deeper than 64 levels
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new Error(`it is nested deeper than ${MAX_JSON_DEPTH} levels`)
  // eslint-disable-next-line no-restricted-properties -- the one place, behind the depth
  return JSON.parse(text)
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Whether brackets outside of strings stand deeper in each other than in any real document; in linear time. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length && depth <= MAX_JSON_DEPTH; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    // [ and {, then ] and }
    else if (code === 0x5b || code === 0x7b) depth++
    else if (code === 0x5d || code === 0x7d) depth--
  }
  return depth > MAX_JSON_DEPTH
}
