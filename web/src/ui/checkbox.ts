import { element } from "./element";

/** A box to tick, with what it means beside it. */
export function checkbox({
  label,
  name,
  checked,
}: {
  label: string;
  name: string;
  checked: boolean;
}): { element: HTMLElement; readonly checked: boolean; uncheck(): void } {
  const box = element("input", { type: "checkbox", name, id: name, checked });
  return {
    element: element("label", { class: "check", for: name }, box, label),
    get checked() {
      return box.checked;
    },
    uncheck() {
      box.checked = false;
    },
  };
}
