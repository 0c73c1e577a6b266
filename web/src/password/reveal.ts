import { words } from "../i18n/words";
import { button, element } from "../ui/element";
import type { Field } from "../ui/field";

/** Adds a button to a password field that shows what was typed. It is hidden again when it is sent. */
export function revealable(password: Field): Field {
  const { input } = password;
  const { show, hide } = words.password;
  const reveal = (isShown: boolean) => {
    input.type = isShown ? "text" : "password";
    toggle.textContent = isShown ? hide : show;
  };
  const toggle = button(show, () => reveal(input.type === "password"), "quiet");
  toggle.setAttribute("aria-controls", input.id);
  const row = element("span", { class: "with-reveal" });
  input.replaceWith(row);
  row.append(input, toggle);
  password.conceal = () => reveal(false);
  return password;
}
