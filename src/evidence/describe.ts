/** How much of a foreign text an error repeats, in characters. */
const EXCERPT_LENGTH = 60

/**
 * Says what a foreign text looks like, for an error: an error page saved in
 * place of a file is this field's usual accident. The excerpt is from
 * outside; whoever prints it escapes it.
 */
export function describeText(text: string): string {
  if (text.trim() === '') return 'empty'
  if (/^\s*<(?:!doctype|html|\?xml|head|body)/i.test(text)) return 'an HTML or XML page'
  const excerpt = text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text
  return `something else: "${excerpt}"`
}
