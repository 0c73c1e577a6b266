import { mails, type MailState } from "../../api/admin/mails";
import { accountWords } from "../../i18n/account/words";
import { operatorWords } from "../../i18n/operator/words";
import { sentence } from "../../i18n/sentence";
import { element, paragraph, type Child } from "../../ui/element";
import { menu } from "../../ui/menu";
import { paged } from "../../ui/paged";
import { mailItem } from "./item";

/** The outbox by state: first what failed, which is what somebody has to do something about. */
export function mailPart(): Child[] {
  const { mails: words } = operatorWords();
  const states = Object.entries(words.states);
  const state = menu({ label: words.state, name: "mail-state", value: "failed" }, states);
  const status = element("p", { role: "status", class: "done" });
  const found = element("div");
  const draw = () =>
    found.replaceChildren(
      paged({
        load: (pageToken) => mails(state.select.value as MailState, pageToken),
        item: (mail) => mailItem(mail, resent),
        none: words.none,
        more: accountWords().activity.more,
      }),
    );
  const resent = (recipient: string) => {
    status.replaceChildren(...sentence(words.resent, recipient));
    draw();
    // The button that was pressed is gone.
    state.select.focus();
  };
  state.select.addEventListener("change", () => {
    status.replaceChildren();
    draw();
  });
  draw();
  return [paragraph(words.lead), state.element, status, found];
}
