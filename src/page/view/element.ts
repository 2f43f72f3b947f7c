import { shownText } from './shown-text.js';

export type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/**
 * An element. What stands in it is text or other elements, never markup: whatever the export says is shown as it is
 * written, and what could not be seen in it by its number. An attribute that is a function is a listener of that event.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(attribute, value);
    else if (value === true) made.setAttribute(attribute, '');
    else if (value !== false) made.setAttribute(attribute, shownText(value));
  }
  made.append(...children.filter(child => child !== null).map(shownChild));
  return made;
}

/** A part of a drawing. */
export function drawn(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.append(...children.filter(child => child !== null).map(shownChild));
  return made;
}

function shownChild(child: Node | string): Node | string {
  return typeof child === 'string' ? shownText(child) : child;
}

/** A list of lines; null where there are none. */
export function lines(texts: readonly string[], className: string): HTMLUListElement | null {
  if (texts.length === 0) return null;
  return element('ul', { class: className }, ...texts.map(text => element('li', {}, text)));
}
