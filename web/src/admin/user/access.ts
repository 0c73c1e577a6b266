import { adminWords } from "../../i18n/admin/words";
import { paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { section } from "../../ui/section";
import type { Subject } from "./subject";

/** Whether the user can sign in, and the way to change that. */
export function accessPart(subject: Subject): HTMLElement {
  const { user: words } = adminWords();
  const { disabled } = subject.user;
  return section(
    words.state,
    paragraph(disabled ? words.isDisabled : words.isActive),
    form({
      label: disabled ? words.enable : words.disable,
      kind: disabled ? "secondary" : "danger",
      explains: (problem) => (problem.is("not-allowed") ? [words.lastAdmin] : undefined),
      send: async () => {
        await subject.change({ disabled: !disabled });
      },
    }),
  );
}
