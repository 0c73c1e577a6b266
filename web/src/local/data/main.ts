import { chooseWords } from "../../i18n/words";
import { element, link, type Child } from "../../ui/element";
import { show } from "../../ui/page";
import { tabLinks } from "../../me/tab-links";
import { accounts } from "./accounts";
import { collections, place } from "./documents";
import { mails } from "./mails";

const tabs = { documents: "Documents", accounts: "Accounts", mails: "Mails" };

await chooseWords(["en"]);
addEventListener("hashchange", draw);
draw();

/** What the stack holds: for developers, hence in English. */
function draw(): void {
  const hash = location.hash.slice(1);
  const tab = hash === "accounts" || hash === "mails" ? hash : "documents";
  const path = new URLSearchParams(hash).get("path");
  const nav = tabLinks("Data", tabs, tab);
  nav.prepend(link(`${String(import.meta.env.VITE_HOSTING)}/admin`, "Administration"));
  show(() => ({
    title: path ?? (tab === "documents" ? "Data" : tabs[tab]),
    wide: true,
    before: [nav],
    content: content(tab, path),
  }));
}

function content(tab: keyof typeof tabs, path: string | null): Child[] {
  if (tab === "accounts") return accounts();
  if (tab === "mails") return mails();
  const lead = "What the local stack holds. Nobody but this machine can see it.";
  return path === null ? [element("p", {}, lead), collections()] : place(path);
}
