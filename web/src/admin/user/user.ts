import { readUser } from "../../api/admin/users";
import { adminWords } from "../../i18n/admin/words";
import type { Account } from "../../me/account";
import { element, link, paragraph, type Child } from "../../ui/element";
import { pending } from "../../ui/pending";
import { section } from "../../ui/section";
import { trailList } from "../trail/list";
import { badges, factsOf, nameOf } from "../users/item";
import { addressPart } from "./address";
import { mailsPart } from "./contact";
import { deletionPart } from "./deletion";
import { accessPart } from "./access";
import { devicesPart } from "./devices";
import { languagePart } from "./language";
import { namePart } from "./name";
import { rolePart } from "./role";
import { subjectOf } from "./subject";

/** One user, and what an administrator can do about them. */
export function userPart(userId: string, admin: Account, deleted: () => void): Child[] {
  const { user: words } = adminWords();
  return [
    paragraph(link("#", words.back)),
    pending(
      () => readUser(userId),
      (found) => {
        const head = element("div", { class: "head" });
        const state = element("div");
        const mails = element("div");
        const subject = subjectOf(found, admin, () => {
          draw();
          // The button that was pressed may be another one now.
          state.querySelector<HTMLElement>("h2")?.focus();
        });
        const draw = () => {
          const { user } = subject;
          const name = element("bdi", { class: "name" }, nameOf(user));
          const address = element("div", {}, element("bdi", {}, user.email ?? user.id));
          head.replaceChildren(
            element("div", {}, name, address, ...factsOf(user)),
            element("div", { class: "badges" }, ...badges(user)),
          );
          state.replaceChildren(accessPart(subject));
          mails.replaceChildren(mailsPart(user));
        };
        draw();
        return [
          head,
          namePart(subject),
          addressPart(subject),
          languagePart(subject),
          rolePart(subject),
          state,
          mails,
          devicesPart(found.user),
          section(words.activity, trailList({ userId })),
          deletionPart(found.user, admin, deleted),
        ];
      },
    ),
  ];
}
