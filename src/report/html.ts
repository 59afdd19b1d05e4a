// HTML as values: what is written in a template is markup, what is put into it
// is text. Text from outside can therefore not become markup by being forgotten.
import { showUnprintable } from './escape.js'

/** Made by `html` alone. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = string | number | undefined | Markup | readonly Markup[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** html`<p title="${text}">${text}</p>`; attributes have to be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.reduce((before, part, index) => before + toText(values[index - 1]) + part))
}

function toText(content: Content): string {
  if (content instanceof Markup) return content.text
  if (typeof content === 'object') return content.map(({ text }) => text).join('')
  return showUnprintable(String(content ?? '')).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** A value for a <script type="application/json">, which no text in it can end. */
export function toJsonBlock(value: unknown): Markup {
  const json = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? showUnprintable(each) : each,
  )
  return new Markup(
    json.replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )
}

/** Our own style, script and attributes: never anything from outside. */
export function raw(text: string): Markup {
  return new Markup(text)
}
