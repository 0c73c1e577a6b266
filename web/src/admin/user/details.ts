import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { settings } from "../../settings";
import { editable } from "../../ui/editable";
import { element, paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { menu } from "../../ui/menu";
import { nameFields } from "../../ui/person-fields";
import { nameOf } from "../users";
import type { Subject } from "./subject";

/** The name, and the way to another one. */
export function namePart(subject: Subject): HTMLElement {
  const { user: words } = adminWords();
  return editable({
    id: `name-${subject.user.id}`,
    heading: words.profile,
    summary: () => [element("p", { class: "now" }, element("bdi", {}, nameOf(subject.user)))],
    label: words.editName,
    form: (close) => {
      const [first, last] = nameFields(subject.user);
      return [
        form({
          fields: [first, last],
          label: accountWords().save,
          cancel: () => close(),
          send: async () => {
            const changes = { firstName: first.value, lastName: last.value };
            if (await subject.change(changes)) close(accountWords().saved);
          },
        }),
      ];
    },
  });
}

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

/** Whether the user can sign in, and the way to change that. */
export function statePart(subject: Subject): HTMLElement {
  const { user: words } = adminWords();
  const { disabled } = subject.user;
  return element(
    "section",
    {},
    element("h2", { tabindex: "-1" }, words.state),
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
