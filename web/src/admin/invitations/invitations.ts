import { invitations } from "../../api/admin/invitations";
import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { sentence } from "../../i18n/sentence";
import type { Account } from "../../me/account";
import { element, paragraph, type Child } from "../../ui/element";
import { section } from "../../ui/section";
import { paged } from "../../ui/paged";
import type { Done } from "./done";
import { invitationForm } from "./form";
import { invitationItem } from "./item";
import { manyPart } from "./many";

/** Inviting people, and who was invited and has not come yet. */
export function invitationsPart(account: Account): Child[] {
  const { invitations: words } = adminWords();
  const status = element("p", { role: "status", class: "done" });
  const list = element("div");
  const draw = () =>
    list.replaceChildren(
      paged({
        load: invitations,
        item: (each) => invitationItem(each, done),
        none: words.none,
        more: accountWords().activity.more,
      }),
    );
  const done: Done = (text, email) => {
    status.replaceChildren(...sentence(text, email));
    draw();
    // The button that was pressed may be gone.
    pendingSection.querySelector<HTMLElement>("h2")?.focus();
  };
  const pendingSection = section(words.pending, status, list);
  draw();
  return [
    section(words.title, paragraph(words.lead), invitationForm(account, done)),
    manyPart(account, draw),
    pendingSection,
  ];
}
