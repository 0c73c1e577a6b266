import { adminWords } from "../i18n/admin/words";
import type { Account } from "../me/account";
import { head } from "../me/head";
import { link, type Child } from "../ui/element";
import type { View } from "../ui/page";
import { tabLinks } from "../me/tab-links";
import { invitationsPart } from "./invitations/invitations";
import { mailPart } from "./mail/mails";
import { systemPart } from "./system/system";
import { activityPart } from "./trail/trail";
import { userPart } from "./user/user";
import { usersPart } from "./users/users";

/** The parts beside the users, by the hash that leads there. */
const parts = {
  invitations: invitationsPart,
  mail: mailPart,
  activity: activityPart,
  system: systemPart,
} satisfies Record<string, (admin: Account) => Child[]>;

type Tab = "users" | keyof typeof parts;

/** Shows the part of the administration that an address names. */
export function administration(hash: string, admin: Account): View {
  const { title, tabs } = adminWords();
  const named = hash.slice(1);
  const tab: Tab = Object.hasOwn(parts, named) ? (named as keyof typeof parts) : "users";
  return {
    title: tab === "users" ? title : tabs[tab],
    wide: true,
    before: [head(admin), links(title, tabs, tab)],
    content: tab === "users" ? users(named, admin) : parts[tab](admin),
  };
}

/** The local stack has one part more, which is its own. */
function links(...tabs: Parameters<typeof tabLinks<Tab>>): HTMLElement {
  const nav = tabLinks(...tabs);
  if (import.meta.env.VITE_DATA !== undefined)
    nav.append(link(String(import.meta.env.VITE_DATA), "Data"));
  return nav;
}

/** All of them, or the one that is named. */
function users(named: string, admin: Account): Child[] {
  const userId = new URLSearchParams(named).get("user");
  const deleted = () => location.assign("#");
  return userId === null ? usersPart(admin) : userPart(userId, admin, deleted);
}
