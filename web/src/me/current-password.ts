import { accountWords } from "../i18n/account/words";
import { revealable } from "../password/reveal";
import type { Child } from "../ui/element";
import { field, type Field } from "../ui/field";

/** A field for the password that somebody has now. */
export function currentPasswordField({
  name = "current-password",
  hint = [],
}: { name?: string; hint?: readonly Child[] } = {}): Field {
  return revealable(
    field({
      label: accountWords().password.current,
      name,
      hint,
      type: "password",
      autocomplete: "current-password",
      key: "currentPassword",
      refused: accountWords().password.wrong,
    }),
  );
}
