import { changePassword } from "../../api/me";
import { mailPause } from "../../api/mails";
import { accountWords } from "../../i18n/account/words";
import { words as common } from "../../i18n/words";
import { sentence } from "../../i18n/sentence";
import { mailAgain } from "../../mail-request";
import { newPasswordField, repeatedPasswordField } from "../../password/new-password";
import { editable } from "../../ui/editable";
import { element, link, paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { pending } from "../../ui/pending";
import { section } from "../../ui/section";
import { nameOf, type Account } from "../account";
import { currentPasswordField } from "../current-password";

/** The password: another one, or the first. */
export function passwordPart(account: Account): HTMLElement {
  const part = element("div");
  const drawAgain = () => {
    const next = passwordPart(account);
    part.replaceWith(next);
    next.querySelector<HTMLElement>("h2")?.focus();
  };
  part.append(
    pending(
      account.load,
      ({ hasPassword }) => [hasPassword ? changing(account) : setting(account, drawAgain)],
      account.me,
    ),
  );
  return part;
}

function changing(account: Account): HTMLElement {
  const { password: words } = accountWords();
  return editable({
    id: "password",
    heading: words.title,
    summary: () => [paragraph(words.lead)],
    label: words.edit,
    form: (close) => {
      const current = currentPasswordField({ hint: [link("#forgot", common.signIn.forgot)] });
      const chosen = newPasswordField({
        label: common.fields.newPassword,
        known: () => [nameOf(account), account.me?.email ?? ""],
        key: "newPassword",
      });
      return [
        form({
          fields: [current, chosen, repeatedPasswordField(chosen)],
          cancel: () => close(),
          label: words.edit,
          explains: (problem) => (problem.is("invalid-credentials") ? [words.wrong] : undefined),
          send: async () => {
            await changePassword(current.value, chosen.value);
            close(words.done);
          },
        }),
      ];
    },
  });
}

/** Whoever came with a provider has none; a mailed link sets one. */
function setting(account: Account, changed: () => void): HTMLElement {
  const { password: words, sent, send, resend } = accountWords();
  const { email } = account.me ?? account.user;
  if (!email) return section(words.title, paragraph(words.notSet));
  const isSent = mailPause("resetPassword", email) > 0;
  return section(
    words.title,
    element("p", { role: "status" }, ...(isSent ? sentence(sent, email) : [words.notSet])),
    mailAgain("resetPassword", email, { label: isSent ? resend : send, sent: changed }),
  );
}
