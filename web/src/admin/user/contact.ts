import { mailsOf, type UserMail } from "../../api/admin/mails";
import type { ManagedUser } from "../../api/admin/users";
import { adminWords } from "../../i18n/admin/words";
import { operatorWords } from "../../i18n/operator/words";
import { ago } from "../../i18n/time";
import { mailAgain } from "../../mail-request";
import { element, paragraph } from "../../ui/element";
import { pending } from "../../ui/pending";
import { section } from "../../ui/section";

/** The mails that an administrator can have sent to a user. */
export function mailsPart({ id, email, emailVerified }: ManagedUser): HTMLElement {
  const { user: words } = adminWords();
  if (email === null) return section(words.mails, paragraph(words.noAddress));
  const status = element("p", { role: "status", class: "done" });
  const list = element("div");
  const draw = () => list.replaceChildren(mailList(id));
  const sent = () => {
    status.replaceChildren(words.sent);
    draw();
  };
  draw();
  return section(
    words.mails,
    element(
      "div",
      { class: "row" },
      ...(emailVerified ? [] : [mailAgain("verifyEmail", email, { label: words.verify, sent })]),
      mailAgain("resetPassword", email, { label: words.reset, sent }),
    ),
    status,
    list,
  );
}

/** What was sent to them of late, and what became of it. */
function mailList(userId: string): HTMLElement {
  const { mails: words } = operatorWords();
  return pending(
    () => mailsOf(userId),
    (mails) =>
      mails.length === 0
        ? [paragraph(words.none)]
        : [element("ul", { class: "list" }, ...mails.map(mailItem))],
  );
}

function mailItem({ kind, state, email, createdAt }: UserMail): HTMLElement {
  const { mails: words } = operatorWords();
  const to = email === null ? [] : [" · ", element("bdi", {}, email)];
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("span", { class: "what" }, words.kinds[kind]),
      " ",
      element("small", {}, words.states[state], " · ", ago(createdAt), ...to),
    ),
  );
}
