import { deleteMe } from "../../api/my-data";
import { accountWords } from "../../i18n/account/words";
import { editable } from "../../ui/editable";
import { element, paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { pending } from "../../ui/pending";
import type { Account } from "../account";
import { currentPasswordField } from "../current-password";
import { freshly } from "../fresh";

/** The end of the account: what it means is said before, and the password asked for. */
export function deletionPart(account: Account): HTMLElement {
  const { deletion: words } = accountWords();
  return editable({
    id: "deletion",
    heading: words.title,
    summary: () => [paragraph(words.lead)],
    label: words.open,
    kind: "danger",
    form: (close) => [
      element(
        "ul",
        { class: "consequences" },
        ...Object.values(words.consequences).map((each) => element("li", {}, each)),
      ),
      pending(
        account.load,
        ({ hasPassword }) => [confirmation(account, hasPassword, close)],
        account.me,
      ),
    ],
  });
}

function confirmation(account: Account, hasPassword: boolean, close: () => void): HTMLElement {
  const { deletion: words, password } = accountWords();
  const current = hasPassword ? currentPasswordField() : undefined;
  return form({
    fields: current ? [current] : [],
    label: words.submit,
    kind: "danger",
    cancel: () => close(),
    explains: (problem) => {
      if (problem.is("invalid-credentials")) return [password.wrong];
      return problem.is("not-allowed") ? [words.lastAdmin] : undefined;
    },
    send: async () => {
      const isDone = await freshly(account, () => deleteMe(current?.value));
      if (isDone) account.left(() => words.done);
    },
  });
}
