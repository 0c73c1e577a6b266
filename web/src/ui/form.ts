import { Problem, type ProblemDetails } from "../api/problem";
import { explain } from "../i18n/explain";
import { words } from "../i18n/words";
import { button, element, type Child } from "./element";
import type { Field } from "./field";

export interface FormOptions {
  fields?: readonly Field[];
  /** Stands between the fields and the button. */
  aside?: readonly Child[];
  /** What the button says. */
  label: string;
  /** What a screen reader says of the button, where there are several alike. Default: what it says. */
  labelOf?: string;
  /** How much the button stands out. Default `primary`. */
  kind?: "primary" | "secondary" | "danger";
  /** Called by a second button, for whoever thinks better of it. Default: there is none. */
  cancel?: () => void;
  send: () => Promise<void>;
  /** What to say of a refusal, where the usual words do not do. */
  explains?: (problem: Problem) => Child[] | undefined;
}

/** A form that checks its fields, sends once at a time, and says what went wrong in the page's language. */
export function form({
  fields = [],
  aside = [],
  label,
  labelOf,
  kind = "primary",
  cancel,
  send,
  explains = () => undefined,
}: FormOptions): HTMLFormElement {
  const alert = element("p", { role: "alert", class: "alert" });
  const submit = element("button", { type: "submit", class: kind }, label);
  if (labelOf !== undefined) submit.setAttribute("aria-label", labelOf);
  // The browser's own messages are in the browser's language. Nothing may ever be put into an address: hence "post".
  const made = element(
    "form",
    { novalidate: true, method: "post" },
    alert,
    ...fields.map((field) => field.element),
    ...aside,
    ...(cancel
      ? [element("div", { class: "row" }, submit, button(words.cancel, cancel))]
      : [submit]),
  );
  const setBusy = (busy: boolean) => {
    // Not `disabled`, which would take the focus away.
    submit.setAttribute("aria-disabled", String(busy));
    submit.textContent = busy ? words.busy : label;
  };
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    if (submit.getAttribute("aria-disabled") === "true") return;
    alert.replaceChildren();
    const [firstFlawed] = fields.filter((field) => field.isFlawed());
    if (firstFlawed) {
      firstFlawed.input.focus();
      return;
    }
    for (const field of fields) field.conceal();
    setBusy(true);
    send()
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        if (explains(error) === undefined && refuseFields(fields, error)) return;
        alert.replaceChildren(...(explains(error) ?? explain(error)));
      })
      .finally(() => setBusy(false));
  });
  return made;
}

/** Says at the fields that a refusal names that they are what is wrong. Whether there was one of them. */
function refuseFields(fields: readonly Field[], { code, details }: Problem): boolean {
  const named = code === "weak-password" ? ["password", "newPassword"] : (details.fields ?? []);
  const refused = fields.filter(({ key }) => key !== undefined && named.includes(key));
  for (const field of refused) {
    field.refuse(code === "weak-password" ? weaknessOf(details) : undefined);
  }
  refused[0]?.input.focus();
  return refused.length > 0;
}

function weaknessOf({ weakness }: ProblemDetails): string {
  return weakness === undefined ? words.problems["weak-password"] : words.weaknesses[weakness];
}
