import type { ManagedUser } from "../../api/admin/users";
import { adminWords } from "../../i18n/admin/words";
import { mailAgain } from "../../mail-request";
import { element, paragraph } from "../../ui/element";
import { section } from "../../ui/section";

/** The mails that an administrator can have sent to a user. */
export function mailsPart({ email, emailVerified }: ManagedUser): HTMLElement {
  const { user: words } = adminWords();
  if (email === null) return section(words.mails, paragraph(words.noAddress));
  const status = element("p", { role: "status", class: "done" });
  const sent = () => status.replaceChildren(words.sent);
  return section(
    words.mails,
    element(
      "div",
      { class: "row" },
      ...(emailVerified ? [] : [mailAgain("verifyEmail", email, { label: words.verify, sent })]),
      mailAgain("resetPassword", email, { label: words.reset, sent }),
    ),
    status,
  );
}
