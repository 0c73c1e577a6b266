import { words } from "../i18n/words";
import { button, element } from "../ui/element";
import type { Field } from "../ui/field";

/** Adds a button to a password field that shows what was typed. */
export function revealable<T extends Field>(password: T): T {
  const { input } = password;
  const toggle = button(
    words.password.show,
    () => {
      const isShown = input.type === "text";
      input.type = isShown ? "password" : "text";
      toggle.setAttribute("aria-pressed", String(!isShown));
    },
    "reveal",
  );
  toggle.setAttribute("aria-pressed", "false");
  toggle.setAttribute("aria-controls", input.id);
  const row = element("span", { class: "with-reveal" });
  input.replaceWith(row);
  row.append(input, toggle);
  return password;
}
