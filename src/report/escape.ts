// Text from outside (servers, certificates, log entries, file names) on its
// way to a log, a terminal or a summary. Printed raw it could carry workflow
// commands (`::add-path::`), the runner's older `##[command]` form, terminal
// sequences, or Markdown.

/** Longer foreign text is cut: no message needs more. */
const MAX_LENGTH = 1000

/** Control and format characters, line and paragraph separators, and surrogates without a partner. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** One line in which nothing is hidden and nothing runs backwards. */
export function showUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

/** One printable line that no runner or terminal takes for a command. */
export function escapeText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
  return showUnprintable(cut)
    .replace(/##\[/g, '#\\u{23}[')
    .replace(/^(\s*)::/, '$1\\u{3a}:')
}

/** A Markdown code span that is safe in a table cell: nothing inside it is markup or a link. */
export function toCode(text: string): string {
  const escaped = escapeText(text).replace(/`/g, '\\u{60}').replace(/\|/g, '\\|')
  return `\`${escaped === '' ? ' ' : escaped}\``
}
