import { adminWords } from "../i18n/admin/words";
import type { Account } from "../me/account";
import { head } from "../me/head";
import { link, type Child } from "../ui/element";
import type { View } from "../ui/page";
import { tabLinks } from "../me/tab-links";
import { invitationsPart } from "./invitations/invitations";
import { activityPart } from "./trail";
import { userPart } from "./user/user";
import { usersPart } from "./users";

type Tab = "users" | "invitations" | "activity";

/** Shows the part of the administration that an address names. */
export function administration(hash: string, admin: Account): View {
  const { title, tabs } = adminWords();
  const tab: Tab = hash === "#invitations" || hash === "#activity" ? named(hash) : "users";
  return {
    title: tab === "users" ? title : tabs[tab],
    wide: true,
    before: [head(admin), links(title, tabs, tab)],
    content: content(hash, admin),
  };
}

/** The local stack has one part more, which is its own. */
function links(...tabs: Parameters<typeof tabLinks<Tab>>): HTMLElement {
  const nav = tabLinks(...tabs);
  if (import.meta.env.VITE_DATA !== undefined)
    nav.append(link(String(import.meta.env.VITE_DATA), "Data"));
  return nav;
}

const named = (hash: "#invitations" | "#activity") => hash.slice(1) as Tab;

function content(hash: string, admin: Account): Child[] {
  if (hash === "#invitations") return invitationsPart(admin);
  if (hash === "#activity") return activityPart();
  const userId = new URLSearchParams(hash.slice(1)).get("user");
  const deleted = () => location.assign("#");
  return userId === null ? usersPart() : userPart(userId, admin, deleted);
}
