import { words } from "../i18n/words";
import { settings } from "../settings";
import type { View } from "../ui/page";
import type { User } from "../api/user";
import type { Guest } from "./guest";
import { signIn } from "./sign-in";

/** What makes a view, in whatever the page's language then is. */
type Viewing = () => View;

/** Finds what an address shows to somebody who is not signed in. All but the usual is loaded on demand. */
export async function guestView(hash: string, guest: Guest): Promise<Viewing> {
  switch (hash) {
    case "#register": {
      if (settings.signUp === "by-mail") {
        const { requestAccount } = await import("./request-account");
        return requestAccount;
      }
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

/** Whether an address is of use only to somebody who is not signed in. */
export function isGuestView(hash: string): boolean {
  return hash === "#register" || hash === "#forgot";
}

/** Finds what an address shows to somebody who is signed in. */
export async function userView(
  hash: string,
  user: User,
  left: (notice: () => string) => void,
): Promise<Viewing> {
  const [{ accountPage }, { accountWords }] = await Promise.all([
    import("../me/page"),
    import("../i18n/account/words"),
  ]);
  await accountWords.load();
  if (hash === "#forgot") {
    const { forgot } = await import("./forgot");
    return () => forgot(() => accountWords().back);
  }
  return accountPage(hash, user, left);
}
