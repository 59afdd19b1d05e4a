// JSON for files, logs and terminals, with text from outside in it.

/** What JSON.stringify leaves as it is: C1 controls, DEL, format characters, separators. A terminal obeys some. */
const HIDDEN = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * The JSON of a value, in which every control and format character is written as `\uXXXX`: it means the same to every
 * reader of JSON, and nothing to a terminal.
 * @param indent in spaces
 */
export function formatJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(HIDDEN, (character) =>
    // A character beyond the first plane is two units, each with its own escape.
    Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(''),
  )
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
