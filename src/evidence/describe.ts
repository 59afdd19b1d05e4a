import { findJsonExcess } from '../json/parse-json.js'

/** How much of a foreign text an error repeats, in characters. */
const EXCERPT_LENGTH = 60
/** How much of it is looked at: the names that give a form away stand at its start. */
const HEAD_LENGTH = 4096

/** By what each is told, in this order. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^<(?:!doctype|html|\?xml|head|body)/i, 'an HTML or XML page'],
  [/^-----BEGIN PGP /, 'an OpenPGP signature'],
  [/^-----BEGIN CERTIFICATE-----/, 'a certificate in PEM'],
  [/^-----BEGIN PUBLIC KEY-----/, 'a public key in PEM'],
  [/^-----BEGIN /, 'another kind of PEM'],
  [/^untrusted comment:/, 'a minisign signature'],
  [/^SPDXVersion:/, 'SPDX in tag-value form'],
  [/^[[{][^]*"base64Signature"\s*:/, "cosign's old bundle"],
  [/^[[{][^]*application\/vnd\.dev\.sigstore\.bundle/, 'a Sigstore bundle'],
  [/^[[{][^]*application\/vnd\.dev\.sigstore\.trustedroot/, 'a trusted root'],
  [/^[[{][^]*"spdxVersion"\s*:/, 'SPDX 2 JSON'],
  [/^[[{][^]*spdx\.org\/rdf\/3\./, 'SPDX 3 JSON'],
  [/^[[{][^]*"bomFormat"\s*:/, 'CycloneDX JSON'],
  [/^[[{][^]*in-toto\.io\/Statement\//, 'an in-toto statement'],
  [/^[[{][^]*"payloadType"\s*:/, 'a DSSE envelope'],
  // eslint-disable-next-line no-control-regex -- what programs and archives start with
  [/^(?:\x7fELF|MZ\x90|\x1f\x8b|PK\x03\x04|\0)/, 'binary data'],
]

/**
 * Says what a foreign text looks like, for an error: an error page saved in
 * place of a file is this field's usual accident, and a form that belongs
 * elsewhere, or to tomorrow, the next. The excerpt is from outside; whoever
 * prints it escapes it.
 */
export function describeText(text: string): string {
  const head = text.slice(0, HEAD_LENGTH).replace(/^\ufeff?\s+/, '')
  if (head.trim() === '' && text.trim() === '') return 'empty'
  const excess = /^[[{]/.test(head) ? findJsonExcess(text) : undefined
  if (excess !== undefined) return `a text that ${excess}`
  const form = FORMS.find(([pattern]) => pattern.test(head))
  if (form !== undefined) return form[1]
  const excerpt = text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text
  return `something else: "${excerpt}"`
}
