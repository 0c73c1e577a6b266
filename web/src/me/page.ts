import { accountWords } from "../i18n/account/words";
import { sentence } from "../i18n/sentence";
import { returnTo } from "../return-to";
import { settings } from "../settings";
import { element, type Child } from "../ui/element";
import type { View } from "../ui/page";
import { tabLinks } from "./tab-links";
import type { User } from "../api/user";
import { openPart } from "../ui/editable";
import { accountOf, type Account } from "./account";
import { head } from "./head";
import { followStoredLanguage } from "./stored-language";
import { tabOf, tabs, type Tab } from "./tabs";

/** What is known of the account stays, from one part of the page to the next. */
let account: Account | undefined;

/** Says who is signed in, and shows the part that an address names of what one can do about one's account. */
export function accountPage(hash: string, user: User, left: Account["left"]): () => View {
  if (account?.user !== user) {
    account = accountOf(user, left);
    void followStoredLanguage(account);
  }
  const current = account;
  const tab = tabOf(hash);
  // Where password managers lead.
  if (hash === "#password") openPart("password");
  return () => page(current, tab);
}

function page(account: Account, tab: Tab): View {
  const { title, tabs: labels } = accountWords();
  return {
    title: tab === "profile" ? title : labels[tab],
    wide: true,
    before: [...onward(), head(account), tabLinks(title, labels, tab)],
    content: tabs[tab](account),
  };
}

/** The way back to the application that sent the person here. */
function onward(): Child[] {
  const target = returnTo();
  if (target === undefined) return [];
  const goOn = element("a", { href: target, class: "primary onward" });
  goOn.append(...sentence(accountWords().goOn, settings.appName));
  return [goOn];
}
