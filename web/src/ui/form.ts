import { Problem } from "../api/problem";
import { explain } from "../i18n/explain";
import { words } from "../i18n/words";
import { element } from "./element";
import type { Field } from "./field";

export interface FormOptions {
  fields?: readonly Field[];
  /** What the button says. */
  label: string;
  /** How much the button stands out. Default `primary`. */
  kind?: "primary" | "secondary";
  send: () => Promise<void>;
}

/** A form that checks its fields, sends once at a time, and says what went wrong in the page's language. */
export function form({ fields = [], label, kind = "primary", send }: FormOptions): HTMLFormElement {
  const alert = element("p", { role: "alert", class: "alert" });
  const submit = element("button", { type: "submit", class: kind }, label);
  // The browser's own messages are in the browser's language. Nothing may ever be put into an address: hence "post".
  const made = element(
    "form",
    { novalidate: true, method: "post" },
    alert,
    ...fields.map((field) => field.element),
    submit,
  );
  let isBusy = false;
  const setBusy = (busy: boolean) => {
    isBusy = busy;
    // Not `disabled`, which would take the focus away.
    submit.setAttribute("aria-disabled", String(busy));
    submit.textContent = busy ? words.busy : label;
  };
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isBusy) return;
    alert.textContent = "";
    const [firstFlawed] = fields.filter((field) => field.isFlawed());
    if (firstFlawed) {
      firstFlawed.input.focus();
      return;
    }
    setBusy(true);
    send()
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        alert.textContent = explain(error);
      })
      .finally(() => setBusy(false));
  });
  return made;
}
