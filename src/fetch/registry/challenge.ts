// What a registry wants to know before it answers: the WWW-Authenticate header
// (RFC 9110 §11.6.1), in the two schemes that registries use:
//   Basic realm="Registry"
//   Bearer realm="https://auth.example/token",service="…",scope="…"

export interface Challenge {
  readonly scheme: 'basic' | 'bearer'
  readonly parameters: Readonly<Record<string, string>>
}

/** Far longer than any real one. */
const MAX_LENGTH = 8192
/** Of the header, one after the other: blanks and commas, `name=value`, a scheme, what is neither. */
const PARTS =
  /[\s,]+|([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",=]+)(?=[\s,]|$))|([A-Za-z][\w!#$%&'*+.^`|~-]*)(?=[\s,]|$)|[^\s,]+/y

/**
 * Reads a header that may hold several challenges.
 * @returns the first whose scheme we know, Bearer before Basic; undefined when there is none
 */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  if (header === undefined || header.length > MAX_LENGTH) return undefined
  const found: { scheme: string; parameters: Record<string, string> }[] = []
  const parts = new RegExp(PARTS)
  for (let part = parts.exec(header); part !== null; part = parts.exec(header)) {
    const [, name, quoted, token = '', scheme] = part
    const { parameters } = found.at(-1) ?? {}
    if (scheme !== undefined) found.push({ scheme: scheme.toLowerCase(), parameters: {} })
    else if (name !== undefined && parameters !== undefined)
      parameters[name.toLowerCase()] ??= quoted?.replace(/\\(.)/g, '$1') ?? token
  }
  const known = found.filter((each): each is Challenge => each.scheme === 'basic' || each.scheme === 'bearer')
  return known.find(({ scheme }) => scheme === 'bearer') ?? known[0]
}
