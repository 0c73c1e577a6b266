import { words } from "../i18n/words";
import { element, type Child } from "./element";
import { typed } from "./typed";

export interface FieldOptions {
  label: string;
  name: string;
  /** What the API calls it. */
  key?: string;
  type?: "text" | "email" | "password";
  autocomplete: AutoFill;
  hint?: readonly Child[];
  value?: string;
  /** UTF-16 units beyond which the browser takes no more. */
  maxLength?: number;
  /** What is wrong with a value, if anything is. Default: nothing is. */
  flaw?: (value: string) => string | undefined;
  /** What to say when the API refuses the value. */
  refused?: string;
}

/** A labelled input of a form. All are required. */
export interface Field {
  element: HTMLElement;
  input: HTMLInputElement;
  readonly key: string | undefined;
  readonly value: string;
  /** Says what is wrong beside the input, and whether anything is; from then on at each change. */
  isFlawed(): boolean;
  /** Says that the API does not take the value, until it changes. */
  refuse(why?: string): void;
  /** Hides what was revealed. */
  conceal(): void;
}

/** What nobody sees, at either end: it comes along when text is copied. */
const invisibleEnds = /^[\s\p{Cc}\p{Cf}\p{DI}]+|[\s\p{Cc}\p{Cf}\p{DI}]+$/gu;

export function field({
  label,
  name,
  key,
  type = "text",
  autocomplete,
  hint = [],
  value,
  maxLength,
  flaw = () => undefined,
  refused = words.flaws.refused,
}: FieldOptions): Field {
  const input = element("input", {
    id: name,
    name,
    type,
    autocomplete,
    value: value ?? typed(name),
    required: true,
    "aria-describedby": `${name}-hint ${name}-flaw`,
    ...(maxLength !== undefined && { maxlength: String(maxLength) }),
    // Addresses and passwords run from left to right in every language.
    ...(type !== "text" && { dir: "ltr", autocapitalize: "none", spellcheck: "false" }),
  });
  const flawLine = element("span", { id: `${name}-flaw`, class: "flaw" });
  const tell = (found: string | undefined) => {
    flawLine.textContent = found ?? "";
    input.setAttribute("aria-invalid", String(found !== undefined));
  };
  const judge = () => {
    const found = made.value === "" ? words.flaws.required : flaw(made.value);
    tell(found);
    return found !== undefined;
  };
  input.addEventListener("input", () => {
    if (type !== "password") typed(name, input.value);
    if (input.hasAttribute("aria-invalid")) judge();
  });
  const made: Field = {
    element: element(
      "div",
      { class: "field" },
      element("label", { for: name }, label),
      input,
      element("span", { id: `${name}-hint`, class: "hint" }, ...hint),
      flawLine,
    ),
    input,
    key,
    get value() {
      return type === "password" ? input.value : input.value.replace(invisibleEnds, "");
    },
    isFlawed: judge,
    refuse: (why = refused) => tell(why),
    conceal: () => undefined,
  };
  return made;
}
