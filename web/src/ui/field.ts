import { words } from "../i18n/words";
import { element, type Child } from "./element";

export interface FieldOptions {
  label: string;
  name: string;
  type?: "text" | "email" | "password";
  autocomplete: AutoFill;
  hint?: readonly Child[];
  value?: string;
  /** What is wrong with a value, if anything is. Default: nothing is. */
  flaw?: (value: string) => string | undefined;
}

/** A labelled input of a form. All are required. */
export interface Field {
  element: HTMLElement;
  input: HTMLInputElement;
  readonly value: string;
  /** Says what is wrong beside the input, and whether anything is. */
  isFlawed(): boolean;
}

export function field({
  label,
  name,
  type = "text",
  autocomplete,
  hint = [],
  value = "",
  flaw = () => undefined,
}: FieldOptions): Field {
  const input = element("input", {
    id: name,
    name,
    type,
    autocomplete,
    value,
    required: true,
    "aria-describedby": `${name}-hint ${name}-flaw`,
    // Addresses and passwords run from left to right in every language.
    ...(type !== "text" && { dir: "ltr", autocapitalize: "none", spellcheck: "false" }),
  });
  const flawLine = element("span", { id: `${name}-flaw`, class: "flaw" });
  return {
    element: element(
      "div",
      { class: "field" },
      element("label", { for: name }, label),
      input,
      element("span", { id: `${name}-hint`, class: "hint" }, ...hint),
      flawLine,
    ),
    input,
    get value() {
      return type === "password" ? input.value : input.value.trim();
    },
    isFlawed() {
      const found = this.value === "" ? words.flaws.required : flaw(this.value);
      flawLine.textContent = found ?? "";
      input.setAttribute("aria-invalid", String(found !== undefined));
      return found !== undefined;
    },
  };
}

/** A field for an address; the API knows the exact rule. */
export function emailField(value = ""): Field {
  return field({
    label: words.fields.email,
    name: "email",
    type: "email",
    autocomplete: "username",
    value,
    flaw: (email) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? undefined : words.flaws.email),
  });
}
