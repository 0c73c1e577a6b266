import { resendMail, type Mail } from "../../api/admin/mails";
import { operatorWords } from "../../i18n/operator/words";
import { around, sentence } from "../../i18n/sentence";
import { ago } from "../../i18n/time";
import { element, link, type Child } from "../../ui/element";
import { form } from "../../ui/form";

/** A mail that somebody was to get, and the way to send it again if it failed. */
export function mailItem(mail: Mail, resent: (recipient: string) => void): HTMLElement {
  const { mails: words } = operatorWords();
  const { id, kind, state, attempts, reason, createdAt } = mail;
  const recipient = mail.email ?? mail.userId ?? "";
  const again = form({
    label: words.resend,
    labelOf: words.resendTo.replace("{}", recipient),
    kind: "secondary",
    send: async () => {
      await resendMail(id);
      resent(recipient);
    },
  });
  const details: Child[] = [
    ago(createdAt),
    " · ",
    ...around(words.attempts, String(attempts)),
    ...(reason === null ? [] : [" · ", ...sentence(words.reason, reason)]),
  ];
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("span", { class: "what" }, words.kinds[kind]),
      element("div", {}, ...around(words.to, addressee(mail))),
      element("small", {}, ...details),
    ),
    ...(state === "failed" ? [again] : []),
  );
}

/** An address, or a way to the user. */
function addressee({ email, userId }: Mail): HTMLElement {
  if (email !== null || userId === null) return element("bdi", {}, email ?? "");
  const way = link(`#user=${encodeURIComponent(userId)}`, "");
  way.append(element("bdi", {}, userId));
  return way;
}
