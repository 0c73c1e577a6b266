import { updateMe, type Me } from "../../api/me";
import { accountWords } from "../../i18n/account/words";
import { element, paragraph } from "../../ui/element";
import { editable } from "../../ui/editable";
import { form } from "../../ui/form";
import { pending } from "../../ui/pending";
import { nameFields } from "../../ui/person-fields";
import { nameOf, type Account } from "../account";

/** The name, and the way to another one. */
export function namePart(account: Account): HTMLElement {
  const { name: words, save, saved } = accountWords();
  const fields = (close: (said?: string) => void) => (me: Me) => {
    const [first, last] = nameFields(me);
    return [
      form({
        fields: [first, last],
        cancel: () => close(),
        label: save,
        send: async () => {
          account.learn(await updateMe({ firstName: first.value, lastName: last.value }));
          close(saved);
        },
      }),
    ];
  };
  return editable({
    id: "name",
    heading: words.title,
    summary: () => [
      pending(
        account.load,
        () => {
          const name = nameOf(account);
          return [name === "" ? paragraph(words.none) : element("p", {}, element("bdi", {}, name))];
        },
        account.me,
      ),
    ],
    label: words.edit,
    form: (close) => [pending(account.load, fields(close), account.me)],
  });
}
