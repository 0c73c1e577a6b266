import {
  invitations,
  invite,
  resendInvitation,
  withdrawInvitation,
  type Invitation,
} from "../api/admin/invitations";
import { languageNames, locales } from "../i18n/locale";
import { adminWords } from "../i18n/admin/words";
import { around, sentence } from "../i18n/sentence";
import { day } from "../i18n/time";
import { locale } from "../i18n/words";
import { freshly } from "../me/fresh";
import type { Account } from "../me/account";
import { settings } from "../settings";
import { element, paragraph, type Child } from "../ui/element";
import { form } from "../ui/form";
import { menu } from "../ui/menu";
import { emailField, nameFields } from "../ui/person-fields";
import { section } from "../ui/section";
import { paged } from "./paged";

/** Inviting people, and who was invited and has not come yet. */
export function invitationsPart(account: Account): Child[] {
  const { invitations: words } = adminWords();
  const status = element("p", { role: "status", class: "done" });
  const list = element("div");
  const draw = () =>
    list.replaceChildren(
      paged({ load: invitations, item: (each) => pendingItem(each, done), none: words.none }),
    );
  const done = (text: string, email: string) => {
    status.replaceChildren(...sentence(text, email));
    draw();
    // The button that was pressed may be gone.
    pendingSection.querySelector<HTMLElement>("h2")?.focus();
  };
  const pendingSection = section(words.pending, status, list);
  draw();
  return [section(words.title, paragraph(words.lead), inviting(account, done)), pendingSection];
}

type Done = (text: string, email: string) => void;

function inviting(account: Account, done: Done): HTMLElement {
  const { invitations: words, users } = adminWords();
  const fields = () =>
    [emailField({ value: "" }), ...nameFields({ firstName: "", lastName: "" })] as const;
  const roles = settings.roles.map((role) => [role, role] as const);
  const languages = locales.map((each) => [each, languageNames[each]] as const);
  const holder = element("div", { class: "part" });
  const draw = () => {
    const [email, first, last] = fields();
    const role = menu({ label: users.role, name: "invited-role" }, roles);
    const language = menu(
      { label: words.language, name: "invited-language", value: locale },
      languages,
    );
    const made = form({
      fields: [email, first, last],
      aside: [role.element, language.element],
      label: words.submit,
      send: async () => {
        const isDone = await freshly(account, () =>
          invite({
            email: email.value,
            firstName: first.value,
            lastName: last.value,
            role: role.select.value,
            locale: language.select.value,
          }),
        );
        if (!isDone) return;
        draw();
        done(words.invited, email.value);
      },
    });
    holder.replaceChildren(made);
  };
  draw();
  return holder;
}

function pendingItem({ userId, email, endsAt }: Invitation, done: Done): HTMLElement {
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
