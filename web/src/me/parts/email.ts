import { changeEmail, pendingEmail } from "../../api/me";
import { mailPause } from "../../api/mails";
import { accountWords } from "../../i18n/account/words";
import { sentence } from "../../i18n/sentence";
import { mailAgain } from "../../mail-request";
import { countDown } from "../../ui/countdown";
import { editable } from "../../ui/editable";
import { button, element, paragraph, type Child } from "../../ui/element";
import { form } from "../../ui/form";
import { emailField } from "../../ui/person-fields";
import { section } from "../../ui/section";
import type { Account } from "../account";
import { freshly } from "../fresh";

/** The address: whether it is verified, the way to another one, and how far that has come. */
export function emailPart(account: Account): HTMLElement {
  const { email: words, send } = accountWords();
  const { email } = account.me ?? account.user;
  if (!email) return section(words.title, paragraph(words.none));
  const drawAgain = () => {
    const next = emailPart(account);
    part.replaceWith(next);
    next.querySelector<HTMLElement>("h2")?.focus();
  };
  const part: HTMLElement = editable({
    id: "email",
    heading: words.title,
    summary: () => [
      element("p", {}, element("bdi", {}, email)),
      ...verification(account, email, drawAgain),
      ...change(account, email, drawAgain),
    ],
    label: words.edit,
    form: (close) => {
      const wanted = emailField({
        label: words.field,
        name: "new-email",
        key: "newEmail",
        refused: words.same,
      });
      return [
        paragraph(words.lead),
        form({
          fields: [wanted],
          cancel: () => close(),
          label: send,
          send: async () => {
            if (await freshly(account, () => changeEmail(wanted.value))) close();
          },
        }),
      ];
    },
  });
  return part;
}

/** Until the address is verified: a mail on demand. It says "sent" only where this tab knows that one was. */
function verification({ me, user }: Account, email: string, changed: () => void): Child[] {
  if ((me ?? user).emailVerified) return [];
  const { unsent, sent, send, resend } = accountWords();
  const isSent = mailPause("verifyEmail", email) > 0;
  return [
    element("p", { role: "status" }, ...sentence(isSent ? sent : unsent, email)),
    mailAgain("verifyEmail", email, { label: isSent ? resend : send, sent: changed }),
  ];
}

/** While a link waits at another address: which, and to send it again or leave it. */
function change(account: Account, email: string, changed: () => void): Child[] {
  const wanted = pendingEmail();
  if (wanted === "" || wanted === email) return [];
  const { email: words, resend } = accountWords();
  const again = form({
    label: resend,
    kind: "secondary",
    send: async () => {
      if (await freshly(account, () => changeEmail(wanted))) changed();
    },
  });
  countDown(again, resend, () => mailPause("changeEmail", wanted));
  const dismiss = button(words.dismiss, () => {
    pendingEmail("");
    changed();
  });
  return [
    element("p", { role: "status", class: "notice" }, ...sentence(words.pending, wanted)),
    element("div", { class: "row" }, again, dismiss),
  ];
}
