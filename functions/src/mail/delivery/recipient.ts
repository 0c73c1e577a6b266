import type { Account, Accounts } from "../../identity/accounts";
import type { User, UserDirectory } from "../../users/user-directory";
import type { MailKind } from "../kinds";
import { chooseLocale, type Language } from "../messages/languages";
import type { LeasedMail } from "../outbox/mail-queue";

/** Who gets a mail. */
export interface Recipient {
  /** What they are told: the owner of an address that somebody else wants is told that, instead of what was asked for. */
  kind: MailKind;
  address: string;
  /** The account that it is about; `undefined` where that is gone. */
  uid: string | undefined;
  /** The address that the account has until a link changes it; the same for all other mails. */
  former: string;
  locale: Language;
  /**
   * Empty unless the address is verified, or an administrator chose the name: until then a stranger may have, to have us
   * mail it.
   */
  firstName: string;
  role: string;
}

export interface RecipientPorts {
  accounts: Pick<Accounts, "find" | "findByEmail">;
  users: Pick<UserDirectory, "find">;
}

type Asked = Pick<LeasedMail, "kind" | "uid" | "address" | "locale" | "acceptedLocale">;

/** Finds out who gets a mail now, which may be somebody else than when it was asked for; `undefined`: nobody. */
export async function recipientOf(
  mail: Asked,
  ports: RecipientPorts,
): Promise<Recipient | undefined> {
  const { kind, uid, address = "", locale } = mail;
  const { accounts } = ports;
  if (kind === "email-changed" || kind === "account-deleted") {
    const nobodys = { uid: undefined, former: address, firstName: "", role: "" };
    return { kind, address, locale: chooseLocale(locale), ...nobodys };
  }
  if (kind === "email-change") return newAddress(mail, ports);
  const account = await (uid === undefined ? accounts.findByEmail(address) : accounts.find(uid));
  return account && isWanted(kind, account) ? owner(kind, account, mail, ports) : undefined;
}

/** The new address that a user asked for; or whoever has it. */
async function newAddress(mail: Asked, ports: RecipientPorts): Promise<Recipient | undefined> {
  const { kind, uid = "", address = "" } = mail;
  const { accounts } = ports;
  const [account, holder] = await Promise.all([accounts.find(uid), accounts.findByEmail(address)]);
  if (!account || account.disabled || holder?.uid === uid) return undefined;
  if (holder) return owner("address-taken", holder, mail, ports);
  const asks = await owner(kind, account, mail, ports);
  // Whoever reads there may be somebody else than whoever asks.
  return asks && { ...asks, address, firstName: "" };
}

/** The owner of an account, at the address that it has. */
async function owner(
  kind: MailKind,
  { uid, email, emailVerified }: Account,
  { locale, acceptedLocale }: Asked,
  { users }: RecipientPorts,
): Promise<Recipient | undefined> {
  if (email === null) return undefined;
  const user: Partial<User> = (await users.find(uid)) ?? {};
  return {
    kind,
    uid,
    address: email,
    former: email,
    // What the user chose comes first: anybody may ask for a mail, in whatever language.
    locale: chooseLocale(user.locale, locale, acceptedLocale),
    firstName: emailVerified || kind === "invitation" ? (user.firstName ?? "") : "",
    role: user.role ?? "",
  };
}

/**
 * A link is useless to a disabled or an already verified account; a notice is for every account, but of a wish for
 * another address, who never proved theirs is not told.
 */
function isWanted(kind: MailKind, { disabled, emailVerified, providers }: Account): boolean {
  if (kind === "invitation") return !disabled && providers.length === 0;
  if (kind === "password-reset") return !disabled;
  if (kind === "email-verification") return !disabled && !emailVerified;
  return kind !== "email-change-requested" || emailVerified;
}
