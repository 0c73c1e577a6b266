import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { settings } from "../../settings";
import { editable } from "../../ui/editable";
import { element } from "../../ui/element";
import { form } from "../../ui/form";
import { menu } from "../../ui/menu";
import type { Subject } from "./subject";

/** The role, and the way to another one. */
export function rolePart(subject: Subject): HTMLElement {
  const { user: words } = adminWords();
  return editable({
    id: `role-${subject.user.id}`,
    heading: words.role,
    summary: () => [element("p", { class: "now" }, subject.user.role ?? words.noRole)],
    label: words.editRole,
    form: (close) => {
      const roles = settings.roles.map((role) => [role, role] as const);
      const value = subject.user.role ?? "";
      const role = menu({ label: words.newRole, name: "new-role", value }, roles);
      return [
        form({
          aside: [role.element],
          label: accountWords().save,
          cancel: () => close(),
          explains: (problem) => (problem.is("not-allowed") ? [words.lastAdmin] : undefined),
          send: async () => {
            if (await subject.change({ role: role.select.value })) close(accountWords().saved);
          },
        }),
      ];
    },
  });
}
