import { resendInvitation, withdrawInvitation, type Invitation } from "../../api/admin/invitations";
import { adminWords } from "../../i18n/admin/words";
import { around } from "../../i18n/sentence";
import { day } from "../../i18n/time";
import { element } from "../../ui/element";
import { form } from "../../ui/form";
import type { Done } from "./done";

/** An invitation that nobody has accepted, and what can be done about it. */
export function invitationItem({ userId, email, endsAt }: Invitation, done: Done): HTMLElement {
  const { invitations: words } = adminWords();
  const act = (label: string, labelOf: string, said: string, send: () => Promise<void>) =>
    form({
      label,
      labelOf: labelOf.replace("{}", email),
      kind: "secondary",
      send: async () => {
        await send();
        done(said, email);
      },
    });
  const hasEnded = Date.parse(endsAt) < Date.now();
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("bdi", { class: "what" }, email),
      element("small", {}, ...around(hasEnded ? words.ended : words.until, day(endsAt))),
    ),
    element(
      "div",
      { class: "row" },
      act(words.resend, words.resendTo, words.resent, () => resendInvitation(userId)),
      act(words.withdraw, words.withdrawFrom, words.withdrawn, () => withdrawInvitation(userId)),
    ),
  );
}
