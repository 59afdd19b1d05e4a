// Elements from values. Text goes in as text; nothing here reads markup.

interface Given {
  readonly class?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: className, text, attributes = {} }: Given = {},
  children: readonly (Node | undefined)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className !== undefined) made.className = className
  if (text !== undefined) made.textContent = text
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** What the page was made with; its absence is our own bug. */
export function partOf<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const found = root.querySelector(selector)
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`)
  return found
}

export function buttonWith(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', { class: className, text, attributes: { type: 'button' } })
  button.addEventListener('click', onClick)
  return button
}
