import { Problem } from "../api/problem";
import { restore, signInWithGoogle } from "../api/session";
import type { User } from "../api/user";
import { explain } from "../i18n/explain";
import { chooseWords, words } from "../i18n/words";
import { askedLanguage } from "../language";
import { button, paragraph } from "../ui/element";
import { show, type View } from "../ui/page";
import { account } from "./account";
import { forgot } from "./forgot";
import { googleAnswer } from "./google";
import type { Guest } from "./guest";
import { register } from "./register";
import { signIn } from "./sign-in";

const guestViews = { "#register": register, "#forgot": forgot };
const idToken = googleAnswer();

await chooseWords(askedLanguage);
await open();
if (import.meta.env.VITE_INBOX !== undefined) {
  const { localHints } = await import("../local/hints");
  document.body.append(localHints(String(import.meta.env.VITE_INBOX)));
}

/** Takes up the session that there is, or the one that Google's answer begins; else asks to sign in. */
async function open(): Promise<void> {
  try {
    showUser(await (idToken === undefined ? restore() : signInWithGoogle(idToken)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.is("unavailable", "internal")) showOutage(error);
    else if (error.is("refresh-token-invalid", "not-signed-in")) showGuest();
    else showGuest(explain(error));
  }
}

/** Shows what somebody who is not signed in asks for. The views lead to each other by the address. */
function showGuest(notice = ""): void {
  const { [location.hash]: view = signIn }: Record<string, (guest: Guest) => View> = guestViews;
  show(view({ notice, entered: showUser }));
  onhashchange = () => showGuest();
  document.onvisibilitychange = null;
}

function showUser(user: User): void {
  onhashchange = null;
  history.replaceState(null, "", location.pathname + location.search);
  show(account(user, { left: showGuest }));
  document.onvisibilitychange = user.emailVerified ? null : () => void lookAgain();
}

/** Somebody who comes back to this tab may have followed the mailed link in another. */
async function lookAgain(): Promise<void> {
  if (document.visibilityState === "hidden") return;
  const user = await restore().catch(() => undefined);
  if (user?.emailVerified) showUser(user);
}

function showOutage(problem: Problem): void {
  const again = button(words.tryAgain, () => void open(), "primary");
  show({ title: words.signIn.title, content: [paragraph(explain(problem)), again] });
}
