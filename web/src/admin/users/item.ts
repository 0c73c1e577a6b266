import type { ManagedUser } from "../../api/admin/users";
import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { peopleWords } from "../../i18n/people/words";
import { around } from "../../i18n/sentence";
import { ago, day } from "../../i18n/time";
import { words } from "../../i18n/words";
import { element, link, type Child } from "../../ui/element";

/** A user in the list, with a box to tick and the way to their page. */
export function userItem(user: ManagedUser, box: HTMLInputElement): HTMLElement {
  const way = link(`#user=${encodeURIComponent(user.id)}`, "");
  way.append(element("bdi", {}, nameOf(user)));
  way.className = "what";
  const who = element(
    "div",
    { class: "who" },
    way,
    element("div", {}, element("bdi", {}, user.email ?? user.id)),
    ...factsOf(user),
  );
  const tick = element("label", { class: "tick" }, box);
  return element("li", {}, tick, who, element("div", { class: "badges" }, ...badges(user)));
}

/** How they sign in, since when they are there, and when they were seen last. */
export function factsOf({ details }: ManagedUser): HTMLElement[] {
  if (!details) return [];
  const { ways, noWay, created, seen, neverSeen } = peopleWords().columns;
  const { providers, createdAt, lastSeenAt } = details;
  const facts: Child[][] = [
    providers.length === 0 ? [noWay] : around(ways, providers.map(nameOfWay).join(", ")),
    createdAt === null ? [] : around(created, day(createdAt)),
    lastSeenAt === null ? [neverSeen] : around(seen, ago(lastSeenAt)),
  ];
  return facts.map((fact) => element("small", { class: "fact" }, ...fact));
}

function nameOfWay(provider: string): string {
  const names: Record<string, string> = { password: words.fields.password, "google.com": "Google" };
  return names[provider] ?? provider;
}

export function nameOf({ firstName, lastName }: ManagedUser): string {
  return `${firstName} ${lastName}`.trim() || adminWords().nameless;
}

/** What is to be known of a user at a glance. */
export function badges({ role, emailVerified, email, disabled }: ManagedUser): Child[] {
  const { verified, unverified } = accountWords();
  const badge = (text: string, kind = "badge") => element("span", { class: kind }, text);
  const { active } = adminWords().users;
  return [
    ...(role === null ? [] : [badge(role)]),
    ...(email === null ? [] : [emailVerified ? badge(verified, "badge good") : badge(unverified)]),
    disabled ? badge(adminWords().disabled, "badge bad") : badge(active),
  ];
}
