// JSON from outside. JSON.parse takes linear time, but a document of brackets
// alone becomes fifty times its size in memory: its depth is looked at first.

export interface JsonLimits {
  /** In characters. */
  readonly maxLength: number
  /** Of arrays and objects in each other. */
  readonly maxDepth: number
}

/**
 * Parses JSON within limits.
 * @throws Error, with a sentence, when it is no JSON or exceeds a limit
 */
export function parseJsonWithin(text: string, { maxLength, maxDepth }: JsonLimits): unknown {
  if (text.length > maxLength) throw new Error(`it has more than ${maxLength} characters`)
  if (isDeeper(text, maxDepth)) throw new Error(`it is nested deeper than ${maxDepth} levels`)
  return JSON.parse(text)
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Whether brackets outside of strings stand deeper in each other. */
function isDeeper(text: string, maxDepth: number): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length && depth <= maxDepth; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    // [ and {, then ] and }
    else if (code === 0x5b || code === 0x7b) depth++
    else if (code === 0x5d || code === 0x7d) depth--
  }
  return depth > maxDepth
}
