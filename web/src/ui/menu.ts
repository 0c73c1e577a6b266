import { element } from "./element";

export interface Menu {
  element: HTMLElement;
  select: HTMLSelectElement;
}

/** A labelled choice. */
export function menu(
  { label, name, value = "" }: { label: string; name: string; value?: string },
  options: readonly (readonly [value: string, text: string])[],
): Menu {
  const select = element(
    "select",
    { id: name, name, class: "boxed" },
    ...options.map(([each, text]) =>
      element("option", { value: each, selected: each === value }, text),
    ),
  );
  const made = element("div", { class: "field" }, element("label", { for: name }, label), select);
  return { element: made, select };
}
