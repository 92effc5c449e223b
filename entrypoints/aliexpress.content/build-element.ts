/**
 * Builds an element of our own closed roots. Text is always set as text: nothing from a page can become
 * markup (invariant 7).
 */
export function build<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: Array<Node | string>
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** A button that names its action in `data-do`; the root's one click listener reads it. */
export const button = (
  action: string,
  attributes: Record<string, string>,
  ...children: Array<Node | string>
): HTMLButtonElement => build('button', { type: 'button', 'data-do': action, ...attributes }, ...children)
