const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * Standard base64 (RFC 4648 §4), padded and canonical, with no space inside.
 * Buffer.from(text, 'base64') skips what it does not know, so that two texts could mean the same bytes.
 * @returns the bytes, or undefined when the text is anything else
 */
export function parseBase64(text: string): Buffer | undefined {
  if (text === '' || !BASE64.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/**
 * Base64 of either alphabet (RFC 4648 §4 and §5), but not of both at once, padded or not, and canonical in its
 * last bits; with no space inside.
 * @returns the bytes, or undefined when the text is anything else
 */
export function parseAnyBase64(text: string): Buffer | undefined {
  if (/[-_]/.test(text) && /[+/]/.test(text)) return undefined
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  return parseBase64(standard.endsWith('=') ? standard : standard + '='.repeat(-standard.length & 3))
}
