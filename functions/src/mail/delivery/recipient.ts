import type { Accounts } from "../../identity/accounts";
import type { Account } from "../../identity/sign-in";
import type { User, UserDirectory } from "../../users/user-directory";
import { chooseLocale, type Locale } from "../messages/languages";
import type { LeasedMail } from "../outbox/mail-queue";

/** Who gets a mail. */
export interface Recipient {
  address: string;
  locale: Locale;
  /** Empty unless the address is verified: until then a stranger may have chosen the name, to have us mail it. */
  firstName: string;
  role: string;
}

export interface RecipientPorts {
  accounts: Pick<Accounts, "find" | "findByEmail">;
  users: Pick<UserDirectory, "find">;
}

/** Finds out who gets a mail now, which may be somebody else than when it was asked for; `undefined`: nobody. */
export async function recipientOf(
  mail: Pick<LeasedMail, "kind" | "uid" | "address" | "locale" | "acceptedLocale">,
  { accounts, users }: RecipientPorts,
): Promise<Recipient | undefined> {
  const { kind, uid, address = "", locale, acceptedLocale } = mail;
  if (kind === "email-changed") {
    return { address, locale: chooseLocale(locale), firstName: "", role: "" };
  }
  const account = await (uid === undefined ? accounts.findByEmail(address) : accounts.find(uid));
  if (!account?.email || !isWanted(kind, account)) return undefined;
  const user: Partial<User> = (await users.find(account.uid)) ?? {};
  return {
    address: account.email,
    // What the user chose comes first: anybody may ask for a mail, in whatever language.
    locale: chooseLocale(user.locale, locale, acceptedLocale),
    firstName: account.emailVerified ? (user.firstName ?? "") : "",
    role: user.role ?? "",
  };
}

/** A link is useless to a disabled or an already verified account; a notice is for every account. */
function isWanted(kind: LeasedMail["kind"], { disabled, emailVerified }: Account): boolean {
  if (kind === "password-reset") return !disabled;
  if (kind === "email-verification") return !disabled && !emailVerified;
  return true;
}
