import * as session from "../api/session";
import { accountWords } from "../i18n/account/words";
import { element } from "../ui/element";
import { form } from "../ui/form";
import { nameOf, type Account } from "./account";

/** Says who is signed in, with the way out. */
export function head(account: Account): HTMLElement {
  let who = person(account);
  account.watch(
    () => who,
    () => {
      const next = person(account);
      // What looks the same stays: somebody may be copying from it.
      if (next.isEqualNode(who)) return;
      who.replaceWith(next);
      who = next;
    },
  );
  return element("div", { class: "head" }, who, signOut(account));
}

function person(account: Account): HTMLElement {
  const { verified, unverified } = accountWords();
  const name = nameOf(account);
  const { email, emailVerified } = account.me ?? account.user;
  const badge = emailVerified
    ? element("span", { class: "badge good" }, verified)
    : element("span", { class: "badge" }, unverified);
  return element(
    "div",
    { class: "person" },
    element("span", { class: "avatar", "aria-hidden": "true" }, initialsOf(name || (email ?? ""))),
    element(
      "div",
      {},
      ...(name === "" ? [] : [element("bdi", { class: "name" }, name)]),
      ...(email ? [element("div", {}, element("bdi", {}, email), " ", badge)] : []),
    ),
  );
}

/** The first letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

function signOut({ left }: Account): HTMLElement {
  return form({
    label: accountWords().signOut,
    kind: "secondary",
    send: async () => {
      await session.signOut();
      left(() => accountWords().signedOut);
    },
  });
}
