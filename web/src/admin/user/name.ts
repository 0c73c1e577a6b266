import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { editable } from "../../ui/editable";
import { element } from "../../ui/element";
import { form } from "../../ui/form";
import { nameFields } from "../../ui/person-fields";
import { nameOf } from "../users/item";
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
