import { mailPause } from "../api/mails";
import * as session from "../api/session";
import type { User } from "../api/user";
import { accountWords } from "../i18n/account/words";
import { sentence } from "../i18n/sentence";
import { mailAgain } from "../mail-request";
import { returnTo } from "../return-to";
import { settings } from "../settings";
import { element, link, paragraph, type Child } from "../ui/element";
import { form } from "../ui/form";
import type { View } from "../ui/page";
import { section } from "../ui/section";

export interface AccountEvents {
  /** The session has ended, as somebody wanted; the notice says how. */
  left: (notice: () => string) => void;
  /** Something has changed: show it anew. */
  changed: () => void;
}

/** Says who is signed in, and what one can do about one's account. */
export function account(user: User, events: AccountEvents): View {
  return {
    title: accountWords().title,
    wide: true,
    content: [
      ...onward(),
      person(user),
      ...verification(user, events),
      ...password(user),
      sessions(user, events),
    ],
  };
}

/** The way back to the application that sent the person here. */
function onward(): Child[] {
  const target = returnTo();
  if (target === undefined) return [];
  const goOn = element("a", { href: target, class: "primary" });
  goOn.append(...sentence(accountWords().goOn, settings.appName));
  return [goOn];
}

function person({ name, email, emailVerified }: User): HTMLElement {
  const { verified, unverified } = accountWords();
  const badge = emailVerified
    ? element("span", { class: "badge good" }, verified)
    : element("span", { class: "badge" }, unverified);
  return element(
    "div",
    { class: "person" },
    element("span", { class: "avatar", "aria-hidden": "true" }, initialsOf(name || email)),
    element(
      "div",
      {},
      ...(name === "" ? [] : [element("bdi", { class: "name" }, name)]),
      ...(email === undefined ? [] : [element("div", {}, element("bdi", {}, email), " ", badge)]),
    ),
  );
}

/** The first letters of the first and the last word. */
function initialsOf(name = ""): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

/** Until the address is verified: a mail on demand. It says "sent" only where this tab knows that one was. */
function verification({ email, emailVerified }: User, { changed }: AccountEvents): Child[] {
  if (emailVerified || email === undefined) return [];
  const { verify, unsent, sent, send, resend } = accountWords();
  const isSent = mailPause("verifyEmail", email) > 0;
  const lead = element("p", { role: "status" }, ...sentence(isSent ? sent : unsent, email));
  const again = mailAgain("verifyEmail", email, {
    label: isSent ? resend : send,
    sent: changed,
  });
  return [section(verify, lead, again)];
}

function password({ email }: User): Child[] {
  if (email === undefined) return [];
  const { password, passwordLead, changePassword } = accountWords();
  const change = link("#forgot", changePassword);
  change.className = "secondary";
  return [section(password, paragraph(passwordLead), change)];
}

function sessions(user: User, { left }: AccountEvents): HTMLElement {
  const { sessions, signOut, everywhereLead, signOutEverywhere } = accountWords();
  return section(
    sessions,
    form({
      label: signOut,
      kind: "secondary",
      send: async () => {
        await session.signOut();
        left(() => accountWords().signedOut);
      },
    }),
    paragraph(everywhereLead),
    form({
      label: signOutEverywhere,
      kind: "secondary",
      send: async () => {
        await session.signOutEverywhere(user);
        left(() => accountWords().signedOutEverywhere);
      },
    }),
  );
}
