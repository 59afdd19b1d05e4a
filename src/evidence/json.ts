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
  if (depthOf(text) > maxDepth) throw new Error(`it is nested deeper than ${maxDepth} levels`)
  return JSON.parse(text)
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** The deepest nesting, of brackets outside of strings. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    // [ and { are ] and } less two.
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x5d || code === 0x7d) depth--
  }
  return deepest
}
