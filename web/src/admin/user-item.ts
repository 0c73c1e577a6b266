import type { ManagedUser } from "../api/admin/users";
import { accountWords } from "../i18n/account/words";
import { adminWords } from "../i18n/admin/words";
import { element, link, type Child } from "../ui/element";

/** A user in the list, with the way to their page. */
export function userItem(user: ManagedUser): HTMLElement {
  const way = link(`#user=${encodeURIComponent(user.id)}`, "");
  way.append(element("bdi", {}, nameOf(user)));
  way.className = "what";
  return element(
    "li",
    {},
    element("div", {}, way, element("div", {}, element("bdi", {}, user.email ?? user.id))),
    element("div", { class: "badges" }, ...badges(user)),
  );
}

export function nameOf({ firstName, lastName }: ManagedUser): string {
  return `${firstName} ${lastName}`.trim() || adminWords().nameless;
}

/** What is to be known of a user at a glance. */
export function badges({ role, emailVerified, email, disabled }: ManagedUser): Child[] {
  const { unverified } = accountWords();
  const badge = (text: string, kind = "badge") => element("span", { class: kind }, text);
  return [
    ...(role === null ? [] : [badge(role)]),
    ...(email === null || emailVerified ? [] : [badge(unverified)]),
    ...(disabled ? [badge(adminWords().disabled, "badge bad")] : []),
  ];
}
