export type Child = Node | string;

/** A `true` attribute is there, a `false` one is not. */
export type Attributes = Readonly<Record<string, string | boolean>>;

/** Makes an element. Text stays text: nothing is ever parsed as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

export function button(
  label: string,
  onClick: () => void,
  kind: "primary" | "secondary" | "danger" | "quiet" = "secondary",
): HTMLButtonElement {
  const made = element("button", { type: "button", class: kind }, label);
  made.addEventListener("click", onClick);
  return made;
}

export function paragraph(...children: Child[]): HTMLParagraphElement {
  return element("p", {}, ...children);
}

export function link(href: string, label: string): HTMLAnchorElement {
  return element("a", { href }, label);
}
