import { words } from "../i18n/words";
import { element } from "../ui/element";
import { field, type Field } from "../ui/field";
import { revealable } from "./reveal";
import { keepsRule, lengthOf, shortest } from "./rule";
import { strengthOf } from "./strength";

export interface NewPasswordOptions {
  label: string;
  /** What others know of the person, and so makes a bad password. */
  known: () => readonly string[];
  /** What the API calls it. Default `password`. */
  key?: string;
}

/** A field for a password that is to be set. It tells the rule and an estimate of the strength as one types. */
export function newPasswordField({ label, known, key = "password" }: NewPasswordOptions): Field {
  const { strength, strengths } = words.password;
  const ruleLine = element("span", { class: "rule" }, rule());
  const estimate = element("span", { role: "status" });
  const meter = element("span", { class: "meter", "aria-hidden": "true" });
  const password = revealable(
    field({
      label,
      name: "new-password",
      type: "password",
      autocomplete: "new-password",
      key,
      hint: [ruleLine, meter, estimate],
      flaw,
    }),
  );
  password.input.addEventListener("input", () => {
    const { value } = password.input;
    const level = keepsRule(value) ? strengthOf(value, known()) : 0;
    ruleLine.classList.toggle("kept", keepsRule(value));
    meter.dataset.level = value === "" ? "" : String(level);
    estimate.textContent = value === "" ? "" : `${strength} ${strengths[level]}`;
  });
  return password;
}

function flaw(value: string): string | undefined {
  if (keepsRule(value)) return undefined;
  return lengthOf(value) < shortest ? rule() : words.password.tooLong;
}

const rule = () => words.password.rule.replace("{}", String(shortest));

/** A field to type the new password in again. */
export function repeatedPasswordField(first: Field): Field {
  const repeated = revealable(
    field({
      label: words.fields.repeatPassword,
      name: "repeat-password",
      type: "password",
      autocomplete: "new-password",
      flaw: (value) => (value === first.value ? undefined : words.password.mismatch),
    }),
  );
  first.input.addEventListener("input", () => {
    if (repeated.input.getAttribute("aria-invalid") === "true") repeated.isFlawed();
  });
  return repeated;
}
