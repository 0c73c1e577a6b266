import { deleteUser, type ManagedUser } from "../../api/admin/users";
import { adminWords } from "../../i18n/admin/words";
import { sentence } from "../../i18n/sentence";
import { freshlyAlways } from "../../me/fresh";
import type { Account } from "../../me/account";
import { editable } from "../../ui/editable";
import { element, paragraph } from "../../ui/element";
import { field } from "../../ui/field";
import { form } from "../../ui/form";

/** The end of an account, once its address is typed in. */
export function deletionPart(user: ManagedUser, admin: Account, deleted: () => void): HTMLElement {
  const { user: words } = adminWords();
  const name = user.email ?? user.id;
  return editable({
    id: `deletion-${user.id}`,
    heading: words.deletion,
    summary: () => [paragraph(words.deletionLead)],
    label: words.deletionOpen,
    kind: "danger",
    form: (close) => {
      const typed = field({
        label: words.typeIt.replace("{}", name),
        name: `deleted-${user.id}`,
        autocomplete: "off",
        flaw: (value) => (value === name ? undefined : words.mistyped),
      });
      typed.element.querySelector("label")?.replaceChildren(...sentence(words.typeIt, name));
      return [
        form({
          fields: [typed],
          label: words.deletionSubmit,
          kind: "danger",
          cancel: () => close(),
          explains: (problem) => (problem.is("not-allowed") ? [words.lastAdmin] : undefined),
          send: async () => {
            if (await freshlyAlways(admin, () => deleteUser(user.id))) deleted();
          },
        }),
        element("div"),
      ];
    },
  });
}
