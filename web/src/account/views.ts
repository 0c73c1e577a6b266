import type { User } from "../api/user";
import { words } from "../i18n/words";
import type { View } from "../ui/page";
import type { AccountEvents } from "./account";
import type { Guest } from "./guest";
import { signIn } from "./sign-in";

/** What makes a view, in whatever the page's language then is. */
type Viewing = () => View;

/** Finds what an address shows to somebody who is not signed in. All but the usual is loaded on demand. */
export async function guestView(hash: string, guest: Guest): Promise<Viewing> {
  switch (hash) {
    case "#register": {
      const { register } = await import("./register");
      return () => register(guest);
    }
    case "#forgot": {
      const { forgot } = await import("./forgot");
      return () => forgot(() => words.back);
    }
    default:
      return () => signIn(guest);
  }
}

/** Finds what an address shows to somebody who is signed in. */
export async function userView(hash: string, user: User, events: AccountEvents): Promise<Viewing> {
  const [{ account }, { accountWords }] = await Promise.all([
    import("./account"),
    import("../i18n/account/words"),
  ]);
  await accountWords.load();
  if (hash !== "#forgot") return () => account(user, events);
  const { forgot } = await import("./forgot");
  return () => forgot(() => accountWords().back);
}
